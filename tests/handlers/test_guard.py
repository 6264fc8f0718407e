"""What may never happen: a lost acknowledgement, a request run twice, a caption in the log."""

import json
import logging
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from slack_bolt import App, BoltRequest
from slack_sdk import WebClient

from bot.docket.desk import Desk
from bot.docket.errors import NoCaseHereError
from bot.law import LawError
from handlers import phrases
from handlers.acknowledging import Acknowledgement
from handlers.guard import answered, guarded
from handlers.outbox import Outbox
from handlers.replies import FieldError, Reply, sentence
from handlers.requests import Kind, Request, from_command, from_submission, typed, written
from storage.docket import entries_of
from tests.handlers.conftest import Team

NOWHERE = WebClient(token="xoxb-1", base_url="http://127.0.0.1:9/", timeout=1, retry_handlers=[])


def a_command(text: str = "", command: str = "/docket", **changes: Any) -> dict[str, Any]:
    usual = {"command": command, "text": text, "user_id": "U0DARA", "channel_id": "C1", "trigger_id": "1.2"}
    return usual | changes


def a_submission(**fields: Any) -> dict[str, Any]:
    values = {name: {"value": {"type": "plain_text_input", "value": value}} for name, value in fields.items()}
    view = {"id": "V1", "hash": "h1", "private_metadata": '{"channel": "C1"}', "state": {"values": values}}
    return {"user": {"id": "U0DARA"}, "view": view | {"type": "modal"}, "trigger_id": "1.3"}


class Acks:
    """The wire at which an acknowledgement arrives."""

    def __init__(self) -> None:
        self.given: list[dict[str, Any]] = []

    def __call__(self, **payload: Any) -> None:
        self.given.append(payload)


def listens(desk: Desk, handle: Callable[[Request], Reply], body: dict[str, Any], kind: Kind = Kind.COMMAND) -> Acks:
    acks = Acks()
    guarded(handle, kind=kind, outbox=Outbox(desk))(ack=acks, body=body, client=NOWHERE)
    return acks


def failing(error: Exception) -> Callable[[Request], Reply]:
    def handle(request: Request) -> Reply:
        raise error

    return handle


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (NoCaseHereError(), "This channel follows no case yet"),
        (LawError("I know no court “nowhere”."), "I know no court"),
        (RuntimeError("Rainsy v. Facebook"), phrases.OUR_FAULT),
    ],
)
def test_every_error_is_acknowledged_with_one_sentence(desk: Desk, error: Exception, told: str) -> None:
    (ack,) = listens(desk, failing(error), a_command()).given
    assert told in ack["text"]
    assert ack["response_type"] == "ephemeral"


def test_in_a_form_the_sentence_stands_under_its_field(desk: Desk) -> None:
    acks = listens(desk, failing(FieldError("link", "No link.")), a_submission(title="x", link="y"), Kind.SUBMISSION)
    assert acks.given == [{"response_action": "errors", "errors": {"link": "No link."}}]
    acks = listens(desk, failing(NoCaseHereError()), a_submission(title="x"), Kind.SUBMISSION)
    assert acks.given[0]["errors"].keys() == {"title"}


def test_in_a_form_without_fields_the_sentence_takes_its_place(desk: Desk) -> None:
    (ack,) = listens(desk, failing(RuntimeError()), a_submission(), Kind.SUBMISSION).given
    assert ack["response_action"] == "update"
    assert phrases.OUR_FAULT in str(ack["view"])


