"""Days as typed, without their hours."""

from bot.when.grammar.counted import counted_at
from bot.when.grammar.cursor import Days, Tokens, word_at
from bot.when.grammar.months import edge_at, nth_at, nth_weekday_at
from bot.when.grammar.weekdays import week_at, weekdays_at
from bot.when.grammar.written import written_at
from bot.when.lexicon import SHIFT_WORDS, WEEKDAY_WORDS
from bot.when.phrases import Counted, OnWeekday, Shifted, Unit


def days_at(tokens: Tokens, start: int) -> Days:
    """Find every day that begins at a token, with the position after it."""
    position = start + (word_at(tokens, start) in {"the", "le"})
    if position >= len(tokens):
        return
    yield from _shifted(tokens, position)
    yield from _after_weekday(tokens, position)
    yield from written_at(tokens, position)
    yield from weekdays_at(tokens, position)
    yield from nth_at(tokens, position, said_the=position > start)
    yield from nth_weekday_at(tokens, position)
    yield from edge_at(tokens, position)
    yield from counted_at(tokens, position, days_at=days_at)
    yield from week_at(tokens, position)


def _shifted(tokens: Tokens, position: int) -> Days:
    word = word_at(tokens, position)
    if word not in SHIFT_WORDS:
        return
    day = Shifted(days=SHIFT_WORDS[word])
    yield day, position + 1
    if word_at(tokens, position + 1) == "week":
        yield Counted(count=1, unit=Unit.WEEKS, start=day), position + 2
    elif word_at(tokens, position + 1) == "fortnight":
        yield Counted(count=2, unit=Unit.WEEKS, start=day), position + 2


def _after_weekday(tokens: Tokens, position: int) -> Days:
    """Find "Friday 4 May", "Friday the 4th": the weekday checks the date behind it."""
    weekday = WEEKDAY_WORDS.get(word_at(tokens, position))
    if weekday is None:
        return
    after = position + 1 + (word_at(tokens, position + 1) == "the")
    for day, end in (*written_at(tokens, after), *nth_at(tokens, after, said_the=True)):
        yield OnWeekday(weekday=weekday, day=day), end
