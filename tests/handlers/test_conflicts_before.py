"""Conflicts are shown before anything is saved from a form, each to whoever may see all the cases that it is about."""

from datetime import date
from typing import Any

import pytest

from bot.docket import cases, entering
from bot.practice.people.actor import whole_text
from handlers.views.deadline_entry_forms import DateSet, add_form
from storage.docket import deadlines_of, entry_by_ref
from storage.settings import Absence
from tests.handlers import test_deadlines as office
from tests.handlers.conftest import Team
from tests.handlers.test_cautions import with_a_hearing
from tests.handlers.test_deadlines import CHANNEL, DARA, ELSEWHERE, LENA, MAYA, Screen
from tests.judges import judge_view

screen = office.screen

SET_BY_US: dict[str, Any] = {"case": "C1", "title": "Reply", "day": "2018-06-04", "setter": "us"}


def on_leave(screen: Screen, person: str, first: date, last: date) -> None:
    with screen.desk.change(by=person) as change:
        change.session.add(
            Absence(person_id=person, first_day=first, last_day=last, recorded_by=person, recorded_at=change.now)
        )
        change.log("absence.recorded", subject=person, case_id=None)


def titles(screen: Screen) -> list[str]:
    with screen.desk.look() as session:
        return [deadline.title for deadline in deadlines_of(session, [1])]


@pytest.fixture
def lena_away(screen: Screen) -> Screen:
    on_leave(screen, LENA, date(2018, 6, 1), date(2018, 6, 8))
    return screen


def test_a_date_whose_owner_is_away_is_shown_first_and_saved_when_it_is_submitted_again(lena_away: Screen) -> None:
    lena_away.types("/deadline add")
    shown = lena_away.submits(**SET_BY_US, owner=LENA, note="by courier")
    assert f"<@{LENA}> is away until Friday 8 June 2018" in shown
    assert "*this one* falls on Monday 4 June 2018" in shown
    assert "Nothing is saved yet" in shown
    assert lena_away.last.in_place
    assert "Reply" not in titles(lena_away)
    told = lena_away.submits()
    assert "D3 is on the docket" in told.replace("*", "")
    assert lena_away.deadline("D3").note == "by courier"
    assert lena_away.deadline("D3").owner == LENA


def test_another_conflict_than_the_one_that_was_shown_is_shown_too(lena_away: Screen) -> None:
    lena_away.types("/deadline add")
    lena_away.submits(**SET_BY_US, owner=LENA)
    on_leave(lena_away, DARA, date(2018, 6, 1), date(2018, 6, 8))
    assert f"<@{DARA}> is away" in lena_away.submits(owner=DARA)
    assert "Reply" not in titles(lena_away)


def test_a_crowded_day_is_counted_with_what_is_not_recorded_yet(screen: Screen) -> None:
    for number in range(3):
        screen.types(f"/deadline add 4 June 2018 Brief {number} <@{MAYA}>")
    screen.types("/deadline add")
    shown = screen.submits(**SET_BY_US, owner=MAYA)
    assert "owes 4 deadlines on Monday 4 June 2018: *this one*, *D3*, *D4* and *D5*" in shown


def test_nothing_of_a_case_that_the_person_may_not_see_is_shown(screen: Screen) -> None:
    with screen.desk.change(by=MAYA) as change:
        secret = cases.open_case(change, court="cand", docket_number="17", caption="Secret", channel_id=ELSEWHERE)
        for number in range(4):
            entering.enter(change, case=secret, title=f"Brief {number}", due=date(2018, 6, 4), owner=MAYA)
    screen.types("/deadline add", by=DARA)
    assert "is on the docket" in screen.submits(**SET_BY_US, owner=MAYA, by=DARA)


def test_a_rule_that_gives_a_day_on_which_its_owner_is_away_says_so_before_it_is_saved(screen: Screen) -> None:
    on_leave(screen, LENA, date(2018, 5, 14), date(2018, 5, 25))
    screen.types("/deadline add FRCP 72(a) from 4 May 2018")
    shown = screen.submits(owner=LENA)
    assert f"<@{LENA}> is away" in shown
    assert screen.last.in_place
    assert len(titles(screen)) == 2
    assert "is on the docket" in screen.submits()
    assert screen.deadline("D3").owner == LENA


def test_what_is_told_before_fits_into_the_form() -> None:
    view = add_form([], DateSet(), cautions=["word " * 400] * 5, memo="{}")
    judge_view({**view, "blocks": [block for block in view["blocks"] if block.get("block_id") != "case"]})


def test_a_hearing_at_the_same_time_is_shown_before_it_is_saved_from_the_form(team: Team) -> None:
    with_a_hearing(team)
    team.dara.types("rainsy-us", "/hearing")
    form = team.dara.waits_for_view("hearing.add")
    filled = {
        "title": "Status conference",
        "day": "2018-05-30",
        "time": "09:30",
        "place": "Courtroom 5",
        "note": "Bring it",
    }
    assert team.dara.submits(form, filled).ok
    preview = team.dara.waits_for_view("entry.save")
    assert "are hearings of one case that begin within an hour of each other" in str(preview)
    with team.desk.look() as session:
        assert entry_by_ref(session, "H2") is None
    assert team.dara.submits(preview).ok
    assert "*H2* and *H1*" in whole_text(team.dara.waits_to_see("rainsy-us", "H2* is on the docket"))
    with team.desk.look() as session:
        hearing = entry_by_ref(session, "H2")
    assert hearing
    assert (hearing.place, hearing.note, hearing.trigger) == ("Courtroom 5", "Bring it", None)


# several cases


@pytest.fixture
def two_here(screen: Screen) -> Screen:
    """The channel follows C1, in San Francisco, and C2, in Phnom Penh."""
    with screen.desk.change(by=DARA) as change:
        cases.open_case(change, court="kh-phnompenh", docket_number="12", caption="X", channel_id=CHANNEL)
    return screen


def test_where_several_cases_may_be_meant_the_form_keeps_what_was_typed(two_here: Screen) -> None:
    two_here.types(f'/deadline add 4 June 2018 5pm "Reply brief" <@{MAYA}> https://ecf.example/30')
    assert two_here.form["callback_id"] == "deadline.begin"
    two_here.submits(case="C2")
    assert two_here.last.in_place
    assert "is on the docket" in two_here.submits()
    deadline = two_here.deadline("D3")
    assert (deadline.case_id, deadline.title, deadline.owner) == (2, "Reply brief", MAYA)
    assert (deadline.zone, deadline.due_at.isoformat()) == ("Asia/Phnom_Penh", "2018-06-04T10:00:00+00:00")
    assert deadline.link == "https://ecf.example/30"
    assert deadline.is_fixed


def test_a_rule_that_was_typed_is_counted_in_the_case_that_is_chosen(two_here: Screen) -> None:
    two_here.types("/deadline add FRCP 72(a) from 4 May 2018")
    assert "Friday 18 May 2018" in two_here.submits(case="C1")
    assert two_here.form["callback_id"] == "deadline.save"


@pytest.mark.parametrize("typed", ["Reply brief", "3/4/2018 Reply brief", "4 May 2018 Reply brief"])
def test_a_date_that_is_missing_doubtful_or_past_is_left_to_be_picked(two_here: Screen, typed: str) -> None:
    two_here.types(f"/deadline add {typed}")
    form = two_here.submits(case="C1")
    assert typed in form
    assert "initial_date" not in form
