"""What if: which open deadlines would move, if a question were settled, a court closed, an entry served otherwise.

Nothing is saved. The causes of these proposals are those that the real thing would have.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.following import as_changed
from bot.docket.grounds import day_ground, question_ground
from bot.docket.reviewing import review, reviews
from bot.docket.revising import Proposal, proposed
from bot.docket.teamlaw import TeamLaw, law_of
from bot.law import Settlement
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.docket import DeadlineStatus, Entry, deadlines_started_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposition:
    """A law of a court that might be.

    Args:
        closed: further days on which the court would be closed; `opened`: recorded closings that would be withdrawn.
        settled: questions that would be settled; `reopened`: settled ones that would be open again.
    """

    court: str
    closed: frozenset[date] = frozenset()
    opened: frozenset[date] = frozenset()
    settled: tuple[Settlement, ...] = ()
    reopened: frozenset[str] = frozenset()

    def applied_to(self, law: TeamLaw) -> TeamLaw:
        """Return the law as it would be."""
        questions = {settled.question for settled in self.settled} | self.reopened
        stays = tuple(settled for settled in law.settled if settled.question not in questions)
        return replace(law, closed=(law.closed | self.closed) - self.opened, settled=(*stays, *self.settled))

    @property
    def grounds(self) -> list[str]:
        """The grounds that it would shift."""
        questions = {settled.question for settled in self.settled} | self.reopened
        return [*map(day_ground, self.closed | self.opened), *map(question_ground, questions)]


def what_if(session: Session, book: Rulebook, supposed: Supposition) -> tuple[Proposal, ...]:
    """Return the open deadlines that would move if the law of a court were as supposed."""
    law = supposed.applied_to(law_of(session, book, supposed.court))
    return proposed(session, reviews(session, law, supposed.grounds))


def what_if_entry(
    session: Session,
    book: Rulebook,
    *,
    entry: Entry,
    on_date: date | None = None,
    service: str | None = None,
    served_on: date | None = None,
) -> tuple[Proposal, ...]:
    """Return the open deadlines that would move if an entry were of another day, or served otherwise."""
    starts_at = _same_hour(entry, on_date) if on_date else None
    told = {"on_date": on_date, "starts_at": starts_at, "service": service, "served_on": served_on}
    supposed = as_changed(entry, {name: fact for name, fact in told.items() if fact is not None})
    law = law_of(session, book, session.get_one(Case, entry.case_id).court)
    found = (
        review(session, law, deadline, supposed)
        for deadline in deadlines_started_by(session, entry.key)
        if deadline.status is DeadlineStatus.OPEN and deadline.rule
    )
    return proposed(session, found)


def _same_hour(entry: Entry, day: date) -> datetime | None:
    """Return the hour of an entry on another day, if its hour is known."""
    if entry.starts_at is None:
        return None
    zone = ZoneInfo(entry.zone)
    return datetime.combine(day, entry.starts_at.astimezone(zone).time(), zone)
