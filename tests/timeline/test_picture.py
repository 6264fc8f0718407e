"""The picture: what it draws, in which lane, and that it draws the same thing every time."""

import struct
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import typst

from bot.timeline import CaseFile, Naming, Shape, nearest, picture_png
from bot.timeline.picture import MOST_MARKS, picture_data
from bot.timeline.typesetting import TypesettingError
from storage.docket import DeadlineStatus, EntryKind, EntryStatus, Precision
from tests.timeline.samples import KHMER, MARKUP, NOW, a_case, a_deadline, a_file, a_hearing, a_long_docket, an_entry


def drawn(
    *files: CaseFile, shape: Shape = Shape.WIDE, naming: Naming = Naming.KNOWN, now: datetime = NOW
) -> dict[str, Any]:
    return picture_data(files, now=now, shape=shape, naming=naming)


def marks_in(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [mark for row in data["rows"] if row["row"] == "day" for cell in row["cells"] for mark in cell]


def days_in(data: dict[str, Any]) -> list[str]:
    return [row.get("date") or row.get("year") or row["words"] for row in data["rows"]]


def size_of(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


KH = a_case(2, court="kh-phnompenh", caption="Prosecutor v. Rainsy")


def test_both_countries_stand_side_by_side_on_one_day() -> None:
    american = a_file(a_hearing(date(2018, 5, 21)))
    cambodian = a_file(a_hearing(date(2018, 5, 21), number=2, zone="Asia/Phnom_Penh", title=KHMER), case=KH)
    data = drawn(american, cambodian)

    (row,) = [row for row in data["rows"] if row["row"] == "day"]
    assert row["date"] == "Mon 21 May 2018"
    assert [[mark["words"] for mark in cell] for cell in row["cells"]] == [["9:30 am PDT"], ["9:30 am UTC+7"]]
    assert [lane["name"] for lane in data["lanes"]] == ["Rainsy v. Facebook 1", "Prosecutor v. Rainsy"]
    assert data["as_of"] == (
        "As of Monday 7 May 2018, 8:30 am PDT in Los Angeles · Monday 7 May 2018, 10:30 pm UTC+7 in Phnom Penh"
    )


def test_today_stands_between_what_is_past_and_what_is_to_come() -> None:
    data = drawn(a_file(an_entry(date(2018, 5, 4)), a_deadline(date(2018, 5, 18))))
    assert days_in(data) == ["2018", "Fri 4 May 2018", "Today, Monday 7 May 2018", "Fri 18 May 2018"]


def test_what_happens_today_stands_under_the_line_of_today() -> None:
    data = drawn(a_file(an_entry(date(2018, 5, 7))))
    assert days_in(data) == ["Today, Monday 7 May 2018", "2018", "Mon 7 May 2018"]


def test_today_comes_last_where_all_is_past() -> None:
    assert days_in(drawn(a_file(an_entry(date(2017, 5, 4)))))[-1] == "Today, Monday 7 May 2018"


def test_today_is_the_day_of_the_court_that_is_furthest_behind() -> None:
    evening = datetime(2018, 5, 8, 4, 0, tzinfo=UTC)  # Monday 9 pm in San Francisco, Tuesday 11 am in Phnom Penh
    data = drawn(a_file(), a_file(case=KH), now=evening)
    assert days_in(data) == ["Today, Monday 7 May 2018"]


@pytest.mark.parametrize(
    ("facts", "tone", "words"),
    [
        ({}, "due", "due · unconfirmed"),
        ({"confirmed_by": "U2"}, "due", "due"),
        ({"standing": "arguable"}, "due", "due · arguable · unconfirmed"),
        ({"condition": "if appealable"}, "due", "due · conditional · unconfirmed"),
        ({"due": date(2018, 5, 4)}, "overdue", "overdue · unconfirmed"),
        ({"status": DeadlineStatus.DONE}, "done", "done"),
        ({"status": DeadlineStatus.MOOT}, "struck", "moot"),
    ],
)
def test_a_deadline_says_how_it_stands(facts: dict[str, Any], tone: str, words: str) -> None:
    (mark,) = marks_in(drawn(a_file(a_deadline(**facts))))
    assert (mark["shape"], mark["tone"], mark["words"]) == ("deadline", tone, words)


def test_a_deadline_is_overdue_after_the_last_second_of_its_day_at_the_court() -> None:
    ends = a_deadline(date(2018, 5, 7), confirmed_by="U2")
    (before,) = marks_in(drawn(a_file(ends), now=ends.due_at))
    (after,) = marks_in(drawn(a_file(ends), now=ends.due_at + timedelta(seconds=1)))
    assert (before["tone"], after["tone"]) == ("due", "overdue")


def test_what_was_vacated_or_withdrawn_is_struck_and_says_so() -> None:
    vacated = a_hearing(status=EntryStatus.VACATED)
    withdrawn = an_entry(status=EntryStatus.WITHDRAWN, number=2)
    marks = marks_in(drawn(a_file(withdrawn, vacated)))
    assert [(mark["tone"], mark["words"]) for mark in marks] == [
        ("struck", "withdrawn"),
        ("struck", "9:30 am PDT · vacated"),
    ]


def test_a_hearing_to_come_says_that_its_hour_is_not_known_and_a_past_one_does_not() -> None:
    past, ahead = an_entry(date(2018, 4, 30), EntryKind.HEARING), an_entry(date(2018, 5, 30), EntryKind.HEARING, 2)
    assert [mark["words"] for mark in marks_in(drawn(a_file(past, ahead)))] == ["", "hour not known"]


def test_history_is_dated_no_more_exactly_than_it_is_known() -> None:
    month = an_entry(date(2018, 5, 1), number=1, precision=Precision.MONTH)
    year = an_entry(date(2017, 1, 1), number=2, precision=Precision.YEAR)
    first = an_entry(date(2018, 5, 1), number=3)
    days = [row["date"] for row in drawn(a_file(first, month, year))["rows"] if row["row"] == "day"]
    assert days == ["2017", "May 2018", "Tue 1 May 2018"]


def test_more_than_three_cases_share_a_lane_for_each_country_and_each_mark_names_its_case() -> None:
    americans = [a_file(an_entry(number=n), case=a_case(n)) for n in (1, 3, 4)]
    data = drawn(*americans, a_file(an_entry(number=9), case=KH))
    assert [lane["name"] for lane in data["lanes"]] == ["United States", "Cambodia"]
    assert [mark["case"] for mark in marks_in(data)] == ["C1", "C3", "C4", "C2"]
    assert data["lanes"][1]["under"] == "C2 Prosecutor v. Rainsy"


def test_cases_without_anything_take_no_room_where_room_is_short() -> None:
    files = [a_file(case=a_case(n)) for n in range(1, 6)]
    data = drawn(*files, a_file(an_entry(), case=a_case(9)))
    assert [lane["name"] for lane in data["lanes"]] == ["Rainsy v. Facebook 9"]


def test_on_a_narrow_picture_each_mark_names_its_case_for_colour_alone_would_not_do() -> None:
    files = (a_file(an_entry()), a_file(an_entry(number=2), case=KH))
    assert [mark["case"] for mark in marks_in(drawn(*files))] == ["", ""]
    assert [mark["case"] for mark in marks_in(drawn(*files, shape=Shape.NARROW))] == ["C1", "C2"]


def test_a_case_with_a_code_name_goes_by_it_as_it_does_on_cards() -> None:
    file = a_file(case=a_case(alias="Kingfisher"))
    assert [drawn(file, naming=naming)["lanes"][0]["name"] for naming in Naming] == [
        "Rainsy v. Facebook 1",
        "Kingfisher",
        "Kingfisher",
    ]


def test_code_names_tell_no_title_court_number_caption_city_or_outcome() -> None:
    secret = "Secret witness"
    hearing = a_hearing(date(2018, 5, 2), title=secret, status=EntryStatus.HELD, outcome=secret)
    files = [a_file(hearing, a_deadline(title=secret, condition=secret), case=a_case(caption=secret)), a_file(case=KH)]
    told = str(drawn(*files, naming=Naming.CODE))
    for hidden in (secret, "District", "Phnom", "Angeles", "3:18", "PDT", "Prosecutor"):
        assert hidden not in told
    assert "9:30 am UTC-7" in told
    assert "'C2'" in told


def test_many_code_names_share_one_lane_for_two_would_tell_the_countries() -> None:
    files = [a_file(an_entry(number=n), case=a_case(n)) for n in (1, 3, 4)]
    data = drawn(*files, a_file(an_entry(number=9), case=KH), naming=Naming.CODE)
    assert [lane["name"] for lane in data["lanes"]] == ["All cases"]
    assert data["lanes"][0]["under"] == "C1, C3, C4, C2"


def test_of_a_long_docket_what_is_nearest_to_today_is_drawn_and_the_rest_is_counted() -> None:
    data = drawn(a_long_docket(400))
    assert len(marks_in(data)) == MOST_MARKS
    assert (
        data["left_out"]
        == f"{MOST_MARKS} of 400 are drawn, those nearest to today. Name years or dates to see the others."
    )
    assert any(row["row"] == "today" for row in data["rows"][1:-1])


def test_what_is_not_even_read_is_counted_all_the_same() -> None:
    data = picture_data([a_long_docket(5)], now=NOW, shape=Shape.WIDE, naming=Naming.KNOWN, total=10_000)
    assert data["left_out"].startswith("5 of 10000 are drawn")


@pytest.mark.parametrize(
    ("total", "before", "span"),
    [
        (0, 0, (0, 0)),
        (5, 3, (0, 5)),
        (160, 160, (0, 160)),
        (400, 0, (0, 160)),
        (400, 200, (120, 280)),
        (400, 400, (240, 400)),
    ],
)
def test_the_nearest_are_as_many_as_can_be_read(total: int, before: int, span: tuple[int, int]) -> None:
    assert nearest(total, before=before) == slice(*span)


@pytest.mark.parametrize("first", [date(1990, 1, 1), date(2030, 1, 1)])
def test_of_a_docket_all_past_or_all_to_come_the_nearest_end_is_drawn(first: date) -> None:
    marks = marks_in(drawn(a_long_docket(400, first=first)))
    refs = {mark["ref"][1:] for mark in marks}
    assert len(refs) == MOST_MARKS
    assert ("400" in refs) is (first.year == 1990)
    assert ("1" in refs) is (first.year == 2030)


def test_the_band_shows_where_everything_really_stands_in_time() -> None:
    scale = drawn(a_file(an_entry(date(2018, 5, 1)), a_deadline(date(2018, 6, 30))))["scale"]
    assert [mark["at"] for mark in scale["marks"]] == [0.0, round(60 / 61, 5)]
    assert scale["today"] == round(6 / 61, 5)
    assert [tick["label"] for tick in scale["ticks"]] == ["May 2018", "Jun 2018"]


@pytest.mark.parametrize(
    ("last", "labels"),
    [
        (date(2019, 4, 1), ["May 2018", "Jul 2018", "Sep 2018", "Nov 2018", "Jan 2019", "Mar 2019"]),
        (date(2026, 12, 31), ["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]),
        (date(2117, 12, 31), [str(year) for year in range(2020, 2111, 10)]),
    ],
)
def test_ticks_are_as_many_as_can_be_read(last: date, labels: list[str]) -> None:
    data = drawn(a_file(an_entry(date(2018, 5, 4)), an_entry(last, number=2)))
    assert [tick["label"] for tick in data["scale"]["ticks"]] == labels


def test_today_is_not_on_the_band_if_it_lies_outside() -> None:
    assert drawn(a_file(an_entry(date(2012, 5, 1))))["scale"]["today"] is None


def test_more_room_is_left_the_longer_nothing_happened_but_never_very_much() -> None:
    days = (date(2018, 1, 1), date(2018, 1, 2), date(2018, 12, 31))
    rows = drawn(a_file(*(an_entry(day, number=n) for n, day in enumerate(days, 1))))["rows"]
    gaps = [row["gap"] for row in rows if row["row"] == "day"]
    assert gaps == [0.0, 1.0, 8.51]


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("count", [0, 1, 5, 150])
def test_a_picture_can_be_read_with_five_events_or_with_a_hundred_and_fifty(shape: Shape, count: int) -> None:
    picture = picture_png([a_long_docket(count), a_long_docket(count, KH)][: 1 + (count > 1)], now=NOW, shape=shape)
    width, height = size_of(picture)
    assert 700 <= width <= 1500
    assert height <= 12_000


def test_the_same_docket_gives_the_same_bytes() -> None:
    files = [a_long_docket(20), a_file(a_deadline(), case=KH)]
    assert picture_png(files, now=NOW) == picture_png(files, now=NOW)


@pytest.mark.parametrize("hostile", [MARKUP, KHMER, "x" * 5000, "\u202e\u0000\n\t", "🐟" * 40, ""])
@pytest.mark.parametrize("naming", Naming)
def test_whatever_people_typed_is_drawn_and_obeyed_by_nobody(hostile: str, naming: Naming) -> None:
    case = a_case(caption=hostile, docket_number=hostile, alias=hostile)
    file = a_file(
        an_entry(title=hostile), a_hearing(title=hostile, outcome=hostile), a_deadline(title=hostile), case=case
    )
    assert size_of(picture_png([file], now=NOW, naming=naming))


def test_a_title_of_a_page_is_shortened() -> None:
    (mark,) = marks_in(drawn(a_file(an_entry(title="Order denying " * 100))))
    assert len(mark["title"]) <= 150
    assert mark["title"].endswith("…")


@pytest.mark.parametrize("before", range(143, 152))
def test_khmer_is_never_cut_inside_a_cluster(before: int) -> None:
    (mark,) = marks_in(drawn(a_file(an_entry(title="x" * before + "ស្ត្រី" * 9))))
    rest = mark["title"].removesuffix("…").lstrip("x")
    assert rest == "ស្ត្រី" * (len(rest) // 6)


def test_nothing_at_all_is_a_picture_too() -> None:
    assert drawn()["span"] == "Nothing on the docket"
    assert size_of(picture_png([], now=NOW))


def test_the_span_is_named_once_if_it_is_one_day() -> None:
    assert drawn(a_file(an_entry(date(2018, 5, 4))))["span"] == "Fri 4 May 2018"


def test_a_country_without_a_name_of_ours_goes_by_its_letters() -> None:
    file = a_file(an_entry(), case=a_case(5))
    elsewhere = replace(file, court=replace(file.court, country="FR"))
    data = drawn(*(a_file(an_entry(), case=a_case(n)) for n in (1, 2, 3)), elsewhere)
    assert {lane["name"] for lane in data["lanes"]} == {"FR", "United States"}


def test_what_cannot_be_set_in_type_is_our_mistake_and_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> bytes:
        raise typst.TypstError("a template", "that nobody should read about")

    monkeypatch.setattr(typst, "compile", broken)
    with pytest.raises(TypesettingError, match="that is our mistake"):
        picture_png([], now=NOW)
