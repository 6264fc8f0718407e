"""Closings and the dates that wait for a decision: nothing moves silently, and everybody concerned is told."""

import pytest

from bot.docket import revising
from bot.practice import Actor
from bot.practice.people.actor import whole_text
from handlers import phrases
from tests.handlers.conftest import Team
from tests.handlers.test_law import AFTER, FRIDAY, answer_to, due, opened
from tests.handlers.test_main_story import record_the_order

CLOSE = '/docket closure add cand 18 May 2018 "Clerk\'s office inaccessible" https://www.cand.uscourts.gov/notice'
MOVES = "~Friday 18 May 2018~ → *Monday 21 May 2018*"


@pytest.fixture
def closed(team: Team) -> Team:
    """The team after Dara recorded that the clerk's office was closed on the day on which the objections are due."""
    record_the_order(team.with_a_case())
    team.dara.types("rainsy-us", CLOSE)
    team.lena.waits_to_see("rainsy-us", "recorded a closing of")
    return team


def waiting(team: Team) -> list[str]:
    return [proposal.deadline.ref for proposal in revising.pending_revisions(team.desk)]


def the_cause(team: Team) -> str:
    return revising.pending_revisions(team.desk)[0].cause


def the_value(team: Team) -> str:
    return f"D1 {the_cause(team)} 2018-05-21"


def test_a_closing_in_one_line_shows_what_would_move_and_moves_nothing(closed: Team) -> None:
    told = whole_text(closed.dara.waits_to_see("rainsy-us", phrases.APPLY))
    assert MOVES in told
    assert "Clerk's office inaccessible (https://www.cand.uscourts.gov/notice)" in told
    notice = whole_text(closed.lena.waits_to_see("rainsy-us", "recorded a closing of"))
    assert MOVES in notice
    assert due(closed, "D1") == FRIDAY
    assert waiting(closed) == ["D1"]


def test_the_form_records_the_same(team: Team) -> None:
    record_the_order(team.with_a_case())
    team.dara.types("rainsy-us", "/docket closure")
    filled: dict[str, object] = {"court": "cand", "day": "2018-05-18", "name": " ", "source": "its website"}
    form = opened(team.dara, "closure.add")
    assert team.dara.submits(form, filled).errors == {"name": phrases.SAY_IT}
    assert team.dara.submits(form, filled | {"name": "Fire"}).ok
    team.dara.waits_to_see("rainsy-us", MOVES)
    assert waiting(team) == ["D1"]


def test_a_day_that_the_lists_close_is_recorded_and_said_to_be_closed_already(team: Team) -> None:
    team.with_a_case()
    typed = '/docket closure add 28 May 2018 "Flood" its website'
    told = whole_text(answer_to(team.dara, typed, "recorded a closing of"))
    assert "Memorial Day" in told
    assert phrases.NOTHING_WOULD_MOVE in told


def test_applied_the_date_moves_the_channel_is_told_and_the_list_shows_what_is_left(closed: Team) -> None:
    listed = answer_to(closed.maya, "/docket changes", "Dates that wait")
    assert "recorded by <@U0DARA>" in whole_text(listed)
    closed.maya.clicks(listed, "change.apply", the_value(closed))
    told = whole_text(closed.lena.waits_to_see("rainsy-us", "applied what the law gives now"))
    assert MOVES in told
    assert "recorded by <@U0DARA>" in told
    assert due(closed, "D1") == AFTER
    closed.maya.waits_to_see("rainsy-us", phrases.NO_CHANGES)
    closed.lena.waits_to_see("rainsy-us", "Monday 21 May 2018* until")


def test_a_stale_button_explains_and_moves_nothing(closed: Team) -> None:
    listed = answer_to(closed.maya, "/docket changes", "Dates that wait")
    value = the_value(closed)
    closed.dara.types("rainsy-us", "/docket closure withdraw cand 18 May 2018 the notice was of another court")
    closed.lena.waits_to_see("rainsy-us", "recorded a closing of")
    closed.dara.waits_to_see("rainsy-us", "withdrew the closing")
    for button in ("change.apply", "change.keep", "change.explain"):
        closed.maya.clicks(listed, button, value)
        closed.maya.waits_to_see("rainsy-us", "Nothing would move D1 any more")
    assert due(closed, "D1") == FRIDAY


def test_nobody_applies_a_date_that_they_did_not_see(closed: Team) -> None:
    """The Monday to which it would move is closed, too: the button of before would move it further than it said."""
    listed = answer_to(closed.maya, "/docket changes", "Dates that wait")
    answer_to(closed.dara, '/docket closure add cand 21 May 2018 "Flood" its website', "recorded a closing of")
    closed.maya.clicks(listed, "change.apply", the_value(closed))
    told = whole_text(closed.maya.waits_to_see("rainsy-us", "changed meanwhile"))
    assert "from Friday 18 May 2018 to Tuesday 22 May 2018" in told
    assert due(closed, "D1") == FRIDAY


def test_kept_with_a_reason_it_is_told_and_waits_no_more(closed: Team) -> None:
    listed = answer_to(closed.maya, "/docket changes", "Dates that wait")
    closed.maya.clicks(listed, "change.keep", the_value(closed))
    form = opened(closed.maya, "change.keep")
    refused = closed.maya.submits(form, {"reason": " "})
    assert "reason" in (refused.errors or {})
    assert closed.maya.submits(form, {"reason": "the clerk took filings"}).ok
    told = whole_text(closed.lena.waits_to_see("rainsy-us", "stays on"))
    assert "the clerk took filings" in told
    assert waiting(closed) == []
    assert due(closed, "D1") == FRIDAY


