"""Periods in hours: elapsed time, across changes of the clock."""

import json
from datetime import date, datetime

import pytest

from bot.law import Answer, LawError, Settlement, Standing, read_period
from bot.rulebook import load_rulebook
from tests.law.asking import ask, kinds, texts


@pytest.mark.parametrize(
    ("court", "start", "period", "ends"),
    [
        ("nysd", "2007-11-02T10:23", "72 hours", "2007-11-05T09:23:00-05:00"),
        ("nysd", "2018-03-09T10:00", "72 hours", "2018-03-12T11:00:00-04:00"),
        ("azd", "2018-03-08T10:00", "24 hours", "2018-03-09T10:00:00-07:00"),
        ("cand", "2018-05-04T09:30", "6 hours", "2018-05-04T15:30:00-07:00"),
        ("cand", "2018-05-04T16:30:00+00:00", "6 hours", "2018-05-04T15:30:00-07:00"),
    ],
)
def test_every_hour_that_passes_counts(court: str, start: str, period: str, ends: str) -> None:
    answer = ask(court, start, period)
    assert answer.due_at.isoformat() == ends
    assert answer.latest_at == answer.due_at
    assert answer.standing is Standing.SETTLED


def test_an_end_on_a_closed_day_moves_to_the_same_time_on_the_next_open_day() -> None:
    answer = ask("cand", "2018-05-25T14:17", "48 hours")
    assert answer.due_at.isoformat() == "2018-05-29T14:17:00-07:00"
    assert kinds(answer) == ["counted hours", "moved hours"]
    assert "28 May is Memorial Day" in texts(answer)


def test_backward_it_moves_back() -> None:
    answer = ask("cand", "2018-05-29T14:17", "24 hours", before=True)
    assert answer.due_at.isoformat() == "2018-05-25T14:17:00-07:00"


def test_an_arguable_holiday_leaves_two_moments() -> None:
    answer = ask("dcd", "2020-07-02T10:00", "24 hours")
    assert answer.due_at.isoformat() == "2020-07-03T10:00:00-04:00"
    assert answer.latest_at.isoformat() == "2020-07-06T10:00:00-04:00"
    assert answer.standing is Standing.ARGUABLE
    assert kinds(answer)[-1] == "otherwise hours"
    backward = ask("dcd", "2020-07-04T10:00", "24 hours", before=True)
    assert (backward.due, backward.latest) == (date(2020, 7, 2), date(2020, 7, 3))


def test_an_inaccessible_office_extends_to_the_same_time_on_the_first_accessible_day() -> None:
    answer = ask("dcd", "2018-05-15T10:00", "24 hours", closed=["2018-05-16"])
    assert answer.due_at.isoformat() == "2018-05-17T10:00:00-04:00"


def test_cambodian_custody_does_not_wait_for_an_open_day() -> None:
    answer = ask("kh-phnompenh", "2018-06-01T09:00", "48 hours")
    assert answer.due_at.isoformat() == "2018-06-03T09:00:00+07:00"
    assert answer.standing is Standing.UNVERIFIED


def test_hours_need_a_time_of_day() -> None:
    with pytest.raises(LawError, match="write 2018-05-04T10:23"):
        ask("cand", "2018-05-04", "72 hours")


@pytest.mark.parametrize(
    ("start", "says"),
    [("2007-11-04T01:30", "came twice"), ("2018-03-11T02:30", "skipped that time"), ("2018-03-12T02:30", "")],
)
def test_times_that_the_clock_change_skips_or_repeats_are_remarked_on(start: str, says: str) -> None:
    notes = "".join(note.text for note in ask("nysd", start, "24 hours").notes)
    assert (says in notes) if says else not notes


@pytest.mark.parametrize(("start", "before"), [("2079-12-31T10:00", False), ("1960-01-01T10:00", True)])
def test_hours_cannot_leave_the_calendars(start: str, *, before: bool) -> None:
    with pytest.raises(LawError, match="1960 to 2079"):
        ask("dcd", start, "876000 hours", before=before)


def test_a_state_whose_list_nobody_checked_is_named_for_hours_too() -> None:
    assert "the holidays of the state (NJ) was not checked" in texts(ask("njd", "2018-05-04T10:00", "24 hours"))
    assert "not checked" not in texts(ask("njd", "2018-05-04T10:00", "24 hours", before=True))
    assert "not checked" not in texts(ask("cand", "2018-05-04T10:00", "24 hours"))


@pytest.mark.parametrize(
    ("court", "start", "ends", "rolled"),
    [
        ("nysd", "2007-11-02T10:23", "2007-11-03T10:23:00-04:00", "2007-11-05T10:23:00-05:00"),
        ("scotus", "2024-05-24T10:00", "2024-05-25T10:00:00-04:00", "2024-05-28T10:00:00-04:00"),
    ],
)
def test_where_the_text_speaks_of_days_only_the_safe_moment_stays_on_the_closed_day(
    court: str, start: str, ends: str, rolled: str
) -> None:
    """FRCP 6 has a paragraph on hours since 1 December 2009; S. Ct. R. 30 has none."""
    answer = ask(court, start, "24 hours")
    assert (answer.due_at.isoformat(), answer.latest_at.isoformat()) == (ends, rolled)
    assert answer.standing is Standing.ARGUABLE
    assert "says how to count days, not hours" in answer.notes[0].text
    assert "ម៉ោង" in answer.text("km")


def test_hours_that_end_on_an_open_day_are_settled_under_any_text() -> None:
    answer = ask("nysd", "2007-11-02T10:23", "72 hours")
    assert (answer.due_at.isoformat(), answer.standing) == ("2007-11-05T09:23:00-05:00", Standing.SETTLED)
    assert not any(note.question for note in answer.notes)


@pytest.mark.parametrize(
    ("reading", "ends"), [("stays", "2007-11-03T10:23:00-04:00"), ("rolls", "2007-11-05T10:23:00-05:00")]
)
def test_whether_hours_run_on_may_be_settled(reading: str, ends: str) -> None:
    ruled = Settlement(
        question="frcp:hours", reading=reading, by="Sok Dara", on=date(2026, 11, 23), reason="read the cases"
    )
    start = datetime.fromisoformat("2007-11-02T10:23")
    answer = load_rulebook().count(court="nysd", start=start, period=read_period("24 hours"), settled=[ruled])
    assert answer.due_at.isoformat() == answer.latest_at.isoformat() == ends
    assert answer.standing is Standing.SETTLED
    assert answer.steps[-1].facts["question"] == "frcp:hours"
    assert not any(note.question for note in answer.notes)


def test_the_question_of_hours_is_asked_where_the_law_leaves_it_open() -> None:
    book = load_rulebook()
    assert book.question("frcp:hours").historic
    assert not book.question("scotus:hours").historic
    assert "kh-civil:hours" not in {question.id for question in book.questions(court="kh-phnompenh")}


def test_an_explanation_that_was_kept_shows_the_hour_on_the_courts_clocks_as_before() -> None:
    answer = ask("cand", "2018-05-25T14:17", "48 hours")
    kept = Answer.from_dict(json.loads(json.dumps(answer.as_dict())))
    assert kept.text() == answer.text()
    assert kept.text("km") == answer.text("km")
    assert "2:17 p.m. PDT" in kept.text()
