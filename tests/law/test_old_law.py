"""Texts that are no longer in force: old dockets recompute right."""

from datetime import date

import pytest

from bot.law import Standing
from tests.law.asking import ask, kinds, texts


def test_before_december_2009_ten_days_left_out_weekends_and_holidays() -> None:
    answer = ask("dcd", "2008-05-16", "10 days")
    assert answer.due == date(2008, 6, 2)
    assert answer.citation == "FRCP 6(a) (before 1 December 2009)"
    assert "Not counted: 26 May is Memorial Day" in texts(answer)
    assert kinds(answer) == ["started", "counted open days", "left out", "day ends"]


def test_eleven_days_did_not() -> None:
    assert ask("dcd", "2008-05-16", "11 days").due == date(2008, 5, 27)


@pytest.mark.parametrize(("period", "due"), [("7 days", date(2008, 6, 11)), ("8 days", date(2008, 6, 10))])
def test_in_bankruptcy_the_limit_was_eight_days(period: str, due: date) -> None:
    assert ask("deb", "2008-06-02", period).due == due


def test_short_periods_counted_back_were_an_open_question() -> None:
    answer = ask("cand", "2007-11-09", "7 days", before=True)
    assert (answer.due, answer.latest) == (date(2007, 10, 31), date(2007, 11, 2))
    assert answer.standing is Standing.ARGUABLE


def test_long_periods_counted_back_were_not() -> None:
    assert ask("dcd", "2007-11-09", "14 days", before=True).standing is Standing.SETTLED


def test_state_holidays_counted_in_both_directions() -> None:
    assert ask("mad", "2008-05-05", "14 days", before=True).due == date(2008, 4, 18)
    assert ask("mad", "2018-04-30", "14 days", before=True).due == date(2018, 4, 16)


def test_arguable_days_inside_an_old_short_period_are_named() -> None:
    answer = ask("ilnd", "2009-02-27", "5 days")
    assert (answer.due, answer.latest) == (date(2009, 3, 6), date(2009, 3, 9))
    assert "Casimir Pulaski Day" in texts(answer)


def test_the_text_before_1985_was_not_read() -> None:
    answer = ask("dcd", "1984-05-04", "30 days")
    assert answer.standing is Standing.UNVERIFIED
    assert "before 1 August 1985 has not been read" in texts(answer)


def test_before_1985_only_periods_under_seven_days_are_remembered_to_leave_out_closed_days() -> None:
    assert ask("dcd", "1984-05-04", "10 days").due == date(1984, 5, 14)
    assert ask("dcd", "1984-05-04", "6 days").due == date(1984, 5, 14)
    overtaken = ask("dcd", "1985-07-22", "10 days")
    assert (overtaken.due, overtaken.latest, overtaken.standing) == (
        date(1985, 8, 1),
        date(1985, 8, 5),
        Standing.ARGUABLE,
    )


def test_short_appellate_periods_before_december_2002_are_not_verified() -> None:
    answer = ask("ca4", "2001-06-01", "10 days")
    assert (answer.due, answer.latest) == (date(2001, 6, 11), date(2001, 6, 15))
    assert answer.standing is Standing.UNVERIFIED
    assert ask("ca4", "2001-06-01", "14 days").standing is Standing.SETTLED


def test_a_later_law_can_be_applied_to_an_earlier_day() -> None:
    assert ask("dcd", "2008-05-16", "10 days", as_of="2009-12-01").due == date(2008, 5, 27)
