"""A plain sentence to `@adquem`: understood, shown in full dates, and never saved before somebody checked it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot.clock import PracticeClock
from bot.docket import cases, deadlines, hearings
from bot.docket.desk import Desk
from bot.docket.errors import NotOnTheDocketError
from handlers import phrases
from handlers.mentions import ACTIONS, answer, mentioned
from handlers.views.blocks import Message
from storage.cases import Membership
from storage.docket import Entry, deadline_by_ref
from tests.handlers.conftest import Team
from tests.handlers.sentences import CHANNEL, buttons_in, field, judged, labels, mention, press
from tests.judges import judge_message, judge_view


@pytest.fixture
def docket(desk: Desk) -> Desk:
    """A case in San Francisco that Maya's channel follows, and one in Phnom Penh that she may not see."""
    with desk.change(by="U0DARA") as change:
        us = cases.open_case(
            change, court="cand", docket_number="3:18-mc-80024-SK", caption="A v. B", channel_id=CHANNEL, alias="River"
        )
        kh = cases.open_case(change, court="kh-phnompenh", docket_number="77", caption="C v. D", channel_id="C0KH")
        change.session.add(Membership(channel_id=CHANNEL, person_id="U0MAYA"))
        for case in (us, kh):
            starts_at = change.now + timedelta(days=8)
            hearings.schedule(change, case=case, title="Argument", starts_at=starts_at)
        for answered in change.book.triggered(court="cand", trigger="order.nondispositive", on=date(2018, 5, 4)):
            deadlines.adopt(change, case=us, entry=None, answer=answered, owner="U0MAYA")
    return desk


@pytest.fixture
def both_seen(docket: Desk) -> Desk:
    """Maya's channel follows the case in Phnom Penh, too."""
    with docket.change(by="U0DARA") as change:
        cases.link(change, case=cases_by_number(change.session, "77"), channel_id=CHANNEL)
    return docket


def cases_by_number(session: Any, number: str) -> Any:
    from storage.cases import Case

    return session.exec(select(Case).where(Case.docket_number == number)).one()


def told(desk: Desk, text: str) -> Message:
    shown = answer(mention(desk, text))
    judged(shown)
    return shown


def test_a_hearing_is_understood_and_its_doubtful_date_is_asked(docket: Desk) -> None:
    shown = told(docket, "hearing on the motion to compel in C1 next Friday at 9:30am")
    assert "Hearing “Hearing on the motion to compel”, case C1. Nothing is saved yet." in shown.text
    assert labels(shown.blocks) == [
        "Friday 11 May 2018, 9:30 am",
        "Friday 18 May 2018, 9:30 am",
        phrases.ANOTHER_DATE,
    ]


def test_the_date_that_was_pressed_stands_in_the_form(docket: Desk) -> None:
    shown = told(docket, "hearing on the motion to compel in C1 next Friday at 9:30am")
    second = buttons_in(shown.blocks)[1]
    view = ACTIONS[second["action_id"]](press(docket, second)).view
    assert view
    judged(view)
    assert view["callback_id"] == "hearing.add"
    assert field(view, "title")["initial_value"] == "Hearing on the motion to compel"
    assert (field(view, "day")["initial_date"], field(view, "time")["initial_time"]) == ("2018-05-18", "09:30")
    assert field(view, "link")["initial_value"].startswith(f"https://defence.slack.com/archives/{CHANNEL}/p1525")


def test_another_date_opens_the_form_without_one(docket: Desk) -> None:
    last = buttons_in(told(docket, "hearing next Friday at 9:30am").blocks)[-1]
    view = ACTIONS[last["action_id"]](press(docket, last)).view
    assert view
    assert "initial_date" not in field(view, "day")
    assert phrases.READ_NO_DATE in judged(view)


def test_an_order_brings_its_date_its_service_and_the_day_of_it(docket: Desk) -> None:
    shown = told(docket, "order of 4 May granting the application, served by mail on 7 May")
    assert "Friday 4 May 2018 (from “4 May”)" in shown.text
    assert "Served by mail: Monday 7 May 2018." in shown.text
    (button,) = buttons_in(shown.blocks)
    view = ACTIONS[button["action_id"]](press(docket, button)).view
    assert view
    assert view["callback_id"] == "entry.preview"
    assert field(view, "title")["initial_value"] == "Order granting the application"
    assert field(view, "on")["initial_date"] == "2018-05-04"
    assert field(view, "served")["initial_date"] == "2018-05-07"
    assert field(view, "service")["initial_option"]["value"] == "mail"
    assert "Read from the message: *Friday 4 May 2018* (“4 May”)" in judged(view)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("hearing on 31 June 2018 at 9am", "June 2018 has 30 days"),
        ("hearing on Monday 5 June 2018", "5 June 2018 is a Tuesday"),
        ("hearing on the motion to dismiss", phrases.UNDERSTOOD_NO_DATE),
        ("order of 4 May 2018, served on 04/05/2018", "is not certain from “04/05/2018”"),
        ("ruling on 3 May 2018 and hearing on 12 June 2018", phrases.UNDERSTOOD_SEVERAL),
        ("hearing on 1 June 2018 and on 31 June 2018", "June 2018 has 30 days"),
        ("order of 4 May 2018 served on 7 May 2018", "Served: Monday 7 May 2018."),
        ("order of 4 May 2018, served by mail", "Served by mail; no day of service was said."),
    ],
)
def test_a_date_that_is_none_or_several_is_never_taken_silently(docket: Desk, said: str, expected: str) -> None:
    assert expected in told(docket, said).text


