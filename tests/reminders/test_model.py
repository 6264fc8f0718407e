"""The sweep beside a model too simple to be wrong: whatever happens, nothing owed stays unsaid, or is said twice.

The model knows of each open deadline when it must have been spoken of: on the mornings of its ladder, at once where one
of them had passed already, and every day once it is overdue. It knows nothing of rows, claims, leases or retries.
For longer runs: `ADQUEM_MODEL=2000 pytest tests/reminders/test_model.py`.
"""

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from bot.docket.desk import Desk
from bot.errors import AdQuemError
from bot.reminders import Alarm, OutageError, Sweep, ThrottledError, follow
from bot.reminders.silence import unseen
from bot.reminders.sweep import LEASE
from bot.rulebook import Rulebook
from storage.docket import Deadline
from storage.reminders import ReminderState
from storage.store import Store
from tests.reminders.conftest import MONDAY_MORNING
from tests.reminders.fakes import Killed, SmallSlack, StillClock, kill
from tests.reminders.office import COURT_ZONE, Office

LADDER_DAYS = (30, 14, 7, 3, 1)
NEVER_HELD = 3
"""Within so many last days no snooze holds a reminder."""
BEGINNINGS = (
    MONDAY_MORNING,
    datetime(2018, 10, 19, 16, tzinfo=UTC),  # clocks go back on 4 November
    datetime(2019, 2, 25, 16, tzinfo=UTC),  # and forward on 10 March
)
NINE, EIGHT = time(9), time(8)
DAY = timedelta(days=1)
A_DAY_OR_SO = timedelta(hours=26)
"""What is overdue is said at the same hour each day, or at once after a silence, and then at that hour of the next."""
EXAMPLES = int(os.environ.get("ADQUEM_MODEL", "20"))
A_LONG_RUN = 1000
"""From so many on, what fails is also made as short as can be, which takes minutes."""


FAULTS: dict[str, Callable[[], Exception | Callable[[], None]]] = {
    "killed": lambda: kill,
    "timeout": lambda: OutageError("timeout", in_doubt=True),
    "500": lambda: OutageError("500", in_doubt=False),
    "429": lambda: ThrottledError(timedelta(seconds=90)),
}


