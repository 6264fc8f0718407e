"""The main job from end to end, as the team does it: both ways into the bot behave alike."""

from bot.practice import Actor
from storage.docket import DeadlineStatus, deadline_by_ref
from tests.handlers.conftest import Team


def record_the_order(team: Team, person: Actor | None = None) -> None:
    """Record the order of 4 May 2018 with every deadline that follows."""
    actor = person or team.dara
    actor.types(team.channel, "/order add 4 May 2018 Order denying the application")
    form = actor.waits_for_view("entry.preview")
    assert actor.submits(form, {"trigger": "order.nondispositive", "service": "ecf"}).ok
    preview = actor.waits_for_view("entry.save")
    assert actor.submits(preview).ok
    actor.waits_to_see(team.channel, "O1* is on the docket")


def test_a_case_is_opened_and_its_channel_follows_it(either_team: Team) -> None:
    either_team.with_a_case()
    either_team.maya.types("rainsy-us", "/case list")
    assert "Rainsy v. Facebook" in either_team.maya.waits_to_see("rainsy-us", "C1").text


def test_a_hearing_is_echoed_in_court_time_and_for_every_office(either_team: Team) -> None:
    team = either_team.with_a_case()
    team.dara.types("rainsy-us", "/hearing add 30 May 2018 9:30am Oral argument on the application")
    card = team.maya.waits_to_see("rainsy-us", "Oral argument")
    assert "Wednesday 30 May 2018, 9:30 am court time (PDT, Los Angeles)" in card.text
    assert "Phnom Penh: Wednesday 30 May 2018, 11:30 pm" in card.text
    assert "Paris: Wednesday 30 May 2018, 6:30 pm" in card.text


def test_an_order_starts_deadlines_that_a_second_person_confirms_and_somebody_proves_done(either_team: Team) -> None:
    team = either_team.with_a_case()
    record_the_order(team)
    card = team.maya.waits_to_see("rainsy-us", "Objections")
    assert "Friday 18 May 2018" in card.text
    team.maya.clicks(card, "deadline.confirm")
    team.maya.waits_to_see("rainsy-us", "Confirmed by <@U0MAYA>")
    team.maya.clicks(card, "deadline.done")
    team.maya.submits(team.maya.waits_for_view("deadline.done"), {"proof": "ECF No. 21"})
    team.maya.waits_to_see("rainsy-us", "ECF No. 21")
    with team.desk.look() as session:
        deadline = deadline_by_ref(session, "D1")
    assert deadline
    assert deadline.status is DeadlineStatus.DONE
    assert (deadline.confirmed_by, deadline.filed_by, deadline.proof) == ("U0MAYA", "U0MAYA", "ECF No. 21")


def test_a_hearing_moves_and_the_channel_is_told_old_and_new(either_team: Team) -> None:
    team = either_team.with_a_case()
    team.dara.types("rainsy-us", "/hearing add 30 May 2018 9:30am Oral argument")
    team.maya.waits_to_see("rainsy-us", "Oral argument")
    team.dara.types("rainsy-us", '/hearing move H1 4 June 2018 9:30am "clerk\'s notice"')
    told = team.maya.waits_to_see("rainsy-us", "moved")
    assert "Wednesday 30 May 2018, 9:30 am" in told.text
    assert "Monday 4 June 2018, 9:30 am" in told.text
    assert "clerk's notice" in told.text
