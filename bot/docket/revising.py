"""What would move by the law as it is now, and what somebody decides about each such date.

After an upgrade, a settled question or a recorded closure, `proposals` finds the open deadlines that would move and
moves none. For each of them somebody decides: `apply` the new date, `keep` the old one, or `ask` and leave it listed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.docket.deadlines import must_be_open
from bot.docket.desk import Change, Desk
from bot.docket.errors import EmptyError, NothingProposedError, OtherwiseNowError
from bot.docket.grounds import Shift
from bot.docket.moving import Moved
from bot.docket.reviewing import Review, explain_anew, give_new_date, review_if_shifted, reviews
from bot.docket.teamlaw import law_of
from bot.law import Answer, long_date
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry
from storage.law import Revision, Verdict, courts_with_deadlines, last_revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A date that would move.

    Args:
        entry: what it runs from; an entry on no docket, where none started it.
        new: the date that the law gives now; None if no rule gives one any more.
        answer: the law's answer now, with its explanation.
        shifts: what is otherwise now than when it was computed; `why` says it in sentences.
        cause: names what shifted; whoever decides sends it back, so that they decide what they saw.
        asked: who asked what about it, if somebody did.
    """

    deadline: Deadline
    entry: Entry
    old: date
    new: date | None
    answer: Answer | None
    shifts: tuple[Shift, ...]
    why: tuple[str, ...]
    cause: str
    asked: Revision | None = None

    @property
    def new_at(self) -> datetime | None:
        """The instant at which it would end; None if no rule gives one any more."""
        return self.answer.due_at if self.answer else None


def proposals(session: Session, book: Rulebook, *, court: str | None = None) -> tuple[Proposal, ...]:
    """Return every open deadline that would move by the law as it is now, in one court or all, and save nothing.

    Dates that somebody decided to keep are left out, until something else shifts. What a court fixed never moves.
    """
    courts = courts_with_deadlines(session) if court is None else (court,)
    laws = (law_of(session, book, name) for name in courts)
    return proposed(session, (found for law in laws for found in reviews(session, law)))


def waiting_for(session: Session, book: Rulebook, cases: Sequence[Case]) -> tuple[Proposal, ...]:
    """Return what waits for a decision in some cases, the earliest date first."""
    keys = {case.key for case in cases}
    laws = (law_of(session, book, court) for court in sorted({case.court for case in cases}))
    return proposed(session, (found for law in laws for found in reviews(session, law, cases=keys)))


def proposal_for(session: Session, book: Rulebook, deadline: Deadline) -> Proposal | None:
    """Return what waits for a decision about one open deadline, if anything does."""
    found = _reviewed(session, book, deadline) if deadline.status is DeadlineStatus.OPEN else None
    return next(iter(proposed(session, [found] if found else [])), None)


def still_proposed(session: Session, book: Rulebook, deadline: Deadline, *, cause: str, new: date | None) -> Proposal:
    """Return what would move a deadline, if that is still what somebody saw; also where it was decided to keep it.

    Args:
        new: the date that they saw: a day on which the present date does not rest may shift it further.

    Raises:
        NotOpenError, NothingProposedError, OtherwiseNowError: if that is not what was proposed any more.
    """
    found = _proposal(_still_proposed(session, book, deadline, cause), last_revision(session, deadline.key, cause))
    if found.new != new:
        raise _otherwise_now(found.deadline, found.new)
    return found


def proposed(session: Session, found: Iterable[Review]) -> tuple[Proposal, ...]:
    """Return those under review that would move and that nobody decided to keep, the earliest first."""
    decided = ((one, last_revision(session, one.deadline.key, one.cause)) for one in found if one.moves)
    undecided = [_proposal(one, last) for one, last in decided if last is None or last.verdict is not Verdict.KEPT]
    return tuple(sorted(undecided, key=lambda proposal: (proposal.old, proposal.deadline.key)))


def pending_revisions(desk: Desk) -> tuple[Proposal, ...]:
    """Return what waits for a decision; asked at start-up, it is what an upgrade would move."""
    with desk.look() as session:
        return proposals(session, desk.book)


