"""A plain sentence turned into drafts of an entry: one for each date that it can mean. Nothing is saved."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.asking import Asked
from bot.docket.sentences import ToRecord, understand
from bot.docket.sight import cases_here, visible_cases
from bot.rulebook import Rulebook
from bot.when import ReadDate, ReadMoment, Refuse
from bot.when.sentences import options_of
from handlers.requests import Request
from handlers.views.forms import TITLE_LENGTH
from handlers.views.recording import Draft
from handlers.views.text import fitted
from storage.cases import Case
from storage.law import closures_of

FALLBACK_ZONE = "UTC"
_SHORT_ID = re.compile(r"(?<![\w-])C\d+(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A date that is meant, or may be: the words as typed, and the day and hour on the court's wall."""

    words: str
    day: date
    hour: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A sentence that records something, as it was understood.

    Args:
        draft: the entry without its date.
        options: the dates that it can mean; exactly one if it is certain.
        question: why there are several, if they are readings of the same words.
        refusal: why what looks like a date is none.
        unclear: the words of a date that is another day at another court.
        served_words: a date of service that is not certain.
    """

    draft: Draft
    options: tuple[Option, ...] = ()
    question: str = ""
    refusal: str = ""
    unclear: str = ""
    served_words: str = ""


def hear(
    session: Session, request: Request, words: str, *, now: datetime, to_record: bool = False
) -> Heard | Asked | None:
    """Return what a sentence says to whoever says it, read on the clocks of the court that it is about."""
    book, case = request.desk.book, case_named(session, request, words)
    about = [case] if case else list(cases_here(session, request.who) or visible_cases(session, request.who))
    zones = sorted({book.court(each.court).zone for each in about}) or [FALLBACK_ZONE]
    readings = [_understood(session, book, words, zone, case, now=now, to_record=to_record) for zone in zones]
    said = readings[0]
    if not isinstance(said, ToRecord):
        return said
    heard = [_heard(each, zone, case) for each, zone in zip(readings, zones, strict=True) if isinstance(each, ToRecord)]
    first = heard[0]
    if any(other.options != first.options or other.draft != first.draft for other in heard):
        unclear = first.options[0].words if first.options else words
        return replace(first, options=(), question="", unclear=unclear, draft=replace(first.draft, served_on=None))
    return first


def case_named(session: Session, request: Request, words: str) -> Case | None:
    """Return the one case that a sentence names, or that is followed where it was said; None if that is not clear."""
    visible = visible_cases(session, request.who)
    refs = {found[0].upper() for found in _SHORT_ID.finditer(words)}
    named = [case for case in visible if case.ref in refs or _is_named(case, words)]
    if named or refs:
        return named[0] if len(named) == 1 else None
    here = cases_here(session, request.who)
    return here[0] if len(here) == 1 else None


def _is_named(case: Case, words: str) -> bool:
    names = [re.escape(name) for name in (case.docket_number, case.alias) if name]
    return any(re.search(rf"(?<![\w-]){name}(?![\w-])", words, re.IGNORECASE) for name in names)


def _understood(
    session: Session, book: Rulebook, words: str, zone: str, case: Case | None, *, now: datetime, to_record: bool
) -> ToRecord | Asked | None:
    closed = tuple(closures_of(session, case.court)) if case else ()
    return understand(
        words,
        now=now,
        zone=zone,
        is_closed=(lambda day: book.is_closed(court=case.court, day=day, closed=closed)) if case else None,
        with_periods=not to_record,
        to_record=to_record,
    )


def _heard(said: ToRecord, zone: str, case: Case | None) -> Heard:
    dates = [said.dated] if said.dated else said.others
    options = tuple(_on_the_wall(dated.words, option, zone) for dated in dates for option in options_of(dated.reading))
    reading = said.dated.reading if said.dated else None
    return Heard(
        draft=Draft(
            kind=said.kind,
            case_ref=case.ref if case else None,
            title=fitted(said.title, TITLE_LENGTH),
            service=said.service,
            served_on=said.served,
        ),
        options=tuple(dict.fromkeys(options)),
        question=getattr(reading, "question", ""),
        refusal=" ".join(dated.reading.sentence for dated in dates if isinstance(dated.reading, Refuse)),
        served_words=said.served_words,
    )


def _on_the_wall(words: str, reading: ReadDate | ReadMoment, zone: str) -> Option:
    if isinstance(reading, ReadDate):
        return Option(words=words, day=reading.value)
    local = reading.value.astimezone(ZoneInfo(zone))
    return Option(words=words, day=local.date(), hour=local.time().replace(second=0))


def dated(draft: Draft, option: Option) -> Draft:
    """Return a draft on one of the dates."""
    return replace(draft, on_date=option.day, at_time=option.hour)


def certain(heard: Heard) -> Option | None:
    """Return the one date that is meant beyond doubt; None if there is any."""
    doubtful = heard.question or heard.refusal or len(heard.options) != 1
    return None if doubtful else heard.options[0]
