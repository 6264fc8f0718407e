"""What a VEVENT says, read back with icalendar."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendars.events import details_of, recipe_of, write
from bot.calendars.text import clean, one_line
from bot.law import Note, Standing
from storage.calendars import Detail
from storage.docket import DeadlineStatus, EntryKind, EntryStatus, Precision
from tests.calendars.samples import COURT, KHMER, a_case, a_deadline, an_answer, an_entry, parsed


def written(row: Any, detail: Detail = Detail.FULL, **case: Any) -> Any:
    return parsed(write(row, case=a_case(**case), court=COURT, detail=detail).body)


def text_of(row: Any, detail: Detail = Detail.FULL, **case: Any) -> str:
    return str(written(row, detail, **case).get("DESCRIPTION", ""))


# Time


@pytest.mark.parametrize(
    ("zone", "instant", "written_as"),
    [
        ("America/Los_Angeles", datetime(2027, 1, 15, 17, 30, tzinfo=UTC), b"20270115T093000"),
        ("America/Los_Angeles", datetime(2027, 7, 15, 16, 30, tzinfo=UTC), b"20270715T093000"),
        ("Asia/Phnom_Penh", datetime(2027, 1, 15, 1, 0, tzinfo=UTC), b"20270115T080000"),
        ("Asia/Phnom_Penh", datetime(2027, 7, 15, 1, 0, tzinfo=UTC), b"20270715T080000"),
        ("Australia/Sydney", datetime(2027, 1, 15, 1, 0, tzinfo=UTC), b"20270115T120000"),
        ("Australia/Sydney", datetime(2027, 7, 15, 1, 0, tzinfo=UTC), b"20270715T110000"),
    ],
)
def test_a_hearing_stands_in_the_courts_own_time(zone: str, instant: datetime, written_as: bytes) -> None:
    event = write(an_entry(starts_at=instant, zone=zone), case=a_case(), court=COURT, detail=Detail.FULL)
    assert event.when.zone == zone
    assert b"DTSTART;TZID=" + zone.encode() + b":" + written_as in event.body
    assert parsed(event.body)["DTSTART"].dt.astimezone(UTC) == instant


def test_a_hearing_lasts_an_hour_even_when_clocks_change_meanwhile() -> None:
    before_the_change = datetime(2027, 3, 14, 9, 30, tzinfo=UTC)  # 01:30 in San Francisco; 02:00 is 03:00
    event = written(an_entry(starts_at=before_the_change))
    assert event["DTSTART"].dt.astimezone(UTC) == before_the_change
    assert event["DTEND"].to_ical() == b"20270314T033000"


def test_an_hour_that_occurs_twice_is_written_in_utc() -> None:
    for instant in (datetime(2027, 11, 7, 8, 30, tzinfo=UTC), datetime(2027, 11, 7, 9, 30, tzinfo=UTC)):
        event = write(an_entry(starts_at=instant), case=a_case(), court=COURT, detail=Detail.FULL)
        assert event.when.zone is None
        assert parsed(event.body).start == instant


def test_a_hearing_that_ends_in_an_hour_that_occurs_twice_is_written_in_utc() -> None:
    event = written(an_entry(starts_at=datetime(2027, 11, 7, 7, 30, tzinfo=UTC)))
    assert event["DTSTART"].to_ical() == b"20271107T073000Z"


def test_a_hearing_in_a_zone_without_an_rrule_is_written_in_utc() -> None:
    event = written(an_entry(starts_at=datetime(2027, 7, 7, 7, 30, tzinfo=UTC), zone="Asia/Jerusalem"))
    assert event["DTSTART"].to_ical() == b"20270707T073000Z"


def test_a_hearing_whose_hour_is_unknown_takes_the_whole_day_and_says_so() -> None:
    event = written(an_entry(starts_at=None, on_date=date(2024, 2, 29)))
    assert (event.start, event.end) == (date(2024, 2, 29), date(2024, 3, 1))
    assert "hour is not known" in event["DESCRIPTION"]
    assert event["TRANSP"] == "OPAQUE"


def test_a_deadline_is_the_whole_safe_date() -> None:
    body = write(a_deadline(), case=a_case(), court=COURT, detail=Detail.FULL).body
    assert b"DTSTART;VALUE=DATE:20180518\r\n" in body
    assert b"DTEND;VALUE=DATE:20180519\r\n" in body
    assert b"TRANSP:TRANSPARENT\r\n" in body
    assert b"TZID" not in body


# What does not change, and what moves with every change


def test_an_event_is_stamped_with_its_last_change() -> None:
    changed = datetime(2018, 5, 6, 1, 2, 3, 456, tzinfo=UTC)
    event = written(an_entry(changed_at=changed, sequence=4, uid="0b5e"))
    assert event["UID"] == "0b5e@adquem"
    assert event["SEQUENCE"] == 4
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == changed.replace(microsecond=0)
    assert event["CREATED"].dt == datetime(2018, 5, 7, 12, tzinfo=UTC)


def test_nothing_invites_anybody_and_nothing_rings() -> None:
    event = written(an_entry(note="mailto:judge@example.org"))
    assert not {"ATTENDEE", "ORGANIZER"} & set(event)
    assert event.subcomponents == []


def test_writing_twice_gives_the_same_bytes() -> None:
    first, second = (write(a_deadline(), case=a_case(), court=COURT, detail=Detail.FULL).body for _ in range(2))
    assert first == second


# Titles


@pytest.mark.parametrize(
    ("row", "title", "status", "transparency"),
    [
        (an_entry(), "Oral argument · Rainsy v. Facebook", "CONFIRMED", "OPAQUE"),
        (an_entry(status=EntryStatus.HELD), "Oral argument · Rainsy v. Facebook", "CONFIRMED", "OPAQUE"),
        (
            an_entry(status=EntryStatus.VACATED),
            "VACATED: Oral argument · Rainsy v. Facebook",
            "CANCELLED",
            "TRANSPARENT",
        ),
        (
            an_entry(EntryKind.ORDER, title="Order", status=EntryStatus.WITHDRAWN),
            "WITHDRAWN: Order · Rainsy v. Facebook",
            "CANCELLED",
            "TRANSPARENT",
        ),
        (an_entry(EntryKind.RULING, title="Denied"), "Denied · Rainsy v. Facebook", "CONFIRMED", "TRANSPARENT"),
        (a_deadline(title="T"), "Due (unconfirmed): T · Rainsy v. Facebook", "CONFIRMED", "TRANSPARENT"),
        (a_deadline(title="T", confirmed_by="U2"), "Due: T · Rainsy v. Facebook", "CONFIRMED", "TRANSPARENT"),
        (
            a_deadline(title="T", standing=Standing.UNVERIFIED),
            "Due (unverified, unconfirmed): T · Rainsy v. Facebook",
            "CONFIRMED",
            "TRANSPARENT",
        ),
        (
            a_deadline(title="T", standing=Standing.ARGUABLE, confirmed_by="U2"),
            "Due (arguable): T · Rainsy v. Facebook",
            "CONFIRMED",
            "TRANSPARENT",
        ),
        (
            a_deadline(title="T", condition="if the order is appealable"),
            "Due (conditional, unconfirmed): T · Rainsy v. Facebook",
            "CONFIRMED",
            "TRANSPARENT",
        ),
        (
            a_deadline(title="T", status=DeadlineStatus.DONE),
            "DONE ✓ T · Rainsy v. Facebook",
            "CONFIRMED",
            "TRANSPARENT",
        ),
        (a_deadline(title="T", status=DeadlineStatus.MOOT), "MOOT: T · Rainsy v. Facebook", "CANCELLED", "TRANSPARENT"),
    ],
)
def test_a_title_says_where_it_stands_and_every_doubt(row: Any, title: str, status: str, transparency: str) -> None:
    event = written(row)
    assert (event["SUMMARY"], event["STATUS"], event["TRANSP"]) == (title, status, transparency)


# Text


def test_a_deadlines_text_begins_with_its_standing_and_the_hour_at_which_it_ends() -> None:
    lines = text_of(a_deadline(standing=Standing.ARGUABLE, latest=date(2018, 5, 21))).splitlines()
    assert lines[:3] == [
        "Standing: ARGUABLE. The law can be read two ways; this is the safe date.",
        "Ends Friday 18 May 2018, at 23:59, court time (America/Los_Angeles, UTC-07:00).",
        "UNCONFIRMED: no second person has checked it yet.",
    ]
    assert "Another reading gives Monday 21 May 2018: do not plan on this." in lines


def test_a_deadlines_text_tells_how_it_was_counted() -> None:
    explanation = an_answer(notes=(Note(text="Mail adds no days."),)).as_dict()
    explanation["steps"] = [{"kind": "count", "text": "14 days after Friday, 4 May 2018.", "facts": {}}]
    text = text_of(
        a_deadline(
            explanation=explanation, condition="if the order is appealable", version="2009-12-01", proof="ECF 21"
        )
    )
    assert "How it was counted:\n- 14 days after Friday, 4 May 2018." in text
    assert "Mail adds no days." in text
    assert "Only if the order is appealable." in text
    assert "Rule: FRCP 72(a), version 2009-12-01" in text
    assert "Proof: ECF 21" in text
    assert text.endswith("D45 · Rainsy v. Facebook, 3:18-mc-80024-SK, Northern District of California")


def test_a_deadline_set_by_hand_has_no_rule_to_tell() -> None:
    assert "Rule:" not in text_of(a_deadline(citation="", confirmed_by="U2"))
    assert "Confirmed by a second person." in text_of(a_deadline(citation="", confirmed_by="U2"))
    assert "This deadline is done." in text_of(a_deadline(status=DeadlineStatus.DONE))


def test_a_held_hearing_says_so() -> None:
    assert "This hearing was held." in text_of(an_entry(status=EntryStatus.HELD))


def test_a_hearing_names_its_place_and_its_kind() -> None:
    event = written(an_entry(place="Courtroom A, 15th floor; 450 Golden Gate Avenue"))
    assert event["LOCATION"] == "Courtroom A, 15th floor; 450 Golden Gate Avenue"
    assert event.categories == ["HEARING"]


# Levels of detail


SECRETS = (
    "Rainsy",
    "Facebook",
    "80024",
    "Oral",
    "Objections",
    "California",
    "Los_Angeles",
    "Golden Gate",
    "72",
    "note!",
)


@pytest.mark.parametrize("detail", [Detail.ALIAS, Detail.BUSY])
@pytest.mark.parametrize(
    "row",
    [
        an_entry(place="450 Golden Gate", note="note!", link="https://facebook.example/Rainsy"),
        an_entry(EntryKind.ORDER, title="Objections"),
        a_deadline(explanation=an_answer(notes=(Note(text="note!"),)).as_dict(), condition="note!", proof="note!"),
    ],
)
def test_code_names_and_busy_times_give_nothing_away(row: Any, detail: Detail) -> None:
    body = write(row, case=a_case(), court=COURT, detail=detail).body.decode().replace("\r\n ", "")
    assert [secret for secret in SECRETS if secret in body] == []


def test_code_names_are_the_alias_or_the_short_id() -> None:
    assert written(an_entry(), Detail.ALIAS)["SUMMARY"] == "Hearing H12 · C2"
    assert written(an_entry(), Detail.ALIAS, alias="Kingfisher")["SUMMARY"] == "Hearing H12 · Kingfisher"
    assert written(a_deadline(), Detail.ALIAS)["SUMMARY"] == "Due (unconfirmed): D45 · C2"
    assert "at 23:59, court time (UTC-07:00)" in text_of(a_deadline(), Detail.ALIAS)


def test_busy_says_only_that_time_is_taken_or_free_again() -> None:
    assert written(an_entry(), Detail.BUSY)["SUMMARY"] == "Busy"
    assert written(a_deadline(), Detail.BUSY)["SUMMARY"] == "Busy"
    assert written(an_entry(status=EntryStatus.VACATED), Detail.BUSY)["SUMMARY"] == "CANCELLED: Busy"
    assert written(a_deadline(status=DeadlineStatus.MOOT), Detail.BUSY)["SUMMARY"] == "CANCELLED: Busy"
    assert "DESCRIPTION" not in written(a_deadline(), Detail.BUSY)


def test_the_instant_is_the_same_at_every_level() -> None:
    starts = {written(an_entry(), detail).start.astimezone(UTC) for detail in Detail}
    assert starts == {datetime(2018, 4, 30, 16, 30, tzinfo=UTC)}


def test_what_belongs_on_a_calendar() -> None:
    everywhere = (Detail.FULL, Detail.ALIAS, Detail.BUSY)
    assert details_of(an_entry()) == details_of(a_deadline()) == everywhere
    assert details_of(an_entry(EntryKind.RULING)) == details_of(an_entry(EntryKind.ORDER)) == everywhere[:2]
    assert details_of(an_entry(EntryKind.FILING)) == details_of(an_entry(EntryKind.NOTICE)) == ()
    assert details_of(an_entry(EntryKind.ORDER, precision=Precision.MONTH)) == ()


def test_a_recipe_names_the_zones_rule_where_an_hour_depends_on_it() -> None:
    assert recipe_of(an_entry()) != recipe_of(an_entry(zone="Asia/Phnom_Penh"))
    assert recipe_of(a_deadline()) == recipe_of(a_deadline(zone="Asia/Phnom_Penh"))


# Links


@pytest.mark.parametrize("link", ["https://www.courtlistener.com/docket/1/?a=1,2;b", "http://10.0.0.1:8080/x"])
def test_a_web_address_becomes_the_url(link: str) -> None:
    assert written(an_entry(link=link))["URL"] == link


@pytest.mark.parametrize(
    "link",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https://[::1",
        "https://x.org/a b",
        "https://x.org/\r\nATTENDEE:mailto:x@example.org",
        "https://x.org/ឯកសារ",
        "see the binder",
    ],
)
def test_anything_else_stays_in_the_text(link: str) -> None:
    event = written(an_entry(link=link))
    assert "URL" not in event
    assert "ATTENDEE" not in event


# Any text


INJECTION = "Hearing\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged\r\nATTENDEE:mailto:x@example.org"


def test_text_cannot_become_a_property() -> None:
    body = write(an_entry(title=INJECTION, note=INJECTION), case=a_case(), court=COURT, detail=Detail.FULL).body
    lines = body.split(b"\r\n")
    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT") == 1
    assert not [line for line in lines if line.startswith((b"SUMMARY:forged", b"ATTENDEE"))]
    assert "ATTENDEE" not in parsed(body)


def test_khmer_is_folded_between_characters() -> None:
    body = write(an_entry(title=KHMER * 3), case=a_case(), court=COURT, detail=Detail.FULL).body
    lines = body.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)
    assert parsed(body)["SUMMARY"] == f"{KHMER * 3} · Rainsy v. Facebook"


@settings(deadline=None)  # coverage and a busy machine make it slow, not wrong
@given(st.text(), st.text(), st.text())
def test_any_text_reads_back_as_it_was(title: str, note: str, place: str) -> None:
    event = written(an_entry(title=title, note=note, place=place))
    assert event["SUMMARY"] == one_line(f"{title} · Rainsy v. Facebook")
    assert clean(note).strip() in event["DESCRIPTION"]
    assert event.get("LOCATION", "") == one_line(place)


@settings(deadline=None)  # coverage and a busy machine make it slow, not wrong
@given(st.text(alphabet='\\nN;,:"\r\n\t \x00\x07\x0b\x85\u2028\u200b\ufeffក្ខé'))
def test_the_signs_that_icalendar_uses_itself_read_back_as_they_were(note: str) -> None:
    assert clean(note).strip() in text_of(an_entry(note=note))


def test_control_characters_are_left_out_and_line_ends_are_one() -> None:
    assert clean("a\x00b\x07c\r\nd\re\u2028f\ud800g\x7f\ufeffh") == "abc\nd\ne\nfgh"
    assert one_line("a\r\nb\tc") == "a b c"
