from datetime import timedelta

import pytest

from bot.docket import cases, deadlines, hearings
from bot.docket.case_errors import (
    CaseChangedMeanwhileError,
    CaseClosedAlreadyError,
    CaseIsClosedError,
    CaseNotClosedError,
    CaseStillRunsError,
    LastChannelError,
    NotFollowedHereError,
    NothingEditedError,
)
from bot.docket.desk import Change, Desk
from bot.docket.errors import CaseExistsError, EmptyError, SeveralOfThatNameError
from bot.docket.sight import Viewer, find_case
from bot.law import LawError
from storage.cases import Case, cases_of_channel, channels_of_case, replace_members
from storage.docket import Deadline, Entry, deadline_by_ref, entry_by_ref
from storage.traces import fingerprint
from tests.conftest import MORNING as NOON


def test_the_channel_in_which_a_case_is_opened_follows_it(desk: Desk, case: Case) -> None:
    with desk.look() as session:
        assert [found.ref for found in cases_of_channel(session, "C_US")] == ["C1"]


def test_a_docket_number_stands_once_in_a_court(desk: Desk, case: Case) -> None:
    with pytest.raises(CaseExistsError, match="already, as C1: `/case show C1`"), desk.change(by="U_MAYA") as change:
        cases.open_case(change, court="CAND ", docket_number=" 3:18-mc-80024-SK", caption="Again", channel_id="C_US")
    with pytest.raises(CaseExistsError), desk.change(by="import") as change:
        cases.open_case(change, court="cand", docket_number="3:18-mc-80024-SK", caption="Again", channel_id=None)
    with desk.change(by="U_MAYA") as change:
        cases.open_case(change, court="ca9", docket_number="3:18-mc-80024-SK", caption="Elsewhere", channel_id="C_2")


def test_whoever_may_not_see_a_docket_does_not_learn_that_it_is_followed(desk: Desk, case: Case) -> None:
    told = {"court": "cand", "docket_number": case.docket_number, "caption": "Ours", "channel_id": "C_KH"}
    with desk.change(by="U_SOPHEA") as change:
        assert cases.open_case(change, **told).ref == "C2"
    with pytest.raises(CaseExistsError, match="C2"), desk.change(by="U_SOPHEA") as change:
        cases.open_case(change, **told)


def test_of_two_cases_of_one_number_none_is_guessed_by_whoever_sees_both(desk: Desk, case: Case) -> None:
    with desk.change(by="U_SOPHEA") as change:
        cases.open_case(
            change, court="cand", docket_number=case.docket_number, caption="Rainsy", channel_id="C_KH", alias="Heron"
        )
        cases.link(change, case=case_in(change, case), channel_id="C_KH")
    here = Viewer(person_id="U_DARA", channel_id="C_KH", vouched=True)
    with desk.look() as session:
        with pytest.raises(SeveralOfThatNameError, match=r"is the name of C1 and C2\. Type the short id"):
            find_case(session, here, case.docket_number)
        assert [find_case(session, here, name).ref for name in ("C1", "c2", "heron")] == ["C1", "C2", "C2"]


@pytest.mark.parametrize(("number", "caption", "missing"), [(" ", "Rainsy", "docket number"), ("1", " ", "caption")])
def test_what_must_be_said_is_asked_for_with_an_example(desk: Desk, number: str, caption: str, missing: str) -> None:
    with (
        pytest.raises(EmptyError, match=f"(?i){missing} is missing. For example: `/case add"),
        desk.change(by="U") as change,
    ):
        cases.open_case(change, court="cand", docket_number=number, caption=caption, channel_id=None)


def test_an_unknown_court_is_refused_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(LawError, match="xyz"), desk.change(by="U_MAYA") as change:
        cases.open_case(change, court="xyz", docket_number="1", caption="A v. B", channel_id=None)


