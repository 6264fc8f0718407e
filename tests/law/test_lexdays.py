"""Our counts beside those of lexdays 0.2.0, another engine for FRCP 6; docs/lexdays.md argues how they differ."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from bot.law import Answer, Direction, Period, Service, Standing, Unit
from bot.rulebook import load_rulebook

lexdays = pytest.importorskip("lexdays", reason="the other engine is not installed")

pytestmark = [pytest.mark.unmeasured, pytest.mark.xdist_group("lexdays")]  # counted once
BOOK = load_rulebook()
PACK = lexdays.rulepack("us/frcp")
COUNTS = 4000
DOCUMENT = Path(__file__).parents[2] / "docs" / "lexdays.md"
COURTS = {"dcd": "us", "mad": "us-ma"}
SERVICES = {
    Service.ECF: "electronic",
    Service.PERSONAL: "personal",
    Service.MAIL: "mail",
    Service.CLERK: "leaving_with_clerk",
    Service.CONSENT: "other_consented",
}
LONGEST = {Unit.DAYS: 120, Unit.WEEKS: 10, Unit.MONTHS: 24, Unit.YEARS: 3}


class Case(NamedTuple):
    """One count, with what either engine answered."""

    court: str
    start: date
    period: Period
    direction: Direction
    service: Service
    ours: Answer
    theirs: date


def counted(random: Random) -> Case:
    court = random.choice(list(COURTS))
    start = date(1990, 1, 1) + timedelta(days=random.randrange(54 * 365))
    unit = random.choice([Unit.DAYS] * 6 + [Unit.WEEKS, Unit.MONTHS, Unit.YEARS])
    usual = random.choice([7, 10, 14, 21, 28, 30]) if unit is Unit.DAYS else 1
    length = random.choice([usual, random.randint(1, LONGEST[unit])])
    direction, service = random.choice(list(Direction)), random.choice(list(SERVICES))
    period = Period(length=length, unit=unit)
    ours = BOOK.count(court=court, start=start, period=period, direction=direction, service=service)
    theirs = PACK.compute(
        start,
        (length, unit.value[:-1]),
        direction=direction.value,
        options={"service": SERVICES[service]},
        calendar=COURTS[court],
    )
    return Case(court, start, period, direction, service, ours, theirs.deadline)


def questions(case: Case) -> set[str]:
    return {note.question for note in case.ours.notes if note.question}


def is_short(case: Case) -> bool:
    return case.start < date(2009, 12, 1) and case.period.unit is Unit.DAYS and case.period.length < 11


def is_transition(case: Case) -> bool:
    return "frcp:transition" in questions(case)


def is_presidential(case: Case) -> bool:
    named = {f"closed-day:{case.theirs.isoformat()}"} & questions(case)
    closing = BOOK.why_closed(court=case.court, day=case.theirs)
    backward = case.direction is Direction.BEFORE and case.ours.latest == case.theirs
    return bool(named) and backward and any("executive order" in day.source for day in closing)


def is_placement(case: Case) -> bool:
    between = case.ours.due < case.theirs <= case.ours.latest
    return between and "frcp:added-days-before-2005" in questions(case)


def is_consent_before_2001(case: Case) -> bool:
    forward = case.direction is Direction.AFTER and case.service is Service.CONSENT
    return forward and case.start < date(2001, 12, 1) and case.ours.due < case.theirs


def is_state_holiday_backward(case: Case) -> bool:
    old = case.start < date(2009, 12, 1) and case.direction is Direction.BEFORE
    closed = BOOK.why_closed(court=case.court, day=case.theirs)
    return old and case.ours.due < case.theirs and bool(closed)


KINDS: Mapping[str, Callable[[Case], bool]] = {
    "short-periods-before-2009": is_short,
    "text-changed-while-running": is_transition,
    "presidential-closing": is_presidential,
    "added-days-before-2005": is_placement,
    "consent-before-2001": is_consent_before_2001,
    "state-holidays-backward-before-2009": is_state_holiday_backward,
}


def kind_of(case: Case) -> str:
    return next((name for name, holds in KINDS.items() if holds(case)), f"unlisted: {case}")


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    random = Random(6)  # noqa: S311 - a seed, not a secret
    return [counted(random) for _ in range(COUNTS)]


@pytest.fixture(scope="module")
def disagreements(cases: list[Case]) -> list[Case]:
    return [case for case in cases if case.ours.due != case.theirs]


def test_every_disagreement_is_of_a_kind_that_is_argued(disagreements: list[Case]) -> None:
    kinds = Counter(map(kind_of, disagreements))
    assert not [kind for kind in kinds if kind.startswith("unlisted")]


def test_every_kind_that_is_argued_happens(disagreements: list[Case]) -> None:
    assert set(map(kind_of, disagreements)) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_document_argues_it(kind: str) -> None:
    assert f"`{kind}`" in DOCUMENT.read_text(encoding="utf-8")


def test_under_the_text_in_force_today_only_presidential_closings_differ(disagreements: list[Case]) -> None:
    today = [case for case in disagreements if case.start >= date(2009, 12, 1)]
    assert {kind_of(case) for case in today} <= {"presidential-closing"}


def test_where_our_date_is_later_than_theirs_the_old_law_or_a_settled_text_makes_it_so(
    disagreements: list[Case],
) -> None:
    later = [case for case in disagreements if case.ours.due > case.theirs and case.direction is Direction.AFTER]
    assert {kind_of(case) for case in later} <= {"short-periods-before-2009", "text-changed-while-running"}


def test_what_both_call_settled_since_2016_is_the_same_day(cases: list[Case]) -> None:
    settled: list[Any] = [
        case for case in cases if case.start >= date(2016, 12, 1) and case.ours.standing is Standing.SETTLED
    ]
    assert len(settled) > COUNTS / 4
    assert [case for case in settled if case.ours.due != case.theirs] == []
