"""When Slack refuses, forgets or lacks half of its methods: commands go on, and nothing untrue is claimed."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.clock import PracticeClock
from bot.docket import deadlines, people
from bot.docket.desk import Desk
from bot.docket.sight import Viewer
from bot.practice.people.actor import whole_text
from handlers import phrases
from handlers.commands import calendar
from handlers.reading import first_word, page_of, unquoted
from handlers.requests import Kind, Request
from handlers.roster import Roster
from handlers.views.text import long_date
from storage.cases import Case, Membership, Person, is_member, members_of, people_of_channel
from storage.docket import Entry, deadline_by_ref, deadlines_of
from storage.law import Closure
from tests.handlers.conftest import CASE, Team, over_http
from tests.handlers.test_flows import answer_to
from tests.handlers.test_guard import a_command, dispatched
from tests.handlers.test_main_story import record_the_order


@pytest.fixture(params=["unknown_method", "no such page"])
def bare_team(request: pytest.FixtureRequest, desk: Desk, clock: PracticeClock) -> Iterator[Team]:
    """A team whose Slack tells neither who people are nor who is in a channel."""
    with over_http(desk, clock) as team:
        for method in ("users.info", "conversations.members", "chat.update", "views.publish"):
            if request.param == "unknown_method":
                team.workspace.faults.refuse(method, error="unknown_method", times=99)
            else:
                team.workspace.faults.fail(method, status=404, times=99)
        yield team


def test_commands_go_on_where_slack_knows_few_methods(bare_team: Team) -> None:
    bare_team.dara.types("rainsy-us", CASE)
    bare_team.dara.waits_to_see("rainsy-us", "is on the docket")
    record_the_order(bare_team)
    card = bare_team.maya.waits_to_see("rainsy-us", "Objections")
    assert phrases.UNKNOWN_ZONE in card.text
    bare_team.maya.clicks(card, "deadline.confirm")
    bare_team.maya.waits_to_see("rainsy-us", "You confirmed")


def test_a_person_whose_profile_is_closed_works_in_utc(bare_team: Team) -> None:
    Roster(bare_team.desk).meet(bare_team.app.client, Viewer(person_id="U0DARA", channel_id="C1"))
    with bare_team.desk.look() as session:
        person = session.get(Person, "U0DARA")
    assert person
    assert (person.name, person.zone) == ("U0DARA", "UTC")


def test_what_is_known_of_a_person_outlives_slacks_silence(team: Team) -> None:
    Roster(team.desk).meet(team.app.client, Viewer(person_id="U0DARA"))
    team.workspace.faults.refuse("users.info", error="ratelimited")
    Roster(team.desk).meet(team.app.client, Viewer(person_id="U0DARA"))
    with team.desk.look() as session:
        person = session.get(Person, "U0DARA")
    assert person
    assert person.zone == "Asia/Phnom_Penh"


def test_where_somebody_speaks_is_remembered_before_they_are_answered_and_not_when_they_may_have_left(
    bare_team: Team,
) -> None:
    roster, who = Roster(bare_team.desk), Viewer(person_id="U0DARA", channel_id="C0HERE", vouched=True)
    roster.meet(bare_team.app.client, who)
    assert not membership(bare_team, "C0HERE")
    roster.sees(who)
    assert membership(bare_team, "C0HERE")


def membership(team: Team, channel_id: str) -> bool:
    with team.desk.look() as session:
        return is_member(session, channel_id=channel_id, person_id="U0DARA")


def test_the_bot_itself_has_no_office(team: Team) -> None:
    team.with_a_case()
    with team.desk.look() as session:
        people = people_of_channel(session, team.workspace.channel("rainsy-us").id)
    assert [person.name for person in people] == ["dara", "lena", "maya"]


def test_bots_see_no_case(desk: Desk) -> None:
    class Slack(WebClient):
        def conversations_members(self, **_: Any) -> Any:
            return {"members": ["U1", "U0BOT"]}

        def users_info(self, **given: Any) -> Any:
            return {"user": {"name": "somebody", "is_bot": given["user"] == "U0BOT"}}

    roster = Roster(desk)
    for _ in range(2):
        roster.ask_who_is_in(Slack(), "C1")
        assert in_the_channel(desk) == {"U1"}


def test_members_are_read_page_after_page() -> None:
    asked: list[str | None] = []

    class Pages(WebClient):
        def conversations_members(self, **given: Any) -> Any:
            asked.append(given["cursor"])
            following = {"response_metadata": {"next_cursor": "more"}} if len(asked) == 1 else {}
            return {"members": [f"U{len(asked)}"], **following}

    from handlers.roster import _members

    assert _members(Pages(), "C1") == ["U1", "U2"]
    assert asked == [None, "more"]


def test_somebody_who_joins_is_known_at_once(team: Team) -> None:
    team.with_a_case()
    team.stranger.joins("rainsy-us")

    def is_known() -> bool:
        channel = team.workspace.channel("rainsy-us").id
        with team.desk.look() as session:
            return session.get(Membership, (channel, "U0SOKH")) is not None

    assert team.workspace.wait_for(is_known)


class SlackWhileSomebodyMoves(WebClient):
    """Slack as it answers when somebody comes or goes after it looked and before we have heard what it saw."""

    def __init__(self, answers: list[list[str]], meanwhile: Callable[[], None]) -> None:
        super().__init__()
        self._answers, self._meanwhile = iter(answers), meanwhile

    def conversations_members(self, **_: Any) -> Any:
        answer = next(self._answers)
        self._meanwhile()
        return {"members": answer}

    def users_info(self, **_: Any) -> Any:
        return {"user": {"name": "somebody"}}


def in_the_channel(desk: Desk) -> frozenset[str]:
    with desk.look() as session:
        return members_of(session, "C1")


def test_whoever_comes_while_slack_answers_is_not_forgotten(desk: Desk) -> None:
    def comes() -> None:
        with desk.store.writing() as session:
            people.joined(session, person_id="U2", channel_id="C1")

    Roster(desk).ask_who_is_in(SlackWhileSomebodyMoves([["U1"], ["U1", "U2"]], comes), "C1")
    assert in_the_channel(desk) == {"U1", "U2"}


def test_whoever_goes_while_slack_answers_sees_nothing_any_more(desk: Desk) -> None:
    def goes() -> None:
        with desk.store.writing() as session:
            people.left(session, person_id="U2", channel_id="C1")

    with desk.store.writing() as session:
        people.are_in(session, channel_id="C1", person_ids=["U1", "U2"])
    Roster(desk).ask_who_is_in(SlackWhileSomebodyMoves([["U1", "U2"], ["U1"]], goes), "C1")
    assert in_the_channel(desk) == {"U1"}


def test_where_people_come_without_end_slack_is_not_asked_without_end(desk: Desk) -> None:
    comers = iter(range(2, 99))

    def comes() -> None:
        with desk.store.writing() as session:
            people.joined(session, person_id=f"U{next(comers)}", channel_id="C1")

    Roster(desk).ask_who_is_in(SlackWhileSomebodyMoves([["U1"]] * 5, comes), "C1")
    assert in_the_channel(desk) == {f"U{number}" for number in range(2, 7)}


def test_what_cannot_be_whispered_in_a_channel_is_told_in_a_direct_message(team: Team) -> None:
    team.with_a_case()
    team.workspace.faults.refuse("chat.postEphemeral", error="user_not_in_channel")
    team.maya.types("rainsy-us", "@adquem hello")
    team.maya.waits_to_see(team.maya.dm.id, "I keep the docket")


def test_a_form_that_does_not_open_is_apologised_for(team: Team) -> None:
    team.with_a_case()
    team.workspace.faults.refuse("views.open", error="expired_trigger_id")
    answer_to(team.dara, "/order", phrases.FORM_TOO_LATE)


def test_a_card_that_is_gone_is_posted_anew(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
    team.maya.waits_to_see("rainsy-us", "recorded by")
    team.workspace.faults.refuse("chat.update", error="message_not_found", times=2)
    team.dara.types("rainsy-us", '/hearing move H1 4 June 2018 10am "notice"')
    team.workspace.wait_for(lambda: sum("recorded by" in whole_text(each) for each in team.dara.sees("rainsy-us")) == 2)


def test_slack_that_hangs_up_does_not_make_a_saved_thing_unsaved(team: Team) -> None:
    team.with_a_case()
    team.workspace.faults.fail("chat.postMessage", status=500)
    team.dara.types("rainsy-us", "/hearing add 30 May 2018 9:30am Oral argument")
    team.dara.waits_to_see("rainsy-us", "H1* is on the docket")
    team.dara.waits_to_see("rainsy-us", "It is saved")


def test_dates_that_changed_since_the_preview_are_not_saved_unseen(team: Team) -> None:
    team.with_a_case().dara.types("rainsy-us", "/order add 4 May 2018 Order denying the application")
    team.dara.submits(team.dara.waits_for_view("entry.preview"), {"trigger": "order.nondispositive", "service": "ecf"})
    preview = team.dara.waits_for_view("entry.save")
    with team.desk.store.writing() as session:
        now = team.desk.clock.now()
        fire = Closure(court="cand", day=date(2018, 5, 18), name="Fire", recorded_by="U0DARA", recorded_at=now)
        session.add(fire)
    assert team.dara.submits(preview).errors == {"keep.0": phrases.DATES_CHANGED}
    with team.desk.look() as session:
        assert not deadlines_of(session, [1])


@pytest.mark.parametrize(
    ("day", "time", "why"), [("2018-11-04", "01:30", "twice"), ("2019-03-10", "02:30", "no 02:30")]
)
def test_an_hour_that_the_clocks_skip_or_repeat_is_refused(team: Team, day: str, time: str, why: str) -> None:
    team.with_a_case().dara.types("rainsy-us", "/hearing")
    form = team.dara.waits_for_view("hearing.add")
    assert why in team.dara.submits(form, {"title": "X", "day": day, "time": time}).errors["time"]


def test_a_page_shows_what_was_confirmed_on_it_and_why_it_was_not(team: Team) -> None:
    record_the_order(team.with_a_case())
    card = team.maya.waits_to_see("rainsy-us", "Objections")
    team.maya.clicks(card, "deadline.open")
    team.maya.clicks(team.maya.waits_for_view(), "deadline.confirm")
    team.workspace.wait_for(lambda: "Confirmed by" in str(team.maya.view and team.maya.view.body))
    team.dara.clicks(card, "deadline.open")
    team.dara.clicks(team.dara.waits_for_view(), "deadline.done")
    team.dara.waits_for_view("deadline.done")
    team.dara.closes(everything=True)


def test_a_refusal_on_a_page_is_laid_over_it(team: Team) -> None:
    record_the_order(team.with_a_case())
    team.dara.clicks(team.maya.waits_to_see("rainsy-us", "Objections"), "deadline.open")
    team.dara.clicks(team.dara.waits_for_view(), "deadline.confirm")
    team.workspace.wait_for(lambda: "A second pair of eyes" in str(team.dara.view and team.dara.view.body))


def test_a_case_is_named_by_docket_number_code_name_or_id(team: Team) -> None:
    team.dara.types("rainsy-us", "/case")
    form = team.dara.waits_for_view("case.add")
    team.dara.submits(form, {"court": "cand", "number": "3:18-mc 80024", "caption": "X v. Y", "alias": "Blue River"})
    team.dara.waits_to_see("rainsy-us", "C1* is on the docket")
    answer_to(team.dara, "/case add kh-phnompenh 12 Prosecutor v. X", "C2* is on the docket")
    answer_to(team.dara, "/hearing add blue river 30 May 2018 9am By code name", "H1* is on the docket")
    answer_to(team.dara, '/hearing add "3:18-mc 80024" 30 May 2018 9am By number', "H2* is on the docket")
    answer_to(team.dara, "/hearing add c2 30 May 2018 9am By id", "H3* is on the docket")
    answer_to(team.dara, "/hearing list Blue River", "By code name")
    answer_to(team.dara, "/deadline list C2", "Nothing here yet")
    team.dara.types("rainsy-us", "/order add 4 May 2018 Order of one of them")
    first = team.dara.waits_for_view("entry.begin")
    team.dara.submits(first, {"case": "C1"})
    assert "Order of one of them" in str(team.dara.waits_for_view("entry.preview").body)


def test_an_order_for_a_named_case_is_read_with_its_courts_date(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/case add kh-phnompenh 12 Prosecutor v. X", "C2* is on the docket")
    team.dara.types("rainsy-us", "/order add C2 yesterday Detention order")
    form = team.dara.waits_for_view("entry.preview")
    fields = {block["block_id"]: block for block in form.body["blocks"]}
    assert fields["on"]["element"]["initial_date"] == "2018-05-06"
    assert fields["case"]["element"]["initial_option"]["value"] == "C2"


def test_an_ambiguous_day_of_an_order_goes_on_into_the_form(team: Team) -> None:
    team.with_a_case().dara.types("rainsy-us", "/order add 04/05/2018 Order denying")
    question = team.dara.waits_to_see("rainsy-us", "which is meant?")
    team.dara.clicks(question, "command.run.1")
    form = team.dara.waits_for_view("entry.preview")
    assert "2018-05-04" in str(form.body)


def test_a_question_about_a_text_too_long_for_a_button_asks_to_type_the_date(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, f"/hearing add 04/06/2018 9:30am {'Argument ' * 230}", "Type the date as 2018-04-06T09:30")


def test_a_hearing_of_another_kind_cannot_be_moved(team: Team) -> None:
    record_the_order(team.with_a_case())
    answer_to(team.dara, "/hearing move O1", "not as hearing")


def test_the_forms_of_move_and_vacate_open_when_only_the_hearing_is_named(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
    team.dara.types("rainsy-us", "/hearing move H1")
    assert team.dara.waits_for_view("hearing.move").body["submit"]
    team.dara.closes()
    team.dara.types("rainsy-us", "/hearing vacate H1")
    assert team.dara.waits_for_view("hearing.vacate").body["submit"]
    team.dara.closes()
    team.dara.types("rainsy-us", "/hearing add")
    assert team.dara.waits_for_view("hearing.add").body["submit"]


def test_whoever_moves_a_hearing_from_elsewhere_is_told_there_too(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
    answer_to(team.dara, '/hearing move H1 4 June 2018 10am "notice"', "H1 moved", team.dara.dm.id)


def test_case_forms_and_links_belong_in_channels(team: Team) -> None:
    team.with_a_case()
    for typed in ("/case", "/case link C1"):
        answer_to(team.dara, typed, "in the channel of the team", team.dara.dm.id)
    answer_to(team.dara, "/case list", phrases.YOUR_CASES, team.dara.dm.id)
    answer_to(team.dara, "/case show", "Rainsy v. Facebook")


def test_feed_addresses_need_a_public_address(desk: Desk) -> None:
    asked = Request(desk=desk, kind=Kind.COMMAND, who=Viewer(person_id="U1"), receipt="r")
    for verb in (calendar.create, calendar.rotate):
        answer = verb(asked).message
        assert answer
        assert answer.text == phrases.NO_FEEDS


def test_calendar_alone_offers_addresses_and_makes_none(team: Team) -> None:
    team.with_a_case()
    team.dara.types("rainsy-us", "/calendar")
    offer = team.dara.waits_to_see("rainsy-us", "no address yet")
    team.dara.clicks(offer, "command.run.channel")
    team.dara.waits_to_see("rainsy-us", "docket.example/feeds/")
    answer_to(team.dara, "/calendar", "Address for all my cases", team.dara.dm.id)


def test_closed_days_of_both_countries_are_listed(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/case add kh-phnompenh 12 Prosecutor v. X", "C2* is on the docket")
    told = answer_to(team.dara, "/docket closed", "Closed days ahead")
    assert "*Mon 28 May 2018*: *Northern District of California closed* (Memorial Day)" in told
    assert "*Fri 1 Jun 2018*: *Phnom Penh Municipal Court closed*" in told


def test_pages_of_a_timeline_turn_in_place(team: Team) -> None:
    team.with_a_case()
    for day in range(10, 25):
        answer_to(team.dara, f"/hearing add {day} May 2018 9:30am Day {day}", f"H{day - 9}* is on the docket")
    team.dara.types("rainsy-us", "/timeline us")
    first = team.dara.waits_to_see("rainsy-us", "1 to 10 of 15")
    team.dara.clicks(first, "command.run.later")
    team.dara.waits_to_see("rainsy-us", "11 to 15 of 15")
    assert not any("1 to 10 of 15" in whole_text(each) for each in team.dara.sees("rainsy-us"))


def test_a_button_with_a_command_of_an_older_version_is_explained(team: Team) -> None:
    team.with_a_case()
    body = {
        "type": "block_actions",
        "user": {"id": "U0DARA"},
        "trigger_id": "4.4",
        "channel": {"id": team.workspace.channel("rainsy-us").id},
        "actions": [{"action_id": "command.run.1", "block_id": "b", "value": json.dumps({"line": "/gone list"})}],
    }
    dispatched(team.app, body)
    team.dara.waits_to_see("rainsy-us", "I know no")


def test_somebody_elses_buttons_tell_a_stranger_nothing(team: Team) -> None:
    record_the_order(team.with_a_case())
    elsewhere = team.workspace.channel("elsewhere").id
    for action_id, value in (("deadline.confirm", "D1"), ("entry.move", "O1"), ("deadline.open", "D1")):
        body = {
            "type": "block_actions",
            "user": {"id": "U0SOKH"},
            "trigger_id": f"3.{action_id}",
            "channel": {"id": elsewhere},
            "actions": [{"action_id": action_id, "block_id": "b", "value": value}],
        }
        dispatched(team.app, body)
        assert "Objections" not in whole_text(team.stranger.waits_to_see("elsewhere", "that you may see here"))


def test_the_messages_tab_needs_no_home(team: Team) -> None:
    event = {"type": "app_home_opened", "user": "U0DARA", "tab": "messages"}
    dispatched(team.app, {"type": "event_callback", "event_id": "E1", "event": event})
    assert team.dara.home is None


def test_an_unknown_form_is_explained(team: Team) -> None:
    view = {"id": "V1", "hash": "h", "type": "modal", "callback_id": "gone.form", "private_metadata": ""}
    dispatched(team.app, {"type": "view_submission", "user": {"id": "U0DARA"}, "view": view})
    team.dara.waits_to_see(team.dara.dm.id, phrases.UNKNOWN_FORM)


@pytest.mark.parametrize(
    ("text", "word", "rest"),
    [
        ("cand 3:18 X v. Y", "cand", "3:18 X v. Y"),
        ('"No. 12 of 2018" Prosecutor', "No. 12 of 2018", "Prosecutor"),
        ("“No. 12” Prosecutor", "No. 12", "Prosecutor"),
        ('"open Prosecutor', '"open', "Prosecutor"),
        ("", "", ""),
    ],
)
def test_the_first_word_may_stand_in_quotation_marks(text: str, word: str, rest: str) -> None:
    assert first_word(text) == (word, rest)


def test_the_small_things_of_reading() -> None:
    assert page_of("C1 page 3") == ("C1", 3)
    assert page_of("C1 homepage 3") == ("C1 homepage 3", None)
    assert unquoted("“clerk's notice”") == "clerk's notice"


def test_help_is_a_verb_of_every_command_and_every_command_is_in_the_manifest() -> None:
    from handlers.commands import COMMANDS
    from tests.handlers.conftest import MANIFEST

    declared = {each["command"] for each in MANIFEST["features"]["slash_commands"]}
    assert set(COMMANDS) == set(phrases.HELP) == declared


def test_a_command_in_a_channel_is_read_as_it_was_typed(team: Team) -> None:
    body = a_command("show &lt;D1&gt;", "/deadline", channel_id=team.workspace.channel("rainsy-us").id)
    assert "<D1>" not in dispatched(team.app, body)


def test_dates_that_hang_on_a_hearing_move_with_it_and_are_to_be_confirmed_anew(team: Team) -> None:
    answer_to(team.dara, "/case add kh-phnompenh 12 Prosecutor v. X", "C1* is on the docket")
    answer_to(team.dara, "/hearing add 30 May 2018 9am Closing argument", "H1* is on the docket")
    with team.desk.change(by="U0DARA") as change:
        hearing, case = change.session.get_one(Entry, 1), change.session.get_one(Case, 1)
        hearing.trigger = "kh.argument.closed"
        (answer,) = change.book.triggered(court=case.court, trigger=hearing.trigger, on=hearing.on_date)
        deadlines.adopt(change, case=case, entry=hearing, answer=answer)
    team.dara.types("rainsy-us", '/hearing move H1 6 June 2018 9am "adjourned"')
    team.dara.clicks(team.dara.waits_to_see("rainsy-us", "Nothing is saved yet"), "change.save")
    told = whole_text(team.maya.waits_to_see("rainsy-us", "H1 moved* in"))
    assert f"~{long_date(answer.due)}~" in told
    assert "to be confirmed anew" in told
    with team.desk.look() as session:
        moved = deadline_by_ref(session, "D1")
    assert moved
    assert moved.due == date(2018, 7, 6)


def test_what_was_assumed_about_a_date_is_said(team: Team) -> None:
    team.with_a_case()
    told = answer_to(
        team.dara, "/hearing add 30 May 2561 9am Argument in the year of the Buddha", "H1* is on the docket"
    )
    assert "2018" in told


def test_what_fails_outside_of_our_listeners_is_logged_without_words(caplog: pytest.LogCaptureFixture) -> None:
    from handlers.app import _failed

    _failed(RuntimeError("Rainsy v. Facebook"))
    assert "RuntimeError" in caplog.text
    assert "Rainsy" not in caplog.text


def test_a_card_is_never_posted_twice_nor_left_behind_with_an_old_date(team: Team) -> None:
    team.with_a_case()
    team.workspace.faults.delay("chat.postMessage", seconds=0.3)
    team.dara.types("rainsy-us", "/hearing add 30 May 2018 9:30am Oral argument")
    team.dara.types("rainsy-us", '/hearing move H1 4 June 2018 10am "notice"')
    team.dara.waits_to_see("rainsy-us", "H1 moved")
    cards = [whole_text(each) for each in team.dara.sees("rainsy-us") if "recorded by" in whole_text(each)]
    assert len(cards) == 1
    assert "Monday 4 June 2018, 10:00 am" in cards[0]


def test_a_bot_that_is_stopped_first_shows_what_it_was_asked(team: Team) -> None:
    team.with_a_case()
    team.workspace.faults.delay("chat.postMessage", seconds=0.5)
    team.dara.types("rainsy-us", "/hearing add 30 May 2018 9:30am Oral argument")
    team.app.finish()
    assert any("recorded by" in whole_text(each) for each in team.dara.sees("rainsy-us"))


def test_cards_wait_for_slacks_rate_limit_and_all_arrive(team: Team) -> None:
    team.with_a_case()
    team.workspace.faults.limit("chat.postMessage", retry_after=1)
    record_the_order(team)
    team.maya.waits_to_see("rainsy-us", "recorded by")
    for words in ("*O1* · Order", "*D1* · Objections", "*D2* · Notice of appeal"):
        team.maya.waits_to_see("rainsy-us", words)
    assert not any("It is saved" in whole_text(each) for each in team.dara.sees("rainsy-us"))


def test_a_card_that_could_not_be_brought_up_to_date_is_confessed(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
    team.maya.waits_to_see("rainsy-us", "recorded by")
    team.workspace.faults.refuse("chat.update", error="internal_error")
    team.dara.types("rainsy-us", '/hearing move H1 4 June 2018 10am "notice"')
    team.dara.waits_to_see("rainsy-us", "It is saved, but")


def test_a_home_that_slack_refuses_hides_no_confession(team: Team) -> None:
    team.with_a_case()
    team.workspace.faults.refuse("chat.postMessage", error="not_in_channel")
    team.workspace.faults.refuse("views.publish", error="internal_error")
    team.dara.types("rainsy-us", "/hearing add 30 May 2018 9:30am Oral argument")
    team.dara.waits_to_see("rainsy-us", "It is saved, but")


@pytest.mark.parametrize("ref", ["D99999999999999999999", "H99999999999999999999", "D3000000000"])
def test_an_id_larger_than_any_is_not_on_the_docket(team: Team, ref: str) -> None:
    command = "/deadline" if ref.startswith("D") else "/hearing"
    answer_to(team.with_a_case().dara, f"{command} show {ref}", "that you may see here")
