"""One moment of the docket, for all that is said in one breath: what was read once is not read again."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlmodel import Session

from bot.law import Court
from bot.reminders.steps import OpenDays
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.docket import Deadline, Entry
from storage.law import closures_of
from storage.reminded import reminded_of

Given = ParamSpec("Given")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the docket says at one moment.

    Args:
        things: what some reminders are about, by short id.
    """

    session: Session
    book: Rulebook
    now: datetime
    things: Mapping[str, Deadline | Entry]
    _read: dict[Any, Any] = field(default_factory=dict)

    def once(
        self, find: Callable[Concatenate[Session, Given], Found], *given: Given.args, **named: Given.kwargs
    ) -> Found:
        """Return what a query finds; asked again, what it found the first time."""
        key = (find, given, *named.items())
        if key not in self._read:
            self._read[key] = find(self.session, *given, **named)
        found: Found = self._read[key]
        return found

    def case(self, case_id: int) -> Case:
        """Return a case."""
        return self.once(_case, case_id)

    def court(self, case_id: int) -> Court:
        """Return the court of a case."""
        return self.book.court(self.case(case_id).court)

    def days(self, court: str) -> OpenDays:
        """Return the open days of a court."""
        return OpenDays(book=self.book, court=court, closures=self.once(_closures, court))


def page_about(session: Session, book: Rulebook, subjects: Collection[str], *, now: datetime) -> Page:
    """Open the docket where it speaks of some subjects."""
    return Page(session=session, book=book, now=now, things=reminded_of(session, subjects))


def _case(session: Session, case_id: int) -> Case:
    return session.get_one(Case, case_id)


def _closures(session: Session, court: str) -> frozenset[Any]:
    return frozenset(closures_of(session, court))
