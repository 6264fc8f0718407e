"""*Record on the docket* reads a message; of what is doubtful in it the person decides."""

from datetime import UTC, datetime

import pytest

from bot.docket import cases
from bot.docket.desk import Desk
from handlers import phrases
from handlers.shortcuts import ACTIONS, new_entry, permalink, record_on_the_docket
from handlers.views.blocks import View
from storage.cases import Membership
from storage.docket import EntryKind
from tests.handlers.conftest import Team
from tests.handlers.sentences import CHANNEL, TEAM, TS, buttons_in, field, judged, labels, press, shortcut
from tests.judges import judge_view


@pytest.fixture
def docket(desk: Desk) -> Desk:
    with desk.change(by="U0DARA") as change:
        cases.open_case(change, court="cand", docket_number="1", caption="A v. B", channel_id=CHANNEL)
        change.session.add(Membership(channel_id=CHANNEL, person_id="U0MAYA"))
    return desk


def opened(desk: Desk, text: str, **message: str) -> View:
    view = record_on_the_docket(shortcut(desk, text, **message)).view
    judged(view)
    assert view
    return view


def test_one_certain_date_is_filled_in_and_shown_as_it_was_read(docket: Desk) -> None:
    view = opened(docket, "The judge set oral argument for Friday 1 June 2018 at 9:30 a.m., courtroom 5.")
    assert view["callback_id"] == "hearing.add"
    assert "Read from the message: *Friday 1 June 2018, 9:30 am*" in judged(view)
    assert (field(view, "day")["initial_date"], field(view, "time")["initial_time"]) == ("2018-06-01", "09:30")
    assert field(view, "title")["initial_value"].startswith("The judge set oral argument")
    assert (
        field(view, "link")["initial_value"] == f"https://defence.slack.com/archives/{CHANNEL}/p{TS.replace('.', '')}"
    )


def test_an_order_of_which_only_the_past_makes_sense(docket: Desk) -> None:
    view = opened(docket, "Order of 4 May denying the motion to compel, served by mail on 5 May")
    assert field(view, "on")["initial_date"] == "2018-05-04"
    assert field(view, "served")["initial_date"] == "2018-05-05"
    assert field(view, "service")["initial_option"]["value"] == "mail"


def test_tomorrow_is_the_day_after_the_message(docket: Desk) -> None:
    april = f"{datetime(2018, 4, 2, 17, 0, tzinfo=UTC).timestamp():.6f}"
    view = opened(docket, "Order comes tomorrow", ts=april)
    assert field(view, "on")["initial_date"] == "2018-04-03"


def test_a_message_whose_time_is_not_told_is_read_now(docket: Desk) -> None:
    assert field(opened(docket, "Order entered today", ts=""), "on")["initial_date"] == "2018-05-07"


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("Hearing 04/05/2018", ["Thursday 5 April 2018", "Friday 4 May 2018"]),
        ("Hearing on 1 June 2018 or 8 June 2018", ["Friday 1 June 2018", "Friday 8 June 2018"]),
        ("Hearing next Friday at 9am", ["Friday 11 May 2018, 9:00 am", "Friday 18 May 2018, 9:00 am"]),
    ],
)
def test_of_several_dates_the_person_chooses(docket: Desk, text: str, choices: list[str]) -> None:
    view = opened(docket, text)
    assert labels(view["blocks"]) == [*choices, phrases.ANOTHER_DATE]
    judge_view(view)
    pressed = buttons_in(view["blocks"])[1]
    reply = ACTIONS[pressed["action_id"]](press(docket, pressed, view=view))
    assert reply.in_place
    assert reply.view
    assert "Read from the message" in judged(reply.view)
    assert field(reply.view, "link")["initial_value"].startswith("https://defence.slack.com/")
    assert field(reply.view, "title")["initial_value"] == text


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Order granting the application, response due within 14 days", phrases.READ_NO_DATE),
        ("Order in 14 days", phrases.READ_NO_DATE),
        ("Hearing on 31 June 2018", "June 2018 has 30 days"),
        ("The court may hear the 2nd motion at 9", phrases.READ_NO_DATE),
    ],
)
def test_what_is_no_certain_date_is_left_to_the_person(docket: Desk, text: str, note: str) -> None:
    view = opened(docket, text)
    assert note in judged(view)
    assert "initial_date" not in str(view)


def test_the_kind_is_a_proposal_that_one_press_changes(docket: Desk) -> None:
    view = opened(docket, "Hearing on 1 June 2018 at 9am")
    other = next(each for each in buttons_in(view["blocks"]) if each["action_id"] == "sentence.kind.order")
    reply = ACTIONS["sentence.kind.order"](press(docket, other, view=view))
    assert reply.in_place
    assert reply.view
    judge_view(reply.view)
    assert reply.view["callback_id"] == "entry.preview"
    assert field(reply.view, "on")["initial_date"] == "2018-06-01"
    assert "sentence.kind.order" not in str(reply.view)


def test_a_message_of_no_kind_asks_for_it_first(docket: Desk) -> None:
    view = opened(docket, "Please look at this by Friday 1 June 2018")
    assert view["callback_id"] == "entry.begin"
    assert "Read from the message: *Friday 1 June 2018*" in judged(view)


def test_a_very_long_message_fits(docket: Desk) -> None:
    judge_view(opened(docket, "សវនាការ 04/05/2018 " + 'ចំណងជើង "quoted" ' * 400))


def test_every_kind_has_its_button() -> None:
    assert {f"sentence.kind.{kind}" for kind in EntryKind} <= set(ACTIONS)


def test_a_new_entry_begins_with_its_kind(docket: Desk) -> None:
    view = new_entry(shortcut(docket, "")).view
    assert view
    assert view["callback_id"] == "entry.begin"


def test_a_message_without_a_case_is_told_how_to_begin(desk: Desk) -> None:
    reply = record_on_the_docket(shortcut(desk, "Order of 4 May 2018"))
    assert reply.view is None
    assert reply.message
    assert "/case add" in reply.message.text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"team": TEAM, "channel": {"id": "C1"}}, "https://defence.slack.com/archives/C1/p12"),
        ({"team": TEAM, "container": {"channel_id": "C1"}}, "https://defence.slack.com/archives/C1/p12"),
        (
            {"team": TEAM, "channel": {"id": "C1"}, "message": {"thread_ts": "1.0"}},
            "https://defence.slack.com/archives/C1/p12?thread_ts=1.0&cid=C1",
        ),
        ({"team": {"id": "T"}, "channel": {"id": "C1"}}, ""),
        ({"channel": {"id": "C1"}}, ""),
        ({"team": TEAM}, ""),
    ],
)
def test_the_address_of_a_message(body: dict[str, object], expected: str) -> None:
    assert permalink(body, "1.2") == expected


def test_the_team_records_a_message(team: Team) -> None:
    team.with_a_case()
    message = team.workspace.remembers("rainsy-us", "Hearing on 04/06/2018 at 9:30am", user="U0MAYA")
    team.dara.uses_shortcut("record_on_the_docket", message)
    choice = team.dara.waits_for_view()
    assert "Wednesday 6 June 2018" not in str(choice.body)
    team.dara.clicks(choice, "sentence.record.1")
    form = team.dara.waits_for_view("hearing.add")
    team.dara.submits(form, {})
    team.dara.waits_to_see("rainsy-us", "Monday 4 June 2018, 9:30 am")
