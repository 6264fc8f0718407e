"""What is logged, by us and by the libraries that we use: one line for each event, and nothing that hurts anybody."""

import json
import logging
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import httpx
import pytest
from slack_bolt import App, BoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.logs import HIDDEN, LogFormat, hiding, set_up_logging
from bot.reminders import OutageError
from bot.web import Receive, Scope, Send, listening, port_of, serving, web_app
from storage.cases import ChannelLink
from storage.store import Store
from tests.conftest import MORNING

TOKEN = "xoxb-practice-token"
CAPTION = "Rainsy v. Facebook"
FEED = "/feeds/7Yh2secretsecretsecretsecretsecretsecret123.ics"
PASSWORD = "hunter2hunter2"
Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def as_before() -> Iterator[None]:
    """Put everything that logging changes for the whole program back as it was."""
    root = logging.getLogger()
    handlers, level, hooks = root.handlers[:], root.level, (sys.excepthook, threading.excepthook)
    root.handlers.clear()  # pytest's own must not be closed
    yield
    root.handlers[:], sys.excepthook, threading.excepthook = handlers, *hooks
    root.setLevel(level)
    logging.captureWarnings(capture=False)
    logging.raiseExceptions = True


@pytest.fixture
def lines(as_before: None) -> Lines:
    """Log everything there is, as JSON, and return what was written."""
    written = StringIO()
    set_up_logging(as_a=LogFormat.JSON, level="debug", secrets=[PASSWORD, TOKEN], to=written)
    return lambda: [json.loads(line) for line in written.getvalue().splitlines()]


def test_an_event_is_one_line_whatever_stands_in_it(lines: Lines) -> None:
    logging.getLogger("bot.reminders").warning("%s waits for %s:\n%s", "D1", "C_US", "asleep")
    [line] = lines()
    assert line["said"] == "D1 waits for C_US:\nasleep"
    assert (line["level"], line["logger"], line["thread"]) == ("warning", "bot.reminders", "MainThread")
    assert line["at"].endswith("+00:00")


def test_for_people_a_line_is_a_line_and_no_text_begins_one(
    as_before: None, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logging()
    logging.getLogger("adquem").info("One\n2018-05-07 INFO adquem: forged")
    logging.getLogger("adquem").debug("unwanted")
    first, second = capsys.readouterr().err.splitlines()
    assert first.endswith("INFO adquem: One")
    assert second == "    2018-05-07 INFO adquem: forged"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        (f"posted with {TOKEN}", f"posted with {HIDDEN}"),
        ("xapp-1-A0-999-abc", HIDDEN),
        (f"GET {FEED} failed", f"GET /feeds/{HIDDEN} failed"),
        ("at https://team.example.org/below/feeds/short", f"at https://team.example.org/below/feeds/{HIDDEN}"),
        ("to https://hooks.slack.com/commands/T1/22/abc", f"to https://hooks.slack.com/{HIDDEN}"),
        ("wss://wss.slack.com/link/?ticket=1&app_id=2", f"wss://wss.slack.com/link/?{HIDDEN}"),
        ("postgresql+psycopg://bot:pw@db/adquem", f"postgresql+psycopg://{HIDDEN}@db/adquem"),
        ("Authorization: Bearer short", f"Authorization: Bearer {HIDDEN}"),
        ("AGE-SECRET-KEY-1QQQ", HIDDEN),
        (f"token {'a1B2' * 11}", f"token {HIDDEN}"),
        (f"(IntegrityError) UNIQUE [SQL: INSERT][parameters: ('{CAPTION}',)]", f"(IntegrityError) UNIQUE {HIDDEN}"),
        (f"Something happened: ValueError('{CAPTION}')", f"Something happened: ValueError({HIDDEN})"),
        (f"the password is {PASSWORD}", f"the password is {HIDDEN}"),
        ("Slack cannot be reached (TimeoutError). D45 waits.", "Slack cannot be reached (TimeoutError). D45 waits."),
        ("the seal 0f3a and the time 2018-05-07T09:00", "the seal 0f3a and the time 2018-05-07T09:00"),
    ],
)  # fmt: skip
def test_what_looks_like_a_secret_is_hidden_and_nothing_else(text: str, safe: str) -> None:
    assert hiding([PASSWORD, TOKEN, "", "x"])(text) == safe


def fail(error: Exception, *, because: Exception | None = None) -> None:
    """Fail with an error, and log it as it is usually done."""

    def burst() -> None:
        try:
            if because:
                raise because
        finally:
            raise error

    try:
        burst()
    except type(error) as caught:
        logging.getLogger("handlers").exception("It failed: %s", caught)  # noqa: TRY401 -- somebody will


def test_of_an_exception_its_type_its_place_and_what_led_to_it_are_told_but_not_its_words(lines: Lines) -> None:
    fail(OutageError(CAPTION, in_doubt=True), because=ValueError(CAPTION))
    [line] = lines()
    assert line["said"] == "It failed: OutageError"
    assert [(error["type"], error["said"]) for error in line["errors"]] == [("OutageError", ""), ("ValueError", "")]
    assert "tests/test_logs.py" in line["errors"][1]["where"][0]
    assert CAPTION not in json.dumps(line)


