"""Which days a date depends on: whatever else opens or closes, it does not move."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.law import Answer, Direction, Period, Service, Settlement, Unit, is_watched
from bot.rulebook import load_rulebook
from tests.law.asking import ask

BOOK = load_rulebook()
D = date.fromisoformat
unhurried = settings(deadline=None)


def test_a_period_depends_on_its_last_day() -> None:
    assert ask("cand", "2018-05-04", "14 days").watched == ((D("2018-05-18"), D("2018-05-18")),)


def test_it_depends_on_every_day_that_it_rolled_over() -> None:
    assert ask("cand", "2018-05-12", "14 days").watched == ((D("2018-05-26"), D("2018-05-29")),)
    assert ask("dcd", "2018-05-30", "2 days", before=True).watched == ((D("2018-05-25"), D("2018-05-28")),)


def test_with_added_days_it_depends_on_both_ends() -> None:
    assert ask("cand", "2018-05-10", "14 days", service="mail").watched == ((D("2018-05-24"), D("2018-05-29")),)


def test_two_readings_are_watched_together() -> None:
    assert ask("dcd", "2020-06-19", "14 days").watched == ((D("2020-07-03"), D("2020-07-06")),)


def test_court_days_and_old_short_periods_depend_on_every_day() -> None:
    assert ask("dcd", "2018-05-24", "2 court days").watched == ((D("2018-05-24"), D("2018-05-29")),)
    assert ask("dcd", "2008-05-16", "10 days").watched == ((D("2008-05-16"), D("2008-06-02")),)


def test_hours_depend_on_the_day_they_end_and_the_days_they_moved_over() -> None:
    assert ask("cand", "2018-05-25T14:17", "48 hours").watched == ((D("2018-05-27"), D("2018-05-29")),)


def test_every_limb_of_a_rule_is_watched() -> None:
    dates = {"compliance": D("2018-05-14")}
    answer = BOOK.compute(rule="FRCP 45(d)(2)(B)", court="cand", on=D("2018-05-04"), dates=dates)
    assert is_watched(answer.watched, D("2018-05-11"))
    assert is_watched(answer.watched, D("2018-05-18"))
    assert not is_watched(answer.watched, D("2018-05-08"))


def test_a_deadline_that_follows_another_watches_what_that_one_does() -> None:
    opposition, reply = sorted(
        (
            answer
            for answer in BOOK.triggered(court="cand", trigger="motion.filed", on=D("2018-05-04"))
            if "7-3" in answer.citation
        ),
        key=lambda answer: answer.due,
    )
    assert set(opposition.watched) < set(reply.watched)


@pytest.mark.unmeasured
@unhurried
@given(
    court=st.sampled_from(["cand", "dcd", "ilnd", "scotus", "kh-phnompenh"]),
    start=st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    period=st.builds(
        Period, length=st.integers(1, 40), unit=st.sampled_from([Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.COURT_DAYS])
    ),
    direction=st.sampled_from(list(Direction)),
    service=st.sampled_from(list(Service)),
    away=st.integers(-40, 60),
)
def test_a_closing_on_a_day_that_is_not_watched_moves_nothing(
    *, court: str, start: date, period: Period, direction: Direction, service: Service, away: int
) -> None:
    def count(*closed: date) -> Answer:
        return BOOK.count(court=court, start=start, period=period, direction=direction, service=service, closed=closed)

    plain = count()
    ends = plain.due if direction is Direction.BEFORE else plain.latest
    day = ends + timedelta(days=away)
    closed = count(day)
    if not is_watched(plain.watched, day):
        assert (closed.due, closed.latest) == (plain.due, plain.latest)
    if not is_watched(closed.watched, day):
        assert (closed.due, closed.latest) == (plain.due, plain.latest)


@pytest.mark.unmeasured
@unhurried
@given(start=st.dates(date(2018, 1, 1), date(2030, 12, 31)), length=st.integers(1, 40), before=st.booleans())
def test_a_holiday_that_is_not_watched_decides_nothing(start: date, length: int, *, before: bool) -> None:
    """Settle every arguable day of the year both ways: whoever does not watch it does not move."""
    direction = Direction.BEFORE if before else Direction.AFTER
    arguable = [day.day for day in BOOK.closed_days(court="cand", year=start.year) if day.standing != "settled"]

    def count(*settled: Settlement) -> Answer:
        return BOOK.count(court="cand", start=start, period=Period(length=length), direction=direction, settled=settled)

    plain = count()
    for day in arguable:
        for reading in ("open", "closed"):
            ruled = Settlement(question=f"closed-day:{day}", reading=reading, by="A", on=start, reason="b")
            settled = count(ruled)
            moved = (settled.due, settled.latest) != (plain.due, plain.latest)
            assert moved <= is_watched(plain.watched, day)


def test_what_is_watched_survives_json_and_may_be_missing_from_it() -> None:
    facts = ask("cand", "2018-05-12", "14 days").as_dict()
    assert facts["watched"] == [["2018-05-26", "2018-05-29"]]
    del facts["watched"]
    assert Answer.from_dict(facts).watched == ()
