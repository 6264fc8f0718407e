"""Days as typed, without their hours: 4 May 2018, next Tuesday, the 15th, 10 court days after 4 May."""

from collections.abc import Iterator
from dataclasses import replace

from bot.when.lexicon import MONTH_WORDS, NUMBER_WORDS, ORDINAL_WORDS, SHIFT_WORDS, UNIT_WORDS, WEEKDAY_WORDS
from bot.when.phrases import (
    Counted,
    Day,
    Edge,
    MonthOf,
    NamedDay,
    NthWeekday,
    OnWeekday,
    Shifted,
    TheNth,
    Unit,
    Which,
    Written,
)
from bot.when.tokens import Kind, Token

Tokens = tuple[Token, ...]
Days = Iterator[tuple[Day, int]]

ERA_GAP = 543
"""Years between the Buddhist era and the common one. Only the number is converted: 2569 is 2026."""

_BUDDHIST_YEARS = range(2443, 2644)
_YEAR_DIGITS = 4
_MONTHS_IN_A_YEAR = 12
_LONGEST_MONTH = 31
_ORDER = "the day or the month may come first"
_BARE_PERIOD = "a period needs a day to count from; from today it ends on that day"
_WITHIN = "a period needs a day to count from; counted from today its last day is that one"
_NEXT_WEEK = "the day of the week is missing"


def days_at(tokens: Tokens, start: int) -> Days:
    """Find every day that begins at a token, with the position after it."""
    if start >= len(tokens):
        return
    position = start + (tokens[start].word == "the" and start + 1 < len(tokens))
    yield from _shifted(tokens, position)
    yield from _with_weekday(tokens, position)
    yield from _written(tokens, position)
    yield from _named(tokens, position)
    yield from _the_nth(tokens, position, said_the=position > start)
    yield from _nth_weekday(tokens, position)
    yield from _edge(tokens, position)
    yield from _counted(tokens, position)
    yield from _some_day_of_a_week(tokens, position)


def _words(tokens: Tokens, position: int, length: int) -> list[str]:
    return [token.word for token in tokens[position : position + length]]


def _word(tokens: Tokens, position: int) -> str:
    return tokens[position].word if position < len(tokens) else ""


def _shifted(tokens: Tokens, position: int) -> Days:
    word = _word(tokens, position)
    if word in SHIFT_WORDS:
        yield Shifted(days=SHIFT_WORDS[word]), position + 1
    if word in {"tomorrow", "today"} and _word(tokens, position + 1) == "week":
        start = Shifted(days=SHIFT_WORDS[word])
        yield Counted(count=1, unit=Unit.WEEKS, start=start), position + 2


# --- written dates


def _written(tokens: Tokens, position: int) -> Days:
    if position >= len(tokens):
        return
    token = tokens[position]
    if token.kind is Kind.DATE:
        yield from ((day, position + 1) for day in _numeric(token))
    elif token.kind is Kind.SHORT_DATE:
        first, second = int(token.parts[0]), int(token.parts[1])
        yield from ((day, position + 1) for day in _orders(first, second, None, ""))
    elif (day := day_number(token)) is not None:
        after = position + 1 + (_word(tokens, position + 1) == "of")
        if month := MONTH_WORDS.get(_word(tokens, after)):
            yield from _with_year(tokens, after + 1, Written(day=day, month=month))
    elif month := MONTH_WORDS.get(token.word):
        after = position + 1 + (_word(tokens, position + 1) == "the")
        if after < len(tokens) and (number := day_number(tokens[after])) is not None:
            yield from _with_year(tokens, after + 1, Written(day=number, month=month))


def day_number(token: Token) -> int | None:
    """Read a day of the month: 4, 4th, fourth. Whether its month has that day is asked later."""
    if token.kind is Kind.ORDINAL or (token.kind is Kind.NUMBER and len(token.text) <= 2):  # noqa: PLR2004 - two digits
        return token.number if 1 <= token.number <= 99 else None  # noqa: PLR2004
    return ORDINAL_WORDS.get(token.word)