def test_what_people_wrote_is_never_logged(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        listens(desk, failing(RuntimeError("Rainsy v. Facebook")), a_command("add cand 1 Rainsy v. Facebook"))
    assert "RuntimeError" in caplog.text
    assert "Rainsy" not in caplog.text


def test_a_request_that_cannot_be_read_is_acknowledged_all_the_same(desk: Desk) -> None:
    assert listens(desk, failing(RuntimeError()), {"command": "/docket"}).given == [{}]


def test_a_failure_to_tell_is_no_failure_to_save(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    acks = listens(desk, lambda _: Reply(message=sentence("Saved.").message, home=True), a_command())
    assert acks.given[0]["text"] == "Saved."
    assert phrases.OUR_FAULT not in caplog.text


def test_a_slow_answer_is_acknowledged_bare_in_time_and_owed() -> None:
    acks = Acks()
    with Acknowledgement(acks, patience=0.01) as acknowledgement:
        time.sleep(0.1)
        assert acknowledgement.give(text="late") is False
    assert acks.given == [{}]


def test_an_acknowledgement_is_given_once_by_whoever_comes_first() -> None:
    acks = Acks()
    with Acknowledgement(acks) as acknowledgement:
        threads = [threading.Thread(target=acknowledgement.give) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert acks.given == [{}]


def test_a_late_answer_arrives_by_the_response_address(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    team.with_a_case()
    monkeypatch.setattr("handlers.acknowledging.PATIENCE", 0.0)
    team.dara.types("rainsy-us", "/case list")
    team.dara.waits_to_see("rainsy-us", phrases.CASES_HERE)


def test_a_replayed_command_changes_nothing_twice(team: Team) -> None:
    team.with_a_case()
    channel = team.workspace.channel("rainsy-us").id
    body = a_command("add 30 May 2018 9:30am Argument", "/hearing", channel_id=channel, trigger_id="7.7")
    answers = [dispatched(team.app, body) for _ in range(2)]
    assert "H1" in answers[0]
    assert "done already" in answers[1]
    with team.desk.look() as session:
        assert len(entries_of(session, [1])) == 1


def test_a_replayed_form_changes_nothing_twice(team: Team) -> None:
    team.with_a_case()
    channel = team.workspace.channel("rainsy-us").id
    body = a_submission(case="C1", title="Argument", day="2018-05-30", time="09:30")
    body["type"] = "view_submission"
    body["view"] |= {"callback_id": "hearing.add", "private_metadata": json.dumps({"channel": channel})}
    answers = [dispatched(team.app, body) for _ in range(2)]
    assert "clear" in answers[0]
    assert "done already" in answers[1]


def test_a_replayed_mention_is_answered_once(team: Team) -> None:
    team.with_a_case()
    event = {"type": "app_mention", "user": "U0DARA", "channel": team.workspace.channel("rainsy-us").id, "text": "hi"}
    body = {"type": "event_callback", "event_id": "Ev1", "event": event}
    for _ in range(2):
        dispatched(team.app, body)
    team.dara.waits_to_see("rainsy-us", "I keep the docket")
    time.sleep(0.2)
    assert sum("I keep the docket" in each.text for each in team.dara.sees("rainsy-us")) == 1


def test_twenty_requests_at_once_lose_none(team: Team) -> None:
    team.with_a_case()
    channel = team.workspace.channel("rainsy-us").id
    bodies = [
        a_command(f"add 30 May 2018 9:30am Argument {number}", "/hearing", channel_id=channel, trigger_id=f"8.{number}")
        for number in range(20)
    ]
    answers: list[str] = []
    threads = [threading.Thread(target=lambda body=body: answers.append(dispatched(team.app, body))) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 20
    told_at_once = [answer for answer in answers if answer]  # an answer that is late follows its acknowledgement
    assert all("is on the docket" in answer for answer in told_at_once)

    def all_are_kept() -> bool:
        with team.desk.look() as session:
            return len(entries_of(session, [1])) == 20

    team.workspace.wait_for(all_are_kept)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (a_command(command="/dockte"), "Did you mean `/docket help`"),
        ({"type": "view_submission", **a_submission()}, "clear"),
    ],
)
def test_what_nobody_knows_is_answered_with_the_nearest_thing(team: Team, body: dict[str, Any], shown: str) -> None:
    if "view" in body:
        body["view"]["callback_id"] = "gone.form"
    answer = dispatched(team.app, body)
    assert shown in answer


def test_a_button_of_an_older_version_is_explained(team: Team) -> None:
    team.with_a_case()
    body = {
        "type": "block_actions",
        "user": {"id": "U0DARA"},
        "channel": {"id": team.workspace.channel("rainsy-us").id},
        "trigger_id": "9.9",
        "actions": [{"type": "button", "action_id": "old.button", "block_id": "b", "value": "x", "action_ts": "1"}],
    }
    dispatched(team.app, body)
    team.dara.waits_to_see("rainsy-us", "no longer in use")


def test_an_event_that_nobody_listens_to_is_taken(team: Team) -> None:
    assert dispatched(team.app, {"type": "event_callback", "event_id": "E2", "event": {"type": "team_rename"}}) == ""


def test_a_card_that_cannot_be_posted_is_confessed_not_denied(team: Team) -> None:
    team.with_a_case()
    team.workspace.archive_channel("rainsy-us")
    body = a_command("add C1 30 May 2018 9:30am Argument", "/hearing", channel_id=team.dara.dm.id, trigger_id="5.5")
    assert "H1" in dispatched(team.app, body)
    told = team.dara.waits_to_see(team.dara.dm.id, "It is saved")
    assert "is_archived" in told.text


def dispatched(app: App, body: dict[str, Any]) -> str:
    """Hand a request to Bolt as Socket Mode does; return the acknowledgement's body."""
    return str(app.dispatch(BoltRequest(mode="socket_mode", body=body)).body)


def test_typed_text_is_read_without_slacks_escapes() -> None:
    assert typed(" a  &lt;b&gt; &amp; c\n d ") == "a <b> & c d"


def test_a_messages_words_are_read_without_marks() -> None:
    assert written("Hi <@U1>, see <https://x.org|the order> in <#C1|law> <!date^1^{date}|4 May> <https://y.org>") == (
        "Hi , see the order in law 4 May https://y.org"
    )


def test_answers_of_all_fields_are_read(desk: Desk) -> None:
    body = a_submission()
    body["view"]["state"]["values"] = {
        "a": {"value": {"type": "static_select", "selected_option": {"value": "ecf"}}},
        "b": {"value": {"type": "static_select", "selected_option": None}},
        "c": {"value": {"type": "datepicker", "selected_date": "2018-05-04"}},
        "d": {"value": {"type": "timepicker", "selected_time": "09:30"}},
        "e": {"value": {"type": "users_select", "selected_user": "U1"}},
        "f": {"value": {"type": "checkboxes", "selected_options": [{"value": "x"}]}},
        "g": {},
    }
    assert from_submission(body, desk).fields == {
        "a": "ecf", "b": None, "c": "2018-05-04", "d": "09:30", "e": "U1", "f": ["x"],
    }  # fmt: skip


def test_a_replay_has_the_receipt_of_the_original_and_nothing_else_has(desk: Desk) -> None:
    def receipt(**changes: Any) -> str:
        return from_command(a_command(**changes), desk).receipt

    assert receipt() == receipt()
    assert len({receipt(), receipt(trigger_id="1.3"), receipt(text="other"), receipt(user_id="U9")}) == 4
    assert receipt(trigger_id="") != receipt(trigger_id="")


def test_a_command_carries_its_whole_line(desk: Desk) -> None:
    assert answered(lambda request: sentence(request.line), from_command(a_command("x"), desk)).message
