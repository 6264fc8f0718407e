"""Days that raise the same question every year may be settled together."""

from datetime import date

import pytest

from bot.law import Answer, LawError, Period, Settlement, Standing
from bot.rulebook import load_rulebook
from tests.law.asking import texts

BOOK = load_rulebook()
D = date.fromisoformat
FRIDAYS = "closed-days:us-observed-friday"


def settle(question: str, reading: str) -> Settlement:
    return Settlement(question=question, reading=reading, by="Sok Dara", on=D("2026-11-23"), reason="read it")


def fortnight(start: str, *settled: Settlement, court: str = "dcd") -> Answer:
    return BOOK.count(court=court, start=D(start), period=Period(length=14), settled=settled)


@pytest.mark.parametrize(
    ("start", "friday", "monday"),
    [("2020-06-19", "2020-07-03", "2020-07-06"), ("2026-06-19", "2026-07-03", "2026-07-06")],
)
def test_one_settlement_answers_for_every_year(start: str, friday: str, monday: str) -> None:
    for reading, due in (("open", friday), ("closed", monday)):
        answer = fortnight(start, settle(FRIDAYS, reading))
        assert (answer.due, answer.latest, answer.standing) == (D(due), D(due), Standing.SETTLED)


def test_the_explanation_names_the_day_and_says_that_all_of_its_kind_were_settled() -> None:
    step = fortnight("2020-06-19", settle(FRIDAYS, "open")).steps[-1]
    assert step.text == (
        "Is Friday 3 July 2020 (Independence Day, observed) a legal holiday for the court, as every day of its kind? "
        "They are not: the court counts as open on them. So settled by Sok Dara on 23 November 2026: “read it”."
    )
    assert step.facts["question"] == FRIDAYS


def test_what_was_settled_for_a_single_day_wins_over_its_family() -> None:
    answer = fortnight("2020-06-19", settle(FRIDAYS, "closed"), settle("closed-day:2020-07-03", "open"))
    assert (answer.due, answer.latest) == (D("2020-07-03"), D("2020-07-03"))
    assert "as every day of its kind" not in texts(answer)
    other_year = fortnight("2026-06-19", settle(FRIDAYS, "closed"), settle("closed-day:2020-07-03", "open"))
    assert other_year.due == other_year.latest == D("2026-07-06")


def test_a_family_of_a_state_is_settled_in_its_courts() -> None:
    before_lincoln = D("2028-02-11")  # the Friday before Lincoln Day, in California
    assert BOOK.families_of(court="cand", day=before_lincoln) == ("us-ca-observed-friday",)
    assert BOOK.families_of(court="dcd", day=before_lincoln) == ()
    answer = fortnight("2028-01-28", settle("closed-days:us-ca-observed-friday", "closed"), court="cand")
    assert answer.due == answer.latest == D("2028-02-14")


def test_a_family_that_does_not_bear_on_a_date_changes_nothing() -> None:
    assert fortnight("2018-05-04", settle(FRIDAYS, "closed")) == fortnight("2018-05-04")
    assert fortnight("2020-06-19", settle("closed-days:us-ca-excluded", "open")) == fortnight("2020-06-19")


@pytest.mark.parametrize("court", ["cand", "nysd", "mad", "scotus", "ca9"])
def test_every_arguable_day_belongs_to_a_family_that_can_be_settled(court: str) -> None:
    calendar = BOOK.calendar(court).forward
    for ordinal in calendar.names:
        for closed in calendar.arguable(ordinal):
            assert closed.family is not None, closed
            question = BOOK.question(f"closed-days:{closed.family}")
            assert question.readings == ("open", "closed")
            assert all(question.cites(reading) for reading in question.readings)


def test_an_unknown_family_is_refused_in_a_sentence() -> None:
    with pytest.raises(LawError, match="There is no family of days 'us-moon'"):
        BOOK.question("closed-days:us-moon")
