"""Days added after service: roll, add, roll again."""

from datetime import date

import pytest

from bot.law import Standing
from tests.law.asking import ask, kinds, texts


@pytest.mark.parametrize("service", ["mail", "clerk", "consent"])
def test_three_days_follow_the_rolled_period(service: str) -> None:
    answer = ask("dcd", "2018-05-04", "30 days", service=service)
    assert answer.due == date(2018, 6, 7)
    assert answer.standing is Standing.SETTLED
    assert kinds(answer) == ["started", "counted", "rolled", "added for service", "day ends"]


def test_the_added_days_roll_again() -> None:
    answer = ask("dcd", "2018-05-10", "14 days", service="mail")
    assert answer.due == date(2018, 5, 29)
    assert kinds(answer) == ["started", "counted", "added for service", "rolled", "day ends"]
    assert "3 days are added for service by mail: Sunday 27 May 2018" in texts(answer)


@pytest.mark.parametrize("service", ["", "personal", "ecf"])
def test_no_days_are_added_otherwise(service: str) -> None:
    assert ask("dcd", "2018-05-04", "14 days", service=service).due == date(2018, 5, 18)


def test_electronic_service_before_december_2016_is_arguable_in_a_bare_count() -> None:
    answer = ask("dcd", "2016-11-18", "7 days", service="ecf")
    assert (answer.due, answer.latest) == (date(2016, 11, 25), date(2016, 11, 28))
    assert answer.standing is Standing.ARGUABLE
    assert "frcp:ecf-before-2016" in {note.question for note in answer.notes}


def test_a_text_that_came_into_force_meanwhile_is_a_question() -> None:
    answer = ask("dcd", "2009-11-25", "10 days")
    assert (answer.due, answer.latest) == (date(2009, 12, 7), date(2009, 12, 10))
    assert any(note.question == "frcp:transition" for note in answer.notes)


def test_naming_the_law_leaves_no_question_of_transition() -> None:
    answer = ask("dcd", "2009-11-25", "10 days", as_of="2009-11-25")
    assert (answer.due, answer.standing) == (date(2009, 12, 10), Standing.SETTLED)


def test_service_adds_nothing_to_a_period_counted_back() -> None:
    answer = ask("dcd", "2018-05-18", "14 days", before=True, service="mail")
    assert answer.due == date(2018, 5, 4)
    assert "Nothing is added for service by mail" in texts(answer)


def test_where_no_rule_adds_days_service_changes_nothing() -> None:
    supreme = ask("scotus", "2018-05-04", "14 days", service="mail")
    assert supreme.due == date(2018, 5, 18)
    assert "S. Ct. R. 30 adds no days for service by mail" in texts(supreme)
    assert ask("kh-phnompenh", "2018-06-04", "10 days", service="mail").due == date(2018, 6, 14)


def test_before_december_2005_the_added_days_could_lengthen_the_period() -> None:
    answer = ask("dcd", "2004-03-05", "10 days", service="mail")
    assert (answer.due, answer.latest) == (date(2004, 3, 18), date(2004, 3, 22))
    assert any(note.question == "frcp:added-days-before-2005" for note in answer.notes)
    assert "added to period" in kinds(answer)
    assert "added to the period for service by mail, before it is counted" in texts(answer)
    assert "13 days after" in texts(answer)


@pytest.mark.parametrize(
    ("start", "period", "due", "latest"),
    [
        ("2000-07-04", "1 week", "2000-07-14", "2000-07-14"),
        ("2003-03-14", "1 month", "2003-04-17", "2003-04-17"),
        ("2003-02-15", "1 month", "2003-03-18", "2003-03-20"),
        ("2002-03-01", "1 year", "2003-03-04", "2003-03-06"),
    ],
)
def test_a_period_of_weeks_or_months_is_lengthened_by_days_too(start: str, period: str, due: str, latest: str) -> None:
    """Until December 2005, too, a month and three days end three days after the month."""
    answer = ask("dcd", start, period, service="mail")
    assert (answer.due, answer.latest) == (date.fromisoformat(due), date.fromisoformat(latest))
    assert "3 days are added for service by mail" in texts(answer)
