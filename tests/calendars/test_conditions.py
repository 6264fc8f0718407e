"""Conditional requests, case by case."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendars.conditions import accepts_gzip, entity_tag, headers_of, http_date, is_unchanged

SINCE = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)


def test_the_gzipped_form_has_a_weak_tag() -> None:
    assert entity_tag("abc", gzipped=False) == b'"abc"'
    assert entity_tag("abc", gzipped=True) == b'W/"abc"'


def test_dates_are_written_as_http_wants_them() -> None:
    assert http_date(SINCE) == b"Mon, 07 May 2018 15:30:00 GMT"


@pytest.mark.parametrize("header", [b'"abc"', b'W/"abc"', b"*", b' "x" , W/"abc"', b'"x","abc"', b'"abc",'])
def test_a_tag_that_the_client_has_already(header: bytes) -> None:
    assert is_unchanged("abc", SINCE, if_none_match=header, if_modified_since=None)


@pytest.mark.parametrize("header", [b"", b'"abcd"', b"abc", b'"x", "y"', b'w/"abc"', b'"ab', b'"*"'])
def test_a_tag_that_the_client_has_not(header: bytes) -> None:
    assert not is_unchanged("abc", SINCE, if_none_match=header, if_modified_since=http_date(SINCE))


@pytest.mark.parametrize(
    ("header", "unchanged"),
    [
        (b"Mon, 07 May 2018 15:30:00 GMT", True),
        (b"Tue, 08 May 2018 15:30:00 GMT", True),
        (b"Mon, 07 May 2018 15:29:59 GMT", False),
        (b"Monday, 07-May-18 15:30:00 GMT", True),
        (b"yesterday", False),
        (b"", False),
        (b"Mon, 07 May 2018 15:30:00 -0000", False),
        (b"Mon, 99 May 2018 15:30:00 GMT", False),
        (b"Mon May  7 15:30:00 2018", True),
        (b"Mon May  7 15:29:59 2018", False),
        (b"Mon, 07 May 2018 99999999999:00:00 GMT", False),
    ],
)
def test_dates_count_where_there_is_no_tag(header: bytes, *, unchanged: bool) -> None:
    assert is_unchanged("abc", SINCE, if_none_match=None, if_modified_since=header) is unchanged


@given(st.binary(max_size=60) | st.from_regex(rb"Mon, 0?\d May \d{1,12} \d{1,12}:00:00 (GMT|[-+]\d{1,12})"))
@settings(max_examples=200, deadline=None)
def test_whatever_a_header_says_it_is_read_or_passed_over(header: bytes) -> None:
    is_unchanged("abc", SINCE, if_none_match=None, if_modified_since=header)
    is_unchanged("abc", SINCE, if_none_match=header, if_modified_since=None)
    accepts_gzip(header)


def test_a_header_on_several_lines_is_one_list() -> None:
    tag, other = b"if-none-match", b"accept"
    assert headers_of([(tag, b'"x"'), (other, b"*/*"), (tag, b'"abc"')]) == {tag: b'"x", "abc"', other: b"*/*"}
    assert headers_of([(tag, b'"x"'), (other, b"*/*")]) == {tag: b'"x"', other: b"*/*"}


def test_without_a_known_date_only_tags_count() -> None:
    header = b"Tue, 08 May 2018 15:30:00 GMT"
    assert not is_unchanged("abc", None, if_none_match=None, if_modified_since=header)
    assert not is_unchanged("abc", SINCE, if_none_match=None, if_modified_since=None)


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        (b"gzip, deflate, br", True),
        (b"GZIP", True),
        (b"*", True),
        (b"br;q=1.0, gzip;q=0.2", True),
        (b"", False),
        (b"identity", False),
        (b"gzip;q=0", False),
        (b"gzip; q=0.0, *", False),
        (b"gzip;q=much", False),
        (b"*;q=0", False),
        (b"gzip;level=9", True),
    ],
)
def test_who_takes_gzip(header: bytes, *, taken: bool) -> None:
    assert accepts_gzip(header) is taken
