"""A lawyer on the team settles an open question: by name, with a reason, for one court, and reversibly."""

from datetime import date

import pytest
from sqlmodel import select

from bot.docket import cases, closing, deadlines, entries, people, revising, settling
from bot.docket.desk import Desk
from bot.docket.errors import AlreadySettledError, EmptyError, NotSettledError, UnnamedError
from bot.docket.supposing import Supposition, what_if
from bot.law import LawError, Settlement
from storage import log
from storage.cases import Case
from storage.docket import Deadline, Entry, EntryKind
from storage.law import SettledQuestion
from storage.log import AuditEntry
from tests.docket.conftest import recomputed

SATURDAY, MONDAY = date(2018, 6, 2), date(2018, 6, 4)
SERVED = date(2018, 5, 2)
ROLL = "kh-civil:roll"
READ = "read the enacted text of Article 243(3)"


@pytest.fixture
def appeal(desk: Desk) -> Deadline:
    """An appeal under CCP 264(1): one month from service on 2 May ends on Saturday 2 June, arguably on Monday."""
    with desk.store.writing() as session:
        people.meet(session, person_id="U_DARA", name="Sok Dara", zone="Asia/Phnom_Penh")
        people.meet(session, person_id="U_MAYA", name="Maya", zone="America/Los_Angeles")
    with desk.change(by="U_DARA") as change:
        case = cases.open_case(
            change, court="kh-phnompenh", docket_number="123/2018", caption="A v. B", channel_id="C_KH"
        )
        entry = entries.record(
            change,
            case=case,
            kind=EntryKind.SERVICE,
            title="Judgment served",
            on_date=SERVED,
            trigger="kh.judgment.served",
            served_on=SERVED,
        )
        answers = deadlines.preview(
            change.session, desk.book, case=case, trigger="kh.judgment.served", on_date=SERVED, served_on=SERVED
        )
        answer = next(answer for answer in answers if answer.rule == "kh-civil:264(1)")
        return deadlines.adopt(change, case=case, entry=entry, answer=answer)


def again(desk: Desk, deadline: Deadline) -> Deadline:
    with desk.look() as session:
        return session.get_one(Deadline, deadline.key)


def settle(
    desk: Desk, reading: str = "rolls", question: str = ROLL, *, court: str = "kh-phnompenh"
) -> list[tuple[date, date]]:
    with desk.change(by="U_DARA") as change:
        moved = settling.settle(change, court=court, question=question, reading=reading, reason=READ)
        return [(one.old, one.new) for one in moved.moved]


def unsettle(desk: Desk, question: str = ROLL) -> list[tuple[date, date]]:
    with desk.change(by="U_MAYA") as change:
        moved = settling.unsettle(change, court="kh-phnompenh", question=question, reason="the text was a draft")
        return [(one.old, one.new) for one in moved.moved]


def actions(desk: Desk) -> list[str]:
    with desk.look() as session:
        assert list(log.broken_links(session)) == []
        return [line.action for line in session.exec(select(AuditEntry).order_by(AuditEntry.id))]  # type: ignore[arg-type] # SQLModel's column


def test_until_somebody_settles_it_the_safe_date_is_the_saturday(appeal: Deadline) -> None:
    assert (appeal.due, appeal.latest, appeal.standing) == (SATURDAY, MONDAY, "arguable")


def test_the_questions_on_which_open_deadlines_rest_are_listed_until_they_are_settled(
    desk: Desk, appeal: Deadline
) -> None:
    def listed() -> dict[str, list[str]]:
        with desk.look() as session:
            found = settling.open_questions(session, desk.book, court="kh-phnompenh")
        return {question: [deadline.ref for deadline in resting] for question, resting in found.items()}

    assert listed() == {ROLL: [appeal.ref], "kh-civil:counting": [appeal.ref]}
    settle(desk)
    assert listed() == {"kh-civil:counting": [appeal.ref]}
    with desk.change(by="U_MAYA") as change:
        deadlines.complete(change, deadline=change.session.get_one(Deadline, appeal.key), proof="receipt 9")
    assert listed() == {}


def test_the_open_deadline_moves_and_says_who_settled_what_and_why(desk: Desk, appeal: Deadline) -> None:
    assert settle(desk) == [(SATURDAY, MONDAY)]
    now = again(desk, appeal)
    assert (now.due, now.latest, now.sequence) == (MONDAY, MONDAY, 1)
    step = next(step for step in now.explanation["steps"] if step["kind"] == "settled")
    assert (step["facts"]["question"], step["facts"]["by"]) == (ROLL, "Sok Dara")
    assert READ in step["text"]
    assert actions(desk)[-2:] == ["question.settled", "deadline.moved"]


