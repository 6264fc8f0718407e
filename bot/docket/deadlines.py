"""Deadlines: previewed from an entry, adopted, confirmed by a second person, done when there is proof."""

from datetime import date, datetime

from sqlmodel import Session

from bot.docket.desk import Change
from bot.docket.errors import AlreadyConfirmedError, NotOpenError, OtherDateError, OwnWorkError, ProofMissingError
from bot.docket.reasoning import columns_of, write_down_grounds
from bot.docket.teamlaw import law_of
from bot.law import Answer, long_date
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, next_number


def preview(
    session: Session,
    book: Rulebook,
    *,
    case: Case,
    trigger: str,
    on_date: date | datetime,
    service: str = "",
    served_on: date | None = None,
) -> tuple[Answer, ...]:
    """Return every deadline that an entry would start, saving nothing.

    Periods that run from service are counted from `served_on`, the others from `on_date`, the day of entry or filing,
    or the aware instant of it, which periods in hours need.

    Raises:
        LawError: if the trigger or the service is unknown in that court.
    """
    law = law_of(session, book, case.court)
    return law.follows(trigger=trigger, on_date=on_date, service=service, served_on=served_on)


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
        **columns_of(answer),
    )
    change.keep_deadline(deadline)
    if entry:
        write_down_grounds(change, law_of(change.session, change.book, case.court), deadline, entry, answer)
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


def confirm(change: Change, *, deadline: Deadline, computed: date | None = None) -> None:
    """Let a second person agree to a date.

    Args:
        computed: the date that this person computed independently, if they did.

    Raises:
        NotOpenError: if the deadline is done or moot.
        AlreadyConfirmedError: if somebody confirmed it before.
        OwnWorkError: if the same person recorded it.
        OtherDateError: if they computed another date.
    """
    must_be_open(deadline)
    if deadline.confirmed_by:
        raise AlreadyConfirmedError(deadline.ref, deadline.confirmed_by)
    if deadline.created_by == change.actor:
        raise OwnWorkError(deadline.ref)
    if computed is not None and computed != deadline.due:
        raise OtherDateError(deadline.ref, long_date(deadline.due), long_date(computed))
    deadline.confirmed_by, deadline.confirmed_at = change.actor, change.now
    change.keep_deadline(deadline)
    change.log(
        "deadline.confirmed",
        subject=deadline.ref,
        case_id=deadline.case_id,
        due=deadline.due.isoformat(),
        computed=computed.isoformat() if computed else None,
    )


def complete(change: Change, *, deadline: Deadline, proof: str, filed_by: str | None = None) -> None:
    """Close a deadline because the act was done, with the proof of it.

    Args:
        proof: a receipt number, a link or a file.
        filed_by: the Slack id of whoever filed it; the person who says so, unless told otherwise.

    Raises:
        NotOpenError: if the deadline is done or moot.
        ProofMissingError: if there is no proof.
    """
    must_be_open(deadline)
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
    must_be_open(deadline)
    deadline.status = DeadlineStatus.MOOT
    deadline.sequence += 1
    change.keep_deadline(deadline)
    change.log("deadline.moot", subject=deadline.ref, case_id=deadline.case_id, reason=reason)


def must_be_open(deadline: Deadline) -> None:
    """Refuse to change what is done or moot."""
    if deadline.status is not DeadlineStatus.OPEN:
        raise NotOpenError(deadline.ref, deadline.status, _how_it_was_done(deadline))


def _how_it_was_done(deadline: Deadline) -> str:
    """Return who filed what a deadline asked for, and the proof; nothing if it was not done."""
    by = deadline.filed_by or deadline.done_by
    return f"by <@{by}>, proof: {deadline.proof}" if by and deadline.proof else ""
