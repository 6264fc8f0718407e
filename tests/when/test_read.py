from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from bot.when import Ask, Past, ReadDate, ReadMoment, Refuse, Wants, read, say
from tests.when.present import (
    MONDAY_MORNING,
    PHNOM_PENH,
    SAN_FRANCISCO,
    is_weekend,
    moment,
    options,
    reading,
    refusal,
)


def test_a_date_is_said_back_with_its_weekday_and_year() -> None:
    found = reading("4 May 2018")

    assert found == ReadDate(date(2018, 5, 4))
    assert isinstance(found, ReadDate)
    assert say(found) == "Friday 4 May 2018"


def test_a_moment_is_said_back_with_its_zone_and_offset() -> None:
    found = reading("30 April 2018 9:30am")

    assert isinstance(found, ReadMoment)
    assert found.zone == SAN_FRANCISCO
    assert say(found) == "Monday 30 April 2018, 09:30 (America/Los_Angeles, UTC-07:00)"


def test_a_zone_given_as_an_object_is_as_good_as_its_name() -> None:
    by_object = read("tomorrow at 9", now=MONDAY_MORNING, zone=ZoneInfo(SAN_FRANCISCO))

    assert by_object == reading("tomorrow at 9")


def test_tomorrow_is_tomorrow_at_the_court_wherever_the_present_was_measured() -> None:
    in_utc = MONDAY_MORNING.astimezone(UTC)

    assert reading("tomorrow", now=in_utc) == ReadDate(date(2026, 11, 24))
    assert reading("tomorrow", now=in_utc, zone=PHNOM_PENH) == ReadDate(date(2026, 11, 25))


def test_the_present_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="aware"):
        read("tomorrow", now=datetime(2026, 11, 23, 10), zone=SAN_FRANCISCO)  # noqa: DTZ001 - that is the mistake


def test_an_unknown_court_zone_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        reading("tomorrow", zone="Europe/Atlantis")


# --- what was asked for


def test_where_a_moment_is_wanted_a_day_alone_is_sent_back_for_its_time() -> None:
    assert "has no time" in refusal(reading("4 May 2027", wants=Wants.MOMENT))


def test_where_a_day_is_wanted_a_time_is_sent_back() -> None:
    assert "Only a day is wanted" in refusal(reading("4 May 2027 9am", wants=Wants.DATE))


def test_what_is_wanted_settles_what_else_would_be_asked() -> None:
    assert options(reading("Friday 9am", wants=Wants.MOMENT, now=MONDAY_MORNING + timedelta(days=4)))
    assert reading("Friday 11", wants=Wants.MOMENT) == reading("Friday 27 November 2026 11:00")
    assert reading("Friday 11", wants=Wants.DATE) == ReadDate(date(2026, 12, 11))
    assert len(options(reading("Friday 11"))) == 2


# --- what has passed


def test_a_date_that_has_passed_is_asked_about_where_something_is_to_come() -> None:
    found = reading("4 May 2018", past=Past.ASK)

    assert options(found) == ["2018-05-04"]
    assert isinstance(found, Ask)
    assert "has passed" in found.question


def test_a_date_that_has_passed_is_read_in_docket_history() -> None:
    assert reading("4 May 2018", past=Past.ALLOW) == ReadDate(date(2018, 5, 4))


def test_today_has_not_passed_but_an_hour_of_today_may_have() -> None:
    assert reading("today", past=Past.ASK) == ReadDate(date(2026, 11, 23))
    assert options(reading("today at 9am", past=Past.ASK)) == ["2026-11-23T09:00:00-08:00"]


def test_what_lies_more_than_thirty_years_back_is_asked_about_even_in_history() -> None:
    assert options(reading("24 Nov 1926", past=Past.ALLOW)) == ["1926-11-24"]


def test_without_a_year_history_asks_where_the_last_one_is_nearer_than_the_next() -> None:
    assert options(reading("1 July", past=Past.ALLOW)) == ["2026-07-01", "2027-07-01"]
    assert reading("1 July", past=Past.ASK) == ReadDate(date(2027, 7, 1))


