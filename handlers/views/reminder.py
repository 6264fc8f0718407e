"""The alarm: how long is left, of what, in which case, how sure that is, and who owes it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.reminders import Alarm
from bot.reminders.ladder import is_overdue
from handlers import phrases
from handlers.views.blocks import Block, Message, actions, button, context, message, section
from handlers.views.cards import CaseLine, condition_of, deadline_when, standing_in_words, state_of
from handlers.views.entry_cards import entry_when
from handlers.views.text import elsewhere, long_date, moment, named, said, zone_name
from storage.docket import Deadline, Entry

LEFT = ":alarm_clock: *{left}*"
OVERDUE = ":rotating_light: *OVERDUE* since {day}"
STILL_OPEN_PERHAPS = "The safe date has passed. On the other reading there is time until {latest}: act now."
OWED_BY = "{owner}, this is yours."
NOBODY = "Nobody owns this yet."
BACKUP = "Backup: {backup}."
RECORDED_LATE = "Said at once: the time for this reminder had passed when the date was recorded."
LATE = "This reminder is late. It was meant for {meant}."
LATE_ALSO = "It also stands for {count} that could not be delivered before."
MAY_REPEAT = "It may be a repeat: an earlier attempt was cut off, and I may not look into the channel's history."
REROUTED = "You get this directly because I cannot post in <#{channel}>. Invite me there, or link the case elsewhere."
COUNTED = {0: "today", 1: "tomorrow"}


def reminder(alarm: Alarm) -> Message:
    """Return the message of a reminder; its plain text says everything, for screen readers and notifications."""
    if isinstance(alarm.about, Deadline):
        return _of_deadline(alarm, alarm.about)
    return _of_hearing(alarm, alarm.about)


def _of_deadline(alarm: Alarm, deadline: Deadline) -> Message:
    return message(
        section(f"{_deadline_left(alarm, deadline)} · *{deadline.ref}* · {said(deadline.title)}\n{_case(alarm)}"),
        section("\n".join([f"Due {deadline_when(deadline)}", *_elsewhere(alarm, deadline.due_at, deadline.zone)])),
        section("\n".join(_doubts(alarm, deadline))),
        section(f"{state_of(deadline)}\n{_owner(deadline)}"),
        *_circumstances(alarm, deadline.zone),
        _deadline_buttons(deadline),
    )


def _of_hearing(alarm: Alarm, hearing: Entry) -> Message:
    place = [said(hearing.place, 200)] if hearing.place else []
    return message(
        section(f"{_hearing_left(alarm, hearing)} · *{hearing.ref}* · Hearing: {said(hearing.title)}\n{_case(alarm)}"),
        section("\n".join([entry_when(hearing), *_elsewhere(alarm, hearing.starts_at, hearing.zone), *place])),
        *_circumstances(alarm, hearing.zone),
        actions(button(phrases.OPEN, "entry.open", hearing.ref), block_id=f"reminder:{hearing.ref}"),
    )


def _case(alarm: Alarm) -> str:
    return CaseLine.of(alarm.case, alarm.court.name).text


def _deadline_left(alarm: Alarm, deadline: Deadline) -> str:
    if is_overdue(alarm.step) or alarm.now > deadline.due_at:
        return OVERDUE.format(day=long_date(deadline.due))
    left = _days_left(alarm, deadline.due, deadline.zone)
    if left == 0:
        return LEFT.format(left=f"due today, {_hours(alarm.now, deadline.due_at)} left")
    return LEFT.format(left="due tomorrow" if left == 1 else f"{left} days left")


def _hearing_left(alarm: Alarm, hearing: Entry) -> str:
    left = _days_left(alarm, hearing.on_date, hearing.zone)
    if hearing.starts_at and alarm.now >= hearing.starts_at:
        return LEFT.format(left=f"began {_hours(hearing.starts_at, alarm.now)} ago")
    if hearing.starts_at and left == 0:
        return LEFT.format(left=f"today, in {_hours(alarm.now, hearing.starts_at)}")
    if left < 0:
        return LEFT.format(left=f"was {-left} days ago" if left < -1 else "was yesterday")
    return LEFT.format(left=COUNTED.get(left, f"in {left} days"))


def _days_left(alarm: Alarm, day: date, zone: str) -> int:
    """Count the days as the court's calendar does, whatever the clocks did in between."""
    return (day - alarm.now.astimezone(ZoneInfo(zone)).date()).days


def _hours(start: datetime, end: datetime) -> str:
    """Return how long it is between two instants, in words: "2 hours 40 minutes"."""
    minutes = round((end - start).total_seconds() / 60)
    parts = [_counted(minutes // 60, "hour"), _counted(minutes % 60, "minute")]
    return " ".join(part for part in parts if part) or "less than a minute"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


def _elsewhere(alarm: Alarm, instant: datetime | None, court_zone: str) -> list[str]:
    zones = [person.zone for person in alarm.people]
    return elsewhere(instant, court_zone=court_zone, zones=zones) if instant else []


def _doubts(alarm: Alarm, deadline: Deadline) -> list[str]:
    lines = [said(deadline.citation, 200) if deadline.citation else phrases.HELD_BY_HAND]
    lines += [standing_in_words(deadline.standing)] if deadline.standing else []
    lines += [condition_of(deadline.condition)] if deadline.condition else []
    if alarm.reachable_until:
        lines.append(phrases.LAST_OPEN_DAY.format(day=long_date(alarm.reachable_until)))
    if alarm.now > deadline.due_at and deadline.latest > deadline.due:
        lines.append(STILL_OPEN_PERHAPS.format(latest=long_date(deadline.latest)))
    return lines


def _owner(deadline: Deadline) -> str:
    owner = OWED_BY.format(owner=named(deadline.owner)) if deadline.owner else NOBODY
    return f"{owner} {BACKUP.format(backup=named(deadline.backup))}" if deadline.backup else owner


def _circumstances(alarm: Alarm, zone: str) -> list[Block]:
    """Return why this message comes late, again or here, as small print."""
    lines = [RECORDED_LATE] if alarm.recorded_late else []
    if alarm.is_late:
        meant = alarm.meant_for[-1]
        lines.append(LATE.format(meant=f"{moment(meant, zone)} ({zone_name(meant, zone)})"))
    if others := len(alarm.covers) - 1:
        lines.append(LATE_ALSO.format(count=_counted(others, "reminder")))
    lines += [MAY_REPEAT] if alarm.may_repeat else []
    lines += [REROUTED.format(channel=alarm.rerouted_from)] if alarm.rerouted_from else []
    return [context(*lines)] if lines else []


def _deadline_buttons(deadline: Deadline) -> Block:
    ref = deadline.ref
    buttons = [button(phrases.DONE, "deadline.done", ref), button(phrases.EXPLAIN, "deadline.explain", ref)]
    if not deadline.confirmed_by:
        buttons.insert(0, button(phrases.CONFIRM, "deadline.confirm", ref, style="primary"))
    return actions(*buttons, block_id=f"reminder:{ref}")