def test_previews_in_that_court_use_it_from_then_on_and_in_no_other(desk: Desk, appeal: Deadline) -> None:
    settle(desk)
    with desk.change(by="U_DARA") as change:
        elsewhere = cases.open_case(
            change, court="kh-svayrieng", docket_number="7/2018", caption="C v. D", channel_id=None
        )
    due = {}
    with desk.look() as session:
        for case in (session.get_one(Case, appeal.case_id), elsewhere):
            (answer,) = (
                answer
                for answer in deadlines.preview(
                    session, desk.book, case=case, trigger="kh.judgment.served", on_date=SERVED
                )
                if answer.rule == "kh-civil:264(1)"
            )
            due[case.court] = answer.due
    assert due == {"kh-phnompenh": MONDAY, "kh-svayrieng": SATURDAY}


def test_a_moved_date_must_be_confirmed_anew_and_one_that_stays_is_still_confirmed(
    desk: Desk, appeal: Deadline
) -> None:
    with desk.change(by="U_MAYA") as change:
        deadlines.confirm(change, deadline=change.session.get_one(Deadline, appeal.key))
    assert settle(desk, "stays") == []
    stayed = again(desk, appeal)
    assert (stayed.due, stayed.latest, stayed.confirmed_by) == (SATURDAY, SATURDAY, "U_MAYA")
    assert unsettle(desk) == []
    assert settle(desk, "rolls") == [(SATURDAY, MONDAY)]
    assert again(desk, appeal).confirmed_by is None


def test_confirming_a_method_and_a_rule_makes_the_date_settled_without_moving_it(desk: Desk, appeal: Deadline) -> None:
    settle(desk)
    assert again(desk, appeal).standing != "settled"
    assert settle(desk, "confirmed", "kh-civil:counting") == []
    now = again(desk, appeal)
    assert (now.due, now.standing) == (MONDAY, "settled")
    assert actions(desk)[-2:] == ["question.settled", "deadline.restated"]


def test_reversing_it_is_a_new_entry_and_moves_the_date_back(desk: Desk, appeal: Deadline) -> None:
    settle(desk)
    assert unsettle(desk) == [(MONDAY, SATURDAY)]
    assert again(desk, appeal).latest == MONDAY
    with desk.look() as session:
        (row,) = session.exec(select(SettledQuestion)).all()
    assert (row.reading, row.settled_by, row.reversed_by, row.reversed_because) == (
        "rolls", "U_DARA", "U_MAYA", "the text was a draft",
    )  # fmt: skip
    assert actions(desk)[-4:] == ["question.settled", "deadline.moved", "question.reopened", "deadline.moved"]
    assert settle(desk) == [(SATURDAY, MONDAY)]


