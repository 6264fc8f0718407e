"""News of a hearing or deadline that stands already leads to its form; a second hearing is never offered instead."""

from datetime import date, time, timedelta

import pytest

from bot.docket import cases, deadlines, hearings
from bot.docket.desk import Desk
from bot.docket.sentences_of_change import Deed, told_of
from handlers import phrases
from handlers.actions import ACTIONS
from handlers.mentions import answer
from handlers.shortcuts import record_on_the_docket
from handlers.told_dates import ToldDate, carried_date
from storage.cases import Membership
from storage.docket import entry_by_ref
from tests.handlers.sentences import CHANNEL, buttons_in, field, judged, labels, mention, press, shortcut


@pytest.fixture
def docket(desk: Desk) -> Desk:
    """One case with two hearings ahead, one that was to be heard an hour ago, and a deadline."""
    with desk.change(by="U0DARA") as change:
        case = cases.open_case(change, court="cand", docket_number="1", caption="A v. B", channel_id=CHANNEL)
        change.session.add(Membership(channel_id=CHANNEL, person_id="U0MAYA"))
        for title, ahead in (("Status conference", 192), ("Motion to compel", 720), ("Argument", -1)):
            hearings.schedule(change, case=case, title=title, starts_at=change.now + timedelta(hours=ahead))
        for answered in change.book.triggered(court="cand", trigger="order.nondispositive", on=date(2018, 5, 4))[:1]:
            deadlines.adopt(change, case=case, entry=None, answer=answered, owner="U0MAYA")
    return desk


@pytest.mark.parametrize(
    ("said", "deed", "refs"),
    [
        ("the hearing H15 moved to 11 June 2018 9am", Deed.MOVED, ("H15",)),
        ("the clerk says the hearing on the motion is moved to Friday 8 June", Deed.MOVED, ()),
        ("H2 rescheduled to 8 June 2018", Deed.MOVED, ("H2",)),
        ("please move h2 to 8 June 2018", Deed.MOVED, ("H2",)),
        ("hearing postponed", Deed.MOVED, ()),
        ("the hearing was continued to 8 June 2018", Deed.ADJOURNED, ()),
        ("H1 is vacated", Deed.VACATED, ("H1",)),
        ("the trial on 8 June was cancelled", Deed.VACATED, ()),
        ("H1 was held", Deed.HELD, ("H1",)),
        ("D1 is done", Deed.DONE, ("D1",)),
    ],
)
def test_what_is_told_of_something_that_stands(said: str, deed: Deed, refs: tuple[str, ...]) -> None:
    told = told_of(said)
    assert told
    assert (told.deed, told.refs) == (deed, refs)


@pytest.mark.parametrize(
    "said",
    [
        "hearing on the motion to vacate the award on 1 June 2018",
        "hearing on the motion to compel on 1 June 2018 at 9:30am",
        "order of 4 May 2018 that vacated the judgment",
        "the plaintiff moved to compel on 4 May 2018",
        "D1 belongs to Maya",
    ],
)
def test_what_is_new_is_not_taken_for_a_change(said: str) -> None:
    assert told_of(said) is None


@pytest.mark.parametrize(
    ("said", "action", "ref"),
    [
        ("the hearing H2 moved to 11 June 2018 9am", "entry.move", "H2 2018-06-11T09:00"),
        ("the hearing H2 moved to 11 June 2018", "entry.move", "H2 2018-06-11"),
        ("H2 moved", "entry.move", "H2"),
        ("H2 adjourned to 11 June 2018 9am", "entry.move", "H2 2018-06-11T09:00"),
        ("H3 adjourned to 11 June 2018 9am", "entry.adjourn", "H3 2018-06-11T09:00"),
        ("H2 is cancelled", "entry.vacate", "H2"),
        ("H3 was held", "entry.held", "H3"),
        ("D1 is done", "deadline.done", "D1"),
    ],
)
def test_a_mention_leads_to_the_form_of_what_it_names(docket: Desk, said: str, action: str, ref: str) -> None:
    shown = answer(mention(docket, said))
    judged(shown)
    assert [(each["action_id"], each["value"]) for each in buttons_in(shown.blocks)] == [(action, ref)]


def test_the_new_date_is_told_as_it_was_read(docket: Desk) -> None:
    shown = answer(mention(docket, "the hearing H2 moved to 11 June 2018 9am"))
    assert "I read: Monday 11 June 2018, 9:00 am" in shown.text


@pytest.mark.parametrize("name", ["H2", "H3"])
def test_the_form_is_filled_with_the_date_that_was_told(docket: Desk, name: str) -> None:
    shown = answer(mention(docket, f"{name} adjourned to 11 June 2018 9am"))
    [pressed] = buttons_in(shown.blocks)
    form = ACTIONS[pressed["action_id"]](press(docket, pressed)).view
    assert form
    assert "Read from the message: *Monday 11 June 2018, 9:00 am*" in judged(form)
    assert field(form, "day")["initial_date"] == "2018-06-11"
    assert field(form, "time")["initial_time"] == "09:00"


@pytest.mark.parametrize("told", [ToldDate(day=date(2018, 6, 11)), ToldDate(day=date(2018, 6, 11), hour=time(0, 0))])
def test_a_button_carries_a_date_there_and_back(told: ToldDate) -> None:
    assert carried_date(told.carried("H2")) == ("H2", told)


@pytest.mark.parametrize("value", ["H2", "H2 ", "H2 soon", "H2 2018-13-45"])
def test_a_button_without_a_date_that_can_be_read_opens_the_form_as_it_stands(value: str) -> None:
    assert carried_date(value) == ("H2", None)


def test_an_hour_that_was_not_told_is_not_filled_in(docket: Desk) -> None:
    [pressed] = buttons_in(answer(mention(docket, "H2 moved to 11 June 2018")).blocks)
    form = ACTIONS[pressed["action_id"]](press(docket, pressed)).view
    assert form
    assert field(form, "day")["initial_date"] == "2018-06-11"
    assert "initial_time" not in field(form, "time")


def test_where_none_is_named_each_hearing_that_stands_can_be_meant_the_likeliest_first(docket: Desk) -> None:
    shown = answer(mention(docket, "the clerk says the hearing on the motion is moved to Friday 8 June"))
    judged(shown)
    assert labels(shown.blocks) == ["Move H2", "Move H3", "Move H1", phrases.NEWS_IS_NEW]


def test_a_message_is_read_the_same_way_by_the_shortcut(docket: Desk) -> None:
    view = record_on_the_docket(shortcut(docket, "H2 is moved to 11 June 2018 9am")).view
    judged(view)
    assert view
    [pressed] = buttons_in(view["blocks"])
    assert (pressed["action_id"], pressed["value"]) == ("entry.move", "H2 2018-06-11T09:00")


def test_an_id_of_elsewhere_in_a_message_is_a_word_like_any_other(docket: Desk) -> None:
    view = record_on_the_docket(shortcut(docket, "Hearing room H99 moved to 11 June 2018 9am")).view
    assert view
    assert view["callback_id"] == "hearing.add"


def test_a_hearing_that_is_closed_says_so(docket: Desk) -> None:
    with docket.change(by="U0DARA") as change:
        hearing = entry_by_ref(change.session, "H2")
        assert hearing
        hearings.vacate(change, hearing=hearing, reason="settled")
    shown = answer(mention(docket, "H2 moved to 11 June 2018 9am"))
    assert "already" in shown.text
    assert buttons_in(shown.blocks) == []
