"""What channels are told of a change: in their own language, and nothing of cases that they do not follow."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from bot.docket import cases, entering, hearings
from handlers.commands import case, changing, hearing
from handlers.commands.case_changes import edited
from handlers.commands.undoing import undo
from handlers.guard import answered
from handlers.replies import Reply
from handlers.requests import Request, from_command, from_press, from_submission
from storage.cases import Membership, case_by_ref
from storage.deeds import deeds_of
from storage.settings import ChannelSettings
from storage.traces import fingerprint
from tests.handlers import test_deadlines as office
from tests.handlers.test_deadlines import CHANNEL, ELSEWHERE, MAYA, Screen, words

screen = office.screen

LUNCH = datetime(2018, 6, 11, 19, 0, tzinfo=UTC)
"""Monday 11 June 2018, noon in San Francisco."""


def asked(screen: Screen, handle: Callable[[Request], Reply], line: str, *, channel: str = CHANNEL) -> Reply:
    """Type a command as Maya and return everything that it leads to."""
    command, _, text = line.partition(" ")
    body = {"command": command, "text": text, "user_id": MAYA, "channel_id": channel, "trigger_id": line}
    return answered(handle, from_command(body, screen.desk))


def saved(screen: Screen, shown: Reply, *, channel: str = CHANNEL) -> Reply:
    """Press, as Maya, the button that saves what was shown."""
    assert shown.message
    buttons = [each for block in shown.message.blocks for each in block.get("elements", ())]
    (value,) = [each["value"] for each in buttons if each.get("action_id") == "change.save"]
    press = {"actions": [{"action_id": "change.save", "value": value}], "trigger_id": "saved"}
    return answered(changing.save, from_press({**press, "user": {"id": MAYA}, "channel": {"id": channel}}, screen.desk))


def notices(reply: Reply) -> str:
    assert reply.notices
    return "\n".join(words(notice.message) for notice in reply.notices)


def told(reply: Reply) -> str:
    assert reply.message
    return words(reply.message)


@pytest.fixture
def two_cases(screen: Screen) -> Screen:
    """Maya is in two channels: here, H1 of C1 and D1 are hers; elsewhere H2 and D3 to D6 of C2."""
    with screen.desk.change(by=MAYA) as change:
        change.session.add(Membership(channel_id=ELSEWHERE, person_id=MAYA))
        here = case_by_ref(change.session, "C1")
        assert here
        other = cases.open_case(change, court="cand", docket_number="17", caption="A secret", channel_id=ELSEWHERE)
        for which, hour in ((here, 15), (other, LUNCH.hour)):
            starts_at = LUNCH.replace(hour=hour)
            hearings.schedule(change, case=which, title="Hearing", starts_at=starts_at, owner=MAYA)
        for number in range(4):
            title = f"Brief {number}"
            entering.enter(change, case=other, title=title, due=date(2018, 6, 4), is_fixed=False, owner=MAYA)
    screen.types("/deadline assign D1 me")
    return screen


@pytest.fixture
def khmer_channel(two_cases: Screen) -> Screen:
    """The channel that follows C1 reads Khmer; Maya reads English."""
    with two_cases.desk.store.writing() as session:
        session.add(ChannelSettings(channel_id=CHANNEL, language="km"))
    return two_cases


def test_what_a_moved_hearing_meets_elsewhere_is_for_the_eyes_of_whoever_moved_it(two_cases: Screen) -> None:
    shown = asked(two_cases, hearing.move, '/hearing H1 11 June 2018 noon "stipulated"')
    assert "*H1* and *H2*" in told(shown)
    assert "Nothing is saved yet" in told(shown)
    assert not shown.notices
    reply = saved(two_cases, shown)
    assert "H1 moved" in notices(reply)
    assert "H2" not in notices(reply)
    assert "*H1* and *H2*" in told(reply)


def test_what_an_extended_deadline_meets_elsewhere_is_for_the_eyes_of_whoever_extended_it(two_cases: Screen) -> None:
    text = two_cases.types('/deadline extend D1 4 June 2018 "order of 14 May"')
    reply = two_cases.last
    assert "owes 5 deadlines" in text
    assert "Monday 4 June 2018" in notices(reply)
    assert "D3" not in notices(reply)
    assert "D3" in told(reply)


def test_who_asks_from_elsewhere_reads_the_news_and_the_conflict(two_cases: Screen) -> None:
    shown = asked(two_cases, hearing.move, '/hearing H1 11 June 2018 noon "stipulated"', channel=ELSEWHERE)
    reply = saved(two_cases, shown, channel=ELSEWHERE)
    assert "H1 moved" in told(reply)
    assert "*H1* and *H2*" in told(reply)
    assert "H2" not in notices(reply)


@pytest.mark.parametrize(
    ("line", "english"),
    [
        ('/deadline extend D1 10 June 2018 "order"', "Sunday"),
        ('/deadline extend D1 10 May 2018 "order"', "earlier"),
        ('/deadline moot D1 "settled"', "moot"),
    ],
)
def test_a_channel_reads_of_its_deadlines_in_its_own_language(khmer_channel: Screen, line: str, english: str) -> None:
    khmer_channel.types(line)
    assert english not in notices(khmer_channel.last)
    assert "ឆ្នាំ២០១៨" in notices(khmer_channel.last)


def test_a_channel_reads_in_its_own_language_that_a_deadline_is_owed_again(khmer_channel: Screen) -> None:
    khmer_channel.types('/deadline moot D1 "settled"')
    khmer_channel.types('/deadline reopen D1 "not settled"')
    assert "2018" not in notices(khmer_channel.last)
    assert "ឆ្នាំ២០១៨" in notices(khmer_channel.last)


def test_a_channel_reads_in_its_own_language_of_a_hearing_on_a_closed_day(khmer_channel: Screen) -> None:
    reply = asked(khmer_channel, hearing.move, '/hearing H1 10 June 2018 9am "stipulated"', channel=ELSEWHERE)
    assert "Sunday" in told(reply)
    assert "closed" in told(reply)
    assert "Sunday" not in notices(reply)
    assert "closed" not in notices(reply)


def test_a_channel_reads_in_its_own_language_that_its_case_is_over_and_that_it_is_not(khmer_channel: Screen) -> None:
    for ref in ("D1", "D2"):
        khmer_channel.types(f'/deadline moot {ref} "settled"')
    asked(khmer_channel, hearing.vacate, '/hearing H1 "settled"')
    for line, english in (('/case close C1 "settled"', "closed"), ('/case reopen C1 "not settled"', "open again")):
        reply = asked(khmer_channel, case.COMMAND.answer, line)
        assert english in told(reply)
        assert english not in notices(reply)


def test_a_channel_reads_in_its_own_language_that_the_reminders_of_a_case_stop(khmer_channel: Screen) -> None:
    asked(khmer_channel, case.COMMAND.answer, "/case link C1", channel=ELSEWHERE)
    reply = asked(khmer_channel, case.COMMAND.answer, "/case unlink C1")
    assert [notice.channel_id for notice in reply.notices] == [CHANNEL]
    assert "C1" in told(reply)
    assert "ឈប់" in notices(reply)
    assert "reminders" not in notices(reply)


def test_a_channel_reads_in_its_own_language_what_its_case_is_called_now(khmer_channel: Screen) -> None:
    with khmer_channel.desk.look() as session:
        found = case_by_ref(session, "C1")
        assert found
        memo = f'{{"channel": "{CHANNEL}", "case": "C1", "seen": "{fingerprint(found)}"}}'
    values = {name: {"value": {"value": value}} for name, value in (("number", "18"), ("caption", "Rainsy"))}
    view = {"id": "V1", "callback_id": "case.edit", "private_metadata": memo, "state": {"values": values}}
    reply = answered(edited, from_submission({"user": {"id": MAYA}, "view": view}, khmer_channel.desk))
    assert "named anew" in told(reply)
    assert "named anew" not in notices(reply)


def test_a_channel_reads_in_its_own_language_what_was_undone(khmer_channel: Screen) -> None:
    asked(khmer_channel, hearing.move, '/hearing H1 12 June 2018 9am "stipulated"')
    with khmer_channel.desk.look() as session:
        deed = next(iter(deeds_of(session, MAYA, since=datetime(2018, 5, 1, tzinfo=UTC))))
    pressed = {"actions": [{"action_id": "deed.undo", "value": str(deed.key)}], "user": {"id": MAYA}}
    reply = answered(undo, from_press({**pressed, "channel": {"id": CHANNEL}}, khmer_channel.desk))
    assert "June" not in notices(reply)
    assert "ខែមិថុនា" in notices(reply)
