"""Undoing the last change: as a new change, by its author, within a day, and only as long as nobody built on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

import bot.calendars
import bot.reminders
from bot.clock import PracticeClock
from bot.docket import cases, deadlines, entries, hearings, people, undoing
from bot.docket.case_errors import CaseIsClosedError, CaseStillRunsError
from bot.docket.desk import Change, Desk
from bot.docket.sight import Viewer
from bot.docket.undoing import (
    ChangedSinceError,
    DecidedAboutDateError,
    DecidedAboutLawError,
    NothingToUndoError,
    Undoing,
    WholeCaseError,
    cases_of,
    last_undoable,
)
from storage.calendars import CalendarEvent
from storage.cases import Case
from storage.deeds import Deed
from storage.docket import (
    Deadline,
    DeadlineStatus,
    Entry,
    EntryKind,
    EntryStatus,
    deadline_by_ref,
    entries_of,
    entry_by_ref,
)
from storage.law import Closure, grounds_under
from storage.log import AuditEntry, holds
from storage.reminders import ReminderState, reminders_of

CLAIRE = Viewer(person_id="U_CLAIRE", channel_id="C_US", vouched=True)
MAYA = Viewer(person_id="U_MAYA", channel_id="C_US", vouched=True)
FIRST = datetime(2018, 6, 4, 16, 30, tzinfo=UTC)
SECOND = datetime(2018, 6, 11, 16, 30, tzinfo=UTC)


@pytest.fixture
def hearing(desk: Desk, case: Case) -> Entry:
    with desk.change(by="U_CLAIRE") as change:
        return hearings.schedule(change, case=case, title="Oral argument", starts_at=FIRST)


@contextmanager
def last_of(desk: Desk, viewer: Viewer = CLAIRE) -> Iterator[Undoing]:
    with desk.look() as session:
        yield last_undoable(session, viewer, now=desk.clock.now())


def undo(desk: Desk, viewer: Viewer = CLAIRE, *, deed_id: int | None = None) -> Change:
    with desk.change(by=viewer.person_id) as change:
        found = last_undoable(change.session, viewer, now=change.now, deed_id=deed_id)
        undoing.undo(change, undoing=found)
    return change


def move(desk: Desk, ref: str, *, to: datetime = SECOND, by: str = "U_CLAIRE") -> None:
    with desk.change(by=by) as change:
        hearing = entry_by_ref(change.session, ref)
        assert hearing
        hearings.move(change, hearing=hearing, starts_at=to, reason="notice")


def now_on(desk: Desk, ref: str) -> Entry:
    with desk.look() as session:
        found = entry_by_ref(session, ref)
    assert found
    return found


def now_due(desk: Desk, ref: str) -> Deadline:
    with desk.look() as session:
        found = deadline_by_ref(session, ref)
    assert found
    return found


def test_a_hearing_that_was_moved_stands_where_it_was_one_edition_later(desk: Desk, hearing: Entry) -> None:
    move(desk, hearing.ref)
    with last_of(desk) as found:
        assert found.seen[0].columns["starts_at"] == ("2018-06-11T16:30:00Z", "2018-06-04T16:30:00Z")
    change = undo(desk)
    again = now_on(desk, hearing.ref)
    assert (again.starts_at, again.on_date, again.sequence) == (FIRST, date(2018, 6, 4), 2)
    assert list(change.entries) == [hearing.ref]


def test_undoing_is_a_new_line_of_the_log_that_says_old_and_new(desk: Desk, hearing: Entry) -> None:
    move(desk, hearing.ref)
    undo(desk)
    with desk.look() as session:
        last = session.exec(select(AuditEntry)).all()[-1]
        assert holds(session)
    assert (last.action, last.actor, last.subject) == ("change.undone", "U_CLAIRE", hearing.ref)
    assert last.details["old"]["on_date"] == "2018-06-11"
    assert last.details["new"]["on_date"] == "2018-06-04"
    assert last.reason == "undone: hearing.moved H1"


def test_what_was_put_on_the_docket_stays_there_withdrawn(desk: Desk, hearing: Entry) -> None:
    undo(desk)
    assert now_on(desk, hearing.ref).status is EntryStatus.WITHDRAWN
    with desk.look() as session:
        last = session.exec(select(AuditEntry)).all()[-1]
    assert (last.action, last.reason) == ("hearing.withdrawn", "undone: hearing.scheduled H1")


def test_a_deadline_that_was_adopted_becomes_moot_with_the_reason(desk: Desk, objections: Deadline) -> None:
    undo(desk)
    dropped = now_due(desk, objections.ref)
    assert (dropped.status, dropped.closed_reason) == (DeadlineStatus.MOOT, "undone: deadline.adopted D1")


def test_an_order_and_its_deadlines_go_together_as_they_came(desk: Desk, case: Case) -> None:
    with desk.change(by="U_CLAIRE") as change:
        order = entries.record(
            change,
            case=case,
            kind=EntryKind.ORDER,
            title="Order",
            on_date=date(2018, 5, 4),
            trigger="order.nondispositive",
        )
        answers = deadlines.preview(
            change.session, desk.book, case=case, trigger="order.nondispositive", on_date=date(2018, 5, 4)
        )
        for answer in answers:
            deadlines.adopt(change, case=case, entry=order, answer=answer)
    undo(desk)
    assert now_on(desk, "O1").status is EntryStatus.WITHDRAWN
    assert {now_due(desk, f"D{number + 1}").status for number in range(len(answers))} == {DeadlineStatus.MOOT}


def test_a_deadline_that_was_done_is_open_again_and_reminds(desk: Desk, objections: Deadline) -> None:
    following = Desk(
        store=desk.store, clock=desk.clock, book=desk.book, followers=(bot.reminders.follow, bot.calendars.follow)
    )
    with following.change(by="U_MAYA") as change:
        deadline = deadline_by_ref(change.session, objections.ref)
        assert deadline
        deadlines.complete(change, deadline=deadline, proof="ECF No. 21")
    undo(following, MAYA)
    again = now_due(desk, objections.ref)
    assert (again.status, again.proof, again.done_by, again.filed_by) == (DeadlineStatus.OPEN, "", None, None)
    with following.look() as session:
        assert any(row.state is ReminderState.PLANNED for row in reminders_of(session, [objections.ref]))
        assert session.exec(select(CalendarEvent).where(CalendarEvent.subject == objections.ref)).first()


def test_a_confirmation_given_by_mistake_is_taken_back(desk: Desk, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        deadline = deadline_by_ref(change.session, objections.ref)
        assert deadline
        deadlines.confirm(change, deadline=deadline)
    undo(desk, MAYA)
    assert now_due(desk, objections.ref).confirmed_by is None


@pytest.fixture
def counted_back(desk: Desk, case: Case) -> tuple[Entry, tuple[Deadline, ...]]:
    """A hearing, and the deadlines that are counted back from it."""
    with desk.change(by="U_CLAIRE") as change:
        hearing = hearings.schedule(change, case=case, title="Motion", starts_at=FIRST, trigger="hearing.set")
        answers = deadlines.preview(
            change.session, desk.book, case=case, trigger="hearing.set", on_date=hearing.on_date
        )
        adopted = tuple(deadlines.adopt(change, case=case, entry=hearing, answer=answer) for answer in answers)
    return hearing, adopted


def test_dates_counted_from_a_moved_hearing_come_back_with_their_grounds_and_their_confirmation(
    desk: Desk, counted_back: tuple[Entry, tuple[Deadline, ...]]
) -> None:
    hearing, adopted = counted_back
    assert adopted
    with desk.change(by="U_MAYA") as change:
        deadline = deadline_by_ref(change.session, adopted[0].ref)
        assert deadline
        deadlines.confirm(change, deadline=deadline)
    with desk.look() as session:
        before = [(ground.what, ground.was) for ground in grounds_under(session, adopted[0].key)]
    move(desk, hearing.ref)
    moved = now_due(desk, adopted[0].ref)
    assert moved.due != adopted[0].due
    assert moved.confirmed_by is None
    undo(desk)
    again = now_due(desk, adopted[0].ref)
    assert (again.due, again.due_at, again.latest, again.confirmed_by) == (
        adopted[0].due,
        adopted[0].due_at,
        adopted[0].latest,
        "U_MAYA",
    )
    assert again.explanation == adopted[0].explanation
    assert again.sequence == moved.sequence + 1
    with desk.look() as session:
        assert [(ground.what, ground.was) for ground in grounds_under(session, adopted[0].key)] == before


def test_what_somebody_else_changed_since_is_left_alone(desk: Desk, hearing: Entry) -> None:
    move(desk, hearing.ref)
    move(desk, hearing.ref, to=SECOND + timedelta(days=1), by="U_MAYA")
    with pytest.raises(ChangedSinceError, match=r"H1 changed since.*`/docket audit H1`"):
        undo(desk)
    assert now_on(desk, hearing.ref).starts_at == SECOND + timedelta(days=1)


def test_a_confirmation_since_then_keeps_a_deadline_from_being_dropped(desk: Desk, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        deadline = deadline_by_ref(change.session, objections.ref)
        assert deadline
        deadlines.confirm(change, deadline=deadline)
    with pytest.raises(ChangedSinceError, match="D1"):
        undo(desk)


def test_an_order_on_which_a_deadline_was_built_since_is_not_withdrawn(desk: Desk, order: Entry, case: Case) -> None:
    with desk.change(by="U_MAYA") as change:
        answer = deadlines.preview(
            change.session, desk.book, case=case, trigger="order.nondispositive", on_date=date(2018, 5, 4)
        )[0]
        deadlines.adopt(change, case=case, entry=order, answer=answer)
    with pytest.raises(ChangedSinceError, match="D1"):
        undo(desk)


def test_that_somebody_saw_a_reminder_since_does_not_matter(desk: Desk, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        deadline = deadline_by_ref(change.session, objections.ref)
        assert deadline
        deadline.acknowledged_by, deadline.acknowledged_at = "U_MAYA", change.now
        change.keep_deadline(deadline)
        change.log("deadline.acknowledged", subject=deadline.ref, case_id=deadline.case_id)
    undo(desk)
    assert now_due(desk, objections.ref).status is DeadlineStatus.MOOT


def test_a_day_later_it_is_too_late(desk: Desk, clock: PracticeClock, hearing: Entry) -> None:
    clock.move_by(timedelta(days=1) - timedelta(minutes=1))
    with last_of(desk):
        pass
    clock.move_by(timedelta(minutes=1))
    with pytest.raises(NothingToUndoError, match="nothing of yours"):
        undo(desk)


def test_nobody_undoes_what_somebody_else_did_not_even_by_its_number(desk: Desk, hearing: Entry) -> None:
    with desk.look() as session:
        deed = session.exec(select(Deed).order_by(Deed.id.desc())).first()  # type: ignore[union-attr]
    assert deed
    for number in (None, deed.key):
        with pytest.raises(NothingToUndoError):
            undo(desk, MAYA, deed_id=number)


def test_an_undoing_is_not_undone_but_what_was_done_before_it_is(desk: Desk, hearing: Entry) -> None:
    move(desk, hearing.ref)
    undo(desk)
    with last_of(desk) as found:
        assert found.deed.action == "hearing.scheduled"
    undo(desk)
    assert now_on(desk, hearing.ref).status is EntryStatus.WITHDRAWN


def test_the_same_change_is_undone_once(desk: Desk, hearing: Entry) -> None:
    with last_of(desk) as found:
        number = found.deed.key
    undo(desk, deed_id=number)
    with pytest.raises(NothingToUndoError):
        undo(desk, deed_id=number)


def test_a_case_that_one_may_no_longer_see_is_as_if_it_had_never_been(desk: Desk, case: Case, hearing: Entry) -> None:
    outside = Viewer(person_id="U_CLAIRE", channel_id="C_OTHER", vouched=True)
    with pytest.raises(NothingToUndoError) as hidden:
        undo(desk, outside)
    with pytest.raises(NothingToUndoError) as nothing:
        undo(desk, MAYA)
    assert str(hidden.value) == str(nothing.value)
    with desk.store.writing() as session:
        people.joined(session, person_id="U_CLAIRE", channel_id="C_US")
    undo(desk, outside)


def test_a_decision_about_what_one_may_no_longer_see_is_neither_named_nor_in_the_way(
    desk: Desk, objections: Deadline
) -> None:
    with desk.change(by="U_CLAIRE") as change:
        seen = cases.open_case(change, court="cand", docket_number="9", caption="Seen v. Unseen", channel_id="C_OTHER")
    with desk.store.writing() as session:
        decided = Deed(at=desk.clock.now(), actor="U_CLAIRE", action="deadline.applied", subject=objections.ref)
        session.add(decided)
    with pytest.raises(DecidedAboutDateError, match=objections.ref):
        undo(desk)
    undo(desk, Viewer(person_id="U_CLAIRE", channel_id="C_OTHER", vouched=True))
    with desk.look() as session:
        assert session.get_one(Case, seen.key).closed_at is not None


def test_a_case_that_runs_again_is_not_closed_by_undoing_that_it_was_opened_again(desk: Desk, case: Case) -> None:
    with desk.change(by="U_CLAIRE") as change:
        cases.close(change, case=change.session.get_one(Case, case.key), reason="over")
    with desk.change(by="U_CLAIRE") as change:
        cases.reopen(change, case=change.session.get_one(Case, case.key))
    with last_of(desk) as found:
        assert found.deed.action == "case.reopened"
    with desk.change(by="U_MAYA") as change:
        hearing = hearings.schedule(
            change, case=change.session.get_one(Case, case.key), title="Remand", starts_at=FIRST
        )
    with pytest.raises(CaseStillRunsError, match=f"C1 cannot be closed: {hearing.ref} still stand"):
        undo(desk)
    with desk.look() as session:
        assert session.get_one(Case, case.key).closed_at is None
    undo(desk, MAYA)
    undo(desk)
    with desk.look() as session:
        assert session.get_one(Case, case.key).closed_at is not None


def test_a_case_opened_by_mistake_is_closed_unless_something_stands_in_it(desk: Desk, case: Case) -> None:
    with desk.change(by="U_MAYA") as change:
        hearings.schedule(change, case=case, title="Built on it", starts_at=FIRST)
    with pytest.raises(ChangedSinceError, match="H1"):
        undo(desk)
    undo(desk, MAYA)
    undo(desk)
    with desk.look() as session:
        assert session.get_one(Case, case.key).closed_at is not None
        assert [entry.status for entry in entries_of(session, [case.key])] == [EntryStatus.WITHDRAWN]


def test_a_case_that_was_opened_with_all_that_stands_in_it_is_not_taken_back_in_one_press(desk: Desk) -> None:
    with desk.change(by="U_CLAIRE") as change:
        opened = cases.open_case(
            change, court="cand", docket_number="3:18-cv-1", caption="Whole v. Docket", channel_id="C_US"
        )
        hearings.schedule(change, case=opened, title="Came with it", starts_at=FIRST)
        ref = opened.ref
    with pytest.raises(WholeCaseError, match=rf'opened {ref} with 1 more.*`/case close {ref} "reason"`'):
        undo(desk)
    assert now_on(desk, "H1").status is EntryStatus.STANDING


def test_a_case_edited_by_mistake_has_its_old_name_again(desk: Desk, case: Case, hearing: Entry) -> None:
    with desk.change(by="U_CLAIRE") as change:
        found = change.session.get_one(Case, case.key)
        cases.edit(change, case=found, docket_number=found.docket_number, caption="Wrong v. Wrong")
    change = undo(desk)
    with desk.look() as session:
        assert session.get_one(Case, case.key).caption == "Rainsy v. Facebook"
    assert list(change.entries) == [hearing.ref]


def test_nothing_is_opened_again_in_a_case_that_was_closed_since(desk: Desk, case: Case, objections: Deadline) -> None:
    with desk.change(by="U_CLAIRE") as change:
        deadline = deadline_by_ref(change.session, objections.ref)
        assert deadline
        deadlines.complete(change, deadline=deadline, proof="ECF No. 21")
    with desk.change(by="U_MAYA") as change:
        cases.close(change, case=change.session.get_one(Case, case.key), reason="over")
    with pytest.raises(CaseIsClosedError, match="/case reopen C1"):
        undo(desk)


def test_a_decision_about_the_law_is_reversed_where_it_was_made(desk: Desk, case: Case) -> None:
    with desk.change(by="U_CLAIRE") as change:
        closure = Closure(
            court="cand", day=date(2018, 6, 1), name="Fire", recorded_by="U_CLAIRE", recorded_at=change.now
        )
        change.session.add(closure)
        change.log("closure.recorded", subject="cand", case_id=None)
    with pytest.raises(DecidedAboutLawError, match="/docket questions"):
        undo(desk)


def test_a_change_by_a_machine_leaves_no_deed(desk: Desk, case: Case) -> None:
    with desk.change(by="import") as change:
        hearings.schedule(change, case=case, title="Imported", starts_at=FIRST)
    with desk.look() as session:
        assert [deed.action for deed in session.exec(select(Deed))] == ["case.opened"]


def test_a_change_that_touches_no_row_leaves_no_deed(desk: Desk, case: Case) -> None:
    with desk.change(by="U_CLAIRE") as change:
        cases.link(change, case=case, channel_id="C_ALL")
    with desk.look() as session:
        assert [deed.action for deed in session.exec(select(Deed))] == ["case.opened"]


def test_the_cases_of_an_undoing_are_told_each_once(desk: Desk, hearing: Entry) -> None:
    move(desk, hearing.ref)
    with last_of(desk) as found:
        assert cases_of(found) == (hearing.case_id,)


def test_a_row_is_remembered_as_it_was_though_it_was_written_twice(desk: Desk, hearing: Entry) -> None:
    with desk.change(by="U_CLAIRE") as change:
        found = entry_by_ref(change.session, hearing.ref)
        assert found
        hearings.move(change, hearing=found, starts_at=SECOND, reason="one")
        hearings.move(change, hearing=found, starts_at=SECOND + timedelta(days=7), reason="two")
    undo(desk)
    assert now_on(desk, hearing.ref).starts_at == FIRST


def test_what_is_changed_and_changed_back_in_one_go_leaves_nothing_to_undo(desk: Desk, hearing: Entry) -> None:
    with desk.change(by="U_MAYA") as change:
        found = entry_by_ref(change.session, hearing.ref)
        assert found
        hearings.move(change, hearing=found, starts_at=SECOND, reason="one")
        hearings.move(change, hearing=found, starts_at=FIRST, reason="back")
    with pytest.raises(NothingToUndoError):
        undo(desk, MAYA)
