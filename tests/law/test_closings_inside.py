"""Recorded closings inside a period, and on its last day where days are added for service."""

from datetime import date

import pytest

from bot.law import Service, Settlement, Standing
from bot.rulebook import load_rulebook
from tests.law.asking import ask, kinds, texts

D = date.fromisoformat


def test_a_count_of_court_days_skips_recorded_closings() -> None:
    answer = ask("cand", "2018-05-04", "2 court days", closed=["2018-05-07"])
    assert (answer.due, answer.latest, answer.standing) == (D("2018-05-09"), D("2018-05-09"), Standing.SETTLED)
    assert "Not counted: 7 May 2018." in texts(answer)
    assert kinds(answer) == ["started", "counted open days", "left out", "day ends"]
    assert "៧" in answer.text("km")


def test_so_it_does_when_the_skipping_reaches_another_closing() -> None:
    closed = ["2018-05-07", "2018-05-09", "2018-05-12"]
    assert ask("cand", "2018-05-04", "2 court days", closed=closed).due == D("2018-05-10")


def test_a_count_back_of_court_days_skips_them_too() -> None:
    plain = ask("cand", "2018-05-04", "10 court days", before=True)
    answer = ask("cand", "2018-05-04", "10 court days", before=True, closed=["2018-05-01"])
    assert (plain.due, answer.due) == (D("2018-04-20"), D("2018-04-19"))


def test_before_2009_a_closing_inside_a_short_period_may_have_been_a_holiday() -> None:
    answer = ask("dcd", "2008-06-02", "10 days", closed=["2008-06-05"])
    assert (answer.due, answer.latest) == (D("2008-06-16"), D("2008-06-17"))
    assert answer.standing is Standing.ARGUABLE
    assert "frcp:closings-inside-before-2009" in {note.question for note in answer.notes}
    assert ask("dcd", "2008-06-02", "11 days", closed=["2008-06-05"]).standing is Standing.SETTLED
    assert ask("dcd", "2018-06-04", "10 days", closed=["2018-06-05"]).standing is Standing.SETTLED


@pytest.mark.parametrize(
    ("court", "start", "closed", "due", "latest"),
    [
        ("nysd", "2012-10-15", ["2012-10-29", "2012-10-30"], "2012-11-01", "2012-11-05"),
        ("cand", "2018-05-18", ["2018-06-01"], "2018-06-04", "2018-06-07"),
    ],
)
def test_days_added_after_an_inaccessible_last_day(
    court: str, start: str, closed: list[str], due: str, latest: str
) -> None:
    answer = ask(court, start, "14 days", service="mail", closed=closed)
    assert (answer.due, answer.latest, answer.standing) == (D(due), D(latest), Standing.ARGUABLE)
    (question,) = {note.question for note in answer.notes} - {None}
    assert question == "frcp:added-days-after-closing"
    assert "would otherwise expire" in texts(answer)


def test_which_of_the_two_may_be_settled() -> None:
    ruled = Settlement(
        question="frcp:added-days-after-closing",
        reading="from-the-extension",
        by="Ada",
        on=D("2018-05-19"),
        reason="the period expires under Rule 6(a) as a whole",
    )
    answer = load_rulebook().compute(
        rule="FRCP 72(a)",
        court="nysd",
        on=D("2012-10-15"),
        service=Service.MAIL,
        closed=[D("2012-10-29"), D("2012-10-30")],
        settled=[ruled],
    )
    assert (answer.due, answer.latest, answer.standing) == (D("2012-11-05"), D("2012-11-05"), Standing.SETTLED)
    assert "extended forward to Wednesday 31 October 2012" in texts(answer)
    assert "So settled by Ada" in texts(answer)


def test_without_a_closing_nothing_is_asked() -> None:
    assert ask("nysd", "2012-10-15", "14 days", service="mail").standing is Standing.SETTLED


def test_a_closing_that_carries_a_backward_count_on_to_an_arguable_day_puts_the_question() -> None:
    """The office is inaccessible on 2 July 2020; whether the Friday after it is a holiday decides the day."""
    answer = ask("dcd", "2020-07-16", "14 days", before=True, closed=["2020-07-02"])
    assert (answer.due, answer.latest, answer.standing) == (D("2020-07-03"), D("2020-07-06"), Standing.ARGUABLE)
    assert [note.question for note in answer.notes] == ["closed-day:2020-07-03"]
