"""What a channel chose: its ladder, hour, zone and quiet hours. Nothing makes an alarm later than the court's own."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from bot.reminders import Sweep
from bot.reminders.habits import DEFAULT, Habits, Quiet, habits_of
from bot.reminders.ladder import climb, deadline_ladder, still_overdue
from storage.reminders import ReminderState
from storage.settings import ChannelSettings
from storage.store import Store
from tests.reminders.fakes import SmallSlack, StillClock
from tests.reminders.office import COURT_ZONE, Office, court_time
from tests.reminders.test_ladder import LOS_ANGELES, PARIS, PHNOM_PENH, closed_on, end_of, shown

FRIDAY = date(2018, 5, 18)
NIGHT = Quiet(begins=time(20), ends=time(7, 30))


def climbed(habits: Habits, *, due: date = FRIDAY, zone: ZoneInfo = LOS_ANGELES) -> dict[str, str]:
    ladder = deadline_ladder(habits.days)
    steps = climb(ladder, moment=end_of(due, zone), zone=zone, open_day=closed_on(), habits=habits)
    return shown(steps, habits.zone or zone)


# The ladder


def test_the_chosen_days_are_climbed_and_the_day_itself_always(office: Office) -> None:
    office.chooses(ladder=[5, 2, 2, 0, -1])
    office.owes(FRIDAY)
    assert office.planned() == [
        ("5d", "Fri 11 May 09:00"),  # Sunday 13 May
        ("2d", "Wed 16 May 09:00"),
        ("day", "Fri 18 May 08:00"),
        ("last", "Fri 18 May 20:59"),
        ("overdue", "Sat 19 May 00:00"),
    ]


def test_an_empty_ladder_still_has_the_day_itself(office: Office) -> None:
    office.chooses(ladder=[], hearing_ladder=[])
    office.owes(FRIDAY)
    office.hears(court_time(6, 5, 9, 30))
    assert [step for step, _ in office.planned()] == ["day", "last", "overdue", "2h", "outcome"]


def test_hearings_have_a_ladder_of_their_own(office: Office) -> None:
    office.chooses(hearing_ladder=[14, 2])
    office.hears(court_time(6, 5, 9, 30))
    assert [step for step, _ in office.planned()] == ["14d", "2d", "2h", "outcome"]


def test_channels_that_chose_otherwise_hear_otherwise(office: Office) -> None:
    office.follows_in("C_KH")
    office.chooses("C_KH", ladder=[7], at_hour="10:15")
    office.owes(FRIDAY)
    assert ("7d", "Fri 11 May 10:15") in office.planned("C_KH")
    assert ("3d", "Tue 15 May 09:00") in office.planned("C_US")


# The hour and the zone


def test_a_chosen_hour_in_the_afternoon_leaves_the_day_itself_in_the_morning() -> None:
    afternoon = climbed(Habits(at=time(16)))
    assert (afternoon["1d"], afternoon["day"]) == ("Thu 17 May 2018 16:00", "Fri 18 May 2018 08:00")


def test_the_mornings_of_phnom_penh_come_before_those_of_the_court_in_san_francisco() -> None:
    steps = climbed(Habits(zone=PHNOM_PENH))
    assert steps["1d"] == "Thu 17 May 2018 09:00"  # Wednesday evening in San Francisco
    assert steps["day"] == "Fri 18 May 2018 08:00"
    assert steps["last"] == "Sat 19 May 2018 10:59"


def test_san_francisco_hears_of_a_cambodian_monday_before_its_friday_and_of_the_day_itself_on_sunday() -> None:
    steps = climbed(Habits(zone=LOS_ANGELES), due=date(2018, 6, 11), zone=PHNOM_PENH)
    assert steps["day"] == "Sun 10 Jun 2018 08:00", "three o'clock in the night before the registry closes is too late"
    assert steps["1d"] == "Thu 07 Jun 2018 09:00", "the morning before Friday morning in Phnom Penh"


# Quiet hours


def test_what_falls_into_quiet_hours_comes_before_them() -> None:
    steps = climbed(Habits(quiet=NIGHT, at=time(7)))
    assert steps["last"] == "Fri 18 May 2018 20:00"
    assert steps["day"] == "Thu 17 May 2018 20:00"
    assert steps["7d"] == "Thu 10 May 2018 20:00"


def test_an_evening_before_that_is_closed_moves_to_the_last_open_one() -> None:
    steps = climbed(Habits(quiet=NIGHT, at=time(7)), due=date(2018, 5, 21))
    assert steps["7d"] == "Fri 11 May 2018 20:00"  # Monday 14 May 07:00 is quiet, and so Sunday evening is closed


def test_the_daily_alarm_of_what_is_overdue_waits_for_the_end_of_quiet_hours() -> None:
    late = Habits(quiet=Quiet(begins=time(18), ends=time(10)))
    step = still_overdue(end_of(FRIDAY), zone=LOS_ANGELES, habits=late)
    assert shown((step,), LOS_ANGELES) == {"overdue 2018-05-19": "Sat 19 May 2018 10:00"}


def test_what_is_missed_is_said_at_once_in_quiet_hours_too(office: Office) -> None:
    office.chooses(quiet_from="20:00", quiet_until="07:30")
    office.owes(FRIDAY)
    assert office.planned()[-1] == ("overdue", "Sat 19 May 00:00")


@pytest.mark.parametrize(
    ("at", "before", "after"),
    [
        ("20:00", "20:00", "20:00"),
        ("20:01", "20:00", "07:30"),
        ("23:59", "20:00", "07:30"),
        ("07:29", "20:00", "07:30"),
        ("07:30", "07:30", "07:30"),
        ("12:00", "12:00", "12:00"),
    ],
)
def test_the_ends_of_quiet_hours_are_not_quiet(at: str, before: str, after: str) -> None:
    wall = datetime.combine(FRIDAY, time.fromisoformat(at), tzinfo=PARIS)
    assert NIGHT.before(wall, PARIS).astimezone(PARIS).strftime("%H:%M") == before
    assert NIGHT.after(wall, PARIS).astimezone(PARIS).strftime("%H:%M") == after
    assert NIGHT.before(wall, PARIS) <= wall <= NIGHT.after(wall, PARIS)


def test_quiet_hours_within_a_day() -> None:
    lunch = Quiet(begins=time(12), ends=time(14))
    noon = datetime.combine(FRIDAY, time(13), tzinfo=PARIS)
    assert lunch.before(noon, PARIS).astimezone(PARIS).hour == 12
    assert lunch.after(noon, PARIS).astimezone(PARIS).hour == 14


# What cannot be read


@pytest.mark.parametrize("nonsense", [{"zone": "Mars/Olympus"}, {"at_hour": "25:99"}, {"quiet_from": "22:00"}])
def test_a_choice_that_cannot_be_read_is_as_if_it_had_not_been_made(store: Store, nonsense: dict[str, Any]) -> None:
    with store.writing() as session:
        session.add(ChannelSettings(channel_id="C1", **nonsense))
    with Session(store.engine) as session:
        assert habits_of(session, "C1") == habits_of(session, "C2") == DEFAULT


# Properties

walls = st.sampled_from([None, LOS_ANGELES, PARIS, PHNOM_PENH, ZoneInfo("Pacific/Auckland")])
courts = st.sampled_from([LOS_ANGELES, PHNOM_PENH])
hours = st.times().map(lambda at: at.replace(second=0, microsecond=0))
quiets = st.none() | st.builds(Quiet, begins=hours, ends=hours).filter(lambda quiet: quiet.begins != quiet.ends)
days = st.dates(date(2016, 1, 1), date(2030, 1, 1))
closures = st.sets(st.integers(0, 40), max_size=20)


@given(wall=walls, court=courts, quiet=quiets, due=days, closed=closures)
def test_whatever_a_channel_chooses_no_alarm_comes_later_than_the_court_s_own(
    wall: ZoneInfo | None, court: ZoneInfo, quiet: Quiet | None, due: date, closed: set[int]
) -> None:
    moment, open_day = end_of(due, court), closed_on(*(due - timedelta(days=back) for back in closed))
    ladder = deadline_ladder()
    ours = climb(ladder, moment=moment, zone=court, open_day=open_day, habits=Habits(zone=wall, quiet=quiet))
    courts_own = {s.name: s.at for s in climb(ladder, moment=moment, zone=court, open_day=open_day)}
    assert ours[-1].name == "last"
    assert [step.at for step in ours] == sorted({step.at for step in ours})
    for step in ours:
        assert step.at <= courts_own.get(step.name, moment)
        here = step.at.astimezone(wall or court)
        assert quiet is None or quiet.before(step.at, here.tzinfo or UTC) == step.at  # type: ignore[arg-type]
        if step.name.endswith("d"):
            assert open_day(here.date()) == here.date()


# A changed choice


def test_a_changed_choice_replans_what_waits(office: Office) -> None:
    office.owes(FRIDAY)
    office.hears(court_time(6, 5, 9, 30))
    office.chooses(ladder=[2], hearing_ladder=[3], at_hour="10:00")
    assert office.planned() == [
        ("14d", "Mon 07 May 08:30"),  # promised for now, and not taken back
        ("2d", "Wed 16 May 10:00"),
        ("day", "Fri 18 May 10:00"),
        ("last", "Fri 18 May 20:59"),
        ("overdue", "Sat 19 May 00:00"),
        ("3d", "Fri 01 Jun 10:00"),
        ("2h", "Tue 05 Jun 07:30"),
        ("outcome", "Tue 05 Jun 11:30"),
    ]


def test_a_new_rung_that_has_passed_is_not_said_at_once(office: Office, sweep: Sweep, slack: SmallSlack) -> None:
    office.chooses(ladder=[3])
    for _ in range(5):
        office.owes(FRIDAY)
    office.chooses(ladder=[14, 3])
    sweep.run_once()
    assert slack.posted == []


def test_what_was_promised_for_later_today_and_has_passed_by_the_new_hour_is_said_at_once(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.chooses(at_hour="17:00")
    office.owes(FRIDAY)
    clock.instant = court_time(5, 11, 12)
    sweep.run_once()
    office.chooses(at_hour="09:00")
    sweep.run_once()
    assert slack.said()[-1] == ("D1", "7d")


def test_replanning_one_channel_leaves_the_others_and_what_is_closed_alone(office: Office) -> None:
    office.follows_in("C_KH")
    office.files(office.owes(FRIDAY))
    office.vacates(office.hears(court_time(6, 5, 9, 30)))
    office.owes(FRIDAY)
    before = office.planned("C_US")
    office.chooses("C_KH", ladder=[1])
    assert office.planned("C_US") == before
    assert len(office.rows(ReminderState.PLANNED)) == len(before) + len(office.planned("C_KH"))


def test_replanning_twice_changes_nothing(office: Office) -> None:
    office.owes(FRIDAY)
    office.chooses(zone="Asia/Phnom_Penh", ladder=[7, 2])
    before = office.rows()
    office.chooses(zone="Asia/Phnom_Penh", ladder=[7, 2])
    assert office.rows() == before


def test_the_court_s_own_zone_is_that_of_the_court() -> None:
    assert climbed(Habits(zone=COURT_ZONE)) == climbed(DEFAULT)
