"""Dates with a day and a month: 4 May 2018, May 4th, 04/05/2018, 2018-05-04, 24 November 2569."""

from collections.abc import Iterator
from dataclasses import replace

from bot.when.grammar.cursor import Tokens, word_at
from bot.when.lexicon import MONTH_WORDS, ORDINAL_WORDS
from bot.when.phrases import Written
from bot.when.tokens import Kind, Token

ERA_GAP = 543
"""Years between the Buddhist era and the common one, where its year begins on 1 January: 2569 is 2026."""

YEAR_DIGITS = 4
_BUDDHIST_YEARS = range(2443, 2644)
_BUDDHIST = frozenset({"be", "b.e", "b.e."})
_ERAS = _BUDDHIST | {"ce", "c.e", "c.e."}
_EARLIEST_VISAKHA = (4, 20)
"""No full moon of the month of Pisakh, on which the Cambodian year of the Buddhist era changes, is earlier."""
_WHICH_NEW_YEAR = "in Cambodia the year of the Buddhist era begins at Visakha Bochea, elsewhere on 1 January"
_MONTHS_IN_A_YEAR = 12
_TWO_DIGITS = 2
_LAST_HOUR = 23
_YEARS = {"last": -1, "this": 0, "next": 1}
_ORDER = "the day or the month may come first"
_DOT = "a dot may stand between day and month or between hour and minute"
_YEAR_OR_HOUR = "two digits may be a year or an hour"


def written_at(tokens: Tokens, position: int) -> Iterator[tuple[Written, int]]:
    """Find a date that begins at a token; a year behind it may be left to be an hour."""
    if position >= len(tokens):
        return
    token = tokens[position]
    yield from _in_numbers(tokens, position)
    if token.kind is Kind.NUMBER and len(token.text) == YEAR_DIGITS:
        yield from _year_first(tokens, position)
    elif (day := day_number(token)) is not None:
        after = position + 1 + (word_at(tokens, position + 1) == "of")
        if month := MONTH_WORDS.get(word_at(tokens, after)):
            yield from _with_year(tokens, after + 1, Written(day=day, month=month))
    elif month := MONTH_WORDS.get(token.word):
        after = position + 1 + (word_at(tokens, position + 1) == "the")
        if after < len(tokens) and (number := day_number(tokens[after])) is not None:
            yield from _with_year(tokens, after + 1, Written(day=number, month=month))


def _in_numbers(tokens: Tokens, position: int) -> Iterator[tuple[Written, int]]:
    """Read 04/05/2018, 13/5 and 24.12, each in every order that it may have."""
    token = tokens[position]
    if token.kind is Kind.DATE:
        said = word_at(tokens, position + 1) in _BUDDHIST
        for date in _numeric(token):
            marked = said and bool(date.note)
            yield from ((each, position + 1 + marked) for each in (_as_in_cambodia(date) if marked else (date,)))
    elif token.kind is Kind.SHORT_DATE:
        for date in _orders(int(token.parts[0]), int(token.parts[1]), None, ""):
            yield from _with_short_year(tokens, position + 1, date)
    elif token.kind is Kind.CLOCK and "." in token.text and not any(token.parts[2:]):
        for date in _dotted(token):
            yield from _with_short_year(tokens, position + 1, date)


def _year_first(tokens: Tokens, position: int) -> Iterator[tuple[Written, int]]:
    """Read "2027 May 4"."""
    year, note = common_year(tokens[position].number)
    if position + 1 < len(tokens) and tokens[position + 1].kind in {Kind.WORD, Kind.NUMBER, Kind.ORDINAL}:
        dates = written_at(tokens, position + 1)
        yield from (
            (replace(date, year=year, in_full=True, note=note), end) for date, end in dates if date.year is None
        )


def day_number(token: Token) -> int | None:
    """Read a day of the month: 4, 4th, fourth. Whether its month has that day is asked later."""
    if token.kind is Kind.ORDINAL or (token.kind is Kind.NUMBER and len(token.text) <= _TWO_DIGITS):
        return token.number
    return ORDINAL_WORDS.get(token.word)


def _numeric(token: Token) -> Iterator[Written]:
    first, _, middle, last = token.parts
    if len(first) == YEAR_DIGITS:
        year, note = common_year(int(first))
        yield Written(day=int(last), month=int(middle), year=year, in_full=True, note=note)
    elif len(last) == YEAR_DIGITS or len(last) == _TWO_DIGITS:
        year, note = common_year(int(last)) if len(last) == YEAR_DIGITS else (int(last), "")
        if len(first) <= _TWO_DIGITS:
            dates = _orders(int(first), int(middle), year, note)
            yield from (replace(date, in_full=len(last) == YEAR_DIGITS) for date in dates)
        if len(first) == len(last) == _TWO_DIGITS and int(first) > _MONTHS_IN_A_YEAR:
            yield Written(
                day=int(last), month=int(middle), year=int(first), year_first=True, why="the year may come first"
            )


