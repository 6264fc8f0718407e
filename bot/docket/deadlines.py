"""Deadlines: previewed from an entry, adopted, confirmed by a second person, done when there is proof."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.docket.desk import Change
from bot.docket.errors import AlreadyConfirmedError, NotOpenError, OtherDateError, OwnWorkError, ProofMissingError
from bot.docket.grounds import cause_of, grounds_of, shifts_of
from bot.docket.teamlaw import TeamLaw, law_of
from bot.law import Answer, LawError, long_date
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, deadlines_started_by, next_number
from storage.law import Verdict, grounds_under, last_revision, replace_grounds


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
        **_reasoning(answer),
    )
    change.keep_deadline(deadline)
    if entry:
        _rest(change, law_of(change.session, change.book, case.court), deadline, entry, answer)
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


def recompute_after(change: Change, *, entry: Entry, reason: str) -> list[Moved]:
    """Recompute the open deadlines that an entry started; a date that moved must be confirmed anew.

    A date that somebody decided to keep stays, unless the entry itself changed.
    """
    case = change.session.get_one(Case, entry.case_id)
    law = law_of(change.session, change.book, case.court)
    computed = [
        deadline
        for deadline in deadlines_started_by(change.session, entry.key)
        if deadline.status is DeadlineStatus.OPEN and deadline.rule and not _is_kept(change, law, deadline, entry)
    ]
    return [moved for deadline in computed if (moved := _recompute(change, law, deadline, entry, reason))]


def answer_for(law: TeamLaw, deadline: Deadline, entry: Entry) -> Answer | None:
    """Return what the law says now of a deadline that an entry started; None if it no longer follows."""
    try:
        answers = law.follows_from(entry)
    except LawError:
        return None
    return next((answer for answer in answers if answer.rule == deadline.rule), None)


def would_move(deadline: Deadline, answer: Answer) -> bool:
    """Return whether an answer gives a deadline another date or hour."""
    return (answer.due, answer.due_at) != (deadline.due, deadline.due_at)


def move(change: Change, *, law: TeamLaw, deadline: Deadline, entry: Entry, answer: Answer, reason: str) -> Moved:
    """Give a deadline the date of a new answer; it must be confirmed anew."""
    old = deadline.due
    _reason_anew(change, law, deadline, entry, answer)
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


def restate(change: Change, *, law: TeamLaw, deadline: Deadline, entry: Entry, answer: Answer, reason: str) -> None:
    """Keep the date, and explain it by the law as it is now; who confirmed the date still does."""
    old = deadline.standing, deadline.latest.isoformat(), deadline.version
    if not _reason_anew(change, law, deadline, entry, answer):
        return
    deadline.sequence += 1
    change.keep_deadline(deadline)
    change.log(
        "deadline.restated",
        subject=deadline.ref,
        case_id=deadline.case_id,
        reason=reason,
        old=old,
        new=(deadline.standing, deadline.latest.isoformat(), deadline.version),
    )


def _recompute(change: Change, law: TeamLaw, deadline: Deadline, entry: Entry, reason: str) -> Moved | None:
    answer = answer_for(law, deadline, entry)
    if answer is None:
        change.log("deadline.without_rule", subject=deadline.ref, case_id=deadline.case_id, reason=reason)
        return None
    if would_move(deadline, answer):
        return move(change, law=law, deadline=deadline, entry=entry, answer=answer, reason=reason)
    restate(change, law=law, deadline=deadline, entry=entry, answer=answer, reason=reason)
    return None


def _is_kept(change: Change, law: TeamLaw, deadline: Deadline, entry: Entry) -> bool:
    found = shifts_of(law, grounds_under(change.session, deadline.key), entry)
    decided = last_revision(change.session, deadline.key, cause_of(found))
    return decided is not None and decided.verdict is Verdict.KEPT


def _reason_anew(change: Change, law: TeamLaw, deadline: Deadline, entry: Entry, answer: Answer) -> bool:
    """Write down an answer and what it rests on; return whether it says anything new."""
    _rest(change, law, deadline, entry, answer)
    new = {name: value for name, value in _reasoning(answer).items() if getattr(deadline, name) != value}
    for name, value in new.items():
        setattr(deadline, name, value)
    return bool(new)


def _rest(change: Change, law: TeamLaw, deadline: Deadline, entry: Entry, answer: Answer) -> None:
    """Write down what a date rests on."""
    grounds = grounds_of(law, answer=answer, entry=entry, deadline_id=deadline.key)
    replace_grounds(change.session, deadline.key, grounds)


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


def must_be_open(deadline: Deadline) -> None:
    """Refuse to change what is done or moot."""
    if deadline.status is not DeadlineStatus.OPEN:
        raise NotOpenError(deadline.ref, deadline.status, _how_it_was_done(deadline))


def _how_it_was_done(deadline: Deadline) -> str:
    """Return who filed what a deadline asked for, and the proof; nothing if it was not done."""
    by = deadline.filed_by or deadline.done_by
    return f"by <@{by}>, proof: {deadline.proof}" if by and deadline.proof else ""
