"""The card of a deadline at a glance, for everybody in a channel; and what every card shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.docket.deadlines import was_filed_late
from handlers import phrases
from handlers.views.blocks import Block, Message, actions, button, context, message, option, section
from handlers.views.inputs import decide_button, overflow
from handlers.views.links import link_to
from handlers.views.proof import proof_shown
from handlers.views.text import court_name, elsewhere, hour, long_date, named, said, short_date, zone_name
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case as it is named on every card."""

    ref: str
    docket_number: str
    caption: str
    court: str

    @classmethod
    def of(cls, case: Case, court: str) -> "CaseLine":
        """Return the line of a case; its code name stands for the caption if it has one."""
        caption = case.alias or case.caption
        return cls(ref=case.ref, docket_number=case.docket_number, caption=caption, court=court_name(court))

    @property
    def text(self) -> str:
        """Return the line in mrkdwn."""
        return f"{self.ref} · {said(self.docket_number, 80)} · _{said(self.caption, 200)}_ · {said(self.court, 100)}"

    @property
    def label(self) -> str:
        """Return the line for a menu."""
        return f"{self.ref} · {self.docket_number} · {self.caption}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineCard:
    """What a deadline's card is made of.

    `reachable` is the last open day before a safe date on which the registry is closed; `registry_until` is the
    last open day where the registry closes before midnight; `now` tells what is overdue. `entry_ref` is the order that
    set the date. Its reminders are held until `held_until`, by `held_by`, and can be held while it `can_be_held`.
    `is_blind` says that whoever confirms computes a date of their own; `pending` what waits for somebody's decision.
    `after_mismatch` says that whoever confirmed it had computed another date first. Somebody `will_be_called` about its
    last reminder unless it is seen.
    """

    deadline: Deadline
    case: CaseLine
    zones: tuple[str, ...] = ()
    reachable: date | None = None
    registry_until: date | None = None
    next_reminder: datetime | None = None
    now: datetime | None = None
    entry_ref: str = ""
    held_until: datetime | None = None
    held_by: str = ""
    can_be_held: bool = True
    is_blind: bool = False
    after_mismatch: bool = False
    pending: str = ""
    will_be_called: bool = False


def deadline_card(card: DeadlineCard) -> Message:
    """Return the card of a deadline: its safe date, how sure it is, and what it waits for."""
    deadline = card.deadline
    blocks = [
        section(f":hourglass_flowing_sand: *{deadline.ref}* · {said(deadline.title)}\n{card.case.text}"),
        section("\n".join(_due(card))),
        section("\n".join(_doubts(card))),
        section("\n".join([_state(card), *_held(card)])),
    ]
    small = [phrases.OWNED_BY.format(owner=named(deadline.owner)) if deadline.owner else phrases.NO_OWNER]
    small += [phrases.BACKED_UP_BY.format(backup=named(deadline.backup))] if deadline.backup else []
    if card.next_reminder and deadline.status is DeadlineStatus.OPEN:
        small.append(next_reminder_on(card.next_reminder, deadline.zone))
    small.append(phrases.RECORDED_BY.format(by=named(deadline.created_by)))
    hints = [phrases.REMIND_SEEN_IS_NOT_DONE] if card.will_be_called else []
    return message(*blocks, context(" · ".join(small), *unknown_zone(card.zones), *hints), _deadline_buttons(card))


def deadline_when(deadline: Deadline) -> str:
    """Return the safe date of a deadline, with the hour at which it ends at the court."""
    return day_and_hour(deadline.due, deadline.due_at, deadline.zone)


def day_and_hour(due: date, due_at: datetime, zone: str) -> str:
    """Return a day, with the hour at which it ends at the court."""
    until = phrases.UNTIL.format(hour=hour(due_at, zone), zone=zone_name(due_at, zone))
    return f"*{long_date(due)}* {until}"


def _due(card: DeadlineCard) -> list[str]:
    deadline = card.deadline
    there = hours_elsewhere(deadline.due_at, deadline.zone, card.zones)
    pending = [card.pending] if card.pending else []
    return [*overdue(deadline, card.now), deadline_when(deadline), *there, *pending]


def overdue(deadline: Deadline, now: datetime | None) -> list[str]:
    """Return a line that says since when an open deadline is overdue; none if it is not."""
    if now is None or deadline.status is not DeadlineStatus.OPEN or now <= deadline.due_at:
        return []
    return [phrases.IS_OVERDUE.format(day=long_date(deadline.due), hour=hour(deadline.due_at, deadline.zone))]


def state_of(deadline: Deadline, *, is_blind: bool = False) -> str:
    """Return in a sentence whether a deadline is unconfirmed, confirmed, done (late, if it was) or moot."""
    if deadline.status is DeadlineStatus.DONE and deadline.done_at:
        day = long_date(deadline.done_at.astimezone(ZoneInfo(deadline.zone)).date())
        by = named(deadline.filed_by or deadline.done_by or "")
        done = phrases.IS_DONE.format(day=day, by=by, proof=proof_shown(deadline.proof))
        return "\n".join([done, *lateness(deadline)])
    if deadline.status is DeadlineStatus.MOOT:
        reason = said(deadline.closed_reason)
        return phrases.IS_MOOT_BECAUSE.format(reason=reason) if reason else phrases.IS_MOOT
    if deadline.confirmed_by:
        return phrases.CONFIRMED.format(by=named(deadline.confirmed_by))
    return phrases.BLIND_UNCONFIRMED if is_blind else phrases.UNCONFIRMED


def _state(card: DeadlineCard) -> str:
    told = state_of(card.deadline, is_blind=card.is_blind)
    shows_it = card.after_mismatch and card.deadline.status is DeadlineStatus.OPEN
    return f"{told}{phrases.CONFIRMED_AFTER_MISMATCH}" if shows_it else told