def test_nothing_is_saved_by_a_sentence(docket: Desk) -> None:
    with docket.look() as session:
        before = len(session.exec(select(Entry)).all())
    told(docket, "hearing on 1 June 2018 at 9:30am")
    with docket.look() as session:
        assert len(session.exec(select(Entry)).all()) == before


def test_a_date_that_depends_on_the_court_waits_for_the_case(both_seen: Desk) -> None:
    shown = told(both_seen, "hearing tomorrow at 2pm Paris")
    assert "depends on the court" in shown.text
    (button,) = buttons_in(shown.blocks)
    view = ACTIONS[button["action_id"]](press(both_seen, button)).view
    assert view
    assert view["callback_id"] == "entry.begin"


@pytest.mark.parametrize("named", ["C1", "River", "3:18-mc-80024-SK"])
def test_the_case_is_known_by_any_of_its_names(both_seen: Desk, named: str) -> None:
    assert "case C1" in told(both_seen, f"hearing in {named} on 1 June 2018 at 9am").text


def test_a_date_that_is_the_same_at_every_court_needs_no_case(both_seen: Desk) -> None:
    shown = told(both_seen, "hearing on 1 June 2018 at 9am")
    assert "Friday 1 June 2018, 9:00 am" in shown.text
    assert "case" not in shown.text.split("Nothing is saved")[0]


def test_a_deadline_that_is_asked_about_is_shown_as_it_stands(docket: Desk) -> None:
    assert told(docket, "is D1 done?").text.startswith("Not done yet: D1 is open.")
    with docket.change(by="U0MAYA") as change:
        first, second = (deadline_by_ref(change.session, ref) for ref in ("D1", "D2"))
        assert first
        assert second
        deadlines.complete(change, deadline=first, proof="ECF No. 21")
        deadlines.drop_as_moot(change, deadline=second, reason="settled")
    assert told(docket, "is D1 done?").text.startswith("Yes: D1 is done.")
    assert "D2 is moot: nobody owes it" in told(docket, "what about D2?").text
    assert "Argument" in told(docket, "H1").text


@pytest.mark.parametrize("ref", ["H2", "D99"])
def test_what_somebody_may_not_see_is_not_on_their_docket(docket: Desk, ref: str) -> None:
    with pytest.raises(NotOnTheDocketError):
        answer(mention(docket, f"what about {ref}?"))


@pytest.mark.parametrize(
    ("asked", "title", "holds", "lacks"),
    [
        ("what is due next week?", "Mon 14 May 2018 to Sun 20 May 2018", "H1", "H2"),
        ("what hearings are coming up?", phrases.HOME_HEARINGS, "H1", "H2"),
        ("what are my deadlines?", phrases.HOME_MINE, "D1", "H1"),
        ("what is overdue?", phrases.HOME_OVERDUE, phrases.HOME_NONE, "D1"),
        ("what waits to be confirmed? anything unconfirmed", phrases.HOME_UNCONFIRMED, "D1", "H1"),
        ("any conflicts?", phrases.CONFLICTS_TITLE, phrases.HOME_NONE, "D1"),
        ("what is due today?", "Mon 7 May 2018", "What comes next:", "D1"),
        ("what is due in the next 2 weeks?", "Mon 7 May 2018 to Mon 21 May 2018", "D1", "H2"),
        ("what is due this month?", "Tue 1 May 2018 to Thu 31 May 2018", "D1", "H2"),
        ("any hearings in April?", "Mon 1 Apr 2019 to Tue 30 Apr 2019", phrases.NOTHING_THEN_NOR_LATER, "H1"),
        ("what is next?", "Mon 7 May 2018 to Mon 21 May 2018", "H1", "H2"),
        ("what is due next month?", "Fri 1 Jun 2018 to Sat 30 Jun 2018", "", "H1"),
        ("when is the argument?", "What is to come with “argument”", "H1", "D1"),
        ("when are the objections due?", "What is to come with “objection”", "D1", "H1"),
        ("when are that order's objections due?", "What is to come with", "D1", "H1"),
        ("when are our replies due?", "Mon 7 May 2018 to Mon 21 May 2018", "D1", "H2"),
        ("when is the sentencing hearing?", phrases.HOME_HEARINGS, "H1", "D1"),
        ("what is due this week?", "Mon 7 May 2018 to Sun 13 May 2018", "What comes next:", "D1"),
        ("is the court open on 28 May 2018?", "Mon 28 May 2018", "closed (Memorial Day)", "H1"),
        ("is the court open on 29 May 2018?", "Tue 29 May 2018", "no closed weekday", "H1"),
        ("is the court open on 26 May 2018?", "Sat 26 May 2018", "is on a weekend", "open"),
        ("which days is the court closed in July?", "Sun 1 Jul 2018 to Tue 31 Jul 2018", "Independence Day", "H1"),
        ("why is D1 due then?", "D1 · Objections", "FRCP 72(a)", "Not done yet"),
        ("who owns D1?", ":hourglass", "D1", "Not done yet"),
    ],
)
def test_a_list_that_is_asked_for_is_shown(docket: Desk, asked: str, title: str, holds: str, lacks: str) -> None:
    text = told(docket, asked).text
    assert text.startswith(title)
    assert holds in text
    assert lacks not in text