def test_a_period_may_have_begun_on_a_day_that_has_passed() -> None:
    assert options(reading("10 days after 1 August", past=Past.ASK)) == ["2026-08-11", "2027-08-11"]


# --- court days


def test_court_days_skip_the_days_on_which_the_court_is_closed() -> None:
    found = read("3 court days after 27 November 2026", now=MONDAY_MORNING, zone=SAN_FRANCISCO, is_closed=is_weekend)

    assert found == ReadDate(date(2026, 12, 2))
    assert isinstance(found, ReadDate)
    assert found.note == "3 days on which the court is open, after Friday 27 November 2026."


def test_court_days_count_backward_too() -> None:
    found = read(
        "2 business days before Monday 30 November", now=MONDAY_MORNING, zone=SAN_FRANCISCO, is_closed=is_weekend
    )

    assert found == ReadDate(date(2026, 11, 26))


def test_court_days_are_refused_where_no_court_was_named() -> None:
    assert "name the court" in refusal(reading("10 court days after 4 May"))


def test_a_court_that_never_opens_does_not_hang_the_bot() -> None:
    found = read("1 court day after 4 May 2027", now=MONDAY_MORNING, zone=SAN_FRANCISCO, is_closed=lambda _: True)

    assert "no such open day" in refusal(found)


def test_no_court_days_after_a_day_on_which_the_court_is_closed_name_no_day() -> None:
    found = read("0 court days after 28 November 2026", now=MONDAY_MORNING, zone=SAN_FRANCISCO, is_closed=is_weekend)

    assert isinstance(found, Refuse)
    assert found.sentence.startswith("Zero court days name no day")


def test_nobody_counts_a_thousand_and_one_court_days() -> None:
    found = read("in 1001 court days", now=MONDAY_MORNING, zone=SAN_FRANCISCO, is_closed=is_weekend)

    assert "1000" in refusal(found)


# --- what is refused, and what to type instead


def test_a_weekday_that_contradicts_its_date_is_refused_naming_both() -> None:
    sentence = refusal(reading("Monday 27 November 2026"))

    assert sentence == (
        "27 November 2026 is a Friday, not a Monday: type Friday 27 November 2026 or Monday 30 November 2026."
    )


def test_a_day_that_its_month_lacks_is_refused_with_the_length_of_the_month() -> None:
    assert "February 2027 has 28 days" in refusal(reading("31 February 2027"))


def test_a_time_that_the_clocks_skip_is_refused_naming_the_change() -> None:
    sentence = refusal(reading("14 March 2027 2:30am"))

    assert "There is no 02:30 on Sunday 14 March 2027 in America/Los_Angeles" in sentence
    assert "forward" in sentence
    assert "03:30" in sentence


def test_where_one_half_of_the_day_is_skipped_the_other_is_still_asked_about() -> None:
    found = reading("14 March 2027 2:30")

    assert options(found) == ["2027-03-14T14:30:00-07:00"]
    assert isinstance(found, Ask)
    assert found.question.startswith("There is no 02:30")


