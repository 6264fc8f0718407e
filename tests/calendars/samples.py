"""The nouns that these tests talk about, and the ways in which they ask."""

import asyncio
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from icalendar import Calendar, Event

from bot.calendars import feeds
from bot.calendars.web import FeedApp
from bot.docket import hearings
from bot.docket.desk import Desk
from bot.law import Answer, Note, Standing, Step
from storage.calendars import Detail, Scope
from storage.cases import Case
from storage.docket import Deadline, Entry, EntryKind

LA = ZoneInfo("America/Los_Angeles")
NOON = datetime(2018, 5, 7, 12, tzinfo=UTC)
COURT = "Northern District of California"
KHMER = "សវនាការលើបណ្តឹងឧទ្ធរណ៍ ចំពោះមុខតុលាការ"


def a_case(**facts: Any) -> Case:
    stated = {"court": "cand", "docket_number": "3:18-mc-80024-SK", "caption": "Rainsy v. Facebook"}
    return Case(**{"id": 2, "created_at": NOON, "created_by": "U1", **stated, **facts})


def an_entry(kind: EntryKind = EntryKind.HEARING, **facts: Any) -> Entry:
    starts_at = datetime(2018, 4, 30, 16, 30, tzinfo=UTC) if kind is EntryKind.HEARING else None
    stated = {"title": "Oral argument", "on_date": date(2018, 4, 30), "starts_at": starts_at, "zone": LA.key}
    kept = {"id": 1, "case_id": 2, "number": 12, "created_at": NOON, "created_by": "U1", "changed_at": NOON}
    return Entry(**{"kind": kind, "letter": kind.letter, "uid": "5f0c", **stated, **kept, **facts})


def a_deadline(**facts: Any) -> Deadline:
    stated = {"title": "Objections to the magistrate judge's order", "due": date(2018, 5, 18), "zone": LA.key}
    end = datetime(2018, 5, 18, 23, 59, 59, tzinfo=LA)
    read = {"latest": date(2018, 5, 18), "due_at": end, "standing": Standing.SETTLED, "citation": "FRCP 72(a)"}
    kept = {"id": 1, "case_id": 2, "number": 45, "created_at": NOON, "created_by": "U1", "changed_at": NOON}
    return Deadline(**{"uid": "7e1a", **stated, **read, **kept, **facts})


def an_answer(**facts: Any) -> Answer:
    stated = {"title": "Objections to the magistrate judge's order", "act": "file and serve objections"}
    rule = {"rule": "us-frcp:72(a)", "citation": "FRCP 72(a)", "version": "2009-12-01", "standing": Standing.SETTLED}
    end = datetime(2018, 5, 18, 23, 59, 59, tzinfo=LA)
    dates = {"trigger_on": date(2018, 5, 4), "due": end.date(), "due_at": end, "latest": end.date(), "latest_at": end}
    steps: tuple[Step, ...] = ()
    return Answer(**{**stated, **rule, **dates, "steps": steps, "notes": (Note(text="Counted."),), **facts})


def parsed(body: bytes) -> Any:
    return Event.from_ical(body)


def events_in(response: httpx.Response) -> list[Any]:
    calendar = Calendar.from_ical(response.content)
    assert isinstance(calendar, Calendar)
    return list(calendar.events)


def titles_in(response: httpx.Response) -> list[str]:
    return [str(event["SUMMARY"]).partition(" · ")[0] for event in events_in(response)]


def ask(app: FeedApp, path: str, method: str = "GET", **headers: str) -> httpx.Response:
    """Ask the application for a path, with headers such as `if_none_match`."""
    asked = {name.replace("_", "-"): value for name, value in {"accept_encoding": "identity", **headers}.items()}

    async def answer() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="https://docket.example") as client:
            return await client.request(method, path, headers=asked)

    return asyncio.run(answer())


def record(desk: Desk, case: Case, title: str, on_date: date = date(2018, 6, 4)) -> Entry:
    with desk.change(by="U_CLAIRE") as change:
        return hearings.schedule(change, case=case, title=title, starts_at=None, on_date=on_date)


def address(
    desk: Desk, person_id: str, scope: Scope = Scope.ALL, scope_id: str = "", detail: Detail = Detail.FULL
) -> str:
    with desk.change(by=person_id) as change:
        issued = feeds.issue(change, person_id=person_id, scope=scope, scope_id=scope_id, detail=detail)
    return f"/feeds/{issued.token}.ics"