def test_what_is_done_or_moot_does_not_move(desk: Desk, appeal: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        deadlines.complete(change, deadline=change.session.get_one(Deadline, appeal.key), proof="receipt 9")
    assert settle(desk) == []
    assert again(desk, appeal).due == SATURDAY


def test_what_waits_for_another_decision_keeps_waiting(desk: Desk, appeal: Deadline) -> None:
    """A closing was recorded and the date kept: reversing a question must not move it by the way."""
    settle(desk)
    with desk.change(by="U_MAYA") as change:
        (closed,) = closing.record_closure(
            change, court="kh-phnompenh", day=MONDAY, name="Flood", source="the registry, by telephone"
        )
        locked = change.session.get_one(Deadline, appeal.key)
        revising.keep(change, deadline=locked, cause=closed.cause, reason="the clerk takes it at the gate")
    assert unsettle(desk) == []
    assert again(desk, appeal).due == MONDAY
    (waiting,) = revising.pending_revisions(desk)
    assert (waiting.old, waiting.new) == (MONDAY, SATURDAY)
    assert "The question kh-civil:roll is now “not settled”; it was “rolls”." in waiting.why


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_it_is_refused(desk: Desk, appeal: Deadline, reason: str) -> None:
    with pytest.raises(EmptyError, match="The reason is missing"), desk.change(by="U_DARA") as change:
        settling.settle(change, court="kh-phnompenh", question=ROLL, reading="rolls", reason=reason)
    assert again(desk, appeal).due == SATURDAY


def test_nobody_without_a_name_settles_the_law(desk: Desk) -> None:
    with pytest.raises(UnnamedError, match="knows by name"), desk.change(by="import") as change:
        settling.settle(change, court="kh-phnompenh", question=ROLL, reading="rolls", reason=READ)


@pytest.mark.parametrize(
    ("question", "reading", "said"),
    [(ROLL, "flies", "stays or rolls"), ("no-question", "rolls", "no-question"), ("us-frcp:9999", "confirmed", "9999")],
)
def test_a_question_or_reading_that_there_is_not_is_refused(
    desk: Desk, appeal: Deadline, question: str, reading: str, said: str
) -> None:
    with pytest.raises(LawError, match=said):
        settle(desk, reading, question)
    assert "question.settled" not in actions(desk)
    assert again(desk, appeal).due == SATURDAY


def test_it_is_settled_once_and_reversed_once(desk: Desk, appeal: Deadline) -> None:
    with pytest.raises(NotSettledError, match="is open in"):
        unsettle(desk)
    settle(desk)
    with pytest.raises(AlreadySettledError, match="“rolls”, by <@U_DARA>"):
        settle(desk, "stays")
    unsettle(desk)
    with pytest.raises(NotSettledError):
        unsettle(desk)
    assert again(desk, appeal).due == SATURDAY


def test_what_was_settled_about_a_question_that_is_no_longer_put_counts_as_open(desk: Desk, appeal: Deadline) -> None:
    with desk.store.writing() as session:
        for question, reading in ((ROLL, "an old name"), ("a question of old", "yes")):
            session.add(
                SettledQuestion(
                    question=question, court="kh-phnompenh", reading=reading, reason=READ,
                    settled_by="U_DARA", settled_at=desk.clock.now(),
                )
            )  # fmt: skip
    assert revising.pending_revisions(desk) == ()
    with desk.change(by="U_DARA") as change:
        entry = change.session.get_one(Entry, appeal.entry_id)
        assert recomputed(change, entry=entry, reason="asked again") == []


def test_what_if_says_what_settling_would_move_and_saves_nothing(desk: Desk, appeal: Deadline) -> None:
    supposed = Settlement(question=ROLL, reading="rolls", by="Sok Dara", on=date(2018, 5, 7), reason="what if")
    with desk.look() as session:
        (proposal,) = what_if(session, desk.book, Supposition(court="kh-phnompenh", settled=(supposed,)))
    assert (proposal.deadline.ref, proposal.old, proposal.new) == (appeal.ref, SATURDAY, MONDAY)
    assert again(desk, appeal).due == SATURDAY
    settle(desk)
    with desk.look() as session:
        (back,) = what_if(session, desk.book, Supposition(court="kh-phnompenh", reopened=frozenset({ROLL})))
    assert (back.old, back.new) == (MONDAY, SATURDAY)


def test_a_reply_rests_on_the_questions_of_the_opposition_it_follows(desk: Desk, case: Case) -> None:
    """The opposition (14 days) may end on Friday 3 July 2020, the observed Independence Day."""
    with desk.change(by="U_DARA") as change:
        people.meet(change.session, person_id="U_DARA", name="Sok Dara", zone="Asia/Phnom_Penh")
        filed = date(2020, 6, 19)
        entry = entries.record(
            change, case=case, kind=EntryKind.FILING, title="Motion", on_date=filed, trigger="motion.filed"
        )
        kept = {
            answer.rule: deadlines.adopt(change, case=case, entry=entry, answer=answer)
            for answer in deadlines.preview(change.session, desk.book, case=case, trigger="motion.filed", on_date=filed)
            if answer.rule in {"us-cand:7-3(a)", "us-cand:7-3(c)"}
        }
    before = {rule: deadline.due for rule, deadline in kept.items()}
    moved = settle(desk, "closed", "closed-day:2020-07-03", court="cand")
    assert before == {"us-cand:7-3(a)": date(2020, 7, 3), "us-cand:7-3(c)": date(2020, 7, 10)}
    assert moved == [(date(2020, 7, 3), date(2020, 7, 6)), (date(2020, 7, 10), date(2020, 7, 13))]


def test_a_day_settled_as_open_is_another_thing_than_a_day_nobody_settled(desk: Desk, case: Case) -> None:
    """Friday 3 July 2020, observed Independence Day: settled as open, the later date is gone; reversed, it is back."""
    with desk.change(by="U_DARA") as change:
        people.meet(change.session, person_id="U_DARA", name="Sok Dara", zone="Asia/Phnom_Penh")
        filed = date(2020, 6, 19)
        entry = entries.record(
            change, case=case, kind=EntryKind.FILING, title="Motion", on_date=filed, trigger="motion.filed"
        )
        answers = deadlines.preview(change.session, desk.book, case=case, trigger="motion.filed", on_date=filed)
        answer = next(answer for answer in answers if answer.rule == "us-cand:7-3(a)")
        opposition = deadlines.adopt(change, case=case, entry=entry, answer=answer)
    latest = [opposition.latest]
    settle(desk, "open", "closed-day:2020-07-03", court="cand")
    latest.append(again(desk, opposition).latest)
    with desk.change(by="U_DARA") as change:
        settling.unsettle(change, court="cand", question="closed-day:2020-07-03", reason="the clerk differs")
    latest.append(again(desk, opposition).latest)
    assert latest == [date(2020, 7, 6), date(2020, 7, 3), date(2020, 7, 6)]


# Foreseen, for some cases only


def foreseen(desk: Desk, *case_keys: int, reading: str | None = "rolls") -> list[tuple[date, date]]:
    with desk.look() as session:
        moved = settling.foresee(
            session, desk.book, court="kh-phnompenh", question=ROLL, reading=reading, cases=case_keys
        )
    return [(one.old, one.new) for one in moved]


def test_what_is_foreseen_is_what_happens_in_the_cases_that_are_asked_about(desk: Desk, appeal: Deadline) -> None:
    assert foreseen(desk, appeal.case_id) == [(SATURDAY, MONDAY)]
    assert foreseen(desk, appeal.case_id, reading="stays") == []
    assert foreseen(desk, appeal.case_id + 1) == []
    assert again(desk, appeal).due == SATURDAY
    assert settle(desk) == [(SATURDAY, MONDAY)]
    assert foreseen(desk, appeal.case_id, reading=None) == [(MONDAY, SATURDAY)]
    assert foreseen(desk, reading=None) == []


def test_what_waits_for_another_decision_is_not_foreseen_to_move(desk: Desk, appeal: Deadline) -> None:
    settle(desk)
    with desk.change(by="U_MAYA") as change:
        closing.record_closure(change, court="kh-phnompenh", day=MONDAY, name="Flood", source="the registry")
    assert foreseen(desk, appeal.case_id, reading=None) == []
    assert unsettle(desk) == []


def test_a_reading_that_there_is_not_cannot_be_foreseen(desk: Desk, appeal: Deadline) -> None:
    with pytest.raises(LawError, match="stays or rolls"):
        foreseen(desk, appeal.case_id, reading="flies")


def test_a_question_is_settled_only_where_it_arises(desk: Desk, appeal: Deadline) -> None:
    with pytest.raises(LawError, match="does not arise in"):
        settle(desk, court="cand")


def test_a_whole_family_of_days_is_settled_at_once_and_is_no_second_question(desk: Desk, case: Case) -> None:
    """Friday 3 July 2020 is one of the Fridays on which a holiday is observed that falls on a Saturday."""
    with desk.change(by="U_DARA") as change:
        people.meet(change.session, person_id="U_DARA", name="Sok Dara", zone="Asia/Phnom_Penh")
        filed = date(2020, 6, 19)
        entry = entries.record(
            change, case=case, kind=EntryKind.FILING, title="Motion", on_date=filed, trigger="motion.filed"
        )
        answers = deadlines.preview(change.session, desk.book, case=case, trigger="motion.filed", on_date=filed)
        answer = next(answer for answer in answers if answer.rule == "us-cand:7-3(a)")
        opposition = deadlines.adopt(change, case=case, entry=entry, answer=answer)
    family = "closed-days:us-observed-friday"
    with desk.look() as session:
        asked = settling.open_questions(session, desk.book, court="cand", cases=[case.key])
        assert list(asked) == ["closed-day:2020-07-03"]
        assert settling.open_questions(session, desk.book, court="cand", cases=[]) == {}
        (moved,) = settling.foresee(
            session, desk.book, court="cand", question=family, reading="closed", cases=[case.key]
        )
    assert (moved.old, moved.new) == (date(2020, 7, 3), date(2020, 7, 6))
    assert settle(desk, "closed", family, court="cand") == [(date(2020, 7, 3), date(2020, 7, 6))]
    assert again(desk, opposition).due == date(2020, 7, 6)
    with desk.look() as session:
        assert settling.open_questions(session, desk.book, court="cand") == {}