@dataclass(slots=True, repr=False)
class Owed:
    """What the model knows of a deadline: its day, since when that is known, its end, and who wants it quiet."""

    deadline: Deadline
    due: date
    known_at: datetime
    closed_at: datetime | None = None
    reopened_at: datetime | None = None
    snoozed_until: date | None = None

    def __repr__(self) -> str:
        return f"{self.deadline.ref} due {self.due}"

    @property
    def asked_for_at(self) -> datetime:
        """When somebody last made it known: what had passed by then is said at once."""
        return max(self.known_at, self.reopened_at or self.known_at)

    def is_meant_by(self, alarm: Alarm) -> bool:
        """Say whether a message speaks of it by the date that it has now."""
        return isinstance(alarm.about, Deadline) and (alarm.subject, alarm.about.due) == (self.deadline.ref, self.due)

    @property
    def overdue_at(self) -> datetime:
        """The first moment at which it is overdue; from then on it is spoken of every day."""
        return datetime.combine(self.due + DAY, time(0, 1), COURT_ZONE)

    def must_be_said_at(self, book: Rulebook) -> list[datetime]:
        """Return every moment of its ladder that no snooze holds; the last is the first at which it is overdue."""
        mornings = [(days, _morning(book, self.due - days * DAY, NINE)) for days in LADDER_DAYS]
        last = [_morning(book, self.due, EIGHT), self.overdue_at]
        if self.snoozed_until is None:
            return [*(at for _, at in mornings), *last]
        end = datetime.combine(self.snoozed_until, time.min, COURT_ZONE)
        kept = [at for days, at in mornings if days <= NEVER_HELD or at >= end] + last
        back = datetime.combine(book.next_open_day(court="cand", day=self.snoozed_until), NINE, COURT_ZONE)
        return [back, *kept] if back < min(kept) else kept

    def next_after(self, book: Rulebook, now: datetime) -> datetime:
        """Return the next moment at which it is to be spoken of."""
        days = max((now - self.overdue_at) // DAY + 1, 0)
        return min(at for at in (*self.must_be_said_at(book), self.overdue_at + days * DAY) if at > now)


def _morning(book: Rulebook, day: date, hour: time) -> datetime:
    while book.is_closed(court="cand", day=day):
        day -= DAY
    return datetime.combine(day, hour, COURT_ZONE)


class Firm(RuleBasedStateMachine):
    """A team, its bot, Slack and the clock; anything may happen to any of them in any order."""

    template: Path
    book: Rulebook

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="adquem-model-")
        file = Path(self.folder.name) / "docket.db"
        shutil.copy(self.template, file)
        self.clock, self.slack = StillClock(MONDAY_MORNING), SmallSlack()
        self.desk = Desk(store=Store.at(file), clock=self.clock, book=self.book, followers=(follow,))
        self.office = Office.opened(self.desk, self.clock)
        self.owed: list[Owed] = []
        self.processes_start()

    def teardown(self) -> None:
        self.settle()
        self.desk.store.close()
        self.folder.cleanup()

    def processes_start(self) -> None:
        self.sweep, self.another = (Sweep(desk=self.desk, messenger=self.slack) for _ in range(2))

    # What people do

    @initialize(many=st.lists(st.integers(1, 45), min_size=1, max_size=3), beginning=st.sampled_from(BEGINNINGS))
    def some_are_owed_from_the_beginning(self, many: list[int], beginning: datetime) -> None:
        self.clock.instant = beginning
        for days in many:
            self.a_deadline_is_recorded(days=days)

    @rule(days=st.integers(1, 45))
    def a_deadline_is_recorded(self, days: int) -> None:
        due = self._open_day(days)
        self.owed.append(Owed(deadline=self.office.owes(due), due=due, known_at=self.clock.instant))

    @precondition(lambda self: self._open())
    @rule(data=st.data())
    def a_deadline_is_filed(self, data: st.DataObject) -> None:
        owed = data.draw(st.sampled_from(self._open()))
        self.office.files(owed.deadline)
        owed.closed_at = self.clock.instant

    @precondition(lambda self: self._closed())
    @rule(data=st.data())
    def a_deadline_is_reopened(self, data: st.DataObject) -> None:
        owed = data.draw(st.sampled_from(self._closed()))
        self.office.reopens(owed.deadline)
        owed.closed_at, owed.reopened_at, owed.snoozed_until = None, self.clock.instant, None

    @precondition(lambda self: self._open())
    @rule(data=st.data(), days=st.integers(1, 12))
    def a_deadline_is_snoozed(self, data: st.DataObject, days: int) -> None:
        owed, until = data.draw(st.sampled_from(self._open())), self._today() + days * DAY
        with suppress(AdQuemError):  # nothing is held in the last days
            self.office.is_held(owed.deadline, until)
            owed.snoozed_until = until

    @rule(days=st.integers(0, 5))
    def the_owner_goes_away(self, days: int) -> None:
        self.office.is_away("U_MAYA", self._today(), self._today() + days * DAY)

    @precondition(lambda self: self._open())
    @rule(data=st.data(), days=st.integers(1, 45))
    def a_deadline_moves(self, data: st.DataObject, days: int) -> None:
        owed = data.draw(st.sampled_from(self._open()))
        due = self._open_day(days)
        if due != owed.due:
            end = datetime.combine(due, time(23, 59, 59), COURT_ZONE)
            self.office.changes(owed.deadline, due=due, due_at=end, latest=due, snoozed_until=None)
            owed.snoozed_until = None
            owed.due, owed.known_at = due, self.clock.instant

    @precondition(lambda self: self._open())
    @rule(data=st.data())
    def somebody_sees(self, data: st.DataObject) -> None:
        with suppress(AdQuemError):  # somebody may have seen it already
            self.office.sees(data.draw(st.sampled_from(self._open())).deadline)

    # What happens to the bot

    @rule(minutes=st.sampled_from([1, 16, 61, 24 * 60, 3 * 24 * 60, 9 * 24 * 60]))
    def time_passes(self, minutes: int) -> None:
        self.clock.instant += timedelta(minutes=minutes)

    @precondition(lambda self: self._open())
    @rule(often=st.integers(1, 12))
    def the_calendar_turns(self, often: int) -> None:
        """Let the next moments come at which the model wants something said, and look each time whether it was."""
        for _ in range(often):
            moments = (owed.next_after(self.book, self.clock.instant) for owed in self._open())
            self.clock.instant = min(moments) + timedelta(minutes=2)
            self.settle()

    @rule()
    def the_clock_is_set_back(self) -> None:
        self.clock.instant -= timedelta(minutes=50)

    @rule()
    def the_channel_is_archived(self) -> None:
        self.slack.archived.add("C_US")

    @rule()
    def the_processes_start_again(self) -> None:
        self.processes_start()

    @rule()
    def another_process_sweeps_while_one_posts(self) -> None:
        self.slack.before["C_US"].append(self._another_sweeps)
        self._sweep()

    @rule(kinds=st.lists(st.sampled_from(sorted(FAULTS)), max_size=3), accepted=st.booleans())
    def it_sweeps(self, kinds: list[str], *, accepted: bool) -> None:
        """Sweep while Slack, or the machine, fails for the next posts: before a message is accepted, or after."""
        where = self.slack.after if accepted else self.slack.before
        where["C_US"].extend(FAULTS[kind]() for kind in kinds if not (accepted and kind in {"500", "429"}))
        self._sweep()

    @rule()
    def it_is_left_in_peace(self) -> None:
        self.settle()

    # What must hold

    def settle(self) -> None:
        """Let the sweep run undisturbed until nothing is due, and look at what was said."""
        self.slack.before.clear()
        self.slack.after.clear()
        self.slack.archived.clear()
        for _ in range(30):
            swept = self.sweep.run_once()
            if not self._waiting():
                break
            self.clock.instant = max(swept.next_try or self.clock.instant, self.clock.instant + LEASE)
        assert not self._waiting()
        self._nothing_was_said_twice()
        self._what_is_owed_was_said()
        self._what_is_done_was_left_alone()
        self._in_order()

    def _nothing_was_said_twice(self) -> None:
        uids = [uid for posted in self.slack.posted for uid in posted.alarm.covers]
        assert len(uids) == len(set(uids))

    def _what_is_owed_was_said(self) -> None:
        now = self.clock.instant
        for owed in self._open():
            if owed.asked_for_at > now:
                continue  # the clock was set back since
            said = [posted.alarm.now for posted in self.slack.posted if owed.is_meant_by(posted.alarm)]
            passed = [at for at in owed.must_be_said_at(self.book) if at <= now]
            assert said or not passed, f"{owed} was never spoken of"
            after = [at for at in passed if at > owed.known_at]
            assert not after or max(said) >= max(after), f"{owed} was last spoken of at {max(said)}"
            is_silent = now - max([*said, owed.asked_for_at, self._last_marked(owed)]) >= A_DAY_OR_SO
            assert not (is_silent and owed.overdue_at in passed), f"{owed} is overdue and forgotten"

    def _last_marked(self, owed: Owed) -> datetime:
        """Return when a message about it was last known to be posted: what is found again counts from then."""
        sent = [row.sent_at for row in self.office.rows() if row.subject == owed.deadline.ref and row.sent_at]
        return max(sent, default=owed.known_at)

    def _what_is_done_was_left_alone(self) -> None:
        closed = {owed.deadline.ref for owed in self.owed if owed.closed_at}
        waiting = {row.subject for row in self.office.rows(ReminderState.PLANNED, ReminderState.CLAIMED)}
        assert not closed & waiting
        for owed in self.owed:
            late = [each.alarm for each in self.slack.posted if each.alarm.subject == owed.deadline.ref]
            assert all(alarm.about.status == "open" for alarm in late)

    def _in_order(self) -> None:
        meant: defaultdict[tuple[str, str, datetime], list[datetime]] = defaultdict(list)
        for alarm in (posted.alarm for posted in self.slack.posted):
            if isinstance(alarm.about, Deadline) and unseen(alarm.step) is None:
                meant[alarm.channel_id, alarm.subject, alarm.about.due_at].append(alarm.meant_for[-1])
        assert all(instants == sorted(instants) for instants in meant.values())

    def _sweep(self) -> None:
        try:
            self.sweep.run_once()
        except Killed:
            self.processes_start()

    def _another_sweeps(self) -> None:
        self.another.run_once()

    def _waiting(self) -> list[str]:
        waiting = self.office.rows(ReminderState.PLANNED, ReminderState.CLAIMED)
        return [row.step for row in waiting if row.due_at <= self.clock.instant]

    def _open(self) -> list[Owed]:
        return [owed for owed in self.owed if owed.closed_at is None]

    def _closed(self) -> list[Owed]:
        return [owed for owed in self.owed if owed.closed_at]

    def _today(self) -> date:
        return self.clock.instant.astimezone(COURT_ZONE).date()

    def _open_day(self, days: int) -> date:
        return self.book.next_open_day(court="cand", day=self._today() + days * DAY)


@pytest.mark.unmeasured
def test_whatever_happens_nothing_owed_stays_unsaid(sqlite_template: Path, book: Rulebook) -> None:
    Firm.template, Firm.book = sqlite_template, book
    run_state_machine_as_test(
        Firm,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=25,
            deadline=None,
            phases=[Phase.generate] if EXAMPLES < A_LONG_RUN else list(Phase),
            report_multiple_bugs=False,
            derandomize="ADQUEM_MODEL" not in os.environ,
            suppress_health_check=list(HealthCheck),
        ),
    )
