import pytest

from bot.docket import cases
from bot.docket.desk import Desk
from bot.docket.errors import CaseExistsError, EmptyError
from bot.law import LawError
from storage.cases import Case, cases_of_channel, channels_of_case
from storage.docket import Deadline


def test_the_channel_in_which_a_case_is_opened_follows_it(desk: Desk, case: Case) -> None:
    with desk.look() as session:
        assert [found.ref for found in cases_of_channel(session, "C_US")] == ["C1"]


def test_a_docket_number_stands_once_in_a_court(desk: Desk, case: Case) -> None:
    with pytest.raises(CaseExistsError, match="on the docket already"), desk.change(by="U_MAYA") as change:
        cases.open_case(change, court="CAND ", docket_number=" 3:18-mc-80024-SK", caption="Again", channel_id="C_2")
    with desk.change(by="U_MAYA") as change:
        cases.open_case(change, court="ca9", docket_number="3:18-mc-80024-SK", caption="Elsewhere", channel_id="C_2")


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
