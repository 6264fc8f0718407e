"""One plain sentence about the docket: what it records, what it asks about, or which list it asks for.

"hearing on the motion to compel in C1 next Friday at 9:30am" · "order of 4 May granting the application, served by
mail on 7 May" · "is D45 done?" · "what is due next week?". Nothing is saved because of a sentence: whatever was
understood is shown, and a person decides.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TypeAlias

from bot.docket.asking import REF, AboutOne, Asked, asked, day_of, is_question
from bot.when import Ask, Past, Reading
from bot.when.sentences import Dated, dates_in, options_of
from storage.docket import EntryKind

_KIND_WORDS: tuple[tuple[EntryKind, str], ...] = (
    (EntryKind.HEARING, r"hearing|oral argument|conference|trial|audience|arraignment|សវនាការ"),
    (EntryKind.RULING, r"ruling|judge?ment|decision|verdict|opinion|arrêt|jugement|សាលក្រម|សាលដីកា"),
    (EntryKind.ORDER, r"order|ordonnance|injunction|ដីកា"),
    (EntryKind.SERVICE, r"proof of service|service of (?:process|summons)"),
    (EntryKind.NOTICE, r"notice"),
    (EntryKind.FILING, r"filing|motion|brief|complaint|petition|application|opposition|reply|objections?"),
)
_KINDS = tuple((kind, re.compile(rf"(?<!\w)(?:{words})s?(?!\w)", re.IGNORECASE)) for kind, words in _KIND_WORDS)
_BY_A_COURT = (
    (EntryKind.RULING, re.compile(r"\b(?:convicted|acquitted|sentenced|affirmed|reversed|upheld)\b", re.IGNORECASE)),
    (EntryKind.ORDER, re.compile(r"\b(?:granted|denied|ordered|dismissed|quashed|stayed|overruled)\b", re.IGNORECASE)),
)
"""What a court does with a paper that is named: "the judge denied our motion" is an order, no filing."""
_SERVICES = (
    ("mail", r"by (?:regular |first-class |us )?(?:mail|post)|mailed"),
    ("ecf", r"electronically|by e-?mail|(?:by|via|through) (?:cm/)?ecf|e-?served"),
    ("personal", r"by hand|personally|in person|in court"),
    ("clerk", r"(?:left )?with the clerk"),
)
_SERVED = re.compile(r"\b(?:served|service)\b", re.IGNORECASE)
_BESIDE_DATES = re.compile(
    r"(?:[\s,;:\u2013-]|\b(?:on|at|of|by|for|from|dated|entered|set|scheduled|is|was|the)\b)+$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:please|(?:can|could|would|will) you|pls|kindly|hi|hello|hey|record|add|note|put|schedule|calendar|docket|"
    r"there is|there's|we have|new|an?|the|that|[\s,:\u2013-])+(?=\W)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRecord:
    """Something that happened or is to happen.

    Args:
        dated: its date as it was read, if the sentence has one.
        others: the other dates in the sentence, which nobody said what they are.
        served: when it was served, if the sentence says so with a certain date.
        served_words: the date of service as typed, where it is not certain.
    """

    kind: EntryKind | None
    title: str
    dated: Dated | None = None
    others: tuple[Dated, ...] = ()
    service: str = ""
    served: date | None = None
    served_words: str = ""


Understood: TypeAlias = ToRecord | Asked | None


def understand(
    sentence: str,
    *,
    now: datetime,
    zone: str,
    is_closed: Callable[[date], bool] | None = None,
    with_periods: bool = True,
    to_record: bool = False,
) -> Understood:
    """Return what a sentence says; None if it says nothing that we know.

    Args:
        now: the present when it was written.
        zone: the court's, on whose clocks and calendar it is read.
        with_periods: whether "in 14 days" is a date.
        to_record: it is a message that is to be recorded, whatever it asks.
    """
    words = " ".join(sentence.split())
    if not to_record and is_question(words):
        return asked(words, now=now, zone=zone)
    if not to_record and (found := REF.fullmatch(words)):
        return AboutOne(ref=found[1].upper())
    kind = kind_of(words)
    past = Past.ASK if kind is EntryKind.HEARING else Past.ALLOW
    dates = dates_in(words, now=now, zone=zone, past=past, is_closed=is_closed, with_periods=with_periods)
    if kind is None and not dates and not to_record:
        return None
    return _to_record(words, kind, [_not_ahead(each, kind, now) for each in dates])


def kind_of(sentence: str) -> EntryKind | None:
    """Return what a sentence is about: whatever it names first, a paper only if nothing else; None if it names nothing.

    "Hearing on the motion" is a hearing, and so is "motion hearing". What a court did with a paper is what it did.
    """
    found = ((match.start(), kind) for kind, pattern in _KINDS if (match := pattern.search(sentence)))
    named = min(found, key=lambda each: (each[1] is EntryKind.FILING, each[0]), default=(0, None))[1]
    if named not in (None, EntryKind.FILING):
        return named
    return next((kind for kind, pattern in _BY_A_COURT if pattern.search(sentence)), named)


def _not_ahead(dated: Dated, kind: EntryKind | None, now: datetime) -> Dated:
    """Return a date without the readings that have not come yet, where what happened is recorded: "order of 4 May".

    If none has come yet ("order setting a hearing on 1 June"), it is asked whether it is the date at all.
    """
    options = options_of(dated.reading)
    if kind in (None, EntryKind.HEARING) or not options:
        return dated
    tomorrow = now.date() + timedelta(days=1)
    past = tuple(option for option in options if day_of(option) <= tomorrow)
    if not past:
        return replace(dated, reading=Ask(f"“{dated.words}” has not come yet: is it the date that is meant?", options))
    if past == options:
        return dated
    reading: Reading = past[0] if len(past) == 1 else Ask(getattr(dated.reading, "question", ""), past)
    return replace(dated, reading=reading)


def _to_record(words: str, kind: EntryKind | None, dates: list[Dated]) -> ToRecord:
    service, served = _served(words, dates)
    own = [dated for dated in dates if dated is not served]
    served_on = _certain_day(served) if served else None
    return ToRecord(
        kind=kind,
        title=_title(words, dates),
        dated=own[0] if len(own) == 1 else None,
        others=tuple(own) if len(own) > 1 else (),
        service=service,
        served=served_on,
        served_words=served.words if served and served_on is None else "",
    )


def _served(words: str, dates: list[Dated]) -> tuple[str, Dated | None]:
    """Return how something was served, and the date that stands right behind that."""
    said = _SERVED.search(words)
    if said is None:
        return "", None
    how = next((name for name, pattern in _SERVICES if re.search(pattern, words, re.IGNORECASE)), "")
    behind = [dated for dated in dates if dated.start >= said.end()]
    return how, behind[0] if behind else None


def _certain_day(dated: Dated) -> date | None:
    return day_of(options_of(dated.reading)[0]) if dated.is_certain else None


def _title(words: str, dates: list[Dated]) -> str:
    """Return what a sentence is about, without its dates, its case and how it was served."""
    left = words
    for dated in reversed(dates):
        left = f"{_BESIDE_DATES.sub('', left[: dated.start])} {left[dated.end :]}"
    left = re.sub(r",?\s*\bserved\b.*$", "", left, flags=re.IGNORECASE)
    left = re.sub(r"\b(?:in|for)\s+C\d+\b|\bC\d+\b", "", left, flags=re.IGNORECASE)
    left = _LEADING.sub("", " ".join(left.split()) + " ").strip(" ,;:.?!-\u2013")
    left = re.sub(r"\s+([,.;:])", r"\1", left)
    return left[:1].upper() + left[1:]