def _numeric(token: Token) -> Iterator[Written]:
    first, _, middle, last = token.parts
    if len(first) == _YEAR_DIGITS:
        year, note = common_year(int(first))
        yield Written(day=int(last), month=int(middle), year=year, note=note)
    elif len(last) == _YEAR_DIGITS or len(last) == 2:  # noqa: PLR2004 - two digits
        year, note = common_year(int(last)) if len(last) == _YEAR_DIGITS else (int(last), "")
        if len(first) <= 2:  # noqa: PLR2004
            yield from _orders(int(first), int(middle), year, note)


def _orders(first: int, second: int, year: int | None, note: str) -> Iterator[Written]:
    """Read two numbers in both orders; a number above twelve is no month, if the other can be one."""
    why = _ORDER if first != second else ""
    if second <= _MONTHS_IN_A_YEAR or first > _MONTHS_IN_A_YEAR:
        yield Written(day=first, month=second, year=year, why=why, note=note)
    if first <= _MONTHS_IN_A_YEAR and first != second:
        yield Written(day=second, month=first, year=year, why=why, note=note)


def _with_year(tokens: Tokens, position: int, date: Written) -> Days:
    yield date, position
    era = _word(tokens, position)
    if era in {"be", "b.e.", "ce", "c.e."}:
        position += 1
    if position >= len(tokens):
        return
    token = tokens[position]
    if token.kind is Kind.SHORT_YEAR:
        yield replace(date, year=token.number), position + 1
    if token.kind is not Kind.NUMBER:
        return
    if len(token.text) == _YEAR_DIGITS:
        if _word(tokens, position + 1) in {"be", "b.e.", "ce", "c.e."}:
            position += 1
        year, note = common_year(token.number)
        yield replace(date, year=year, note=note), position + 1
    elif len(token.text) == 2:  # noqa: PLR2004 - two digits
        yield replace(date, year=token.number, why="two digits may be a year or an hour"), position + 1


def common_year(year: int) -> tuple[int, str]:
    """Turn a year of the Buddhist era into one of the common era, and say so; leave others alone."""
    if year in _BUDDHIST_YEARS:
        return year - ERA_GAP, f"{year} of the Buddhist era is {year - ERA_GAP}."
    return year, ""


# --- weekdays


def _with_weekday(tokens: Tokens, position: int) -> Days:
    weekday = WEEKDAY_WORDS.get(_word(tokens, position))
    if weekday is not None:
        after = position + 1 + (_word(tokens, position + 1) == "the")
        yield from (
            (OnWeekday(weekday=weekday, day=day), end)
            for day, end in [*_written(tokens, after), *_the_nth(tokens, after, said_the=True)]
        )
    for day, end in _written(tokens, position):
        behind = WEEKDAY_WORDS.get(_word(tokens, end))
        if behind is not None:
            yield OnWeekday(weekday=behind, day=day), end + 1


_PREFIXES = {"this": Which.THIS, "next": Which.NEXT, "last": Which.LAST, "coming": Which.COMING}
_WEEKS = {"this": Which.THIS_WEEK, "next": Which.NEXT_WEEK, "last": Which.LAST_WEEK}


def _named(tokens: Tokens, position: int) -> Days:
    words = _words(tokens, position, 4)
    if len(words) > 1 and words[0] in _PREFIXES and words[1] in WEEKDAY_WORDS:
        yield NamedDay(weekday=WEEKDAY_WORDS[words[1]], which=_PREFIXES[words[0]]), position + 2
    if words[:2] == ["this", "coming"] and len(words) > 2 and words[2] in WEEKDAY_WORDS:  # noqa: PLR2004
        yield NamedDay(weekday=WEEKDAY_WORDS[words[2]]), position + 3
    if not words:
        return
    if words[0] in WEEKDAY_WORDS:
        yield from _weekday_first(words, position)
    elif words[0] in _WEEKS and words[1:2] == ["week"]:
        skipped = words[2:3] == ["on"]
        weekday = WEEKDAY_WORDS.get(words[2 + skipped]) if len(words) > 2 + skipped else None
        if weekday is not None:
            yield NamedDay(weekday=weekday, which=_WEEKS[words[0]]), position + 3 + skipped


