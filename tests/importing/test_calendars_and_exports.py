"""Calendars from elsewhere, and exports of our own that come back."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.docket import deadlines, hearings
from bot.docket.correcting import withdraw
from bot.exporting import Format, export
from bot.importing import Alike, Deed, UnreadableFileError
from bot.importing.carried import carried_cases, read_carried
from bot.importing.events import read_events
from bot.importing.restoring import restore
from bot.importing.rows import Contents, Row, Setting
from bot.timeline import Naming
from storage.cases import Case
from storage.docket import EntryKind, EntryStatus, deadline_by_ref, entry_by_ref
from tests.importing.conftest import Docket

NINE_THIRTY = datetime(2018, 6, 4, 16, 30, tzinfo=UTC)
NOW = "2018-05-07T15:30:00+00:00"
SETTING = Setting(zone="America/Los_Angeles", now=datetime.fromisoformat(NOW))
CASE = Case(court="cand", docket_number="1", caption="x", created_at=datetime.fromisoformat(NOW), created_by="U_MAYA")


def read_ics(text: str) -> Contents:
    return read_events(text.encode(), SETTING)


def read_json(whole: Any) -> Contents:
    return read_carried(json.dumps(whole).encode(), CASE, SETTING)


def calendar(*events: str) -> str:
    inside = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{inside}END:VCALENDAR\n".replace("\n", "\r\n")


def event(start: str, *more: str, uid: str = "a@court.example", title: str = "Argument") -> str:
    return "\n".join([f"UID:{uid}", f"SUMMARY:{title}", f"DTSTART{start}", *more])


@pytest.mark.parametrize(
    "start", [":20180604T163000Z", ";TZID=America/Los_Angeles:20180604T093000", ":20180604T093000",
              ";TZID=Asia/Phnom_Penh:20180604T233000", ";TZID=Pacific Standard Time:20180604T093000"],
)  # fmt: skip
def test_every_way_to_write_an_hour_is_the_same_instant(start: str) -> None:
    (row,) = read_ics(calendar(event(start))).rows
    assert (row.at, row.kind) == (NINE_THIRTY, EntryKind.HEARING)


def test_an_hour_without_a_zone_is_the_court_s_and_that_is_said() -> None:
    (row,) = read_ics(calendar(event(":20180604T093000"))).rows
    assert row.notes == ("Its hour names no zone: taken as the court's (America/Los_Angeles).",)


def test_an_event_of_a_whole_day_is_a_hearing_whose_hour_is_not_known(docket: Docket) -> None:
    docket.do(calendar(event(";VALUE=DATE:20180604")))
    assert (docket.entries[0].starts_at, docket.entries[0].on_date.isoformat()) == (None, "2018-06-04")


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        (event(":20180604T163000Z", "RRULE:FREQ=WEEKLY"), "RRULE", "repeats"),
        (event(":20180604T163000Z", "RECURRENCE-ID:20180604T163000Z"), "RECURRENCE-ID", "repeats"),
        (event(";TZID=Nowhere/Else:20180604T093000"), "DTSTART", "no zone “Nowhere/Else”"),
        (event(":20181104T013000"), "DTSTART", "comes twice or never"),
        (event(";TZID=America/Los_Angeles:20181104T013000"), "DTSTART", "comes twice or never"),
        (event(";TZID=Europe/Paris:20180325T023000"), "DTSTART", "comes twice or never"),
        (event(":2018"), "DTSTART", "no date"),
        ("UID:1\nSUMMARY:x", "DTSTART", "no date"),
        ("UID:1\nDTSTART:20180604T163000Z", "SUMMARY", "no title"),
        (event(":20180604T163000Z", title="x" * 301), "SUMMARY", "longer"),
        (event(":20180604T163000Z", f"LOCATION:{'x' * 301}"), "LOCATION", "longer"),
    ],
)
def test_what_cannot_be_taken_says_why_on_its_line(text: str, column: str, said: str) -> None:
    (found,) = read_ics(calendar(text)).faults
    assert (found.line, found.column) == (4, column)
    assert said in found.sentence


def test_a_later_edition_moves_the_hearing_and_an_older_one_moves_nothing(docket: Docket) -> None:
    first = calendar(event(":20180604T163000Z", "SEQUENCE:1"))
    later = calendar(event(":20180611T163000Z", "SEQUENCE:2"))
    docket.do(first)
    assert docket.do(later).changed == ["H1"]
    assert docket.plan(later).steps[0].deed is Deed.SAME
    (step,) = docket.plan(first).steps
    assert (step.deed, docket.do(first).refs) == (Deed.LEFT, ())
    assert [line.reason for line in docket.log if line.action == "hearing.moved"] == ["import"]


def test_of_two_editions_in_one_file_the_later_counts(docket: Docket) -> None:
    docket.do(calendar(event(":20180611T163000Z", "SEQUENCE:2"), event(":20180604T163000Z", "SEQUENCE:1")))
    assert [row.on_date.day for row in docket.entries] == [11]


@pytest.mark.parametrize("more", [(), ("SEQUENCE:3",)])
def test_a_court_that_moves_a_hearing_and_counts_no_edition_is_followed(docket: Docket, more: tuple[str, ...]) -> None:
    docket.do(calendar(event(":20180604T163000Z", *more)))
    (step,) = docket.plan(calendar(event(":20180611T163000Z", *more))).steps
    assert (step.deed, [each.column for each in step.differences]) == (Deed.CHANGED, ["starts_at"])
    docket.do(calendar(event(":20180611T163000Z", *more)))
    assert docket.entries[0].on_date.day == 11
    docket.do(calendar(event(":20180611T163000Z", *more, "STATUS:CANCELLED")))
    assert docket.entries[0].status is EntryStatus.VACATED


def test_what_was_imported_as_it_is_and_changed_here_since_stays_as_it_is_here(docket: Docket) -> None:
    first = calendar(event(":20180604T163000Z"))
    docket.do(first)
    move_here(docket, 18)
    assert [step.deed for step in docket.plan(first).steps] == [Deed.LEFT]


def test_a_new_date_there_and_another_here_are_for_a_person_to_decide(docket: Docket) -> None:
    docket.do(calendar(event(":20180604T163000Z")))
    move_here(docket, 18)
    (found,) = docket.plan(calendar(event(":20180611T163000Z"))).faults
    assert found.column == "SEQUENCE"
    assert "H1 was given another date here" in found.sentence


def move_here(docket: Docket, day: int) -> None:
    with docket.desk.change(by="U_CLAIRE") as change:
        hearing = entry_by_ref(change.session, "H1")
        assert hearing
        hearings.move(change, hearing=hearing, starts_at=NINE_THIRTY.replace(day=day), reason="notice")


def vacate_here(docket: Docket) -> None:
    with docket.desk.change(by="U_CLAIRE") as change:
        hearing = entry_by_ref(change.session, "H1")
        assert hearing
        hearings.vacate(change, hearing=hearing, reason="notice")


def test_a_hearing_that_is_on_again_is_not_taken_for_the_vacated_one(docket: Docket) -> None:
    docket.do(calendar(event(":20180604T163000Z")))
    vacate_here(docket)
    again = docket.plan(calendar(event(":20180604T163000Z", "SEQUENCE:1")))
    assert "H1 is vacated here" in again.faults[0].sentence
    other = calendar(event(":20180604T163000Z", uid="b@court.example"))
    (asked,) = docket.plan(other).steps
    assert (asked.deed, asked.row.notes) == (Deed.ASKED, ("H1 is vacated here.",))
    assert docket.plan(other, alike=Alike.SAME).to_do == ()
    assert docket.do(other, alike=Alike.NEW).new == ["H2"]


def test_two_hearings_under_one_name_are_both_kept_back(docket: Docket) -> None:
    twofold = calendar(event(":20180604T163000Z"), event(":20180611T163000Z", title="Another"))
    plan = docket.plan(twofold)
    assert plan.steps == ()
    assert [(found.line, found.column) for found in plan.faults] == [(4, "UID"), (9, "UID")]


def test_one_event_that_stands_twice_in_a_file_is_one_hearing(docket: Docket) -> None:
    assert docket.do(calendar(event(":20180604T163000Z"), event(":20180604T163000Z"))).new == ["H1"]


def test_a_cancelled_event_is_a_vacated_hearing(docket: Docket) -> None:
    docket.do(calendar(event(":20180604T163000Z")))
    assert docket.do(calendar(event(":20180604T163000Z", "SEQUENCE:1", "STATUS:CANCELLED"))).changed == ["H1"]
    assert docket.entries[0].status is EntryStatus.VACATED


def test_text_is_text_and_no_second_event(docket: Docket) -> None:
    docket.do(
        calendar(event(":20180604T163000Z", "LOCATION:Room 15\\, 3rd floor", title="A\\nEND:VEVENT\\nBEGIN:VEVENT"))
    )
    (hearing,) = docket.entries
    assert (hearing.title, hearing.place) == ("A END:VEVENT BEGIN:VEVENT", "Room 15, 3rd floor")


NEW_YORK = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def described(name: str, start: str) -> Row:
    """Return an event in a zone that the file describes as New York's, as Outlook writes zones."""
    whole = calendar(event(f";TZID={name}:{start}"))
    head, begin, rest = whole.partition("BEGIN:VEVENT")
    return read_ics(head + NEW_YORK.format(name=name).replace("\n", "\r\n") + begin + rest).rows[0]


