"""Keep the planned rows in agreement with the docket, inside the change that touched it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.docket.desk import Change
from bot.reminders.claims import WAITING, cancel, move, revive
from bot.reminders.habits import Habits, habits_of
from bot.reminders.ladder import OVERDUE, Step, still_overdue
from bot.reminders.mornings import plan_digests
from bot.reminders.silence import is_seen, unseen
from bot.reminders.steps import OUTCOME, OpenDays, is_held, steps_to
from bot.reminders.subjects import Subject, is_reminded_of, of_deadline, of_hearing
from storage.cases import Case, cases_of_channel, cases_of_court, channels_of_case
from storage.docket import EntryKind, EntryStatus, deadlines_of, entries_of
from storage.planning import Planned, plan, planned
from storage.reminders import Reminder, ReminderState, reminders_of

_NEAR = timedelta(days=62)
"""No ladder looks at the open days further away from a date than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A step that a channel should hear; `late` if it had passed before the date was known."""

    step: str
    at: datetime
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """What the subjects of one case have in common: the days of its court, who follows it, and when they listen."""

    days: OpenDays
    channels: Mapping[str, Habits]


def follow(change: Change) -> None:
    """Plan, move, revive and cancel reminders until they agree with everything that the change touched.

    What was sent stays sent. A step whose time has passed is not skipped: the nearest of them is said at once.
    """
    hearings = [of_hearing(entry) for entry in change.entries.values() if is_reminded_of(entry)]
    subjects = [*map(of_deadline, change.deadlines.values()), *hearings]
    _plan_all(change, subjects, {key: _file(change, key) for key in {subject.case_id for subject in subjects}})


def replan(change: Change, channel_id: str) -> None:
    """Let what is planned in a channel agree with what the channel chose: its ladder, hours, zone and digest.

    Nothing is said at once because of it, except what was promised for a time that has passed by the new choice.
    """
    habits = habits_of(change.session, channel_id)
    keys = [case.key for case in cases_of_channel(change.session, channel_id)]
    hearings = entries_of(change.session, keys, kind=EntryKind.HEARING)
    subjects = [
        *map(of_deadline, deadlines_of(change.session, keys)),
        *(of_hearing(hearing) for hearing in hearings if hearing.status is EntryStatus.STANDING),
    ]
    files = {key: _File(days=_days(change, key), channels={channel_id: habits}) for key in keys}
    _plan_all(change, subjects, files, by_choice=True)
    plan_digests(change.session, change.book, now=change.now)


def replan_around(change: Change, *, court: str, day: date) -> None:
    """Let what is counted in a court's open days agree with its calendar near a day that opened or closed.

    Nothing is said at once because of it, except what was promised for a time that has passed by the new calendar.
    """
    keys = [case.key for case in cases_of_court(change.session, court)]
    first, last = day - _NEAR, day + _NEAR
    hearings = entries_of(change.session, keys, kind=EntryKind.HEARING, since=first, until=last)
    subjects = [
        *map(of_deadline, deadlines_of(change.session, keys, since=first, until=last)),
        *(of_hearing(hearing) for hearing in hearings if hearing.status is EntryStatus.STANDING),
    ]
    files = {key: _file(change, key) for key in {subject.case_id for subject in subjects}}
    _plan_all(change, subjects, files, by_choice=True)


def _plan_all(
    change: Change, subjects: Sequence[Subject], files: Mapping[int, _File], *, by_choice: bool = False
) -> None:
    if not subjects:
        return
    rows = _by_subject(reminders_of(change.session, [subject.ref for subject in subjects]))
    new: list[Planned] = []
    for subject in subjects:
        mine, file = rows[subject.ref], files[subject.case_id]
        if not by_choice:
            _end_what_is_over(subject, mine, channels=file.channels)
        if subject.stands:
            new += _agree(subject, mine, file=file, now=change.now, by_choice=by_choice)
    plan(change.session, new)


def _agree(subject: Subject, rows: Sequence[Reminder], *, file: _File, now: datetime, by_choice: bool) -> list[Planned]:
    """Bring a subject's rows in line and return the ones that are missing."""
    steps: dict[Habits, Sequence[Step]] = {}
    new: list[Planned] = []
    for channel, habits in file.channels.items():
        if habits not in steps:
            steps[habits] = steps_to(subject, days=file.days, habits=habits)
        there = [row for row in rows if row.channel_id == channel and row.target == subject.moment]
        ordinary = [row for row in there if not unseen(row.step)]
        wishes = _wishes(subject, steps[habits], rows=ordinary, habits=habits, now=now)
        if by_choice:
            wishes = [wish for wish in wishes if not wish.late or _is_promised(wish, ordinary)]
        new += [_row(subject, channel, wish) for wish in _missing(subject, wishes, rows=ordinary, now=now)]
    return new


