"""How a case stands, gathered for its page: counts, next dates, who follows it and who may see it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.desk import Desk
from bot.docket.sight import Viewer, channels_seen
from handlers import facts
from handlers.spots import in_order, items_at
from handlers.views.blocks import Message
from handlers.views.case_pages import MOST_AHEAD, CaseState, case_page
from storage.cases import Case, channels_of_case, people_of_case
from storage.docket import Deadline, Entry, EntryKind
from storage.spots import Spot, deadline_spots, entry_spots


def case_message(session: Session, desk: Desk, case: Case, who: Viewer) -> Message:
    """Return a case as somebody who may see it sees it."""
    today = facts.first_today(desk, [case])
    due = deadline_spots(session, [case])
    entries = entry_spots(session, [case])
    hearings = [spot for spot in entry_spots(session, [case], kind=EntryKind.HEARING, since=today) if spot.stands]
    coming = [spot for spot in due if spot.day >= today]
    seen = channels_seen(session, who)
    state = CaseState(
        our_side=case.our_side,
        closed_on=_day(desk, case, case.closed_at),
        open_deadlines=len(due),
        unconfirmed=sum(not spot.is_confirmed for spot in due),
        hearings=len(hearings),
        entries=len(entries),
        next_deadline=_next(session, coming),
        next_hearing=_next(session, hearings),
        channels=[channel for channel in channels_of_case(session, case.key) if channel in seen],
        people=people_of_case(session, case.key),
    )
    ahead = in_order([spot for spot in entries if spot.day >= today], due)
    items = items_at(session, desk, [case], ahead[:MOST_AHEAD])
    return case_page(facts.case_line(desk.book, case), items, state)


def _next(session: Session, spots: list[Spot]) -> tuple[date, str, str] | None:
    if not spots:
        return None
    first = spots[0]
    row = session.get_one(Entry, first.key) if first.of is Entry else session.get_one(Deadline, first.key)
    return first.day, row.ref, row.title


def _day(desk: Desk, case: Case, at: datetime | None) -> date | None:
    """Return the day on which something happened, on the court's calendar."""
    return at.astimezone(ZoneInfo(desk.book.court(case.court).zone)).date() if at else None
