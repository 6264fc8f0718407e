"""The alarm of what is overdue comes every day until it is done: no choice, no clock and no change may end it."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from bot.reminders import Sweep
from storage.docket import Deadline
from storage.planning import plan, planned
from storage.reminders import Reminder, ReminderState
from storage.store import Store
from tests.reminders.fakes import SmallSlack, StillClock
from tests.reminders.office import Office, court_time, ticks

FRIDAY = date(2018, 5, 18)


@pytest.fixture
def overdue_since_the_night(office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock) -> Deadline:
    deadline = office.owes(FRIDAY)
    ticks(sweep, clock, until=court_time(5, 19, 8, 59))
    assert slack.climbed()[-1] == ("D1", "overdue")
    return deadline


@pytest.mark.usefixtures("overdue_since_the_night")
def test_an_hour_chosen_after_the_daily_alarm_was_heard_does_not_end_it(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    ticks(sweep, clock, until=court_time(5, 19, 9, 30))
    office.chooses(at_hour="17:00")
    ticks(sweep, clock, until=court_time(5, 21, 18))
    assert [step for _, step in slack.climbed()[-3:]] == [f"overdue 2018-05-{day}" for day in (19, 20, 21)]


def test_an_hour_chosen_for_later_today_and_heard_does_not_cancel_the_alarm_of_tomorrow(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    ticks(sweep, clock, until=court_time(5, 18, 23))
    clock.instant = court_time(5, 19, 4)
    ticks(sweep, clock, until=court_time(5, 19, 9, 30))
    assert office.planned()[-1] == ("overdue 2018-05-20", "Sun 20 May 09:00")
    office.chooses(at_hour="17:00")
    ticks(sweep, clock, until=court_time(5, 21, 18))
    assert [step for _, step in slack.climbed()[-3:]] == [f"overdue 2018-05-{day}" for day in (19, 20, 21)]


@pytest.mark.parametrize("hours", [5, 9, 12, 30])
def test_a_clock_set_back_does_not_end_the_daily_alarm_whatever_is_done_meanwhile(
    office: Office, sweep: Sweep, slack: SmallSlack, overdue_since_the_night: Deadline, hours: int
) -> None:
    clock = office.clock
    ticks(sweep, clock, until=court_time(5, 19, 9, 30))
    clock.instant -= timedelta(hours=hours)
    office.changes(overdue_since_the_night, note="who has it?")
    ticks(sweep, clock, until=court_time(5, 21, 12))
    said = [step for _, step in slack.climbed()]
    assert said[-3:] == [f"overdue 2018-05-{day}" for day in (19, 20, 21)]
    assert len(said) == len(set(said))


def test_what_is_planned_again_waits_once_more_if_it_was_cancelled_and_stays_sent_if_it_was_sent(store: Store) -> None:
    at, later = court_time(5, 19, 9), court_time(5, 20, 9)
    states = (ReminderState.CANCELLED, ReminderState.SENT)
    with store.writing() as session:
        for state in states:
            session.add(
                Reminder(channel_id="C_US", subject=state, step="1", target=at, due_at=at, not_before=at, state=state)
            )
    rows = [planned(subject=state, channel_id="C_US", step="1", target=at, due_at=later) for state in states]
    with store.writing() as session:
        plan(session, [*rows, *rows], again=True)
    with store.reading() as session:
        kept = {row.subject: (row.state, row.due_at) for row in session.exec(select(Reminder))}
    assert kept == {"cancelled": (ReminderState.PLANNED, later), "sent": (ReminderState.SENT, at)}
