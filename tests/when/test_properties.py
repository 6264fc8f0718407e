"""Whatever is typed gets an answer; whatever we say can be typed again; no form of a date changes the date."""

import os
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.when import Ask, Past, ReadDate, ReadMoment, Refuse, Wants, read, say, take_date
from bot.when.lexicon import MONTHS, WEEKDAYS
from tests.when.present import PHNOM_PENH, SAN_FRANCISCO, is_weekend, reading

TEXTS = int(os.environ.get("ADQUEM_TEXTS", "400"))
ZONES = (SAN_FRANCISCO, PHNOM_PENH, "Europe/Paris")
_PIECES = [
    "4",
    "May",
    "2018",
    "04/05/2018",
    "9:30",
    "am",
    "pm",
    "at",
    "on",
    "the",
    "of",
    "15th",
    "next",
    "last",
    "this",
    "week",
    "Friday",
    "Monday",
    "tomorrow",
    "in",
    "14",
    "days",
    "court",
    "before",
    "after",
    "from",
    "noon",
    "midnight",
    "PT",
    "PST",
    "Paris",
    "2569",
    "BE",
    "12",
    "5",
    "1430",
    "0900",
    ":30",
    "-",
    "/",
    ",",
    ".",
    "a",
    "first",
    "month",
    "end",
    "Z",
    "+07:00",
    "ថ្ងៃ",
    "ទី",
    "ខែ",
    "ឆ្នាំ",
    "២០២៦",
    "ម៉ោង",
    "ព្រឹក",
    "វិច្ឆិកា",
    "ច័ន្ទ",
    "ក្រោយ",
    "ទៀត",
    "99999",
    "year",
    "ago",
    "hour",
    "31",
    "February",
    "0",
    "'18",
    "within",
    "half",
    "past",
    "nine",
]
words = st.lists(st.sampled_from(_PIECES), max_size=9).map(" ".join)
glued = st.lists(st.sampled_from(_PIECES), max_size=6).map("".join)
instants = st.datetimes(
    min_value=datetime(2009, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    max_value=datetime(2040, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2036, 12, 31))


@settings(max_examples=TEXTS, deadline=None)
@given(
    text=st.one_of(words, glued, st.text(max_size=210)),
    now=instants,
    zone=st.sampled_from(ZONES),
    past=st.sampled_from(Past),
)
def test_whatever_is_typed_gets_an_answer_with_a_next_step(text: str, now: datetime, zone: str, past: Past) -> None:
    found = read(text, now=now, zone=zone, past=past, is_closed=is_weekend)

    match found:
        case Ask():
            assert found.options
            assert found.question.endswith("?")
        case Refuse():
            assert "type" in found.sentence
        case ReadMoment():
            assert found.value.utcoffset() is not None
        case ReadDate():
            assert not isinstance(found.value, datetime)


@settings(max_examples=200, deadline=None)
@given(text=st.one_of(words, st.text(max_size=60)), now=instants, wants=st.sampled_from(Wants))
def test_a_command_is_taken_apart_without_losing_its_end(text: str, now: datetime, wants: Wants) -> None:
    _, rest = take_date(text, now=now, zone=PHNOM_PENH, wants=wants)

    assert text.strip().endswith(rest)


@settings(max_examples=200, deadline=None)
@given(
    day=days,
    form=st.sampled_from(
        (
            "{d} {m} {y}",
            "{m} {d}, {y}",
            "{w} {d} {m} {y}",
            "{y}-{n:02}-{d:02}",
            "{d}-{a}-{y}",
            "{w}, {a}. {d}, {y}",
            "{d} {m} {be}",
        )
    ),
)
def test_no_form_of_a_full_date_changes_it(day: date, form: str) -> None:
    month = MONTHS[day.month - 1]
    weekday = WEEKDAYS[day.weekday()]
    text = form.format(d=day.day, m=month, a=month[:3], y=day.year, n=day.month, w=weekday, be=day.year + 543)

    assert reading(text) == ReadDate(day)


@settings(max_examples=200, deadline=None)
@given(day=days)
def test_two_orders_are_asked_about_exactly_where_both_are_dates(day: date) -> None:
    found = reading(f"{day.month:02}/{day.day:02}/{day.year}")

    if day.day > 12 or day.day == day.month:
        assert found == ReadDate(day)
    else:
        assert isinstance(found, Ask)
        assert found.options == tuple(
            sorted((ReadDate(day), ReadDate(date(day.year, day.day, day.month))), key=lambda each: each.value)
        )


@settings(max_examples=200, deadline=None)
@given(day=days, weekday=st.sampled_from(WEEKDAYS))
def test_a_weekday_is_right_or_refused(day: date, weekday: str) -> None:
    found = reading(f"{weekday} {day.day} {MONTHS[day.month - 1]} {day.year}")

    assert (found == ReadDate(day)) is (WEEKDAYS[day.weekday()] == weekday)
    assert isinstance(found, Refuse) is (WEEKDAYS[day.weekday()] != weekday)


@settings(max_examples=200, deadline=None)
@given(
    instant=instants.filter(lambda each: 2010 <= each.year <= 2035),
    zone=st.sampled_from(ZONES),
    court=st.sampled_from(ZONES),
)
def test_what_we_say_can_be_typed_again(instant: datetime, zone: str, court: str) -> None:
    wall = instant.replace(second=0, microsecond=0).astimezone(ZoneInfo(zone))

    found = reading(say(ReadMoment(wall, zone)), zone=court)

    assert isinstance(found, ReadMoment)
    assert found.value.astimezone(UTC) == wall.astimezone(UTC)
    assert found.zone == zone


@settings(max_examples=100, deadline=None)
@given(count=st.integers(min_value=1, max_value=3000), unit=st.sampled_from((("days", 1), ("weeks", 7))))
def test_periods_are_counted_in_calendar_days(count: int, unit: tuple[str, int]) -> None:
    name, length = unit
    due = date(2026, 11, 23) + timedelta(days=count * length)

    found = reading(f"in {count} {name}")

    assert found == ReadDate(due) or (isinstance(found, Refuse) and due.year > 2036)
