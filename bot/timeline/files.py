"""What the docket holds of each case, read at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from bot.law import Court
from bot.rulebook import Rulebook
from storage.cases import Case, Person
from storage.docket import Deadline, Entry, deadlines_of, entries_of
from storage.log import AuditEntry


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


def names_of(session: Session, people: Iterable[str | None]) -> dict[str, str]:
    """Return how some people are called; those whom Slack never named are called by their ids."""
    wanted = {person for person in people if person}
    known = session.exec(select(Person).where(col(Person.slack_id).in_(wanted)))
    return {person: person for person in wanted} | {person.slack_id: person.name for person in known}


def last_seal(session: Session) -> str:
    """Return the seal of the log's last line, which stands for every line before it; nothing, if there is none."""
    lines = select(AuditEntry.seal).order_by(col(AuditEntry.id).desc()).limit(1)
    return session.exec(lines).first() or ""


def _opened(session: Session, book: Rulebook, case: Case, since: date | None, until: date | None) -> CaseFile:
    entries: Sequence[Entry] = entries_of(session, [case.key], since=since, until=until)
    deadlines = deadlines_of(session, [case.key], status=None, since=since, until=until)
    return CaseFile(case=case, court=book.court(case.court), entries=tuple(entries), deadlines=tuple(deadlines))
