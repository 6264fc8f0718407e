"""Reading what is typed about deadlines: when one is due, what a rule is counted from, how something was served."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.errors import AdQuemError
from bot.law import LawError, Service
from bot.when import Ask, Past, ReadDate, ReadMoment, Refuse, read
from handlers import facts, phrases
from handlers.reading import UnreadableDateError, picked_day, picked_moment, take_court_day, take_moment, unquoted
from handlers.replies import Question, Reply
from handlers.requests import Request
from handlers.views.blocks import actions, button, message, section
from handlers.views.lists import Continuation
from handlers.views.text import echoed, long_date, said
from storage.cases import Case
from storage.law import closures_of

_RULE = re.compile(r"(?P<rule>.+?),? (?:counted )?from (?P<start>.+)", re.IGNORECASE)
_BEGINS_LIKE_A_DATE = re.compile(
    r"(?:in|on|by|next|this|tomorrow|today|noon|mon|tue|wed|thu|fri|sat|sun"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_SERVICE = re.compile(r",? (?:served )?by (?P<service>\w+)$", re.IGNORECASE)
_SERVICES = {
    **{service.value: service for service in Service if service.value},
    "post": Service.MAIL,
    "email": Service.CONSENT,
    "hand": Service.PERSONAL,
    "courier": Service.CONSENT,
}


class UnknownServiceError(AdQuemError):
    """Something was served in a way that the rules do not know."""

    def __init__(self, word: str) -> None:
        known = ", ".join(service.value for service in Service if service.value)
        super().__init__(phrases.UNKNOWN_SERVICE.format(said=echoed(word, 40), known=known))


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When something is due: a day in the court's zone and, if an hour was said, the instant at which it ends."""

    day: date
    at: datetime | None = None
    rest: str = ""
    note: str = ""


def take_due(request: Request, case: Case) -> Due:
    """Read the day, and the hour if there is one, that the rest of a command begins with.

    Raises:
        UnreadableDateError: if it does not begin with a day.
        Question: if that can be read in several ways, or has passed.
    """
    zone = request.desk.book.court(case.court).zone
    try:
        moment = take_moment(request, zone=zone)
    except UnreadableDateError:
        return _take_day(request, case)
    day = moment.when.astimezone(ZoneInfo(zone)).date()
    return Due(day=day, at=moment.when, rest=moment.rest, note=moment.note)


def picked_due(request: Request, zone: str) -> Due:
    """Return the day, and the hour if there is one, that were picked in a form."""
    day, time = picked_day(request, "day"), request.fields.get("time")
    at = picked_moment(request, day=day.isoformat(), time=time, zone=zone) if time else None
    return Due(day=day, at=at)


def remarks(session: Session, request: Request, case: Case, due: Due) -> list[str]:
    """Return what is odd about a date: it has passed, the court is closed, something was assumed when it was read."""
    notes = [phrases.ASSUMED.format(note=said(due.note))] if due.note else []
    if _has_passed(request, case, due) and not request.settled:
        notes.append(phrases.DEADLINE_IS_PAST.format(day=long_date(due.day)))
    if why := facts.why_closed_on(session, request.desk.book, case, due.day):
        closed = tuple(closures_of(session, case.court))
        before = request.desk.book.last_open_day_before(court=case.court, day=due.day, closed=closed)
        notes.append(
            phrases.DEADLINE_ON_CLOSED_DAY.format(day=long_date(due.day), why=said(why), open=long_date(before))
        )
    return notes


def named_rule(request: Request, case: Case, text: str) -> tuple[str, str] | None:
    """Return a rule's name and what stands behind its "from": "FRCP 72(a) from 4 May 2018 by mail".

    Returns None if no rule is named, which may be because a date is, with a title in which "from" stands.

    Raises:
        LawError: if there is no such rule, or several, and the text does not begin like a date.
    """
    found = _RULE.fullmatch(text.strip())
    if not found:
        return None
    name = unquoted(found["rule"])
    try:
        request.desk.book.rule(name, court=case.court)
    except LawError:
        if name[:1].isascii() and name[:1].isalpha() and not _BEGINS_LIKE_A_DATE.match(name):
            raise
        return None
    return name, found["start"]


def start_and_service(text: str) -> tuple[str, Service | None]:
    """Return a text without "by mail" at its end, and how something was served; None if that is not said.

    Raises:
        UnknownServiceError: if it was served in a way that nobody knows.
    """
    found = _SERVICE.search(f" {text}")
    if not found:
        return text.strip(), None
    word = found["service"].casefold()
    if word not in _SERVICES:
        raise UnknownServiceError(word)
    return f" {text}"[: found.start()].strip(), _SERVICES[word]


def read_start(request: Request, text: str, zone: str) -> date | datetime:
    """Return the day, or the instant on the court's clock, that a period is counted from.

    Raises:
        UnreadableDateError: if it is neither, or can mean several.
    """
    reading = read(text, now=request.desk.clock.now(), zone=zone, past=Past.ALLOW)
    if isinstance(reading, ReadMoment):
        return reading.value.astimezone(ZoneInfo(zone))
    if isinstance(reading, Ask):
        raise UnreadableDateError(phrases.TYPE_THE_DAY.format(question=reading.question))
    if isinstance(reading, Refuse):
        raise UnreadableDateError(reading.sentence)
    assert isinstance(reading, ReadDate)  # noqa: S101 -- nothing else is left
    return reading.value


def _take_day(request: Request, case: Case) -> Due:
    taken = take_court_day(request, case.court)
    due = Due(day=taken.when, rest=taken.rest, note=taken.note)
    if _has_passed(request, case, due) and not request.settled:
        _ask_about_the_past(request, due)
    return due


def _has_passed(request: Request, case: Case, due: Due) -> bool:
    if due.at:
        return due.at < request.desk.clock.now()
    return due.day < facts.today_at(request.desk, request.desk.book.court(case.court).zone)


def _ask_about_the_past(request: Request, due: Due) -> None:
    """Ask before something is recorded that is overdue at once; a command too long for a button is remarked on."""
    going_on = Continuation(line=request.line, receipt=request.receipt, settled=True)
    if not going_on.fits:
        return
    leave = Continuation(line="/deadline list", receipt=request.receipt)
    raise Question(
        Reply(
            message=message(
                section(phrases.DEADLINE_IS_PAST_ASK.format(day=long_date(due.day))),
                actions(
                    button(phrases.DEADLINE_LEAVE_IT, "command.run.leave", leave.value),
                    button(phrases.DEADLINE_RECORD_IT, "command.run.settled", going_on.value),
                ),
            )
        )
    )
