"""The short ids in examples: those of this channel, or such as do not exist, so that a pasted example harms nobody."""

from sqlmodel import Session

from bot.docket.sight import cases_here
from handlers import facts
from handlers.requests import Request
from handlers.spots import deadline_spots, entry_spots
from storage.docket import Deadline, Entry, EntryKind, Serial


def subjects(session: Session, request: Request) -> dict[str, str]:
    """Return the hearing and the deadline that examples speak of: the next ones here, or the next free ids."""
    cases = cases_here(session, request.who)
    today = facts.first_today(request.desk, cases)
    hearings = (spot for spot in entry_spots(session, cases, kind=EntryKind.HEARING, since=today) if spot.stands)
    hearing = next(hearings, None)
    deadline = next(iter(deadline_spots(session, cases, span=slice(0, 1))), None)
    return {
        "hearing": session.get_one(Entry, hearing.key).ref if hearing else _unused(session, "H"),
        "deadline": session.get_one(Deadline, deadline.key).ref if deadline else _unused(session, "D"),
    }


def _unused(session: Session, letter: str) -> str:
    serial = session.get(Serial, letter)
    return f"{letter}{serial.last + 1 if serial else 1}"
