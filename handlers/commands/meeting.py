"""What somebody meets with what they record or move: shown before it is saved and told after, for their eyes alone."""

import hashlib
from collections.abc import Collection, Iterable, Sequence

from sqlmodel import Session

from bot.docket.conflicts import (
    Conflict,
    Owed,
    conflicts_with_entry,
    conflicts_with_owed,
    conflicts_with_sitting,
    owed_of,
)
from bot.docket.sight import visible_cases
from bot.docket.sittings import Sitting, sitting_to_be
from bot.errors import AdQuemError
from bot.law import Answer
from handlers import phrases
from handlers.commands.drafted import starts_at_of
from handlers.requests import Request
from handlers.views.recording import Draft
from storage.cases import Case
from storage.docket import Deadline, Entry, EntryKind


class UnshownConflictError(AdQuemError):
    """Something would be in conflict with what the form did not show: with all of `found`."""

    def __init__(self, found: tuple[Conflict, ...]) -> None:
        super().__init__(phrases.CONFLICT_NOT_SAVED)
        self.found = found


def met_by_rows(
    session: Session, request: Request, *, entry: Entry | None = None, deadlines: Iterable[Deadline] = ()
) -> tuple[Conflict, ...]:
    """Return what an entry and some deadlines meet, as they are or would be; an entry only if it is a hearing."""
    cases, book = visible_cases(session, request.who), request.desk.book
    of_entry = conflicts_with_entry(session, book, entry=entry, cases=cases) if entry else ()
    return (*of_entry, *conflicts_with_owed(session, book, owed=owed_of(deadlines), cases=cases))


def met_by_draft(
    session: Session, request: Request, case: Case, draft: Draft, answers: Iterable[Answer], *, owner: str | None
) -> tuple[Conflict, ...]:
    """Return what an entry that is being recorded would meet, with the deadlines that are to follow from it."""
    sitting = _sitting_of(request, case, draft)
    cases, book = visible_cases(session, request.who), request.desk.book
    of_sitting = conflicts_with_sitting(session, book, sitting=sitting, cases=cases) if sitting else ()
    return (*of_sitting, *met_by_answers(session, request, answers, owner=owner))


def met_by_answers(
    session: Session, request: Request, answers: Iterable[Answer], *, owner: str | None
) -> tuple[Conflict, ...]:
    """Return what deadlines that the rules give would meet if somebody owed them; nothing, if nobody is to."""
    if not owner:
        return ()
    owed = [Owed(owner=owner, due=answer.due, due_at=answer.due_at) for answer in answers]
    return met_by_owed(session, request, owed)


def met_by_owed(session: Session, request: Request, owed: Sequence[Owed]) -> tuple[Conflict, ...]:
    """Return what deadlines would meet that are on no docket yet."""
    cases = visible_cases(session, request.who)
    return conflicts_with_owed(session, request.desk.book, owed=owed, cases=cases)


def as_moved(deadline: Deadline, answer: Answer) -> Deadline:
    """Return a copy of a deadline with the date that an answer gives, which stands on no docket."""
    return Deadline(**{**deadline.model_dump(), "due": answer.due, "due_at": answer.due_at})


def marks_of(found: Iterable[Conflict]) -> tuple[str, ...]:
    """Return what a form carries of the conflicts that it showed."""
    return tuple(hashlib.sha256(conflict.sort.encode()).hexdigest()[:8] for conflict in found)


def must_be_shown(found: tuple[Conflict, ...], shown: Collection[str]) -> None:
    """Refuse to save from a form what is in conflict with more than the form showed.

    Raises:
        UnshownConflictError: if it is.
    """
    if not set(marks_of(found)) <= set(shown):
        raise UnshownConflictError(found)


def _sitting_of(request: Request, case: Case, draft: Draft) -> Sitting | None:
    """Return the hearing that is being recorded in time and place; None if it is none."""
    starts_at = starts_at_of(request, case, draft) if draft.kind is EntryKind.HEARING else None
    if starts_at is None:
        return None
    court = request.desk.book.court(case.court)
    return sitting_to_be(
        case_id=case.key, starts_at=starts_at, zone=court.zone, country=court.country, person=draft.owner
    )
