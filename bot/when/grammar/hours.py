"""Times of day as typed: 9am, 9.30, 17h30, noon, half past nine, 0900 hours."""

from collections.abc import Iterator
from dataclasses import replace

from bot.when.grammar.cursor import Tokens, word_at
from bot.when.lexicon import AT_WORDS, NUMBER_WORDS, SHIFT_WORDS
from bot.when.phrases import Hour, Part
from bot.when.tokens import Kind, Token

_NOON = frozenset({"noon", "midday", "midi"})
_MIDNIGHT = frozenset({"midnight", "minuit"})
_TWICE_TOLD = "an hour above twelve needs no pm, and one of the two may be a slip"
_EITHER_HALF = "the hour may be in the morning or in the afternoon"
_SPOKEN_MINUTES = {"fifteen": 15, "thirty": 30, "forty-five": 45}
_EITHER_NIGHT = "that night may begin or end on that day"
_EITHER_MIDNIGHT = "midnight may be the beginning or the end of that day"
_FIRST_CLEAR_MORNING_HOUR = 8
_NOON_HOUR = 12
_LAST_HOUR = 23
_LAST_MINUTE = 59
_MILITARY_DIGITS = 4
_TWO_DIGITS = 2
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_SPAN = "it may be one hour to the other"
_YEARS_OF_THE_COMMON_ERA = range(1900, 2200)


def hours_at(tokens: Tokens, start: int, *, after_day: bool, part: Part | None) -> Iterator[tuple[Hour, int]]:
    """Find every time of day that begins at a token; a bare number is one only after a day or after "at".

    Yields:
        The time and the position after it; a time that may be in either half of the day comes twice.
    """
    after_at = start < len(tokens) and tokens[start].word in AT_WORDS
    position = start + after_at
    if position >= len(tokens):
        return
    token = tokens[position]
    if token.kind is Kind.CLOCK:
        dotted = "." in token.text and not (after_day or after_at or token.parts[-1])
        for hour in _clock(token, part):
            yield _day_and_month_too(hour) if dotted else hour, position + 1
    elif token.word in _NOON:
        if part is None or _agrees(_NOON_HOUR, part):
            yield Hour(hour=12), position + 1
    elif token.word in _MIDNIGHT:
        yield from ((hour, position + 1) for hour in _midnights())
    elif word_at(tokens, position + 1) in {"past", "to"} and word_at(tokens, position) in _MINUTES:
        yield from _spoken(tokens, position, part)
    elif word_at(tokens, position + 1) in _NOON | _MIDNIGHT and _small_number(token) == _NOON_HOUR:
        spoken = tokens[position + 1].word
        yield from ((hour, position + 2) for hour in ([Hour(hour=12)] if spoken in _NOON else _midnights()))
    else:
        yield from _bare(tokens, position, marked=after_at, after_day=after_day, part=part)


def _bare(
    tokens: Tokens, position: int, *, marked: bool, after_day: bool, part: Part | None
) -> Iterator[tuple[Hour, int]]:
    token = tokens[position]
    following = word_at(tokens, position + 1)
    oclock = following in {"o'clock", "oclock"}
    beside = following in SHIFT_WORDS or _is_military(token) or (bool(following) and _is_clearly_military(token))
    if not (marked or after_day or oclock or part or beside):
        return
    if token.kind is Kind.NUMBER and len(token.text) > _TWO_DIGITS:
        year = int(token.text) in _YEARS_OF_THE_COMMON_ERA and not marked
        if not year:
            yield from ((hour, position + 1) for hour in _military(token.text, part))
        return
    number = _small_number(token)
    if number and token.word in NUMBER_WORDS and following in _SPOKEN_MINUTES:
        minute = _SPOKEN_MINUTES[following]
        yield from ((hour, position + 2) for hour in _halves(number, minute, exact=False, part=part))
    if number is not None and number <= _LAST_HOUR and token.text != "0":
        exact = token.text.startswith("0") or number > _NOON_HOUR
        for hour in _halves(number, 0, exact=exact, part=part):
            yield hour, position + 1 + oclock


def _spoken(tokens: Tokens, position: int, part: Part | None) -> Iterator[tuple[Hour, int]]:
    """Read "half past nine", "quarter to ten"; "five to ten" may also be the hours from five to ten."""
    number = _small_number(tokens[position + 2]) if position + 2 < len(tokens) else None
    word, direction = tokens[position].word, tokens[position + 1].word
    if number is None or not 1 <= number <= _NOON_HOUR or (word, direction) == ("half", "to"):
        return
    if direction == "past":
        hours = _halves(number, _MINUTES[word], exact=False, part=part)
    else:
        hours = _halves(number - 1 or _NOON_HOUR, 60 - _MINUTES[word], exact=False, part=part)
    span = direction == "to" and word in NUMBER_WORDS and NUMBER_WORDS[word] <= _NOON_HOUR
    yield from ((replace(hour, why=_SPAN, doubtful=True) if span else hour, position + 3) for hour in hours)


