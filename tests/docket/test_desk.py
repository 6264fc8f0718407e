"""One change: all of it is kept with its log, or nothing."""

import pytest
from sqlmodel import select

from bot.docket import cases
from bot.docket.desk import Change, Desk
from bot.docket.errors import AlreadyTakenError
from storage import log
from storage.cases import Case, ChannelLink
from storage.log import AuditEntry


def open_a_case(change: Change, number: str = "3:18-mc-80024-SK") -> Case:
    return cases.open_case(change, court="cand", docket_number=number, caption="Rainsy v. Facebook", channel_id="C_US")


def test_a_change_and_its_log_are_kept_together(desk: Desk) -> None:
    with desk.change(by="U_CLAIRE") as change:
        open_a_case(change)
    with desk.look() as session:
        assert [entry.action for entry in session.exec(select(AuditEntry))] == ["case.opened", "case.linked"]
        assert {entry.actor for entry in session.exec(select(AuditEntry))} == {"U_CLAIRE"}
        assert list(log.broken_links(session)) == []


def test_a_change_that_fails_keeps_neither_the_change_nor_the_log(desk: Desk) -> None:
    def stumble() -> None:
        with desk.change(by="U_CLAIRE") as change:
            open_a_case(change)
            raise RuntimeError("the machine stops here")

    with pytest.raises(RuntimeError):
        stumble()
    with desk.look() as session:
        assert session.exec(select(Case)).all() == []
        assert session.exec(select(AuditEntry)).all() == []


def test_the_same_request_changes_nothing_a_second_time(desk: Desk) -> None:
    with desk.change(by="U_CLAIRE", receipt="view:V1:hash") as change:
        open_a_case(change)
    with (
        pytest.raises(AlreadyTakenError, match="done already"),
        desk.change(by="U_CLAIRE", receipt="view:V1:hash") as change,
    ):
        open_a_case(change, "4:16-mc-80258-DMR")
    with desk.look() as session:
        assert len(session.exec(select(Case)).all()) == 1


def test_a_request_that_failed_may_come_again(desk: Desk) -> None:
    def stumble() -> None:
        with desk.change(by="U_CLAIRE", receipt="view:V1:hash"):
            raise RuntimeError("the machine stops here")

    with pytest.raises(RuntimeError):
        stumble()
    with desk.change(by="U_CLAIRE", receipt="view:V1:hash") as change:
        open_a_case(change)


def test_a_change_that_nobody_logged_is_refused(desk: Desk) -> None:
    with pytest.raises(AssertionError, match="not logged"), desk.change(by="U_CLAIRE") as change:
        change.session.add(ChannelLink(channel_id="C", case_id=1, linked_at=change.now, linked_by="U"))


def test_those_who_follow_see_what_was_touched_before_it_is_kept(desk: Desk) -> None:
    seen: list[str] = []

    def follow(change: Change) -> None:
        seen.extend([*change.entries, *change.deadlines])
        raise RuntimeError("a follower that fails takes the change with it")

    following = Desk(store=desk.store, clock=desk.clock, book=desk.book, followers=(follow,))
    with pytest.raises(RuntimeError, match="follower"), following.change(by="U_CLAIRE") as change:
        open_a_case(change)
    with desk.look() as session:
        assert session.exec(select(Case)).all() == []