def test_what_was_asked_stays_listed_with_the_question_and_who_asked(closed: Team) -> None:
    listed = answer_to(closed.maya, "/docket changes C1", "Dates that wait")
    closed.maya.clicks(listed, "change.ask", the_value(closed))
    form = opened(closed.maya, "change.ask")
    assert "question" in (closed.maya.submits(form, {"question": "\n"}).errors or {})
    assert closed.maya.submits(form, {"question": "All day?"}).ok
    closed.lena.waits_to_see("rainsy-us", "asks before")
    again = whole_text(answer_to(closed.lena, "/docket changes", "All day?"))
    assert "<@U0MAYA> asked on Monday 7 May 2018: “All day?”" in again


def test_the_new_date_is_explained_before_anybody_decides(closed: Team) -> None:
    listed = answer_to(closed.maya, "/docket changes", "Dates that wait")
    closed.maya.clicks(listed, "change.explain", the_value(closed))
    shown = str(opened_page(closed.maya))
    assert "would be due on *Monday 21 May 2018*" in shown
    assert "14 days after 4 May 2018" in shown


def opened_page(person: Actor) -> object:
    return person.waits_for_view().body


def test_several_of_one_cause_are_applied_at_once_after_they_are_shown(team: Team) -> None:
    record_the_order(team.with_a_case())
    record_the_order_again(team)
    team.dara.types("rainsy-us", CLOSE)
    listed = team.dara.waits_to_see("rainsy-us", "Apply all 2")
    cause = the_cause(team)
    team.dara.clicks(listed, "change.apply_all", cause)
    form = opened(team.dara, "change.apply_all")
    assert str(form.body).count(MOVES) == 2
    assert team.dara.submits(form).ok
    team.lena.waits_to_see("rainsy-us", "applied what the law gives now")
    assert waiting(team) == []
    assert (due(team, "D1"), due(team, "D3")) == (AFTER, AFTER)
    team.dara.clicks(listed, "change.apply_all", cause)
    team.dara.waits_to_see("rainsy-us", phrases.NO_CHANGES)


def test_all_or_none_are_applied(team: Team) -> None:
    record_the_order(team.with_a_case())
    record_the_order_again(team)
    team.dara.types("rainsy-us", CLOSE)
    listed = team.dara.waits_to_see("rainsy-us", "Apply all 2")
    team.dara.clicks(listed, "change.apply_all", the_cause(team))
    form = opened(team.dara, "change.apply_all")
    answer_to(team.maya, "/deadline done D3 ECF No. 21", "is done, with proof")
    team.dara.submits(form)
    team.workspace.wait_for(lambda: "D3 is done already" in str(team.dara.view and team.dara.view.body))
    assert due(team, "D1") == FRIDAY


def record_the_order_again(team: Team) -> None:
    team.dara.types("rainsy-us", "/order add 4 May 2018 Another order")
    form = team.dara.waits_for_view("entry.preview")
    assert team.dara.submits(form, {"trigger": "order.nondispositive", "service": "ecf"}).ok
    assert team.dara.submits(team.dara.waits_for_view("entry.save")).ok
    team.dara.waits_to_see("rainsy-us", "O2* is on the docket")


def test_the_button_on_the_notice_shows_what_waits(closed: Team) -> None:
    notice = closed.lena.waits_to_see("rainsy-us", "recorded a closing of")
    closed.lena.clicks(notice, "change.show", "C1")
    assert MOVES in whole_text(closed.lena.waits_to_see("rainsy-us", "Dates that wait"))


def test_closings_are_listed_with_who_recorded_them_and_withdrawn_with_a_reason(closed: Team) -> None:
    listed = answer_to(closed.maya, "/docket closures", "Closings that the team recorded")
    assert "Recorded by <@U0DARA> on Monday 7 May 2018" in whole_text(listed)
    closed.maya.clicks(listed, "closure.withdraw", "cand 2018-05-18")
    form = opened(closed.maya, "closure.withdraw")
    assert phrases.NOTHING_WOULD_MOVE in str(form.body)
    assert "reason" in (closed.maya.submits(form, {"reason": " "}).errors or {})
    assert closed.maya.submits(form, {"reason": "another court"}).ok
    closed.maya.waits_to_see("rainsy-us", "withdrew the closing")
    assert "~Friday 18 May 2018~" in whole_text(answer_to(closed.lena, "/docket closures", "Withdrawn by"))
    closed.lena.clicks(listed, "closure.withdraw", "cand 2018-05-18")
    closed.lena.waits_to_see("rainsy-us", "Nobody recorded Friday 18 May 2018")
    assert waiting(closed) == []


def test_an_applied_closing_that_is_withdrawn_shows_what_would_move_back(closed: Team) -> None:
    listed = answer_to(closed.maya, "/docket changes", "Dates that wait")
    closed.maya.clicks(listed, "change.apply", the_value(closed))
    closed.lena.waits_to_see("rainsy-us", "applied what the law gives now")
    closed.maya.types("rainsy-us", "/docket closure withdraw cand 18 May 2018")
    form = opened(closed.maya, "closure.withdraw")
    assert "~Monday 21 May 2018~ → *Friday 18 May 2018*" in str(form.body)
    assert closed.maya.submits(form, {"reason": "another court"}).ok
    back = whole_text(answer_to(closed.lena, "/docket changes", "Dates that wait"))
    assert "<@U0MAYA> withdrew its closing" in back
