"""The formats, and the one way to any of them."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from bot.errors import AdQuemError
from bot.exporting.calendar import to_calendar
from bot.exporting.interchange import to_json
from bot.exporting.spreadsheet import to_csv
from bot.rulebook import Rulebook
from bot.timeline import Naming, chronology_pdf, open_files
from storage.cases import Case


class Format(StrEnum):
    """What a docket can be exported as, by the ending of the file's name."""

    CSV = "csv"
    JSON = "json"
    ICS = "ics"
    PDF = "pdf"


class NotByCodeNameError(AdQuemError):
    """JSON was asked for with code names only."""

    def __init__(self) -> None:
        super().__init__(
            "JSON is made to be imported again, so it cannot leave out what code names hide. Ask for CSV, ICS or PDF "
            "with code names instead."
        )


def export(
    session: Session,
    book: Rulebook,
    cases: Sequence[Case],
    *,
    as_a: Format,
    now: datetime,
    by: str,
    naming: Naming = Naming.CAPTION,
) -> bytes:
    """Export everything on the docket of some cases; the same docket and instant give the same bytes.

    Args:
        by: who asks: a Slack id, or words such as "the command line".

    Raises:
        NotByCodeNameError: if JSON is asked for with code names only.
    """
    if as_a is Format.PDF:
        return chronology_pdf(session, book, cases, now=now, by=by, naming=naming)
    files = open_files(session, book, cases)
    if as_a is Format.CSV:
        return to_csv(files, naming=naming)
    if as_a is Format.ICS:
        return to_calendar(files, naming=naming)
    if not naming.tells:
        raise NotByCodeNameError
    return to_json(files, now=now, naming=naming)


def file_name(cases: Sequence[Case], *, as_a: Format, now: datetime) -> str:
    """Return a name that tells no more than short ids and the day."""
    which = cases[0].ref if len(cases) == 1 else f"{len(cases)}-cases"
    return f"docket-{which}-{now:%Y-%m-%d}.{as_a}"
