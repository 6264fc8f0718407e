"""Reading a typed date: every way to understand it is tried, and only agreement is an answer."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import chain
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.law import LawError
from bot.when.fallback import offers
from bot.when.grammar import phrases_in
from bot.when.hints import LONGEST_TEXT, day_wanted, not_a_date, nothing_typed, shorten, time_wanted, too_long, why_not
from bot.when.meaning import meanings_of
from bot.when.phrases import Phrase
from bot.when.readings import Ask, Meaning, Past, ReadDate, Reading, ReadMoment, Refuse, Wants
from bot.when.setting import Found, Setting, UnreadableError
from bot.when.spelling import respelled
from bot.when.tokens import Token, tokens_of
from bot.when.words import say


def read(
    text: str,
    *,
    now: datetime,
    zone: ZoneInfo | str,
    wants: Wants = Wants.EITHER,
    is_closed: Callable[[date], bool] | None = None,
    past: Past = Past.ASK,
) -> Reading:
    """Read a date that somebody typed: the one thing it can mean, a question, or a refusal. Never a guess.

    Args:
        text: what was typed, and nothing else.
        now: the present, aware.
        zone: the court's zone. Times without a zone are on its clocks, and "tomorrow" is tomorrow there.
        wants: whether a day or a moment was asked for.
        is_closed: whether the court is closed on a day; without it court days are refused.
        past: what a date that has passed means here.

    Raises:
        ValueError: if `now` carries no zone.
        ZoneInfoNotFoundError: if there is no such zone.
    """
    setting = setting_of(now=now, zone=zone, is_closed=is_closed, past=past)
    if len(text) > LONGEST_TEXT:
        return Refuse(too_long(today=setting.today))
    tokens = tokens_of(text)
    if not tokens:
        return Refuse(nothing_typed(today=setting.today))
    phrases = phrases_in(tokens)
    if phrases:
        return reading_of(phrases, text, setting, wants=wants)
    if reading := _as_respelled(text, tokens, setting, wants):
        return reading
    if sentence := why_not(text, tokens, today=setting.today):
        return Refuse(sentence)
    guesses = offers(text, setting)
    return _settled(guesses, text, setting, wants) if guesses else Refuse(not_a_date(text, today=setting.today))


def _as_respelled(text: str, tokens: tuple[Token, ...], setting: Setting, wants: Wants) -> Reading | None:
    """Ask whether a text means what it would if its words were spelled right; None if they would be no date either."""
    right = chain.from_iterable(phrases_in(tokens_of(each)) for each in respelled(text, tokens))
    phrases = tuple(dict.fromkeys(right))
    if not phrases:
        return None
    reading = reading_of(phrases, text, setting, wants=wants)
    if isinstance(reading, Ask | Refuse):
        return reading
    return Ask(f"Does {shorten(text)} mean {say(reading)}?", (reading,))


def setting_of(*, now: datetime, zone: ZoneInfo | str, is_closed: Callable[[date], bool] | None, past: Past) -> Setting:
    """Put the present on the court's clocks."""
    if now.tzinfo is None:
        raise ValueError("The present needs a zone: pass an aware datetime.")
    court = ZoneInfo(zone) if isinstance(zone, str) else zone
    return Setting(now=now.astimezone(court), zone=court, past=past, is_closed=is_closed)


def reading_of(phrases: Iterable[Phrase], text: str, setting: Setting, *, wants: Wants) -> Reading:
    """Resolve all ways to understand a text to one answer, a question or a refusal."""
    found: list[Found] = []
    refused: list[UnreadableError] = []
    for phrase in phrases:
        try:
            found += meanings_of(phrase, setting)
        except UnreadableError as error:
            refused.append(error)
        except LawError as error:  # a day that no court's calendar covers
            refused.append(UnreadableError(str(error)))
        except (OverflowError, ValueError):  # beyond the calendar's year 9999
            refused.append(UnreadableError("That is further away than any docket reaches: type the date itself."))
    if not found:
        return Refuse(str(refused[0]))
    impossible = [str(error) for error in refused if error.doubtful]
    return _settled(found, text, setting, wants, impossible=impossible)


def _settled(
    found: list[Found], text: str, setting: Setting, wants: Wants, *, impossible: Sequence[str] = ()
) -> Reading:
    fitting = [each for each in found if _fits(each.meaning, wants)]
    if not fitting:
        return Refuse(time_wanted(text) if wants is Wants.MOMENT else day_wanted(text, today=setting.today))
    options = _in_order((each.meaning for each in fitting), setting)
    if len(options) == 1 and not impossible and not any(each.doubtful for each in fitting):
        return options[0]
    return Ask(" ".join([*impossible, _question(text, options, fitting)]), options)


def _fits(meaning: Meaning, wants: Wants) -> bool:
    match wants:
        case Wants.EITHER:
            return True
        case Wants.DATE:
            return isinstance(meaning, ReadDate)
        case Wants.MOMENT:
            return isinstance(meaning, ReadMoment)
        case _:
            assert_never(wants)


def _in_order(meanings: Iterable[Meaning], setting: Setting) -> tuple[Meaning, ...]:
    apart = {(type(each), _instant(each, setting)): each for each in meanings}
    return tuple(apart[key] for key in sorted(apart, key=lambda key: key[1]))


def _instant(meaning: Meaning, setting: Setting) -> datetime:
    """Compare in UTC: on the clocks of one zone, the two 01:30 of an autumn night look equal."""
    if isinstance(meaning, ReadMoment):
        return meaning.value.astimezone(UTC)
    day = meaning.value
    return datetime(day.year, day.month, day.day, tzinfo=setting.zone).astimezone(UTC)


def _question(text: str, options: tuple[Meaning, ...], found: list[Found]) -> str:
    told = [why for each in found for why in each.why.split("; ")]
    if len(options) == 1:
        told += [each.alone for each in found]
    reasons = "; ".join(dict.fromkeys(filter(None, told)))
    if len(options) == 1:
        return f"Does {shorten(text)} mean {say(options[0])}{f' ({reasons})' if reasons else ''}?"
    return f"{shorten(text)} can be read in {len(options)} ways{f' ({reasons})' if reasons else ''}: which is meant?"
