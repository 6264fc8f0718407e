"""The order of 4 May 2018, and what it starts."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from bot.docket import deadlines
from bot.docket.desk import Desk
from bot.docket.errors import AlreadyConfirmedError, NotOpenError, OwnWorkError, ProofMissingError
from bot.law import LawError
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry
from storage.law import Closure
from storage.log import AuditEntry
from tests.docket.conftest import ORDER_DAY, preview, recomputed

SAN_FRANCISCO = ZoneInfo("America/Los_Angeles")


def again(desk: Desk, deadline: Deadline) -> Deadline:
    with desk.look() as session:
        return session.get_one(Deadline, deadline.key)


def test_the_order_starts_objections_and_if_appealable_an_appeal(desk: Desk, case: Case) -> None:
    due = {answer.rule: (answer.due, answer.condition) for answer in preview(desk, case)}
    assert due["us-frcp:72(a)"] == (date(2018, 5, 18), None)
    appeal, condition = due["us-frap:4(a)(1)(A)"]
    assert appeal == date(2018, 6, 4)
    assert condition


def test_a_preview_saves_nothing(desk: Desk, case: Case) -> None:
    preview(desk, case)
    with desk.look() as session:
        assert session.exec(select(Deadline)).all() == []


def test_an_adopted_deadline_keeps_the_whole_reasoning(objections: Deadline) -> None:
    assert objections.ref == "D1"
    assert (objections.due, objections.latest, objections.standing) == (date(2018, 5, 18), date(2018, 5, 18), "settled")
    assert objections.due_at.astimezone(SAN_FRANCISCO).date() == objections.due
    assert datetime(2018, 5, 18, 23, 59, tzinfo=SAN_FRANCISCO) <= objections.due_at
    assert "72(a)" in objections.citation
    assert objections.explanation["steps"]
    assert objections.confirmed_by is None


def test_a_second_person_confirms_it_once(desk: Desk, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        deadlines.confirm(change, deadline=change.session.get_one(Deadline, objections.key))
    assert again(desk, objections).confirmed_by == "U_MAYA"
    with (
        pytest.raises(AlreadyConfirmedError, match="confirmed already by <@U_MAYA>"),
        desk.change(by="U_DARA") as change,
    ):
        deadlines.confirm(change, deadline=change.session.get_one(Deadline, objections.key))


def test_whoever_recorded_it_may_not_confirm_it(desk: Desk, objections: Deadline) -> None:
    with pytest.raises(OwnWorkError, match="second pair of eyes"), desk.change(by="U_CLAIRE") as change:
        deadlines.confirm(change, deadline=change.session.get_one(Deadline, objections.key))


def test_done_needs_proof_and_happens_once(desk: Desk, objections: Deadline) -> None:
    with pytest.raises(ProofMissingError, match="receipt number"), desk.change(by="U_MAYA") as change:
        deadlines.complete(change, deadline=change.session.get_one(Deadline, objections.key), proof="  ")
    with desk.change(by="U_MAYA") as change:
        deadlines.complete(
            change, deadline=change.session.get_one(Deadline, objections.key), proof=" ECF No. 21 ", filed_by="U_DARA"
        )
    done = again(desk, objections)
    assert (done.status, done.proof, done.done_by, done.filed_by) == (
        DeadlineStatus.DONE,
        "ECF No. 21",
        "U_MAYA",
        "U_DARA",
    )
    with pytest.raises(NotOpenError, match="D1 is done already"), desk.change(by="U_MAYA") as change:
        deadlines.complete(change, deadline=change.session.get_one(Deadline, objections.key), proof="ECF No. 22")
    assert again(desk, objections).proof == "ECF No. 21"


def test_a_moot_deadline_says_why_in_the_log(desk: Desk, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        deadlines.drop_as_moot(change, deadline=change.session.get_one(Deadline, objections.key), reason="withdrawn")
    with desk.look() as session:
        line = session.exec(select(AuditEntry).where(AuditEntry.action == "deadline.moot")).one()
    assert (again(desk, objections).status, line.reason) == (DeadlineStatus.MOOT, "withdrawn")
    with pytest.raises(NotOpenError), desk.change(by="U_DARA") as change:
        deadlines.confirm(change, deadline=change.session.get_one(Deadline, objections.key))


def test_a_date_that_moves_must_be_confirmed_anew(desk: Desk, order: Entry, objections: Deadline) -> None:
    """The service turns out to have been by mail: three days are added (FRCP 6(d)), to Monday 21 May."""
    with desk.change(by="U_MAYA") as change:
        deadlines.confirm(change, deadline=change.session.get_one(Deadline, objections.key))
    with desk.change(by="U_CLAIRE") as change:
        entry = change.session.get_one(Entry, order.key)
        entry.service = "mail"
        moved = recomputed(change, entry=entry, reason="served by mail")
    assert [(move.old, move.new) for move in moved] == [(date(2018, 5, 18), date(2018, 5, 21))]
    now = again(desk, objections)
    assert (now.due, now.confirmed_by, now.sequence) == (date(2018, 5, 21), None, 1)


def test_what_does_not_move_stays_confirmed(desk: Desk, order: Entry, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        deadlines.confirm(change, deadline=change.session.get_one(Deadline, objections.key))
        entry = change.session.get_one(Entry, order.key)
        assert recomputed(change, entry=entry, reason="nothing changed") == []
    assert again(desk, objections).confirmed_by == "U_MAYA"


def test_a_deadline_that_is_done_never_moves(desk: Desk, order: Entry, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        deadlines.complete(change, deadline=change.session.get_one(Deadline, objections.key), proof="ECF No. 21")
        entry = change.session.get_one(Entry, order.key)
        entry.service = "mail"
        assert recomputed(change, entry=entry, reason="served by mail") == []
    assert again(desk, objections).due == date(2018, 5, 18)


def test_a_recorded_closure_of_the_last_day_extends_it(desk: Desk, case: Case) -> None:
    with desk.change(by="U_MAYA") as change:
        change.session.add(
            Closure(
                court="cand", day=date(2018, 5, 18), name="Clerk's office inaccessible", recorded_by="U_MAYA",
                recorded_at=change.now,
            )
        )  # fmt: skip
        change.log("closure.recorded", subject="cand", case_id=None, day="2018-05-18")
    due = {answer.rule: answer.due for answer in preview(desk, case)}
    assert due["us-frcp:72(a)"] == date(2018, 5, 21)


def test_an_unknown_trigger_is_refused_in_a_sentence(desk: Desk, case: Case) -> None:
    with desk.look() as session, pytest.raises(LawError, match=r"order\.unheard"):
        deadlines.preview(session, desk.book, case=case, trigger="order.unheard", on_date=ORDER_DAY)