def _end_what_is_over(subject: Subject, rows: Sequence[Reminder], *, channels: Collection[str]) -> None:
    """Cancel what nobody needs any more: another date's, another channel's, and calls about what somebody saw."""
    for row in rows:
        is_needed = subject.stands and row.target == subject.moment and _is_heard(row, channels)
        if not is_needed or (unseen(row.step) and is_seen(subject, row.step, rows)):
            cancel(row)


def _file(change: Change, case_id: int) -> _File:
    channels = channels_of_case(change.session, case_id)
    habits = {channel: habits_of(change.session, channel) for channel in channels}
    return _File(days=_days(change, case_id), channels=habits)


def _days(change: Change, case_id: int) -> OpenDays:
    court = change.session.get_one(Case, case_id).court
    return OpenDays(book=change.book, court=court, closures=frozenset(change.closures(court)))


def _row(subject: Subject, channel: str, wish: Wish) -> Planned:
    return planned(
        subject=subject.ref,
        channel_id=channel,
        step=wish.step,
        target=subject.moment,
        due_at=wish.at,
        recorded_late=wish.late,
    )


def _wishes(
    subject: Subject, steps: Sequence[Step], *, rows: Sequence[Reminder], habits: Habits, now: datetime
) -> list[Wish]:
    """Return what a channel should still hear: what is to come and, at once, the nearest step that has passed.

    What came of a hearing is not asked late: nobody knew of it then. Nor is a step said after a later one, though the
    clock was set back since.
    """
    to_come = [Wish(step=step.name, at=step.at) for step in steps if step.at > now]
    said = {row.step for row in rows if row.state is ReminderState.SENT}
    if OVERDUE in said:
        daily = still_overdue(max(now, steps[-1].at), zone=subject.zone, habits=habits, said=said)
        return [Wish(step=daily.name, at=daily.at)]
    passed = [step for step in steps if step.at <= now and step.name != OUTCOME]
    if not passed or (subject.over_at and now >= subject.over_at) or any(wish.step in said for wish in to_come):
        return to_come
    return [Wish(step=passed[-1].name, at=now, late=True), *to_come]


def _missing(subject: Subject, wishes: Iterable[Wish], *, rows: Sequence[Reminder], now: datetime) -> list[Wish]:
    """Move and revive the rows there are, cancel coming ones that nobody wishes, return the wishes without a row."""
    wished = {wish.step: wish for wish in wishes}
    for row in rows:
        wish = wished.pop(row.step, None)
        if row.state is ReminderState.PLANNED and (row.due_at > now or is_held(subject, row.step, now=now)):
            move(row, wish.at, late=wish.late) if wish else cancel(row)
        elif row.state is ReminderState.CANCELLED and wish:
            revive(row, wish.at, late=wish.late)
    return list(wished.values())


def _is_promised(wish: Wish, rows: Iterable[Reminder]) -> bool:
    return any(row.step == wish.step and row.state in WAITING for row in rows)


def _is_heard(row: Reminder, channels: Collection[str]) -> bool:
    return (row.rerouted_from or row.channel_id) in channels


def _by_subject(rows: Iterable[Reminder]) -> defaultdict[str, list[Reminder]]:
    gathered: defaultdict[str, list[Reminder]] = defaultdict(list)
    for row in rows:
        gathered[row.subject].append(row)
    return gathered