@pytest.mark.parametrize(("start", "hour"), [("20180604T093000", 13), ("20181204T093000", 14)])
@pytest.mark.parametrize("name", ["Eastern Standard Time", "Court time", "America/New_York"])
def test_a_zone_is_what_the_file_says_of_it(name: str, start: str, hour: int) -> None:
    row = described(name, start)
    assert row.at
    assert (row.at.astimezone(UTC).hour, row.notes) == (hour, ())


def test_a_zone_that_the_file_describes_otherwise_than_its_name_says_is_doubted() -> None:
    (note,) = described("EST", "20180604T093000").notes
    assert note.startswith("CHECK THE HOUR: taken as 09:30 in EST")
    assert "08:30" in note


def test_hours_without_a_zone_in_a_calendar_of_another_zone_are_not_guessed() -> None:
    text = calendar(event(":20180604T093000"))
    named = text.replace("PRODID", "X-WR-TIMEZONE:Asia/Phnom_Penh\r\nPRODID")
    assert "Asia/Phnom_Penh" in read_ics(named).faults[0].sentence
    assert read_ics(named.replace("Asia/Phnom_Penh", "US/Pacific")).rows[0].at == NINE_THIRTY


def test_a_whole_day_of_outlook_has_no_hour() -> None:
    zone, mark = ";TZID=Pacific Standard Time", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
    (row,) = read_ics(calendar(event(f"{zone}:20180604T000000", f"DTEND{zone}:20180605T000000", mark))).rows
    assert (row.on_date.day, row.at, row.notes) == (4, None, ("The calendar tells no hour.",))


