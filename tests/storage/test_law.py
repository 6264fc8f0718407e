"""What the team decided about the law, and what each date rests on."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus
from storage.law import (
    ENTRY_GROUND,
    Closure,
    Ground,
    Revision,
    SettledQuestion,
    Verdict,
    closures_of,
    courts_with_deadlines,
    grounds_under,
    last_revision,
    open_deadlines_on,
    replace_grounds,
    settlements_of,
    shared_grounds,
)
from storage.store import Store

NOON = datetime(2018, 5, 7, 12, tzinfo=UTC)
FRIDAY, MONDAY = date(2018, 5, 18), date(2018, 5, 21)


def a_closure(day: date = FRIDAY, court: str = "cand", *, withdrawn: bool = False) -> Closure:
    at = NOON if withdrawn else None
    return Closure(court=court, day=day, name="Fire", recorded_by="U1", recorded_at=NOON, withdrawn_at=at)


def a_settlement(
    question: str = "kh-civil:roll", *, reading: str = "rolls", reversed_: bool = False
) -> SettledQuestion:
    return SettledQuestion(
        question=question,
        court="kh-phnompenh",
        reading=reading,
        reason="read it",
        settled_by="U1",
        settled_at=NOON,
        reversed_at=NOON if reversed_ else None,
    )


def a_ground(deadline_id: int, what: str = "day:2018-05-18", was: str = "open") -> Ground:
    return Ground(deadline_id=deadline_id, what=what, was=was, court="cand")


@pytest.fixture
def deadline_ids(store: Store) -> list[int]:
    """Three deadlines, the last of them done."""
    with store.writing() as session:
        case = Case(court="cand", docket_number="1", caption="A v. B", created_at=NOON, created_by="U1")
        session.add(case)
        session.flush()
        made = [
            Deadline(
                number=number, case_id=case.key, title="Objections", due=due, due_at=NOON, latest=due, zone="UTC",
                standing="settled", status=status, created_at=NOON, created_by="U1", changed_at=NOON,
                rule="us-frcp:72(a)",
            )
            for number, due, status in (
                (1, MONDAY, DeadlineStatus.OPEN), (2, FRIDAY, DeadlineStatus.OPEN), (3, FRIDAY, DeadlineStatus.DONE),
            )
        ]  # fmt: skip
        session.add_all(made)
        session.flush()
        return [deadline.key for deadline in made]


def test_a_withdrawn_closing_counts_no_more_and_may_be_recorded_again(store: Store) -> None:
    with store.writing() as session:
        session.add_all(
            [a_closure(withdrawn=True), a_closure(), a_closure(MONDAY, withdrawn=True), a_closure(MONDAY, "nysd")]
        )
    with store.reading() as session:
        assert (closures_of(session, "cand"), closures_of(session, "nysd")) == ([FRIDAY], [MONDAY])


def test_no_day_is_recorded_twice_for_a_court(store: Store) -> None:
    with pytest.raises(IntegrityError), store.writing() as session:
        session.add_all([a_closure(), a_closure()])


def test_a_reversed_settlement_stays_but_counts_no_more(store: Store) -> None:
    with store.writing() as session:
        session.add_all(
            [a_settlement(reading="stays", reversed_=True), a_settlement(), a_settlement("kh-civil:counting")]
        )
    with store.reading() as session:
        standing = settlements_of(session, "kh-phnompenh")
        assert [(one.question, one.reading) for one in standing] == [
            ("kh-civil:counting", "rolls"),
            ("kh-civil:roll", "rolls"),
        ]
        assert settlements_of(session, "cand") == []
        assert len(session.exec(select(SettledQuestion)).all()) == 3


def test_no_question_is_settled_twice_for_a_court(store: Store) -> None:
    with pytest.raises(IntegrityError), store.writing() as session:
        session.add_all([a_settlement(), a_settlement(reading="stays")])


def test_shared_grounds_come_once_and_without_what_single_entries_say(store: Store, deadline_ids: list[int]) -> None:
    with store.writing() as session:
        for key in deadline_ids:
            replace_grounds(session, key, [a_ground(key), a_ground(key, ENTRY_GROUND, f"entry {key}")])
    with store.reading() as session:
        assert [(ground.what, ground.was) for ground in shared_grounds(session, "cand")] == [("day:2018-05-18", "open")]
        assert shared_grounds(session, "cand", ["day:2018-05-21"]) == []
        assert shared_grounds(session, "nysd") == []
        assert courts_with_deadlines(session) == ["cand"]


def test_only_open_deadlines_are_found_by_what_they_rest_on_the_earliest_first(
    store: Store, deadline_ids: list[int]
) -> None:
    with store.writing() as session:
        for key in deadline_ids:
            replace_grounds(session, key, [a_ground(key)])
    with store.reading() as session:
        assert [deadline.number for deadline in open_deadlines_on(session, a_ground(0))] == [2, 1]
        assert open_deadlines_on(session, a_ground(0, was="closed")) == []


def test_grounds_said_anew_replace_those_of_that_deadline_alone(store: Store, deadline_ids: list[int]) -> None:
    first, second, _ = deadline_ids
    with store.writing() as session:
        for key in (first, second):
            replace_grounds(session, key, [a_ground(key)])
    with store.writing() as session:
        replace_grounds(session, first, [a_ground(first, was="closed")])
    with store.reading() as session:
        assert [ground.was for ground in grounds_under(session, first)] == ["closed"]
        assert [ground.was for ground in grounds_under(session, second)] == ["open"]


def test_the_last_decision_about_a_cause_holds(store: Store, deadline_ids: list[int]) -> None:
    first, second, _ = deadline_ids
    with store.writing() as session:
        for verdict in (Verdict.KEPT, Verdict.ASKED):
            session.add(
                Revision(
                    deadline_id=first, cause="fire", verdict=verdict, old=FRIDAY, new=MONDAY, decided_by="U1",
                    decided_at=NOON,
                )
            )  # fmt: skip
            session.flush()
    with store.reading() as session:
        last = last_revision(session, first, "fire")
        assert last is not None
        assert last.verdict is Verdict.ASKED
        assert last_revision(session, first, "flood") is None
        assert last_revision(session, second, "fire") is None
