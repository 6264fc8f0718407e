"""Days named by their place in a month or a year: the 15th, first Monday of December, end of May."""

from collections.abc import Iterator
from dataclasses import replace

from bot.when.grammar.cursor import Days, Tokens, word_at, words_at
from bot.when.grammar.written import YEAR_DIGITS, common_year, day_number
from bot.when.lexicon import MONTH_WORDS, WEEKDAY_WORDS
from bot.when.phrases import Edge, MonthOf, NthWeekday, TheNth
from bot.when.tokens import Kind


def _month_at(tokens: Tokens, position: int) -> Iterator[tuple[MonthOf, int]]:
    """Find "December 2026", "December", "next month", "the month"."""
    words = words_at(tokens, position, 2)
    if not words:
        return
    if month := MONTH_WORDS.get(words[0]):
        yield MonthOf(month=month), position + 1
        if position + 1 < len(tokens) and tokens[position + 1].kind is Kind.NUMBER and len(words[1]) == YEAR_DIGITS:
            yield MonthOf(month=month, year=common_year(tokens[position + 1].number)[0]), position + 2
    elif words[1:] == ["month"] and words[0] in {"this", "the", "next", "last"}:
        yield MonthOf(ahead={"next": 1, "last": -1}.get(words[0], 0)), position + 2
    elif words[0] == "month":
        yield MonthOf(), position + 1


def nth_at(tokens: Tokens, position: int, *, said_the: bool) -> Days:
    """Find "the 15th", "15th of next month"; a bare number only after "the" or a weekday."""
    if position >= len(tokens):
        return
    token = tokens[position]
    day = day_number(token)
    if day is None or (token.kind is Kind.NUMBER and not said_the):
        return
    yield TheNth(day=day), position + 1
    after = position + 1 + (word_at(tokens, position + 1) == "of")
    yield from ((TheNth(day=day, month=month), end) for month, end in _month_at(tokens, after) if month.month is None)


def nth_weekday_at(tokens: Tokens, position: int) -> Days:
    """Find "first Monday of December 2026", "last Friday in May"."""
    words = words_at(tokens, position, 3)
    if words[1:2] == [] or words[1] not in WEEKDAY_WORDS or not words[2:]:
        return
    nth = -1 if words[0] == "last" else day_number(tokens[position])
    if nth is None or tokens[position].kind is Kind.NUMBER:
        return
    after = position + 2 + (words[2] in {"of", "in"})
    for month, end in _month_at(tokens, after):
        yield NthWeekday(nth=nth, weekday=WEEKDAY_WORDS[words[1]], month=month), end


_EDGES = (
    (["last", "day", "of"], True),
    (["end", "of"], True),
    (["first", "day", "of"], False),
    (["beginning", "of"], False),
    (["start", "of"], False),
)


def edge_at(tokens: Tokens, position: int) -> Days:
    """Find "end of May", "last day of next month", "end of 2027"."""
    if word_at(tokens, position) == "eom":
        yield Edge(month=MonthOf(), last=True), position + 1
    if words_at(tokens, position, 2) == ["month", "end"]:
        yield Edge(month=MonthOf(), last=True), position + 2
    for opening, last in _EDGES:
        if words_at(tokens, position, len(opening)) == opening:
            after = position + len(opening)
            found = [*_edge_of_month(tokens, after, last=last), *_edge_of_year(tokens, after, last=last)]
            vague = opening[0] in {"beginning", "start"}
            yield from ((replace(edge, vague=vague), end) for edge, end in found)


def _edge_of_month(tokens: Tokens, position: int, *, last: bool) -> Iterator[tuple[Edge, int]]:
    yield from ((Edge(month=month, last=last), end) for month, end in _month_at(tokens, position))


def _edge_of_year(tokens: Tokens, position: int, *, last: bool) -> Iterator[tuple[Edge, int]]:
    month = 12 if last else 1
    skipped = word_at(tokens, position) in {"the", "this"}
    if word_at(tokens, position + skipped) == "year":
        yield Edge(month=MonthOf(month=month, ahead=0), months=12, last=last), position + skipped + 1
    elif words_at(tokens, position, 2) == ["next", "year"]:
        yield Edge(month=MonthOf(month=month, ahead=1), months=12, last=last), position + 2
    elif position < len(tokens) and tokens[position].kind is Kind.NUMBER and len(tokens[position].text) == YEAR_DIGITS:
        year = common_year(tokens[position].number)[0]
        yield Edge(month=MonthOf(month=month, year=year), last=last), position + 1
