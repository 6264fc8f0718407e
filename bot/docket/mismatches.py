"""Whether somebody computed another date before they agreed to the one on the docket."""

from datetime import date

from sqlmodel import Session

from storage.docket import Deadline
from storage.standing import lines_of


def first_computed(session: Session, deadline: Deadline, *, by: str) -> date | None:
    """Return the other date that somebody first computed for a deadline as it is now dated; None if they did not."""
    due = deadline.due.isoformat()
    for line in lines_of(session, deadline.ref, ["deadline.mismatch"]):
        if line.actor == by and line.details["due"] == due:
            return date.fromisoformat(line.details["computed"])
    return None