def _weekday_first(words: list[str], position: int) -> Days:
    weekday = WEEKDAY_WORDS[words[0]]
    plain = NamedDay(weekday=weekday)
    yield plain, position + 1
    rest = words[1:]
    skipped = rest[:1] == ["of"]
    if rest[skipped : skipped + 1] and rest[skipped] in _WEEKS and rest[skipped + 1 : skipped + 2] == ["week"]:
        yield NamedDay(weekday=weekday, which=_WEEKS[rest[skipped]]), position + 3 + skipped
    if rest[:1] in (["week"], ["fortnight"]):
        yield Counted(count=1 if rest[0] == "week" else 2, unit=Unit.WEEKS, start=plain), position + 2
    if rest[:1] == ["next"] and rest[1:2] not in (["week"], ["month"], ["year"]):
        yield NamedDay(weekday=weekday, which=Which.NEXT), position + 2


def _some_day_of_a_week(tokens: Tokens, position: int) -> Days:
    if _words(tokens, position, 2) == ["next", "week"]:
        yield from ((NamedDay(weekday=day, which=Which.NEXT_WEEK, why=_NEXT_WEEK), position + 2) for day in range(5))


# --- days of a month


def _month_at(tokens: Tokens, position: int) -> Iterator[tuple[MonthOf, int]]:
    """Find "December 2026", "December", "next month", "the month"."""
    words = _words(tokens, position, 2)
    if not words:
        return
    if month := MONTH_WORDS.get(words[0]):
        yield MonthOf(month=month), position + 1
        if position + 1 < len(tokens) and tokens[position + 1].kind is Kind.NUMBER and len(words[1]) == _YEAR_DIGITS:
            yield MonthOf(month=month, year=common_year(tokens[position + 1].number)[0]), position + 2
    elif words[1:] == ["month"] and words[0] in {"this", "the", "next", "last"}:
        yield MonthOf(ahead={"next": 1, "last": -1}.get(words[0], 0)), position + 2
    elif words[0] == "month":
        yield MonthOf(), position + 1


def _the_nth(tokens: Tokens, position: int, *, said_the: bool) -> Days:
    if position >= len(tokens):
        return
    token = tokens[position]
    day = day_number(token)
    if day is None or (token.kind is Kind.NUMBER and not said_the):
        return
    yield TheNth(day=day), position + 1
    after = position + 1 + (_word(tokens, position + 1) == "of")
    yield from ((TheNth(day=day, month=month), end) for month, end in _month_at(tokens, after) if month.month is None)


def _nth_weekday(tokens: Tokens, position: int) -> Days:
    words = _words(tokens, position, 3)
    if len(words) < 3 or words[1] not in WEEKDAY_WORDS or words[2] not in {"of", "in"}:  # noqa: PLR2004 - nth day of
        return
    nth = -1 if words[0] == "last" else day_number(tokens[position])
    if nth is None or tokens[position].kind is Kind.NUMBER:
        return
    for month, end in _month_at(tokens, position + 3):
        yield NthWeekday(nth=nth, weekday=WEEKDAY_WORDS[words[1]], month=month), end


_EDGES = (
    (["last", "day", "of"], True),
    (["end", "of"], True),
    (["first", "day", "of"], False),
    (["beginning", "of"], False),
    (["start", "of"], False),
)


def _edge(tokens: Tokens, position: int) -> Days:
    if _word(tokens, position) == "eom":
        yield Edge(month=MonthOf(), last=True), position + 1
    if _words(tokens, position, 2) == ["month", "end"]:
        yield Edge(month=MonthOf(), last=True), position + 2
    for opening, last in _EDGES:
        if _words(tokens, position, len(opening)) == opening:
            after = position + len(opening)
            yield from ((Edge(month=month, last=last), end) for month, end in _month_at(tokens, after))
            yield from _edge_of_year(tokens, after, last=last)


