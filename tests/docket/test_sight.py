"""Who may see what."""

import pytest

from bot.docket import cases, people
from bot.docket.desk import Desk
from bot.docket.errors import NoCaseHereError, NotOnTheDocketError, WhichCaseError
from bot.docket.sight import Viewer, cases_here, find_case, find_deadline, find_entry, the_case_here, visible_cases
from storage.cases import Case, people_of_channel
from storage.docket import Deadline, Entry

MAYA_HERE = Viewer(person_id="U_MAYA", channel_id="C_US", vouched=True)
MAYA_AT_HOME = Viewer(person_id="U_MAYA")
STRANGER = Viewer(person_id="U_STRANGER", channel_id="C_OTHER", vouched=True)


def join(desk: Desk, person: str, channel: str) -> None:
    with desk.store.writing() as session:
        people.joined(session, person_id=person, channel_id=channel)


def test_a_channel_shows_the_cases_that_it_follows(desk: Desk, case: Case) -> None:
    with desk.look() as session:
        assert the_case_here(session, MAYA_HERE, example="x").ref == case.ref
        with pytest.raises(NoCaseHereError, match="/case add"):
            the_case_here(session, STRANGER, example="x")


def test_where_several_are_followed_one_must_be_named(desk: Desk, case: Case) -> None:
    with desk.change(by="U_CLAIRE") as change:
        cases.open_case(change, court="ca9", docket_number="18-1", caption="Appeal", channel_id="C_US", alias="Heron")
    with desk.look() as session:
        with pytest.raises(WhichCaseError, match=r"C1, C2.*`/hearing add C1 tomorrow`"):
            the_case_here(session, MAYA_HERE, example="/hearing add C1 tomorrow")
        for said in ("C2", "c2 ", "18-1", "heron"):
            assert find_case(session, MAYA_HERE, said).docket_number == "18-1"


def test_at_home_a_person_sees_what_their_channels_follow(desk: Desk, case: Case) -> None:
    with desk.look() as session:
        assert visible_cases(session, MAYA_AT_HOME) == []
    join(desk, "U_MAYA", "C_US")
    with desk.look() as session:
        assert [found.ref for found in visible_cases(session, MAYA_AT_HOME)] == ["C1"]
        assert [found.ref for found in cases_here(session, Viewer(person_id="U_MAYA", channel_id="D_BOT"))] == ["C1"]
        assert list(cases_here(session, Viewer(person_id="U_MAYA", channel_id="C_EMPTY"))) == []


def test_a_form_opened_in_a_channel_does_not_show_it_to_somebody_who_left(desk: Desk, case: Case) -> None:
    with desk.look() as session:
        for left in (Viewer(person_id="U_DARA", channel_id="C_US"), Viewer(person_id="U_DARA")):
            assert visible_cases(session, left) == []
            assert list(cases_here(session, left)) == []


def test_a_short_id_wins_over_a_docket_number_that_looks_like_one(desk: Desk, case: Case) -> None:
    with desk.change(by="U_CLAIRE") as change:
        cases.open_case(change, court="ca9", docket_number="c1", caption="Confusing", channel_id="C_US", alias="C1")
    with desk.look() as session:
        assert find_case(session, MAYA_HERE, "C1").caption == "Rainsy v. Facebook"


def test_who_leaves_sees_no_more(desk: Desk, case: Case) -> None:
    join(desk, "U_MAYA", "C_US")
    with desk.store.writing() as session:
        people.left(session, person_id="U_MAYA", channel_id="C_US")
    with desk.look() as session:
        assert visible_cases(session, MAYA_AT_HOME) == []


def test_what_may_not_be_seen_is_refused_in_the_same_words_as_what_does_not_exist(
    desk: Desk, order: Entry, objections: Deadline
) -> None:
    with desk.look() as session:
        for find, real in ((find_entry, order.ref), (find_deadline, objections.ref), (find_case, "3:18-mc-80024-SK")):
            with pytest.raises(NotOnTheDocketError) as hidden:
                find(session, STRANGER, real)
            with pytest.raises(NotOnTheDocketError) as unknown:
                find(session, STRANGER, "Z999")
            assert str(hidden.value).replace(real, "Z999") == str(unknown.value)


def test_a_short_id_of_another_kind_is_sent_to_the_command_that_shows_its_kind(desk: Desk, case: Case) -> None:
    with desk.look() as session:
        for find, said, shown_by in (
            (find_deadline, "o1", "/order show O1"),
            (find_deadline, "C7", "/case show C7"),
            (find_entry, "D9", "/deadline show D9"),
            (find_case, "F3", "/order show F3"),
        ):
            for viewer in (MAYA_HERE, STRANGER):
                with pytest.raises(NotOnTheDocketError, match=f"I know no “{said}” .* `{shown_by}`"):
                    find(session, viewer, said)
        for find, said in ((find_deadline, "D9"), (find_entry, "S9"), (find_case, "C9"), (find_case, "nobody")):
            with pytest.raises(NotOnTheDocketError) as refused:
                find(session, MAYA_HERE, said)
            assert "show" not in str(refused.value)


def test_short_ids_are_found_however_they_are_typed(desk: Desk, order: Entry, objections: Deadline) -> None:
    with desk.look() as session:
        assert find_entry(session, MAYA_HERE, " o1 ").key == order.key
        assert find_deadline(session, MAYA_HERE, "d1").key == objections.key
        for nonsense in ("", "O", "O1.5", "D", "Oone", "១"):
            with pytest.raises(NotOnTheDocketError):
                find_entry(session, MAYA_HERE, nonsense)
            with pytest.raises(NotOnTheDocketError):
                find_deadline(session, MAYA_HERE, nonsense)


def test_an_empty_name_finds_no_case_without_an_alias(desk: Desk, case: Case) -> None:
    with desk.look() as session, pytest.raises(NotOnTheDocketError):
        find_case(session, MAYA_HERE, "  ")


def test_the_people_of_a_channel_are_those_that_slack_last_named(desk: Desk) -> None:
    with desk.store.writing() as session:
        people.meet(session, person_id="U_MAYA", name="Maya Chen", zone="America/Los_Angeles")
        people.meet(session, person_id="U_DARA", name="Dara Sok", zone="Asia/Bangkok")
        people.meet(session, person_id="U_DARA", name="Dara Sok", zone="Asia/Phnom_Penh")
        people.are_in(session, channel_id="C_US", person_ids=["U_MAYA", "U_DARA", "U_MAYA"])
    with desk.store.writing() as session:
        people.are_in(session, channel_id="C_US", person_ids=["U_DARA", "U_UNKNOWN"])
    with desk.look() as session:
        assert [(person.name, person.zone) for person in people_of_channel(session, "C_US")] == [
            ("Dara Sok", "Asia/Phnom_Penh")
        ]
