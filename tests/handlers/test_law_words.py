"""Why a date would move, in the words of whoever reads it: which closing, which question, and who decided it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.clock import PracticeClock
from bot.docket import cases, closing, revising, settling
from bot.docket.courts import NoCaseInCourtError, WhichCourtError, the_court_here
from bot.docket.desk import Desk
from bot.docket.grounds import Shift
from bot.docket.sight import Viewer
from bot.rulebook import Rulebook
from handlers import phrases
from handlers.law_words import question_said, reading_said, why_it_moves
from storage.docket import Deadline, Entry, EntryStatus
from tests.handlers.test_law_pending import FRIDAY, a_case, close


@pytest.fixture
def case(desk: Desk) -> None:
    a_case(desk, "1", "C_ONE")


def why(desk: Desk, *shifts: Shift) -> tuple[str, ...]:
    """Say why the first date that waits would move; by other shifts, if they are given."""
    waiting = revising.pending_revisions(desk)[0]
    with desk.look() as session:
        return why_it_moves(session, desk.book, replace(waiting, shifts=shifts) if shifts else waiting)


def changed(desk: Desk, clock: PracticeClock, change_it: Callable[[Entry], None]) -> None:
    clock.move_by(timedelta(hours=1))
    with desk.change(by="U0CLAIRE") as change:
        entry = change.session.get_one(Entry, 1)
        change_it(entry)
        change.keep_entry(entry)
        change.log("order.edited", subject=entry.ref, case_id=entry.case_id)


@pytest.mark.usefixtures("case")
def test_a_recorded_closing_is_named_with_its_source_and_who_recorded_it(desk: Desk) -> None:
    close(desk)
    assert why(desk) == ("Friday 18 May 2018 is closed: Fire (its website), recorded by <@U0CLAIRE>.",)


@pytest.mark.usefixtures("case")
def test_a_withdrawn_closing_is_named_with_who_withdrew_it_and_why(desk: Desk) -> None:
    close(desk)
    waiting = revising.pending_revisions(desk)[0]
    with desk.change(by="U0CLAIRE") as change:
        revising.apply(change, deadline=change.session.get_one(Deadline, waiting.deadline.key), cause=waiting.cause)
        closing.withdraw_closure(change, court="cand", day=FRIDAY, reason="another <court>")
    assert why(desk) == ("Friday 18 May 2018 is open: <@U0CLAIRE> withdrew its closing. another &lt;court&gt;",)


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(
    ("shift", "told"),
    [
        (
            Shift(what="day:2018-05-17", was="open", now="closed / arguably closed"),
            "Thursday 17 May 2018 is closed / arguably closed; it was open.",
        ),
        (Shift(what="rule:us-frcp:72(a)", was="a", now="b"), "The rulebook has another text of us-frcp:72(a)."),
        (Shift(what="court:cand", was="a", now="b"), "What is known about the court cand changed."),
        (Shift(what="engine", was="a", now="b"), phrases.WHY_ENGINE),
        (Shift(what="entry", was="a", now="b"), "O1, which starts it, was changed."),
        (
            Shift(what="question:us-cand:7-2(a)", was="confirmed", now="not settled"),
            "This question is open again: ",
        ),
    ],
)
def test_whatever_shifted_is_said_in_a_sentence(desk: Desk, shift: Shift, told: str) -> None:
    close(desk)
    (said,) = why(desk, shift)
    assert said.startswith(told)


@pytest.mark.usefixtures("case")
def test_a_settled_question_is_said_with_its_reading_and_who_settled_it(desk: Desk) -> None:
    close(desk)
    question = "closed-days:us-observed-friday"
    with desk.change(by="U0CLAIRE") as change:
        settling.settle(change, court="cand", question=question, reading="closed", reason="read it")
    (said,) = why(desk, Shift(what=f"question:{question}", was="not settled", now="closed"))
    assert said.startswith("<@U0CLAIRE> settled:")
    assert said.endswith("They are.")


@pytest.mark.usefixtures("case")
def test_what_lost_its_rule_says_so(desk: Desk, clock: PracticeClock) -> None:
    changed(desk, clock, lambda entry: setattr(entry, "trigger", "order.unheard"))
    assert why(desk) == ("O1, which starts it, was changed.", "FRCP 72(a) no longer gives a date for O1.")
    changed(desk, clock, lambda entry: setattr(entry, "status", EntryStatus.WITHDRAWN))
    assert why(desk)[-1] == "O1, from which it runs, no longer stands."


def test_a_date_that_rests_on_nothing_known_says_that_it_is_another_one_now(desk: Desk) -> None:
    a_case(desk, "1", "C_ONE")
    close(desk)
    waiting = revising.pending_revisions(desk)[0]
    with desk.look() as session:
        alone = replace(waiting, shifts=())
        assert why_it_moves(session, desk.book, alone) == ("FRCP 72(a) gives another date than when it was computed.",)


def test_a_question_that_the_rulebook_puts_no_more_goes_by_its_id(book: Rulebook) -> None:
    assert question_said(book, "a question of old") == "a question of old"
    assert reading_said(book, "a question of old", "yes") == "yes"
    assert reading_said(book, "kh-civil:roll", "an old name") == "an old name"
    with phrases.spoken_in("km"):
        assert "CCP 243" in question_said(book, "kh-civil:roll")


def test_the_court_is_plain_where_there_is_only_one(desk: Desk) -> None:
    viewer = Viewer(person_id="U0CLAIRE", channel_id="C_ONE", vouched=True)
    with desk.look() as session, pytest.raises(NoCaseInCourtError, match="/case add"):
        the_court_here(session, desk.book, viewer, example="{court}")
    a_case(desk, "1", "C_ONE")
    with desk.look() as session:
        assert the_court_here(session, desk.book, viewer, example="{court}").id == "cand"
    with desk.change(by="U0CLAIRE") as change:
        cases.open_case(change, court="kh-phnompenh", docket_number="2", caption="C v. D", channel_id="C_ONE")
    with desk.look() as session, pytest.raises(WhichCourtError, match=r"cand, kh-phnompenh.*say cand"):
        the_court_here(session, desk.book, viewer, example="say {court}")
