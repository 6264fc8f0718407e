"""Californian holidays that fall on a weekend, and the days on which the state keeps them."""

from datetime import date

import pytest

from bot.law import Standing
from tests.law.asking import ask, texts


@pytest.mark.parametrize("court", ["cand", "canb"])
@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2024-03-18", date(2024, 4, 2)),  # Chávez Day on a Sunday
        ("2023-01-30", date(2023, 2, 14)),  # Lincoln Day on a Sunday
        ("2019-03-18", date(2019, 4, 2)),
        ("2023-10-27", date(2023, 11, 13)),  # Veterans Day on a Saturday
        ("2017-10-27", date(2017, 11, 13)),
    ],
)
def test_a_day_that_the_statute_names_is_a_holiday(court: str, start: str, due: date) -> None:
    answer = ask(court, start, "14 days")
    assert (answer.due, answer.latest, answer.standing) == (due, due, Standing.SETTLED)
    assert "Cal. Gov. Code 6701" in texts(answer)


def test_it_is_one_in_the_court_of_appeals_too() -> None:
    assert ask("ca9", "2024-03-18", "14 days").due == date(2024, 4, 2)
    assert ask("nvd", "2024-03-18", "14 days", method="frap").due == date(2024, 4, 2)


def test_it_is_none_in_a_count_back() -> None:
    assert ask("cand", "2024-04-15", "14 days", before=True).due == date(2024, 4, 1)


def test_the_friday_that_only_the_courts_of_the_state_keep_is_arguable() -> None:
    answer = ask("cand", "2018-03-16", "14 days")
    assert (answer.due, answer.latest) == (date(2018, 3, 30), date(2018, 4, 2))
    assert answer.standing is Standing.ARGUABLE
    assert "Rule of Court 1.11" in texts(answer)


def test_the_monday_after_admission_day_is_as_doubtful_as_that_day() -> None:
    answer = ask("cand", "2018-08-27", "14 days")
    assert (answer.due, answer.latest) == (date(2018, 9, 10), date(2018, 9, 11))
    assert "excludes it from the judicial holidays" in texts(answer)


def test_a_monday_before_the_text_that_was_read_is_arguable() -> None:
    answer = ask("cand", "2002-03-18", "14 days")
    assert (answer.due, answer.latest) == (date(2002, 4, 1), date(2002, 4, 2))
    assert "1 January 2003" in texts(answer)
