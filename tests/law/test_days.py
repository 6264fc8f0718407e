"""Counting days, weeks, months, years and court days under the federal rules in force today."""

from datetime import date

import pytest

from bot.law import LawError, Standing
from tests.law.asking import ask, kinds, texts


def test_the_order_of_4_may_2018_leaves_fourteen_days() -> None:
    answer = ask("cand", "2018-05-04", "14 days")
    assert answer.due == date(2018, 5, 18)
    assert answer.standing is Standing.SETTLED
    assert answer.due_at.isoformat() == "2018-05-18T23:59:59-07:00"
    assert kinds(answer) == ["started", "counted", "day ends"]


def test_a_last_day_on_a_sunday_runs_to_monday() -> None:
    answer = ask("cand", "2018-05-04", "30 days")
    assert answer.due == date(2018, 6, 4)
    assert "3 June is Sunday" in texts(answer)


def test_a_backward_count_that_ends_on_a_holiday_goes_further_back() -> None:
    answer = ask("dcd", "2018-05-30", "2 days", before=True)
    assert answer.due == date(2018, 5, 25)
    assert "counted further back to Friday 25 May 2018" in texts(answer)


def test_weeks_are_seven_days_each() -> None:
    assert ask("cand", "2018-05-04", "2 weeks").due == ask("cand", "2018-05-04", "14 days").due
    assert ask("cand", "2018-05-18", "2 weeks", before=True).due == date(2018, 5, 4)


@pytest.mark.parametrize(
    ("start", "period", "due"),
    [
        ("2024-01-31", "1 month", date(2024, 2, 29)),
        ("2023-01-31", "1 month", date(2023, 2, 28)),
        ("2024-02-29", "1 year", date(2025, 2, 28)),
        ("2018-05-04", "1 year", date(2019, 5, 6)),
        ("2018-11-16", "3 months", date(2019, 2, 19)),
    ],
)
def test_months_and_years_end_on_the_corresponding_day_or_the_last_of_the_month(
    start: str, period: str, due: date
) -> None:
    assert ask("dcd", start, period).due == due


def test_months_are_counted_backward_too() -> None:
    assert ask("dcd", "2018-03-30", "1 month", before=True).due == date(2018, 2, 28)


@pytest.mark.parametrize(
    ("start", "before", "due"),
    [
        ("2018-05-24", False, date(2018, 5, 29)),
        ("2018-05-26", False, date(2018, 5, 30)),
        ("2018-05-30", True, date(2018, 5, 25)),
    ],
)
def test_court_days_leave_out_weekends_and_holidays(start: str, *, before: bool, due: date) -> None:
    assert ask("dcd", start, "2 court days", before=before).due == due


def test_court_days_name_the_holidays_left_out() -> None:
    assert "Memorial Day" in texts(ask("dcd", "2018-05-24", "2 court days"))


def test_the_clerks_office_being_inaccessible_extends_forward() -> None:
    answer = ask("cand", "2018-05-04", "14 days", closed=["2018-05-18", "2018-05-21"])
    assert answer.due == date(2018, 5, 22)
    assert "inaccessible on 18 May 2018, 21 May 2018" in texts(answer)


def test_it_extends_a_backward_count_forward_as_well() -> None:
    assert ask("dcd", "2007-09-22", "21 days", before=True, as_of="2009-12-01").due == date(2007, 8, 31)
    closed = ask("dcd", "2007-09-22", "21 days", before=True, as_of="2009-12-01", closed=["2007-08-31"])
    assert closed.due == date(2007, 9, 4)


def test_a_start_on_a_closed_day_is_remarked_on() -> None:
    assert "starts on a day that is itself closed: Saturday 5 May 2018" in texts(ask("cand", "2018-05-05", "14 days"))
    assert "starts on a closed day: Monday 28 May 2018 (Memorial Day)" in texts(ask("cand", "2018-05-28", "14 days"))


def test_a_time_of_day_counts_as_the_courts_day() -> None:
    assert ask("cand", "2018-05-05T03:00+00:00", "14 days").due == date(2018, 5, 18)
    assert ask("cand", "2018-05-04T23:00", "14 days").due == date(2018, 5, 18)


@pytest.mark.parametrize(
    ("start", "period", "before"),
    [
        ("1950-01-01", "14 days", False),
        ("2079-12-30", "14 days", False),
        ("1960-01-02", "14 days", True),
        ("2079-12-01", "1 month", False),
        ("2079-12-01", "90 years", False),
        ("2079-12-30", "20 court days", False),
    ],
)
def test_dates_outside_the_calendars_are_refused(start: str, period: str, *, before: bool) -> None:
    with pytest.raises(LawError, match="1960 to 2079"):
        ask("dcd", start, period, before=before)


def test_every_court_of_appeals_ends_its_day_in_the_zone_of_its_clerk() -> None:
    assert str(ask("ca9", "2018-05-04", "10 days").due_at.tzinfo) == "America/Los_Angeles"
    assert str(ask("ca8", "2018-05-04", "10 days").due_at.tzinfo) == "America/Chicago"


def test_a_court_whose_own_rules_were_not_read_is_unverified() -> None:
    answer = ask("tax", "2018-05-04", "30 days")
    assert (answer.due, answer.standing) == (date(2018, 6, 4), Standing.UNVERIFIED)
    assert "Tax Court's own rules" in texts(answer)


def test_days_added_past_the_last_calendar_are_refused() -> None:
    with pytest.raises(LawError, match="1960 to 2079"):
        ask("cand", "2079-12-15", "14 days", service="mail")
