"""The alarm: how long is left, of what, in which case, how sure that is, and who owes it."""

from zoneinfo import ZoneInfo

from bot.reminders import Alarm
from bot.reminders.steps import OUTCOME
from handlers import phrases
from handlers.views.blocks import Block, Message, actions, button, context, message, section
from handlers.views.cards import (
    CaseLine,
    authority,
    condition_of,
    confirm_value,
    deadline_when,
    standing_in_words,
    state_of,
)
from handlers.views.duty import whose
from handlers.views.entry_cards import entry_when
from handlers.views.remaining import deadline_left, hearing_left
from handlers.views.text import elsewhere, long_date, moment, named, said, zone_name
from storage.docket import Deadline, Entry


def reminder(alarm: Alarm) -> Message:
    """Return the message of a reminder; its plain text says everything, for screen readers and notifications."""
    if isinstance(alarm.about, Deadline):
        return _of_deadline(alarm, alarm.about)
    return _after_hearing(alarm, alarm.about) if alarm.step == OUTCOME else _of_hearing(alarm, alarm.about)


def _of_deadline(alarm: Alarm, deadline: Deadline) -> Message:
    due = phrases.REMIND_DUE.format(when=deadline_when(deadline))
    there = elsewhere(deadline.due_at, court_zone=deadline.zone, zones=_zones(alarm))
    return message(
        section(f"{deadline_left(deadline, alarm.now)} · *{deadline.ref}* · {said(deadline.title)}\n{_case(alarm)}"),
        section("\n".join([due, *there])),
        section("\n".join(_doubts(alarm, deadline))),
        section(f"{state_of(deadline, is_blind=alarm.is_blind)}\n{whose(alarm)}"),
        *_circumstances(alarm, deadline.zone, phrases.REMIND_SEEN_IS_NOT_DONE),
        _deadline_buttons(deadline),
    )


def _of_hearing(alarm: Alarm, hearing: Entry) -> Message:
    title = phrases.REMIND_HEARING.format(title=said(hearing.title))
    appears = [phrases.REMIND_APPEARS.format(owner=named(hearing.owner))] if hearing.owner else []
    return message(
        section(f"{hearing_left(hearing, alarm.now)} · *{hearing.ref}* · {title}\n{_case(alarm)}"),
        section("\n".join([*_when_and_where(alarm, hearing), *appears])),
        *_circumstances(alarm, hearing.zone),
        actions(button(phrases.OPEN, "entry.open", hearing.ref), block_id=f"reminder:{hearing.ref}"),
    )


def _after_hearing(alarm: Alarm, hearing: Entry) -> Message:
    """Ask what came of a hearing, with a button for each answer."""
    title = phrases.REMIND_OUTCOME.format(ref=hearing.ref, title=said(hearing.title))
    asked = [phrases.REMIND_OWED_BY.format(owner=named(hearing.owner))] if hearing.owner else []
    return message(
        section(f"{title}\n{_case(alarm)}"),
        section("\n".join(_when_and_where(alarm, hearing))),
        section("\n".join([phrases.REMIND_ASK_OUTCOME, *asked])),
        *_circumstances(alarm, hearing.zone, phrases.REMIND_OUTCOME_HINT),
        actions(
            button(phrases.REMIND_HELD, "entry.held", hearing.ref, style="primary"),
            button(phrases.REMIND_ADJOURNED, "entry.adjourn", hearing.ref),
            button(phrases.REMIND_NOT_HELD, "entry.vacate", hearing.ref),
            block_id=f"reminder:{hearing.ref}",
        ),
    )


def _case(alarm: Alarm) -> str:
    return CaseLine.of(alarm.case, alarm.court.name).text


def _zones(alarm: Alarm) -> list[str]:
    return [person.zone for person in alarm.people]


def _when_and_where(alarm: Alarm, hearing: Entry) -> list[str]:
    there = elsewhere(hearing.starts_at, court_zone=hearing.zone, zones=_zones(alarm)) if hearing.starts_at else []
    place = [said(hearing.place, 200)] if hearing.place else []
    return [entry_when(hearing), *there, *place]


def _doubts(alarm: Alarm, deadline: Deadline) -> list[str]:
    lines = authority(deadline)
    lines += [standing_in_words(deadline.standing)] if deadline.standing else []
    lines += [condition_of(deadline.condition)] if deadline.condition else []
    if alarm.reachable_until:
        lines.append(phrases.LAST_OPEN_DAY.format(day=long_date(alarm.reachable_until)))
    if alarm.now > deadline.due_at and deadline.latest > deadline.due:
        lines.append(phrases.REMIND_STILL_OPEN_PERHAPS.format(latest=long_date(deadline.latest)))
    return lines


def _circumstances(alarm: Alarm, zone: str, *hints: str) -> list[Block]:
    """Return why this message comes late, again or here, as small print."""
    lines = [phrases.REMIND_RECORDED_LATE] if alarm.recorded_late else []
    if alarm.is_late:
        meant = alarm.meant_for[-1].astimezone(ZoneInfo(zone))
        lines.append(phrases.REMIND_LATE.format(meant=f"{moment(meant, zone)} ({zone_name(meant, zone)})"))
    if others := len(alarm.covers) - 1:
        lines.append(phrases.REMIND_STANDS_FOR_ONE if others == 1 else phrases.REMIND_STANDS_FOR.format(number=others))
    lines += [phrases.REMIND_MAY_REPEAT] if alarm.may_repeat else []
    lines += [phrases.REMIND_REROUTED.format(channel=alarm.rerouted_from)] if alarm.is_rerouted else []
    return [context(*lines, *hints)] if lines or hints else []


def _deadline_buttons(deadline: Deadline) -> Block:
    ref = deadline.ref
    buttons = [
        button(phrases.DONE, "deadline.done", ref),
        button(phrases.REMIND_SEEN, "deadline.acknowledge", ref),
        button(phrases.EXPLAIN, "deadline.explain", ref),
    ]
    if not deadline.confirmed_by:
        buttons.insert(0, button(phrases.CONFIRM, "deadline.confirm", confirm_value(deadline), style="primary"))
    return actions(*buttons, block_id=f"reminder:{ref}")
