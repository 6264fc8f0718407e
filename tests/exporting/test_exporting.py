"""Exports: spreadsheets that do nothing, JSON that can be read back, calendars, and what code names hide."""

import csv
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.clock import PracticeClock
from bot.docket import cases, hearings
from bot.docket.desk import Desk
from bot.exporting import Format, NotByCodeNameError, export, file_name
from bot.exporting.calendar import to_calendar
from bot.exporting.interchange import UnreadableExportError, carried, to_json
from bot.exporting.spreadsheet import COLUMNS, defused, to_csv
from bot.rulebook import Rulebook
from bot.timeline import CaseFile, Naming
from storage.cases import Case
from storage.docket import DeadlineStatus, EntryStatus, Precision
from storage.store import Store
from tests.timeline.samples import KHMER, NOW, a_case, a_deadline, a_file, a_hearing, an_entry

KH = a_case(2, court="kh-phnompenh", caption="Prosecutor v. Rainsy")


def lines_of(files: Sequence[CaseFile], naming: Naming = Naming.CAPTION) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(to_csv(files, naming=naming).decode("utf-8-sig"), newline="")))


class TestSpreadsheet:
    def test_each_entry_and_each_deadline_is_a_line_in_the_order_of_dates(self) -> None:
        american = a_file(an_entry(date(2018, 5, 4)), a_deadline(entry_id=1, owner="U2"))
        cambodian = a_file(a_hearing(date(2018, 5, 10), zone="Asia/Phnom_Penh", title=KHMER), case=KH)
        lines = lines_of([american, cambodian])
        assert [(line["case"], line["ref"], line["kind"]) for line in lines] == [
            ("C1", "O1", "order"),
            ("C2", "H1", "hearing"),
            ("C1", "D1", "deadline"),
        ]
        assert tuple(lines[0]) == COLUMNS
        hearing, deadline = lines[1], lines[2]
        assert (hearing["date"], hearing["weekday"], hearing["court_time"]) == ("2018-05-10", "Thursday", "09:30")
        assert (hearing["zone"], hearing["at"]) == ("Asia/Phnom_Penh", "2018-05-10T02:30:00+00:00")
        assert hearing["title"] == KHMER
        assert (deadline["date"], deadline["started_by"], deadline["owner"]) == ("2018-05-18", "O1", "U2")
        assert (deadline["citation"], deadline["standing"], deadline["latest"]) == (
            "FRCP 72(a)",
            "settled",
            "2018-05-18",
        )

    def test_it_begins_with_the_mark_by_which_excel_knows_unicode(self) -> None:
        assert to_csv([a_file()], naming=Naming.CAPTION).startswith(b"\xef\xbb\xbfcase,court,")

    @pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"])
    def test_no_cell_is_a_formula(self, cell: str) -> None:
        case = a_case(caption=cell, docket_number=cell)
        (line,) = lines_of([a_file(an_entry(title=cell, link=cell, note=cell), case=case)])
        for column in ("caption", "docket_number", "title", "link", "note"):
            assert line[column] == f"'{cell}"

    @given(st.text())
    def test_whatever_people_type_no_cell_begins_like_a_formula(self, cell: str) -> None:
        assert not defused(cell).startswith(
            ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
        )
        assert defused(cell).removeprefix("'") == cell.removeprefix("'")

    def test_history_has_no_weekday_where_only_its_month_is_known(self) -> None:
        (line,) = lines_of([a_file(an_entry(date(2018, 5, 1), precision=Precision.MONTH))])
        assert (line["date"], line["precision"], line["weekday"]) == ("2018-05-01", "month", "")

    def test_code_names_hide_everything_else(self) -> None:
        secret = "Secret witness"
        rows = (
            a_hearing(title=secret, note=secret, link=secret, outcome=secret, owner=secret, trigger=secret),
            a_deadline(title=secret, proof=secret, condition=secret, closed_reason=secret, note=secret, link=secret),
        )
        case = a_case(caption=secret, docket_number=secret, alias="Kingfisher")
        told = to_csv([a_file(*rows, case=case)], naming=Naming.CODE).decode()
        for hidden in (secret, "cand", "Los_Angeles", "FRCP", "09:30", "2009"):
            assert hidden not in told
        assert "Kingfisher" in told


