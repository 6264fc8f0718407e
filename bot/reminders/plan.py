"""Keep the planned rows in agreement with the docket, inside the change that touched it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.docket.desk import Change
from bot.reminders.ladder import OVERDUE, Step, still_overdue
from bot.reminders.subjects import Subject, is_reminded_of, of_deadline, of_hearing, steps_to
from storage.cases import Case, channels_of_case
from storage.reminders import Reminder, ReminderState, plan, planned, reminders_of

_WAITING = (ReminderState.PLANNED, ReminderState.CLAIMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A step that a channel should hear; `late` if it had passed before the date was known."""

    step: str
    at: datetime
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """What the subjects of one case have in common: its court, the days closed there, and who follows it."""

    court: str
    closures: frozenset[date]
    channels: tuple[str, ...]


def follow(change: Change) -> None:
    """Plan, move, revive and cancel reminders until they agree with everything that the change touched.

    What was sent stays sent. A step whose time has passed is not skipped: the nearest of them is said at once.
    """
    hearings = [of_hearing(entry) for entry in change.entries.values() if is_reminded_of(entry)]
    subjects = [*map(of_deadline, change.deadlines.values()), *hearings]
    if not subjects:
        return
    files = {key: _file(change, key) for key in {subject.case_id for subject in subjects}}
    rows = _by_subject(reminders_of(change.session, [subject.ref for subject in subjects]))
    new: list[dict[str, object]] = []
    for subject in subjects:
        new += _agree(change, subject, file=files[subject.case_id], rows=rows[subject.ref])
    plan(change.session, new)


def _agree(change: Change, subject: Subject, *, file: _File, rows: Sequence[Reminder]) -> list[dict[str, object]]:
    """Bring a subject's rows in line and return the ones that are missing."""
    if not subject.stands:
        _cancel(rows)
        return []
    _cancel(row for row in rows if row.target != subject.moment or not _is_heard(row, file.channels))
    steps = steps_to(subject, book=change.book, court=file.court, closures=file.closures) if file.channels else ()
    new: list[dict[str, object]] = []
    for channel in file.channels:
        there = [row for row in rows if row.channel_id == channel and row.target == subject.moment]
        wishes = _wishes(subject, steps, rows=there, now=change.now)
        new += [_row(subject, channel, wish) for wish in _missing(wishes, rows=there, now=change.now)]
    return new


def _file(change: Change, case_id: int) -> _File:
    court = change.session.get_one(Case, case_id).court
    channels = tuple(channels_of_case(change.session, case_id))
    return _File(court=court, closures=frozenset(change.closures(court)), channels=channels)


def _row(subject: Subject, channel: str, wish: Wish) -> dict[str, object]:
    return planned(
        subject=subject.ref,
        channel_id=channel,
        step=wish.step,
        target=subject.moment,
        due_at=wish.at,
        recorded_late=wish.late,
    )


def _wishes(subject: Subject, steps: Sequence[Step], *, rows: Sequence[Reminder], now: datetime) -> list[Wish]:
    """Return what a channel should still hear: what is to come and, at once, the nearest step that has passed."""
    to_come = [Wish(step=step.name, at=step.at) for step in steps if step.at > now]
    passed = [step for step in steps if step.at <= now]
    if not passed or (subject.over_at and now >= subject.over_at):
        return to_come
    if passed[-1].name == OVERDUE and any(row.step == OVERDUE and row.state is ReminderState.SENT for row in rows):
        daily = still_overdue(now, zone=subject.zone)
        return [Wish(step=daily.name, at=daily.at)]
    return [Wish(step=passed[-1].name, at=now, late=True), *to_come]


def _missing(wishes: Iterable[Wish], *, rows: Sequence[Reminder], now: datetime) -> list[Wish]:
    """Move and revive the rows there are, cancel coming ones that nobody wishes, return the wishes without a row."""
    wished = {wish.step: wish for wish in wishes}
    for row in rows:
        wish = wished.pop(row.step, None)
        if row.state is ReminderState.PLANNED and row.due_at > now:
            _move(row, wish) if wish else _cancel([row])
        elif row.state is ReminderState.CANCELLED and wish:
            _revive(row, wish)
    return list(wished.values())


def _move(row: Reminder, wish: Wish) -> None:
    if row.due_at != wish.at:
        row.due_at = row.not_before = wish.at
        row.recorded_late = wish.late


def _revive(row: Reminder, wish: Wish) -> None:
    row.state, row.attempts, row.trouble = ReminderState.PLANNED, 0, ""
    row.due_at = row.not_before = wish.at
    row.recorded_late = wish.late


def _cancel(rows: Iterable[Reminder]) -> None:
    for row in rows:
        if row.state in _WAITING:
            row.state = ReminderState.CANCELLED


def _is_heard(row: Reminder, channels: Collection[str]) -> bool:
    return (row.rerouted_from or row.channel_id) in channels


def _by_subject(rows: Iterable[Reminder]) -> defaultdict[str, list[Reminder]]:
    gathered: defaultdict[str, list[Reminder]] = defaultdict(list)
    for row in rows:
        gathered[row.subject].append(row)
    return gathered
