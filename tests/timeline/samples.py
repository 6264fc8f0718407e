"""The nouns that these tests talk about."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.law import Standing
from bot.rulebook import load_rulebook
from bot.timeline import CaseFile
from storage.cases import Case
from storage.docket import Deadline, Entry, EntryKind

NOW = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)  # Monday 7 May 2018, 8:30 am in San Francisco, 10:30 pm in Phnom Penh
KHMER = "សវនាការលើបណ្តឹងឧទ្ធរណ៍ ចំពោះមុខតុលាការ"
MARKUP = '#panic("x") *bold* $x$ \\ `raw` <label> @ref "quoted" [block] #sys.version'
_BOOK = load_rulebook()


def a_case(number: int = 1, *, court: str = "cand", **facts: Any) -> Case:
    stated = {"court": court, "docket_number": f"3:18-mc-{number:05}", "caption": f"Rainsy v. Facebook {number}"}
    return Case(**{"id": number, "created_at": NOW, "created_by": "U1", **stated, **facts})


def an_entry(on: date = date(2018, 4, 30), kind: EntryKind = EntryKind.ORDER, number: int = 1, **facts: Any) -> Entry:
    stated = {"title": f"Order {number}", "on_date": on, "zone": "America/Los_Angeles"}
    kept = {"id": number, "case_id": 1, "number": number, "created_at": NOW, "created_by": "U1", "changed_at": NOW}
    return Entry(**{"kind": kind, "letter": kind.letter, **stated, **kept, **facts})


def a_hearing(on: date = date(2018, 5, 21), *, hour: int = 9, number: int = 1, **facts: Any) -> Entry:
    zone = ZoneInfo(facts.get("zone", "America/Los_Angeles"))
    starts_at = datetime(on.year, on.month, on.day, hour, 30, tzinfo=zone).astimezone(UTC)
    return an_entry(on, EntryKind.HEARING, number, **{"title": "Oral argument", "starts_at": starts_at, **facts})


def a_deadline(due: date = date(2018, 5, 18), number: int = 1, **facts: Any) -> Deadline:
    zone = ZoneInfo(facts.get("zone", "America/Los_Angeles"))
    end = datetime(due.year, due.month, due.day, 23, 59, 59, tzinfo=zone)
    stated = {"title": "Objections", "due": due, "due_at": end, "latest": due, "zone": zone.key}
    law = {"standing": Standing.SETTLED, "citation": "FRCP 72(a)", "version": "in force since 1 December 2009"}
    kept = {"id": number, "case_id": 1, "number": number, "created_at": NOW, "created_by": "U1", "changed_at": NOW}
    return Deadline(**{**stated, **law, **kept, **facts})


def a_file(*rows: Entry | Deadline, case: Case | None = None) -> CaseFile:
    case = case or a_case()
    return CaseFile(
        case=case,
        court=_BOOK.court(case.court),
        entries=tuple(row for row in rows if isinstance(row, Entry)),
        deadlines=tuple(row for row in rows if isinstance(row, Deadline)),
    )


def a_long_docket(count: int, case: Case | None = None, *, first: date = date(2017, 1, 2)) -> CaseFile:
    """Return a docket on which something happens every third day."""
    kinds = tuple(EntryKind)
    days = (first + timedelta(days=3 * step) for step in range(count))
    return a_file(*(an_entry(day, kinds[n % len(kinds)], n + 1) for n, day in enumerate(days)), case=case)
