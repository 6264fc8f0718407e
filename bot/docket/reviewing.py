"""Which open deadlines rest on what is otherwise now than when they were computed, and what the law says now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlmodel import Session

from bot.docket import moving
from bot.docket.desk import Change
from bot.docket.errors import NoDateLeftError
from bot.docket.grounds import Shift, cause_of, shifted, shifts_of
from bot.docket.moving import Moved
from bot.docket.teamlaw import TeamLaw
from bot.law import Answer
from storage.docket import Deadline, Entry
from storage.law import grounds_under, open_deadlines_on, shared_grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A deadline, in what its grounds shifted, and the law's answer now (None: no rule gives it a date any more)."""

    deadline: Deadline
    entry: Entry
    law: TeamLaw
    shifts: tuple[Shift, ...]
    answer: Answer | None

    @property
    def moves(self) -> bool:
        """Whether the date would move, or has no rule any more."""
        return self.answer is None or moving.would_move(self.deadline, self.answer)

    @property
    def cause(self) -> str:
        """The name of what shifted."""
        return cause_of(self.shifts)

    @property
    def why(self) -> tuple[str, ...]:
        """What shifted, in sentences."""
        gone = f"{self.deadline.citation} no longer gives a date for {self.entry.ref}."
        return (*(shift.why for shift in self.shifts), *(() if self.answer else (gone,)))


def reviews(session: Session, law: TeamLaw, whats: Iterable[str] | None = None) -> Iterator[Review]:
    """Yield a review of each open deadline of a court that rests on what is otherwise now: on anything, or on `whats`.

    Only those are loaded and computed.
    """
    stale = shifted(law, shared_grounds(session, law.court, whats))
    found = {deadline.key: deadline for ground in stale for deadline in open_deadlines_on(session, ground)}
    for deadline in found.values():
        yield review(session, law, deadline, session.get_one(Entry, deadline.entry_id))


def review(session: Session, law: TeamLaw, deadline: Deadline, entry: Entry) -> Review:
    """Compare what a deadline's date rests on, and the date itself, with the law and the entry as they are given."""
    return Review(
        deadline=deadline,
        entry=entry,
        law=law,
        shifts=shifts_of(law, grounds_under(session, deadline.key), entry),
        answer=moving.answer_for(law, deadline, entry),
    )


def give_new_date(change: Change, found: Review) -> Moved:
    """Move a reviewed deadline to the date that the law gives now.

    Raises:
        NoDateLeftError: if it gives none.
    """
    if found.answer is None:
        raise NoDateLeftError(found.deadline.ref)
    return moving.move(
        change,
        law=found.law,
        deadline=found.deadline,
        entry=found.entry,
        answer=found.answer,
        reason=" ".join(found.why),
    )


def explain_anew(change: Change, found: Review) -> None:
    """Explain a reviewed deadline, whose date stays, by the law as it is now."""
    if found.answer is None or found.moves:
        return
    moving.restate(
        change,
        law=found.law,
        deadline=found.deadline,
        entry=found.entry,
        answer=found.answer,
        reason=" ".join(found.why),
    )
