"""Let a deadline that people entered by hand say something else, as a file tells it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.docket.deadlines import must_be_open
from bot.docket.desk import Change
from bot.docket.following import Facts
from bot.law.answers import end_of
from storage.docket import Deadline

REASON = "import"


def retell(change: Change, *, deadline: Deadline, facts: Facts) -> None:
    """Change what a deadline says that no rule computed and no court fixed; another date must be confirmed anew.

    Args:
        facts: what it shall say, by column; a new `due` without `due_at` ends with its day.

    Raises:
        NotOpenError: if it is done or moot.
    """
    must_be_open(deadline)
    told = dict(facts)
    if "due" in told:
        told.setdefault("due_at", end_of(told["due"], ZoneInfo(deadline.zone)))
    old = {name: _plain(getattr(deadline, name)) for name in told}
    for name, fact in told.items():
        setattr(deadline, name, fact)
    is_moved = bool({"due", "due_at"} & told.keys())
    if is_moved:
        deadline.latest = deadline.due
        deadline.confirmed_by = deadline.confirmed_at = None
    deadline.sequence += 1
    change.keep_deadline(deadline)
    change.log(
        "deadline.moved" if is_moved else "deadline.edited",
        subject=deadline.ref,
        case_id=deadline.case_id,
        reason=REASON,
        old=old,
        new={name: _plain(fact) for name, fact in told.items()},
    )


def _plain(fact: object) -> object:
    return fact.isoformat() if isinstance(fact, date | datetime) else fact