@pytest.mark.parametrize(
    ("start", "end", "last"),
    [
        (";VALUE=DATE:20180604", "DTEND;VALUE=DATE:20180607", "Wednesday 6 June 2018"),
        (":20180604T163000Z", "DTEND:20180606T000000Z", "Tuesday 5 June 2018"),
        (":20180604T163000Z", "DURATION:P2D", "Wednesday 6 June 2018"),
        (":20180604T163000", "DTEND:20180605T163000", "Tuesday 5 June 2018"),
        (";VALUE=DATE:20180604", "DTEND;VALUE=DATE:20180605", ""),
        (":20180604T163000Z", "DTEND:20180604T173000Z", ""),
        (":20180604T163000Z", "DTEND:20180605T070000Z", ""),
        (":20180604T163000Z", "DTEND:nonsense", ""),
    ],
)
def test_the_other_days_of_a_hearing_are_not_dropped_in_silence(start: str, end: str, last: str) -> None:
    (row,) = read_ics(calendar(event(start, end))).rows
    told = [note for note in row.notes if note.startswith("It goes on")]
    assert [last in note for note in told] == ([True] if last else [])


def test_tasks_are_no_hearings_and_that_is_said() -> None:
    whole = calendar(event(":20180604T163000Z")).replace(
        "END:VCALENDAR", "BEGIN:VTODO\r\nUID:t\r\nDUE:20180605T000000Z\r\nEND:VTODO\r\nEND:VCALENDAR"
    )
    assert any(note.startswith("1 task (VTODO) was passed over") for note in read_ics(whole).notes)


def test_a_calendar_that_is_cut_off_is_refused_as_a_whole() -> None:
    whole = calendar(event(":20180604T163000Z"))
    cut = calendar(event(":20180611T163000Z", uid="b")).partition("END:VEVENT")[0]
    with pytest.raises(UnreadableFileError, match="2 events begin in this file, and I can read 1"):
        read_ics(whole + cut)


def test_letters_are_not_guessed_but_one_that_was_torn_by_a_fold_is_read() -> None:
    whole = calendar(event(":20180604T163000Z", title="Café")).encode()
    accent = whole.index("é".encode()) + 1
    torn = whole[:accent] + b"\r\n " + whole[accent:]
    assert read_events(torn, SETTING).rows[0].title == "Café"
    with pytest.raises(UnreadableFileError, match="not in UTF-8"):
        read_events(whole.replace("é".encode(), b"\xe9"), SETTING)


@pytest.mark.parametrize("junk", ["BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"])
def test_a_calendar_without_events_is_refused_in_a_sentence(junk: str) -> None:
    with pytest.raises(UnreadableFileError):
        read_ics(junk)


