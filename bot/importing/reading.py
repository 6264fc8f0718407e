"""Any file: which kind it is, and what it says."""

from datetime import datetime

from sqlmodel import Session

from bot.importing.carried import read_carried
from bot.importing.events import read_events
from bot.importing.rows import Contents, Setting, Source
from bot.importing.sheet import read_sheet
from bot.rulebook import Rulebook
from storage.cases import Case, names_of, people_of_case


def setting_of(session: Session, book: Rulebook, case: Case, *, now: datetime) -> Setting:
    """Return what a file for a case is read against."""
    return Setting(
        zone=book.court(case.court).zone,
        now=now,
        case=frozenset({case.ref.casefold(), case.docket_number.casefold(), case.alias.casefold()} - {""}),
        people=names_of(session, people_of_case(session, case.key)),
        called=tuple(filter(None, (case.caption, case.alias, case.ref))),
    )


def read_contents(content: bytes, case: Case, setting: Setting, *, source: Source | None = None) -> Contents:
    """Read a file for a case.

    Args:
        source: what kind of file it is; told from its beginning unless it is given.

    Raises:
        UnreadableFileError: if nothing of it can be read.
    """
    match source or source_of(content):
        case Source.JSON:
            return read_carried(content, case, setting)
        case Source.ICS:
            return read_events(content, setting)
        case Source.CSV:
            return read_sheet(content, setting)


def source_of(content: bytes) -> Source:
    """Return what kind of file begins like this."""
    begins = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].upper()
    if begins.startswith(b"BEGIN:VCALENDAR"):
        return Source.ICS
    return Source.JSON if begins.startswith((b"{", b"[")) else Source.CSV