def test_a_second_channel_gets_the_open_deadlines_too(desk: Desk, case: Case, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        assert cases.link(change, case=case, channel_id="C_ALL")
        assert list(change.deadlines) == [objections.ref]
    with desk.look() as session:
        assert channels_of_case(session, case.key) == ["C_US", "C_ALL"]


def test_linking_twice_does_nothing_twice(desk: Desk, case: Case) -> None:
    with desk.change(by="U_MAYA") as change:
        assert not cases.link(change, case=case, channel_id="C_US")


def case_in(change: Change, case: Case) -> Case:
    return change.session.get_one(Case, case.key)


def test_a_channel_that_lets_go_of_a_case_is_reminded_no_more(desk: Desk, case: Case, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        cases.link(change, case=case_in(change, case), channel_id="C_ALL")
    with desk.change(by="U_MAYA") as change:
        cases.unlink(change, case=case_in(change, case), channel_id="C_US")
        assert list(change.deadlines) == [objections.ref]
    with desk.look() as session:
        assert channels_of_case(session, case.key) == ["C_ALL"]
    with pytest.raises(NotFollowedHereError, match="does not follow C1"), desk.change(by="U_MAYA") as change:
        cases.unlink(change, case=case_in(change, case), channel_id="C_US")


def test_the_last_channel_cannot_let_go(desk: Desk, case: Case, objections: Deadline) -> None:
    with pytest.raises(LastChannelError, match=r"1 open in it.*`/case link C1`"), desk.change(by="U_MAYA") as change:
        cases.unlink(change, case=case_in(change, case), channel_id="C_US")


def test_a_case_is_closed_with_a_reason_once_nothing_is_ahead(desk: Desk, case: Case, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        hearings.schedule(change, case=case_in(change, case), title="To come", starts_at=NOON + timedelta(days=9))
        hearings.schedule(change, case=case_in(change, case), title="Day only", starts_at=None, on_date=NOON.date())
        hearings.schedule(change, case=case_in(change, case), title="History", starts_at=NOON - timedelta(days=9))
    with pytest.raises(CaseStillRunsError, match="D1, H2, H1 still stand open"), desk.change(by="U_MAYA") as change:
        cases.close(change, case=case_in(change, case), reason="over")
    with desk.change(by="U_MAYA") as change:
        deadlines.drop_as_moot(change, deadline=deadline_named(change, "D1"), reason="settled")
        for ref in ("H1", "H2"):
            hearings.vacate(change, hearing=entry_named(change, ref), reason="settled")
    with pytest.raises(EmptyError, match="reason is missing"), desk.change(by="U_MAYA") as change:
        cases.close(change, case=case_in(change, case), reason=" ")
    with desk.change(by="U_MAYA") as change:
        cases.close(change, case=case_in(change, case), reason="settled")
    with pytest.raises(CaseClosedAlreadyError), desk.change(by="U_MAYA") as change:
        cases.close(change, case=case_in(change, case), reason="settled")


def test_nothing_new_is_put_into_a_closed_case_until_it_is_open_again(desk: Desk, case: Case) -> None:
    with desk.change(by="U_MAYA") as change:
        cases.close(change, case=case_in(change, case), reason="over")
    with pytest.raises(CaseIsClosedError, match="`/case reopen C1`"), desk.change(by="U_MAYA") as change:
        hearings.schedule(change, case=case_in(change, case), title="Late", starts_at=NOON)
    with desk.change(by="U_MAYA") as change:
        cases.reopen(change, case=case_in(change, case))
    with pytest.raises(CaseNotClosedError), desk.change(by="U_MAYA") as change:
        cases.reopen(change, case=case_in(change, case))
    with desk.change(by="U_MAYA") as change:
        assert hearings.schedule(change, case=case_in(change, case), title="In time", starts_at=NOON).ref


def test_a_case_named_anew_is_named_anew_in_every_calendar(desk: Desk, case: Case, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        seen = fingerprint(case_in(change, case))
        cases.edit(
            change,
            case=case_in(change, case),
            docket_number="3:18-mc-80024-SK",
            caption="Rainsy",
            alias="Heron",
            seen=seen,
        )
        assert [*change.entries, *change.deadlines] == ["O1", "D1"]
        assert change.deadlines["D1"].sequence == 1
    with pytest.raises(CaseChangedMeanwhileError), desk.change(by="U_MAYA") as change:
        cases.edit(change, case=case_in(change, case), docket_number="1", caption="X", seen=seen)


@pytest.mark.parametrize(
    ("number", "caption", "error"),
    [
        ("3:18-mc-80024-SK", "Rainsy v. Facebook", NothingEditedError),
        ("2", "Rainsy v. Facebook", CaseExistsError),
        ("", "Rainsy", EmptyError),
        ("3:18-mc-80024-SK", " ", EmptyError),
    ],
)
def test_an_edit_that_cannot_be_meant_is_refused(
    desk: Desk, case: Case, number: str, caption: str, error: type[Exception]
) -> None:
    with desk.change(by="U_MAYA") as change:
        cases.open_case(change, court="cand", docket_number="2", caption="Other", channel_id="C_US")
        replace_members(change.session, "C_US", ["U_MAYA"])
    with pytest.raises(error), desk.change(by="U_MAYA") as change:
        cases.edit(change, case=case_in(change, case), docket_number=number, caption=caption)


def entry_named(change: Change, ref: str) -> Entry:
    found = entry_by_ref(change.session, ref)
    assert found
    return found


def deadline_named(change: Change, ref: str) -> Deadline:
    found = deadline_by_ref(change.session, ref)
    assert found
    return found
