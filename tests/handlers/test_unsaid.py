"""What is answered where it is not said, or no longer known, what is meant."""

from typing import Any

import pytest

from bot.docket import cases
from bot.docket.desk import Desk
from handlers import phrases
from handlers.actions import ACTIONS
from handlers.commands.deadline import COMMAND as DEADLINE
from handlers.commands.docket import COMMAND
from handlers.guard import answered
from handlers.replies import Reply
from handlers.requests import from_command, from_press
from tests.handlers import test_deadlines as office
from tests.handlers.test_deadlines import CHANNEL, DARA, ELSEWHERE, MAYA, SOKHA, Screen, words

screen = office.screen


def asked(desk: Desk, text: str, *, by: str = SOKHA) -> Reply:
    body: dict[str, Any] = {"command": "/docket", "text": text, "user_id": by, "channel_id": ELSEWHERE}
    return answered(COMMAND.answer, from_command({**body, "trigger_id": text}, desk))


@pytest.mark.parametrize("text", ["settle kh-civil:roll", "unsettle kh-civil:roll", "closure", "closure add"])
def test_who_sees_no_case_is_told_how_to_begin(screen: Screen, text: str) -> None:
    told = asked(screen.desk, text).message
    assert told
    assert words(told).splitlines()[0] == phrases.NO_COURT_HERE.replace("`", "")


def test_a_verb_that_stands_behind_no_dots_any_more_is_no_fault_of_ours(screen: Screen) -> None:
    chosen = {"action_id": "entry.more", "selected_option": {"value": "celebrate O1"}}
    body = {"actions": [chosen], "user": {"id": MAYA}, "channel": {"id": CHANNEL}, "trigger_id": "T"}
    told = answered(ACTIONS["entry.more"], from_press(body, screen.desk)).message
    assert told
    assert phrases.UNKNOWN_BUTTON.replace("`", "") in told.text


def typed_where_no_form_opens(screen: Screen, text: str) -> str:
    body = {"command": "/deadline", "text": text, "user_id": MAYA, "channel_id": CHANNEL}
    told = answered(DEADLINE.answer, from_command(body, screen.desk)).message
    assert told
    return words(told)


@pytest.mark.parametrize(("others", "named"), [(5, "follows C1, C2, C3, C4, C5, C6."), (20, "follows 21 cases.")])
def test_of_many_cases_it_is_said_how_many_there_are(screen: Screen, others: int, named: str) -> None:
    with screen.desk.change(by=DARA) as change:
        for number in range(others):
            docket_number = f"18-{number}"
            cases.open_case(change, court="cand", docket_number=docket_number, caption="X", channel_id=CHANNEL)
    told = typed_where_no_form_opens(screen, "add 4 June 2018 Reply")
    assert named in told
    assert "Say which one first" in told
