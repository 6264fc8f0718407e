"""What people are told of a deadline that was undone, confirmed after a mismatch, or entered with its owner."""

from typing import Any

from bot.docket import undoing
from bot.docket.sight import Viewer
from tests.handlers import test_deadlines as office
from tests.handlers.test_deadlines import DARA, LENA, MAYA, SOKHA, Screen

screen = office.screen


def undo_last(screen: Screen, by: str) -> None:
    with screen.desk.change(by=by) as change:
        last = undoing.last_undoable(change.session, Viewer(person_id=by), now=change.now)
        undoing.undo(change, undoing=last)


def test_the_history_ends_with_the_undoing_of_what_was_undone(screen: Screen) -> None:
    screen.types("/deadline done D1 ECF No. 31")
    undo_last(screen, MAYA)
    shown = screen.types("/deadline show D1")
    assert shown.index("<@U0MAYA> undid: deadline done") < shown.index("done, by <@U0MAYA>: ECF No. 31")


def test_who_agrees_after_a_mismatch_is_said_to_have_computed_another_date(screen: Screen) -> None:
    office.work_blind(screen)
    screen.types("/deadline confirm D1 17 May 2018")
    told = screen.types("/deadline confirm D1 18 May 2018")
    assert "agrees" not in told
    assert "Before that you had computed Thursday 17 May 2018" in told
    assert screen.log("deadline.confirmed")[0].details["first_computed"] == "2018-05-17"
    shown = screen.types("/deadline show D1")
    assert "Confirmed by <@U0MAYA> after a mismatch" in shown
    assert "<@U0MAYA> agreed to Friday 18 May 2018, having first computed Thursday 17 May 2018" in shown


def test_a_mismatch_of_somebody_else_or_about_an_earlier_date_says_nothing(screen: Screen) -> None:
    screen.types("/deadline confirm D1 17 May 2018")
    assert "agrees" in screen.types("/deadline confirm D1 18 May 2018", by=LENA)
    assert "after a mismatch" not in screen.types("/deadline show D1")
    screen.types('/deadline extend D1 4 June 2018 "order"', by=DARA)
    assert "agrees" in screen.types("/deadline confirm D1 4 June 2018")


def test_whoever_extended_it_gave_it_its_present_date(screen: Screen) -> None:
    screen.types('/deadline extend D1 4 June 2018 "order"')
    assert "You gave D1 its present date" in screen.types("/deadline confirm D1")
    assert "You confirmed *D1*" in screen.types("/deadline confirm D1", by=DARA)


def test_who_is_mentioned_owns_what_is_entered(screen: Screen) -> None:
    screen.types(f"/deadline add 4 June 2018 Reply brief <@{MAYA}|maya>", by=DARA)
    entered = screen.deadline("D3")
    assert (entered.title, entered.owner) == ("Reply brief", MAYA)


def test_who_may_not_see_the_case_is_no_owner(screen: Screen) -> None:
    told = screen.types(f"/deadline add 4 June 2018 Reply brief <@{SOKHA}|sokha>")
    assert "The owner is in no channel that follows C1" in told
    assert "*D3*" not in screen.types("/deadline list all")


def test_the_form_says_so_under_the_owner(screen: Screen) -> None:
    screen.types("/deadline add")
    filled: dict[str, Any] = {"title": "Reply", "day": "2018-06-04", "owner": SOKHA}
    assert "owner: The owner is in no channel" in screen.submits(**filled)
