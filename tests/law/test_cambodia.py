"""Cambodian periods: two dates wherever the text was not read."""

from datetime import date

import pytest

from bot.law import Standing
from tests.law.asking import ask, texts

D = date.fromisoformat


@pytest.mark.parametrize(
    ("start", "period", "due", "latest"),
    [
        ("2026-10-23", "1 month", "2026-11-23", "2026-11-26"),
        ("2026-09-10", "1 month", "2026-10-10", "2026-10-13"),
        ("2026-01-31", "1 month", "2026-02-28", "2026-03-02"),
        ("2026-11-10", "2 weeks", "2026-11-24", "2026-11-26"),
        ("2026-04-08", "1 week", "2026-04-15", "2026-04-17"),
    ],
)
def test_a_civil_period_that_ends_on_a_closed_day_has_two_dates(start: str, period: str, due: str, latest: str) -> None:
    answer = ask("kh-phnompenh", start, period, method="kh-civil")
    assert (answer.due, answer.latest) == (D(due), D(latest))
    assert answer.standing is Standing.ARGUABLE
    assert any(note.question == "kh-civil:roll" for note in answer.notes)


def test_it_names_the_last_open_day_before() -> None:
    answer = ask("kh-phnompenh", "2026-09-10", "1 month", method="kh-civil")
    assert "the registry can be reached, is Friday 9 October 2026" in texts(answer)


def test_a_civil_period_that_ends_on_an_open_day_still_rests_on_articles_not_read() -> None:
    answer = ask("kh-phnompenh", "2026-06-01", "1 week", method="kh-civil")
    assert answer.due == answer.latest == date(2026, 6, 8)
    assert answer.standing is Standing.UNVERIFIED
    assert "Civil Code" in texts(answer)


@pytest.mark.parametrize(
    ("start", "due", "latest"),
    [
        ("2016-12-27", "2017-01-27", "2017-01-27"),
        ("2017-03-30", "2017-04-30", "2017-05-02"),
        ("2020-12-30", "2021-01-30", "2021-02-01"),
        ("2022-03-17", "2022-04-17", "2022-04-18"),
    ],
)
def test_a_criminal_period_keeps_its_safe_date_and_is_unverified(start: str, due: str, latest: str) -> None:
    answer = ask("kh-phnompenh", start, "1 month")
    assert (answer.due, answer.latest) == (D(due), D(latest))
    assert answer.standing is Standing.UNVERIFIED


def test_new_year_of_2019_is_the_official_one() -> None:
    assert ask("kh-appeal", "2019-04-14", "1 day").latest == date(2019, 4, 17)


def test_new_year_of_2020_was_postponed_to_august() -> None:
    assert ask("kh-appeal", "2020-04-13", "1 day").latest == date(2020, 4, 14)
    assert ask("kh-appeal", "2020-08-16", "1 day").latest == date(2020, 8, 24)


def test_a_monday_after_a_holiday_on_a_sunday_is_warned_of() -> None:
    answer = ask("kh-phnompenh", "2018-05-19", "1 day")
    assert answer.latest == date(2018, 5, 21)
    assert "Some years gave the Monday off" in texts(answer)


def test_a_closing_of_the_court_moves_only_the_later_date() -> None:
    answer = ask("kh-phnompenh", "2018-06-01", "1 week", closed=["2018-06-08"])
    assert (answer.due, answer.latest) == (date(2018, 6, 8), date(2018, 6, 11))


@pytest.mark.parametrize("start", ["2030-03-01", "2014-03-01"])
def test_outside_the_official_lists_the_calendar_is_a_projection_and_says_so(start: str) -> None:
    assert "2016 to 2027; outside them the calendar is a projection" in texts(ask("kh-phnompenh", start, "10 days"))


def test_inside_them_it_does_not() -> None:
    assert "projection" not in texts(ask("kh-phnompenh", "2026-03-02", "10 days"))


def test_the_registrys_hours_are_not_known() -> None:
    assert "at an hour we do not hold" in texts(ask("kh-phnompenh", "2026-03-02", "10 days"))
