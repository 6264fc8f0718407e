"""What an undoing leaves behind: grounds, dates that follow their entry, other people's work, and who dated what."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from bot.clock import PracticeClock
from bot.docket import (
    closing_deadlines,
    correcting,
    deadlines,
    extending,
    following,
    hearings,
    outcomes,
    snoozing,
    undoing,
)
from bot.docket.desk import Change, Desk
from bot.docket.errors import OwnWorkError
from bot.docket.revising import proposal_for
from bot.docket.sight import Viewer
from bot.docket.undoing import ChangedSinceError, DecidedAboutDateError, last_undoable
from bot.docket.undone_dates import CountedOtherwiseError
from bot.law import Answer
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, deadline_by_ref, entry_by_ref
from storage.law import Revision, grounds_under
from storage.log import AuditEntry

CLAIRE = Viewer(person_id="U_CLAIRE", channel_id="C_US", vouched=True)
MAYA = Viewer(person_id="U_MAYA", channel_id="C_US", vouched=True)
LATER = {"on_date": date(2018, 5, 8), "served_on": date(2018, 5, 8)}
EXTENDED = date(2018, 6, 15)


def undo(desk: Desk, viewer: Viewer) -> None:
    with desk.change(by=viewer.person_id) as change:
        undoing.undo(change, undoing=last_undoable(change.session, viewer, now=change.now))


def d(change: Change, ref: str = "D1") -> Deadline:
    found = deadline_by_ref(change.session, ref)
    assert found
    return found


def e(change: Change, ref: str) -> Entry:
    found = entry_by_ref(change.session, ref)
    assert found
    return found


def now_due(desk: Desk, ref: str = "D1") -> Deadline:
    with desk.look() as session:
        found = deadline_by_ref(session, ref)
    assert found
    return found


def rests_on(desk: Desk, ref: str = "D1") -> list[tuple[str, str, str]]:
    with desk.look() as session:
        return [(ground.what, ground.court, ground.was) for ground in grounds_under(session, now_due(desk, ref).key)]


def extend(change: Change) -> None:
    extending.extend(change, deadline=d(change), due=EXTENDED, order="stipulated order")


def drop(change: Change) -> None:
    deadlines.drop_as_moot(change, deadline=d(change), reason="withdrawn")


def complete(change: Change) -> None:
    deadlines.complete(change, deadline=d(change), proof="ECF No. 21")


def confirm(change: Change) -> None:
    deadlines.confirm(change, deadline=d(change))


def correct(change: Change) -> None:
    correcting.correct(change, entry=e(change, "O1"), facts=LATER, reason="the receipt says so")


def correct_but_keep(change: Change) -> None:
    entry = e(change, "O1")
    facts = correcting.news_of(entry, LATER)
    mark = following.look_ahead(change.session, change.book, entry=entry, facts=facts).mark
    decision = following.Decision(shown=mark, moving=frozenset())
    correcting.correct(change, entry=entry, facts=facts, reason="the receipt says so", decision=decision)


def adjourn(change: Change) -> None:
    outcomes.adjourn(change, hearing=e(change, "H1"), starts_at=datetime(2018, 6, 11, 16, 0, tzinfo=UTC))


def once(desk: Desk, by: Viewer, *acts: object) -> None:
    for act in acts:
        with desk.change(by=by.person_id) as change:
            assert callable(act)
            act(change)


@pytest.fixture
def heard(desk: Desk, case: Case) -> Deadline:
    """A deadline that runs from a hearing of this morning."""
    on = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)
    with desk.change(by="U_CLAIRE") as change:
        hearing = hearings.schedule(change, case=case, title="Argument", starts_at=on, trigger="order.nondispositive")
        answer = of_72a(change, case, hearing)
        return deadlines.adopt(change, case=case, entry=hearing, answer=answer)


def of_72a(change: Change, case: Case, entry: Entry) -> Answer:
    found = deadlines.preview(
        change.session,
        change.book,
        case=case,
        trigger="order.nondispositive",
        on_date=entry.on_date,
        service=entry.service,
        served_on=entry.served_on,
    )
    return next(answer for answer in found if answer.rule == "us-frcp:72(a)")


@pytest.mark.parametrize("act", [extend, drop, complete, confirm, correct, correct_but_keep])
def test_a_date_rests_on_the_same_after_an_undoing_as_before_what_is_undone(
    desk: Desk, objections: Deadline, act: object
) -> None:
    before = rests_on(desk)
    assert before
    once(desk, MAYA, act)
    undo(desk, MAYA)
    assert rests_on(desk) == before
    assert now_due(desk).due == objections.due


@pytest.mark.parametrize("act", [extend, drop, complete])
def test_a_date_whose_entry_moved_since_is_not_given_back(
    desk: Desk, clock: PracticeClock, objections: Deadline, act: object
) -> None:
    once(desk, MAYA, act)
    clock.move_by(timedelta(minutes=1))
    once(desk, CLAIRE, correct)
    as_left = now_due(desk).due, now_due(desk).status
    with pytest.raises(CountedOtherwiseError, match="D1 is counted from O1, which changed since"):
        undo(desk, MAYA)
    assert (now_due(desk).due, now_due(desk).status) == as_left


def test_whoever_is_refused_is_told_to_reopen_and_that_gives_the_date_that_holds(
    desk: Desk, objections: Deadline
) -> None:
    once(desk, MAYA, drop)
    once(desk, CLAIRE, correct)
    with pytest.raises(CountedOtherwiseError, match="/deadline reopen D1"):
        undo(desk, MAYA)
    with desk.change(by="U_MAYA") as change:
        closing_deadlines.reopen(change, deadline=d(change), reason="a slip")
    assert now_due(desk).due == date(2018, 5, 22)
    with pytest.raises(DecidedAboutDateError, match="D1 the date that holds now"):
        undo(desk, MAYA)


def test_a_correction_of_the_title_keeps_nobody_from_undoing(desk: Desk, objections: Deadline) -> None:
    once(desk, MAYA, drop)
    with desk.change(by="U_CLAIRE") as change:
        correcting.correct(change, entry=e(change, "O1"), facts={"title": "Order of Judge Kim"})
    undo(desk, MAYA)
    assert now_due(desk).status is DeadlineStatus.OPEN


def test_no_deadline_of_a_withdrawn_order_is_opened_again(desk: Desk, objections: Deadline) -> None:
    once(desk, MAYA, drop)
    with desk.change(by="U_CLAIRE") as change:
        correcting.withdraw(change, entry=e(change, "O1"), reason="recorded twice")
    with pytest.raises(CountedOtherwiseError, match=r"O1, which was withdrawn since.*`/docket audit O1`"):
        undo(desk, MAYA)
    assert now_due(desk).status is DeadlineStatus.MOOT


def test_a_deadline_reopened_after_an_adjournment_runs_from_the_next_hearing_and_says_so(
    desk: Desk, heard: Deadline
) -> None:
    once(desk, MAYA, drop)
    once(desk, CLAIRE, adjourn)
    with pytest.raises(CountedOtherwiseError, match="H1, which was adjourned to H2 since"):
        undo(desk, MAYA)
    with desk.change(by="U_MAYA") as change:
        moved = closing_deadlines.reopen(change, deadline=d(change), reason="a slip")
        assert moved
        assert (moved.old, moved.new) == (heard.due, date(2018, 6, 25))
        assert d(change).entry_id == e(change, "H2").key
        told = change.session.exec(select(AuditEntry).where(AuditEntry.action == "deadline.handed_over")).one()
    assert told.reason == "H1 adjourned to H2"


def test_an_adjournment_that_was_taken_back_hands_nothing_over(desk: Desk, heard: Deadline) -> None:
    once(desk, MAYA, drop)
    once(desk, CLAIRE, adjourn)
    undo(desk, CLAIRE)
    with desk.change(by="U_MAYA") as change:
        assert closing_deadlines.reopen(change, deadline=d(change), reason="a slip") is None
        assert d(change).entry_id == e(change, "H1").key
    assert now_due(desk).due == heard.due


def test_a_hearing_adjourned_without_a_day_gives_no_date_back(desk: Desk, heard: Deadline) -> None:
    once(desk, MAYA, drop)
    with desk.change(by="U_CLAIRE") as change:
        outcomes.adjourn(change, hearing=e(change, "H1"), starts_at=None)
    with pytest.raises(CountedOtherwiseError, match=r"was adjourned since.*`/docket audit H1`"):
        undo(desk, MAYA)


def test_a_correction_that_somebody_counted_from_since_is_not_undone(
    desk: Desk, case: Case, objections: Deadline
) -> None:
    once(desk, CLAIRE, correct)
    with desk.change(by="U_MAYA") as change:
        order = e(change, "O1")
        deadlines.adopt(change, case=case, entry=order, answer=of_72a(change, case, order))
    with pytest.raises(ChangedSinceError, match="D2 changed since"):
        undo(desk, CLAIRE)
    once(desk, MAYA, lambda change: deadlines.drop_as_moot(change, deadline=d(change, "D2"), reason="twice"))
    undo(desk, CLAIRE)
    assert now_due(desk).due == objections.due


@pytest.mark.parametrize("act", [extend, correct])
def test_whoever_gave_the_date_that_is_given_back_still_may_not_confirm_it(
    desk: Desk, clock: PracticeClock, objections: Deadline, act: object
) -> None:
    clock.move_by(timedelta(minutes=1))
    once(desk, MAYA, act)
    undo(desk, MAYA)
    with pytest.raises(OwnWorkError), desk.change(by="U_CLAIRE") as change:
        confirm(change)
    once(desk, MAYA, confirm)
    assert now_due(desk).confirmed_by == "U_MAYA"


def test_a_correction_with_a_date_that_was_kept_is_undone_with_the_decision(desk: Desk, objections: Deadline) -> None:
    once(desk, CLAIRE, correct_but_keep)
    with desk.look() as session:
        assert [each.decided_by for each in session.exec(select(Revision))] == ["U_CLAIRE"]
    undo(desk, CLAIRE)
    with desk.look() as session:
        assert session.exec(select(Revision)).all() == []
        order, deadline = entry_by_ref(session, "O1"), deadline_by_ref(session, "D1")
        assert order
        assert deadline
        assert order.on_date == date(2018, 5, 4)
        assert proposal_for(session, desk.book, deadline) is None


def test_a_later_snooze_of_a_colleague_is_not_overwritten(desk: Desk, objections: Deadline) -> None:
    once(desk, CLAIRE, lambda change: snoozing.snooze(change, deadline=d(change), until=date(2018, 5, 9)))
    once(desk, MAYA, lambda change: snoozing.snooze(change, deadline=d(change), until=date(2018, 5, 10)))
    with pytest.raises(ChangedSinceError, match="D1 changed since"):
        undo(desk, CLAIRE)
    undo(desk, MAYA)
    undo(desk, CLAIRE)
    assert now_due(desk).snoozed_until is None
