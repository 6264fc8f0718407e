"""Deadlines whose date changes: recomputed when their entry or the law does, moved or only explained anew.

`would_follow` says what an entry's change does to each deadline that it started; `follow` does exactly that. What is
shown before a change is saved and what is saved come from the same values, so that they cannot differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.desk import Change
from bot.docket.grounds import cause_of, shifts_of
from bot.docket.reasoning import columns_of, write_down_grounds
from bot.docket.teamlaw import TeamLaw, law_of
from bot.law import Answer, LawError
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.docket import ENDED, Deadline, DeadlineStatus, Entry, deadlines_started_by
from storage.law import Revision, Verdict, grounds_under, last_revision
from storage.standing import last_line, lines_of

_DATED_ANEW = ("deadline.moved", "deadline.extended")


class Fate(StrEnum):
    """What becomes of a deadline when the entry that started it changes."""

    MOVES = "moves"
    """It gets another date or hour, and must be confirmed anew."""
    STAYS = "stays"
    """The law gives it the date that it has."""
    FIXED = "fixed"
    """A court fixed its date: no rule moves it."""
    KEPT = "kept"
    """Somebody decided to keep its date."""
    BY_HAND = "by_hand"
    """No rule gave it its date: somebody must look at it."""
    LOST = "lost"
    """No rule gives it a date any more."""
    CLOSED = "closed"
    """It is done or moot, and stays as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What becomes of one deadline.

    Args:
        answer: what the law gives it now; for one that does not follow, what it would be.
        kept: who decided to keep its date, and why, if somebody did.
        kept_so_far: who had decided to keep the date that moves now, for another reason.
    """

    deadline: Deadline
    fate: Fate
    answer: Answer | None = None
    kept: Revision | None = None
    kept_so_far: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A deadline whose date changed: old and new, each with the instant at which it ends."""

    deadline: Deadline
    old: date
    new: date
    old_at: datetime
    new_at: datetime


def would_follow(session: Session, book: Rulebook, entry: Entry) -> tuple[Consequence, ...]:
    """Return what becomes of each deadline that an entry started if the entry is as given, and save nothing.

    Args:
        entry: the entry as it would be: a copy with other facts, or the entry itself.
    """
    law = law_of(session, book, session.get_one(Case, entry.case_id).court)
    return tuple(_consequence(session, law, deadline, entry) for deadline in deadlines_started_by(session, entry.key))


def follow(change: Change, *, entry: Entry, found: Sequence[Consequence], reason: str) -> list[Moved]:
    """Do to the deadlines of an entry what was found that becomes of them; return those whose date changed.

    Args:
        entry: what the deadlines run from now.
    """
    law = law_of(change.session, change.book, change.session.get_one(Case, entry.case_id).court)
    moved = []
    for each in found:
        if each.fate is Fate.LOST:
            _log_lost(change, each.deadline, reason)
        elif each.answer and each.fate is Fate.MOVES:
            moved.append(move(change, law=law, deadline=each.deadline, entry=entry, answer=each.answer, reason=reason))
        elif each.answer and each.fate is Fate.STAYS:
            restate(change, law=law, deadline=each.deadline, entry=entry, answer=each.answer, reason=reason)
    return moved


def answer_for(law: TeamLaw, deadline: Deadline, entry: Entry) -> Answer | None:
    """Return what the law says now of a deadline that an entry started; None if it no longer follows."""
    return _answer_of(law, deadline.rule, entry)


def would_move(deadline: Deadline, answer: Answer) -> bool:
    """Return whether an answer gives a deadline another date or hour."""
    return (answer.due, answer.due_at) != (deadline.due, deadline.due_at)


def move(change: Change, *, law: TeamLaw, deadline: Deadline, entry: Entry, answer: Answer, reason: str) -> Moved:
    """Give a deadline the date of a new answer; it must be confirmed anew, and its reminders come anew."""
    old, old_at = deadline.due, deadline.due_at
    _reason_anew(change, law, deadline, entry, answer)
    deadline.confirmed_by = deadline.confirmed_at = None
    deadline.snoozed_until = deadline.acknowledged_by = deadline.acknowledged_at = None
    deadline.sequence += 1
    change.keep_deadline(deadline)
    change.log(
        "deadline.moved",
        subject=deadline.ref,
        case_id=deadline.case_id,
        reason=reason,
        old=old.isoformat(),
        new=deadline.due.isoformat(),
        old_at=old_at.astimezone(ZoneInfo(deadline.zone)).isoformat(),
        due_at=deadline.due_at.astimezone(ZoneInfo(deadline.zone)).isoformat(),
    )
    return Moved(deadline=deadline, old=old, new=deadline.due, old_at=old_at, new_at=deadline.due_at)


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


def _consequence(session: Session, law: TeamLaw, deadline: Deadline, entry: Entry) -> Consequence:
    if deadline.status is not DeadlineStatus.OPEN:
        return Consequence(deadline=deadline, fate=Fate.CLOSED)
    if deadline.is_fixed or deadline.rule is None:
        fate = Fate.FIXED if deadline.is_fixed else Fate.BY_HAND
        return Consequence(deadline=deadline, fate=fate, answer=_by_its_old_rule(session, law, deadline, entry))
    answer = None if entry.status in ENDED else answer_for(law, deadline, entry)
    if answer is None:
        return Consequence(deadline=deadline, fate=Fate.LOST)
    if not would_move(deadline, answer):
        return Consequence(deadline=deadline, fate=Fate.STAYS, answer=answer)
    kept = _decision_to_keep(session, law, deadline, entry)
    if kept:
        return Consequence(deadline=deadline, fate=Fate.KEPT, answer=answer, kept=kept)
    so_far = last_line(session, deadline.ref, ("revision.kept", *_DATED_ANEW))
    keeper = so_far.actor if so_far and so_far.action == "revision.kept" else ""
    return Consequence(deadline=deadline, fate=Fate.MOVES, answer=answer, kept_so_far=keeper)


def _by_its_old_rule(session: Session, law: TeamLaw, deadline: Deadline, entry: Entry) -> Answer | None:
    """Return what the rule would give that dated a deadline before a court fixed it, as the log tells."""
    befores = [line.details.get("before") or {} for line in lines_of(session, deadline.ref, ("deadline.extended",))]
    rule = next((before["rule"] for before in befores if before.get("rule")), None)
    return _answer_of(law, rule, entry) if rule and entry.status not in ENDED else None


def _decision_to_keep(session: Session, law: TeamLaw, deadline: Deadline, entry: Entry) -> Revision | None:
    found = shifts_of(law, grounds_under(session, deadline.key), entry)
    decided = last_revision(session, deadline.key, cause_of(found))
    return decided if decided and decided.verdict is Verdict.KEPT else None


def _log_lost(change: Change, deadline: Deadline, reason: str) -> None:
    change.log("deadline.without_rule", subject=deadline.ref, case_id=deadline.case_id, reason=reason)


def _answer_of(law: TeamLaw, rule: str | None, entry: Entry) -> Answer | None:
    try:
        answers = law.follows_from(entry)
    except LawError:
        return None
    return next((answer for answer in answers if answer.rule == rule), None)


def _reason_anew(change: Change, law: TeamLaw, deadline: Deadline, entry: Entry, answer: Answer) -> bool:
    """Write down an answer and what it rests on; return whether it says anything new."""
    write_down_grounds(change, law, deadline, entry, answer)
    new = {name: value for name, value in columns_of(answer).items() if getattr(deadline, name) != value}
    for name, value in new.items():
        setattr(deadline, name, value)
    return bool(new)
