"""Deadlines whose date changes: recomputed when their entry or the law does, moved or only explained anew."""

from dataclasses import dataclass
from datetime import date

from bot.docket.desk import Change
from bot.docket.grounds import cause_of, shifts_of
from bot.docket.reasoning import columns_of, write_down_grounds
from bot.docket.teamlaw import TeamLaw, law_of
from bot.law import Answer, LawError
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, deadlines_started_by
from storage.law import Verdict, grounds_under, last_revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A deadline whose date changed: old and new."""

    deadline: Deadline
    old: date
    new: date


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
    write_down_grounds(change, law, deadline, entry, answer)
    new = {name: value for name, value in columns_of(answer).items() if getattr(deadline, name) != value}
    for name, value in new.items():
        setattr(deadline, name, value)
    return bool(new)
