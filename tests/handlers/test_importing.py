"""`/docket import` in the practice workspace: a file from a colleague's machine, looked at, then saved once."""

import base64
from collections.abc import Iterator
from typing import Any

import pytest

from bot.practice.people.actor import whole_text
from handlers import guard, modals
from handlers.commands import docket, importing
from handlers.commands.command import Handle
from handlers.downloading import speaking_through
from handlers.replies import Reply
from handlers.requests import Request
from storage.docket import Entry, entry_by_ref
from tests.handlers.conftest import Team, over_http

GOOD = "kind,title,date,time\nhearing,Argument,2018-06-04,9:30\n"
MIXED = GOOD + "hearing,Doubtful,04/05/2018,9:30\n"


@pytest.fixture
def team(desk: Any, clock: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Team]:
    """The team, with the verb and its forms registered, and the bot fetching with its own token."""
    running: list[Team] = []
    answered = guard.answered

    def through_the_client(handle: Handle, request: Request) -> Reply:
        with speaking_through(running[0].app.client):
            return answered(handle, request)

    monkeypatch.setattr(guard, "answered", through_the_client)
    for verb, handle in importing.VERBS.items():
        monkeypatch.setitem(docket.COMMAND.verbs, verb, handle)
    for callback, handle in importing.SUBMISSIONS.items():
        monkeypatch.setitem(modals.SUBMISSIONS, callback, handle)
    with over_http(desk, clock) as started:
        running.append(started)
        yield started.with_a_case()


def hearing(team: Team, ref: str = "H1") -> Entry | None:
    with team.desk.look() as session:
        return entry_by_ref(session, ref)


def opened(team: Team) -> Any:
    team.maya.types("rainsy-us", "/docket import")
    return team.maya.waits_for_view("import.read")


def a_file(text: str, name: str = "dates.csv") -> dict[str, str]:
    return {"name": name, "content": base64.b64encode(text.encode()).decode()}


def test_a_file_is_looked_at_saved_and_told_to_the_channel(team: Team) -> None:
    form = opened(team)
    assert team.maya.submits(form, {"case": "C1", "file": [a_file(GOOD)]}).ok
    page = team.maya.waits_for_view("import.save")
    assert hearing(team) is None
    assert team.maya.submits(page, {}).ok
    told = whole_text(team.lena.waits_to_see("rainsy-us", "imported a file"))
    assert "new H1" in told
    found = hearing(team)
    assert found
    assert (found.created_by, found.title) == (team.maya.id, "Argument")


def test_pasted_lines_that_are_wrong_are_left_out_only_when_somebody_says_so(team: Team) -> None:
    form = opened(team)
    assert team.maya.submits(form, {"case": "C1", "text": MIXED}).ok
    page = team.maya.waits_for_view("import.save")
    refused = team.maya.submits(page, {"text": MIXED})
    assert refused.errors["choose"].startswith("Nothing was imported")
    assert team.maya.submits(page, {"text": MIXED, "choose": ["even_so"]}).ok
    team.lena.waits_to_see("rainsy-us", "imported a file")
    assert hearing(team)
    assert hearing(team, "H2") is None


def test_corrected_lines_are_shown_once_more_before_they_are_saved(team: Team) -> None:
    form = opened(team)
    team.maya.submits(form, {"case": "C1", "text": MIXED})
    page = team.maya.waits_for_view("import.save")
    assert team.maya.submits(page, {"text": GOOD}).ok
    again = team.maya.waits_for_view("import.save")
    assert hearing(team) is None
    assert team.maya.submits(again, {"text": GOOD}).ok
    team.lena.waits_to_see("rainsy-us", "imported a file")


def test_neither_or_both_or_a_packed_file_is_refused_under_its_field(team: Team) -> None:
    form = opened(team)
    assert "one of the two" in team.maya.submits(form, {"case": "C1"}).errors["file"]
    both = {"case": "C1", "file": [a_file(GOOD)], "text": GOOD}
    assert "one of the two" in team.maya.submits(form, both).errors["text"]
    packed = {"case": "C1", "file": [a_file("PK\x03\x04")]}
    assert "workbook" in team.maya.submits(form, packed).errors["file"]


def test_a_stranger_is_offered_no_case(team: Team) -> None:
    team.stranger.types("elsewhere", "/docket import C1")
    team.stranger.waits_to_see("elsewhere", "I know no “C1”")
