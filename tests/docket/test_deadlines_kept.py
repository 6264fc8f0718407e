"""What people do to a deadline after it was recorded: assign it, hold it, extend it, close it, open it again."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from bot.clock import PracticeClock
from bot.docket import (
    assigning,
    closing_deadlines,
    deadlines,
    entering,
    extending,
    hearings,
    revising,
    snoozing,
)
from bot.docket.deadlines import BlindError, FiledInFutureError, Mismatch
from bot.docket.desk import Change, Desk
from bot.docket.errors import EmptyError, NotOpenError, OwnWorkError
from bot.docket.extending import SameDateError
from bot.docket.insiders import OutsiderError
from bot.docket.snoozing import (
    NotSnoozedError,
    SnoozeEndsBeforeItBeginsError,
    SnoozeTooLongError,
    TooLateToSnoozeError,
    held_until,
)
from storage.cases import Case, Membership
from storage.docket import Deadline, DeadlineStatus, Entry, deadlines_of
from storage.law import grounds_under
from storage.log import AuditEntry
from storage.settings import ChannelSettings
from tests.docket.conftest import preview, recomputed

SAN_FRANCISCO = ZoneInfo("America/Los_Angeles")
DUE = date(2018, 5, 18)
EXTENDED = date(2018, 6, 4)


def change(desk: Desk, by: str, deadline: Deadline, verb: Callable[[Change, Deadline], object]) -> Deadline:
    """Let somebody do something to a deadline, and return it as it is then."""
    with desk.change(by=by) as made:
        verb(made, made.session.get_one(Deadline, deadline.key))
    with desk.look() as session:
        return session.get_one(Deadline, deadline.key)


def lines(desk: Desk, action: str) -> list[AuditEntry]:
    with desk.look() as session:
        return list(session.exec(select(AuditEntry).where(AuditEntry.action == action)))


def extended(desk: Desk, deadline: Deadline, by: str = "U_MAYA", due: date = EXTENDED) -> Deadline:
    return change(
        desk, by, deadline, lambda made, found: extending.extend(made, deadline=found, due=due, order="ECF No. 30")
    )


def confirmed(desk: Desk, deadline: Deadline, by: str, computed: date | None = None) -> Deadline:
    return change(desk, by, deadline, lambda made, found: deadlines.confirm(made, deadline=found, computed=computed))


def blind(desk: Desk) -> None:
    with desk.store.writing() as session:
        session.add(ChannelSettings(channel_id="C_US", is_blind=True))


def in_the_channel(desk: Desk, *people: str) -> None:
    with desk.store.writing() as session:
        for person in people:
            session.merge(Membership(channel_id="C_US", person_id=person))


# entering


def test_a_date_that_a_court_set_lasts_to_the_end_of_its_day_and_rests_on_its_order(
    desk: Desk, case: Case, order: Entry
) -> None:
    in_the_channel(desk, "U_MAYA")
    with desk.change(by="U_CLAIRE") as made:
        deadline = entering.enter(
            made, case=case, title=" Reply brief ", due=EXTENDED, is_fixed=True, entry=order, owner="U_MAYA"
        )
    assert (deadline.title, deadline.due, deadline.latest) == ("Reply brief", EXTENDED, EXTENDED)
    assert deadline.due_at == datetime(2018, 6, 4, 23, 59, 59, tzinfo=SAN_FRANCISCO)
    assert (deadline.is_fixed, deadline.rule, deadline.entry_id) == (True, None, order.key)
    assert deadline.confirmed_by is None
    assert lines(desk, "deadline.entered")[0].details["entry"] == "O1"


def test_a_date_with_an_hour_ends_at_that_hour_even_across_a_change_of_the_clocks(desk: Desk, case: Case) -> None:
    five = datetime(2018, 11, 5, 17, 0, tzinfo=SAN_FRANCISCO)
    with desk.change(by="U_CLAIRE") as made:
        deadline = entering.enter(made, case=case, title="Reply", due=five.date(), due_at=five)
    assert deadline.due_at == datetime(2018, 11, 6, 1, 0, tzinfo=UTC)


def test_a_deadline_without_a_title_is_refused(desk: Desk, case: Case) -> None:
    with pytest.raises(EmptyError, match="What is due is missing"), desk.change(by="U_CLAIRE") as made:
        entering.enter(made, case=case, title="  ", due=EXTENDED)


def test_no_rule_moves_what_was_entered(desk: Desk, case: Case, order: Entry) -> None:
    with desk.change(by="U_CLAIRE") as made:
        fixed = entering.enter(made, case=case, title="Reply", due=EXTENDED, is_fixed=True, entry=order)
        entry = made.session.get_one(Entry, order.key)
        entry.service = "mail"
        assert recomputed(made, entry=entry, reason="served by mail") == []
    assert fixed.due == EXTENDED


# confirming


def test_two_different_dates_confirm_nothing_and_are_written_down(desk: Desk, objections: Deadline) -> None:
    found: list[Mismatch | None] = []
    after = change(
        desk,
        "U_MAYA",
        objections,
        lambda made, deadline: found.append(deadlines.confirm(made, deadline=deadline, computed=date(2018, 5, 21))),
    )
    assert after.confirmed_by is None
    mismatch = found[0]
    assert mismatch
    assert (mismatch.dated_by, mismatch.due, mismatch.computed) == ("U_CLAIRE", DUE, date(2018, 5, 21))
    line = lines(desk, "deadline.mismatch")[0]
    assert (line.actor, line.details["computed"], line.details["due"]) == ("U_MAYA", "2018-05-21", "2018-05-18")


def test_a_blind_team_confirms_only_by_a_date_of_ones_own(desk: Desk, objections: Deadline) -> None:
    blind(desk)
    with pytest.raises(BlindError, match="compute D1 yourself"):
        confirmed(desk, objections, "U_MAYA")
    assert confirmed(desk, objections, "U_MAYA", computed=DUE).confirmed_by == "U_MAYA"
    assert lines(desk, "deadline.confirmed")[0].details["computed"] == "2018-05-18"


def test_whoever_recorded_a_date_may_not_confirm_it_blind_either(desk: Desk, objections: Deadline) -> None:
    blind(desk)
    with pytest.raises(OwnWorkError):
        confirmed(desk, objections, "U_CLAIRE", computed=DUE)


def test_whoever_gave_the_last_date_may_not_confirm_it_but_whoever_gave_the_first_may(
    desk: Desk, objections: Deadline
) -> None:
    extended(desk, objections, by="U_MAYA")
    with pytest.raises(OwnWorkError):
        confirmed(desk, objections, "U_MAYA")
    assert confirmed(desk, objections, "U_CLAIRE").confirmed_by == "U_CLAIRE"


# extending


def test_an_extension_fixes_the_date_keeps_its_reason_and_must_be_confirmed_anew(
    desk: Desk, objections: Deadline
) -> None:
    confirmed(desk, objections, "U_MAYA")
    after = extended(desk, objections)
    assert (after.due, after.latest, after.is_fixed) == (EXTENDED, EXTENDED, True)
    assert (after.confirmed_by, after.confirmed_at, after.note) == (None, None, "ECF No. 30")
    line = lines(desk, "deadline.extended")[0]
    assert (line.reason, line.details["old"], line.details["new"]) == ("ECF No. 30", "2018-05-18", "2018-06-04")
    assert line.details["before"]["rule"] == "us-frcp:72(a)"
    assert line.details["before"]["explanation"]["steps"]


def test_nothing_recomputes_what_a_court_extended(desk: Desk, order: Entry, objections: Deadline) -> None:
    extended(desk, objections)
    with desk.change(by="U_CLAIRE") as made:
        entry = made.session.get_one(Entry, order.key)
        entry.service = "mail"
        made.keep_entry(entry)
        assert recomputed(made, entry=entry, reason="served by mail") == []
        assert revising.proposals(made.session, made.book) == ()
        assert not grounds_under(made.session, objections.key)
        made.log("order.corrected", subject=entry.ref, case_id=entry.case_id)
    with desk.look() as session:
        assert session.get_one(Deadline, objections.key).due == EXTENDED


def test_a_hearing_that_moves_does_not_move_what_was_extended(desk: Desk, case: Case) -> None:
    with desk.change(by="U_CLAIRE") as made:
        starts_at = datetime(2018, 7, 9, 9, 30, tzinfo=SAN_FRANCISCO)
        hearing = hearings.schedule(made, case=case, title="Motion", starts_at=starts_at, trigger="hearing.set")
        answers = deadlines.preview(made.session, made.book, case=case, trigger="hearing.set", on_date=hearing.on_date)
        kept = deadlines.adopt(made, case=case, entry=hearing, answer=answers[0])
    extended(desk, kept, due=date(2018, 6, 20))
    with desk.change(by="U_CLAIRE") as made:
        found = made.session.get_one(Entry, hearing.key)
        hearings.move(made, hearing=found, starts_at=starts_at + timedelta(days=14), reason="notice")
    with desk.look() as session:
        assert session.get_one(Deadline, kept.key).due == date(2018, 6, 20)


def test_an_extension_names_its_order(desk: Desk, objections: Deadline) -> None:
    def without_order(made: Change, found: Deadline) -> None:
        extending.extend(made, deadline=found, due=EXTENDED, order="  ")

    with pytest.raises(EmptyError, match="The order is missing"):
        change(desk, "U_MAYA", objections, without_order)


def test_an_extension_to_the_same_date_changes_nothing(desk: Desk, objections: Deadline) -> None:
    with pytest.raises(SameDateError, match="due on Friday 18 May 2018 already"):
        extended(desk, objections, due=DUE)


def test_nobody_owes_from_the_start_what_they_may_not_see(desk: Desk, case: Case, objections: Deadline) -> None:
    with (
        pytest.raises(OutsiderError, match="<@U_SOKHA> is in no channel that follows C1 "),
        desk.change(by="U_CLAIRE") as made,
    ):
        entering.enter(made, case=case, title="Reply brief", due=EXTENDED, owner="U_SOKHA")
    (answer, *_) = preview(desk, case)
    with pytest.raises(OutsiderError, match="<@U_SOKHA>"), desk.change(by="U_CLAIRE") as made:
        deadlines.adopt(made, case=case, entry=None, answer=answer, owner="U_SOKHA")
    with desk.change(by="U_SOKHA") as made:
        assert deadlines.adopt(made, case=case, entry=None, answer=answer, owner="U_SOKHA").owner == "U_SOKHA"
    with desk.look() as session:
        assert [each.ref for each in deadlines_of(session, [case.key])] == [objections.ref, "D2"]


def test_what_is_done_cannot_be_extended(desk: Desk, objections: Deadline) -> None:
    change(desk, "U_MAYA", objections, lambda made, found: deadlines.complete(made, deadline=found, proof="x"))
    with pytest.raises(NotOpenError, match="D1 is done already"):
        extended(desk, objections)


# assigning


def test_the_new_owner_and_backup_are_those_who_are_told(desk: Desk, objections: Deadline) -> None:
    in_the_channel(desk, "U_MAYA", "U_DARA", "U_LENA")
    told: list[tuple[str, ...]] = []

    def hand_on(owner: str | None, backup: str | None) -> Deadline:
        return change(
            desk,
            "U_CLAIRE",
            objections,
            lambda made, found: told.append(assigning.assign(made, deadline=found, owner=owner, backup=backup)),
        )

    hand_on("U_DARA", "U_MAYA")  # Maya owned it before and is told nothing
    after = hand_on("U_DARA", "U_LENA")
    assert told == [("U_DARA",), ("U_LENA",)]
    assert (after.owner, after.backup) == ("U_DARA", "U_LENA")
    assert lines(desk, "deadline.assigned")[0].details == {
        "old": ["U_MAYA", None],
        "new": ["U_DARA", "U_MAYA"],
    }
    assert hand_on(None, None).owner is None


def test_nobody_is_given_what_they_may_not_see(desk: Desk, objections: Deadline) -> None:
    in_the_channel(desk, "U_MAYA")
    with pytest.raises(OutsiderError, match="<@U_SOKHA> is in no channel that follows the case of D1"):
        change(
            desk,
            "U_MAYA",
            objections,
            lambda made, found: assigning.assign(made, deadline=found, owner="U_SOKHA", backup=None),
        )


def test_an_owner_is_not_their_own_backup_and_nothing_is_assigned_twice(desk: Desk, objections: Deadline) -> None:
    in_the_channel(desk, "U_MAYA")
    for owner, backup, error in (
        ("U_MAYA", "U_MAYA", assigning.OwnBackupError),
        ("U_MAYA", None, assigning.AssignedAlreadyError),
    ):
        with pytest.raises(error):
            change(desk, "U_CLAIRE", objections, partial(_assigned, owner=owner, backup=backup))


def _assigned(made: Change, found: Deadline, *, owner: str | None, backup: str | None) -> None:
    assigning.assign(made, deadline=found, owner=owner, backup=backup)


# holding reminders


def snoozed(desk: Desk, deadline: Deadline, until: date) -> Deadline:
    return change(desk, "U_MAYA", deadline, lambda made, found: snoozing.snooze(made, deadline=found, until=until))


def test_reminders_are_held_until_the_beginning_of_a_day_on_the_courts_calendar(
    desk: Desk, objections: Deadline
) -> None:
    after = snoozed(desk, objections, date(2018, 5, 15))
    assert after.snoozed_until == datetime(2018, 5, 15, 0, 0, tzinfo=SAN_FRANCISCO)
    assert lines(desk, "deadline.snoozed")[0].actor == "U_MAYA"


def test_nothing_holds_the_last_three_days(desk: Desk, objections: Deadline) -> None:
    with pytest.raises(SnoozeTooLongError, match="until 15 May 2018"):
        snoozed(desk, objections, date(2018, 5, 16))
    with pytest.raises(SnoozeTooLongError):
        snoozed(desk, objections, date(2018, 6, 16))


@pytest.mark.parametrize("today", [date(2018, 5, 15), DUE, date(2018, 5, 25)])
def test_nothing_is_held_from_three_days_before_on(
    desk: Desk, clock: PracticeClock, objections: Deadline, today: date
) -> None:
    clock.move_to(datetime(today.year, today.month, today.day, 9, 0, tzinfo=SAN_FRANCISCO))
    with pytest.raises(TooLateToSnoozeError, match="nothing holds its reminders"):
        snoozed(desk, objections, today + timedelta(days=1))


def test_a_day_that_has_come_at_the_court_holds_nothing(desk: Desk, objections: Deadline) -> None:
    with pytest.raises(SnoozeEndsBeforeItBeginsError, match="Monday 7 May 2018 has come already"):
        snoozed(desk, objections, date(2018, 5, 7))


def test_reminders_can_be_let_come_again(desk: Desk, objections: Deadline) -> None:
    def woken(made: Change, found: Deadline) -> None:
        snoozing.wake(made, deadline=found)

    with pytest.raises(NotSnoozedError):
        change(desk, "U_MAYA", objections, woken)
    snoozed(desk, objections, date(2018, 5, 14))
    assert change(desk, "U_LENA", objections, woken).snoozed_until is None


def test_a_pause_never_reaches_into_the_last_days_of_a_date_that_moved_nearer(objections: Deadline) -> None:
    objections.snoozed_until = datetime(2018, 5, 15, tzinfo=SAN_FRANCISCO)
    objections.due = date(2018, 5, 16)
    now = datetime(2018, 5, 8, tzinfo=UTC)
    assert held_until(objections, now=now) == datetime(2018, 5, 13, tzinfo=SAN_FRANCISCO)
    assert held_until(objections, now=datetime(2018, 5, 14, tzinfo=UTC)) is None


# closing and opening again


@pytest.mark.parametrize(
    ("filed_on", "now", "late"),
    [
        (None, datetime(2018, 5, 18, 23, 59, tzinfo=SAN_FRANCISCO), False),
        (None, datetime(2018, 5, 19, 0, 1, tzinfo=SAN_FRANCISCO), True),
        (DUE, datetime(2018, 5, 22, 9, 0, tzinfo=SAN_FRANCISCO), False),
        (date(2018, 5, 19), datetime(2018, 5, 22, 9, 0, tzinfo=SAN_FRANCISCO), True),
        (date(2018, 5, 22), datetime(2018, 5, 22, 9, 0, tzinfo=SAN_FRANCISCO), True),
    ],
)
def test_what_was_filed_after_the_safe_date_says_so(
    desk: Desk, clock: PracticeClock, objections: Deadline, filed_on: date | None, now: datetime, *, late: bool
) -> None:
    clock.move_to(now)
    after = change(
        desk,
        "U_MAYA",
        objections,
        lambda made, found: deadlines.complete(made, deadline=found, proof="ECF No. 21", filed_on=filed_on),
    )
    assert deadlines.was_filed_late(after) is late
    assert lines(desk, "deadline.done")[0].details["late"] is late


def test_nothing_was_filed_tomorrow(desk: Desk, objections: Deadline) -> None:
    def filed_tomorrow(made: Change, found: Deadline) -> None:
        deadlines.complete(made, deadline=found, proof="ECF No. 21", filed_on=date(2018, 5, 8))

    with pytest.raises(FiledInFutureError, match="Tuesday 8 May 2018 has not come yet"):
        change(desk, "U_MAYA", objections, filed_tomorrow)


def test_what_is_open_was_not_filed_late(objections: Deadline) -> None:
    assert not deadlines.was_filed_late(objections)


def test_moot_needs_a_reason_and_keeps_it(desk: Desk, objections: Deadline) -> None:
    with pytest.raises(EmptyError, match="The reason is missing"), desk.change(by="U_MAYA") as made:
        deadlines.drop_as_moot(made, deadline=made.session.get_one(Deadline, objections.key), reason=" ")
    after = change(
        desk, "U_MAYA", objections, lambda made, found: deadlines.drop_as_moot(made, deadline=found, reason="settled")
    )
    assert (after.status, after.closed_reason) == (DeadlineStatus.MOOT, "settled")


def reopened(desk: Desk, deadline: Deadline, reason: str = "rejected") -> Deadline:
    return change(
        desk,
        "U_LENA",
        deadline,
        lambda made, found: closing_deadlines.reopen(made, deadline=found, reason=reason),
    )


def test_what_is_opened_again_waits_for_proof_anew_and_the_old_proof_stays_in_the_log(
    desk: Desk, objections: Deadline
) -> None:
    change(desk, "U_MAYA", objections, lambda made, found: deadlines.complete(made, deadline=found, proof="ECF 21"))
    after = reopened(desk, objections)
    assert (after.status, after.proof, after.done_at, after.filed_by) == (DeadlineStatus.OPEN, "", None, None)
    line = lines(desk, "deadline.reopened")[0]
    assert (line.reason, line.details["before"]["proof"]) == ("rejected", "ECF 21")


def test_only_what_is_closed_is_opened_again_and_with_a_reason(desk: Desk, objections: Deadline) -> None:
    with pytest.raises(closing_deadlines.StillOpenError, match="D1 is open"):
        reopened(desk, objections)
    change(desk, "U_MAYA", objections, lambda made, found: deadlines.complete(made, deadline=found, proof="ECF 21"))
    with pytest.raises(EmptyError, match="The reason is missing"):
        reopened(desk, objections, reason="")


def test_what_is_opened_again_follows_its_entry_which_changed_meanwhile(
    desk: Desk, order: Entry, objections: Deadline
) -> None:
    confirmed(desk, objections, "U_MAYA")
    change(desk, "U_MAYA", objections, lambda made, found: deadlines.complete(made, deadline=found, proof="ECF 21"))
    with desk.change(by="U_CLAIRE") as made:
        entry = made.session.get_one(Entry, order.key)
        entry.service = "mail"
        made.keep_entry(entry)
        made.log("order.corrected", subject=entry.ref, case_id=entry.case_id)
    after = reopened(desk, objections)
    assert (after.due, after.confirmed_by) == (date(2018, 5, 21), None)


def test_what_was_extended_and_closed_keeps_the_date_of_the_order_when_it_is_opened_again(
    desk: Desk, objections: Deadline
) -> None:
    extended(desk, objections)
    change(desk, "U_MAYA", objections, lambda made, found: deadlines.complete(made, deadline=found, proof="ECF 21"))
    assert reopened(desk, objections).due == EXTENDED
