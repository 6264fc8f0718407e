"""Record that a court is closed on a day beyond its lists, and withdraw that; nothing moves before somebody decides."""

from datetime import date

from bot.docket.desk import Change
from bot.docket.errors import ClosureExistsError, EmptyError, NoClosureError
from bot.docket.grounds import day_ground
from bot.docket.reviewing import explain_anew, reviews
from bot.docket.revising import Proposal, proposed
from bot.docket.teamlaw import law_of
from bot.law import long_date
from storage.law import Closure, closure_standing

_EXAMPLE = "“Clerk's office inaccessible, notice on the court's website of 8 November 2018”"


def record_closure(change: Change, *, court: str, day: date, name: str, source: str) -> tuple[Proposal, ...]:
    """Record that a court is closed on a day; return the open deadlines that would move by it.

    Args:
        day: a day in the court's zone.
        name: what closed it ("Clerk's office inaccessible"); `source`: who says so, and where.

    Raises:
        LawError: if there is no such court.
        EmptyError: if the name or the source is missing.
        ClosureExistsError: if that day is recorded already.
    """
    known = change.book.court(court.strip().lower())
    if not name.strip():
        raise EmptyError("What closed the court", _EXAMPLE)
    if not source.strip():
        raise EmptyError("Who says so, and where", _EXAMPLE)
    standing = closure_standing(change.session, known.id, day)
    if standing:
        raise ClosureExistsError(long_date(day), known.name, standing.recorded_by)
    change.session.add(
        Closure(
            court=known.id,
            day=day,
            name=name.strip(),
            source=source.strip(),
            recorded_by=change.actor,
            recorded_at=change.now,
        )
    )
    change.session.flush()
    change.log(
        "closure.recorded",
        subject=known.id,
        case_id=None,
        day=day.isoformat(),
        name=name.strip(),
        source=source.strip(),
    )
    return _would_move(change, known.id, day)


def withdraw_closure(change: Change, *, court: str, day: date, reason: str) -> tuple[Proposal, ...]:
    """Withdraw a recorded closing; its row stays, marked. Return the open deadlines that would move by it.

    Raises:
        LawError: if there is no such court.
        EmptyError: if no reason was given.
        NoClosureError: if no closing of that day is recorded.
    """
    known = change.book.court(court.strip().lower())
    if not reason.strip():
        raise EmptyError("The reason", "“the notice was of another court”")
    standing = closure_standing(change.session, known.id, day)
    if standing is None:
        raise NoClosureError(long_date(day), known.name)
    standing.withdrawn_by, standing.withdrawn_at = change.actor, change.now
    standing.withdrawn_because = reason.strip()
    change.session.add(standing)
    change.session.flush()
    change.log("closure.withdrawn", subject=known.id, case_id=None, reason=reason.strip(), day=day.isoformat())
    return _would_move(change, known.id, day)


def _would_move(change: Change, court: str, day: date) -> tuple[Proposal, ...]:
    """Explain anew the dates that stay, and return those that would move."""
    found = list(reviews(change.session, law_of(change.session, change.book, court), [day_ground(day)]))
    for one in found:
        explain_anew(change, one)
    return proposed(change.session, [one for one in found if one.moves])
