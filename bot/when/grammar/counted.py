"""Days counted from another day: in 14 days, 10 court days after 4 May, a week from Friday, 3 days ago."""

from collections.abc import Iterator
from dataclasses import replace

from bot.when.grammar.cursor import Days, DaysAt, Tokens, word_at, words_at
from bot.when.lexicon import COUNT_WORDS, SHIFT_WORDS, UNIT_WORDS, WEEKDAY_WORDS
from bot.when.phrases import Counted, Shifted, Unit, WeekdayBeside
from bot.when.tokens import Kind, Token

_MOST_DIGITS = 5
_NEAR_WORDS = {word for word, days in SHIFT_WORDS.items() if days >= 0} | WEEKDAY_WORDS.keys()
_BARE_PERIOD = "a period needs a day to count from; from today it ends on that day"
_OPEN = ("court", "business", "working")
_NEXT_COURT_DAY = [["next", word, "day"] for word in _OPEN]
_LAST_DAY = "that is the last day of the period"
_FRENCH_WEEKS = {8: 1, 15: 2}
_BOTH_ENDS = "huit jours are eight days or, in daily French, a week, and quinze jours two weeks"
_FORWARD = frozenset({"from", "after", "following", "après", "apres"})
_BACKWARD = frozenset({"before", "avant"})
_BESIDE = frozenset({"after", "following", "before"})
_ANY_DAY = "a week beside a day may be any day of that week"
_WITHIN = "a period needs a day to count from; counted from today its last day is that one"


def counted_at(tokens: Tokens, position: int, *, days_at: DaysAt) -> Days:
    """Find a count of days and, by `days_at`, the day that it starts from."""
    yield from _day_beside(tokens, position, days_at)
    yield from _weekday_beside(tokens, position, days_at)
    if words_at(tokens, position, 3) in _NEXT_COURT_DAY:
        yield Counted(count=1, unit=Unit.COURT_DAYS, start=Shifted(days=0)), position + 3
    opening = word_at(tokens, position)
    inside = opening in {"in", "within", "dans"}
    for count, unit, after in _amount_at(tokens, position + inside):
        if inside:
            why = _WITHIN if opening == "within" else ""
            end = after + (word_at(tokens, after) in {"time", "hence"})
            yield Counted(count=count, unit=unit, start=Shifted(days=0), why=why), end
            if opening == "dans" and count in _FRENCH_WEEKS and unit is Unit.DAYS:
                weeks = _FRENCH_WEEKS[count]
                yield Counted(count=weeks, unit=Unit.WEEKS, start=Shifted(days=0), why=_BOTH_ENDS), end
            if why and word_at(tokens, after) in {"of", "after", "from"}:
                starts = days_at(tokens, after + 1)
                yield from ((Counted(count=count, unit=unit, start=day, why=_LAST_DAY), end) for day, end in starts)
        else:
            vague = opening == "week" and word_at(tokens, after) in _BESIDE
            found = _counted_from(tokens, after, count, unit, days_at)
            yield from ((replace(day, why=_ANY_DAY), end) if vague else (day, end) for day, end in found)


def _counted_from(
    tokens: Tokens, position: int, count: int, unit: Unit, days_at: DaysAt
) -> Iterator[tuple[Counted, int]]:
    today = Shifted(days=0)
    word = word_at(tokens, position)
    if words_at(tokens, position, 2) == ["prior", "to"]:
        yield from ((Counted(count=-count, unit=unit, start=day), end) for day, end in days_at(tokens, position + 2))
    elif word == "ago":
        yield Counted(count=-count, unit=unit, start=today), position + 1
    elif word in _NEAR_WORDS and unit is Unit.WEEKS:
        yield from ((Counted(count=count, unit=unit, start=start), end) for start, end in days_at(tokens, position))
    elif word in {"hence", "later"}:
        yield Counted(count=count, unit=unit, start=today), position + 1
    elif words_at(tokens, position, 2) == ["from", "now"]:
        yield Counted(count=count, unit=unit, start=today), position + 2
    elif word in _FORWARD | _BACKWARD or (word == "on" and unit is Unit.WEEKS):
        signed = -count if word in _BACKWARD else count
        for start, end in days_at(tokens, position + 1):
            yield Counted(count=signed, unit=unit, start=start), end
    else:
        yield Counted(count=count, unit=unit, start=today, why=_BARE_PERIOD), position


def _day_beside(tokens: Tokens, position: int, days_at: DaysAt) -> Days:
    """Read "the day after tomorrow", "the day before 4 May 2018"."""
    words = words_at(tokens, position, 2)
    if words in (["day", "after"], ["day", "before"]):
        sign = 1 if words[1] == "after" else -1
        for start, end in days_at(tokens, position + 2):
            yield Counted(count=sign, unit=Unit.DAYS, start=start), end


def _weekday_beside(tokens: Tokens, position: int, days_at: DaysAt) -> Days:
    """Read "the Monday after 4 May 2018", "the Friday before 31 December"."""
    weekday = WEEKDAY_WORDS.get(word_at(tokens, position))
    word = word_at(tokens, position + 1)
    if weekday is not None and word in {"after", "following", "before"}:
        for start, end in days_at(tokens, position + 2):
            yield WeekdayBeside(weekday=weekday, after=word != "before", start=start), end


def _amount_at(tokens: Tokens, position: int) -> Iterator[tuple[int, Unit, int]]:
    """Find "14 days", "two weeks", "a week", "a fortnight", "10 court days"."""
    if word_at(tokens, position) == "week":
        yield 1, Unit.WEEKS, position + 1
    if position + 1 >= len(tokens) or (count := amount(tokens[position])) is None:
        return
    if tokens[position].kind is Kind.WORD and tokens[position + 1].text == str(count):
        position += 1  # as statutes and orders have it: fourteen (14) days
    word = word_at(tokens, position + 1)
    if unit := UNIT_WORDS.get(word):
        yield count, unit, position + 2
    elif word in {"fortnight", "fortnights"}:
        yield 2 * count, Unit.WEEKS, position + 2
    elif word in _OPEN and word_at(tokens, position + 2) in {"day", "days"}:
        yield count, Unit.COURT_DAYS, position + 3
    elif word == "calendar" and word_at(tokens, position + 2) in {"day", "days"}:
        yield count, Unit.DAYS, position + 3


def amount(token: Token) -> int | None:
    """Read a count written as digits or as a word; "a" and "an" count one."""
    if token.kind is Kind.NUMBER and len(token.text) <= _MOST_DIGITS:
        return token.number
    return COUNT_WORDS.get(token.word)
