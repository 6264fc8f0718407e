"""Closings that a team recorded: named in the explanation with their source, or bare dates."""

from collections.abc import Collection
from datetime import date, datetime

from bot.law import Answer, Closure, Direction, Period, Unit
from bot.rulebook import load_rulebook
from tests.law.asking import texts

BOOK = load_rulebook()
D = date.fromisoformat
FRIDAY = D("2018-05-18")
FIRE = Closure(day=FRIDAY, name="Clerk's office inaccessible", source="notice of 18 May 2018")


def fortnight(closed: Collection[date | Closure], direction: Direction = Direction.AFTER) -> Answer:
    start = D("2018-05-04") if direction is Direction.AFTER else D("2018-06-01")
    return BOOK.count(court="cand", start=start, period=Period(length=14), direction=direction, closed=closed)


def test_a_closing_is_named_with_its_source() -> None:
    answer = fortnight([FIRE])
    assert answer.due == D("2018-05-21")
    assert (
        "The court is closed or its clerk's office inaccessible on 18 May 2018 (Clerk's office inaccessible; source: "
        "notice of 18 May 2018, recorded by the team): extended forward to Monday 21 May 2018 (FRCP 6(a)(3))."
    ) in texts(answer)
    assert "(“Clerk's office inaccessible”; ប្រភព៖ “notice of 18 May 2018”; កត់ត្រាដោយក្រុម)" in answer.text("km")


def test_a_closing_without_a_source_is_named_all_the_same() -> None:
    answer = fortnight([Closure(day=FRIDAY, name="Storm")])
    assert "on 18 May 2018 (Storm, recorded by the team): extended" in texts(answer)


def test_a_bare_date_is_only_a_date() -> None:
    answer = fortnight([FRIDAY])
    assert "inaccessible on 18 May 2018: extended forward" in texts(answer)
    assert (answer.due, answer.watched) == (fortnight([FIRE]).due, fortnight([FIRE]).watched)


def test_several_closings_in_a_row_are_all_named() -> None:
    answer = fortnight([FIRE, D("2018-05-21"), Closure(day=D("2018-05-22"), name="Storm")])
    assert answer.due == D("2018-05-23")
    assert "recorded by the team), 21 May 2018, 22 May 2018 (Storm, recorded by the team): " in texts(answer)


def test_a_closing_extends_a_backward_count_forward_too() -> None:
    assert fortnight([FIRE], Direction.BEFORE).due == D("2018-05-21")


def test_hours_that_end_on_a_closing_name_it() -> None:
    start = datetime.fromisoformat("2018-05-17T10:00")
    one_day = Period(length=24, unit=Unit.HOURS)
    answer = BOOK.count(court="cand", start=start, period=one_day, closed=[FIRE])
    assert answer.due == D("2018-05-21")
    named = (
        "closed (18 May 2018 (Clerk's office inaccessible; source: notice of 18 May 2018, recorded by the team), 19 May"
    )
    assert named in texts(answer)
    bare = BOOK.count(court="cand", start=start, period=one_day, closed=[FRIDAY])
    assert "closed (18 May 2018, 19 May is Saturday, 20 May is Sunday), so" in texts(bare)
    assert Answer.from_dict(answer.as_dict()) == answer


def test_an_answer_with_named_closings_survives_json() -> None:
    answer = fortnight([FIRE])
    assert Answer.from_dict(answer.as_dict()) == answer


def test_the_closed_days_of_a_year_hold_what_was_recorded() -> None:
    days = BOOK.closed_days(court="cand", year=2018, closed=[FIRE, D("2018-05-21"), D("2019-05-20")])
    recorded = [(day.name, day.source) for day in days if day.day.month == 5 and day.day.day < 25]
    assert recorded == [
        ("Clerk's office inaccessible", "notice of 18 May 2018"),
        ("closed", "recorded by the team"),
    ]
