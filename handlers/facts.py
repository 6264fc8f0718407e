"""What the docket knows, gathered into the values that views are built from."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.docket.desk import Desk
from bot.docket.sight import Viewer
from bot.rulebook import Rulebook
from handlers import phrases
from handlers.roster import zones_of
from handlers.views import cards, lists, pages
from handlers.views.blocks import Message
from handlers.views.cards import CaseLine, DeadlineCard
from handlers.views.entry_cards import EntryCard, entry_card
from storage.cases import Case, people_of_channel
from storage.docket import Deadline, Entry, EntryKind, Precision, deadlines_started_by
from storage.law import closures_of
from storage.log import AuditEntry
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
    case = session.get_one(Case, entry.case_id)
    closed_by, closed_for = _closing(session, entry)
    return entry_card(
        EntryCard(
            entry=entry,
            case=case_line(desk.book, case),
            zones=_zones(session, channel_id),
            next_reminder=_next_reminder(session, entry.ref, channel_id),
            closed_by=closed_by,
            closed_for=closed_for,
            court_closed=why_closed_for(session, desk.book, case, entry),
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
            registry_until=_registry_until(session, desk.book, case, deadline),
            next_reminder=_next_reminder(session, deadline.ref, channel_id),
            now=desk.clock.now(),
        )
    )


def entry_page(session: Session, desk: Desk, entry: Entry, who: Viewer) -> Message:
    """Return an entry's card with the deadlines it started."""
    case = session.get_one(Case, entry.case_id)
    started = deadlines_started_by(session, entry.key)
    line, now = case_line(desk.book, case), desk.clock.now()
    items = [lists.deadline_item(deadline, line, now=now) for deadline in started]
    return pages.with_deadlines(entry_message(session, desk, entry, channel_id=who.channel_id), items)


def explanation(session: Session, desk: Desk, deadline: Deadline) -> Message:
    """Return how a deadline was counted."""
    line = case_line(desk.book, session.get_one(Case, deadline.case_id))
    return pages.explanation(deadline, line, now=desk.clock.now())


def closed_ahead(
    desk: Desk, session: Session, cases: Sequence[Case], *, days: int
) -> list[tuple[str, tuple[date, ...]]]:
    """Return the weekdays ahead on which courts are closed; courts of a country that share them stand together."""
    shared: dict[tuple[str, tuple[date, ...]], list[str]] = {}
    for court in map(desk.book.court, sorted({case.court for case in cases})):
        closed = (court.country, _closed_weekdays(desk, session, court.id, days))
        shared.setdefault(closed, []).append(court.name)
    return [(", ".join(names), closed) for (_, closed), names in sorted(shared.items())]


def _closed_weekdays(desk: Desk, session: Session, court: str, days: int) -> tuple[date, ...]:
    today, closed = today_at(desk, desk.book.court(court).zone), tuple(closures_of(session, court))
    ahead = (today + timedelta(days=step) for step in range(days + 1))
    return tuple(day for day in ahead if day.weekday() < 5 and desk.book.is_closed(court=court, day=day, closed=closed))  # noqa: PLR2004 -- Saturday


def flag(book: Rulebook, case: Case) -> str:
    """Return the flag of the country in which a case runs."""
    return f":flag-{book.court(case.court).country.lower()}: "


def _zones(session: Session, channel_id: str | None) -> tuple[str, ...]:
    return zones_of(people_of_channel(session, channel_id)) if channel_id else ()


def _reachable(session: Session, book: Rulebook, case: Case, deadline: Deadline) -> date | None:
    """Return the last open day before an arguable date on which the registry is closed."""
    closed = tuple(closures_of(session, case.court))
    if deadline.latest == deadline.due or not book.is_closed(court=case.court, day=deadline.due, closed=closed):
        return None
    return book.last_open_day_before(court=case.court, day=deadline.due, closed=closed)


def why_closed_for(session: Session, book: Rulebook, case: Case, entry: Entry) -> str:
    """Return why the court is closed on the day of a hearing ("Memorial Day"); nothing if it is open."""
    if entry.kind is not EntryKind.HEARING or entry.precision is not Precision.DAY:
        return ""
    day, closings = entry.on_date, tuple(closures_of(session, case.court))
    if not book.is_closed(court=case.court, day=day, closed=closings):
        return ""
    return ", ".join(found.name for found in book.why_closed(court=case.court, day=day)) or phrases.CLOSED_BY_TEAM


def _closing(session: Session, entry: Entry) -> tuple[str, str]:
    """Return who vacated or withdrew an entry, and why; nothing if it stands."""
    closings = select(AuditEntry).where(
        AuditEntry.subject == entry.ref, AuditEntry.action == f"{entry.kind}.{entry.status}"
    )
    line = session.exec(closings.order_by(col(AuditEntry.id).desc()).limit(1)).first()
    return (line.actor, line.reason) if line else ("", "")


def _registry_until(session: Session, book: Rulebook, case: Case, deadline: Deadline) -> date | None:
    """Return the last day on which a Cambodian registry is open; elsewhere filing is electronic until midnight."""
    if book.court(case.court).country != "KH":
        return None
    return book.last_open_day_before(court=case.court, day=deadline.due, closed=tuple(closures_of(session, case.court)))


def _next_reminder(session: Session, ref: str, channel_id: str | None) -> datetime | None:
    """Return when the next reminder of a subject arrives, in this channel if one is named."""
    planned = select(Reminder.due_at).where(Reminder.subject == ref, Reminder.state == ReminderState.PLANNED)
    if channel_id and not channel_id.startswith("D"):
        planned = planned.where(Reminder.channel_id == channel_id)
    return session.exec(planned.order_by(col(Reminder.due_at)).limit(1)).first()
