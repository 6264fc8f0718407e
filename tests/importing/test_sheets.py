"""CSV: what spreadsheets write, line by line, and the sentence for each line that cannot be taken."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.importing import MOST_ROWS, Alike, Deed, NotClearError, OtherwiseThanShownError, UnreadableFileError
from bot.importing.carried import read_carried
from bot.importing.events import read_events
from bot.importing.rows import Contents, Setting
from bot.importing.sheet import read_sheet
from storage.cases import Case
from storage.docket import EntryKind, EntryStatus, Precision
from tests.importing.conftest import Docket

NOW = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)
SETTING = Setting(
    zone="America/Los_Angeles",
    now=NOW,
    case=frozenset({"c1", "3:18-mc-1"}),
    people={"U_MAYA": "Maya Ortiz", "U2": "Lena"},
)
HEARING = "kind,title,date,time\nhearing,Argument,2018-06-04,9:30am\n"


def one(text: str) -> Contents:
    return read_sheet(text.encode(), SETTING)


def fault(text: str) -> str:
    contents = one(text)
    assert not contents.rows
    assert len(contents.faults) == 1
    return contents.faults[0].sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_whatever_excel_saves_is_read_alike(encoding: str, separator: str) -> None:
    text = "Kind,Title,Date,Time\r\nhearing,សវនាការ,2018-06-04,9:30\r\n".replace(",", separator)
    (row,) = read_sheet(text.encode(encoding), SETTING).rows
    assert (row.line, row.kind, row.title, row.on_date) == (2, EntryKind.HEARING, "សវនាការ", date(2018, 6, 4))
    assert row.at == datetime(2018, 6, 4, 16, 30, tzinfo=UTC)


def test_headings_stand_in_any_order_and_under_other_names() -> None:
    (row,) = one("Location;Start_Date;Subject;TYPE;Notes\nRoom 15;4 June 2018;Argument;Hearings;bring=copies\n").rows
    assert (row.title, row.at, row.facts) == ("Argument", None, {"place": "Room 15", "note": "bring=copies"})


def test_the_court_s_zone_is_assumed_and_said_and_what_is_not_read_is_named() -> None:
    contents = one("kind,title,date,time,colour\nhearing,Argument,2018-06-04,9:30,red\n")
    assert contents.notes == (
        "Hours without a zone of their own are on the court's clocks: America/Los_Angeles.",
        "Columns that are not read: colour.",
    )


def test_a_zone_of_its_own_moves_the_instant_and_the_court_s_day() -> None:
    (row,) = one("kind,title,date,time,zone\nhearing,Call,2018-06-05,01:00,Asia/Phnom_Penh\n").rows
    assert (row.at, row.on_date) == (datetime(2018, 6, 4, 18, tzinfo=UTC), date(2018, 6, 4))


def test_an_ambiguous_date_is_an_error_of_its_line_with_both_readings() -> None:
    told = fault("kind,title,date\nhearing,Argument,04/05/2018\n")
    assert "2018-04-05 for" in told
    assert "2018-05-04 for" in told


@pytest.mark.parametrize("text", ["tomorrow", "in 14 days"])
def test_a_date_that_depends_on_today_is_refused(text: str) -> None:
    assert "depending on when it is read" in fault(f"kind,title,date\nhearing,Argument,{text}\n")


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("hearing,,2018-06-04,,,,", "title", "The title is missing"),
        ("party,Argument,2018-06-04,,,,", "kind", "Type one of hearing"),
        ("hearing,Argument,,,,,", "date", "The date is missing"),
        ("hearing,Argument,2018-06-31,,,,", "date", "no such day"),
        ("hearing,Argument,soon,,,,", "date", "is not a date"),
        ("hearing,Argument,2018-06-04,,pigeon,,", "service", ""),
        ("order,Order,2018-06-04,,pigeon,,", "service", "how it was served"),
        ("hearing,Argument,2018-06-04,Mars/Base,,,", "zone", "no such zone"),
        ("hearing,Argument,2018-06-04,,,Nobody,", "owner", "Nobody who may see"),
        ("hearing,Argument,2018-06-04,,,,done", "status", "is not imported from CSV"),
        (f"hearing,{'x' * 301},2018-06-04,,,,", "title", "300 is the most"),
    ],
)
def test_each_fault_says_where_and_what_to_type_instead(line: str, column: str, said: str) -> None:
    contents = one(f"kind,title,date,zone,service,owner,status\n{line}\n")
    if not said:  # a hearing is not served: the cell is of no account
        assert contents.rows
        return
    (found,) = contents.faults
    assert (found.line, found.column) == (2, column)
    assert said in found.sentence


def test_every_fault_of_a_line_is_told_and_lines_are_counted_as_an_editor_does() -> None:
    contents = one('kind,title,date\nhearing,"two\nlines",2018-06-04\n\nparty,,never\n')
    assert [row.line for row in contents.rows] == [2]
    assert [(found.line, found.column) for found in contents.faults] == [(5, "kind"), (5, "title"), (5, "date")]


def test_history_may_be_dated_by_its_month_or_year_but_a_hearing_may_not() -> None:
    rows = one("kind,title,date,precision\nnotice,a,2018-05,\nnotice,b,2017,\nnotice,c,2016-01-01,year\n").rows
    assert [row.precision for row in rows] == [Precision.MONTH, Precision.YEAR, Precision.YEAR]
    assert fault("kind,title,date\nhearing,a,2018-05\n")


def test_a_formula_is_text_and_the_apostrophe_of_our_exports_is_taken_off() -> None:
    rows = one("kind,title,date\nnotice,=1+1,2018-05-04\nnotice,'=2+2,2018-05-04\nnotice,'quoted',2018-05-04\n").rows
    assert [row.title for row in rows] == ["=1+1", "=2+2", "'quoted'"]


def test_a_deadline_has_one_date_and_ends_with_its_day_unless_an_hour_is_told() -> None:
    rows = one(
        "kind,title,due,time\ndeadline,a,2018-06-04,\ndeadline,b,2018-06-04,17:00\ndeadline,c,2018-06-04,23:59\n"
    ).rows
    assert [row.at for row in rows] == [None, datetime(2018, 6, 5, 0, tzinfo=UTC), None]
    assert "one date" in fault("kind,title,due,date\ndeadline,a,2018-06-04,2018-06-05\n")


def test_an_owner_is_named_by_name_by_id_or_by_mention() -> None:
    rows = one(
        "kind,title,date,owner\nnotice,a,2018-05-04,maya ortiz\nnotice,b,2018-05-04,U2\nnotice,c,2018-05-04,<@U2>\n"
    )
    assert [row.facts["owner"] for row in rows.rows] == ["U_MAYA", "U2", "U2"]


def test_a_line_of_another_case_is_refused() -> None:
    assert "another case" in fault("kind,title,date,case\nnotice,a,2018-05-04,C2\n")
    assert one("kind,title,date,case\nnotice,a,2018-05-04,c1\n").rows


def test_excel_may_say_its_separator_first() -> None:
    assert [row.line for row in one("sep=;\nkind;title;date\nnotice;a;2018-05-04\n").rows] == [3]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"PK\x03\x04rest", "workbook"),
        (b"\x1f\x8bpacked", "workbook"),
        ("kind,title,date\nhearing,caf\u00e9,2018\n".encode("latin-1"), "line 2"),
        (b"kind,title,date\nhearing,\x00,2018\n", "no text"),
        (b"x" * 1_000_001, "longer than"),
        (b"kind,title,date\n", "tells nothing"),
        (b"a,b,c\n1,2,3\n", "kind and title and date cannot be found"),
        (b"kind,title,date,subject\n", "Two columns mean"),
        (b'kind,title,date\nhearing,"open,2018-06-04\n', "breaks off"),
        (b"kind,title,date\n" + b"notice,a,2018-05-04\n" * (MOST_ROWS + 1), "I take 500 at once"),
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFileError, match=said):
        read_sheet(content, SETTING)


CASE = Case(court="cand", docket_number="1", caption="x", created_at=NOW, created_by="U1")


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_a_report_and_never_an_accident(junk: bytes) -> None:
    begun = (
        b"", b"kind,title,date,time\n", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n",
        b'{"format":"adquem","version":1,"cases":[{"court":"cand","docket_number":"1","entries":[',
    )  # fmt: skip
    for start in begun:
        for read in (read_sheet, read_events, lambda content, setting: read_carried(content, CASE, setting)):
            try:
                assert isinstance(read(start + junk, SETTING), Contents)
            except UnreadableFileError as error:
                assert str(error)  # noqa: PT017 -- refused in a sentence, or read


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=20), min_size=10, max_size=10))
def test_any_cells_are_a_row_or_faults(cells: list[str]) -> None:
    import csv
    from io import StringIO

    text = StringIO(newline="")
    columns = ["kind", "title", "date", "time", "zone", "served", "owner", "status", "uid", "service"]
    csv.writer(text).writerows([columns, ["order", *cells[1:]]])
    try:
        contents = one(text.getvalue().encode("utf-8", "replace").decode())
        assert len(contents.rows) + len(contents.faults) >= 1
    except UnreadableFileError as error:
        assert str(error)  # noqa: PT017 -- refused in a sentence, or read


class TestOnTheDocket:
    def test_the_same_file_twice_changes_nothing_the_second_time(self, docket: Docket) -> None:
        text = f"{HEARING.replace('time', 'time,uid').strip()},\nnotice,Letter,2018-05-04,,n-1\n"
        text += "deadline,Brief,2018-06-01,,\n"
        assert docket.do(text).new == ["H1", "N1", "D1"]
        log = len(docket.log)
        assert [step.deed for step in docket.plan(text).steps] == [Deed.SAME] * 3
        assert docket.do(text).refs == ()
        assert len(docket.log) == log
        assert {row.created_by for row in docket.entries} == {"U_MAYA"}
        assert docket.deadlines[0].confirmed_by is None
        line = next(line for line in docket.log if line.action == "import.done")
        assert (line.subject, line.details["new"], line.details["changed"]) == ("C1", 3, 0)

    def test_nothing_is_imported_unless_all_is_right_or_somebody_says_so(self, docket: Docket) -> None:
        text = "kind,title,date\nhearing,Argument,2018-06-04\nhearing,Other,04/05/2018\n"
        with pytest.raises(NotClearError, match="1 line cannot"):
            docket.do(text)
        assert docket.entries == []
        assert docket.do(text, even_so=True).new == ["H1"]

    def test_a_moved_hearing_is_found_by_its_uid_and_its_deadlines_move_with_it(self, docket: Docket) -> None:
        lines = "kind,title,date,time,trigger,uid\nhearing,Argument,{},9:30,hearing.set,h@court.example\n"
        first = docket.do(lines.format("2018-06-25"), with_deadlines=True)
        assert first.new == ["H1"]
        assert "court" not in docket.entries[0].uid, "a foreign uid may hold names: it is never shown to anybody"
        plan = docket.plan(lines.format("2018-07-02"))
        (step,) = plan.of(Deed.CHANGED)
        assert [(each.old, each.new) for each in step.differences] == [
            ("Monday 25 June 2018, 09:30", "Monday 2 July 2018, 09:30")
        ]
        assert len(step.moves) == len(first.started)
        moved = docket.do(lines.format("2018-07-02"), shown=plan.mark)
        assert moved.changed == ["H1"]
        assert any(line.action == "hearing.moved" and line.reason == "import" for line in docket.log)

    def test_what_looks_the_same_without_a_uid_is_asked_about(self, docket: Docket) -> None:
        docket.do(HEARING)
        text = "kind,title,date,time\nhearing,argument,2018-06-04,10:30am\n"
        (step,) = docket.plan(text).of(Deed.ASKED)
        assert step.subject
        assert step.subject.ref == "H1"
        with pytest.raises(NotClearError):
            docket.do(text)
        assert docket.do(text, alike=Alike.LEAVE).refs == ()
        assert docket.do(text, alike=Alike.NEW).new == ["H2"]
        assert [each.deed for each in docket.plan(text).steps] == [Deed.SAME]

    def test_it_changes_when_somebody_says_that_it_is_the_same(self, docket: Docket) -> None:
        docket.do(HEARING)
        text = "kind,title,date,time\nhearing,Argument,2018-06-04,10:30am\n"
        assert docket.do(text, alike=Alike.SAME).changed == ["H1"]
        assert docket.plan(text).steps[0].deed is Deed.SAME

    def test_deadlines_that_follow_are_listed_and_adopted_only_when_asked_for(self, docket: Docket) -> None:
        text = "kind,title,date,trigger,service,served\norder,Denied,2018-05-04,order.nondispositive,ecf,2018-05-04\n"
        assert docket.plan(text).starts
        assert docket.do(text).started == []
        assert docket.deadlines == []
        other = text.replace("Denied", "Denied again")
        assert docket.do(other, with_deadlines=True).started
        assert {deadline.confirmed_by for deadline in docket.deadlines} == {None}

    def test_a_trigger_that_the_court_does_not_know_is_a_fault(self, docket: Docket) -> None:
        (found,) = docket.plan("kind,title,date,trigger\norder,Denied,2018-05-04,order.odd\n").faults
        assert (found.line, found.column, found.typed) == (2, "trigger", "order.odd")

    def test_two_lines_about_the_same_are_a_fault(self, docket: Docket) -> None:
        plan = docket.plan(
            "kind,title,date,uid\nnotice,a,2018-05-04,x\nnotice,b,2018-05-05,x\nnotice,c,2018-05-06,\nnotice,c,2018-05-06,\n"
        )
        assert [(found.line, found.sentence[:27]) for found in plan.faults] == [
            (3, "This is the same as line 2 "), (5, "This is the same as line 4 "),
        ]  # fmt: skip

    def test_a_deadline_entered_by_hand_moves_and_must_be_confirmed_anew(self, docket: Docket) -> None:
        lines = "kind,title,due,citation,uid\ndeadline,Brief,{},Order 3,d-1\n"
        docket.do(lines.format("2018-06-01"))
        assert docket.do(lines.format("2018-06-08")).changed == ["D1"]
        (deadline,) = docket.deadlines
        assert (deadline.due, deadline.latest, deadline.sequence) == (date(2018, 6, 8), date(2018, 6, 8), 1)

    def test_a_computed_deadline_is_not_changed_by_a_file(self, docket: Docket) -> None:
        text = "kind,title,date,trigger\norder,Denied,2018-05-04,order.nondispositive\n"
        docket.do(text, with_deadlines=True)
        deadline = docket.deadlines[0]
        (found,) = docket.plan(f"kind,title,due,uid\ndeadline,{deadline.title},2018-09-01,{deadline.uid}\n").faults
        assert "/deadline extend D1" in found.sentence

    def test_what_ended_on_the_docket_does_not_change(self, docket: Docket) -> None:
        lines = "kind,title,date,time,status,uid\nhearing,Argument,{},9:30,{},h-1\n"
        docket.do(lines.format("2018-06-04", "vacated"))
        assert docket.entries[0].status is EntryStatus.VACATED
        assert docket.plan(lines.format("2018-06-04", "vacated")).steps[0].deed is Deed.SAME
        assert "vacated here" in docket.plan(lines.format("2018-06-05", "")).faults[0].sentence

    def test_a_hearing_does_not_move_without_its_hour(self, docket: Docket) -> None:
        docket.do("kind,title,date,time,uid\nhearing,Argument,2018-06-04,9:30,h-1\n")
        (found,) = docket.plan("kind,title,date,uid\nhearing,Argument,2018-06-05,h-1\n").faults
        assert (found.column, "hour is missing" in found.sentence) == ("time", True)

    def test_what_was_shown_is_what_is_done_or_nothing_is(self, docket: Docket) -> None:
        mark = docket.plan(HEARING).mark
        docket.do("kind,title,date,time\nhearing,Argument,2018-06-04,8:00\n")
        with pytest.raises(OtherwiseThanShownError):
            docket.do(HEARING, shown=mark)

    def test_places_links_and_notes_of_any_entry_are_kept_and_corrected(self, docket: Docket) -> None:
        lines = "kind,title,date,place,link,note,owner,uid\n"
        lines += "filing,Motion,2018-05-04,{},https://x.example,ECF 3,Maya Ortiz,f\n"
        docket.do(lines.format("Clerk"))
        assert docket.do(lines.format("Registry")).changed == ["F1"]
        entry = docket.entries[0]
        assert (entry.place, entry.link, entry.note, entry.owner) == (
            "Registry",
            "https://x.example",
            "ECF 3",
            "U_MAYA",
        )
