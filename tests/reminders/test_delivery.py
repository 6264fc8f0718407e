"""The sweep's way to Slack, against the strict practice workspace: real HTTP, real refusals."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from slack_sdk import WebClient
from sqlmodel import select

from bot.clock import PracticeClock
from bot.docket import cases
from bot.docket.desk import Desk
from bot.practice import Person, PracticeServer, Workspace
from bot.reminders import (
    Alarm,
    ChannelRefusedError,
    Digest,
    HistoryClosedError,
    LockedOutError,
    OutageError,
    ThrottledError,
    follow,
)
from bot.reminders.digest import WEEKLY, digest_brief
from bot.rulebook import Rulebook
from handlers import delivery
from handlers.delivery import SlackMessenger
from storage.cases import Case
from storage.docket import Deadline
from storage.log import AuditEntry
from storage.reminders import Reminder
from storage.store import Store
from tests.reminders.fakes import StillClock

NOW = datetime(2018, 5, 7, 16, tzinfo=UTC)
MAYA = Person(id="U0MAYA", name="maya", real_name="Maya Ortiz", tz="America/Los_Angeles")


class Wire:
    """A practice workspace that is served, with one channel."""

    def __init__(self, **changes: Any) -> None:
        manifest = yaml.safe_load(Path("manifest.yml").read_text())
        self.workspace = Workspace(manifest=manifest, clock=PracticeClock(NOW), people=[MAYA], **changes)
        self.channel = self.workspace.create_channel("rainsy-us", members={MAYA.id}).id
        self.server = PracticeServer(self.workspace).start()
        self.messenger = SlackMessenger(WebClient(token=self.workspace.bot_token, base_url=self.server.api_url))

    def find(self, *uids: str) -> dict[str, str]:
        return dict(self.messenger.find(channel_id=self.channel, uids=uids, since=NOW - timedelta(days=1)))


@pytest.fixture
def wire() -> Iterator[Wire]:
    wire = Wire()
    yield wire
    wire.server.stop()


@pytest.fixture
def alarm(wire: Wire, book: Rulebook) -> Alarm:
    return an_alarm(wire.channel, book)


def an_alarm(channel: str, book: Rulebook, uid: str = "a1") -> Alarm:
    deadline = Deadline(
        number=1,
        case_id=1,
        title="Objections",
        due=date(2018, 5, 18),
        due_at=datetime(2018, 5, 19, 6, 59, 59, tzinfo=UTC),
        latest=date(2018, 5, 18),
        zone="America/Los_Angeles",
        standing="settled",
        created_at=NOW,
        created_by=MAYA.id,
        changed_at=NOW,
    )
    case = Case(
        id=1, court="cand", docket_number="3:18-mc-80024-SK", caption="Rainsy", created_at=NOW, created_by=MAYA.id
    )
    return Alarm(
        channel_id=channel,
        subject="D1",
        uid=uid,
        covers=("a0", uid),
        step="7d",
        now=NOW,
        about=deadline,
        case=case,
        court=book.court("cand"),
        meant_for=(NOW,),
    )


def test_a_reminder_arrives_with_metadata_and_is_found_by_every_id_it_answers_for(wire: Wire, alarm: Alarm) -> None:
    ts = wire.messenger.post(alarm)
    assert wire.find("a0", "a1", "b1") == {"a0": ts, "a1": ts}
    assert wire.workspace.person("maya").sees("rainsy-us")[-1].metadata == {
        "event_type": "adquem_reminder",
        "event_payload": {"reminder": "a1", "covers": "a0,a1", "subject": "D1"},
    }


def test_it_is_found_behind_many_other_messages(wire: Wire, alarm: Alarm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "_PAGE", 2)
    ts = wire.messenger.post(alarm)
    for _ in range(7):
        wire.workspace.remembers("rainsy-us", "Good morning", user=MAYA.id)
    assert wire.find("a1") == {"a1": ts}


def test_a_direct_message_arrives_and_its_history_is_nobody_s(wire: Wire, alarm: Alarm) -> None:
    assert wire.messenger.post(replace(alarm, channel_id=MAYA.id))
    with pytest.raises(HistoryClosedError):
        wire.messenger.find(channel_id=MAYA.id, uids=["a1"], since=NOW)


def test_without_the_history_scopes_nobody_looks(book: Rulebook) -> None:
    wire = Wire(refused_scopes={"channels:history", "groups:history"})
    try:
        wire.messenger.post(an_alarm(wire.channel, book))
        with pytest.raises(HistoryClosedError, match="missing_scope"):
            wire.find("a1")
    finally:
        wire.server.stop()


def test_429_says_how_long_to_wait(wire: Wire, alarm: Alarm) -> None:
    wire.workspace.faults.limit("chat.postMessage", retry_after=30)
    with pytest.raises(ThrottledError) as caught:
        wire.messenger.post(alarm)
    assert caught.value.wait == timedelta(seconds=30)


@pytest.mark.parametrize("status", [500, 502, 503])
def test_an_unwell_slack_leaves_a_doubt(wire: Wire, alarm: Alarm, status: int) -> None:
    wire.workspace.faults.fail("chat.postMessage", status=status)
    with pytest.raises(OutageError) as caught:
        wire.messenger.post(alarm)
    assert caught.value.in_doubt


def test_an_answer_that_is_lost_leaves_a_doubt_and_the_message_is_found(wire: Wire, alarm: Alarm) -> None:
    wire.workspace.faults.lose("chat.postMessage")
    with pytest.raises(OutageError) as caught:
        wire.messenger.post(alarm)
    assert caught.value.in_doubt
    assert set(wire.find("a1")) == {"a1"}


def test_an_answer_that_comes_too_late_leaves_a_doubt_and_nothing_is_sent_twice(
    wire: Wire, alarm: Alarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "SECONDS", 1)
    hasty = SlackMessenger(WebClient(token=wire.workspace.bot_token, base_url=wire.server.api_url))
    wire.workspace.faults.delay("chat.postMessage", seconds=1.5)
    with pytest.raises(OutageError) as caught:
        hasty.post(alarm)
    assert caught.value.in_doubt
    assert len(wire.workspace.person("maya").sees("rainsy-us")) == 1


def test_a_refused_connection_leaves_no_doubt(alarm: Alarm) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    messenger = SlackMessenger(WebClient(token="xoxb-1", base_url=f"http://127.0.0.1:{port}/api/"))
    with pytest.raises(OutageError) as caught:
        messenger.post(alarm)
    assert not caught.value.in_doubt


@pytest.mark.parametrize("reason", ["is_archived", "not_in_channel", "channel_not_found", "restricted_action"])
def test_a_channel_that_refuses_says_why(wire: Wire, alarm: Alarm, reason: str) -> None:
    wire.workspace.faults.refuse("chat.postMessage", error=reason)
    with pytest.raises(ChannelRefusedError) as caught:
        wire.messenger.post(alarm)
    assert caught.value.reason == reason


@pytest.mark.parametrize("reason", ["account_inactive", "token_revoked", "invalid_auth"])
def test_a_token_that_slack_no_longer_knows_says_so(wire: Wire, alarm: Alarm, reason: str) -> None:
    wire.workspace.faults.refuse("chat.postMessage", error=reason)
    with pytest.raises(LockedOutError):
        wire.messenger.post(alarm)


def test_if_slack_dislikes_the_blocks_the_words_go_alone(wire: Wire, alarm: Alarm) -> None:
    wire.workspace.faults.refuse("chat.postMessage", error="invalid_blocks")
    wire.messenger.post(alarm)
    message = wire.workspace.person("maya").sees("rainsy-us")[-1]
    assert not message.blocks
    assert "Friday 18 May 2018" in message.text


# The docket of a week


@pytest.fixture
def monday(wire: Wire, store: Store, book: Rulebook) -> tuple[Desk, Digest]:
    desk = Desk(store=store, clock=StillClock(NOW), book=book, followers=(follow,))
    with desk.change(by=MAYA.id) as change:
        case = cases.open_case(
            change,
            court="cand",
            docket_number="3:18-mc-80024-SK",
            caption="Rainsy v. Facebook",
            channel_id=wire.channel,
        )
    with desk.look() as session:
        row = Reminder(
            subject="digest", channel_id=wire.channel, step=WEEKLY, target=NOW, due_at=NOW, not_before=NOW, id=1
        )
        brief = digest_brief(session, book, [row], now=NOW)
    assert brief is not None
    assert brief.digest.cases[0].ref == case.ref
    return desk, brief.alarm()


def test_the_docket_of_the_week_stands_as_a_pdf_in_the_thread_of_its_digest_and_in_the_log(
    wire: Wire, monday: tuple[Desk, Digest]
) -> None:
    desk, digest = monday
    ts = wire.messenger.tell(digest)
    wire.messenger.attach(desk, digest, message_ts=ts)
    said, attached = wire.workspace.messages[wire.channel][-2:]
    assert (said.ts, attached.thread_ts) == (ts, ts)
    assert "The week of Monday 7 May 2018" in said.text
    (file,) = attached.files
    assert (file.name, file.content[:5]) == ("docket-C1-2018-05-07.pdf", b"%PDF-")
    with desk.look() as session:
        assert [line.action for line in session.exec(select(AuditEntry))][-1] == "docket.exported"


def test_whether_the_docket_of_the_week_is_there_already_is_asked_where_we_may_look(
    wire: Wire, monday: tuple[Desk, Digest]
) -> None:
    desk, digest = monday
    ts = wire.messenger.tell(digest)
    assert not wire.messenger.is_attached(digest, message_ts=ts)
    wire.messenger.attach(desk, digest, message_ts=ts)
    assert wire.messenger.is_attached(digest, message_ts=ts)
    wire.workspace.faults.refuse("conversations.replies", error="missing_scope")
    assert not wire.messenger.is_attached(digest, message_ts=ts)


def test_a_team_that_wants_no_files_gets_the_words_alone(wire: Wire, monday: tuple[Desk, Digest]) -> None:
    desk, digest = monday
    ts = wire.messenger.tell(digest)
    wire.workspace.faults.refuse("files.getUploadURLExternal", error="missing_scope")
    wire.messenger.attach(desk, digest, message_ts=ts)
    assert wire.workspace.messages[wire.channel][-1].ts == ts


def test_a_file_that_slack_does_not_take_is_confessed_in_the_thread(wire: Wire, monday: tuple[Desk, Digest]) -> None:
    desk, digest = monday
    ts = wire.messenger.tell(digest)
    wire.workspace.faults.refuse("files.completeUploadExternal", error="storage_limit_reached")
    wire.messenger.attach(desk, digest, message_ts=ts)
    confessed = wire.workspace.messages[wire.channel][-1]
    assert (confessed.thread_ts, "storage_limit_reached" in confessed.text) == (ts, True)
