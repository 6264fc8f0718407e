"""Weekdays: Friday, next Tuesday, Friday this week, Monday week."""

from bot.when.grammar.cursor import Days, Tokens, words_at
from bot.when.lexicon import WEEKDAY_WORDS
from bot.when.phrases import Counted, NamedDay, Unit, Which

_TWO_WORDS = 2
_NEXT_WEEK = "the day of the week is missing"
_WEEK_AFTER_NEXT = ["week", "after", "next"]
_OF_THE: tuple[list[str], ...] = ([], ["the"], ["of", "the"])
_PREFIXES = {
    "this": Which.THIS,
    "next": Which.NEXT,
    "last": Which.LAST,
    "coming": Which.COMING,
    "upcoming": Which.COMING,
}
WEEKS = {"this": Which.THIS_WEEK, "next": Which.NEXT_WEEK, "last": Which.LAST_WEEK}


def weekdays_at(tokens: Tokens, position: int) -> Days:
    """Find a weekday with or without the words around it."""
    words = words_at(tokens, position, 6)
    if len(words) > 1 and words[0] in _PREFIXES and words[1] in WEEKDAY_WORDS:
        yield NamedDay(weekday=WEEKDAY_WORDS[words[1]], which=_PREFIXES[words[0]]), position + 2
    if words[:2] == ["this", "coming"] and len(words) > _TWO_WORDS and words[2] in WEEKDAY_WORDS:
        yield NamedDay(weekday=WEEKDAY_WORDS[words[2]]), position + 3
    if not words:
        return
    if words[0] in WEEKDAY_WORDS:
        yield from _weekday_first(words, position)
    elif words[0] in WEEKS and words[1:2] == ["week"]:
        skipped = words[2:3] == ["on"]
        weekday = WEEKDAY_WORDS.get(words[2 + skipped]) if len(words) > 2 + skipped else None
        if weekday is not None:
            yield NamedDay(weekday=weekday, which=WEEKS[words[0]]), position + 3 + skipped


def _weekday_first(words: list[str], position: int) -> Days:
    weekday = WEEKDAY_WORDS[words[0]]
    plain = NamedDay(weekday=weekday)
    yield plain, position + 1
    rest = words[1:]
    skipped = rest[:1] == ["of"]
    if rest[skipped : skipped + 1] and rest[skipped] in WEEKS and rest[skipped + 1 : skipped + 2] == ["week"]:
        yield NamedDay(weekday=weekday, which=WEEKS[rest[skipped]]), position + 3 + skipped
    if rest[:1] in (["week"], ["fortnight"]):
        yield Counted(count=1 if rest[0] == "week" else 2, unit=Unit.WEEKS, start=plain), position + 2
    if rest[:1] == ["dernier"]:
        yield NamedDay(weekday=weekday, which=Which.LAST), position + 2
    if rest[:1] == ["en"] and rest[1:2] in (["huit"], ["quinze"]):
        yield Counted(count=1 if rest[1] == "huit" else 2, unit=Unit.WEEKS, start=plain), position + 3
    if rest[:2] == ["after", "next"]:
        yield Counted(count=1, unit=Unit.WEEKS, start=NamedDay(weekday=weekday, which=Which.NEXT)), position + 3
    opening = max(len(opening) for opening in _OF_THE if rest[: len(opening)] == opening)
    if rest[opening : opening + 3] == _WEEK_AFTER_NEXT:
        yield _in_the_week_after_next(weekday), position + 4 + opening
    if rest[:1] in (["next"], ["prochain"]) and rest[1:2] not in (["week"], ["month"], ["year"]):
        yield NamedDay(weekday=weekday, which=Which.NEXT), position + 2


def _in_the_week_after_next(weekday: int, why: str = "") -> Counted:
    return Counted(count=1, unit=Unit.WEEKS, start=NamedDay(weekday=weekday, which=Which.NEXT_WEEK, why=why))


def week_at(tokens: Tokens, position: int) -> Days:
    """Find "next week" and "the week after next", which name five working days."""
    if words_at(tokens, position, 3) == _WEEK_AFTER_NEXT:
        yield from ((_in_the_week_after_next(day, _NEXT_WEEK), position + 3) for day in range(5))
    if words_at(tokens, position, 2) == ["next", "week"]:
        yield from ((NamedDay(weekday=day, which=Which.NEXT_WEEK, why=_NEXT_WEEK), position + 2) for day in range(5))
