"""One event as a file: handed over at once, or from an address that works once within the hour."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot.calendars.errors import AddressTooLongError, NotOnCalendarsError
from bot.calendars.feeds import LONGEST_ADDRESS, hash_of
from bot.calendars.rendering import render
from bot.docket.desk import Change
from bot.docket.sight import Viewer, find_deadline, find_entry
from storage.calendars import CalendarEvent, Detail, event_of
from storage.docket import Deadline, Entry
from storage.fetches import EventTicket

LASTS = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """The one chance to read the token of an address that works once."""

    token: str

    def __repr__(self) -> str:
        return "Ticket(token=…)"

    def address(self, base_url: str) -> str:
        """Return the address below the public URL.

        Raises:
            AddressTooLongError: if some programs would silently refuse it.
        """
        address = f"{base_url.rstrip('/')}/feeds/once/{self.token}.ics"
        if len(address) > LONGEST_ADDRESS:
            raise AddressTooLongError(len(address), LONGEST_ADDRESS)
        return address


def find_row(session: Session, viewer: Viewer, ref: str) -> Entry | Deadline:
    """Return the visible entry or deadline with that short id.

    Raises:
        NotOnTheDocketError: if there is none, or none that the person may see.
    """
    find = find_deadline if ref.strip()[:1].upper() == "D" else find_entry
    return find(session, viewer, ref)


def file_of(session: Session, row: Entry | Deadline) -> bytes:
    """Return the event of an entry or a deadline as a file, in full.

    Raises:
        NotOnCalendarsError: if such a thing is not on calendars.
    """
    event = event_of(session, row.ref, Detail.FULL)
    if event is None:
        raise NotOnCalendarsError(row.ref)
    return as_file(event)


def as_file(event: CalendarEvent) -> bytes:
    """Return one event as a file that programs put into a calendar of theirs."""
    return render("", [(event.zone, event.body)]).plain


def hand_out(change: Change, *, row: Entry | Deadline) -> Ticket:
    """Give whoever asks an address that hands out this event once, within the hour; the log keeps who took it."""
    token = secrets.token_urlsafe(32)
    change.session.add(
        EventTicket(token_hash=hash_of(token), person_id=change.actor, subject=row.ref, expires_at=change.now + LASTS)
    )
    change.session.flush()
    change.log("calendar.event_taken", subject=row.ref, case_id=row.case_id)
    return Ticket(token=token)
