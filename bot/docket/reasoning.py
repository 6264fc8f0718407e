"""How a deadline keeps the law's answer: in its own columns, as the grounds that it rests on, and what it runs from."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.docket.desk import Change
from bot.docket.grounds import grounds_of
from bot.docket.teamlaw import TeamLaw
from bot.law import Answer
from storage.docket import Deadline, Entry, EntryKind
from storage.law import replace_grounds


def write_down_grounds(change: Change, law: TeamLaw, deadline: Deadline, entry: Entry, answer: Answer) -> None:
    """Write down what a date rests on."""
    grounds = grounds_of(law, answer=answer, entry=entry, deadline_id=deadline.key)
    replace_grounds(change.session, deadline.key, grounds)


def columns_of(answer: Answer) -> dict[str, Any]:
    """Return the columns in which a deadline keeps the law's answer."""
    return {
        "rule": answer.rule,
        "version": answer.version,
        "citation": answer.citation,
        "condition": answer.condition or "",
        "due": answer.due,
        "due_at": answer.due_at,
        "latest": answer.latest,
        "standing": answer.standing.value,
        "explanation": answer.as_dict(),
    }


def start_of(session: Session, deadline: Deadline) -> Entry:
    """Return the entry that started a computed deadline.

    Where none did, return what its explanation says that it runs from, as an entry that stands on no docket.
    """
    if deadline.entry_id is not None:
        return session.get_one(Entry, deadline.entry_id)
    told = Answer.from_dict(deadline.explanation)
    starts_at = told.trigger_on if isinstance(told.trigger_on, datetime) else None
    return Entry(
        case_id=deadline.case_id,
        kind=EntryKind.NOTICE,
        letter=EntryKind.NOTICE.letter,
        number=0,
        title=deadline.title,
        on_date=starts_at.date() if starts_at else told.trigger_on,
        starts_at=starts_at,
        zone=deadline.zone,
        service=service_told(told),
        created_at=deadline.created_at,
        created_by=deadline.created_by,
        changed_at=deadline.created_at,
    )


def service_told(told: Answer) -> str:
    """Return how what a date runs from was served, as its explanation says."""
    return next((str(step.facts["service"]) for step in told.steps if step.kind == "event"), "")
