"""Reading what was typed behind a command, from its beginning: a word, a case, a date, a page."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.sight import Viewer, find_case, the_case_here, visible_cases
from bot.errors import AdQuemError
from bot.when import Ask, Past, ReadDate, Reading, ReadMoment, Refuse, Wants, read, take_date
from handlers import phrases
from handlers.replies import FieldError, Question, Reply
from handlers.requests import Request
from handlers.views.blocks import actions, button, message, section
from handlers.views.lists import Continuation
from handlers.views.text import long_date, moment, said
from storage.cases import Case
from storage.law import closures_of

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
When = TypeVar("When", date, datetime)
_YEARS = range(1900, 2101)
_PAGE = re.compile(r"\s*\bpage (\d{1,4})$")
_HOUR_FIRST = re.compile(r"\s*\d{1,2}(?::\d\d(?:\s*[ap]\.?m)?|\s*[ap]\.?m)\b", re.IGNORECASE)
_MENTION = re.compile(r"\s*<@([UW][A-Z0-9]+)(?:\|[^>]*)?>\s*")
_CASE_REF = re.compile(r"[Cc]\d+")


class UnreadableDateError(AdQuemError):
    """What was typed is no date; the sentence says why and what to type instead."""


def first_word(text: str) -> tuple[str, str]:
    """Return the first word of a text, or what stands in quotation marks there, and the rest."""
    straight = text.lstrip().translate(_QUOTES)
    if straight.startswith('"') and '"' in straight[1:]:
        word, _, rest = straight[1:].partition('"')
        return word.strip(), rest.lstrip()
    word, _, rest = text.strip().partition(" ")
    return word, rest.lstrip()


def unquoted(text: str) -> str:
    """Return a text without the quotation marks around it."""
    return text.translate(_QUOTES).strip().strip('"').strip()


def mention_in(text: str) -> tuple[str | None, str]:
    """Return the first person whom a text mentions (`<@U123|name>`), and the text without the mention."""
    found = _MENTION.search(text)
    if found is None:
        return None, text
    return found[1], f"{text[: found.start()]} {text[found.end() :]}".strip()


def page_of(text: str) -> tuple[str, int | None]:
    """Return a text without the page at its end ("page 2"), and the page."""
    found = _PAGE.search(text)
    return (text[: found.start()], int(found[1])) if found else (text, None)


def named_case(session: Session, who: Viewer, text: str) -> tuple[Case | None, str]:
    """Return the case that a text names first, by short id, docket number or code name, and the rest.

    Raises:
        NotOnTheDocketError: if it begins with a short id that the person may not see.
        SeveralOfThatNameError: if it begins with a name of several.
    """
    if _CASE_REF.fullmatch(first_word(text)[0]):
        word, rest = first_word(text)
        return find_case(session, who, word), rest
    straight = text.lstrip().translate(_QUOTES).lstrip('"')
    for case in visible_cases(session, who):
        for name in filter(None, (case.docket_number, case.alias)):
            rest = straight[len(name) :]
            if straight.casefold().startswith(name.casefold()) and rest[:1] in ("", " ", '"'):
                return find_case(session, who, name), rest.lstrip('" ')
    return None, text


def case_and_rest(session: Session, request: Request, *, example: str) -> tuple[Case, Request]:
    """Return the case that a command is about: the one it names, or else the one that the channel follows.

    Raises:
        NoCaseHereError, WhichCaseError, NotOnTheDocketError: if that cannot be said.
    """
    named, rest = named_case(session, request.who, request.text)
    return named or the_case_here(session, request.who, example=example), request.rest(rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken(Generic[When]):
    """What a command began with, what follows it, and what was assumed on the way, if anything was."""

    when: When
    rest: str
    note: str


def take_moment(request: Request, *, zone: str) -> Taken[datetime]:
    """Read the date and hour that the rest of a command begins with.

    Raises:
        UnreadableDateError: if it does not begin with a date and an hour.
        Question: if it can be read in several ways, or lies in the past.
    """
    past = Past.ALLOW if request.settled else Past.ASK
    reading, rest = _taken(request, zone=zone, wants=Wants.MOMENT, past=past)
    assert isinstance(reading, ReadMoment)  # noqa: S101 -- a moment was wanted
    return Taken(when=reading.value, rest=unquoted(rest), note=reading.note)


def take_day(request: Request, *, zone: str, is_closed: Callable[[date], bool]) -> Taken[date]:
    """Read the day that the rest of a command begins with, past or to come.

    Raises:
        UnreadableDateError: if it does not begin with a day.
        Question: if it can be read in several ways.
    """
    reading, rest = _taken(request, zone=zone, wants=Wants.DATE, past=Past.ALLOW, is_closed=is_closed)
    assert isinstance(reading, ReadDate)  # noqa: S101 -- a day was wanted
    return Taken(when=reading.value, rest=unquoted(rest), note=reading.note)


def take_court_day(request: Request, court: str) -> Taken[date]:
    """Read the day that the rest of a command begins with, on the calendar of a court and what the team added to it.

    Raises:
        UnreadableDateError: if it does not begin with a day.
        Question: if it can be read in several ways.
    """
    book = request.desk.book
    with request.desk.look() as session:
        closed = tuple(closures_of(session, court))
    return take_day(
        request, zone=book.court(court).zone, is_closed=lambda day: book.is_closed(court=court, day=day, closed=closed)
    )


def read_day(text: str, *, now: datetime, zone: str) -> date:
    """Return the one day that a text can mean, past or to come.

    Raises:
        UnreadableDateError: if it is no day, or can mean several.
    """
    reading = read(text, now=now, zone=zone, wants=Wants.DATE, past=Past.ALLOW)
    if isinstance(reading, ReadDate):
        return reading.value
    if isinstance(reading, Ask):
        raise UnreadableDateError(phrases.TYPE_THE_DAY.format(question=reading.question))
    assert isinstance(reading, Refuse)  # noqa: S101 -- a day was wanted
    raise UnreadableDateError(reading.sentence)


def picked_day(request: Request, field: str) -> date:
    """Return the day that a calendar in a form names.

    Raises:
        FieldError: if no docket reaches that year: a calendar lets people type any.
    """
    day = date.fromisoformat(request.fields[field])
    if day.year not in _YEARS:
        raise FieldError(field, phrases.YEAR_OUT_OF_REACH.format(year=day.year, first=_YEARS[0], last=_YEARS[-1]))
    return day


def picked_day_if_any(request: Request, field: str) -> date | None:
    """Return the day that a calendar in a form names; None if none was picked.

    Raises:
        FieldError: if no docket reaches that year.
    """
    return picked_day(request, field) if request.fields.get(field) else None


def picked_moment(request: Request, *, day: str, time: str, zone: str) -> datetime:
    """Return the instant that a calendar and a clock in a form name, on the court's wall.

    Raises:
        FieldError: if that hour comes twice, or not at all, because the clocks change that night.
    """
    now = request.desk.clock.now()
    reading = read(f"{day} {time}", now=now, zone=zone, wants=Wants.MOMENT, past=Past.ALLOW)
    if isinstance(reading, ReadMoment):
        return reading.value
    raise FieldError("time", reading.sentence if isinstance(reading, Refuse) else phrases.HOUR_COMES_TWICE)


def _taken(
    request: Request, *, zone: str, wants: Wants, past: Past, is_closed: Callable[[date], bool] | None = None
) -> tuple[ReadDate | ReadMoment, str]:
    now = request.desk.clock.now()
    reading, rest = take_date(request.text, now=now, zone=zone, wants=wants, past=past, is_closed=is_closed)
    if isinstance(reading, Refuse):
        hour_first = wants is Wants.MOMENT and _HOUR_FIRST.match(request.text)
        raise UnreadableDateError(phrases.PUT_THE_DATE_FIRST if hour_first else reading.sentence)
    if isinstance(reading, Ask) and request.settled and len(reading.options) == 1:
        return reading.options[0], rest
    if isinstance(reading, Ask):
        raise Question(_asked(request, reading, rest, zone))
    return reading, rest


def _asked(request: Request, ask: Ask, rest: str, zone: str) -> Reply:
    """Return the question, with a button for each answer that goes on with the command exactly."""
    before = request.line[: len(request.line) - len(request.text)]
    buttons = []
    for number, option in enumerate(ask.options[:5]):
        line = f"{before}{_typed(option, zone)} {rest}".strip()
        continuation = Continuation(line=line, receipt=request.receipt, settled=True)
        if not continuation.fits:
            raise UnreadableDateError(
                phrases.TOO_LONG_TO_ASK.format(question=ask.question, option=_typed(option, zone))
            )
        buttons.append(button(_shown(option, zone), f"command.run.{number}", continuation.value))
    return Reply(message=message(section(said(ask.question, 1000)), actions(*buttons)))


def _typed(option: Reading, zone: str) -> str:
    """Return a reading as it would be typed if there were no doubt."""
    if isinstance(option, ReadMoment):
        return option.value.astimezone(ZoneInfo(zone)).isoformat(timespec="minutes")
    assert isinstance(option, ReadDate)  # noqa: S101 -- options are dates or moments
    return option.value.isoformat()


def _shown(option: Reading, zone: str) -> str:
    if isinstance(option, ReadMoment):
        return moment(option.value, zone)
    assert isinstance(option, ReadDate)  # noqa: S101 -- options are dates or moments
    return long_date(option.value)
