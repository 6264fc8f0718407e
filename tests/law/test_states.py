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
        (
            "flsd",
            "2025-01-01",
            date(2025, 1, 15),
            date(2025, 1, 16),
        ),  # Martin Luther King's birthday as Florida keeps it
        ("flsd", "2025-03-13", date(2025, 3, 27), date(2025, 3, 28)),  # Tuskegee Airmen Commemoration Day
        ("ilnd", "2024-03-15", date(2024, 3, 29), date(2024, 4, 1)),
        ("ilsd", "2024-10-22", date(2024, 11, 5), date(2024, 11, 6)),  # General Election Day
        ("nysd", "2023-10-24", date(2023, 11, 7), date(2023, 11, 8)),  # New York elects in every year
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


@pytest.mark.parametrize("court", ["flsd", "ilnd"])
def test_in_odd_years_there_is_no_general_election_in_florida_and_illinois(court: str) -> None:
    answer = ask(court, "2023-10-24", "14 days")
    assert (answer.due, answer.standing) == (date(2023, 11, 7), Standing.SETTLED)


def test_nevada_day_is_counted_only_as_a_commentary_reports() -> None:
    answer = ask("nvd", "2006-09-27", "30 days", method="frap")
    assert (answer.due, answer.latest, answer.standing) == (date(2006, 10, 27), date(2006, 10, 30), Standing.ARGUABLE)
    assert "the opinion was not read" in texts(answer)


@pytest.mark.parametrize("court", ["dcd", "dcb", "cadc", "cafc", "tax", "mdd", "mdb", "vaed", "vaeb"])
@pytest.mark.parametrize("before", [False, True])
def test_inauguration_day_is_arguable_in_and_around_washington_in_both_directions(court: str, *, before: bool) -> None:
    day, otherwise = date(2021, 1, 20), date(2021, 1, 19) if before else date(2021, 1, 21)
    answer = ask(court, "2021-02-03" if before else "2021-01-06", "14 days", before=before)
    assert (answer.due, answer.latest) == (min(day, otherwise), max(day, otherwise))
    assert "relating to pay and leave" in texts(answer)


def test_inauguration_day_is_arguable_in_the_supreme_court_where_a_backward_count_may_move_either_way() -> None:
    forward, back = ask("scotus", "2021-01-06", "14 days"), ask("scotus", "2021-02-03", "14 days", before=True)
    assert (forward.due, forward.latest) == (date(2021, 1, 20), date(2021, 1, 21))
    assert (back.due, back.latest) == (date(2021, 1, 19), date(2021, 1, 21))


@pytest.mark.parametrize("court", ["vawd", "vawb", "ca4", "lamd", "nysd"])
@pytest.mark.parametrize("before", [False, True])
def test_elsewhere_inauguration_day_is_a_working_day(court: str, *, before: bool) -> None:
    """The Fourth Circuit's clerk sits in Richmond, outside the counties that 5 U.S.C. 6103(c) names."""
    answer = ask(court, "2021-02-03" if before else "2021-01-06", "14 days", before=before)
    assert answer.due == answer.latest == date(2021, 1, 20)


def test_admission_day_moves_from_a_sunday_by_the_code_and_by_no_rule_of_court() -> None:
    """9 September 2018 was a Sunday."""
    answer = ask("cand", "2018-08-27", "14 days")
    assert (answer.due, answer.latest) == (date(2018, 9, 10), date(2018, 9, 11))
    assert "Admission Day, observed (Cal. Gov. Code 6701)" in texts(answer)
    assert "excludes it from the judicial holidays" in texts(answer)


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
