"""What the team is warned of before it is too late to matter."""

from datetime import timedelta

import pytest

from bot.clock import PracticeClock
from bot.practice.people.actor import whole_text
from handlers import phrases
from storage.docket import EntryStatus, entry_by_ref
from tests.handlers.conftest import CASE, Team
from tests.handlers.test_flows import answer_to
from tests.handlers.test_main_story import record_the_order


def status_of(team: Team, ref: str = "H1") -> EntryStatus:
    with team.desk.look() as session:
        entry = entry_by_ref(session, ref)
    assert entry
    return entry.status


def with_a_hearing(team: Team, when: str = "30 May 2018 9:30am") -> Team:
    team.with_a_case()
    answer_to(team.dara, f"/hearing add {when} Oral argument", "H1* is on the docket")
    return team


def test_help_speaks_of_the_next_hearing_and_deadline_here_and_only_opens_forms(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/hearing help", "/hearing vacate H1")
    answer_to(team.dara, "/hearing vacate H1", "I know no “H1”")
    record_the_order(team)
    assert "/deadline done D1\n" in answer_to(team.dara, "/deadline help", "How to use /deadline").replace("`", "")


def test_an_example_of_vacating_opens_a_form(team: Team) -> None:
    with_a_hearing(team)
    team.dara.types("rainsy-us", "/hearing vacate H1")
    assert team.dara.waits_for_view("hearing.vacate").body["submit"]
    assert status_of(team) is EntryStatus.STANDING


@pytest.mark.parametrize(
    ("typed", "told"),
    [('/hearing vacate H1 "settled"', "H1 vacated"), ('/hearing move H1 25 June 2018 9am "conflict"', "H1 moved")],
)
def test_what_has_taken_place_is_changed_only_when_asked_for_twice(
    team: Team, clock: PracticeClock, typed: str, told: str
) -> None:
    with_a_hearing(team)
    clock.move_by(timedelta(days=30))
    team.dara.types("rainsy-us", typed)
    question = team.dara.waits_to_see("rainsy-us", "has passed")
    assert "Wednesday 30 May 2018, 9:30 am" in whole_text(question)
    assert status_of(team) is EntryStatus.STANDING
    team.dara.clicks(question, "command.run.settled")
    announced = whole_text(team.maya.waits_to_see("rainsy-us", told))
    assert "By <@U0DARA>." in announced


def test_leaving_a_past_hearing_as_it_is_changes_nothing(team: Team, clock: PracticeClock) -> None:
    with_a_hearing(team)
    clock.move_by(timedelta(days=30))
    team.dara.types("rainsy-us", '/hearing vacate H1 "settled"')
    question = team.dara.waits_to_see("rainsy-us", "has passed")
    team.dara.clicks(question, "command.run.leave")
    team.dara.waits_to_see("rainsy-us", "Oral argument")
    assert status_of(team) is EntryStatus.STANDING


def test_a_form_about_what_has_taken_place_says_so(team: Team, clock: PracticeClock) -> None:
    with_a_hearing(team)
    clock.move_by(timedelta(days=30))
    team.dara.types("rainsy-us", "/hearing vacate H1")
    assert "has passed" in str(team.dara.waits_for_view("hearing.vacate").body)


def test_a_reason_too_long_for_a_button_is_given_in_the_form(team: Team, clock: PracticeClock) -> None:
    with_a_hearing(team)
    clock.move_by(timedelta(days=30))
    team.dara.types("rainsy-us", f'/hearing vacate H1 "{"because " * 300}"')
    assert team.dara.waits_for_view("hearing.vacate").body["submit"]


def test_a_vacated_card_names_who_vacated_it_and_why(team: Team) -> None:
    with_a_hearing(team)
    answer_to(team.maya, '/hearing vacate H1 "settled"', "H1 vacated")
    told = answer_to(team.dara, "/hearing show H1", "Vacated by")
    assert "Vacated by <@U0MAYA>. Reason: settled" in told


def test_a_hearing_on_a_holiday_is_doubted_in_the_answer_and_on_the_card(team: Team) -> None:
    team.with_a_case()
    told = answer_to(team.dara, "/hearing add 28 May 2018 9:30am Oral argument", "H1* is on the docket")
    assert "closed on that day (Memorial Day)" in told
    team.maya.waits_to_see("rainsy-us", "Memorial Day")
    moved = answer_to(team.dara, '/hearing move H1 26 May 2018 9:30am "notice"', "moved")
    assert "closed on that day (Saturday)" in moved


def test_the_same_hearing_twice_and_one_that_is_past_are_said(team: Team) -> None:
    with_a_hearing(team)
    told = answer_to(team.maya, "/hearing add 30 May 2018 9:30am Argument", "H2* is on the docket")
    assert (
        "H2 and H1 are hearings of one case that begin within an hour of each other on Wednesday 30 May 2018"
        in told.replace("*", "")
    )
    team.dara.types("rainsy-us", "/hearing")
    form = team.dara.waits_for_view("hearing.add")
    assert team.dara.submits(form, {"title": "Long ago", "day": "2018-01-05", "time": "09:30"}).ok
    assert "That time has passed" in whole_text(team.dara.waits_to_see("rainsy-us", "H3* is on the docket"))


def test_a_public_channel_is_named_as_one(team: Team) -> None:
    team.dara.types("rainsy-us", CASE)
    told = whole_text(team.dara.waits_to_see("rainsy-us", "public channel"))
    assert "everybody in the workspace can read what I post here" in told


def test_a_private_channel_is_not_warned_of(team: Team) -> None:
    team.workspace.create_channel("quiet", members={"U0DARA"}, private=True)
    answer_to(team.dara, CASE, "is on the docket", "quiet")
    answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket", "quiet")
    team.dara.waits_to_see("quiet", "recorded by")
    assert not any("public channel" in whole_text(each) for each in team.dara.sees("quiet"))


def test_where_the_bot_is_not_in_the_channel_it_asks_to_be_invited(team: Team) -> None:
    team.workspace.create_channel("alone", members={"U0DARA"}, private=True, with_bot=False)
    answer_to(team.dara, CASE, "is on the docket", "alone")
    team.dara.types("alone", "/hearing add 30 May 2018 9:30am Oral argument")
    told = whole_text(team.dara.waits_to_see("alone", "/invite @adquem"))
    assert "not_in_channel" not in told


def test_a_public_channel_without_the_bot_gets_both_cautions(team: Team) -> None:
    team.workspace.create_channel("open", members={"U0DARA"}, with_bot=False)
    team.dara.types("open", CASE)
    assert "public channel" in whole_text(team.dara.waits_to_see("open", "invite me with"))


def test_a_slack_that_does_not_tell_of_channels_hinders_nothing(team: Team) -> None:
    team.workspace.faults.refuse("conversations.info", error="missing_scope", times=9)
    team.with_a_case()
    answer_to(team.dara, "/deadline list", "Nothing")
    assert not any("public channel" in whole_text(each) for each in team.dara.sees("rainsy-us"))


def test_a_private_channel_that_is_hidden_from_the_bot_is_one_that_it_is_not_in(team: Team) -> None:
    team.workspace.faults.refuse("conversations.info", error="channel_not_found")
    team.dara.types("rainsy-us", CASE)
    team.dara.waits_to_see("rainsy-us", "invite me with")


def test_a_cambodian_deadline_names_the_last_day_on_which_the_registry_is_open(team: Team) -> None:
    answer_to(team.dara, "/case add kh-phnompenh 12 Prosecutor v. X", "is on the docket")
    team.dara.types("rainsy-us", "/order add 4 May 2018 Order")
    form = team.dara.waits_for_view("entry.preview")
    assert team.dara.submits(form, {"trigger": "kh.criminal.judge-order", "service": "none"}).ok
    assert team.dara.submits(team.dara.waits_for_view("entry.save")).ok
    card = answer_to(team.dara, "/deadline show D1", "recorded by")
    assert "The registry closes earlier than midnight, at an hour we do not hold." in card
    assert "The last day on which it is open is" in card
    assert phrases.LAST_OPEN_DAY[:20] not in card