def test_a_time_that_the_clocks_show_twice_is_asked_about_with_both_offsets() -> None:
    assert options(reading("7 November 2027 1:30am")) == ["2027-11-07T01:30:00-07:00", "2027-11-07T01:30:00-08:00"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "No date was typed"),
        ("  \u200b ", "No date was typed"),
        ("x" * 201, "too long"),
        ("May", "is a month"),
        ("May 2027", "is a month"),
        ("2569 BE", "is a year"),
        ("12", "a day or an hour"),
        ("2026", "a year or a time"),
        ("a", "not a date I can read"),
        ("tomorrow at", "Something is missing after “at”"),
        ("tomorrow morning", "has no hour"),
        ("tonight", "has no hour"),
        ("tomorrow 9am in the evening", "another part of the day"),
        ("next month", "is not one day"),
        ("4-6 May 2027", "more than one date"),
        ("Friday or Monday", "more than one date"),
        ("4 May 2027 25:00", "There is no 25:00 on the clock"),
        ("4 May 2027 5pm CST", "several zones"),
        ("4 May 2027 5pm Europe/Atlantis", "is not a zone"),
        ("4 May 2027 PT", "has a zone but no time"),
        ("១៣កើត ខែមិគសិរ", "lunar calendar"),
        ("4 May 2037", "more than ten years ahead"),
        ("4 May 1899", "too long ago"),
        ("5th Monday of February 2027", "no such weekday"),
        ("the 32nd", "No month has a day 32"),
        ("31st of this month", "November 2026 has 30 days"),
        ("13-14-2027", "no month 14"),
        ("Friday the 13th", "is a Sunday, not a Friday"),
        ("Friday the 30th", "is a Monday, not a Friday"),
        ("5 hours before 4 May 2027", "Hours are counted from a time"),
        ("99999 weeks after 4 May 2027", "ten years ahead"),
        ("99999 years after 4 May 2027", "further away"),
    ],
)
def test_a_refusal_says_what_was_wrong(text: str, says: str) -> None:
    assert says in refusal(reading(text))


def test_a_long_text_is_quoted_shortened() -> None:
    assert "…” is not a date" in refusal(reading("Lorem ipsum dolor sit amet, consectetur adipiscing elit"))


# --- what is assumed is said


def test_a_year_of_the_buddhist_era_is_converted_and_said() -> None:
    found = reading("24/11/2569")

    assert found == ReadDate(date(2026, 11, 24))
    assert isinstance(found, ReadDate)
    assert found.note == "2569 of the Buddhist era is 2026."


def test_a_month_without_that_day_takes_its_last_and_says_so() -> None:
    found = reading("1 month after 31 January 2027")

    assert isinstance(found, ReadDate)
    assert found.note == "February 2027 has no day 31; its last day is taken."


def test_a_question_tells_each_reason_once() -> None:
    found = reading("tomorrow at 5")

    assert isinstance(found, Ask)
    assert found.question == (
        "“tomorrow at 5” can be read in 2 ways (the hour may be in the morning or in the afternoon): which is meant?"
    )


# --- zones


def test_an_abbreviation_that_the_season_contradicts_is_asked_about() -> None:
    assert options(reading("15 July 2027 5pm PST")) == ["2027-07-15T17:00:00-07:00", "2027-07-15T18:00:00-07:00"]


def test_a_time_of_today_that_is_doubtful_is_asked_about_though_one_reading_has_passed() -> None:
    now = datetime.fromisoformat("2027-07-15T17:30:00-07:00")

    assert options(reading("5pm PST", now=now)) == ["2027-07-15T17:00:00-07:00", "2027-07-15T18:00:00-07:00"]


def test_an_offset_that_is_the_courts_is_shown_in_the_courts_zone() -> None:
    found = reading("2018-05-04T09:30-07:00")

    assert isinstance(found, ReadMoment)
    assert found.zone == SAN_FRANCISCO


def test_another_offset_stays_as_it_was_typed() -> None:
    found = reading("2018-05-04T09:30+07:00")

    assert isinstance(found, ReadMoment)
    assert found.zone == "UTC+07:00"
    assert say(found) == "Friday 4 May 2018, 09:30 (UTC+07:00)"


def test_tomorrow_in_another_zone_is_asked_about_while_the_days_differ() -> None:
    now = datetime.fromisoformat("2026-11-23T10:00:00+07:00")

    found = reading("tomorrow 5pm PT", now=now, zone=PHNOM_PENH)

    assert options(found) == ["2026-11-23T17:00:00-08:00", "2026-11-24T17:00:00-08:00"]


def test_the_afternoon_is_the_afternoon_in_capitals_too() -> None:
    assert (
        moment("4 May 2027 5 PM") == moment("4 May 2027 5 P.M.") == moment("4 May 2027 5pm") != moment("4 May 2027 5AM")
    )
