"""As long as nothing that a date rests on changes, the date cannot: tried with hundreds of laws that might be."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.docket import cases, closing, deadlines, entries, people, settling
from bot.docket.desk import Desk
from bot.docket.grounds import grounds_of, shifted, state_of
from bot.docket.teamlaw import TeamLaw, law_of
from bot.law import Answer, Closure, LawError, Settlement
from bot.law.settling import READINGS, family_question, kind_of
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.docket import Deadline, Entry, EntryKind
from storage.law import ENTRY_GROUND

pytestmark = pytest.mark.unmeasured
COURTS = ("cand", "nysd", "mad", "canb", "ca9", "scotus", "tax", "kh-phnompenh")
FIRST, DAYS = date(1995, 1, 1), 33 * 365


def a_settlement(question: str, reading: str) -> Settlement:
    return Settlement(question=question, reading=reading, by="Sok Dara", on=FIRST, reason="read it")


def an_entry(trigger: str, day: date, service: str) -> Entry:
    at = datetime(2018, 5, 7, tzinfo=UTC)
    return Entry(
        case_id=1, kind=EntryKind.ORDER, letter="O", number=1, title="Order", zone="UTC", trigger=trigger, on_date=day,
        service=service, served_on=day, created_at=at, created_by="U1", changed_at=at,
    )  # fmt: skip


def another_law(law: TeamLaw, answers: Iterable[Answer], chance: random.Random) -> TeamLaw:
    """Close some days near the dates, and settle some of the questions that were put."""
    answers = tuple(answers)
    days = [day + timedelta(by) for one in answers for day in (one.due, one.latest) for by in (-7, -1, 0, 1)]
    questions = {note.question for one in answers for note in one.notes if note.question}
    questions |= {f"closed-day:{day}" for day in chance.sample(days, k=1)}
    families = (law.book.families_of(court=law.court, day=day) for one in answers for day in (one.due, one.latest))
    questions |= {family_question(family) for found in families for family in found}
    settled = [
        a_settlement(question, chance.choice(READINGS[kind_of(question)]))
        for question in sorted(questions)
        if chance.random() < 0.4
    ]
    return replace(law, closed=frozenset(chance.sample(days, k=chance.randrange(3))), settled=tuple(settled))


@pytest.mark.parametrize("court", COURTS)
def test_no_date_changes_without_a_change_in_what_it_rests_on(book: Rulebook, court: str) -> None:
    chance = random.Random(court)  # noqa: S311 -- laws to try, no secret
    plain = TeamLaw(book=book, court=court, closed=frozenset(), settled=())
    triggers = book.triggers(court)
    changed = 0
    for _ in range(60):
        day = FIRST + timedelta(chance.randrange(DAYS))
        service = chance.choice(["", "ecf", "mail", "personal"])
        entry = an_entry(chance.choice(triggers).id, day, service)
        try:
            law = another_law(plain, plain.follows_from(entry), chance)
            before = law.follows_from(entry)
        except LawError:  # a rule in hours wants the time, another a second date
            continue
        other = another_law(law, before, chance)
        after = {answer.rule: answer for answer in other.follows_from(entry)}
        for answer in before:
            now = after[answer.rule]
            if (now.due, now.due_at, now.latest, now.standing) == (
                answer.due,
                answer.due_at,
                answer.latest,
                answer.standing,
            ):
                continue
            changed += 1
            grounds = grounds_of(law, answer=answer, entry=entry, deadline_id=1)
            assert shifted(other, [ground for ground in grounds if ground.what != ENTRY_GROUND]), (answer.rule, day)
    assert changed


def test_a_family_settles_each_of_its_days_unless_that_was_settled_by_itself(book: Rulebook) -> None:
    friday, fridays = "closed-day:2020-07-03", "closed-days:us-observed-friday"
    law = TeamLaw(book=book, court="dcd", closed=frozenset(), settled=())
    assert law.reading_of(friday) is None
    for reading in ("open", "closed"):
        assert replace(law, settled=(a_settlement(fridays, reading),)).reading_of(friday) == reading
    both = replace(law, settled=(a_settlement(fridays, "closed"), a_settlement(friday, "open")))
    assert both.reading_of(friday) == "open"
    assert both.reading_of("closed-day:2020-07-01") is None
    assert both.reading_of("kh-civil:roll") is None


def test_a_date_on_an_arguable_day_rests_on_its_family_too(book: Rulebook) -> None:
    law = TeamLaw(book=book, court="dcd", closed=frozenset(), settled=())
    entry = an_entry("order.nondispositive", date(2020, 6, 19), "")
    (answer,) = (one for one in law.follows_from(entry) if one.rule == "us-frcp:72(a)")
    grounds = grounds_of(law, answer=answer, entry=entry, deadline_id=1)
    settled = replace(law, settled=(a_settlement("closed-days:us-observed-friday", "open"),))
    shared = [ground for ground in grounds if ground.what != ENTRY_GROUND]
    assert [ground.what for ground in shifted(settled, shared)] == ["question:closed-days:us-observed-friday"]


def due_before_independence_day(desk: Desk) -> tuple[Case, Entry, Deadline]:
    """Record an order of 19 June 2020, whose objections fall due on Friday 3 July, arguably a holiday."""
    day = date(2020, 6, 19)
    with desk.store.writing() as session:
        people.meet(session, person_id="U_DARA", name="Sok Dara", zone="Asia/Phnom_Penh")
    with desk.change(by="U_DARA") as change:
        case = cases.open_case(change, court="dcd", docket_number="1:20-mc-36", caption="A v. B", channel_id="C_US")
        told = {"trigger": "order.nondispositive", "on_date": day, "service": "ecf", "served_on": day}
        entry = entries.record(change, case=case, kind=EntryKind.ORDER, title="Order", **told)  # type: ignore[arg-type]
        answers = deadlines.preview(change.session, desk.book, case=case, **told)  # type: ignore[arg-type]
        answer = next(answer for answer in answers if answer.rule == "us-frcp:72(a)")
        return case, entry, deadlines.adopt(change, case=case, entry=entry, answer=answer)


def test_settling_a_family_moves_the_deadlines_on_its_days(desk: Desk) -> None:
    _, _, deadline = due_before_independence_day(desk)
    assert (deadline.due, deadline.latest) == (date(2020, 7, 3), date(2020, 7, 6))
    with desk.change(by="U_DARA") as change:
        settling.settle(
            change, court="dcd", question="closed-days:us-observed-friday", reading="closed", reason="read 6(a)(6)(A)"
        )
    with desk.look() as session:
        settled = session.get_one(Deadline, deadline.key)
        assert (settled.due, settled.latest, settled.standing) == (date(2020, 7, 6), date(2020, 7, 6), "settled")
        assert not settling.open_questions(session, desk.book, court="dcd")


def test_a_recorded_closing_is_named_in_the_law_of_its_court(desk: Desk) -> None:
    _, entry, _ = due_before_independence_day(desk)
    with desk.change(by="U_DARA") as change:
        closing.record_closure(change, court="dcd", day=date(2020, 7, 3), name="Flood", source="clerk's notice")
    with desk.look() as session:
        law = law_of(session, desk.book, "dcd")
        (answer,) = (one for one in law.follows_from(entry) if one.rule == "us-frcp:72(a)")
    assert law.closed == frozenset({date(2020, 7, 3)})
    assert "3 July 2020 (Flood; source: clerk's notice, noted by Sok Dara, recorded by the team)" in answer.text()


def test_recorded_closings_keep_their_names_in_the_law_of_a_court(book: Rulebook) -> None:
    fire = Closure(day=date(2018, 5, 18), name="Fire", source="notice")
    closed = frozenset({fire.day, date(2018, 5, 21)})
    law = TeamLaw(book=book, court="cand", closed=closed, settled=(), closures=(fire,))
    assert law.closings == (fire, date(2018, 5, 21))
    assert replace(law, closed=frozenset()).closings == ()


def test_what_an_entry_says_is_asked_for_with_the_entry(book: Rulebook) -> None:
    law = TeamLaw(book=book, court="cand", closed=frozenset(), settled=())
    assert state_of(law, ENTRY_GROUND, an_entry("order.nondispositive", FIRST, "")).startswith(
        "order.nondispositive, 1995"
    )
    at_noon = an_entry("order.nondispositive", FIRST, "")
    at_noon.starts_at = datetime(1995, 1, 1, 12, tzinfo=UTC)
    assert "1995-01-01T12:00+00:00" in state_of(law, ENTRY_GROUND, at_noon)
    with pytest.raises(AssertionError, match="with the entry"):
        state_of(law, ENTRY_GROUND)
