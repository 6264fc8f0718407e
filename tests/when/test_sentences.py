"""Dates in plain sentences: the certain ones, the doubtful ones, and the numbers that are none."""

import pytest

from bot.when import Ask, Past, ReadDate, ReadMoment, Refuse
from bot.when.sentences import LONGEST_SENTENCE, Dated, dates_in, options_of
from tests.when.present import MONDAY_MORNING, PHNOM_PENH, SAN_FRANCISCO, is_weekend


def found(sentence: str, *, zone: str = SAN_FRANCISCO, with_periods: bool = True) -> tuple[Dated, ...]:
    return dates_in(
        sentence,
        now=MONDAY_MORNING,
        zone=zone,
        past=Past.ALLOW,
        is_closed=is_weekend,
        with_periods=with_periods,
    )


def readings(sentence: str, *, with_periods: bool = True) -> list[tuple[str, list[str]]]:
    dates = found(sentence, with_periods=with_periods)
    return [(each.words, [option.value.isoformat() for option in options_of(each.reading)]) for each in dates]


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("Hearing set for Friday, 4 May 2018.", "Friday, 4 May 2018", "2018-05-04"),
        ("Order (4 May 2018) granting it", "4 May 2018", "2018-05-04"),
        ("*4 May 2018*: order entered", "4 May 2018", "2018-05-04"),
        ("the motion is heard on 13/05/2018", "13/05/2018", "2018-05-13"),
        ("entered 2018-05-04T09:30-07:00 by the clerk", "2018-05-04T09:30-07:00", "2018-05-04T09:30:00-07:00"),
        ("argument tomorrow at 9 in San Francisco", "tomorrow at 9 in San Francisco", "2026-11-24T09:00:00-08:00"),
        ("hearing on 4 May 2018 in Courtroom 5 at 9:30am", "4 May 2018", "2018-05-04T09:30:00-07:00"),
        ("hearing at 2pm on the motion, 4 May 2018", "4 May 2018", "2018-05-04T14:00:00-07:00"),
        ("3:18-mc-80024-SK order entered today", "today", "2026-11-23"),
        ("Exhibit 4, filed 5 May 2018", "5 May 2018", "2018-05-05"),
        ("audience le vendredi 4 mai 2018 à 17h30", "vendredi 4 mai 2018 à 17h30", "2018-05-04T17:30:00-07:00"),
        ("សវនាការ ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០១៨ ម៉ោង ៩ ព្រឹក", "ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០១៨ ម៉ោង ៩ ព្រឹក", "2018-11-24T09:00:00-08:00"),
        ("the court sat 3 times and ruled on 4 May 2018", "4 May 2018", "2018-05-04"),
        ("it may 3 times over be heard, last on 4 May 2018", "4 May 2018", "2018-05-04"),
        ("the 2nd amended complaint of 4 May 2018", "4 May 2018", "2018-05-04"),
        ("may 4 2018 hearing", "may 4 2018", "2018-05-04"),
        ("meet in 14 days", "in 14 days", "2026-12-07"),
        ("file 10 court days after 4 May 2018", "10 court days after 4 May 2018", "2018-05-18"),
        ("on 4 May 2018 from 9:30 to 10:30", "4 May 2018", "2018-05-04"),
        ("hearing ~4 May 2018~ 11 May 2018", "11 May 2018", "2018-05-11"),
        ("hearing 14 days from today", "14 days from today", "2026-12-07"),
        ("hearing two weeks from Friday at 9", "two weeks from Friday at 9", "2026-12-11T09:00:00-08:00"),
        ("hearing day after tomorrow", "day after tomorrow", "2026-11-25"),
        ("ruling came down 3 days ago", "3 days ago", "2026-11-20"),
        ("fourteen (14) days after 4 May 2027", "fourteen (14) days after 4 May 2027", "2027-05-18"),
        ("Dr. Sun testifies on 4 May 2018", "4 May 2018", "2018-05-04"),
        ("in Courtroom 5 and 4 May 2018 it is", "4 May 2018", "2018-05-04"),
        ("hearing Wednesday 9:30am - 3:18-mc-80024", "Wednesday 9:30am", "2026-11-25T09:30:00-08:00"),
        (
            "សវនាការនៅថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦ វេលាម៉ោង ៨:៣០ ព្រឹក នៅសាលាដំបូង",
            "ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦ វេលាម៉ោង ៨:៣០ ព្រឹក",
            "2026-11-24T08:30:00-08:00",
        ),
    ],
)
def test_one_certain_date_is_found(sentence: str, words: str, value: str) -> None:
    assert readings(sentence) == [(words, [value])]
    assert found(sentence)[0].is_certain


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Dr. Sun will testify",
        "sat with the client in March",
        "~hearing on 4 May 2027~",
        "version 10.11 of the rules, section 11.12",
        "hearing 14 days later",
        "Rule 72(a) objections, 28 U.S.C. 1782",
        "Exhibit 4 May be filed",
        "the court may hear it at 9",
        "the 2nd amended complaint",
        "response due within 14 days",
        "we sat 3 days",
        "call 415-555-0100",
        "Friday's order",
        "3:18-mc-80024-SK",
        "see page 4 may it please the court",
        "the 4th",
        "9:30am",
        "https://example.org/2018-05-04/x",
    ],
)
def test_a_number_that_only_may_be_a_date_is_left_alone(sentence: str) -> None:
    assert readings(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("hearing 04/05/2018", ["2018-04-05", "2018-05-04"]),
        ("hearing 04/05/2018 at 9am", ["2018-04-05T09:00:00-07:00", "2018-05-04T09:00:00-07:00"]),
        ("hearing 04/05/2018 in room 4 at 9am", ["2018-04-05T09:00:00-07:00", "2018-05-04T09:00:00-07:00"]),
        ("hearing next Friday", ["2026-11-27", "2026-12-04"]),
        ("hearing on 4 May 2018 in room 4 at 5:00", ["2018-05-04T05:00:00-07:00", "2018-05-04T17:00:00-07:00"]),
    ],
)
def test_a_doubtful_date_keeps_its_readings(sentence: str, values: list[str]) -> None:
    (dated,) = found(sentence)
    assert isinstance(dated.reading, Ask)
    assert not dated.is_certain
    assert [option.value.isoformat() for option in options_of(dated.reading)] == values


