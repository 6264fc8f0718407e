"""What help shows can be pasted as it stands: every example, and every "type … behind" it, of every command."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from bot.docket import cases, deadlines, entries, hearings
from bot.docket.desk import Desk
from handlers import phrases
from handlers.commands import COMMANDS
from handlers.commands.case_changes import FollowedAlreadyError
from handlers.examples import subjects
from handlers.replies import Question, Reply, sentence
from handlers.requests import Request, from_command
from storage.cases import Membership
from storage.docket import EntryKind, deadline_by_ref
from storage.store import Store

CHANNEL, MAYA, TRIGGER = "C0US", "U0MAYA", "order.nondispositive"
EXAMPLES = [(command, line, says) for command, lines in phrases.HELP.items() for line, says in lines]
TO_TYPE = [
    (command, line, typed)
    for command, line, says in EXAMPLES
    for alternatives in re.findall(r"type (.*?) behind", says)
    for typed in re.findall(r"`([^`]+)`", alternatives)
]


@pytest.fixture
def desk(sqlite_store: Store, clock: Any, book: Any) -> Desk:
    desk = Desk(store=sqlite_store, clock=clock, book=book)
    with desk.change(by="U0DARA") as change:
        case = cases.open_case(change, court="cand", docket_number="3:17-cr-1", caption="A v. B", channel_id=CHANNEL)
        change.session.add_all(Membership(channel_id=CHANNEL, person_id=person) for person in (MAYA, "U0DARA"))
        for days in (-8, 8):
            hearings.schedule(change, case=case, title="Argument", starts_at=change.now + timedelta(days=days))
        for kind in (EntryKind.ORDER, EntryKind.RULING):
            order = entries.record(
                change, case=case, kind=kind, title="Denied", on_date=date(2018, 5, 4), trigger=TRIGGER
            )
        due = [
            deadlines.adopt(change, case=case, entry=order, answer=answered)
            for answered in change.book.triggered(court="cand", trigger=TRIGGER, on=date(2018, 5, 4))
        ]
        last = due[-1].ref
    with desk.change(by=MAYA) as change:
        moot = deadline_by_ref(change.session, last)
        assert moot
        deadlines.drop_as_moot(change, deadline=moot, reason="settled")
    return desk


def typing(desk: Desk, line: str) -> Request:
    command, _, rest = line.partition(" ")
    body = {"command": command, "text": rest, "user_id": MAYA, "channel_id": CHANNEL, "trigger_id": "T1"}
    return from_command(body, desk)


def filled(desk: Desk, line: str) -> str:
    """Return an example as help shows it, and its mentions as Slack sends them."""
    with desk.look() as session:
        shown = line.format(**subjects(session, typing(desk, "/docket")))
    return re.sub(r"@(name|maya|dara)", lambda found: f"<@U0{found[1].replace('name', 'maya').upper()}>", shown)


def answer(desk: Desk, line: str) -> Reply:
    """Return what an example is answered: any refusal is an error here."""
    request = typing(desk, line)
    try:
        return COMMANDS[request.line.split(" ")[0]].answer(request)
    except Question as question:
        return question.reply
    except FollowedAlreadyError:  # the channel that an example is for follows another case
        return sentence("another channel")


@pytest.mark.parametrize(("command", "line", "says"), EXAMPLES)
def test_an_example_works_when_it_is_pasted(desk: Desk, command: str, line: str, says: str) -> None:
    shown = answer(desk, filled(desk, line))
    assert shown.view or shown.message or shown.notices
    assert "Did you mean" not in str(shown.message)
    assert filled(desk, says)


def test_the_rule_in_an_example_is_one_of_the_court_that_is_asked(sqlite_store: Store, clock: Any, book: Any) -> None:
    abroad = Desk(store=sqlite_store, clock=clock, book=book)
    with abroad.change(by="U0DARA") as change:
        cases.open_case(change, court="kh-supreme", docket_number="12", caption="C v. D", channel_id=CHANNEL)
        change.session.add(Membership(channel_id=CHANNEL, person_id=MAYA))
    shown = answer(abroad, filled(abroad, "/deadline whatif {case} {rule} from {recent} by mail")).message
    assert shown
    assert "CCP 303" in shown.text


@pytest.mark.parametrize(("command", "line", "typed"), TO_TYPE)
def test_what_may_be_typed_behind_an_example_works(desk: Desk, command: str, line: str, typed: str) -> None:
    shown = answer(desk, filled(desk, f"{line} {typed}"))
    assert shown.view is None, "it was typed, so that no form is needed"
    assert shown.message or shown.notices


@pytest.mark.parametrize("command", COMMANDS)
def test_no_gap_is_left_in_what_help_shows(desk: Desk, command: str) -> None:
    shown = answer(desk, f"{command} help").message
    assert shown
    assert "{" not in shown.text
    assert filled(desk, phrases.HELP[command][0][0]) in shown.text


@pytest.mark.parametrize("command", COMMANDS)
def test_where_nothing_is_recorded_yet_help_begins_with_what_comes_first(
    sqlite_store: Store, clock: Any, book: Any, command: str
) -> None:
    empty = Desk(store=sqlite_store, clock=clock, book=book)
    assert answer(empty, f"{command} help").message
