"""Enter deadlines that no rule computed: those that a court set, and those that people set themselves."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.docket.desk import Change
from bot.docket.errors import EmptyError
from bot.docket.insiders import must_see
from bot.law.answers import end_of
from storage.cases import Case
from storage.docket import Deadline, Entry, next_number


def enter(
    change: Change,
    *,
    case: Case,
    title: str,
    due: date,
    due_at: datetime | None = None,
    is_fixed: bool = False,
    entry: Entry | None = None,
    citation: str = "",
    link: str = "",
    note: str = "",
    owner: str | None = None,
) -> Deadline:
    """Put a date on a case's docket as it was given; nothing is counted, so it is unconfirmed like any other.

    Args:
        due: the day in the court's zone; `due_at` the instant at which it ends, or else the last moment of that day.
        is_fixed: a court fixed it: no rule ever moves it.
        entry: the order that set it; `link` where that can be read, `note` in which words.
        citation: the provision under which it was set, if there is one.

    Raises:
        EmptyError: if the title is missing.
        OutsiderError: if its owner may not see the case.
    """
    if not title.strip():
        raise EmptyError("What is due", "`/deadline add 4 June 2018 5pm Reply brief`")
    zone = change.book.court(case.court).zone
    deadline = Deadline(
        number=next_number(change.session, "D"),
        case_id=case.key,
        entry_id=entry.key if entry else None,
        title=title.strip(),
        citation=citation.strip(),
        due=due,
        due_at=due_at or end_of(due, ZoneInfo(zone)),
        latest=due,
        zone=zone,
        standing="",
        is_fixed=is_fixed,
        link=link.strip() or (entry.link if entry else ""),
        note=note.strip(),
        owner=owner,
        created_at=change.now,
        created_by=change.actor,
        changed_at=change.now,
    )
    must_see(change, deadline, owner)
    change.keep_deadline(deadline)
    change.log(
        "deadline.entered",
        subject=deadline.ref,
        case_id=case.key,
        title=deadline.title,
        due=due.isoformat(),
        due_at=deadline.due_at.isoformat(),
        fixed=is_fixed,
        entry=entry.ref if entry else None,
        link=deadline.link,
        owner=owner,
    )
    return deadline
