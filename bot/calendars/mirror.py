"""Keep the written events in step with the docket, within the same transaction."""

from collections.abc import Iterable

from sqlmodel import select

from bot.calendars.events import CANCELLED_STAYS, details_of, recipe_of, write
from bot.docket.desk import Change
from storage.calendars import CalendarEvent, Detail, keep_events, last_edition, recipes
from storage.cases import Case
from storage.docket import Deadline, Entry


def follow(change: Change) -> None:
    """Write the events of every entry and deadline that a change touched; what says the same as before stays."""
    _rewrite(change, (*change.entries.values(), *change.deadlines.values()))


def catch_up(change: Change) -> int:
    """Write the events that are missing, or were written by an older version or an older zone rule; return how many.

    It is run at every start, so that an upgrade of the program or of the zone database reaches the calendars.
    """
    known = recipes(change.session)
    rows: tuple[Entry | Deadline, ...] = (*change.session.exec(select(Entry)), *change.session.exec(select(Deadline)))
    stale = [row for row in rows if details_of(row) and known.get(row.ref) != recipe_of(row)]
    if stale:
        change.log("calendars.caught_up", subject="calendars", case_id=None, events=len(stale))
        _rewrite(change, stale)
    return len(stale)


def _rewrite(change: Change, rows: Iterable[Entry | Deadline]) -> None:
    edition = last_edition(change.session)
    for row in rows:
        case = change.session.get_one(Case, row.case_id)
        court = change.book.court(case.court).name
        keep_events(change.session, row.ref, [_kept(row, case, court, detail, edition) for detail in details_of(row)])


def _kept(row: Entry | Deadline, case: Case, court: str, detail: Detail, edition: int) -> CalendarEvent:
    event = write(row, case=case, court=court, detail=detail)
    day = row.due if isinstance(row, Deadline) else row.on_date
    return CalendarEvent(
        subject=row.ref,
        detail=detail,
        case_id=row.case_id,
        zone=event.when.zone,
        on_date=day,
        drop_after=day + CANCELLED_STAYS if event.cancelled else None,
        edition=edition,
        recipe=recipe_of(row),
        rings=event.rings,
        body=event.body,
    )
