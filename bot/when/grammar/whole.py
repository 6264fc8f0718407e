"""Every way to understand a text as a day, an hour and a zone.

The rules offer all readings they know; nothing is preferred here. Whoever asks resolves them all and, where they come
to different dates, asks a person.
"""

from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.when.grammar.away import away_in
from bot.when.grammar.cursor import Tokens, word_at, words_at
from bot.when.grammar.days import days_at
from bot.when.grammar.hours import hours_at, is_on_the_clock
from bot.when.grammar.weekdays import WEEKS
from bot.when.grammar.written import YEAR_DIGITS
from bot.when.lexicon import FILLERS, FRENCH_WEEKDAYS, PART_WORDS, WEEKDAY_WORDS
from bot.when.phrases import (
    ByClose,
    Counted,
    Day,
    Edge,
    Hour,
    NamedDay,
    OnWeekday,
    Part,
    Phrase,
    Place,
    Shifted,
    Unit,
    Which,
    Written,
)
from bot.when.tokens import Kind, Token
from bot.when.zones import place_at_offset, place_in_full, place_named

_PARTS = {**PART_WORDS, "tonight": Part.NIGHT}
_END = ["end", "of"]
"""Of "May 13" it is the end of that day; of "May" it is the last day."""
_CLOSES = (
    *(["cob"], ["eob"], ["eod"]),
    *(["close", "of", "business"], ["end", "of", "business"], ["end", "of", "day"], ["end", "of", "the", "day"]),
    _END,
)
_CLOSE_WORDS = frozenset(run[0] for run in _CLOSES)
_SAME_AS_COURT = frozenset({"local", "court"})
_MORNING = 5
_A_DAY = 2
"""So many digits has a number that may be a day of the month."""
_OR_THAT_DAY = "the number may be a day of that month"
_RATHER_A_DATE = "in French a number behind a weekday is rather the date"
_YEAR_OR_TIME = "those digits may be a year or a time"


def phrases_in(tokens: Tokens) -> tuple[Phrase, ...]:
    """Understand a whole text in every way the grammar knows; none if it is not a date."""
    found = dict.fromkeys([*_complete(tokens), *away_in(tokens, complete=_complete), *_by_close(tokens)])
    return tuple(found)


def _by_close(tokens: Tokens) -> Iterator[Phrase]:
    """Read "COB Friday", "by close of business on 4 May", "Friday EOD"; alone they name today."""
    for at in (at for at, token in enumerate(tokens) if token.word in _CLOSE_WORDS):
        run = next((run for run in _CLOSES if words_at(tokens, at, len(run)) == run), None)
        if run is None:
            continue
        before, after = tokens[:at], tokens[at + len(run) :]
        before = before[:-1] if before and before[-1].word in FILLERS else before
        if not (before or after):
            yield Phrase(day=ByClose(day=Shifted(days=0)))
        for phrase in _complete((*before, *after)):
            if phrase.day and not phrase.hour and not phrase.place and (run != _END or isinstance(phrase.day, Written)):
                yield Phrase(day=ByClose(day=phrase.day))


def _complete(tokens: Tokens) -> Iterator[Phrase]:
    parts = {_PARTS[token.word] for token in tokens if token.word in _PARTS}
    if len(parts) > 1:
        return
    for phrase in _phrases(tokens, 0, Phrase(part=min(parts, default=None))):
        if phrase.hour or (phrase.day and not phrase.place and not phrase.part):
            yield phrase


def _phrases(tokens: Tokens, position: int, so_far: Phrase) -> Iterator[Phrase]:
    if position == len(tokens):
        yield so_far
        return
    for longer, after in _items(tokens, position, so_far):
        yield from _phrases(tokens, after, longer)
    if tokens[position].word in FILLERS and position + 1 < len(tokens) and tokens[position + 1].word not in FILLERS:
        for longer, after in _items(tokens, position + 1, so_far):
            yield from _phrases(tokens, after, longer)


def _with_dashed_hour(tokens: Tokens, position: int, so_far: Phrase) -> Iterator[tuple[Phrase, int]]:
    """Read "4 May 2018 - 9:30am"; without its year the date may be the beginning of a range."""
    full = isinstance(so_far.day, Written) and len(str(so_far.day.year or 0)) == YEAR_DIGITS
    kinds = [token.kind for token in tokens[position : position + 2]]
    if full and not so_far.hour and tokens[position].word == "-" and kinds[1:] == [Kind.CLOCK]:
        yield from _with_hour(tokens, position + 1, so_far)


def _items(tokens: Tokens, position: int, so_far: Phrase) -> Iterator[tuple[Phrase, int]]:
    if not so_far.day:
        yield from _with_day(tokens, position, so_far)
    else:
        yield from _with_weekday(tokens, position, so_far, so_far.day)
    if not so_far.hour:
        yield from _with_hour(tokens, position, so_far)
    yield from _with_dashed_hour(tokens, position, so_far)
    if so_far.hour and tokens[position].word == "sharp":
        yield so_far, position + 1
    if after := _after_part(tokens, position):
        yield so_far, after
    if so_far.hour and not so_far.place:
        yield from _with_place(tokens, position, so_far)
    elif so_far.place:
        yield from _with_offset(tokens, position, so_far, so_far.place)


def _with_day(tokens: Tokens, position: int, so_far: Phrase) -> Iterator[tuple[Phrase, int]]:
    token = tokens[position]
    if token.kind is Kind.ISO:
        yield from _iso(token, position, so_far)
        return
    if token.word == "tonight":
        yield replace(so_far, day=Shifted(days=0)), position + 1
    if token.word in {"this", "ce", "cet"} and word_at(tokens, position + 1) in PART_WORDS:
        yield replace(so_far, day=Shifted(days=0)), position + 2
    for day, after in days_at(tokens, position):
        yield replace(so_far, day=day), after


