"""Why a text is no date, and what to type instead."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.when.grammar.hours import is_on_the_clock
from bot.when.khmer import is_lunar
from bot.when.lexicon import FILLERS, MONTH_WORDS, MONTHS, PART_WORDS, SHIFT_WORDS, WEEKDAY_WORDS
from bot.when.phrases import Hour
from bot.when.tokens import Kind, Token
from bot.when.zones import iana_zone, place_named

LONGEST_TEXT = 200
_RANGE_WORDS = frozenset({"-", "to", "and", "or", "until", "through", "till", "&"})
_SHARED_ZONES = frozenset({"cst", "ist", "ast"})
_VAGUE_PERIODS = frozenset({"week", "month", "year", "quarter"})
_SHOWN = 40
_BUDDHIST = frozenset({"be", "b.e", "b.e."})
_FEW = 3
_YEAR_DIGITS = 4


def why_not(text: str, tokens: tuple[Token, ...], *, today: date) -> str | None:
    """Say what is missing from a text that the grammar knows in part; None if it knows nothing of it."""
    return next(_reasons(text, tokens, _example(today)), None)


def _reasons(text: str, tokens: tuple[Token, ...], example: str) -> Iterator[str]:
    words = [token.word for token in tokens]
    shown = shorten(text)
    if is_lunar(text):
        yield f"{shown} is a date of the lunar calendar: type the day of the common calendar, for example {example}."
    if len(tokens) == 1 and tokens[0].kind is Kind.NUMBER and len(tokens[0].text) <= _YEAR_DIGITS:
        yield _bare_number(tokens[0], example)
    if _is_month(tokens):
        yield f"{shown} is a month: type the day too, for example {example}."
    if _is_buddhist_year(tokens):
        yield f"{shown} is a year: type the day and the month too, for example {example}."
    if any(word in _RANGE_WORDS for word in words[1:]) and any(token.parts or _is_day(token) for token in tokens):
        yield f"{shown} seems to be more than one date or time: type one, for example {example} 9:30am."
    yield from (_no_such_time(token) for token in tokens if token.kind is Kind.CLOCK and not _is_time(token))
    yield from _zone_reasons(tokens, shown, example)
    if words[-1] in FILLERS:
        yield f"Something is missing after “{tokens[-1].text}”: type for example {example} at 9:30am."
    if PART_WORDS.keys() & set(words) or "tonight" in words:
        timed = any(token.kind in {Kind.CLOCK, Kind.NUMBER} for token in tokens)
        wrong = "names a time that is at another part of the day: type one" if timed else "has no hour: type it too"
        yield f"{shown} {wrong}, for example {example} 9am."
    if words[-1] in _VAGUE_PERIODS and len(words) <= _FEW:
        yield f"{shown} is not one day: type the day, for example {example}."


def not_a_date(text: str, *, today: date) -> str:
    """Say that a text is no date, with three ways to write one."""
    example = _example(today)
    return (
        f"{shorten(text)} is not a date I can read: type for example {example} 9:30am, tomorrow at 9am or in 14 days."
    )


def too_long(*, today: date) -> str:
    """Say that a text is too long to be a date."""
    return f"That is too long for a date: type the date alone, for example {_example(today)} 9:30am."


def nothing_typed(*, today: date) -> str:
    """Say that nothing was typed."""
    return f"No date was typed: type for example {_example(today)} 9:30am, tomorrow at 9am or in 14 days."


def time_wanted(text: str) -> str:
    """Say that the time is missing."""
    return f"{shorten(text)} has no time: type it too, for example {text.strip()[:_SHOWN]} 9:30am."


def day_wanted(text: str, *, today: date) -> str:
    """Say that a day was asked for, without a time."""
    example = _example(today)
    return f"Only a day is wanted here, and {shorten(text)} names a time: type the day alone, for example {example}."


def shorten(text: str) -> str:
    """Quote what was typed, on one line and not too long."""
    plain = " ".join(text.split())
    return f"“{plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + '…'}”"


def _example(today: date) -> str:
    day = today + timedelta(days=14)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _bare_number(token: Token, example: str) -> str:
    if len(token.text) == _YEAR_DIGITS:
        return f"“{token.text}” alone may be a year or a time: type the whole date, for example {example} 9:30am."
    return f"“{token.text}” alone may be a day or an hour: type the date, for example {example}, or the time, 9:00am."


def _is_month(tokens: tuple[Token, ...]) -> bool:
    if not tokens or tokens[0].word not in MONTH_WORDS:
        return False
    return len(tokens) == 1 or (len(tokens) == 2 and tokens[1].kind in {Kind.NUMBER, Kind.SHORT_YEAR})  # noqa: PLR2004


def _is_buddhist_year(tokens: tuple[Token, ...]) -> bool:
    years = [token for token in tokens if token.kind is Kind.NUMBER]
    eras = [token for token in tokens if token.word in _BUDDHIST]
    return len(years) == len(eras) == 1 and len(tokens) == len(years + eras)


def _is_day(token: Token) -> bool:
    return token.word in WEEKDAY_WORDS or token.word in SHIFT_WORDS or token.word in MONTH_WORDS


def _is_time(token: Token) -> bool:
    hour, minute, second = (int(part or 0) for part in token.parts[:3])
    return is_on_the_clock(Hour(hour=hour, minute=minute, second=second))


def _no_such_time(token: Token) -> str:
    return f"There is no {token.text} on the clock: type the time as 9:30am or 14:30."


def _zone_reasons(tokens: tuple[Token, ...], shown: str, example: str) -> Iterator[str]:
    last = tokens[-1]
    if last.word == "time" and len(tokens) > 1 and tokens[-2].word in {"my", "your", "our", "their"}:
        yield f"“{tokens[-2].text} time” does not say where: type the city, for example {example} 9:30am Phnom Penh."
    if last.word in _SHARED_ZONES:
        yield f"“{last.text}” is the name of several zones: type a city instead, for example 9:30am Chicago."
    if last.kind is Kind.ZONE and len(tokens) > 1 and not iana_zone(last.text):
        yield f"“{last.text}” is not a zone: type a city, or its name in full, for example America/Los_Angeles."
    if place_named(last.text) and not any(token.kind is Kind.CLOCK for token in tokens):
        yield f"{shown} has a zone but no time: type the time too, for example {example} 9:30am {last.text}."
