"""iCalendar: the same events that feeds are made of, in one file."""

from collections.abc import Iterator, Sequence

from bot.calendars.events import details_of, write
from bot.calendars.rendering import render
from bot.calendars.text import one_line
from bot.timeline import CaseFile, Naming
from storage.calendars import Detail
from storage.cases import Case


def to_calendar(files: Sequence[CaseFile], *, naming: Naming) -> bytes:
    """Write a calendar file: hearings, rulings, orders and deadlines, whatever has a day and a place on a calendar."""
    name = one_line("Ad Quem: " + ", ".join(naming.case(file) for file in files))
    return render(name, [event for file in files for event in _events(file, naming)]).plain


def _events(file: CaseFile, naming: Naming) -> Iterator[tuple[str | None, bytes]]:
    detail = Detail.FULL if naming.tells else Detail.ALIAS
    case = Case(**{**file.case.model_dump(), "caption": naming.case(file)})
    for row in file.rows:
        if detail in details_of(row):
            written = write(row, case=case, court=file.court.name, detail=detail)
            yield written.when.zone, written.body