def _dotted(token: Token) -> Iterator[Written]:
    """Read 24.12 as a day and a month, where it can be that: before it is a time, people in Europe write dates so."""
    first, second = int(token.parts[0]), int(token.parts[1] or 0)
    if 1 <= second <= _MONTHS_IN_A_YEAR and first:
        yield from (replace(day, why=_DOT) for day in _orders(first, second, None, ""))


def _orders(first: int, second: int, year: int | None, note: str) -> Iterator[Written]:
    """Read two numbers in both orders; a number above twelve is no month, if the other can be one."""
    why = _ORDER if first != second and max(first, second) <= _MONTHS_IN_A_YEAR else ""
    if second <= _MONTHS_IN_A_YEAR or first > _MONTHS_IN_A_YEAR:
        yield Written(day=first, month=second, year=year, why=why, note=note)
    if first <= _MONTHS_IN_A_YEAR and first != second:
        yield Written(day=second, month=first, year=year, why=why, note=note)


def _with_short_year(tokens: Tokens, position: int, date: Written) -> Iterator[tuple[Written, int]]:
    """Leave the 18 behind 24/11 to be an hour, and read it as a year, too."""
    yield date, position
    if position < len(tokens) and tokens[position].kind is Kind.NUMBER and len(tokens[position].text) == _TWO_DIGITS:
        year = tokens[position].number
        yield replace(date, year=year, why=_YEAR_OR_HOUR if year <= _LAST_HOUR else date.why), position + 1


def _with_year(tokens: Tokens, position: int, date: Written) -> Iterator[tuple[Written, int]]:
    yield date, position
    skipped = word_at(tokens, position) == "of"
    if (ahead := _YEARS.get(word_at(tokens, position + skipped))) is not None:
        if word_at(tokens, position + skipped + 1) == "year":
            yield replace(date, ahead=ahead), position + skipped + 2
        return
    era_first = word_at(tokens, position) in _ERAS
    position += era_first
    if position >= len(tokens):
        return
    token = tokens[position]
    if token.kind is Kind.SHORT_YEAR:
        yield replace(date, year=token.number), position + 1
    elif token.kind is Kind.NUMBER and len(token.text) == YEAR_DIGITS:
        era_last = word_at(tokens, position + 1) in _ERAS
        era = word_at(tokens, position - 1) if era_first else word_at(tokens, position + era_last) if era_last else ""
        year, note = common_year(token.number, era=era)
        full = replace(date, year=year, in_full=True, note=note)
        yield from ((each, position + 1 + era_last) for each in (_as_in_cambodia(full) if era and note else (full,)))
    elif token.kind is Kind.NUMBER and len(token.text) == _TWO_DIGITS and not era_first:
        why = _YEAR_OR_HOUR if token.number <= _LAST_HOUR else ""
        yield replace(date, year=token.number, why=why), position + 1


def _as_in_cambodia(day: Written) -> Iterator[Written]:
    """Read a year that is said to be of the Buddhist era in both ways; they differ after the earliest Visakha Bochea.

    December 2025 is B.E. 2568 by the calendars of Thailand and of computers, and ព.ស. ២៥៦៩ in Cambodia.
    """
    if day.year is None or (day.month, day.day) < _EARLIEST_VISAKHA:
        yield day
        return
    typed, before = day.year + ERA_GAP, day.year - 1
    yield replace(day, year=before, why=day.why or _WHICH_NEW_YEAR, note=_of_the_buddhist_era(typed, before))
    yield replace(day, why=day.why or _WHICH_NEW_YEAR)


def _of_the_buddhist_era(typed: int, year: int) -> str:
    return f"{typed} of the Buddhist era is {year}."


def common_year(year: int, *, era: str = "") -> tuple[int, str]:
    """Turn a year of the Buddhist era into one of the common era, and say so; leave others alone.

    Without an era, a year that only the Buddhist era has reached is one of its years.
    """
    if era in _BUDDHIST or (not era and year in _BUDDHIST_YEARS):
        return year - ERA_GAP, _of_the_buddhist_era(year, year - ERA_GAP)
    return year, ""