def catch_up(change: Change) -> None:
    """Explain each date that stays by the law as it is after an upgrade; those that would move are proposed."""
    for court in courts_with_deadlines(change.session):
        for found in reviews(change.session, law_of(change.session, change.book, court)):
            explain_anew(change, found)


def apply(change: Change, *, deadline: Deadline, cause: str) -> Moved:
    """Give a deadline the date that the law gives now; it must be confirmed anew.

    Raises:
        NotOpenError, NothingProposedError, OtherwiseNowError: if that is not what was proposed any more.
        NoDateLeftError: if no rule gives it a date.
    """
    found = _still_proposed(change.session, change.book, deadline, cause)
    moved = give_new_date(change, found)
    _write_down(change, found, Verdict.APPLIED, old=moved.old)
    return moved


def keep(change: Change, *, deadline: Deadline, cause: str, reason: str) -> None:
    """Keep the old date, and say why; it is not proposed again for the same cause.

    Raises:
        NotOpenError, NothingProposedError, OtherwiseNowError: if that is not what was proposed any more.
        EmptyError: if no reason was given.
    """
    if not reason.strip():
        raise EmptyError("The reason for keeping the date", "“the clerk's office took filings that day”")
    found = _still_proposed(change.session, change.book, deadline, cause)
    _write_down(change, found, Verdict.KEPT, old=deadline.due, reason=reason.strip())


def ask(change: Change, *, deadline: Deadline, cause: str, question: str) -> None:
    """Leave the date where it is until somebody answers a question; it stays listed, with the question.

    Raises:
        NotOpenError, NothingProposedError, OtherwiseNowError: if that is not what was proposed any more.
        EmptyError: if nothing was asked.
    """
    if not question.strip():
        raise EmptyError("The question", "“Was the clerk's office closed all day?”")
    found = _still_proposed(change.session, change.book, deadline, cause)
    _write_down(change, found, Verdict.ASKED, old=deadline.due, reason=question.strip())


def _proposal(found: Review, last: Revision | None) -> Proposal:
    return Proposal(
        deadline=found.deadline,
        entry=found.entry,
        old=found.deadline.due,
        new=found.answer.due if found.answer else None,
        answer=found.answer,
        shifts=found.shifts,
        why=found.why,
        cause=found.cause,
        asked=last if last and last.verdict is Verdict.ASKED else None,
    )


def _still_proposed(session: Session, book: Rulebook, deadline: Deadline, cause: str) -> Review:
    """Review a deadline again, and refuse to decide what was not seen."""
    must_be_open(deadline)
    found = _reviewed(session, book, deadline)
    if found is None or not found.moves:
        raise NothingProposedError(deadline.ref, long_date(deadline.due))
    if found.cause != cause:
        raise _otherwise_now(deadline, found.answer.due if found.answer else None)
    return found


def _otherwise_now(deadline: Deadline, new: date | None) -> OtherwiseNowError:
    return OtherwiseNowError(deadline.ref, long_date(deadline.due), long_date(new) if new else "no date at all")


def _reviewed(session: Session, book: Rulebook, deadline: Deadline) -> Review | None:
    """Compare one deadline with the law as it is now; None if no rule gave it, a court fixed it or nothing shifted."""
    if deadline.rule is None or deadline.is_fixed or not (deadline.entry_id or deadline.explanation):
        return None
    law = law_of(session, book, session.get_one(Case, deadline.case_id).court)
    return review_if_shifted(session, law, deadline)


def _write_down(change: Change, found: Review, verdict: Verdict, *, old: date, reason: str = "") -> None:
    deadline, new = found.deadline, found.answer.due if found.answer else None
    change.session.add(
        Revision(
            deadline_id=deadline.key,
            cause=found.cause,
            verdict=verdict,
            old=old,
            new=new,
            reason=reason,
            decided_by=change.actor,
            decided_at=change.now,
        )
    )
    change.session.flush()
    change.log(
        f"revision.{verdict}",
        subject=deadline.ref,
        case_id=deadline.case_id,
        reason=reason,
        old=old.isoformat(),
        new=new.isoformat() if new else None,
        why=found.why,
    )
