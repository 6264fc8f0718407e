"""What the sweep delivers, and what it does when Slack, the machine or the clock fails."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.docket.desk import Desk
from bot.reminders import (
    LockedOutError,
    OutageError,
    Sweep,
    ThrottledError,
    delivery,
)
from bot.reminders.briefs import brief_for
from bot.reminders.claims import LONGEST_WAIT, wait_after
from bot.reminders.delivery import BREATH
from bot.reminders.page import Page
from bot.reminders.sweep import LEASE
from storage.cases import ChannelLink
from storage.docket import Deadline, Entry
from storage.law import Closure
from storage.reminders import Reminder, ReminderState, in_trouble
from storage.store import Store
from tests.reminders.fakes import Killed, SmallSlack, StillClock, kill
from tests.reminders.office import COURT_ZONE, Office, court_time, ticks

FRIDAY = date(2018, 5, 18)
MARKING = "sent_at="


# What is due, and when


def test_nothing_is_said_before_its_time(office: Office, sweep: Sweep, slack: SmallSlack) -> None:
    office.owes(date(2018, 7, 18))
    assert sweep.run_once().sent == 0
    assert slack.posted == []


def test_what_is_due_is_said_once(office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock) -> None:
    office.owes(date(2018, 7, 18))
    clock.instant = court_time(6, 18, 9)
    assert [sweep.run_once().sent for _ in range(3)] == [1, 0, 0]
    assert slack.said() == [("D1", "30d")]
    sent = office.rows(ReminderState.SENT)[0]
    assert (sent.message_ts, sent.sent_at, sent.attempts) == ("1.000000", clock.instant, 1)


def test_a_sweep_says_when_there_is_something_to_try_next(office: Office, sweep: Sweep) -> None:
    assert sweep.run_once().next_try is None
    office.owes(date(2018, 7, 18))
    assert sweep.run_once().next_try == court_time(6, 18, 9)


def test_it_arrives_in_every_channel_that_follows_the_case(office: Office, sweep: Sweep, slack: SmallSlack) -> None:
    office.owes(FRIDAY)
    office.follows_in("C_KH")
    sweep.run_once()
    assert slack.said("C_US") == slack.said("C_KH") == [("D1", "14d")]


def test_a_whole_ladder_is_climbed_and_what_is_overdue_comes_every_day(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    ticks(sweep, clock, until=court_time(5, 22, 12))
    assert [step for _, step in slack.climbed()] == [
        *("14d", "7d", "3d", "1d", "day", "last"),
        *("overdue", "overdue 2018-05-19", "overdue 2018-05-20", "overdue 2018-05-21", "overdue 2018-05-22"),
    ]


def test_what_was_done_in_between_is_not_said(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    """A change that the followers did not see (another version of the bot wrote it) is seen before posting."""
    deadline = office.owes(FRIDAY)
    silent = Office(Desk(store=office.desk.store, clock=clock, book=office.desk.book), clock, office.case)
    silent.files(deadline)
    swept = sweep.run_once()
    assert (swept.sent, swept.dropped, slack.posted) == (0, 1, [])


def test_overdue_ends_with_the_proof(office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock) -> None:
    deadline = office.owes(date(2018, 5, 4))
    sweep.run_once()
    office.files(deadline)
    clock.instant = court_time(5, 30)
    sweep.run_once()
    assert slack.said() == [("D1", "overdue")]


def test_what_is_done_while_it_is_posted_counts_as_sent_and_plans_no_further_day(
    office: Office, sweep: Sweep, slack: SmallSlack
) -> None:
    deadline = office.owes(date(2018, 5, 4))
    slack.after["C_US"].append(lambda: office.files(deadline))
    sweep.run_once()
    assert [(row.step, row.state) for row in office.rows()] == [("overdue", ReminderState.SENT)]


def test_what_is_done_while_posting_fails_stays_cancelled(office: Office, sweep: Sweep, slack: SmallSlack) -> None:
    deadline = office.owes(date(2018, 5, 4))

    def file_and_fail() -> None:
        office.files(deadline)
        raise OutageError("timeout", in_doubt=True)

    slack.before["C_US"].append(file_and_fail)
    sweep.run_once()
    assert office.rows(ReminderState.PLANNED, ReminderState.CLAIMED) == []


def test_a_channel_that_no_longer_follows_the_case_is_told_nothing(
    office: Office, sweep: Sweep, slack: SmallSlack
) -> None:
    office.owes(FRIDAY)
    with office.desk.store.writing() as session:
        session.delete(session.get_one(ChannelLink, ("C_US", office.case.key)))
    sweep.run_once()
    assert slack.posted == []


def test_a_hearing_that_vanished_is_not_said(office: Office, sweep: Sweep, slack: SmallSlack) -> None:
    hearing = office.hears(court_time(5, 8, 9))
    with office.desk.store.writing() as session:
        session.delete(session.get_one(Entry, hearing.key))
    assert sweep.run_once().dropped == 1
    assert slack.posted == []


def test_a_moved_hearing_is_said_at_its_new_time_and_not_at_the_old_one(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    hearing = office.hears(court_time(7, 10, 9, 30))
    office.moves(hearing, court_time(7, 12, 14))
    ticks(sweep, clock, until=court_time(7, 13))
    told = [(message.alarm.step, message.alarm.now.astimezone(COURT_ZONE).day) for message in slack.posted]
    assert told == [("7d", 5), ("1d", 11), ("2h", 12), ("outcome", 12)]


def test_a_deadline_that_ends_on_a_closed_day_names_the_last_open_one(
    office: Office, sweep: Sweep, slack: SmallSlack
) -> None:
    """The team learns of the closure after the date was computed."""
    office.owes(date(2018, 5, 8))
    with office.desk.store.writing() as session:
        session.add(
            Closure(court="cand", day=date(2018, 5, 8), name="Closed", recorded_by="U1", recorded_at=office.clock.now())
        )
    sweep.run_once()
    assert slack.posted[0].alarm.reachable_until == date(2018, 5, 7)


def test_beyond_every_calendar_no_open_day_is_named(office: Office, sweep: Sweep, slack: SmallSlack) -> None:
    deadline = office.owes(date(2018, 5, 8))
    with office.desk.store.writing() as session:
        session.get_one(Deadline, deadline.key).due = date(2999, 1, 5)
    sweep.run_once()
    assert slack.posted[0].alarm.reachable_until is None


# Late starts


def test_after_a_long_sleep_the_late_steps_of_one_date_are_one_message_that_says_so(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    clock.instant = court_time(5, 16, 12)
    swept = sweep.run_once()
    assert slack.said() == [("D1", "3d")]
    alarm = slack.posted[0].alarm
    assert alarm.is_late
    assert len(alarm.covers) == len(alarm.meant_for) == swept.sent == 3
    assert {row.message_ts for row in office.rows(ReminderState.SENT)} == {"1.000000"}


def test_the_oldest_due_comes_first(office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock) -> None:
    office.owes(date(2018, 7, 18))
    office.owes(date(2018, 7, 11))
    office.owes(date(2018, 7, 16))
    clock.instant = court_time(6, 18, 12)
    sweep.run_once()
    assert [subject for subject, _ in slack.said()] == ["D2", "D3", "D1"]


def test_a_week_of_sleep_makes_one_overdue_message_not_seven(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(date(2018, 5, 4))
    sweep.run_once()
    clock.instant += timedelta(days=7)
    sweep.run_once()
    assert slack.said() == [("D1", "overdue"), ("D1", "overdue 2018-05-08")]
    assert office.planned() == [
        ("unseen 2 overdue 2018-05-08", "Mon 14 May 12:30"),
        ("overdue 2018-05-15", "Tue 15 May 09:00"),
    ]


def test_a_clock_that_jumps_back_says_nothing_twice(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    clock.instant = court_time(5, 11, 9)
    sweep.run_once()
    clock.instant = court_time(5, 7, 9)
    sweep.run_once()
    clock.instant = court_time(5, 11, 9)
    sweep.run_once()
    assert len(slack.posted) == 1


def test_a_late_restart_with_a_hundred_due_loses_none(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    _owe_many(office, 100)
    clock.instant += timedelta(days=30)
    sweep.run_once()
    assert {message.alarm.subject for message in slack.posted} == {f"D{number}" for number in range(1, 101)}


def test_a_burst_of_hundreds_due_at_once_loses_none(office: Office, sweep: Sweep, slack: SmallSlack) -> None:
    burst = 200  # a thousand stand in test_what_schedulers_lose
    _owe_many(office, burst)
    swept = sweep.run_once()
    assert swept.sent == len(slack.posted) == len({message.alarm.uid for message in slack.posted}) == burst


def test_a_reminder_knows_whether_confirming_is_blind(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.chooses(is_blind=True)
    deadline = office.owes(FRIDAY)
    sweep.run_once()
    office.changes(deadline, confirmed_by="U_DARA")
    clock.instant = court_time(5, 15, 9)
    sweep.run_once()
    assert [message.alarm.is_blind for message in slack.posted] == [True, False]


def test_a_reminder_names_no_code_that_could_be_renamed(office: Office, slack: SmallSlack) -> None:
    """A job store that keeps the name of a function loses its jobs when the function is renamed."""
    office.owes(FRIDAY)
    words = [value for row in office.rows() for value in row.model_dump().values() if isinstance(value, str)]
    assert not any("bot" in word or ":" in word for word in words)

    class RenamedSweep(Sweep):
        """The same thing in a later version, under another name."""

    assert RenamedSweep(desk=office.desk, messenger=slack).run_once().sent == 1


# Crashes


def test_killed_before_the_post_it_is_said_once_when_the_lease_ends(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    slack.before["C_US"].append(kill)
    _die(sweep)
    assert sweep.run_once().sent == 0, "somebody may still be posting it"
    clock.instant += LEASE
    assert (sweep.run_once().sent, len(slack.posted), slack.looked) == (1, 1, 1)
    assert not slack.posted[0].alarm.may_repeat


def test_killed_between_post_and_mark_it_is_found_and_not_said_again(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    slack.after["C_US"].append(kill)
    _die(sweep)
    clock.instant += LEASE
    swept = sweep.run_once()
    assert (swept.found, len(slack.posted)) == (1, 1)
    assert office.rows(ReminderState.SENT)[0].message_ts == "1.000000"


def test_without_the_history_scope_the_repeat_says_that_it_may_be_one(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    slack.history_open = False
    office.owes(FRIDAY)
    slack.after["C_US"].append(kill)
    _die(sweep)
    clock.instant += LEASE
    sweep.run_once()
    assert [message.alarm.may_repeat for message in slack.posted] == [False, True]


def test_what_was_said_by_a_process_that_died_is_not_said_again_when_its_deadline_is_filed_and_reopened(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    deadline = office.owes(FRIDAY)
    slack.after["C_US"].append(kill)
    with pytest.raises(Killed):
        sweep.run_once()
    office.files(deadline)
    clock.instant += LEASE + timedelta(seconds=1)
    office.reopens(deadline)
    assert (sweep.run_once().found, slack.said()) == (1, [("D1", "14d")])


def test_a_merged_message_answers_for_all_its_rows_after_a_crash_and_a_new_step_is_said_apart(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    clock.instant = court_time(5, 16, 12)
    slack.after["C_US"].append(kill)
    _die(sweep)
    clock.instant = court_time(5, 17, 9)
    swept = sweep.run_once()
    assert (swept.found, swept.sent) == (3, 4)
    assert slack.said() == [("D1", "3d"), ("D1", "1d")]


def test_what_a_dying_sweep_had_not_tried_is_free_at_once(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    _owe_many(office, 3)
    slack.before["C_US"].append(kill)
    _die(sweep)
    assert sweep.run_once().sent == 2
    clock.instant += LEASE
    assert sweep.run_once().sent == 1


def test_a_claim_that_is_nearly_over_is_given_back_instead_of_posted(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    """The first post takes so long that another process could take over the second."""
    _owe_many(office, 2)

    def dawdle() -> None:
        clock.instant += LEASE

    slack.before["C_US"].append(dawdle)
    assert sweep.run_once().sent == 1
    sweep.run_once()
    assert [row.attempts for row in office.rows(ReminderState.SENT)] == [1, 1]
    assert len(slack.posted) == 2


@contextmanager
def a_database_that_fails(store: Store, said: str, *, times: int) -> Iterator[None]:
    """Let the next statements that hold some words fail, before they reach the database."""
    failures = ["disk full"] * times

    def fail(*statement: Any) -> None:
        if failures and said in statement[2]:
            raise OSError(failures.pop())

    event.listen(store.engine, "before_cursor_execute", fail)
    yield
    event.remove(store.engine, "before_cursor_execute", fail)
    assert failures == [], "it was asked less often than it should fail"


@pytest.mark.parametrize("times", [1, 2])
def test_a_database_that_fails_at_the_mark_repeats_nothing(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock, times: int
) -> None:
    """Failing once, the mark is tried again; failing twice, the row waits in doubt and its message is found."""
    office.owes(FRIDAY)
    with a_database_that_fails(office.desk.store, MARKING, times=times):
        sweep.run_once()
    assert len(office.rows(ReminderState.SENT)) == 2 - times
    clock.instant += wait_after(1)
    sweep.run_once()
    assert len(slack.posted) == 1
    assert len(office.rows(ReminderState.SENT)) == 1


def test_one_reminder_that_cannot_be_marked_leaves_no_other_in_doubt(
    office: Office, sweep: Sweep, slack: SmallSlack
) -> None:
    _owe_many(office, 7)
    with a_database_that_fails(office.desk.store, MARKING, times=2):  # the first, which is a breath of its own
        sweep.run_once()
    assert (len(slack.posted), len(office.rows(ReminderState.SENT))) == (7, 6)
    with office.desk.look() as session:
        assert ["disk full" in row.trouble for row in in_trouble(session)] == [True]


def test_one_reminder_that_cannot_be_read_does_not_stop_the_others(
    office: Office, sweep: Sweep, slack: SmallSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    _owe_many(office, 5)
    broken = brief_for

    def read(page: Page, rows: Sequence[Reminder]) -> Any:
        if rows[0].subject == "D3":
            raise ValueError(rows[0].subject)
        return broken(page, rows)

    monkeypatch.setattr(delivery, "brief_for", read)
    swept = sweep.run_once()
    assert (swept.sent, swept.failed) == (4, 1)
    with office.desk.look() as session:
        assert [(row.subject, row.state) for row in in_trouble(session)] == [("D3", ReminderState.PLANNED)]


# Breaths


def test_where_slack_is_quick_many_messages_are_read_and_marked_together(
    office: Office, sweep: Sweep, slack: SmallSlack
) -> None:
    _owe_many(office, 50)
    asked: list[str] = []
    event.listen(office.desk.store.engine, "before_cursor_execute", lambda *said: asked.append(said[2]))
    assert sweep.run_once().sent == 50
    assert len([sql for sql in asked if MARKING in sql]) == 6, "1, 2, 4, 8, 16 and the rest"


def test_where_slack_takes_its_time_each_message_is_read_just_before_and_marked_at_once(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    _owe_many(office, 9)
    marked: list[int] = []

    def dawdle() -> None:
        marked.append(len(office.rows(ReminderState.SENT)))
        clock.instant += BREATH

    slack.before["C_US"].extend([dawdle] * 9)
    sweep.run_once()
    assert marked == list(range(9))


def test_what_ends_while_a_breath_is_drawn_out_is_not_said(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    owed = [office.owes(FRIDAY) for _ in range(3)]

    def somebody_files_the_last() -> None:
        clock.instant += BREATH
        office.files(owed[2])

    slack.before["C_US"].extend([lambda: None, somebody_files_the_last])
    sweep.run_once()
    assert slack.said() == [("D1", "14d"), ("D2", "14d")]


def test_a_channel_that_rests_is_left_alone_in_the_same_breath(office: Office, sweep: Sweep, slack: SmallSlack) -> None:
    _owe_many(office, 7)
    slack.before["C_US"].extend([lambda: None, ThrottledError(timedelta(seconds=30))])
    assert sweep.run_once().sent == 1
    assert len(slack.tries) == 2


# Two sweeps at once


def test_two_sweeps_at_once_say_everything_once(office: Office, desk: Desk, slack: SmallSlack) -> None:
    _owe_many(office, 60)
    _together([Sweep(desk=desk, messenger=slack).run_once] * 3)
    assert len(slack.posted) == len({message.alarm.uid for message in slack.posted}) == 60


def test_while_one_sweep_posts_a_step_another_does_not_overtake_it_with_the_next(
    office: Office, desk: Desk, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(date(2018, 6, 18))
    clock.instant = court_time(6, 4, 9)
    seen: list[int] = []

    def meanwhile() -> None:
        clock.instant = court_time(6, 4, 9) + timedelta(minutes=1)
        office.owes(date(2018, 6, 5))
        seen.append(Sweep(desk=desk, messenger=slack).run_once().sent)

    slack.before["C_US"].append(meanwhile)
    sweep.run_once()
    assert seen == [1], "the other subject goes on; D1 is in another's hands"
    assert [subject for subject, _ in slack.said()] == ["D2", "D1"]


def test_a_step_that_waits_for_its_next_try_is_not_overtaken(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    clock.instant = court_time(5, 17, 8, 59, 55)
    slack.before["C_US"].append(OutageError("refused", in_doubt=False))
    sweep.run_once()
    clock.instant = court_time(5, 17, 9)
    assert sweep.run_once().sent == 0
    clock.instant += wait_after(1)
    sweep.run_once()
    assert slack.said() == [("D1", "1d")]
    assert len(slack.posted[0].alarm.covers) == 4


# Slack's refusals


def test_429_lets_one_channel_wait_and_the_others_go_on(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    _owe_many(office, 3)
    office.follows_in("C_KH")
    slack.before["C_US"].append(ThrottledError(timedelta(seconds=30)))
    swept = sweep.run_once()
    assert (slack.tries.count("C_US"), len(slack.said("C_KH"))) == (1, 3)
    assert swept.next_try == clock.instant + timedelta(seconds=30)
    clock.instant += timedelta(seconds=29)
    assert sweep.run_once().sent == 0
    clock.instant += timedelta(seconds=1)
    assert sweep.run_once().sent == 3
    assert {row.attempts for row in office.rows(ReminderState.SENT)} == {1}


def test_429_holds_back_what_was_planned_for_the_channel_meanwhile(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    office.hears(court_time(5, 8, 9))
    slack.before["C_US"].append(ThrottledError(timedelta(hours=1)))
    sweep.run_once()
    waiting = [row.not_before for row in office.rows(ReminderState.PLANNED) if row.due_at < court_time(5, 7, 9, 25)]
    assert waiting == [clock.instant + timedelta(hours=1)] * len(waiting)


@pytest.mark.parametrize("cause", ["status 500", "timeout", "connection refused"])
def test_an_outage_is_waited_out_and_nothing_is_dropped(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock, cause: str
) -> None:
    office.owes(FRIDAY)
    slack.before["C_US"].extend(OutageError(cause, in_doubt=cause != "connection refused") for _ in range(8))
    waits = []
    while not slack.posted:
        next_try = sweep.run_once().next_try
        assert next_try is not None
        waits.append(next_try - clock.instant)
        clock.instant = next_try
        if len(waits) == 8:
            with office.desk.look() as session:
                assert [cause in row.trouble for row in in_trouble(session)] == [True]
    assert waits[:8] == [timedelta(seconds=seconds) for seconds in (15, 30, 60, 120, 240, 480, 900, 900)]
    assert len(slack.posted) == 1
    assert office.rows(ReminderState.SENT)[0].trouble == ""


def test_a_timeout_after_slack_accepted_is_found_and_not_said_again(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    slack.after["C_US"].append(OutageError("timeout", in_doubt=True))
    sweep.run_once()
    clock.instant += wait_after(1)
    assert sweep.run_once().found == 1
    assert len(slack.posted) == 1


def test_after_three_failures_in_a_row_a_sweep_gives_up_and_gives_the_rest_back(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    _owe_many(office, 10)
    slack.before["C_US"].extend(OutageError("timeout", in_doubt=True) for _ in range(3))
    swept = sweep.run_once()
    assert (swept.given_up, swept.failed, len(slack.tries)) == (True, 3, 3)
    assert sweep.run_once().sent == 7
    clock.instant += wait_after(1)
    assert sweep.run_once().sent == 3


def test_a_success_in_between_keeps_the_sweep_going(office: Office, sweep: Sweep, slack: SmallSlack) -> None:
    _owe_many(office, 6)
    outage = OutageError("timeout", in_doubt=True)
    slack.before["C_US"].extend([outage, outage, lambda: None, outage, outage, lambda: None])
    swept = sweep.run_once()
    assert (swept.given_up, swept.failed, swept.sent) == (False, 4, 2)


@pytest.mark.parametrize("person", ["U_MAYA", None])
def test_an_archived_channel_is_retried_and_its_reminder_goes_once_to_whose_it_is_and_to_who_linked_the_channel(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock, person: str | None
) -> None:
    office.owes(FRIDAY, owner=person)
    slack.archived.add("C_US")
    for _ in range(5):
        sweep.run_once()
        clock.instant += LONGEST_WAIT
    for told in {person or "U_CLAIRE", "U_CLAIRE"}:
        assert slack.said(told) == [("D1", "14d")]
    assert slack.posted[0].alarm.rerouted_from == "C_US"
    assert "is_archived" in office.rows(ReminderState.PLANNED)[0].trouble
    slack.archived.clear()
    sweep.run_once()
    assert slack.said() == [("D1", "14d")]


def test_what_is_overdue_in_an_unreachable_channel_goes_to_the_owner_every_day(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(date(2018, 5, 4))
    slack.archived.add("C_US")
    for _ in range(60):
        sweep.run_once()
        clock.instant += timedelta(hours=1)
    assert [step for _, step in slack.climbed("U_MAYA")] == [*("overdue", "overdue 2018-05-08", "overdue 2018-05-09")]


def test_a_direct_message_is_not_sent_on_behalf_of_a_word(office: Office, sweep: Sweep, slack: SmallSlack) -> None:
    with office.desk.change(by="import") as change:
        office.owes_too(change, FRIDAY, owner=None)
    slack.archived.add("C_US")
    sweep.run_once()
    assert slack.tries == ["C_US", "U_CLAIRE"], "Claire linked the channel: she can invite the bot again"
    assert office.rows(ReminderState.PLANNED)[0].trouble


def test_where_nobody_whom_it_concerns_can_be_reached_everybody_in_the_channel_is_told(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    """The channel is archived, the owner has left Slack, and so has whoever linked the channel."""
    office.works_in("C_US", "U_MAYA", "U_CLAIRE", "U_DARA", "U_ALEX")
    office.owes(FRIDAY)
    slack.archived.update({"C_US", "U_MAYA", "U_CLAIRE"})
    for _ in range(3):
        sweep.run_once()
        clock.instant += LONGEST_WAIT
    assert slack.said("U_DARA") == slack.said("U_ALEX") == [("D1", "14d")]
    assert {message.alarm.rerouted_from for message in slack.posted} == {"C_US"}


def test_what_names_no_person_goes_to_everybody_in_an_unreachable_channel(
    office: Office, sweep: Sweep, slack: SmallSlack
) -> None:
    """Somebody imported the case and its deadline at the command line."""
    office.works_in("C_US", "U_DARA")
    with office.desk.change(by="import") as change:
        office.owes_too(change, FRIDAY, owner=None)
        change.session.get_one(ChannelLink, ("C_US", office.case.key)).linked_by = "import"
    slack.archived.add("C_US")
    sweep.run_once()
    assert slack.said("U_DARA") == [("D1", "14d")]


def test_a_direct_message_that_fails_is_kept_and_goes_nowhere_else(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    slack.archived.update({"C_US", "U_MAYA"})
    for _ in range(3):
        sweep.run_once()
        clock.instant += LONGEST_WAIT
    assert set(slack.tries) == {"C_US", "U_MAYA", "U_CLAIRE"}
    slack.archived.discard("U_MAYA")
    sweep.run_once()
    assert slack.said("U_MAYA") == [("D1", "14d")]


def test_a_direct_message_ends_when_the_deadline_does(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    deadline = office.owes(FRIDAY)
    slack.archived.update({"C_US", "U_MAYA", "U_CLAIRE"})
    sweep.run_once()
    office.files(deadline)
    clock.instant += LONGEST_WAIT
    slack.archived.clear()
    sweep.run_once()
    assert slack.posted == []


def test_a_revoked_token_ends_the_sweep_and_keeps_everything(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    _owe_many(office, 3)
    slack.before["C_US"].append(LockedOutError("token_revoked"))
    assert sweep.run_once().given_up
    assert slack.tries == ["C_US"]
    clock.instant += wait_after(1)
    assert sweep.run_once().sent == 3


def test_one_reminder_that_cannot_be_put_into_words_does_not_stop_the_others(
    office: Office, sweep: Sweep, slack: SmallSlack, caplog: pytest.LogCaptureFixture
) -> None:
    _owe_many(office, 3)
    slack.before["C_US"].append(KeyError("caption"))
    swept = sweep.run_once()
    assert (swept.sent, swept.failed) == (2, 1)
    assert "D1 could not be posted in C_US" in caplog.text


def test_the_history_may_be_refused_by_an_outage_too(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.owes(FRIDAY)
    slack.after["C_US"].append(OutageError("timeout", in_doubt=True))
    sweep.run_once()
    clock.instant += wait_after(1)
    with monkeypatch.context() as patch:
        patch.setattr(SmallSlack, "find", _unwell)
        assert sweep.run_once().failed == 1
    clock.instant += wait_after(2)
    assert sweep.run_once().found == 1
    assert len(slack.posted) == 1


def _unwell(*_: object, **__: object) -> None:
    raise OutageError("fatal_error", in_doubt=True)


def _owe_many(office: Office, number: int) -> None:
    with office.desk.change(by="U_CLAIRE") as change:
        for _ in range(number):
            office.owes_too(change, FRIDAY)


def _die(sweep: Sweep) -> None:
    with pytest.raises(Killed):
        sweep.run_once()


def _together(tasks: list[Callable[[], object]]) -> None:
    threads = [threading.Thread(target=task) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_the_card_is_drawn_anew_after_each_reminder(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(date(2018, 7, 18))
    clock.instant = court_time(6, 18, 9)
    sweep.run_once()
    assert slack.redrawn == [("D1", "C_US", clock.instant)]


@pytest.mark.parametrize("fault", [OutageError("refused", in_doubt=False), RuntimeError("broken card")])
def test_a_card_that_cannot_be_drawn_costs_no_reminder_and_repeats_none(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock, fault: Exception
) -> None:
    office.owes(date(2018, 7, 18))
    clock.instant = court_time(6, 18, 9)
    slack.redrawing.append(fault)
    assert [sweep.run_once().sent for _ in range(2)] == [1, 0]
    assert [row.step for row in office.rows(ReminderState.SENT)] == ["30d"]
    assert slack.said() == [("D1", "30d")]


# A clock that ran ahead, and much to say


def test_what_a_clock_that_ran_ahead_let_wait_for_another_year_is_tried_when_it_is_set_back(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    right = clock.instant
    clock.instant = right.replace(year=2036)
    slack.before["C_US"].append(OutageError("timeout", in_doubt=False))
    sweep.run_once()
    clock.instant = right + timedelta(minutes=1)
    sweep.run_once()
    assert slack.said() == [("D1", "14d")]


def test_what_a_process_held_that_died_while_its_clock_ran_ahead_is_free_when_it_is_set_back(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    right = clock.instant
    clock.instant = right.replace(year=2036)
    slack.after["C_US"].append(kill)
    with pytest.raises(Killed):
        sweep.run_once()
    clock.instant = right + timedelta(minutes=1)
    sweep = Sweep(desk=sweep.desk, messenger=slack)
    sweep.run_once()
    assert len(slack.posted) == 1
    assert slack.looked == 1


def test_what_was_said_years_too_early_is_said_again_at_its_time(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    sweep.run_once()
    right = clock.instant
    clock.instant = right.replace(year=2036)
    sweep.run_once()
    false_alarms = len(slack.posted)
    clock.instant = right + timedelta(minutes=1)
    ticks(sweep, clock, until=court_time(5, 20, 12))
    assert [step for _, step in slack.climbed()[:2]] == ["14d", "overdue"], "the second by a clock that was wrong"
    said = [message for message in slack.posted[false_alarms:] if not message.alarm.step.startswith("unseen")]
    assert [(message.alarm.step, f"{message.alarm.now.astimezone(COURT_ZONE):%d %b %H:%M}") for message in said] == [
        ("7d", "11 May 09:00"),
        ("3d", "15 May 09:00"),
        ("1d", "17 May 09:00"),
        ("day", "18 May 08:00"),
        ("last", "18 May 20:59"),
        ("overdue", "19 May 00:00"),
        ("overdue 2018-05-19", "19 May 09:00"),
        ("overdue 2018-05-20", "20 May 09:00"),
    ]
    uids = [uid for message in slack.posted for uid in message.alarm.covers]
    assert len(uids) == len(set(uids))


def test_a_sweep_with_much_to_say_ends_within_a_minute_and_the_next_goes_on_at_once(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    _owe_many(office, 30)

    def slowly() -> None:
        clock.instant += timedelta(seconds=7)

    slack.before["C_US"].extend([slowly] * 30)
    swept = sweep.run_once()
    assert len(slack.posted) == swept.sent == 9
    assert swept.next_try is not None
    assert swept.next_try <= clock.instant
    for _ in range(3):
        sweep.run_once()
    assert len(slack.posted) == len({message.alarm.uid for message in slack.posted}) == 30
