"""Settle open questions of law for a court, by name and with a reason; and reverse that.

From then on previews and computations in that court use the reading. The open deadlines that rest on the question are
recomputed at once; one that waits for another decision keeps waiting. `foresee` says the same without saving anything.

A settled question bears on every case of its court. Whoever settles it must see a case there (`bot.docket.courts`), and
each case's own channels are told what moved in it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.docket.desk import Change
from bot.docket.errors import AlreadySettledError, EmptyError, NotSettledError, UnnamedError
from bot.docket.grounds import question_of, state_of
from bot.docket.moving import Moved
from bot.docket.reviewing import Review, explain_anew, give_new_date, reviews
from bot.docket.supposing import Supposition
from bot.docket.teamlaw import TeamLaw, law_of
from bot.law import Court, LawError, Settlement
from bot.law.errors import UnknownReadingError
from bot.law.settling import QuestionKind, closed_day_of, kind_of
from bot.rulebook import Rulebook
from storage.cases import Person
from storage.docket import Deadline
from storage.law import SettledQuestion, open_deadlines_on, settlement_standing, shared_grounds


class NotAskedThereError(LawError):
    """The question does not arise in the law of that court."""

    def __init__(self, question: str, court: str) -> None:
        super().__init__(
            f"{question} does not arise in {court}. `/docket questions` with the court's id lists those that do."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What settling a question, or reversing that, did to the open deadlines of its court.

    Args:
        moved: those whose date changed; `restated`: those whose date stays and is explained anew.
    """

    moved: tuple[Moved, ...] = ()
    restated: tuple[Deadline, ...] = ()


def settle(change: Change, *, court: str, question: str, reading: str, reason: str) -> Settled:
    """Settle a question for a court; return the deadlines that it touched.

    Confirming an unverified rule is settling the question that is the rule's own id, as `confirmed`.

    Args:
        reading: one of the question's own: `book.question(question).readings`.
        reason: why, in the words of the person who settles it.

    Raises:
        LawError: if there is no such court, question or reading, or the question does not arise there.
        EmptyError: if no reason was given.
        UnnamedError: if whoever asks is not a person known by name.
        AlreadySettledError: if it is settled for that court; reverse that first.
    """
    known = change.book.court(court.strip().lower())
    _must_have_reading(change.book, question, reading)
    must_arise(change.book, question, known)
    _must_be_reasoned(change, reason)
    standing = settlement_standing(change.session, known.id, question)
    if standing:
        raise AlreadySettledError(question, standing.reading, standing.settled_by)
    before = law_of(change.session, change.book, known.id)
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
    return _recompute(change, before)


def unsettle(change: Change, *, court: str, question: str, reason: str) -> Settled:
    """Open a settled question again; the row of who settled it stays, with who reversed it. Return what it touched.

    Raises:
        LawError: if there is no such court.
        EmptyError, UnnamedError: as for `settle`.
        NotSettledError: if it is open.
    """
    known = change.book.court(court.strip().lower())
    _must_be_reasoned(change, reason)
    standing = settlement_standing(change.session, known.id, question)
    if standing is None:
        raise NotSettledError(question, known.name)
    before = law_of(change.session, change.book, known.id)
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
    return _recompute(change, before)


def arises(book: Rulebook, question: str, court: Court) -> bool:
    """Return whether the law of a court leaves a question open; only that court's own law is looked at.

    Raises:
        LawError: if there is no such question.
    """
    if book.question(question).kind is QuestionKind.CLOSED_DAY:
        return bool(book.families_of(court=court.id, day=closed_day_of(question)))
    return question in {one.id for one in book.questions(court=court.id)}


def must_arise(book: Rulebook, question: str, court: Court) -> None:
    """Refuse a question that the law of a court does not leave open.

    Raises:
        LawError: if there is no such question, or it does not arise there.
    """
    if not arises(book, question, court):
        raise NotAskedThereError(question, court.name)


def foresee(
    session: Session, book: Rulebook, *, court: str, question: str, reading: str | None, cases: Collection[int]
) -> tuple[Moved, ...]:
    """Return what settling a question would move in some cases, the earliest date first, and save nothing.

    Args:
        reading: the one to be settled on; None to foresee that what was settled is reversed.

    Raises:
        LawError: if there is no such court, question or reading.
    """
    before = law_of(session, book, court)
    after = _supposed(before, question, reading)
    found = _touched(session, before, after, cases=cases)
    moved = [
        Moved(
            deadline=one.deadline,
            old=one.deadline.due,
            new=one.answer.due,
            old_at=one.deadline.due_at,
            new_at=one.answer.due_at,
        )
        for one in found
        if one.answer and one.moves
    ]
    return tuple(sorted(moved, key=lambda one: (one.old, one.deadline.key)))


def open_questions(
    session: Session, book: Rulebook, *, court: str, cases: Collection[int] | None = None
) -> dict[str, list[Deadline]]:
    """Return the questions that nobody settled in a court and on which open deadlines rest, with those deadlines.

    Where dates rest on an arguable day, that day is the question; to settle all such days is another way to settle it.

    Args:
        cases: those whose deadlines are looked at; all of the court's, unless given.
    """
    law = law_of(session, book, court)
    found: dict[str, list[Deadline]] = {}
    for ground in shared_grounds(session, court):
        question = question_of(ground)
        if question and kind_of(question) is not QuestionKind.CLOSED_DAYS and law.reading_of(question) is None:
            resting = open_deadlines_on(session, ground, cases=cases)
            found.setdefault(question, []).extend(resting)
    return {question: resting for question, resting in found.items() if resting}


def _supposed(law: TeamLaw, question: str, reading: str | None) -> TeamLaw:
    if reading is None:
        return Supposition(court=law.court, reopened=frozenset({question})).applied_to(law)
    _must_have_reading(law.book, question, reading)
    settled = Settlement(question=question, reading=reading, by="", on=date.min, reason="")
    return Supposition(court=law.court, settled=(settled,)).applied_to(law)


def _recompute(change: Change, before: TeamLaw) -> Settled:
    """Give every open deadline on what was settled its new date, or its new explanation where the date stays."""
    after = law_of(change.session, change.book, before.court)
    moved, restated = [], []
    for found in list(_touched(change.session, before, after)):
        if not found.moves:
            explain_anew(change, found)
            restated.append(found.deadline)
        elif found.answer:
            moved.append(give_new_date(change, found))
    return Settled(moved=tuple(moved), restated=tuple(restated))


def _touched(
    session: Session, before: TeamLaw, after: TeamLaw, *, cases: Collection[int] | None = None
) -> Iterator[Review]:
    """Yield a review of each open deadline on a question that is settled otherwise after than before.

    One that would move for another reason, too, waits for the decision about that.
    """
    whats = {
        ground.what
        for ground in shared_grounds(session, before.court)
        if question_of(ground) and state_of(before, ground.what) != state_of(after, ground.what)
    }
    for found in reviews(session, after, whats, cases=cases):
        if found.shifts and (not found.moves or all(shift.what in whats for shift in found.shifts)):
            yield found


def _must_have_reading(book: Rulebook, question: str, reading: str) -> None:
    readings = book.question(question).readings
    if reading not in readings:
        raise UnknownReadingError(f"{question} has no reading “{reading}”. Write {' or '.join(readings)}.")


def _must_be_reasoned(change: Change, reason: str) -> None:
    if not reason.strip():
        raise EmptyError("The reason", "“read the enacted text of Article 243(3)”")
    if change.session.get(Person, change.actor) is None:
        raise UnnamedError
