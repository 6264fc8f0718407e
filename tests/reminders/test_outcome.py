"""After a hearing somebody is asked what came of it, once, until it is recorded."""

from datetime import date, datetime

import pytest

from bot.reminders import Sweep
from storage.docket import Entry, EntryStatus
from tests.reminders.fakes import SmallSlack, StillClock
from tests.reminders.office import Office, court_time, ticks


@pytest.mark.parametrize(
    ("starts_at", "asked"),
    [
        (court_time(5, 9, 9, 30), "Wed 09 May 11:30"),
        (court_time(5, 9, 16), "Wed 09 May 18:00"),
        (court_time(5, 9, 16, 1), "Thu 10 May 09:00"),
        (court_time(5, 11, 17), "Mon 14 May 09:00"),
        (court_time(5, 25, 17), "Tue 29 May 09:00"),  # Monday is Memorial Day
        (court_time(5, 9, 5), "Wed 09 May 09:00"),
    ],
)
def test_it_is_asked_two_hours_after_the_start_or_the_next_working_morning(
    office: Office, starts_at: datetime, asked: str
) -> None:
    office.hears(starts_at)
    assert office.planned()[-1] == ("outcome", asked)


def test_a_hearing_without_an_hour_is_asked_about_the_next_working_morning(office: Office) -> None:
    office.hears(None, on=date(2018, 5, 11))
    assert office.planned()[-1] == ("outcome", "Mon 14 May 09:00")


def test_a_channel_on_the_other_side_of_the_world_is_asked_in_its_own_morning(office: Office) -> None:
    office.chooses(zone="Asia/Phnom_Penh")
    office.hears(court_time(5, 9, 9, 30))
    assert office.planned()[-1] == ("outcome", "Wed 09 May 19:00")  # Thursday 09:00 in Phnom Penh


def test_what_quiet_hours_would_push_into_a_closed_day_is_asked_on_an_open_one(office: Office) -> None:
    office.chooses(quiet_from="12:00", quiet_until="08:00")
    office.hears(court_time(5, 11, 14))  # a Friday
    assert office.planned()[-1] == ("outcome", "Mon 14 May 08:00")


def test_a_court_that_sits_on_a_closed_day_is_asked_about_on_it(office: Office) -> None:
    office.hears(court_time(5, 12, 9))  # a Saturday
    assert office.planned()[-1] == ("outcome", "Sat 12 May 11:00")


def test_it_is_asked_once(office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock) -> None:
    office.hears(court_time(5, 9, 9, 30))
    ticks(sweep, clock, until=court_time(5, 21))
    assert [step for _, step in slack.said()].count("outcome") == 1
    assert slack.said()[-1] == ("H1", "outcome")


@pytest.mark.parametrize("status", [EntryStatus.HELD, EntryStatus.VACATED, EntryStatus.WITHDRAWN])
def test_a_recorded_outcome_is_not_asked_for(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock, status: EntryStatus
) -> None:
    hearing = office.hears(court_time(5, 9, 9, 30))
    clock.instant = court_time(5, 9, 10)
    sweep.run_once()
    with office.desk.change(by="U_MAYA") as change:
        again = change.session.get_one(Entry, hearing.key)
        again.status = status
        change.keep_entry(again)
        change.log("hearing.ended", subject=again.ref, case_id=again.case_id)
    ticks(sweep, clock, until=court_time(5, 11))
    assert "outcome" not in [step for _, step in slack.said()]


def test_a_machine_that_slept_through_a_hearing_asks_what_came_of_it_in_one_message(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.hears(court_time(5, 9, 9, 30))
    clock.instant = court_time(5, 14, 12)
    sweep.run_once()
    assert slack.said() == [("H1", "outcome")]
    assert len(slack.posted[0].alarm.covers) == 4
    assert slack.posted[0].alarm.is_late


def test_a_moved_hearing_is_asked_about_after_its_new_date_only(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    hearing = office.hears(court_time(5, 9, 9, 30))
    office.moves(hearing, court_time(5, 16, 14))
    ticks(sweep, clock, until=court_time(5, 18))
    asked = [m.alarm.now for m in slack.posted if m.alarm.step == "outcome"]
    assert [at.astimezone(court_time(5, 1).tzinfo).day for at in asked] == [16]
