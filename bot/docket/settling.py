"""Settle open questions of law for a court, by name and with a reason; and reverse that.

From then on previews and computations in that court use the reading. The open deadlines that rest on the question are
recomputed at once; one that waits for another decision keeps waiting.
"""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from bot.docket.desk import Change
from bot.docket.errors import AlreadySettledError, EmptyError, NotSettledError, UnnamedError
from bot.docket.grounds import question_ground, question_of
from bot.docket.moving import Moved
from bot.docket.reviewing import Review, explain_anew, give_new_date, reviews
from bot.docket.teamlaw import law_of
from bot.law.errors import UnknownReadingError
from bot.rulebook import Rulebook
from storage.cases import Person
from storage.docket import Deadline
from storage.law import SettledQuestion, open_deadlines_on, shared_grounds


def settle(change: Change, *, court: str, question: str, reading: str, reason: str) -> tuple[Moved, ...]:
    """Settle a question for a court; return the deadlines that moved.

    Confirming an unverified rule is settling the question that is the rule's own id, as `confirmed`.

    Args:
        reading: one of the question's own: `book.question(question).readings`.
        reason: why, in the words of the person who settles it.

    Raises:
        LawError: if there is no such court, question or reading.
        EmptyError: if no reason was given.
        UnnamedError: if whoever asks is not a person known by name.
        AlreadySettledError: if it is settled for that court; reverse that first.
    """
    known = change.book.court(court.strip().lower())
    _must_have_reading(change.book, question, reading)
    _must_be_reasoned(change, reason)
    standing = _standing(change.session, known.id, question)
    if standing:
        raise AlreadySettledError(question, standing.reading, standing.settled_by)
    change.session.add(
        SettledQuestion(
            question=question,
            court=known.id,
            reading=reading,
            reason=reason.strip(),
            settled_by=change.actor,
            settled_at=change.now,
        )
    )
    change.session.flush()
    change.log("question.settled", subject=question, case_id=None, reason=reason.strip(), court=known.id, new=reading)
    return _recompute(change, known.id, question)


def unsettle(change: Change, *, court: str, question: str, reason: str) -> tuple[Moved, ...]:
    """Open a settled question again; the row of who settled it stays, with who reversed it. Return what moved.

    Raises:
        LawError: if there is no such court.
        EmptyError, UnnamedError: as for `settle`.
        NotSettledError: if it is open.
    """
    known = change.book.court(court.strip().lower())
    _must_be_reasoned(change, reason)
    standing = _standing(change.session, known.id, question)
    if standing is None:
        raise NotSettledError(question, known.name)
    standing.reversed_by, standing.reversed_at = change.actor, change.now
    standing.reversed_because = reason.strip()
    change.session.add(standing)
    change.session.flush()
    change.log(
        "question.reopened",
        subject=question,
        case_id=None,
        reason=reason.strip(),
        court=known.id,
        old=standing.reading,
    )
    return _recompute(change, known.id, question)


def open_questions(session: Session, book: Rulebook, *, court: str) -> dict[str, Sequence[Deadline]]:
    """Return the questions that nobody settled in a court and on which open deadlines rest, with those deadlines."""
    law = law_of(session, book, court)
    found = {}
    for ground in shared_grounds(session, court):
        question = question_of(ground)
        if question and law.reading_of(question) is None and (resting := open_deadlines_on(session, ground)):
            found[question] = resting
    return found


def _recompute(change: Change, court: str, question: str) -> tuple[Moved, ...]:
    """Give every open deadline on that question its new date, or its new explanation where the date stays."""
    ground = question_ground(question)
    moved = []
    for found in list(reviews(change.session, law_of(change.session, change.book, court), [ground])):
        if not found.moves:
            explain_anew(change, found)
        elif found.answer and _is_all_that_shifted(found, ground):
            moved.append(give_new_date(change, found))
    return tuple(moved)


def _is_all_that_shifted(found: Review, ground: str) -> bool:
    return all(shift.what == ground for shift in found.shifts)


def _must_have_reading(book: Rulebook, question: str, reading: str) -> None:
    readings = book.question(question).readings
    if reading not in readings:
        raise UnknownReadingError(f"{question} has no reading {reading!r}. Write {' or '.join(readings)}.")


def _must_be_reasoned(change: Change, reason: str) -> None:
    if not reason.strip():
        raise EmptyError("The reason", "“read the enacted text of Article 243(3)”")
    if change.session.get(Person, change.actor) is None:
        raise UnnamedError


def _standing(session: Session, court: str, question: str) -> SettledQuestion | None:
    query = select(SettledQuestion).where(SettledQuestion.court == court, SettledQuestion.question == question)
    return session.exec(query.where(col(SettledQuestion.reversed_at).is_(None))).first()
