"""What colleagues do to the same date at the same time, and what a typed computation is worth."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.clock import PracticeClock
from bot.practice.people.actor import whole_text
from storage.docket import deadline_by_ref, entry_by_ref
from storage.log import AuditEntry
from tests.handlers.conftest import Team
from tests.handlers.test_flows import answer_to
from tests.handlers.test_main_story import record_the_order


def confirmed_by(team: Team) -> str | None:
    with team.desk.look() as session:
        deadline = deadline_by_ref(session, "D1")
    assert deadline
    return deadline.confirmed_by


@pytest.mark.parametrize("typed", ["18 May 2018", "2018-05-18", '"Friday 18 May 2018"'])
def test_a_date_that_the_second_person_computed_alike_confirms(team: Team, typed: str) -> None:
    record_the_order(team.with_a_case())
    told = answer_to(team.maya, f"/deadline confirm D1 {typed}", "Your computation agrees")
    assert "Friday 18 May 2018" in told
    assert confirmed_by(team) == "U0MAYA"
    with team.desk.look() as session:
        line = session.exec(select(AuditEntry).where(AuditEntry.action == "deadline.confirmed")).one()
    assert line.details["computed"] == "2018-05-18"


def test_another_date_than_the_computed_one_confirms_nothing(team: Team) -> None:
    record_the_order(team.with_a_case())
    told = answer_to(team.maya, "/deadline confirm D1 19 May 2018", "Nothing was confirmed")
    assert "you computed Saturday 19 May 2018, and D1 says Friday 18 May 2018" in told
    assert "/deadline explain D1" in told
    assert confirmed_by(team) is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("looks fine", "looks fine"),
        ("05/06/2018", "month in letters"),
        ("Friday 19 May 2018", "Saturday"),
    ],
)
def test_what_is_no_date_confirms_nothing(team: Team, typed: str, expected: str) -> None:
    record_the_order(team.with_a_case())
    answer_to(team.maya, f"/deadline confirm D1 {typed}", expected)
    assert confirmed_by(team) is None


def test_whoever_recorded_a_date_cannot_confirm_it_by_computing_it_again(team: Team) -> None:
    record_the_order(team.with_a_case())
    answer_to(team.dara, "/deadline confirm D1 18 May 2018", "A second pair of eyes must confirm it")


@pytest.mark.parametrize(
    ("button", "form", "filled", "field"),
    [
        ("entry.move", "hearing.move", {"day": "2018-06-01", "time": "09:00", "reason": "conflict"}, "day"),
        ("entry.vacate", "hearing.vacate", {"reason": "settled"}, "reason"),
    ],
)
def test_a_stale_form_does_not_undo_what_a_colleague_did(
    team: Team, button: str, form: str, filled: dict[str, object], field: str
) -> None:
    team.with_a_case()
    answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
    card = team.maya.waits_to_see("rainsy-us", "recorded by")
    team.maya.clicks(card, button)
    opened = team.maya.waits_for_view(form)
    answer_to(team.dara, '/hearing move H1 25 May 2018 3pm "clerk\'s notice"', "moved")
    refused = team.maya.submits(opened, filled)
    assert refused.errors is not None
    assert "H1 was changed meanwhile by @dara; it is now Friday 25 May 2018, 3:00 pm." in refused.errors[field]
    with team.desk.look() as session:
        hearing = entry_by_ref(session, "H1")
    assert hearing
    assert hearing.on_date.isoformat() == "2018-05-25"


def test_what_is_overdue_says_so_wherever_it_is_shown(team: Team, clock: PracticeClock) -> None:
    record_the_order(team.with_a_case())
    since = "OVERDUE since Friday 18 May 2018, 11:59 pm court time"
    assert "OVERDUE" not in answer_to(team.maya, "/deadline show D1", "Objections")
    clock.move_by(timedelta(days=13))
    for typed in ("/deadline show D1", "/deadline explain D1", "/deadline list", "/docket", "/order show O1"):
        answer_to(team.maya, typed, "OVERDUE")
    assert since in answer_to(team.maya, "/deadline show D1", "OVERDUE").replace("*", "")
    team.maya.opens_home()
    team.workspace.wait_for(lambda: "OVERDUE" in str(team.maya.home and team.maya.home.body["blocks"]))
    answer_to(team.maya, "/deadline done D1 ECF No. 21", "is done, with proof")
    assert "OVERDUE" not in whole_text(team.maya.waits_to_see("rainsy-us", "ECF No. 21"))
