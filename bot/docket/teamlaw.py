"""The law of a court as this team has it: the rulebook, and what the team itself recorded and settled."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.law import Answer, Closure, LawError, Service, Settlement
from bot.law.settling import QuestionKind, closed_day_of, family_question, kind_of
from bot.rulebook import Rulebook
from storage.cases import name_of
from storage.docket import Entry, EntryKind
from storage.law import Closure as RecordedClosure
from storage.law import SettledQuestion, closures_recorded, settlements_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLaw:
    """The law of one court.

    Args:
        closed: the days on which the team recorded that the court is closed.
        settled: what the team settled there.
        closures: what is known of those days: their names and sources.
    """

    book: Rulebook
    court: str
    closed: frozenset[date]
    settled: tuple[Settlement, ...]
    closures: tuple[Closure, ...] = ()

    @property
    def closings(self) -> tuple[date | Closure, ...]:
        """The days on which the court is closed, each with its name and source where they are known."""
        named = {closure.day: closure for closure in self.closures}
        return tuple(named.get(day, day) for day in sorted(self.closed))

    def reading_of(self, question: str) -> str | None:
        """Return the reading that the team settled on, of the question or its family; None while it is open."""
        return self.own_reading_of(question) or self._reading_of_families(question)

    def own_reading_of(self, question: str) -> str | None:
        """Return the reading that the team settled on for just that question."""
        return next((settled.reading for settled in self.settled if settled.question == question), None)

    def _reading_of_families(self, question: str) -> str | None:
        """Return how the families of an arguable day were settled: one that is closed closes it, all open open it."""
        if kind_of(question) is not QuestionKind.CLOSED_DAY:
            return None
        families = self.book.families_of(court=self.court, day=closed_day_of(question))
        readings = {self.own_reading_of(family_question(family)) for family in families}
        if "closed" in readings:
            return "closed"
        return "open" if readings == {"open"} else None

    def follows(
        self, *, trigger: str, on_date: date | datetime, service: str = "", served_on: date | None = None
    ) -> tuple[Answer, ...]:
        """Return every deadline that an entry starts.

        Periods that run from service are counted from `served_on`, the others from `on_date`.

        Raises:
            LawError: if the trigger or the service is unknown in that court.
        """
        return self.book.triggered(
            court=self.court,
            trigger=trigger,
            on=served_on or on_date,
            entered=on_date,
            service=Service(service),
            closed=self.closings,
            settled=self.settled,
        )

    def follows_from(self, entry: Entry) -> tuple[Answer, ...]:
        """Return every deadline that an entry starts, as it stands on the docket."""
        return self.follows(
            trigger=entry.trigger or "", on_date=_start_of(entry), service=entry.service, served_on=entry.served_on
        )


def _start_of(entry: Entry) -> date | datetime:
    """Return the day that periods run from; the instant, where an entry that is no hearing has one."""
    if entry.starts_at is None or entry.kind is EntryKind.HEARING:
        return entry.on_date
    return entry.starts_at.astimezone(ZoneInfo(entry.zone))


def law_of(session: Session, book: Rulebook, court: str) -> TeamLaw:
    """Return the law of a court as the team has it now.

    What was settled about a question that the rulebook no longer puts is left out, so that it counts as open.
    """
    zone = ZoneInfo(book.court(court).zone)
    recorded = closures_recorded(session, court)
    return TeamLaw(
        book=book,
        court=court,
        closed=frozenset(closure.day for closure in recorded),
        closures=tuple(_closure(session, one) for one in recorded),
        settled=tuple(_settlement(session, settled, zone) for settled in _understood(session, book, court)),
    )


def _closure(session: Session, recorded: RecordedClosure) -> Closure:
    """Return a recorded closing as explanations name it: with who says so, and who wrote that down."""
    by = name_of(session, recorded.recorded_by)
    return Closure(day=recorded.day, name=recorded.name, source=f"{recorded.source}, noted by {by}")


def _understood(session: Session, book: Rulebook, court: str) -> Iterator[SettledQuestion]:
    for settled in settlements_of(session, court):
        with suppress(LawError):
            if settled.reading in book.question(settled.question).readings:
                yield settled


def _settlement(session: Session, settled: SettledQuestion, zone: ZoneInfo) -> Settlement:
    return Settlement(
        question=settled.question,
        reading=settled.reading,
        by=name_of(session, settled.settled_by),
        on=settled.settled_at.astimezone(zone).date(),
        reason=settled.reason,
    )
