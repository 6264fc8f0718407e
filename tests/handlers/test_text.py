from datetime import UTC, date, datetime

import pytest

from handlers import phrases
from handlers.views.text import (
    elsewhere,
    escaped,
    fitted,
    hour,
    long_date,
    moment,
    month_of,
    said,
    short_date,
    zone_name,
)


def test_nothing_that_a_person_wrote_is_obeyed() -> None:
    assert escaped("<!channel> & <b>\nnew line") == "&lt;!channel&gt; &amp; &lt;b&gt; new line"


@pytest.mark.parametrize("text", ["*URGENT* motion", "_in re_ X", "~moot~ motion", "the `x` file", "Smith *", "a* b*"])
def test_no_mark_of_a_title_styles_the_card_or_ends_the_styling_around_it(text: str) -> None:
    assert not set("*_~`") & set(said(text))
    assert len(said(text)) == len(text)


def test_a_mark_inside_a_word_does_nothing_in_slack_and_can_still_be_copied() -> None:
    assert said("exhibit_12*a.pdf") == "exhibit_12*a.pdf"


def test_a_short_text_is_left_alone() -> None:
    assert fitted("Rainsy v. Facebook", 18) == "Rainsy v. Facebook"


def test_a_long_text_ends_with_an_ellipsis_within_the_limit() -> None:
    assert fitted("Rainsy v. Facebook", 10) == "Rainsy v.…"
    assert len(fitted("x" * 500, 300)) == 300


@pytest.mark.parametrize("limit", range(2, 12))
def test_khmer_is_never_cut_inside_a_cluster(limit: int) -> None:
    word = "ស្ត្រី"  # one cluster: a consonant, two subscripts, a vowel
    cut = fitted(word * 3, limit)
    assert cut.removesuffix("…") in {"", word, word * 2}


@pytest.mark.parametrize("cluster", ["e\u0301", "👩\u200d⚖\ufe0f", "👍🏽"])
def test_accents_and_joined_signs_stay_whole(cluster: str) -> None:
    assert fitted(cluster * 4, len(cluster) + 2) == f"{cluster}…"


def test_escaping_comes_after_fitting_so_no_entity_is_cut() -> None:
    assert said("a" * 298 + "&&", 300).endswith("&amp;&amp;")
    assert said("&" * 400, 300).endswith("&amp;…")


def test_dates_carry_weekday_and_year() -> None:
    assert long_date(date(2018, 5, 18)) == "Friday 18 May 2018"
    assert short_date(date(2018, 5, 18)) == "Fri 18 May 2018"


@pytest.mark.parametrize(("utc_hour", "shown"), [(7, "12:00 am"), (19, "12:00 pm"), (16, "9:00 am"), (6, "11:00 pm")])
def test_midnight_and_noon_are_twelve(utc_hour: int, shown: str) -> None:
    assert hour(datetime(2018, 5, 7, utc_hour, tzinfo=UTC), "America/Los_Angeles") == shown


def test_a_zone_is_named_as_it_is_called_on_that_day() -> None:
    assert zone_name(datetime(2018, 5, 7, tzinfo=UTC), "America/Los_Angeles") == "PDT, Los Angeles"
    assert zone_name(datetime(2018, 12, 7, tzinfo=UTC), "America/Los_Angeles") == "PST, Los Angeles"
    assert zone_name(datetime(2018, 5, 7, tzinfo=UTC), "Asia/Phnom_Penh") == "UTC+7, Phnom Penh"
    assert zone_name(datetime(2018, 5, 7, tzinfo=UTC), "UTC") == "UTC"


def test_the_day_change_is_called_out_in_both_directions() -> None:
    cut_off = datetime(2018, 5, 19, 6, 59, tzinfo=UTC)
    assert moment(cut_off, "America/Los_Angeles") == "Friday 18 May 2018, 11:59 pm"
    assert elsewhere(cut_off, court_zone="America/Los_Angeles", zones=["Asia/Phnom_Penh", "Europe/Paris"]) == [
        "Phnom Penh: Saturday 19 May 2018, 1:59 pm (*next day*)",
        "Paris: Saturday 19 May 2018, 8:59 am (*next day*)",
    ]
    in_court = datetime(2018, 5, 18, 1, 0, tzinfo=UTC)
    assert elsewhere(in_court, court_zone="Asia/Phnom_Penh", zones=["America/Los_Angeles"]) == [
        "Los Angeles: Thursday 17 May 2018, 6:00 pm (*day before*)"
    ]


def test_zones_with_the_same_clocks_as_the_court_are_not_repeated() -> None:
    instant = datetime(2018, 5, 18, tzinfo=UTC)
    assert not elsewhere(instant, court_zone="America/Los_Angeles", zones=["America/Los_Angeles", "America/Vancouver"])


def test_in_khmer_a_date_takes_the_official_form_and_an_hour_the_24_hour_clock() -> None:
    instant = datetime(2018, 4, 30, 16, 30, tzinfo=UTC)
    with phrases.spoken_in(phrases.KHMER):
        assert moment(instant, "America/Los_Angeles") == "ថ្ងៃច័ន្ទ ទី៣០ ខែមេសា ឆ្នាំ២០១៨, ម៉ោង ០៩:៣០"
        assert short_date(date(2018, 5, 18)) == "ថ្ងៃសុក្រ ទី១៨ ខែឧសភា ឆ្នាំ២០១៨"
        assert month_of(date(2018, 5, 1)) == "ខែឧសភា ឆ្នាំ២០១៨"
    assert moment(instant, "America/Los_Angeles") == "Monday 30 April 2018, 9:30 am"
