"""What the docket holds of each case, read at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.law import Court
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.docket import Deadline, Entry, deadlines_of, entries_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A case with everything on its docket, the earliest first."""

    case: Case
    court: Court
    entries: tuple[Entry, ...]
    deadlines: tuple[Deadline, ...]

    @property
    def rows(self) -> tuple[Entry | Deadline, ...]:
        """Return its entries, then its deadlines."""
        return (*self.entries, *self.deadlines)


def open_files(
    session: Session,
    book: Rulebook,
    cases: Iterable[Case],
    *,
    since: date | None = None,
    until: date | None = None,
) -> tuple[CaseFile, ...]:
    """Return what the docket holds of some cases, in the order given; of a range of days, if one is given."""
    return tuple(_opened(session, book, case, since, until) for case in cases)


def _opened(session: Session, book: Rulebook, case: Case, since: date | None, until: date | None) -> CaseFile:
    entries: Sequence[Entry] = entries_of(session, [case.key], since=since, until=until)
    deadlines = deadlines_of(session, [case.key], status=None, since=since, until=until)
    return CaseFile(case=case, court=book.court(case.court), entries=tuple(entries), deadlines=tuple(deadlines))
