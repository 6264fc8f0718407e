"""Holidays of single states, and what is said where nobody checked a state's list."""

from datetime import date

import pytest

from bot.law import Standing
from bot.rulebook.recurrence import occurs
from tests.law.asking import ask, texts


@pytest.mark.parametrize(("year", "day"), [(2018, "2018-03-30"), (2024, "2024-03-29"), (2000, "2000-04-21")])
def test_good_friday_is_two_days_before_easter(year: int, day: str) -> None:
    assert occurs("good friday", year) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("court", "start", "due", "latest"),
    [
        ("flsd", "2024-03-15", date(2024, 3, 29), date(2024, 4, 1)),  # Good Friday
        ("flsd", "2024-03-19", date(2024, 4, 2), date(2024, 4, 3)),  # Pascua Florida Day
        ("flsd", "2023-03-20", date(2023, 4, 3), date(2023, 4, 4)),  # the same on a Sunday
        ("flsd", "2024-10-22", date(2024, 11, 5), date(2024, 11, 6)),  # General Election Day
        ("ilnd", "2024-03-15", date(2024, 3, 29), date(2024, 4, 1)),
        ("paed", "2024-05-31", date(2024, 6, 14), date(2024, 6, 17)),  # Flag Day
        ("ca3", "2024-03-15", date(2024, 3, 29), date(2024, 4, 1)),
    ],
)
def test_a_legal_holiday_of_the_state_is_arguable_and_the_safe_date_stays(
    court: str, start: str, due: date, latest: date
) -> None:
    answer = ask(court, start, "14 days")
    assert (answer.due, answer.latest, answer.standing) == (due, latest, Standing.ARGUABLE)


def test_the_friday_after_thanksgiving_is_no_legal_holiday_of_florida() -> None:
    answer = ask("flsd", "2024-11-15", "14 days")
    assert answer.due == date(2024, 11, 29)
    assert "only a paid holiday of the state's agencies" in texts(answer)


def test_nevada_day_counts() -> None:
    answer = ask("nvd", "2006-09-27", "30 days", method="frap")
    assert (answer.due, answer.latest, answer.standing) == (date(2006, 10, 30), date(2006, 10, 30), Standing.SETTLED)
    assert "Dietrich" in texts(answer)


def test_the_day_that_the_seventh_circuit_left_out_is_settled_where_it_did() -> None:
    answer = ask("ilnd", "1997-12-11", "10 days")
    assert (answer.due, answer.standing) == (date(1997, 12, 29), Standing.SETTLED)
    assert ask("dcd", "1997-12-11", "10 days").standing is Standing.ARGUABLE


def test_a_list_that_nobody_checked_says_so_and_changes_no_standing() -> None:
    answer = ask("njd", "2018-05-04", "14 days")
    assert answer.standing is Standing.SETTLED
    assert "the holidays of the state (NJ) was not checked" in texts(answer)
    assert "NJ" in answer.text("km")
    assert "not checked" not in texts(ask("cand", "2018-05-04", "14 days"))
    assert "not checked" not in texts(ask("njd", "2018-05-18", "14 days", before=True))