def test_for_people_an_exception_follows_indented(as_before: None, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging()
    fail(ConnectionRefusedError(111, CAPTION))
    _said, named, *where = capsys.readouterr().err.splitlines()
    assert named == "    ConnectionRefusedError: Connection refused"
    assert all(line.startswith("      ") and "test_logs.py" in line for line in where)


def test_what_the_database_says_is_told_and_what_it_quotes_is_not(lines: Lines, sqlite_store: Store) -> None:
    fail(OperationalError(f"INSERT {CAPTION}", {"caption": CAPTION}, Exception("database is locked")))
    with pytest.raises(IntegrityError) as caught, sqlite_store.writing() as session:
        session.add(ChannelLink(channel_id=CAPTION, case_id=9, linked_at=MORNING, linked_by="U1"))
    fail(caught.value)
    first, second = lines()
    assert first["errors"][0]["said"] == "database is locked"
    assert (second["errors"][0]["type"], second["errors"][0]["said"]) == ("IntegrityError", "")
    assert CAPTION not in json.dumps([first, second])


def test_bolt_at_its_most_talkative_repeats_nothing_that_was_typed(lines: Lines) -> None:
    app = App(
        client=WebClient(base_url="http://127.0.0.1:9/api/", retry_handlers=[]),
        signing_secret=PASSWORD,
        authorize=lambda **_: AuthorizeResult(enterprise_id=None, team_id="T1", bot_token=TOKEN),
        process_before_response=True,
    )

    @app.command("/fails")
    def fails(ack: Callable[[], None]) -> None:
        ack()
        raise ValueError(CAPTION)

    for command in ("/fails", "/unknown"):
        body = {
            "command": command, "text": CAPTION, "token": PASSWORD, "team_id": "T1", "user_id": "U1",
            "channel_id": "C1", "response_url": "https://hooks.slack.com/commands/T1/2/x", "trigger_id": "1.2",
        }  # fmt: skip
        app.dispatch(BoltRequest(mode="socket_mode", body=body))
    with pytest.raises((OSError, SlackClientError)):
        app.client.chat_postMessage(token=TOKEN, channel="C1", text=CAPTION)
    said = lines()
    assert {line["logger"].partition(".")[0] for line in said} >= {"slack_bolt", "slack_sdk"}
    assert "Unhandled request" in {line["said"] for line in said}
    assert "ValueError" in {error["type"] for line in said for error in line.get("errors", ())}
    for secret in (CAPTION, "Rainsy", TOKEN, PASSWORD, "hooks.slack.com/commands"):
        assert secret not in json.dumps(said)


def test_uvicorn_tells_that_a_request_failed_and_not_which(lines: Lines) -> None:
    async def feeds(scope: Scope, _receive: Receive, _send: Send) -> None:
        raise LookupError(scope["path"])

    app = web_app(feeds=feeds, health=list)
    with listening("127.0.0.1", 0) as address, serving(app, at=address):
        assert httpx.get(f"http://127.0.0.1:{port_of(address)}{FEED}").status_code == 500
    said = [line for line in lines() if line["logger"].startswith("uvicorn")]
    assert [error["type"] for line in said for error in line.get("errors", ())] == ["LookupError"]
    assert FEED[7:-4] not in json.dumps(said)


def test_a_library_s_template_is_filled_with_numbers_only(lines: Lines) -> None:
    library = logging.getLogger("somebody.else")
    library.warning("%s of %d things", CAPTION, 3)
    library.warning("%(what)s: %(many)d", {"what": CAPTION, "many": 3})
    library.warning("%d things", CAPTION)
    library.info(f"about {CAPTION}")
    library.error(f"failed: {CAPTION}")
    said = [line["said"] for line in lines()]
    assert said[:3] == ["… of 3 things", "…: 3", "%d things"]
    assert said[3].startswith("(test_logs.")
    assert said[4] == "failed"


def test_a_thread_that_ends_unexpectedly_is_logged_like_everything_else(lines: Lines) -> None:
    def end() -> None:
        raise ValueError(CAPTION)

    threading.excepthook(threading.ExceptHookArgs((SystemExit, SystemExit(), None, None)))
    thread = threading.Thread(target=end, name="sweeper")
    thread.start()
    thread.join()
    [line] = lines()
    assert line["said"] == "The thread “sweeper” ended unexpectedly."
    assert (line["errors"][0]["type"], line["errors"][0]["said"]) == ("ValueError", "")


def test_a_program_that_ends_unexpectedly_is_logged_like_everything_else(lines: Lines) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    sys.excepthook(ValueError, ValueError(CAPTION), None)
    [line] = lines()
    assert (line["level"], line["said"]) == ("critical", "The program ended unexpectedly.")
    assert line["errors"] == [{"type": "ValueError", "said": "", "where": []}]


def test_warnings_of_python_are_logged_without_what_they_quote(lines: Lines) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn(CAPTION, stacklevel=1)
    assert CAPTION not in json.dumps(lines())


def test_slacks_own_word_for_an_error_is_told_and_its_sentences_are_not(lines: Lines) -> None:
    for said in ("channel_not_found", f"must be less than {CAPTION}"):
        fail(SlackApiError(CAPTION, {"ok": False, "error": said}))  # type: ignore[no-untyped-call]
    assert [line["errors"][0]["said"] for line in lines()] == ["channel_not_found", ""]
