"""The ladder: what is said when, whatever the calendar and the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reminders.ladder import (
    Ladder,
    OpenDay,
    Step,
    climb,
    deadline_ladder,
    hearing_day_ladder,
    hearing_ladder,
    is_overdue,
    overdue,
    still_overdue,
)

DEADLINE, HEARING, HEARING_BY_DAY = deadline_ladder(), hearing_ladder(), hearing_day_ladder()
LOS_ANGELES, PARIS, PHNOM_PENH = (ZoneInfo(name) for name in ("America/Los_Angeles", "Europe/Paris", "Asia/Phnom_Penh"))
SATURDAY = 5


def closed_on(*days: date, weekends: bool = True) -> OpenDay:
    def open_day(day: date) -> date:
        while day in days or (weekends and day.weekday() >= SATURDAY):
            day -= timedelta(days=1)
        return day

    return open_day


def shown(steps: tuple[Step, ...], zone: ZoneInfo) -> dict[str, str]:
    return {step.name: step.at.astimezone(zone).strftime("%a %d %b %Y %H:%M") for step in steps}


def end_of(day: date, zone: ZoneInfo = LOS_ANGELES) -> datetime:
    return datetime.combine(day, time(23, 59, 59), tzinfo=zone)


def test_a_deadline_climbs_from_thirty_days_to_three_hours() -> None:
    steps = climb(DEADLINE, moment=end_of(date(2018, 5, 18)), zone=LOS_ANGELES, open_day=closed_on())
    assert shown(steps, LOS_ANGELES) == {
        "30d": "Wed 18 Apr 2018 09:00",
        "14d": "Fri 04 May 2018 09:00",
        "7d": "Fri 11 May 2018 09:00",
        "3d": "Tue 15 May 2018 09:00",
        "1d": "Thu 17 May 2018 09:00",
        "day": "Fri 18 May 2018 08:00",
        "last": "Fri 18 May 2018 20:59",
    }


def test_two_steps_that_fall_back_on_one_morning_become_the_nearer_one() -> None:
    """Due on a Tuesday after a long weekend: three days before and one day before are both that Friday."""
    steps = climb(DEADLINE, moment=end_of(date(2018, 5, 29)), zone=LOS_ANGELES, open_day=closed_on(date(2018, 5, 28)))
    assert shown(steps, LOS_ANGELES)["1d"] == "Fri 25 May 2018 09:00"
    assert "3d" not in shown(steps, LOS_ANGELES)


def test_a_deadline_on_a_closed_day_is_reminded_of_on_the_last_open_one() -> None:
    """A Cambodian period that ends on a Saturday: the registry can be reached on the Friday."""
    steps = climb(DEADLINE, moment=end_of(date(2018, 6, 9), PHNOM_PENH), zone=PHNOM_PENH, open_day=closed_on())
    assert list(shown(steps, PHNOM_PENH).items())[-2:] == [
        ("day", "Fri 08 Jun 2018 08:00"),
        ("last", "Fri 08 Jun 2018 20:59"),
    ]
    assert "1d" not in shown(steps, PHNOM_PENH)


def test_a_cut_off_in_the_morning_leaves_only_the_alarm_before_it() -> None:
    moment = datetime(2018, 5, 18, 10, tzinfo=LOS_ANGELES)
    steps = shown(climb(DEADLINE, moment=moment, zone=LOS_ANGELES, open_day=closed_on()), LOS_ANGELES)
    assert steps["last"] == "Fri 18 May 2018 07:00"
    assert "day" not in steps


def test_a_hearing_on_a_closed_day_keeps_its_two_hours() -> None:
    moment = datetime(2018, 6, 9, 9, 30, tzinfo=PHNOM_PENH)
    steps = shown(climb(HEARING, moment=moment, zone=PHNOM_PENH, open_day=closed_on()), PHNOM_PENH)
    assert steps == {
        "7d": "Fri 01 Jun 2018 09:00",
        "1d": "Fri 08 Jun 2018 09:00",
        "2h": "Sat 09 Jun 2018 07:30",
    }


@pytest.mark.parametrize(
    ("due", "step", "wall"),
    [
        (date(2026, 3, 9), "1d", "Sun 08 Mar 2026 09:00"),  # the clocks go forward in California that Sunday
        (date(2026, 3, 15), "7d", "Sun 08 Mar 2026 09:00"),
        (date(2026, 11, 2), "1d", "Sun 01 Nov 2026 09:00"),  # and back on this one
        (date(2026, 11, 8), "7d", "Sun 01 Nov 2026 09:00"),
    ],
)
def test_nine_in_the_morning_is_nine_on_the_court_s_wall_when_the_clocks_change(
    due: date, step: str, wall: str
) -> None:
    steps = climb(DEADLINE, moment=end_of(due), zone=LOS_ANGELES, open_day=closed_on(weekends=False))
    assert shown(steps, LOS_ANGELES)[step] == wall


def test_two_hours_are_two_hours_across_a_change_of_the_clocks() -> None:
    moment = datetime(2026, 3, 8, 3, 30, tzinfo=LOS_ANGELES)
    steps = climb(HEARING, moment=moment, zone=LOS_ANGELES, open_day=closed_on())
    assert moment.astimezone(UTC) - steps[-1].at == timedelta(hours=2)
    assert shown(steps, LOS_ANGELES)["2h"] == "Sun 08 Mar 2026 00:30"


def test_a_leap_day_is_a_day() -> None:
    steps = climb(DEADLINE, moment=end_of(date(2028, 3, 1)), zone=LOS_ANGELES, open_day=closed_on())
    assert shown(steps, LOS_ANGELES)["1d"] == "Tue 29 Feb 2028 09:00"


def test_overdue_begins_after_the_last_second_and_comes_each_morning() -> None:
    step = overdue(end_of(date(2018, 5, 18)))
    assert step.at > end_of(date(2018, 5, 18))
    saturday = still_overdue(step.at, zone=LOS_ANGELES)
    sunday = still_overdue(saturday.at, zone=LOS_ANGELES)
    assert shown((step, saturday, sunday), LOS_ANGELES) == {
        "overdue": "Sat 19 May 2018 00:00",
        "overdue 2018-05-19": "Sat 19 May 2018 09:00",
        "overdue 2018-05-20": "Sun 20 May 2018 09:00",
    }
    assert is_overdue(step.name)
    assert is_overdue(sunday.name)
    assert not is_overdue("last")


def test_what_was_said_late_in_the_night_is_not_repeated_at_breakfast() -> None:
    late = datetime(2018, 5, 19, 5, tzinfo=LOS_ANGELES)
    assert still_overdue(late, zone=LOS_ANGELES).name == "overdue 2018-05-20"


ladders = st.sampled_from([DEADLINE, HEARING, HEARING_BY_DAY])
zones = st.sampled_from([LOS_ANGELES, PARIS, PHNOM_PENH, ZoneInfo("Pacific/Honolulu"), ZoneInfo("America/St_Johns")])
moments = st.datetimes(min_value=datetime(2015, 1, 1), max_value=datetime(2035, 1, 1)).map(  # noqa: DTZ001 -- zoned below
    lambda naive: naive.replace(microsecond=0)
)
closures = st.sets(st.integers(0, 60), max_size=40)


@given(ladder=ladders, zone=zones, naive=moments, closed=closures)
def test_every_ladder_ascends_on_open_days_and_never_later_than_it_is_meant(
    ladder: Ladder, zone: ZoneInfo, naive: datetime, closed: set[int]
) -> None:
    by_day = ladder is HEARING_BY_DAY
    moment = naive.replace(tzinfo=zone, hour=0, minute=0) if by_day else naive.replace(tzinfo=zone)
    day = moment.astimezone(zone).date()
    open_day = closed_on(*(day - timedelta(days=back) for back in closed))
    steps = climb(ladder, moment=moment, zone=zone, open_day=open_day)
    meant = {step.name: step.at for step in climb(ladder, moment=moment, zone=zone, open_day=lambda day: day)}

    assert steps, "something is always said"
    assert steps[-1].name == ladder[-1].name, "the last alarm is never lost"
    assert [step.at for step in steps] == sorted({step.at for step in steps})
    end = moment.astimezone(UTC) + (timedelta(days=1) if by_day else timedelta())
    for step in steps:
        said_on = step.at.astimezone(zone).date()
        assert step.at < end
        assert step.at <= meant.get(step.name, end)
        assert step.name == "2h" or open_day(said_on) == said_on


@given(zone=zones, naive=moments)
def test_the_daily_step_after_a_cut_off_comes_within_a_day_and_a_half(zone: ZoneInfo, naive: datetime) -> None:
    now = naive.replace(tzinfo=zone)
    step = still_overdue(now, zone=zone)
    assert timedelta(0) < step.at - now.astimezone(UTC) < timedelta(hours=36)
