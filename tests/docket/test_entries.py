"""What an entry says can be corrected or withdrawn; its deadlines follow exactly as they were shown to."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.docket import correcting, deadlines, entries, hearings, people
from bot.docket.correcting import MovedNotCorrectedError, NothingCorrectedError
from bot.docket.desk import Desk
from bot.docket.errors import ChangedMeanwhileError, ClosedEntryError, EmptyError
from bot.docket.following import Decision, Followed, key_of, look_ahead
from bot.docket.insiders import OutsiderError
from bot.docket.moving import Fate
from bot.law import LawError
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus, Precision, entry_by_ref
from storage.histories import history_of, last_of


def the_entry(desk: Desk, ref: str = "O1") -> Entry:
    with desk.look() as session:
        entry = entry_by_ref(session, ref)
    assert entry
    return entry


def the_deadline(desk: Desk, number: int = 1) -> Deadline:
    with desk.look() as session:
        return session.get_one(Deadline, number)


def corrected(desk: Desk, facts: dict[str, Any], *, reason: str = "the receipt", **told: Any) -> Followed:
    with desk.change(by="U_MAYA") as change:
        entry = entry_by_ref(change.session, "O1")
        assert entry
        return correcting.correct(change, entry=entry, facts=facts, reason=reason, decision=Decision(**told))


@pytest.mark.usefixtures("objections")
def test_a_corrected_service_date_moves_what_runs_from_service_and_must_be_confirmed_anew(desk: Desk) -> None:
    with desk.change(by="U_DARA") as change:
        deadlines.confirm(change, deadline=change.session.get_one(Deadline, 1))
    followed = corrected(desk, {"served_on": date(2018, 5, 8)})
    (moved,) = followed.moved
    assert (moved.old, moved.new) == (date(2018, 5, 18), date(2018, 5, 22))
    assert the_deadline(desk).confirmed_by is None
    assert the_entry(desk).served_on == date(2018, 5, 8)
    with desk.look() as session:
        line = history_of(session, "O1", most=1)[0]
    assert (line.action, line.reason, line.actor) == ("order.edited", "the receipt", "U_MAYA")
    assert (line.details["old"], line.details["new"]) == ({"served_on": "2018-05-04"}, {"served_on": "2018-05-08"})


@pytest.mark.usefixtures("objections")
def test_words_are_corrected_without_a_reason_and_move_nothing(desk: Desk) -> None:
    followed = corrected(desk, {"title": " Order granting it ", "note": "see p. 3", "place": ""}, reason="")
    assert followed.refs == ()
    assert (the_entry(desk).title, the_entry(desk).note) == ("Order granting it", "see p. 3")
    assert the_deadline(desk).due == date(2018, 5, 18)


@pytest.mark.usefixtures("order")
@pytest.mark.parametrize(
    ("facts", "reason", "refused"),
    [
        ({"title": "Order denying the application", "place": ""}, "", NothingCorrectedError),
        ({"title": "  "}, "", EmptyError),
        ({"served_on": date(2018, 5, 8)}, " ", EmptyError),
        ({"owner": "U_SOKHA"}, "", OutsiderError),
        ({"trigger": "order.nonsense"}, "it is one", LawError),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    desk: Desk, facts: dict[str, Any], reason: str, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        corrected(desk, facts, reason=reason)
    assert the_entry(desk).sequence == 0


@pytest.mark.usefixtures("order")
def test_somebody_who_may_see_the_case_can_look_after_it_and_be_released(desk: Desk) -> None:
    with desk.store.writing() as session:
        people.meet(session, person_id="U_DARA", name="Dara", zone="Asia/Phnom_Penh")
        people.joined(session, person_id="U_DARA", channel_id="C_US")
    corrected(desk, {"owner": "U_DARA"}, reason="")
    assert the_entry(desk).owner == "U_DARA"
    corrected(desk, {"owner": None}, reason="")
    assert the_entry(desk).owner is None


@pytest.mark.usefixtures("order")
def test_what_somebody_else_corrected_meanwhile_is_not_overwritten(desk: Desk) -> None:
    corrected(desk, {"title": "Order granting it"}, reason="", sequence=0)
    with pytest.raises(ChangedMeanwhileError, match="changed meanwhile by <@U_MAYA>"):
        corrected(desk, {"title": "Order"}, reason="", sequence=0)
    assert the_entry(desk).title == "Order granting it"


def test_the_date_of_a_hearing_is_moved_not_corrected(desk: Desk, case: Case) -> None:
    with desk.change(by="U_MAYA") as change:
        hearing = hearings.schedule(change, case=case, title="Status", starts_at=datetime(2018, 6, 1, 16, tzinfo=UTC))
        with pytest.raises(MovedNotCorrectedError, match="/hearing move H1"):
            correcting.correct(change, entry=hearing, facts={"on_date": date(2018, 6, 4)}, reason="x")


@pytest.mark.usefixtures("objections")
def test_what_no_longer_follows_is_named_and_closed_or_kept(desk: Desk) -> None:
    with desk.look() as session:
        entry = session.get_one(Entry, 1)
        ahead = look_ahead(session, desk.book, entry=entry, facts={"trigger": None})
    assert [each.deadline.ref for each in ahead.of(Fate.LOST)] == ["D1"]
    followed = corrected(desk, {"trigger": None}, shown=ahead.mark, moot=frozenset({"D1"}))
    assert [deadline.ref for deadline in followed.closed] == ["D1"]
    assert the_deadline(desk).closed_reason == "O1 corrected: the receipt"


@pytest.mark.usefixtures("objections")
def test_what_no_longer_follows_and_was_kept_is_not_asked_about_again(desk: Desk) -> None:
    with desk.look() as session:
        ahead = look_ahead(session, desk.book, entry=session.get_one(Entry, 1), facts={"trigger": None})
    corrected(desk, {"trigger": None}, shown=ahead.mark)
    with desk.look() as session:
        line = last_of(session, "D1")
    assert line
    assert line.action == "revision.kept"
    assert the_deadline(desk).status is DeadlineStatus.OPEN


@pytest.mark.usefixtures("objections")
def test_what_a_new_trigger_starts_is_offered_and_adopted_if_chosen(desk: Desk) -> None:
    with desk.look() as session:
        ahead = look_ahead(session, desk.book, entry=session.get_one(Entry, 1), facts={"trigger": "judgment.final"})
    assert ahead.new
    assert not ahead.is_quiet
    chosen = ahead.new[0]
    followed = corrected(
        desk,
        {"trigger": "judgment.final"},
        shown=ahead.mark,
        started=frozenset({key_of(chosen)}),
        owner="U_MAYA",
        closes_lost=True,
    )
    (started,) = followed.started
    assert (started.rule, started.due, started.owner) == (chosen.rule, chosen.due, "U_MAYA")
    assert started.confirmed_by is None


@pytest.mark.usefixtures("objections")
def test_what_stands_already_is_not_offered_again(desk: Desk) -> None:
    with desk.look() as session:
        ahead = look_ahead(
            session, desk.book, entry=session.get_one(Entry, 1), facts={"on_date": date(2018, 5, 7), "service": "mail"}
        )
    assert ahead.new == ()


def test_a_date_that_is_told_to_the_day_is_known_to_the_day(desk: Desk, case: Case) -> None:
    with desk.change(by="import") as change:
        entries.record(
            change,
            case=case,
            kind=EntryKind.ORDER,
            title="Old order",
            on_date=date(2018, 2, 1),
            precision=Precision.MONTH,
        )
    corrected(desk, {"on_date": date(2018, 2, 28)})
    assert (the_entry(desk).precision, the_entry(desk).on_date) == (Precision.DAY, date(2018, 2, 28))


@pytest.mark.usefixtures("objections")
def test_a_withdrawn_entry_stays_with_its_reason_and_can_be_changed_no_more(desk: Desk) -> None:
    with desk.change(by="U_MAYA") as change:
        order = change.session.get_one(Entry, 1)
        with pytest.raises(EmptyError, match="reason"):
            correcting.withdraw(change, entry=order, reason=" ")
        followed = correcting.withdraw(
            change, entry=order, reason="recorded twice", decision=Decision(sequence=0, closes_lost=True)
        )
    assert the_entry(desk).status is EntryStatus.WITHDRAWN
    assert [deadline.ref for deadline in followed.closed] == ["D1"]
    with pytest.raises(ClosedEntryError, match="withdrawn already"):
        corrected(desk, {"title": "X"}, reason="")
    with pytest.raises(ClosedEntryError), desk.change(by="U_MAYA") as change:
        correcting.withdraw(change, entry=change.session.get_one(Entry, 1), reason="again")


@pytest.mark.usefixtures("order")
def test_only_who_may_see_the_case_looks_after_an_entry(desk: Desk, case: Case) -> None:
    with pytest.raises(OutsiderError), desk.change(by="U_CLAIRE") as change:
        entries.record(change, case=case, kind=EntryKind.ORDER, title="X", on_date=date(2018, 5, 4), owner="U_SOKHA")
