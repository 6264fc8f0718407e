"""What people press on reminders, and what the card says when the date passes: in the strict practice workspace."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import PracticeClock
from bot.docket import deadlines, hearings
from bot.docket.desk import Desk
from bot.law import Period
from bot.practice import Message
from bot.practice.people.actor import whole_text
from bot.reminders import Sweep, follow
from bot.rulebook import Rulebook
from handlers.delivery import SlackMessenger
from storage.cases import Case
from storage.docket import Deadline
from storage.settings import ChannelSettings
from storage.slack import Card, remember_card
from storage.store import Store
from tests.handlers.conftest import MAYA, Team, make_workspace, over_sockets
from tests.handlers.sentences import buttons_in
from tests.judges import judge_message

SAN_FRANCISCO = ZoneInfo("America/Los_Angeles")


@pytest.fixture
def desk(sqlite_store: Store, clock: PracticeClock, book: Rulebook) -> Desk:
    return Desk(store=sqlite_store, clock=clock, book=book, followers=(follow,))


@pytest.fixture
def team(desk: Desk, clock: PracticeClock) -> Iterator[Team]:
    with over_sockets(desk, make_workspace(clock)) as running:
        yield running.with_a_case()


def owes(team: Team, due: date) -> Deadline:
    with team.desk.change(by="U0DARA") as change:
        answer = change.book.count(court="cand", start=due - timedelta(days=1), period=Period(length=1))
        case = change.session.get_one(Case, 1)
        return deadlines.adopt(change, case=case, entry=None, answer=answer, owner=MAYA.id)


def sweeps(team: Team) -> None:
    Sweep(desk=team.desk, messenger=SlackMessenger(team.app.client)).run_once()


def last_message(team: Team) -> Message:
    message = team.maya.sees(team.channel)[-1]
    judge_message(message.blocks, message.text)
    return message


def the_same(team: Team, message: Message) -> Message:
    return next(each for each in team.maya.sees(team.channel) if each.ts == message.ts)


def buttons_of(message: Message) -> set[str]:
    judge_message(message.blocks, message.text)
    return {str(button["action_id"]) for button in buttons_in(message.blocks)}


def test_seen_is_noted_and_is_not_done(team: Team) -> None:
    deadline = owes(team, date(2018, 5, 8))
    sweeps(team)
    reminder = last_message(team)
    team.maya.clicks(reminder, "deadline.acknowledge")
    answer = team.maya.waits_to_see(team.channel, "You saw")
    assert "It is still owed" in answer.text
    with team.desk.look() as session:
        after = session.get_one(Deadline, deadline.key)
    assert (after.acknowledged_by, after.status) == (MAYA.id, "open")


def test_a_second_press_says_what_to_do_instead(team: Team) -> None:
    owes(team, date(2018, 5, 8))
    sweeps(team)
    reminder = last_message(team)
    team.maya.clicks(reminder, "deadline.acknowledge")
    team.maya.waits_to_see(team.channel, "You saw")
    team.maya.clicks(reminder, "deadline.acknowledge")
    team.maya.waits_to_see(team.channel, "You said already that you saw D1")


def test_whoever_confirms_takes_seen_from_nobody(team: Team) -> None:
    owes(team, date(2018, 5, 8))
    sweeps(team)
    reminder = last_message(team)
    team.maya.clicks(reminder, "deadline.confirm")
    redrawn = team.maya.waits_to_see(team.channel, "Confirmed by")
    assert "deadline.acknowledge" in buttons_of(redrawn)
    assert "*Seen* stops the calls" in whole_text(redrawn)
    team.maya.clicks(redrawn, "deadline.acknowledge")
    team.maya.waits_to_see(team.channel, "You saw")
    assert team.workspace.wait_for(lambda: "deadline.acknowledge" not in buttons_of(the_same(team, redrawn)))


def test_a_stranger_learns_nothing_from_the_button(team: Team) -> None:
    owes(team, date(2018, 5, 8))
    sweeps(team)
    with team.desk.look() as session:
        assert session.get_one(Deadline, 1).acknowledged_by is None


def test_when_the_date_passes_the_card_says_so(team: Team, clock: PracticeClock) -> None:
    deadline = owes(team, date(2018, 5, 8))
    channel = team.workspace.channel(team.channel).id
    posted = team.app.client.chat_postMessage(channel=channel, text="The card of D1")
    with team.desk.store.writing() as session:
        remember_card(session, Card(subject=deadline.ref, channel_id=channel, message_ts=str(posted["ts"])))
    clock.move_to(datetime(2018, 5, 9, 0, 5, tzinfo=SAN_FRANCISCO))
    sweeps(team)
    seen = {message.ts: whole_text(message) for message in team.maya.sees(team.channel)}
    assert "OVERDUE" in seen[str(posted["ts"])]
    assert "OVERDUE" in whole_text(last_message(team))


def test_a_card_that_cannot_be_updated_does_not_hold_back_the_alarm(
    team: Team, clock: PracticeClock, caplog: pytest.LogCaptureFixture
) -> None:
    deadline = owes(team, date(2018, 5, 8))
    channel = team.workspace.channel(team.channel).id
    with team.desk.store.writing() as session:
        remember_card(session, Card(subject=deadline.ref, channel_id=channel, message_ts="1.000000"))
    clock.move_to(datetime(2018, 5, 9, 0, 5, tzinfo=SAN_FRANCISCO))
    sweeps(team)
    assert "OVERDUE" in whole_text(last_message(team))
    assert "is not up to date" in caplog.text


def test_the_outcome_of_a_hearing_is_asked_for_with_a_button_for_each_answer(team: Team, clock: PracticeClock) -> None:
    with team.desk.change(by="U0DARA") as change:
        at = datetime(2018, 5, 9, 9, 30, tzinfo=SAN_FRANCISCO)
        hearings.schedule(change, case=change.session.get_one(Case, 1), title="Oral argument", starts_at=at)
    clock.move_to(datetime(2018, 5, 9, 11, 31, tzinfo=SAN_FRANCISCO))
    sweeps(team)
    asked = last_message(team)
    assert "Was it held? Adjourned, and to when? Or is the decision reserved?" in whole_text(asked).replace("*", "")
    buttons = next(block for block in asked.blocks if block["type"] == "actions")["elements"]
    assert [(button["action_id"], button["value"]) for button in buttons] == [
        ("entry.held", "H1"),
        ("entry.adjourn", "H1"),
        ("entry.vacate", "H1"),
    ]


def test_a_reminder_speaks_the_language_of_its_channel(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    from handlers.phrases import khmer

    monkeypatch.setattr(khmer, "REMIND_SEEN_IS_NOT_DONE", "ឃើញ", raising=False)
    owes(team, date(2018, 5, 8))
    with team.desk.store.writing() as session:
        session.merge(ChannelSettings(channel_id=team.workspace.channel(team.channel).id, language="km"))
    sweeps(team)
    assert "ឃើញ" in whole_text(last_message(team))
