"""The short ids in examples: those of this channel, or such as do not exist, so that a pasted example harms nobody."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlmodel import Session

from bot.docket.sight import cases_here
from bot.errors import AdQuemError
from bot.when.lexicon import MONTHS
from handlers import facts, phrases
from handlers.reading import first_word
from handlers.requests import Request
from storage.cases import Case
from storage.docket import Deadline, Entry, EntryKind, Serial
from storage.owed import last_closed
from storage.spots import deadline_spots, entry_spots

_SATURDAY = 5
_RULES = {"US": "FRCP 72(a)", "KH": "CCP 303"}
"""A rule that lawyers of a country know."""


class WhichOneError(AdQuemError):
    """A verb was typed without saying what it is about; the sentence names one that could be meant.

    Args:
        subject: what was asked for, as `subjects` names it.
    """

    def __init__(self, request: Request, subject: str) -> None:
        with request.desk.look() as session:
            example = subjects(session, request)[subject]
        command, _, verb = request.line.strip().partition(" ")
        super().__init__(
            phrases.WHICH_SUBJECT.format(example=f"`{command} {verb.split(' ')[0]} {example}`", command=command)
        )


def ref_and_rest(request: Request, subject: str = "") -> tuple[str, str]:
    """Return the short id that was typed, and what stands behind it.

    Args:
        request: what was typed.
        subject: what it is about, as `subjects` names it; what the command is called after, unless told otherwise.

    Raises:
        WhichOneError: if none was typed.
    """
    ref, rest = first_word(request.text)
    if not ref:
        raise WhichOneError(request, subject or request.line.split(" ", 1)[0].lstrip("/"))
    return ref, rest


def subjects(session: Session, request: Request) -> dict[str, str]:
    """Return what examples speak of: what comes next here, or else the next free ids; and days near today."""
    cases = cases_here(session, request.who)
    today = facts.first_today(request.desk, cases)
    hearings = [spot for spot in entry_spots(session, cases, kind=EntryKind.HEARING) if spot.stands]
    coming = next((spot for spot in hearings if spot.day >= today), None)
    past = next((spot for spot in reversed(hearings) if spot.day < today), coming)
    deadline = next(iter(deadline_spots(session, cases, span=slice(0, 1))), None)
    return {
        "hearing": session.get_one(Entry, coming.key).ref if coming else _unused(session, "H"),
        "heard": session.get_one(Entry, past.key).ref if past else _unused(session, "H"),
        "case": cases[0].ref if cases else "C1",
        "rule": _RULES[request.desk.book.court(cases[0].court).country if cases else "US"],
        "order": _newest(session, cases, EntryKind.ORDER),
        "ruling": _newest(session, cases, EntryKind.RULING),
        "deadline": session.get_one(Deadline, deadline.key).ref if deadline else _unused(session, "D"),
        "closed": _last_closed(session, cases),
        **_days_around(today),
    }


def _days_around(today: date) -> dict[str, str]:
    """Return days on which something could have been served, be snoozed to or be heard, and the years around."""
    return {
        "recent": _in_words(_working_day(today - timedelta(days=3), step=-1)),
        "soon": _in_words(_working_day(today + timedelta(days=2), step=1)),
        "coming": _in_words(_working_day(today + timedelta(days=28), step=1)),
        "last_year": str(today.year - 1),
        "this_year": str(today.year),
        "next_year": str(today.year + 1),
    }


def _working_day(day: date, *, step: int) -> date:
    """Return a day from Monday to Friday: this one, or the nearest in a direction."""
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=step)
    return day


def _in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _last_closed(session: Session, cases: Sequence[Case]) -> str:
    """Return the deadline that was closed last, for examples of opening one again."""
    closed = last_closed(session, [case.key for case in cases])
    return closed.ref if closed else _unused(session, "D")


def _newest(session: Session, cases: Sequence[Case], kind: EntryKind) -> str:
    spots = entry_spots(session, cases, kind=kind)
    return session.get_one(Entry, spots[-1].key).ref if spots else _unused(session, kind.letter)


def _unused(session: Session, letter: str) -> str:
    serial = session.get(Serial, letter)
    return f"{letter}{serial.last + 1 if serial else 1}"