def filled(docket: Docket) -> None:
    """Put a hearing, an order with its deadlines, what was vacated, done or withdrawn on the docket."""
    docket.do(
        "kind,title,date,time,trigger,service,served,uid\nhearing,Argument,2018-06-25,9:30,,,,\n"
        "order,Denied,2018-05-04,,order.nondispositive,ecf,2018-05-04,\ndeadline,Report,2018-06-08,,,,,\n"
        "order,Twice,2018-05-02,,,,,\n",
        with_deadlines=True,
    )
    with docket.desk.change(by="U_CLAIRE") as change:
        first = deadline_by_ref(change.session, "D1")
        assert first
        deadlines.complete(change, deadline=first, proof="ECF No. 21")
        second = deadline_by_ref(change.session, "D2")
        assert second
        deadlines.confirm(change, deadline=second)
        away = hearings.schedule(change, case=docket.case, title="Off", starts_at=NINE_THIRTY)
        hearings.vacate(change, hearing=away, reason="settled")
        twice = entry_by_ref(change.session, "O2")
        assert twice
        withdraw(change, entry=twice, reason="recorded twice")


def exported(docket: Docket, as_a: Format, case: Case | None = None) -> bytes:
    with docket.desk.look() as session:
        desk = docket.desk
        return export(session, desk.book, [case or docket.case], as_a=as_a, now=desk.clock.now(), by="U_CLAIRE")


def without_ids(content: bytes) -> Any:
    hidden = {"ref", "number", "exported_at", "uid", "follows", "started_by", "docket_number"}

    def bare(found: Any) -> Any:
        if isinstance(found, dict):
            return {name: bare(value) for name, value in found.items() if name not in hidden}
        return [bare(each) for each in found] if isinstance(found, list) else found

    return bare(json.loads(content))


@pytest.mark.parametrize("as_a", [Format.JSON, Format.ICS])
def test_our_own_export_changes_nothing_where_it_was_made(docket: Docket, as_a: Format) -> None:
    filled(docket)
    plan = docket.plan(exported(docket, as_a))
    assert plan.is_clear
    assert plan.to_do == ()


def test_what_was_withdrawn_there_is_passed_over_in_a_calendar_and_that_is_said(docket: Docket) -> None:
    filled(docket)
    notes = docket.plan(exported(docket, Format.ICS)).notes
    assert "1 event was passed over: it was withdrawn in the docket from which the calendar comes." in notes


def test_what_was_withdrawn_here_comes_anew_from_an_export_in_which_it_stood(docket: Docket) -> None:
    filled(docket)
    content = exported(docket, Format.JSON)
    with docket.desk.change(by="U_CLAIRE") as change:
        order = entry_by_ref(change.session, "O1")
        assert order
        withdraw(change, entry=order, reason="by mistake")
    assert "order" in [step.row.called for step in docket.plan(content).of(Deed.NEW)]


def test_a_code_name_is_no_part_of_a_title(docket: Docket) -> None:
    filled(docket)
    with docket.desk.change(by="U_CLAIRE") as change:
        case = change.session.get_one(Case, docket.case.key)
        case.alias = "Mekong"
        change.keep_case(case)
        change.log("case.edited", subject=case.ref, case_id=case.key)
    docket.case = case
    with docket.desk.look() as session:
        desk = docket.desk
        content = export(session, desk.book, [case], as_a=Format.ICS, now=desk.clock.now(), by="U", naming=Naming.KNOWN)
    (row,) = [step.row for step in docket.plan(content).steps if step.row.called == "order"]
    assert row.title == "Denied"


def an_export(**changed: Any) -> Any:
    """Return what an export tells of a hearing and a deadline, but for what was changed by hand."""
    hearing = {
        "kind": "hearing", "letter": "H", "number": 1, "title": "Argument", "on_date": "2018-06-25",
        "starts_at": "2018-06-25T16:30:00+00:00", "zone": "America/Los_Angeles", "service": "", "follows": None,
    }  # fmt: skip
    deadline = {
        "number": 1, "title": "Report", "due": "2018-06-08", "due_at": "2018-06-09T06:59:59+00:00",
        "latest": "2018-06-08", "zone": "America/Los_Angeles", "standing": "settled", "started_by": None,
        "explanation": {"steps": [], "notes": [{"text": "so"}]},
    }  # fmt: skip
    when = {"created_at": NOW, "created_by": "U_MAYA", "changed_at": NOW}
    rows = [hearing | when | changed.get("hearing", {}), deadline | when | changed.get("deadline", {})]
    case = {"court": "cand", "docket_number": "1", "caption": "x", **when, "entries": rows[:1], "deadlines": rows[1:]}
    return {"format": "adquem", "version": 1, "cases": [case]}


