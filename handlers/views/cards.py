"""The card of a deadline at a glance, for everybody in a channel; and what every card shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers import phrases
from handlers.views.blocks import Block, Message, actions, button, context, message, section
from handlers.views.text import elsewhere, hour, long_date, named, said, short_date, zone_name
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
        return cls(ref=case.ref, docket_number=case.docket_number, caption=case.alias or case.caption, court=court)

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
    last open day where the registry closes before midnight; `now` tells what is overdue.
    """

    deadline: Deadline
    case: CaseLine
    zones: tuple[str, ...] = ()
    reachable: date | None = None
    registry_until: date | None = None
    next_reminder: datetime | None = None
    now: datetime | None = None


def deadline_card(card: DeadlineCard) -> Message:
    """Return the card of a deadline: its safe date, how sure it is, and what it waits for."""
    deadline = card.deadline
    blocks = [
        section(f":hourglass_flowing_sand: *{deadline.ref}* · {said(deadline.title)}\n{card.case.text}"),
        section("\n".join(_due(card))),
        section("\n".join(_doubts(card))),
        section(state_of(deadline)),
    ]
    small = [phrases.OWNED_BY.format(owner=named(deadline.owner)) if deadline.owner else phrases.NO_OWNER]
    if card.next_reminder and deadline.status is DeadlineStatus.OPEN:
        small.append(next_reminder_on(card.next_reminder, deadline.zone))
    small.append(phrases.RECORDED_BY.format(by=named(deadline.created_by)))
    return message(*blocks, context(" · ".join(small), *unknown_zone(card.zones)), _deadline_buttons(deadline))


def deadline_when(deadline: Deadline) -> str:
    """Return the safe date of a deadline, with the hour at which it ends at the court."""
    until = phrases.UNTIL.format(
        hour=hour(deadline.due_at, deadline.zone), zone=zone_name(deadline.due_at, deadline.zone)
    )
    return f"*{long_date(deadline.due)}* {until}"


def _due(card: DeadlineCard) -> list[str]:
    deadline = card.deadline
    there = hours_elsewhere(deadline.due_at, deadline.zone, card.zones)
    return [*overdue(deadline, card.now), deadline_when(deadline), *there]


def overdue(deadline: Deadline, now: datetime | None) -> list[str]:
    """Return a line that says since when an open deadline is overdue; none if it is not."""
    if now is None or deadline.status is not DeadlineStatus.OPEN or now <= deadline.due_at:
        return []
    return [phrases.IS_OVERDUE.format(day=long_date(deadline.due), hour=hour(deadline.due_at, deadline.zone))]


def state_of(deadline: Deadline) -> str:
    """Return in one sentence whether a deadline is unconfirmed, confirmed, done or moot."""
    if deadline.status is DeadlineStatus.DONE and deadline.done_at:
        day = long_date(deadline.done_at.astimezone(ZoneInfo(deadline.zone)).date())
        by = named(deadline.filed_by or deadline.done_by or "")
        return phrases.IS_DONE.format(day=day, by=by, proof=said(deadline.proof))
    if deadline.status is DeadlineStatus.MOOT:
        return phrases.IS_MOOT
    return phrases.CONFIRMED.format(by=named(deadline.confirmed_by)) if deadline.confirmed_by else phrases.UNCONFIRMED


def condition_of(condition: str) -> str:
    """Return in a sentence on what condition a deadline arises: "Only if ...", "Unless ..."."""
    words = said(condition).rstrip(".")
    if words.startswith(("if ", "when ", "where ", "for ", "in ")):
        return phrases.CONDITION.format(condition=words)
    return f"{words[:1].upper()}{words[1:]}."


def standing_in_words(standing: str) -> str:
    """Return how sure a date is, in a sentence."""
    return phrases.STANDINGS.get(standing, standing)


def _doubts(card: DeadlineCard) -> list[str]:
    """Return the citation, how sure it is, on what condition it arises, and when the registry can be reached."""
    deadline = card.deadline
    lines = [said(deadline.citation, 200)] if deadline.citation else [phrases.HELD_BY_HAND]
    if deadline.standing:
        lines.append(standing_in_words(deadline.standing))
    if deadline.condition:
        lines.append(condition_of(deadline.condition))
    if card.registry_until and deadline.status is DeadlineStatus.OPEN:
        lines.append(phrases.REGISTRY_CLOSES.format(day=long_date(card.registry_until)))
    elif card.reachable:
        lines.append(phrases.LAST_OPEN_DAY.format(day=long_date(card.reachable)))
    return lines


def hours_elsewhere(instant: datetime | None, court_zone: str, zones: Sequence[str]) -> list[str]:
    """Return the hour of an instant in the zones of the people; none if the hour is not known."""
    return elsewhere(instant, court_zone=court_zone, zones=zones) if instant else []


def unknown_zone(zones: Sequence[str]) -> list[str]:
    """Return a line that says that somebody's zone is not known, if so."""
    return [phrases.UNKNOWN_ZONE] if "UTC" in zones else []


def next_reminder_on(instant: datetime, zone: str) -> str:
    """Return on which day of the court the next reminder comes."""
    return phrases.NEXT_REMINDER.format(day=short_date(instant.astimezone(ZoneInfo(zone)).date()))


def _deadline_buttons(deadline: Deadline) -> Block:
    """Return what can be done to a deadline now."""
    buttons = [
        button(phrases.EXPLAIN, "deadline.explain", deadline.ref),
        button(phrases.OPEN, "deadline.open", deadline.ref),
    ]
    if deadline.status is DeadlineStatus.OPEN:
        buttons.insert(0, button(phrases.DONE, "deadline.done", deadline.ref))
        if not deadline.confirmed_by:
            buttons.insert(0, button(phrases.CONFIRM, "deadline.confirm", deadline.ref, style="primary"))
    return actions(*buttons, block_id=f"card:{deadline.ref}")
