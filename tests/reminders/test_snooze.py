"""What was snoozed is quiet until the morning on which the snooze ends; the last three days are never held."""

from datetime import date, datetime

import pytest

from bot.reminders import OutageError, Sweep
from bot.reminders.claims import wait_after
from storage.reminders import ReminderState
from storage.standing import next_reminder
from tests.reminders.fakes import SmallSlack, StillClock
from tests.reminders.office import Office, court_time, ticks

FRIDAY = date(2018, 6, 15)


def test_nothing_is_said_before_a_snooze_ends_and_it_comes_back_that_morning(office: Office) -> None:
    deadline = office.owes(FRIDAY)
    office.snoozes(deadline, court_time(6, 5))
    assert office.planned() == [
        ("again 2018-06-05T07:00Z", "Tue 05 Jun 09:00"),
        ("7d", "Fri 08 Jun 09:00"),
        ("3d", "Tue 12 Jun 09:00"),
        ("1d", "Thu 14 Jun 09:00"),
        ("day", "Fri 15 Jun 08:00"),
        ("last", "Fri 15 Jun 20:59"),
        ("overdue", "Sat 16 Jun 00:00"),
    ]


def test_a_snooze_that_ends_on_a_closed_day_comes_back_on_the_next_open_one(office: Office) -> None:
    deadline = office.owes(FRIDAY)
    office.snoozes(deadline, court_time(5, 26))  # a Saturday, and Monday 28 May is Memorial Day
    assert office.planned()[0] == ("again 2018-05-26T07:00Z", "Tue 29 May 09:00")


@pytest.mark.parametrize("until", [court_time(6, 15), court_time(6, 20), court_time(8, 1)])
def test_no_snooze_reaches_into_the_last_three_days(office: Office, until: datetime) -> None:
    deadline = office.owes(FRIDAY)
    office.snoozes(deadline, until)
    assert [step for step, _ in office.planned()] == ["3d", "1d", "day", "last", "overdue"]


def test_the_rungs_of_the_last_days_are_not_held_when_a_weekend_moves_them_forward(office: Office) -> None:
    """Due on a Tuesday: three days before is Saturday, so it is said on Friday, four days before."""
    deadline = office.owes(date(2018, 6, 19))
    office.snoozes(deadline, court_time(6, 16))
    assert office.planned()[:2] == [("3d", "Fri 15 Jun 09:00"), ("1d", "Mon 18 Jun 09:00")]


def test_what_is_overdue_is_never_held(office: Office, sweep: Sweep, slack: SmallSlack) -> None:
    deadline = office.owes(date(2018, 5, 4))
    office.snoozes(deadline, court_time(5, 30))
    sweep.run_once()
    assert slack.said() == [("D1", "overdue")]


def test_waking_a_snoozed_deadline_says_the_nearest_step_that_was_held(office: Office, clock: StillClock) -> None:
    deadline = office.owes(FRIDAY)
    office.snoozes(deadline, court_time(6, 6))
    clock.instant = court_time(6, 4, 12)
    office.snoozes(deadline, None)
    assert office.planned()[:2] == [("14d", "Mon 04 Jun 12:00"), ("7d", "Fri 08 Jun 09:00")]


def test_a_new_snooze_replaces_the_old_one(office: Office) -> None:
    deadline = office.owes(FRIDAY)
    office.snoozes(deadline, court_time(5, 22))
    office.snoozes(deadline, court_time(5, 24))
    assert [step for step, _ in office.planned()][:2] == ["again 2018-05-24T07:00Z", "14d"]


def test_what_waits_for_another_try_is_held_too_and_not_lost(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    deadline = office.owes(FRIDAY)
    clock.instant = court_time(5, 16, 9)
    slack.before["C_US"].append(OutageError("refused", in_doubt=False))
    sweep.run_once()
    office.snoozes(deadline, court_time(5, 21))
    clock.instant += wait_after(1)
    assert sweep.run_once().sent == 0
    assert [row.step for row in office.rows(ReminderState.CANCELLED)] == ["30d"]
    ticks(sweep, clock, until=court_time(5, 22))
    assert slack.climbed() == [("D1", "again 2018-05-21T07:00Z")]


def test_what_is_snoozed_while_it_is_claimed_is_not_said(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    """Another process snoozes between the claim and the post."""
    first, second = office.owes(FRIDAY), office.owes(FRIDAY)
    clock.instant = court_time(5, 16, 9)
    slack.before["C_US"].append(lambda: office.snoozes(second, court_time(5, 21)))
    sweep.run_once()
    assert slack.said() == [(first.ref, "30d")]


def test_the_whole_story_of_a_snoozed_deadline(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    deadline = office.owes(FRIDAY)
    clock.instant = court_time(5, 16, 9)
    sweep.run_once()
    office.snoozes(deadline, court_time(6, 6))
    ticks(sweep, clock, until=court_time(6, 15, 23))
    assert [step for _, step in slack.climbed()] == [
        "30d", "again 2018-06-06T07:00Z", "7d", "3d", "1d", "day", "last",
    ]  # fmt: skip


def test_while_it_is_snoozed_no_call_counts_as_the_next_reminder(
    office: Office, sweep: Sweep, clock: StillClock
) -> None:
    deadline = office.owes(FRIDAY)
    clock.instant = court_time(5, 16, 9)
    sweep.run_once()
    assert office.planned()[0][0].startswith("unseen")
    office.snoozes(deadline, court_time(6, 5))
    with office.desk.look() as session:
        assert next_reminder(session, deadline.ref, "C_US") == court_time(6, 5, 9)
