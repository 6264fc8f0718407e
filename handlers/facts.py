"""What the docket knows, gathered into the values that views are built from."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.docket.desk import Desk
from bot.docket.sight import Viewer
from bot.rulebook import Rulebook
from handlers.roster import zones_of
from handlers.views import cards, lists, pages
from handlers.views.blocks import Message
from handlers.views.cards import CaseLine, DeadlineCard, EntryCard
from handlers.views.lists import Item
from storage.cases import Case, people_of_channel
from storage.docket import Deadline, Entry, deadlines_of, deadlines_started_by, entries_of
from storage.law import closures_of
from storage.reminders import Reminder, ReminderState


def case_line(book: Rulebook, case: Case) -> CaseLine:
    """Return how a case is named."""
    return CaseLine.of(case, book.court(case.court).name)


def case_lines(book: Rulebook, cases: Sequence[Case]) -> list[CaseLine]:
    """Return how several cases are named."""
    return [case_line(book, case) for case in cases]


def today_at(desk: Desk, zone: str) -> date:
    """Return the day it is in a zone."""
    return desk.clock.now().astimezone(ZoneInfo(zone)).date()


def first_today(desk: Desk, cases: Sequence[Case]) -> date:
    """Return the day it is at whichever of the cases' courts is furthest behind."""
    zones = {desk.book.court(case.court).zone for case in cases} or {"UTC"}
    return min(today_at(desk, zone) for zone in zones)


def entry_message(session: Session, desk: Desk, entry: Entry, *, channel_id: str | None) -> Message:
    """Return the card of an entry as a channel sees it."""
    return cards.entry_card(
        EntryCard(
            entry=entry,
            case=case_line(desk.book, session.get_one(Case, entry.case_id)),
            zones=_zones(session, channel_id),
            next_reminder=_next_reminder(session, entry.ref, channel_id),
        )
    )


def deadline_message(session: Session, desk: Desk, deadline: Deadline, *, channel_id: str | None) -> Message:
    """Return the card of a deadline as a channel sees it."""
    case = session.get_one(Case, deadline.case_id)
    return cards.deadline_card(
        DeadlineCard(
            deadline=deadline,
            case=case_line(desk.book, case),
            zones=_zones(session, channel_id),
            reachable=_reachable(session, desk.book, case, deadline),
            next_reminder=_next_reminder(session, deadline.ref, channel_id),
        )
    )


def entry_page(session: Session, desk: Desk, entry: Entry, who: Viewer) -> Message:
    """Return an entry's card with the deadlines it started."""
    case = session.get_one(Case, entry.case_id)
    started = deadlines_started_by(session, entry.key)
    items = [_deadline_item(desk, deadline, case) for deadline in started]
    return pages.with_deadlines(entry_message(session, desk, entry, channel_id=who.channel_id), items)


def case_page(session: Session, desk: Desk, case: Case) -> Message:
    """Return a case with what is ahead in it."""
    today = today_at(desk, desk.book.court(case.court).zone)
    return pages.case_page(
        case_line(desk.book, case), [item for _, item in dated_items(session, desk, [case], since=today)]
    )


def explanation(session: Session, desk: Desk, deadline: Deadline) -> Message:
    """Return how a deadline was counted."""
    return pages.explanation(deadline, case_line(desk.book, session.get_one(Case, deadline.case_id)))


def deadline_items(desk: Desk, cases: Sequence[Case], deadlines: Sequence[Deadline]) -> list[Item]:
    """Return the lines of some deadlines."""
    by_key = {case.key: case for case in cases}
    return [_deadline_item(desk, deadline, by_key[deadline.case_id]) for deadline in deadlines]


def entry_items(desk: Desk, cases: Sequence[Case], entries: Sequence[Entry]) -> list[Item]:
    """Return the lines of some entries."""
    lines = {case.key: case_line(desk.book, case) for case in cases}
    return [lists.entry_item(entry, lines[entry.case_id]) for entry in entries]


def dated_items(
    session: Session, desk: Desk, cases: Sequence[Case], *, since: date | None = None, until: date | None = None
) -> list[tuple[date, Item]]:
    """Return entries and deadlines of some cases in the order of their dates, each with its country's flag.

    Without `since` every deadline is listed, otherwise the open ones alone.
    """
    keys = [case.key for case in cases]
    by_key = {case.key: case for case in cases}
    status = {} if since else {"status": None}
    dated: list[tuple[datetime, date, Item]] = []
    for entry in entries_of(session, keys, since=since, until=until):
        case = by_key[entry.case_id]
        item = lists.entry_item(entry, case_line(desk.book, case), flag=_flag(desk.book, case))
        dated.append((entry.starts_at or _start_of(entry.on_date, entry.zone), entry.on_date, item))
    for deadline in deadlines_of(session, keys, since=since, until=until, **status):
        case = by_key[deadline.case_id]
        dated.append((deadline.due_at, deadline.due, _deadline_item(desk, deadline, case, flag=_flag(desk.book, case))))
    return [(day, item) for _, day, item in sorted(dated, key=lambda each: each[0])]


def closed_ahead(desk: Desk, session: Session, cases: Sequence[Case], *, days: int) -> list[tuple[str, list[date]]]:
    """Return each court with the weekdays on which it is closed in the days ahead."""
    courts = sorted({case.court for case in cases})
    return [(desk.book.court(court).name, _closed_weekdays(desk, session, court, days)) for court in courts]


def _closed_weekdays(desk: Desk, session: Session, court: str, days: int) -> list[date]:
    today, closed = today_at(desk, desk.book.court(court).zone), tuple(closures_of(session, court))
    ahead = (today + timedelta(days=step) for step in range(days + 1))
    return [day for day in ahead if day.weekday() < 5 and desk.book.is_closed(court=court, day=day, closed=closed)]  # noqa: PLR2004 -- Saturday


def _deadline_item(desk: Desk, deadline: Deadline, case: Case, *, flag: str = "") -> Item:
    today = today_at(desk, deadline.zone)
    return lists.deadline_item(deadline, case_line(desk.book, case), today=today, flag=flag)


def _flag(book: Rulebook, case: Case) -> str:
    return f":flag-{book.court(case.court).country.lower()}: "


def _start_of(day: date, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))


def _zones(session: Session, channel_id: str | None) -> tuple[str, ...]:
    return zones_of(people_of_channel(session, channel_id)) if channel_id else ()


def _reachable(session: Session, book: Rulebook, case: Case, deadline: Deadline) -> date | None:
    """Return the last open day before an arguable date on which the registry is closed."""
    closed = tuple(closures_of(session, case.court))
    if deadline.latest == deadline.due or not book.is_closed(court=case.court, day=deadline.due, closed=closed):
        return None
    return book.last_open_day_before(court=case.court, day=deadline.due, closed=closed)


def _next_reminder(session: Session, ref: str, channel_id: str | None) -> datetime | None:
    """Return when the next reminder of a subject arrives, in this channel if one is named."""
    planned = select(Reminder.due_at).where(Reminder.subject == ref, Reminder.state == ReminderState.PLANNED)
    if channel_id and not channel_id.startswith("D"):
        planned = planned.where(Reminder.channel_id == channel_id)
    return session.exec(planned.order_by(col(Reminder.due_at)).limit(1)).first()