def _clock(token: Token, part: Part | None) -> Iterator[Hour]:
    digits, minutes, seconds, meridiem = token.parts
    hour, minute, second = int(digits), int(minutes or 0), int(seconds or 0)
    if not is_on_the_clock(Hour(hour=hour, minute=minute, second=second)):
        return
    if meridiem:
        for told in _with_meridiem(hour, minute, second, afternoon=meridiem == "p"):
            yield from _within(part, told)
    elif hour == _LAST_HOUR + 1:
        yield Hour(hour=24)
    else:
        exact = hour > _NOON_HOUR or hour == 0 or (digits.startswith("0") and len(digits) > 1 and not part)
        yield from _halves(hour, minute, second=second, exact=exact, part=part)


def is_on_the_clock(hour: Hour) -> bool:
    """Tell whether a clock shows this time; of the hour 24 only its first minute."""
    if hour.hour > _LAST_HOUR:
        return (hour.hour, hour.minute, hour.second) == (_LAST_HOUR + 1, 0, 0)
    return hour.minute <= _LAST_MINUTE and hour.second <= _LAST_MINUTE


def _day_and_month_too(hour: Hour) -> Hour:
    """Mark a 9.10 that stands before any day: somebody may mean the ninth of October."""
    if not 1 <= hour.minute <= _NOON_HOUR:
        return hour
    return replace(hour, why="a dot may stand between day and month or between hour and minute", doubtful=True)


def _with_meridiem(hour: int, minute: int, second: int, *, afternoon: bool) -> Iterator[Hour]:
    if hour > _NOON_HOUR:
        if afternoon and hour <= _LAST_HOUR:
            yield Hour(hour=hour, minute=minute, second=second, why=_TWICE_TOLD, doubtful=True)
    elif hour == 0:
        if not afternoon:
            yield Hour(hour=0, minute=minute, second=second)
    elif hour == _NOON_HOUR and not (minute or second or afternoon):
        yield from _midnights()
    else:
        yield Hour(hour=hour % _NOON_HOUR + (_NOON_HOUR if afternoon else 0), minute=minute, second=second)


def _halves(hour: int, minute: int, *, second: int = 0, exact: bool, part: Part | None) -> Iterator[Hour]:
    if part and not exact:
        yield from _in_part(hour, minute, second, part)
    elif exact or hour >= _FIRST_CLEAR_MORNING_HOUR:
        yield from _within(part, Hour(hour=hour, minute=minute, second=second))
    elif hour:
        yield Hour(hour=hour, minute=minute, second=second, why=_EITHER_HALF)
        yield Hour(hour=hour + _NOON_HOUR, minute=minute, second=second, why=_EITHER_HALF)


def _in_part(hour: int, minute: int, second: int, part: Part) -> Iterator[Hour]:
    if part is Part.NIGHT and hour == _NOON_HOUR and not (minute or second):
        yield from _midnights()
        return
    early = hour + _NOON_HOUR if hour < _NOON_HOUR else 0
    for candidate in sorted({hour, early}):
        yield from _within(part, Hour(hour=candidate, minute=minute, second=second))


def _within(part: Part | None, hour: Hour) -> Iterator[Hour]:
    """Keep a time that is at the part of the day typed with it; the small hours of a night may be the next day's."""
    if part is None:
        yield hour
    elif _agrees(hour.hour % (_LAST_HOUR + 1), part):
        if part is Part.NIGHT and hour.hour < _FIRST_CLEAR_MORNING_HOUR and not hour.why:
            hour = replace(hour, why=_EITHER_NIGHT, doubtful=True)
            yield replace(hour, hour=hour.hour + _LAST_HOUR + 1)
        yield hour


_HOURS_OF: dict[Part, frozenset[int]] = {
    Part.MORNING: frozenset(range(1, 12)),
    Part.AFTERNOON: frozenset(range(12, 19)),
    Part.EVENING: frozenset(range(16, 24)),
    Part.NIGHT: frozenset([*range(18, 24), *range(5)]),
}


def _agrees(hour: int, part: Part) -> bool:
    return hour in _HOURS_OF[part]


def _is_military(token: Token) -> bool:
    """Tell whether four digits can only be a time: 0900."""
    return token.kind is Kind.NUMBER and len(token.text) == _MILITARY_DIGITS and token.text.startswith("0")


def _is_clearly_military(token: Token) -> bool:
    """Tell whether four digits are a time rather than a year, if a day follows: 1730."""
    return (
        token.kind is Kind.NUMBER
        and len(token.text) == _MILITARY_DIGITS
        and int(token.text) not in _YEARS_OF_THE_COMMON_ERA
    )


def _military(digits: str, part: Part | None) -> Iterator[Hour]:
    """Read 0900 or 1730; in 930 the hour has one digit and may be in either half of the day.

    Three digits that end in no five minutes are rather a year that lacks a digit: 4 May 202.
    """
    hour, minute = int(digits[:-2]), int(digits[-2:])
    if len(digits) < _MILITARY_DIGITS and minute % 5:
        return
    if len(digits) <= _MILITARY_DIGITS and hour <= _LAST_HOUR and minute <= _LAST_MINUTE:
        yield from _halves(hour, minute, exact=len(digits) == _MILITARY_DIGITS, part=part)


def _midnights() -> tuple[Hour, Hour]:
    return Hour(hour=0, why=_EITHER_MIDNIGHT), Hour(hour=24, why=_EITHER_MIDNIGHT)


def _small_number(token: Token) -> int | None:
    if token.kind is Kind.NUMBER and len(token.text) <= _TWO_DIGITS:
        return token.number
    return NUMBER_WORDS.get(token.word)
