"""Let a court's order give a deadline another date; from then on no rule moves it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.docket.deadlines import must_be_open
from bot.docket.desk import Change
from bot.docket.errors import EmptyError
from bot.docket.moving import Moved
from bot.errors import AdQuemError
from bot.law import long_date
from bot.law.answers import end_of
from storage.docket import Deadline
from storage.law import replace_grounds


class SameDateError(AdQuemError):
    """The new date is the one that the deadline has."""

    def __init__(self, ref: str, due: str) -> None:
        super().__init__(f"{ref} is due on {due} already; nothing was changed. Type the date that the order gives.")


def extend(
    change: Change, *, deadline: Deadline, due: date, due_at: datetime | None = None, order: str, link: str = ""
) -> Moved:
    """Give a deadline the date that a court ordered. It must be confirmed anew, and nothing recomputes it any more.

    How the old date was computed stays in the log.

    Args:
        due: the new day in the court's zone; `due_at` the instant at which it ends, or else its last moment.
        order: which order says so; `link` where it can be read.

    Raises:
        NotOpenError: if the deadline is done or moot.
        EmptyError: if no order was named.
        SameDateError: if that is its date already.
    """
    must_be_open(deadline)
    if not order.strip():
        raise EmptyError("The order", f'`/deadline extend {deadline.ref} 4 June 2018 "stipulated order"`')
    ends_at = due_at or end_of(due, ZoneInfo(deadline.zone))
    if (due, ends_at) == (deadline.due, deadline.due_at):
        raise SameDateError(deadline.ref, long_date(due))
    old, old_at, before = deadline.due, deadline.due_at, _how_it_was_computed(deadline)
    replace_grounds(change.session, deadline.key, ())
    _fix(deadline, due, ends_at)
    deadline.note, deadline.link = order.strip(), link.strip()
    change.keep_deadline(deadline)
    change.log(
        "deadline.extended",
        subject=deadline.ref,
        case_id=deadline.case_id,
        reason=order.strip(),
        old=old.isoformat(),
        new=due.isoformat(),
        old_at=old_at.astimezone(ZoneInfo(deadline.zone)).isoformat(),
        due_at=ends_at.isoformat(),
        link=deadline.link,
        before=before,
    )
    return Moved(deadline=deadline, old=old, new=due, old_at=old_at, new_at=ends_at)


def _how_it_was_computed(deadline: Deadline) -> dict[str, object]:
    return {
        "rule": deadline.rule,
        "version": deadline.version,
        "citation": deadline.citation,
        "standing": deadline.standing,
        "latest": deadline.latest.isoformat(),
        "explanation": deadline.explanation,
        "confirmed_by": deadline.confirmed_by,
    }


def _fix(deadline: Deadline, due: date, due_at: datetime) -> None:
    """Set a date that rests on nothing but the court's word."""
    deadline.due, deadline.due_at, deadline.latest = due, due_at, due
    deadline.rule, deadline.version, deadline.citation, deadline.standing = None, "", "", ""
    deadline.explanation = {}
    deadline.is_fixed = True
    deadline.confirmed_by = deadline.confirmed_at = None
    deadline.snoozed_until = deadline.acknowledged_by = deadline.acknowledged_at = None
    deadline.sequence += 1
