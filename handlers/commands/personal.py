"""What somebody chooses for themselves: `/docket language` and `/docket away`."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sqlmodel import Session

from bot.docket import absences, choices, choosing
from bot.docket.conflicts import Conflict, conflicts_of
from bot.docket.sight import Viewer, visible_cases
from handlers import phrases
from handlers.commands.command import Handle
from handlers.conflicts import conflict_lines
from handlers.facts import today_at
from handlers.reading import first_word, picked_day, read_day, take_day
from handlers.replies import FieldError, Reply
from handlers.requests import Request
from handlers.views.blocks import plainly
from handlers.views.settings_forms import NOTE_LENGTH, absence_form, absences_message, language_question
from handlers.views.text import long_date
from storage.cases import language_of, zone_of_person
from storage.settings import Absence, absences_of

_UNTIL = re.compile(r"\s+(?:to|until|till|through|[-\u2013\u2014])\s+", re.IGNORECASE)
_DAY = timedelta(days=1)
"""Elsewhere on Earth it is another day already, or still."""
_TAKE_BACK = frozenset({"withdraw", "remove", "delete", "cancel", "end", "back", "undo"})


def language(request: Request) -> Reply:
    """Choose the language in which whoever asks is answered; show the choice if none is named."""
    word, _ = first_word(request.text)
    if not word:
        with request.desk.look() as session:
            return Reply(message=language_question(language_of(session, request.who.person_id)))
    code = choices.read_language(word)
    with request.change() as change:
        choosing.speak(change, language=code)
    with phrases.spoken_in(code):
        return Reply(message=plainly(phrases.LANGUAGE_CHOSEN), home=True)


def days_away(request: Request) -> Reply:
    """List the days on which whoever asks is away, record more of them, or take some back."""
    word, rest = first_word(request.text)
    verb = word.casefold()
    if verb in ("", "list"):
        return _list(request)
    if verb in _TAKE_BACK:
        return _back(request, rest)
    return _typed(request.rest(rest) if verb in ("add", "from") else request)


def open_form(request: Request) -> Reply:
    """Open the form that records days away."""
    with request.desk.look() as session:
        today = _today(session, request)
    return Reply(view=absence_form(today, memo=request.memo_of()))


def submitted(request: Request) -> Reply:
    """Record days away from the form."""
    first, last = (picked_day(request, name) for name in ("first", "last"))
    try:
        return _record(request, first, last, note=request.fields.get("note") or "")
    except (absences.WrongWayRoundError, absences.TooLongAwayError, absences.AwayIsOverError) as error:
        raise FieldError("last", str(error)) from None


def _list(request: Request) -> Reply:
    with request.desk.look() as session:
        found = absences_of(session, [request.who.person_id], since=_today(session, request))
    return Reply(message=absences_message(found))


def _typed(request: Request) -> Reply:
    """Record days away from one line: a day, "to" another, and a note."""
    with request.desk.look() as session:
        zone = zone_of_person(session, request.who.person_id)
    between = _UNTIL.search(request.text)
    if between is None:
        only = take_day(request, zone=zone, is_closed=_never)
        return _record(request, only.when, only.when, note=only.rest)
    first = read_day(request.text[: between.start()], now=request.desk.clock.now(), zone=zone)
    last = take_day(request.rest(request.text[between.end() :]), zone=zone, is_closed=_never)
    return _record(request, first, last.when, note=last.rest)


def _record(request: Request, first: date, last: date, *, note: str) -> Reply:
    with request.change() as change:
        today = _today(change.session, request)
        absence = absences.be_away(change, first=first, last=last, today=today, note=note[:NOTE_LENGTH])
        missed = conflict_lines(_missed(change.session, request, absence))
    return _told(phrases.AWAY_RECORDED, absence, *missed)


def _missed(session: Session, request: Request, absence: Absence) -> Iterator[Conflict]:
    """Return what falls into an absence: hearings at which whoever is away appears, deadlines that they owe."""
    around = {"since": absence.first_day - _DAY, "until": absence.last_day + _DAY}
    mine = (absence.person_id, absence.first_day, absence.last_day)
    found = conflicts_of(
        session, request.desk.book, cases=visible_cases(session, Viewer(person_id=request.who.person_id)), **around
    )
    return (each for each in found if (each.person, each.since, each.until) == mine)


def _back(request: Request, said: str) -> Reply:
    if not said:
        return Reply(message=plainly(phrases.AWAY_SAY_WHICH))
    with request.change() as change:
        absence = absences.find_absence(change.session, request.who.person_id, first_word(said)[0])
        absences.be_back(change, absence=absence)
    return _told(phrases.AWAY_ENDED, absence)


def _told(sentence: str, absence: Absence, *more: str) -> Reply:
    first, last = long_date(absence.first_day), long_date(absence.last_day)
    return Reply(message=plainly("\n".join([sentence.format(first=first, last=last, number=absence.key), *more])))


def _today(session: Session, request: Request) -> date:
    return today_at(request.desk, zone_of_person(session, request.who.person_id))


def _never(day: date) -> bool:  # noqa: ARG001 -- one is away on holidays, too
    return False


ACTIONS: dict[str, Handle] = {"away.open": open_form}
"""What its button does."""

SUBMISSIONS: dict[str, Handle] = {"away.save": submitted}
"""What its form does when it is submitted."""
