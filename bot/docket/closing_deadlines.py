"""Open a closed deadline again, with the date that its entry gives it now."""

from bot.docket.desk import Change
from bot.docket.errors import EmptyError
from bot.docket.grounds import shifts_of
from bot.docket.moving import Moved
from bot.docket.revising import apply, proposal_for
from bot.docket.teamlaw import law_of
from bot.errors import AdQuemError
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, entry_following
from storage.law import ENTRY_GROUND, grounds_under


class StillOpenError(AdQuemError):
    """The deadline is open."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"{ref} is open: there is nothing to reopen. `/deadline show {ref}` shows how it stands.")


def reopen(change: Change, *, deadline: Deadline, reason: str) -> Moved | None:
    """Open a deadline that was done or moot; its proof, or why it was moot, stays in the log.

    Its reminders come back. If its entry changed while it was closed, its date follows, unconfirmed; return that.
    If its hearing was adjourned meanwhile, it runs from the one that follows.

    Raises:
        StillOpenError: if it is open.
        EmptyError: if no reason was given.
    """
    if deadline.status is DeadlineStatus.OPEN:
        raise StillOpenError(deadline.ref)
    if not reason.strip():
        raise EmptyError("The reason", f'`/deadline reopen {deadline.ref} "the filing was rejected"`')
    before = _how_it_was_closed(deadline)
    _open(deadline)
    change.keep_deadline(deadline)
    change.log(
        "deadline.reopened",
        subject=deadline.ref,
        case_id=deadline.case_id,
        reason=reason.strip(),
        before=before,
    )
    return _follow_the_entry(change, deadline)


def _how_it_was_closed(deadline: Deadline) -> dict[str, object]:
    return {
        "status": deadline.status.value,
        "proof": deadline.proof,
        "filed_by": deadline.filed_by,
        "done_by": deadline.done_by,
        "done_at": deadline.done_at.isoformat() if deadline.done_at else None,
        "reason": deadline.closed_reason,
    }


def _open(deadline: Deadline) -> None:
    deadline.status = DeadlineStatus.OPEN
    deadline.done_by = deadline.done_at = deadline.filed_by = None
    deadline.proof = deadline.closed_reason = ""
    deadline.snoozed_until = deadline.acknowledged_by = deadline.acknowledged_at = None
    deadline.sequence += 1


def _follow_the_entry(change: Change, deadline: Deadline) -> Moved | None:
    """Give a deadline the date that its entry starts now, if the entry changed since the date was computed."""
    if deadline.entry_id is None or deadline.rule is None:
        return None
    law = law_of(change.session, change.book, change.session.get_one(Case, deadline.case_id).court)
    entry = _last_of(change, change.session.get_one(Entry, deadline.entry_id))
    if deadline.entry_id != entry.key:
        _hand_over(change, deadline, entry)
    shifts = shifts_of(law, grounds_under(change.session, deadline.key), entry)
    if all(shift.what != ENTRY_GROUND for shift in shifts):
        return None
    proposal = proposal_for(change.session, change.book, deadline)
    return apply(change, deadline=deadline, cause=proposal.cause) if proposal and proposal.new else None


def _last_of(change: Change, entry: Entry) -> Entry:
    """Return the hearing to which an entry was adjourned at last; the entry itself, if it never was."""
    following = entry_following(change.session, entry.key)
    return _last_of(change, following) if following else entry


def _hand_over(change: Change, deadline: Deadline, following: Entry) -> None:
    """Let a deadline run from the hearing to which its own was adjourned while it was closed."""
    before = change.session.get_one(Entry, deadline.entry_id)
    deadline.entry_id = following.key
    change.keep_deadline(deadline)
    change.log(
        "deadline.handed_over",
        subject=deadline.ref,
        case_id=deadline.case_id,
        reason=f"{before.ref} adjourned to {following.ref}",
    )