class TestInterchange:
    def test_what_is_written_can_be_read_back(self) -> None:
        steps = {"steps": [{"kind": "started", "text": "It runs."}], "notes": []}
        first = a_hearing(status=EntryStatus.HELD, outcome="adjourned")
        second = a_hearing(date(2018, 6, 4), number=2, follows_id=1, title=KHMER)
        deadline = a_deadline(entry_id=2, explanation=steps, done_at=NOW, status=DeadlineStatus.DONE)
        (case,) = carried(to_json([a_file(first, second, deadline, case=a_case(alias="Kingfisher"))], now=NOW))

        here = {"id", "case_id", "entry_id", "follows_id"}
        assert case.case.model_dump(exclude=here) == a_case(alias="Kingfisher").model_dump(exclude=here)
        for (read, follows), written, came_of in zip(case.entries, (first, second), (None, "H1"), strict=True):
            assert read.model_dump(exclude=here) == written.model_dump(exclude=here)
            assert follows == came_of
        ((read_deadline, started_by),) = case.deadlines
        assert read_deadline.model_dump(exclude=here) == deadline.model_dump(exclude=here)
        assert started_by == "H2"

    def test_instants_come_back_with_their_zone(self) -> None:
        (case,) = carried(to_json([a_file(a_hearing())], now=NOW))
        assert case.entries[0][0].starts_at == datetime(2018, 5, 21, 16, 30, tzinfo=UTC)

    def test_the_same_docket_and_instant_give_the_same_bytes_in_the_order_of_the_columns(self) -> None:
        files = [a_file(a_hearing(), a_deadline())]
        assert to_json(files, now=NOW) == to_json(files, now=NOW)
        whole = json.loads(to_json(files, now=NOW))
        assert whole["exported_at"] == "2018-05-07T15:30:00+00:00"
        assert list(whole["cases"][0])[:4] == ["ref", "court", "docket_number", "caption"]

    def test_a_case_with_a_code_name_leaves_slack_under_it(self) -> None:
        whole = json.loads(to_json([a_file(case=a_case(alias="Kingfisher"))], now=NOW, naming=Naming.KNOWN))
        assert whole["cases"][0]["caption"] == "Kingfisher"

    @pytest.mark.parametrize(
        ("content", "why"),
        [
            (b"{", "it is not JSON"),
            (b"\xff", "it is not JSON"),
            (b"[]", "it does not say that it is one"),
            (b'{"format": "other"}', "it does not say that it is one"),
            (b'{"format": "adquem", "version": 9}', "it is of version 9, and I know version 1"),
            (b'{"format": "adquem", "version": 1}', "something is missing"),
            (b'{"format": "adquem", "version": 1, "cases": [{"entries": [], "deadlines": []}]}', "court"),
            (b'{"format": "adquem", "version": 1, "cases": [3]}', "something is missing"),
        ],
    )
    def test_anything_else_is_refused_in_a_sentence(self, content: bytes, why: str) -> None:
        with pytest.raises(UnreadableExportError, match=f"no JSON export of Ad Quem that I can read: .*{why}"):
            carried(content)


class TestCalendar:
    def test_it_holds_what_has_a_day_and_a_place_on_a_calendar(self) -> None:
        month = an_entry(date(2018, 5, 1), number=2, precision=Precision.MONTH)
        calendar = Calendar.from_ical(to_calendar([a_file(a_hearing(), month, a_deadline())], naming=Naming.CAPTION))
        titles = [str(event["SUMMARY"]) for event in calendar.events]
        assert titles == [
            "Oral argument · Rainsy v. Facebook 1",
            "Due (unconfirmed): Objections · Rainsy v. Facebook 1",
        ]
        assert str(calendar["X-WR-CALNAME"]) == "Ad Quem: Rainsy v. Facebook 1"

    @pytest.mark.parametrize("naming", [Naming.KNOWN, Naming.CODE])
    def test_a_code_name_takes_the_place_of_the_caption(self, naming: Naming) -> None:
        told = to_calendar([a_file(a_hearing(), case=a_case(alias="Kingfisher"))], naming=naming).decode()
        assert "Kingfisher" in told
        assert "Rainsy" not in told

    def test_code_names_hide_titles_and_the_zone(self) -> None:
        told = to_calendar([a_file(a_hearing(), a_deadline())], naming=Naming.CODE).decode()
        assert "Hearing H1" in told
        for hidden in ("Oral argument", "Objections", "Los_Angeles", "Rainsy"):
            assert hidden not in told


@pytest.fixture
def desk(sqlite_store: Store, clock: PracticeClock, book: Rulebook) -> Desk:
    return Desk(store=sqlite_store, clock=clock, book=book)


@pytest.fixture
def case(desk: Desk) -> Case:
    with desk.change(by="U1") as change:
        case = cases.open_case(change, court="cand", docket_number="1", caption="Rainsy v. Facebook", channel_id=None)
        hearings.schedule(change, case=case, title="Oral argument", starts_at=datetime(2018, 5, 21, 16, 30, tzinfo=UTC))
        return case


@pytest.mark.parametrize(
    ("as_a", "begins"),
    [
        (Format.CSV, b"\xef\xbb\xbfcase,"),
        (Format.JSON, b'{\n  "format": "adquem"'),
        (Format.ICS, b"BEGIN:VCALENDAR\r\n"),
        (Format.PDF, b"%PDF-"),
    ],
)
def test_one_way_leads_to_each_format(desk: Desk, case: Case, as_a: Format, begins: bytes) -> None:
    with desk.look() as session:
        content = export(session, desk.book, [case], as_a=as_a, now=NOW, by="U1")
    assert content.startswith(begins)


def test_json_by_code_names_is_refused(desk: Desk, case: Case) -> None:
    with desk.look() as session, pytest.raises(NotByCodeNameError, match="Ask for CSV, ICS or PDF"):
        export(session, desk.book, [case], as_a=Format.JSON, now=NOW, by="U1", naming=Naming.CODE)


@pytest.mark.parametrize(
    ("several", "name"), [([1], "docket-C1-2018-05-07.pdf"), ([1, 2], "docket-2-cases-2018-05-07.pdf")]
)
def test_a_files_name_tells_short_ids_and_the_day(several: list[int], name: str) -> None:
    facts: dict[str, Any] = {"as_a": Format.PDF, "now": NOW}
    assert file_name([a_case(number) for number in several], **facts) == name
