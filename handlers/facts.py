"""What the docket knows, gathered into the values that views are built from."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.deadlines import DATING_ACTS, is_blind
from bot.docket.desk import Desk
from bot.docket.mismatches import first_computed
from bot.docket.sight import Viewer
from bot.docket.snoozing import held_until, last_day_of_snooze
from bot.reminders.silence import unseen
from bot.rulebook import Rulebook
from handlers import phrases
from handlers.pending import pending_line
from handlers.roster import zones_of
from handlers.views import cards, deadline_pages, lists, pages
from handlers.views.blocks import Message
from handlers.views.cards import CaseLine, DeadlineCard
from handlers.views.entry_cards import EntryCard, entry_card
from handlers.views.text import holiday_name
from storage.cases import Case, people_of_channel
from storage.docket import Deadline, Entry, EntryKind, Precision, deadlines_started_by, neighbours
from storage.law import closures_of
from storage.reminders import ReminderState, said_and_calling
from storage.standing import last_line, lines_of, next_reminder


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
    follows, followed_by = neighbours(session, entry)
    return entry_card(
        EntryCard(
            entry=entry,
            case=case_line(desk.book, case),
            zones=_zones(session, channel_id),
            next_reminder=next_reminder(session, entry.ref, channel_id),
            closed_by=closed_by,
            closed_for=closed_for,
            court_closed=why_closed_for(session, desk.book, case, entry),
            trigger=trigger_label(desk.book, case, entry.trigger),
            follows=follows,
            followed_by=followed_by,
        )
    )


def deadline_message(
    session: Session, desk: Desk, deadline: Deadline, *, channel_id: str | None, stands: bool = False
) -> Message:
    """Return the card of a deadline as a channel sees it.

    Args:
        stands: that it stands in the channel, perhaps in place of a reminder, so that Seen must not be missing.
    """
    case = session.get_one(Case, deadline.case_id)
    now = desk.clock.now()
    held = held_until(deadline, now=now)
    return cards.deadline_card(
        DeadlineCard(
            deadline=deadline,
            case=case_line(desk.book, case),
            zones=_zones(session, channel_id),
            reachable=_reachable(session, desk.book, case, deadline),
            registry_until=_registry_until(session, desk.book, case, deadline),
            next_reminder=next_reminder(session, deadline.ref, channel_id),
            now=now,
            entry_ref=setting_entry(session, deadline),
            pending=pending_line(session, desk.book, deadline) or "",
            held_until=held,
            held_by=_held_by(session, deadline) if held else "",
            can_be_held=last_day_of_snooze(deadline) > today_at(desk, deadline.zone),
            after_mismatch=_agreed_after_mismatch(session, deadline),
            will_be_called=stands and somebody_will_be_called(session, deadline.ref),
            is_blind=not deadline.confirmed_by and is_blind(session, deadline.case_id),
        )
    )


def deadline_page(session: Session, desk: Desk, deadline: Deadline, *, channel_id: str | None) -> Message:
    """Return a deadline's card with what happened to it, as the log has it."""
    card = deadline_message(session, desk, deadline, channel_id=channel_id)
    lines = lines_of(session, deadline.ref, phrases.HISTORY_LINES)
    return deadline_pages.with_history(card, lines, zone=deadline.zone)


def setting_entry(session: Session, deadline: Deadline) -> str:
    """Return the short id of the entry by which a court set a date; nothing if there is none, or a later order did."""
    line = last_line(session, deadline.ref, DATING_ACTS) if deadline.entry_id and deadline.is_fixed else None
    if line is None or line.action != "deadline.entered":
        return ""
    return session.get_one(Entry, deadline.entry_id).ref


def entry_page(session: Session, desk: Desk, entry: Entry, who: Viewer) -> Message:
    """Return an entry's card with the deadlines it started."""
    case = session.get_one(Case, entry.case_id)
    started = deadlines_started_by(session, entry.key)
    line, now = case_line(desk.book, case), desk.clock.now()
    items = [lists.deadline_item(deadline, line, now=now) for deadline in started]
    return pages.with_deadlines(entry_message(session, desk, entry, channel_id=who.channel_id), items)


def explanation(session: Session, desk: Desk, deadline: Deadline) -> Message:
    """Return how a deadline was counted; or, if no rule computed it, who gave it its date."""
    line = case_line(desk.book, session.get_one(Case, deadline.case_id))
    if deadline.explanation.get("steps"):
        return pages.explanation(deadline, line, now=desk.clock.now())
    given = lines_of(session, deadline.ref, DATING_ACTS)
    ref = setting_entry(session, deadline)
    return deadline_pages.given_date(deadline, line, given, entry_ref=ref, now=desk.clock.now())


def trigger_label(book: Rulebook, case: Case, trigger: str | None) -> str:
    """Return what an entry is for the rules, in words; its name, where the rulebook has it no more; nothing of none."""
    known = book.triggers(case.court) if trigger else ()
    return next((one.label for one in known if one.id == trigger), trigger or "")


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
    return why_closed_on(session, book, case, entry.on_date)


def why_closed_on(session: Session, book: Rulebook, case: Case, day: date) -> str:
    """Return why the court of a case is closed on a day; nothing if it is open."""
    closings = tuple(closures_of(session, case.court))
    if not book.is_closed(court=case.court, day=day, closed=closings):
        return ""
    why = book.why_closed(court=case.court, day=day)
    return ", ".join(holiday_name(found.name) for found in why) or phrases.CLOSED_BY_TEAM


def _closing(session: Session, entry: Entry) -> tuple[str, str]:
    """Return who vacated or withdrew an entry, and why; nothing if it stands."""
    line = last_line(session, entry.ref, [f"{entry.kind}.{entry.status}"])
    return (line.actor, line.reason) if line else ("", "")


def _held_by(session: Session, deadline: Deadline) -> str:
    """Return who holds the reminders of a deadline."""
    line = last_line(session, deadline.ref, ["deadline.snoozed"])
    return line.actor if line else ""


def _agreed_after_mismatch(session: Session, deadline: Deadline) -> bool:
    """Return whether whoever confirmed a date had computed another one first."""
    by = deadline.confirmed_by
    return by is not None and first_computed(session, deadline, by=by) is not None


def somebody_will_be_called(session: Session, ref: str) -> bool:
    """Return whether colleagues are called about the last reminder of a deadline if nobody says that they saw it."""
    rows = said_and_calling(session, [ref])[ref]
    return any(unseen(row.step) and row.state is ReminderState.PLANNED for row in rows)


def _registry_until(session: Session, book: Rulebook, case: Case, deadline: Deadline) -> date | None:
    """Return the last day on which a Cambodian registry is open; elsewhere filing is electronic until midnight."""
    if book.court(case.court).country != "KH":
        return None
    return book.last_open_day_before(court=case.court, day=deadline.due, closed=tuple(closures_of(session, case.court)))
