"""Long lists, quickly: where everything stands in time is read in a glance, and only the page that is shown in full."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from sqlmodel import Session

from bot.docket.desk import Desk
from handlers import facts
from handlers.views import lists
from handlers.views.lists import Item
from storage.cases import Case
from storage.docket import Deadline, Entry
from storage.searching import Hit
from storage.spots import Spot, rows_at


def in_order(*spots: Sequence[Spot]) -> list[Spot]:
    """Return spots of several kinds in the order of their instants."""
    return sorted((spot for some in spots for spot in some), key=lambda spot: spot.at)


def spot_of(hit: Hit) -> Spot:
    """Return what a search found as a place on the docket, at the beginning of its day."""
    at = datetime.combine(hit.day, time(), tzinfo=UTC)
    return Spot(at=at, day=hit.day, of=hit.of, key=hit.key, stands=hit.stands)


def items_at(
    session: Session, desk: Desk, cases: Sequence[Case], spots: Sequence[Spot], *, with_flags: bool = False
) -> list[Item]:
    """Return the lines of some spots, in their order."""
    lines = {case.key: facts.case_line(desk.book, case) for case in cases}
    flags = {case.key: facts.flag(desk.book, case) if with_flags else "" for case in cases}
    items: dict[tuple[type, int], Item] = {}
    now = desk.clock.now()
    for entry in rows_at(session, Entry, spots):
        items[Entry, entry.key] = lists.entry_item(entry, lines[entry.case_id], now=now, flag=flags[entry.case_id])
    for deadline in rows_at(session, Deadline, spots):
        item = lists.deadline_item(deadline, lines[deadline.case_id], now=now, flag=flags[deadline.case_id])
        items[Deadline, deadline.key] = item
    return [items[spot.of, spot.key] for spot in spots]
