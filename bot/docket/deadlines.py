"""Deadlines: previewed from an entry, adopted, confirmed by a second person, done when there is proof."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.docket.desk import Change
from bot.docket.errors import AlreadyConfirmedError, NotOpenError, OwnWorkError, ProofMissingError
from bot.law import Answer, Service
from bot.rulebook import Rulebook
from storage import law
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, deadlines_started_by, next_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A deadline whose date changed: old and new."""

    deadline: Deadline
    old: date
    new: date


def preview(
    session: Session,
    book: Rulebook,
    *,
    case: Case,
    trigger: str,
    on_date: date,
    service: str = "",
    served_on: date | None = None,
) -> tuple[Answer, ...]:
    """Return every deadline that an entry would start, saving nothing.

    Periods that run from service are counted from `served_on`, the others from `on_date`, the day of entry or filing.

    Raises:
        LawError: if the trigger or the service is unknown in that court.
    """
    return book.triggered(
        court=case.court,
        trigger=trigger,
        on=served_on or on_date,
        entered=on_date,
        service=Service(service),
        closed=tuple(law.closures_of(session, case.court)),
    )


def adopt(change: Change, *, case: Case, entry: Entry | None, answer: Answer, owner: str | None = None) -> Deadline:
    """Put a computed deadline on the docket, unconfirmed, with the whole reasoning that led to it."""
    deadline = Deadline(
        number=next_number(change.session, "D"),
        case_id=case.key,
        entry_id=entry.key if entry else None,
        title=answer.title,
        zone=change.book.court(case.court).zone,
        owner=owner,
        created_at=change.now,
        created_by=change.actor,
        changed_at=change.now,
        **_reasoning(answer),
    )
    change.keep_deadline(deadline)
    change.log(
        "deadline.adopted",
        subject=deadline.ref,
        case_id=case.key,
        title=deadline.title,
        due=deadline.due.isoformat(),
        latest=deadline.latest.isoformat(),
        standing=deadline.standing,
        rule=deadline.rule,
        version=deadline.version,
    )
    return deadline


def confirm(change: Change, *, deadline: Deadline) -> None:
    """Let a second person agree to a date.

    Raises:
        NotOpenError: if the deadline is done or moot.
        AlreadyConfirmedError: if somebody confirmed it before.
        OwnWorkError: if the same person recorded it.
    """
    _must_be_open(deadline)
    if deadline.confirmed_by:
        raise AlreadyConfirmedError(deadline.ref, deadline.confirmed_by)
    if deadline.created_by == change.actor:
        raise OwnWorkError(deadline.ref)
    deadline.confirmed_by, deadline.confirmed_at = change.actor, change.now
    change.keep_deadline(deadline)
    change.log("deadline.confirmed", subject=deadline.ref, case_id=deadline.case_id, due=deadline.due.isoformat())


def complete(change: Change, *, deadline: Deadline, proof: str, filed_by: str | None = None) -> None:
    """Close a deadline because the act was done, with the proof of it.

    Args:
        proof: a receipt number, a link or a file.
        filed_by: the Slack id of whoever filed it; the person who says so, unless told otherwise.

    Raises:
        NotOpenError: if the deadline is done or moot.
        ProofMissingError: if there is no proof.
    """
    _must_be_open(deadline)
    if not proof.strip():
        raise ProofMissingError(deadline.ref)
    deadline.status = DeadlineStatus.DONE
    deadline.done_by, deadline.done_at = change.actor, change.now
    deadline.filed_by, deadline.proof = filed_by or change.actor, proof.strip()
    deadline.sequence += 1
    change.keep_deadline(deadline)
    change.log(
        "deadline.done",
        subject=deadline.ref,
        case_id=deadline.case_id,
        proof=deadline.proof,
        filed_by=deadline.filed_by,
    )


def drop_as_moot(change: Change, *, deadline: Deadline, reason: str) -> None:
    """Close a deadline that nobody owes any more, and say why.

    Raises:
        NotOpenError: if the deadline is done or moot.
    """
    _must_be_open(deadline)
    deadline.status = DeadlineStatus.MOOT
    deadline.sequence += 1
    change.keep_deadline(deadline)
    change.log("deadline.moot", subject=deadline.ref, case_id=deadline.case_id, reason=reason)


def recompute_after(change: Change, *, entry: Entry, reason: str) -> list[Moved]:
    """Recompute the open deadlines that an entry started; a date that moved must be confirmed anew."""
    computed = [
        deadline
        for deadline in deadlines_started_by(change.session, entry.key)
        if deadline.status is DeadlineStatus.OPEN and deadline.rule
    ]
    return [moved for deadline in computed if (moved := _recompute(change, deadline, entry, reason))]


def _recompute(change: Change, deadline: Deadline, entry: Entry, reason: str) -> Moved | None:
    case = change.session.get_one(Case, deadline.case_id)
    answers = preview(
        change.session,
        change.book,
        case=case,
        trigger=entry.trigger or "",
        on_date=entry.on_date,
        service=entry.service,
        served_on=entry.served_on,
    )
    answer = next((answer for answer in answers if answer.rule == deadline.rule), None)
    if answer is None or (answer.due, answer.latest) == (deadline.due, deadline.latest):
        return None
    old, deadline.due = deadline.due, answer.due
    for name, value in _reasoning(answer).items():
        setattr(deadline, name, value)
    deadline.confirmed_by = deadline.confirmed_at = None
    deadline.sequence += 1
    change.keep_deadline(deadline)
    change.log(
        "deadline.moved",
        subject=deadline.ref,
        case_id=deadline.case_id,
        reason=reason,
        old=old.isoformat(),
        new=deadline.due.isoformat(),
    )
    return Moved(deadline=deadline, old=old, new=deadline.due)


def _reasoning(answer: Answer) -> dict[str, Any]:
    """Return the columns in which a deadline keeps the law's answer."""
    return {
        "rule": answer.rule,
        "version": answer.version,
        "citation": answer.citation,
        "condition": answer.condition or "",
        "due": answer.due,
        "due_at": answer.due_at,
        "latest": answer.latest,
        "standing": answer.standing.value,
        "explanation": answer.as_dict(),
    }


def _must_be_open(deadline: Deadline) -> None:
    if deadline.status is not DeadlineStatus.OPEN:
        raise NotOpenError(deadline.ref, deadline.status)