def lateness(deadline: Deadline) -> list[str]:
    """Return a line that says that a deadline was done after its safe date; none if it was not."""
    if deadline.done_at is None or not was_filed_late(deadline):
        return []
    filed_on = deadline.done_at.astimezone(ZoneInfo(deadline.zone)).date()
    told = phrases.FILED_AFTER_SAFE if deadline.due < filed_on <= deadline.latest else phrases.FILED_LATE
    return [told.format(due=long_date(deadline.due), latest=long_date(deadline.latest))]


def condition_of(condition: str) -> str:
    """Return in a sentence on what condition a deadline arises: "Only if ...", "Unless ..."."""
    words = said(condition).rstrip(".")
    if words.startswith(("if ", "when ", "where ", "for ", "in ")):
        return phrases.CONDITION.format(condition=words)
    return phrases.CONDITION_AS_SAID.format(condition=f"{words[:1].upper()}{words[1:]}")


def standing_in_words(standing: str) -> str:
    """Return how sure a date is, in a sentence."""
    return phrases.STANDINGS.get(standing, standing)


def authority(deadline: Deadline, entry_ref: str = "") -> list[str]:
    """Return what a date rests on: the provision that gives it, the order that fixed it, or nobody but us."""
    lines = []
    if deadline.is_fixed:
        order = " · ".join(filter(None, (said(entry_ref), said(deadline.note))))
        lines.append(phrases.FIXED_BY_COURT.format(order=order).rstrip(": "))
    if deadline.citation:
        lines.append(said(deadline.citation, 200))
    if not lines:
        lines.append(phrases.HELD_BY_HAND)
    if deadline.note and not deadline.is_fixed:
        lines.append(said(deadline.note, 500))
    if deadline.link:
        lines.append(link_to(deadline.link, phrases.LINK))
    return lines


def _doubts(card: DeadlineCard) -> list[str]:
    """Return the citation, how sure it is, on what condition it arises, and when the registry can be reached."""
    deadline = card.deadline
    lines = authority(deadline, card.entry_ref)
    if deadline.standing:
        lines.append(standing_in_words(deadline.standing))
    if deadline.condition:
        lines.append(condition_of(deadline.condition))
    if card.registry_until and deadline.status is DeadlineStatus.OPEN:
        lines.append(phrases.REGISTRY_CLOSES.format(day=long_date(card.registry_until)))
    elif card.reachable:
        lines.append(phrases.LAST_OPEN_DAY.format(day=long_date(card.reachable)))
    return lines


def _held(card: DeadlineCard) -> list[str]:
    """Return until when its reminders are held, and by whom."""
    deadline = card.deadline
    if deadline.status is not DeadlineStatus.OPEN or card.held_until is None:
        return []
    until = long_date(card.held_until.astimezone(ZoneInfo(deadline.zone)).date())
    return [phrases.SNOOZED_UNTIL.format(until=until, by=named(card.held_by))]


def hours_elsewhere(instant: datetime | None, court_zone: str, zones: Sequence[str]) -> list[str]:
    """Return the hour of an instant in the zones of the people; none if the hour is not known."""
    return elsewhere(instant, court_zone=court_zone, zones=zones) if instant else []


def unknown_zone(zones: Sequence[str]) -> list[str]:
    """Return a line that says that somebody's zone is not known, if so."""
    return [phrases.UNKNOWN_ZONE] if "UTC" in zones else []


def next_reminder_on(instant: datetime, zone: str) -> str:
    """Return on which day of the court the next reminder comes."""
    return phrases.NEXT_REMINDER.format(day=short_date(instant.astimezone(ZoneInfo(zone)).date()))


def confirm_value(deadline: Deadline) -> str:
    """Return what Confirm carries: which deadline, and the instant that stood beside the button."""
    return f"{deadline.ref} {deadline.due_at.astimezone(UTC).isoformat()}"


def _deadline_buttons(card: DeadlineCard) -> Block:
    """Return what can be done to a deadline now."""
    deadline = card.deadline
    ref, is_open, row = deadline.ref, deadline.status is DeadlineStatus.OPEN, []
    if is_open and not deadline.confirmed_by:
        row.append(button(phrases.CONFIRM, "deadline.confirm", confirm_value(deadline), style="primary"))
    if is_open:
        row.append(button(phrases.DONE, "deadline.done", ref))
    if is_open and card.will_be_called:
        row.append(button(phrases.REMIND_SEEN, "deadline.acknowledge", ref))
    if is_open:
        row.append(button(phrases.DEADLINE_ASSIGN, "deadline.assign", ref))
    if is_open and card.can_be_held:
        row.append(button(phrases.DEADLINE_SNOOZE, "deadline.snooze", ref))
    row += [decide_button(card.case.ref)] if card.pending else []
    row.append(button(phrases.EXPLAIN, "deadline.explain", ref))
    row.append(button(phrases.OPEN, "deadline.open", ref))
    return actions(*row, overflow("deadline.more", _seldom(deadline)), block_id=f"card:{ref}")


def _seldom(deadline: Deadline) -> list[Block]:
    """Return what is seldom done to a deadline and can be done now."""
    if deadline.status is not DeadlineStatus.OPEN:
        return [option(phrases.DEADLINE_REOPEN, f"reopen {deadline.ref}")]
    return [
        option(phrases.FILE_BUTTON, f"file {deadline.ref}"),
        option(phrases.DEADLINE_EXTEND, f"extend {deadline.ref}"),
        option(phrases.DEADLINE_MOOT, f"moot {deadline.ref}"),
    ]