def _edge_of_year(tokens: Tokens, position: int, *, last: bool) -> Days:
    month = 12 if last else 1
    skipped = _word(tokens, position) in {"the", "this"}
    if _word(tokens, position + skipped) == "year":
        yield Edge(month=MonthOf(month=month, ahead=0), months=12, last=last), position + skipped + 1
    elif _words(tokens, position, 2) == ["next", "year"]:
        yield Edge(month=MonthOf(month=month, ahead=1), months=12, last=last), position + 2
    elif position < len(tokens) and tokens[position].kind is Kind.NUMBER and len(tokens[position].text) == _YEAR_DIGITS:
        year = common_year(tokens[position].number)[0]
        yield Edge(month=MonthOf(month=month, year=year), last=last), position + 1


# --- counted days


def _counted(tokens: Tokens, position: int) -> Days:
    yield from _day_beside(tokens, position)
    opening = _word(tokens, position)
    inside = opening in {"in", "within"}
    for count, unit, after in _amount_at(tokens, position + inside):
        if inside:
            why = _WITHIN if opening == "within" else ""
            end = after + (_word(tokens, after) in {"time", "hence"})
            yield Counted(count=count, unit=unit, start=Shifted(days=0), why=why), end
        else:
            yield from _counted_from(tokens, after, count, unit)


def _counted_from(tokens: Tokens, position: int, count: int, unit: Unit) -> Days:
    today = Shifted(days=0)
    word = _word(tokens, position)
    if word == "ago" or (word == "before" and position + 1 == len(tokens)):
        yield Counted(count=-count, unit=unit, start=today), position + 1
    elif word in {"hence", "later"}:
        yield Counted(count=count, unit=unit, start=today), position + 1
    elif _words(tokens, position, 2) == ["from", "now"]:
        yield Counted(count=count, unit=unit, start=today), position + 2
    elif word in {"from", "after", "following", "before", "on"} and (word != "on" or unit is Unit.WEEKS):
        signed = -count if word == "before" else count
        for start, end in days_at(tokens, position + 1):
            yield Counted(count=signed, unit=unit, start=start), end
    else:
        yield Counted(count=count, unit=unit, start=today, why=_BARE_PERIOD), position


def _day_beside(tokens: Tokens, position: int) -> Days:
    """Read "the day after tomorrow", "the day before 4 May 2018"."""
    words = _words(tokens, position, 2)
    if words in (["day", "after"], ["day", "before"]):
        sign = 1 if words[1] == "after" else -1
        for start, end in days_at(tokens, position + 2):
            yield Counted(count=sign, unit=Unit.DAYS, start=start), end


def _amount_at(tokens: Tokens, position: int) -> Iterator[tuple[int, Unit, int]]:
    """Find "14 days", "two weeks", "a week", "a fortnight", "10 court days"."""
    if _word(tokens, position) == "week":
        yield 1, Unit.WEEKS, position + 1
    if position + 1 >= len(tokens) or (count := amount(tokens[position])) is None:
        return
    word = tokens[position + 1].word
    if unit := UNIT_WORDS.get(word):
        yield count, unit, position + 2
    elif word in {"fortnight", "fortnights"}:
        yield 2 * count, Unit.WEEKS, position + 2
    elif word in {"court", "business", "working"} and _word(tokens, position + 2) in {"day", "days"}:
        yield count, Unit.COURT_DAYS, position + 3
    elif word == "calendar" and _word(tokens, position + 2) in {"day", "days"}:
        yield count, Unit.DAYS, position + 3


def amount(token: Token) -> int | None:
    """Read a count written as digits or as a word; "a" and "an" count one."""
    if token.kind is Kind.NUMBER and len(token.text) <= 5:  # noqa: PLR2004 - no docket counts further
        return token.number
    if token.word in {"a", "an"}:
        return 1
    return NUMBER_WORDS.get(token.word)
