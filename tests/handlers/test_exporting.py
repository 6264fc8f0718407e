"""Exports as people ask for them: to the asker alone, only of what they may see, and in the log."""

import csv
from collections.abc import Iterator
from datetime import datetime
from io import StringIO
from typing import Any

import pytest
from sqlmodel import select

from bot.clock import PracticeClock
from bot.docket.desk import Desk
from bot.practice import Actor
from bot.practice.nouns import File, Message
from bot.practice.people.actor import wait_for, whole_text
from handlers.commands import docket
from handlers.commands.exporting import export
from storage.cases import Case
from storage.log import AuditEntry
from tests.handlers.conftest import Team, make_workspace, over_sockets


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    verbs: Any = docket.COMMAND.verbs
    monkeypatch.setitem(verbs, "export", export)


@pytest.fixture
def team(team: Team) -> Team:
    team.with_a_case()
    asks(team.dara, "/hearing add 30 May 2018 9:30am =HYPERLINK hearing", "H1* is on the docket")
    return team


def asks(person: Actor, text: str, expected: str, channel: str = "rainsy-us") -> str:
    person.types(channel, text)
    return whole_text(person.waits_to_see(channel, expected))


def file_for(person: Actor, *, after: int = 0) -> File:
    """Wait for a file in a person's own messages."""

    def look() -> Message | None:
        found = [message for message in person.sees(person.dm) if message.files]
        return found[after] if len(found) > after else None

    return wait_for(person.slack, look, within=20.0).files[0]


def exports_in(desk: Desk) -> list[tuple[str, str, Any]]:
    with desk.look() as session:
        lines = session.exec(select(AuditEntry).where(AuditEntry.action == "docket.exported")).all()
        return [(line.actor, line.subject, line.details["format"]) for line in lines]


@pytest.mark.parametrize(
    ("as_a", "begins"), [("csv", b"\xef\xbb\xbfcase,"), ("json", b"{"), ("ics", b"BEGIN:VCALENDAR"), ("PDF", b"%PDF-")]
)
def test_each_format_comes_to_the_asker_alone_and_the_log_knows(team: Team, as_a: str, begins: bytes) -> None:
    told = asks(team.dara, f"/docket export {as_a} C1", "in your messages from me, and to nobody else")
    assert f"The {as_a.upper()} of C1" in told
    file = file_for(team.dara)
    assert file.name == f"docket-C1-2018-05-07.{as_a.lower()}"
    assert file.content.startswith(begins)
    assert not [message for message in team.maya.sees("rainsy-us") if message.files]
    assert not [message for message in team.maya.sees(team.maya.dm) if message.files]
    assert exports_in(team.desk) == [("U0DARA", "C1", as_a.lower())]


def test_without_a_case_everything_that_the_channel_follows_is_exported(team: Team) -> None:
    asks(team.dara, "/case add kh-phnompenh 12 Prosecutor v. X", "C2* is on the docket")
    asks(team.dara, "/docket export csv", "The CSV of C1, C2")
    text = file_for(team.dara).content.decode("utf-8-sig")
    (line,) = csv.DictReader(StringIO(text, newline=""))
    assert line["title"] == "'=HYPERLINK hearing"
    assert exports_in(team.desk) == [("U0DARA", "C1", "csv"), ("U0DARA", "C2", "csv")]


def test_without_a_format_it_asks_with_a_button_for_each(team: Team) -> None:
    team.dara.types("rainsy-us", "/docket export")
    asked = team.dara.waits_to_see("rainsy-us", "The file comes to you alone")
    team.dara.clicks(asked, "command.run.2")
    assert file_for(team.dara).name.endswith(".ics")


def test_what_somebody_may_not_see_is_not_exported_nor_logged(team: Team) -> None:
    asks(team.stranger, "/docket export pdf C1", "I know no “C1”", "elsewhere")
    asks(team.stranger, "/docket export pdf", "There is no case here to export", "elsewhere")
    assert not [message for message in team.stranger.sees(team.stranger.dm) if message.files]
    assert exports_in(team.desk) == []


@pytest.mark.parametrize(("typed", "said"), [("xlsx", "“xlsx”"), ("pdf Rainsy", "“Rainsy”"), ("pdf C1 fish", "“fish”")])
def test_what_cannot_be_read_is_answered_with_an_example(team: Team, typed: str, said: str) -> None:
    told = asks(team.dara, f"/docket export {typed}", "I cannot export")
    assert said in told
    assert "`/docket export pdf C1`" in told
    assert exports_in(team.desk) == []


def test_a_case_leaves_slack_under_its_code_name_until_captions_are_asked_for(team: Team) -> None:
    with team.desk.change(by="U0DARA") as change:
        case = change.session.exec(select(Case)).one()
        case.alias = "Kingfisher"
        change.session.add(case)
        change.log("case.edited", subject=case.ref, case_id=case.key)
    for number, (typed, captioned, titled) in enumerate(
        (("", False, True), ("code names", False, False), ("captions", True, True))
    ):
        asks(team.dara, f"/docket export csv C1 {typed}", "The CSV of C1")
        content = file_for(team.dara, after=number).content.decode()
        assert ("Rainsy v. Facebook" in content) is captioned
        assert ("HYPERLINK" in content) is titled


def test_json_by_code_names_is_refused_and_not_logged(team: Team) -> None:
    assert "Ask for CSV, ICS or PDF" in asks(team.dara, "/docket export json C1 code names", "JSON is made to be")
    assert exports_in(team.desk) == []


@pytest.fixture
def careful(desk: Desk, clock: PracticeClock) -> Iterator[Team]:
    """A team that did not grant `files:write`."""
    with over_sockets(desk, make_workspace(clock, refused_scopes=("files:write",))) as running:
        yield running.with_a_case()


def test_without_the_scope_it_says_who_can_help(careful: Team) -> None:
    careful.dara.types("rainsy-us", "/docket export pdf C1")
    told = whole_text(careful.dara.waits_to_see("rainsy-us", "files:write"))
    assert "`adquem export --format pdf`" in told


def test_the_file_is_as_of_the_moment_when_it_was_asked_for(team: Team, clock: PracticeClock) -> None:
    clock.move_to(datetime.fromisoformat("2018-05-09T12:00:00+00:00"))
    asks(team.dara, "/docket export pdf C1", "The PDF of C1")
    assert file_for(team.dara).name == "docket-C1-2018-05-09.pdf"