@pytest.mark.parametrize(
    ("row", "column", "typed", "said"),
    [
        ("hearing", "zone", "Mars/Olympus", "no such zone"),
        ("hearing", "zone", "", "no such zone"),
        ("hearing", "service", "pigeon", "how it was served"),
        ("hearing", "on_date", "2018-06-26", "starts on Monday 25 June 2018"),
        ("hearing", "on_date", "2018-06-24", "starts on Monday 25 June 2018"),
        ("hearing", "title", " ", "no title"),
        ("hearing", "title", "a\0b", "a letter in it is none"),
        ("hearing", "letter", "O", "not one of that kind"),
        ("hearing", "starts_at", "2018-06-25T09:30:00", "no offset"),
        ("hearing", "starts_at", "0001-01-01T00:00:00+00:00", "further away"),
        ("deadline", "zone", "../../etc/passwd", "no such zone"),
        ("deadline", "due", "2018-06-09", "ends on Friday 8 June 2018"),
        ("deadline", "standing", "certain", "settled, arguable, unverified"),
        ("deadline", "explanation", {"steps": ["then"]}, "how it was counted"),
        ("deadline", "explanation", {"notes": "then"}, "how it was counted"),
    ],
)
def test_what_no_docket_would_have_written_is_a_fault_of_its_row(row: str, column: str, typed: Any, said: str) -> None:
    contents = read_json(an_export(**{row: {column: typed}}))
    (found,) = contents.faults
    assert found.line == ("hearing", "deadline").index(row) + 1
    assert column in (found.column, "starts_at")
    assert said in found.sentence
    if column in ("zone", "service", "standing", "on_date", "due"):
        assert found.typed == typed
    assert len(contents.rows) == 1


def test_what_a_docket_has_written_is_no_fault() -> None:
    assert read_json(an_export()).faults == ()


def test_the_day_of_an_hour_is_that_of_the_court_whatever_zone_a_row_names(docket: Docket) -> None:
    filled(docket)
    whole = json.loads(exported(docket, Format.JSON))
    (hearing,) = [row for row in whole["cases"][0]["entries"] if row["title"] == "Argument"]
    assert hearing["starts_at"].startswith("2018-06-25T16:30")  # half past eleven in the night in Phnom Penh
    hearing |= {"zone": "Asia/Tokyo", "on_date": "2018-06-26"}
    assert docket.plan(json.dumps(whole)).to_do == ()


def test_a_whole_export_comes_back_as_it_was_in_a_docket_that_lacks_its_case(docket: Docket) -> None:
    filled(docket)
    content = exported(docket, Format.JSON).replace(b"3:18-mc-80024-SK", b"1:99-cv-1")
    with docket.desk.change(by="import") as change:
        case = restore(change, carried_cases(content)[0])
    assert without_ids(exported(docket, Format.JSON, case)) == without_ids(content)


def test_into_a_case_that_stands_here_it_comes_unconfirmed_and_recorded_by_whoever_imports(docket: Docket) -> None:
    filled(docket)
    content = exported(docket, Format.JSON)
    whole = json.loads(content)
    for row in (*whole["cases"][0]["entries"], *whole["cases"][0]["deadlines"]):
        row["uid"] = row["uid"][::-1]
        row["title"] = f"Other {row['title']}"
    done = docket.do(json.dumps(whole))
    assert len(done.new) == len(whole["cases"][0]["entries"]) + len(whole["cases"][0]["deadlines"])
    new = [row.created_by for row in docket.entries if row.title.startswith("Other")]
    new += [row.created_by for row in docket.deadlines if row.title.startswith("Other")]
    assert set(new) == {"U_MAYA"}
    assert {row.confirmed_by for row in docket.deadlines if row.title.startswith("Other")} == {None}
    assert docket.do(json.dumps(whole)).refs == ()


@pytest.mark.parametrize(
    "junk", ["{}", "[" * 100_000, '{"format":"adquem","version":1,"cases":[]}', '{"format":"adquem","version":1}']
)
def test_json_that_is_no_export_is_refused_in_a_sentence(junk: str) -> None:
    with pytest.raises(UnreadableFileError):
        read_carried(junk.encode(), CASE, SETTING)


def test_a_damaged_row_is_a_fault_of_its_own(docket: Docket) -> None:
    filled(docket)
    whole = json.loads(exported(docket, Format.JSON))
    whole["cases"][0]["entries"][0]["title"] = " "
    assert [(found.line, found.column) for found in docket.plan(json.dumps(whole)).faults] == [(1, "title")]