def test_a_long_list_goes_on_in_pages(docket: Desk) -> None:
    with docket.change(by="U0DARA") as change:
        us = cases_by_number(change.session, "3:18-mc-80024-SK")
        for hour in range(30):
            hearings.schedule(
                change, case=us, title=f"Call {hour}", starts_at=change.now + timedelta(days=9, hours=hour)
            )
    shown = told(docket, "what is due next week?")
    more = buttons_in(shown.blocks)[0]
    page = ACTIONS[more["action_id"]](press(docket, more)).view
    assert page
    assert "11 to 20 of" in judged(page)
    later = next(each for each in buttons_in(page["blocks"]) if each["action_id"] == "list.later")
    turned = ACTIONS["list.later"](press(docket, later, view=page))
    assert turned.in_place
    assert "21 to " in judged(turned.view)
    assert "list.earlier" in str(turned.view)


@pytest.mark.parametrize("value", ["nonsense 1", "between x y 1", "between 2018-05-01 1", ""])
def test_a_list_that_is_not_known_any_more_says_so(docket: Desk, value: str) -> None:
    gone = ACTIONS["list.open"](press(docket, {"action_id": "list.open", "value": value}))
    assert gone.message
    assert gone.message.text == phrases.LIST_IS_GONE


@pytest.mark.parametrize(
    "said", ["thanks!", "what is the weather", "when is the weather", "the cat sat 3 times", "who is away?"]
)
def test_what_is_not_understood_gets_examples_that_work(docket: Desk, said: str) -> None:
    shown = told(docket, said)
    assert "I did not understand" in shown.text
    assert len(buttons_in(shown.blocks)) == 3
    examples = [line.strip("• ") for line in shown.text.splitlines() if line.startswith("•")]
    assert len(examples) == 3
    for example in examples[:2]:
        assert "Nothing is saved yet" in told(docket, example).text


@pytest.mark.parametrize("said", ["", "hello", "help", "Hi!", "?"])
def test_a_greeting_is_answered_with_what_can_be_done(docket: Desk, said: str) -> None:
    assert phrases.MENTION.replace("`", "") in told(docket, said).text


def test_a_mention_is_answered_once(docket: Desk) -> None:
    assert mentioned(mention(docket, "hello")).message
    assert mentioned(mention(docket, "hello")).message is None


def test_user_text_obeys_nothing(docket: Desk) -> None:
    shown = told(docket, "hearing &lt;!channel&gt; *bold* on 1 June 2018 " + "ចំណងជើង" * 200)
    assert "&lt;!channel&gt;" in shown.blocks[0]["text"]["text"]
    assert "<!channel>" not in shown.text
    view = ACTIONS["sentence.record.only"](press(docket, buttons_in(shown.blocks)[0])).view
    judged(view)


def test_slack_would_take_every_answer(docket: Desk) -> None:
    shown = told(docket, "hearing next Friday at 9:30am and something 04/05/2018")
    judge_message(list(shown.blocks), shown.text)
    button = buttons_in(shown.blocks)[0]
    judge_view(ACTIONS[button["action_id"]](press(docket, button)).view or {})


def test_somebody_without_a_case_is_told_how_to_begin(desk: Desk) -> None:
    shown = told(desk, "hearing on 1 June 2018 at 9am")
    button = buttons_in(shown.blocks)[0]
    reply = ACTIONS[button["action_id"]](press(desk, button))
    assert reply.message
    assert reply.message.text.startswith("There is no case")


def test_the_team_sees_it_work_in_a_thread(team: Team, clock: PracticeClock) -> None:
    team.with_a_case()
    parent = team.workspace.remembers("rainsy-us", "About the hearing", user="U0MAYA")
    team.maya.types("rainsy-us", "@adquem oral argument on 1 June 2018 at 9:30am", thread_ts=parent.ts)
    shown = team.maya.waits_to_see("rainsy-us", "Nothing is saved yet")
    assert shown.thread_ts == parent.ts
    team.maya.clicks(shown, "sentence.record.only")
    form = team.maya.waits_for_view("hearing.add")
    team.maya.submits(form, {})
    team.maya.waits_to_see("rainsy-us", "recorded by")
    with team.desk.look() as session:
        hearing = session.exec(select(Entry)).one()
    assert hearing.title == "Oral argument"
    assert hearing.starts_at == datetime.fromisoformat("2018-06-01T09:30:00-07:00")
    assert hearing.link.startswith("https://")