def _with_weekday(tokens: Tokens, position: int, so_far: Phrase, day: Day) -> Iterator[tuple[Phrase, int]]:
    """Check a date by a weekday that stands apart from it: "tomorrow, Friday", "Friday 9am, 27 November"."""
    weekday = WEEKDAY_WORDS.get(word_at(tokens, position))
    if weekday is not None and _may_be_checked(day):
        yield replace(so_far, day=OnWeekday(weekday=weekday, day=day)), position + 1
    if isinstance(day, NamedDay) and day.which is Which.COMING:
        week = WEEKS.get(word_at(tokens, position))
        if week and word_at(tokens, position + 1) == "week":
            yield replace(so_far, day=replace(day, which=week)), position + 2
        for other, after in days_at(tokens, position):
            if _may_be_checked(other):
                yield replace(so_far, day=OnWeekday(weekday=day.weekday, day=other)), after


def _may_be_checked(day: Day) -> bool:
    """Tell whether a weekday beside a day checks it; "Monday in two weeks" is rather counted from Monday."""
    return isinstance(day, Written | Shifted) or (isinstance(day, Counted) and day.unit is Unit.DAYS and not day.why)


def _iso(token: Token, position: int, so_far: Phrase) -> Iterator[tuple[Phrase, int]]:
    year, month, day, hour, minute, second, spaced_hour, spaced_minute, spaced_second, offset = token.parts
    place = place_at_offset(offset) if offset else None
    clock = Hour(
        hour=int(hour or spaced_hour), minute=int(minute or spaced_minute), second=int(second or spaced_second or 0)
    )
    if so_far.hour or (offset and not place) or not is_on_the_clock(clock):
        return
    yield (
        replace(
            so_far,
            day=Written(day=int(day), month=int(month), year=int(year)),
            hour=clock,
            place=place,
        ),
        position + 1,
    )


def _with_hour(tokens: Tokens, position: int, so_far: Phrase) -> Iterator[tuple[Phrase, int]]:
    for hour, after in hours_at(tokens, position, after_day=so_far.day is not None, part=so_far.part):
        if hour.hour < _MORNING and hour.why and "tonight" in {token.word for token in tokens}:
            continue  # the small hours of tonight are to come
        alone = after == position + 1 and tokens[position].kind is Kind.NUMBER and len(tokens[position].text) <= _A_DAY
        told = _told_from_a_year(hour, tokens, after, so_far)
        if alone and isinstance(so_far.day, NamedDay):
            told = _told_from_a_date(told, behind=tokens[position - 1].word)
        if alone and isinstance(so_far.day, Edge) and tokens[position - 1].word not in FILLERS:
            told = replace(told, why=_OR_THAT_DAY, doubtful=True)
        yield replace(so_far, hour=told), after


def _told_from_a_date(hour: Hour, *, behind: str) -> Hour:
    """Mark the number of "Friday 9", which may be the date."""
    if behind in FRENCH_WEEKDAYS:
        return replace(hour, bare=True, why=_RATHER_A_DATE, doubtful=True)
    return replace(hour, bare=behind not in FILLERS)


def _told_from_a_year(hour: Hour, tokens: Tokens, after: int, so_far: Phrase) -> Hour:
    """Mark the 1430 of "4 May 1430", which somebody may have meant as a year."""
    number = tokens[after - 1]
    bare = number.kind is Kind.NUMBER and len(number.text) >= YEAR_DIGITS - 1 and not number.text.startswith("0")
    yearless = isinstance(so_far.day, Written) and so_far.day.year is None
    if bare and yearless and tokens[after - 2].word not in FILLERS:
        return replace(hour, why=_YEAR_OR_TIME, doubtful=True)
    return hour


def _after_part(tokens: Tokens, position: int) -> int:
    """Find the end of "morning", "in the morning", "at night", "du matin" that begins here; 0 if none does."""
    words = words_at(tokens, position, 3)
    for length, opening in ((0, []), (1, ["at"]), (1, ["du"]), (2, ["in", "the"])):
        if words[:length] == opening and len(words) > length and words[length] in PART_WORDS:
            return position + length + 1
    return 0


def _with_place(tokens: Tokens, position: int, so_far: Phrase) -> Iterator[tuple[Phrase, int]]:
    start = position + (tokens[position].word == "in")
    for length in (3, 2, 1):
        if start + length > len(tokens):
            continue
        named = tokens[start : start + length]
        after = start + length
        said_time = word_at(tokens, after) == "time"
        after += said_time
        if named[0].word in _SAME_AS_COURT and length == 1 and after > start + 1:
            yield so_far, after
        elif place := (said_time and place_in_full(_text(named))) or _place(named):
            yield replace(so_far, place=place), after
            return


def _with_offset(tokens: Tokens, position: int, so_far: Phrase, place: Place) -> Iterator[tuple[Phrase, int]]:
    """Read the offset behind a zone, as we write it ourselves: America/Los_Angeles, UTC-07:00."""
    token = tokens[position]
    if token.kind is Kind.OFFSET and (typed := place_at_offset(token.text)) and isinstance(place.zone, ZoneInfo):
        fixed = typed.zone.utcoffset(None)
        yield replace(so_far, place=replace(place, text=token.text, fixed=fixed)), position + 1


def _text(named: Tokens) -> str:
    return " ".join(token.text for token in named)


def _place(named: Tokens) -> Place | None:
    text = _text(named)
    if named[0].kind is Kind.OFFSET and len(named) == 1:
        return place_at_offset(text)
    return place_named(text)
