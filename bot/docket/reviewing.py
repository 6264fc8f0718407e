"""Which open deadlines rest on what is otherwise now than when they were computed, and what the law says now."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.docket import moving
from bot.docket.desk import Change
from bot.docket.errors import NoDateLeftError
from bot.docket.grounds import Shift, cause_of, shifted, shifts_of, state_of
from bot.docket.moving import Moved
from bot.docket.reasoning import service_told, start_of
from bot.docket.teamlaw import TeamLaw
from bot.law import Answer, LawError, Service
from storage.docket import ENDED, Deadline, Entry
from storage.law import (
    ENTRY_GROUND,
    computed_without_grounds,
    grounds_under,
    open_deadlines_on,
    shared_grounds,
    started_by_changed_entries,
)


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
        """The name of what shifted; where nobody wrote down what a date rests on, of the date that it would have."""
        return cause_of(self.shifts or (Shift(what="date", was=str(self.deadline.due_at), now=str(self.new_due_at)),))

    @property
    def new_due_at(self) -> datetime | None:
        """The instant that the law gives now; None if it gives none."""
        return self.answer.due_at if self.answer else None

    @property
    def why(self) -> tuple[str, ...]:
        """What shifted, in sentences."""
        if self.answer is None:
            of = self.entry.ref if self.deadline.entry_id else self.deadline.ref
            return (*self._shifted, f"{self.deadline.citation} no longer gives a date for {of}.")
        return self._shifted or (f"{self.deadline.citation} gives another date than when it was computed.",)

    @property
    def _shifted(self) -> tuple[str, ...]:
        return tuple(shift.why for shift in self.shifts)


def reviews(
    session: Session, law: TeamLaw, whats: Iterable[str] | None = None, *, cases: Collection[int] | None = None
) -> Iterator[Review]:
    """Yield a review of each open deadline of a court that rests on what is otherwise now: on anything, or on `whats`.

    Only those are loaded and computed. What a court fixed rests on its order, and is never reviewed.

    Args:
        cases: those whose deadlines are looked at; all of the court's, unless given.
    """
    stale = shifted(law, shared_grounds(session, law.court, whats))
    found = {deadline.key: deadline for ground in stale for deadline in open_deadlines_on(session, ground, cases=cases)}
    if whats is None:
        found |= {deadline.key: deadline for deadline in _left_behind(session, law, cases)}
    alone = computed_without_grounds(session, law.court, cases=cases)
    found |= {deadline.key: deadline for deadline in alone if deadline.explanation}
    for deadline in found.values():
        yield review(session, law, deadline, start_of(session, deadline))


def review(session: Session, law: TeamLaw, deadline: Deadline, entry: Entry) -> Review:
    """Compare what a deadline's date rests on, and the date itself, with the law and the entry as they are given."""
    return Review(
        deadline=deadline,
        entry=entry,
        law=law,
        shifts=shifts_of(law, grounds_under(session, deadline.key), entry),
        answer=_answer(law, deadline, entry),
    )


def review_if_shifted(session: Session, law: TeamLaw, deadline: Deadline) -> Review | None:
    """Review one deadline if anything that it rests on is otherwise now; without that, nothing is computed."""
    grounds, entry = grounds_under(session, deadline.key), start_of(session, deadline)
    if grounds and entry.status not in ENDED and not shifts_of(law, grounds, entry):
        return None
    return review(session, law, deadline, entry)


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


def _left_behind(session: Session, law: TeamLaw, cases: Collection[int] | None) -> Iterator[Deadline]:
    """Yield the deadlines whose entry stands no more or says otherwise now, and that did not follow it."""
    for deadline, entry, was in started_by_changed_entries(session, law.court, cases=cases):
        if entry.status in ENDED or state_of(law, ENTRY_GROUND, entry) != was:
            yield deadline


def _answer(law: TeamLaw, deadline: Deadline, entry: Entry) -> Answer | None:
    """Return what the law says now of a deadline; None if no rule gives it a date any more."""
    if entry.status in ENDED:
        return None
    return moving.answer_for(law, deadline, entry) if deadline.entry_id else _answer_alone(law, deadline)


def _answer_alone(law: TeamLaw, deadline: Deadline) -> Answer | None:
    """Return what the law says now of a deadline that no entry started."""
    told = Answer.from_dict(deadline.explanation)
    try:
        return law.book.compute(
            rule=deadline.rule or "",
            court=law.court,
            on=told.trigger_on,
            service=Service(service_told(told)),
            closed=law.closed,
            settled=law.settled,
        )
    except LawError:
        return None