@pytest.mark.parametrize("sentence", ["hearing on 31 June 2018", "hearing on Monday 5 June 2018 at 9am"])
def test_a_day_that_does_not_exist_is_refused_with_its_reason(sentence: str) -> None:
    (dated,) = found(sentence)
    assert isinstance(dated.reading, Refuse)
    assert options_of(dated.reading) == ()


def test_an_hour_that_the_clocks_skip_is_not_taken_behind_a_date() -> None:
    (dated,) = found("on 14 March 2027 in room 4 at 2:30am")
    assert dated.reading == found("14 March 2027")[0].reading


def test_of_several_dates_none_takes_an_hour_from_elsewhere() -> None:
    dates = found("moved from 4 May 2018 to 11 May 2018, room 4 at 9am")
    assert [type(each.reading) for each in dates] == [ReadDate, ReadDate]


def test_in_an_order_periods_are_left_to_the_law() -> None:
    assert readings("oppose in 14 days", with_periods=False) == []
    assert readings("oppose 14 days after 4 May 2018", with_periods=False) == []
    assert readings("order of 3 May 2018: oppose within 14 days of 4 May 2018", with_periods=False) == [
        ("3 May 2018", ["2018-05-03"])
    ]


def test_a_date_is_read_on_the_clocks_of_its_court() -> None:
    (dated,) = found("hearing tomorrow at 9am", zone=PHNOM_PENH)
    assert isinstance(dated.reading, ReadMoment)
    assert dated.reading.value.isoformat() == "2026-11-25T09:00:00+07:00"


def test_a_very_long_message_is_read_as_far_as_anybody_reads() -> None:
    assert readings("x " * LONGEST_SENTENCE + "4 May 2018") == []
    assert len(readings("4 May 2018 ; " * 1000)) > 100


@pytest.mark.parametrize(
    "sentence",
    [
        "motion due before Friday",
        "any day but Friday",
        "the hearing is not on June 4",
        "hearing June 4, 2027 at 9:30 PT or 10:30 PT",
        "hearing 9:30 PT or 12:00 ET on 4 May 2027",
        "trial between 4 and 6 May 2027",
        "trial from 4 to 6 May 2027",
        "trial May 4 and 6, 2027",
        "On Dec. 4 at 9 a.m. and 2 p.m.",
        "several days after 4 May 2027",
        "the week after 4 May 2027",
        "ក្រោយថ្ងៃទី៤ ខែឧសភា ឆ្នាំ២០២៧",
    ],
)
def test_a_date_whose_neighbours_say_that_it_is_another_is_not_certain(sentence: str) -> None:
    (dated,) = found(sentence)

    assert not dated.is_certain
