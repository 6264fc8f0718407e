"""Open and settled questions of law, gathered into what views show: for the cases that a person may see."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket import settling
from bot.docket.moving import Moved
from bot.errors import AdQuemError
from bot.law import Court
from bot.law.settling import QuestionKind, closed_day_of, family_question, kind_of
from bot.rulebook import Rulebook
from handlers import phrases
from handlers.law_words import date_line, question_said, reading_said
from handlers.views.law import DateLine, LawItem
from handlers.views.questions import QuestionShown, ReadingShown, SettledShown, question_item
from handlers.views.text import court_name
from storage.cases import Case
from storage.docket import Deadline
from storage.law import SettledQuestion, settlements_of


class NoCourtHereError(AdQuemError):
    """No court is concerned: the person may see no case."""

    def __init__(self) -> None:
        super().__init__(phrases.NO_COURT_HERE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a question stands in a list: open, or settled. Its dates are counted through only when it is shown.

    Args:
        cases: those whose dates are shown; `resting`: the open deadlines of theirs that rest on it.
    """

    court: Court
    question: str
    cases: Collection[int] = ()
    resting: Sequence[Deadline] = ()
    settled: SettledQuestion | None = None


def resting_in(session: Session, book: Rulebook, court: Court, cases: Sequence[Case]) -> list[Spot]:
    """Return the open questions of a court on which dates of some cases rest, and then what is settled there."""
    keys = {case.key for case in cases}
    resting = settling.open_questions(session, book, court=court.id, cases=keys)
    asked = [
        Spot(court=court, question=question, cases=keys, resting=deadlines) for question, deadlines in resting.items()
    ]
    settled = [Spot(court=court, question=row.question, settled=row) for row in settlements_of(session, court.id)]
    return [*asked, *settled]


def all_in(session: Session, book: Rulebook, court: Court, cases: Sequence[Case]) -> list[Spot]:
    """Return every question of a court: those on which dates rest, what is settled, and then all others."""
    listed, keys = resting_in(session, book, court, cases), {case.key for case in cases}
    known = {spot.question for spot in listed}
    others = [one.id for one in book.questions(court=court.id) if one.id not in known]
    return [*listed, *(Spot(court=court, question=question, cases=keys) for question in others)]


def spot_of(session: Session, book: Rulebook, court: Court, question: str, cases: Sequence[Case]) -> Spot:
    """Return where one question stands, if it is open."""
    keys = {case.key for case in cases}
    resting = settling.open_questions(session, book, court=court.id, cases=keys).get(question, [])
    return Spot(court=court, question=question, cases=keys, resting=resting)


def item(session: Session, book: Rulebook, spot: Spot) -> LawItem:
    """Return a question as a line of a list."""
    if spot.settled:
        return settled_shown(book, spot.court, spot.settled).item
    return question_item(question_shown(session, book, spot))


def question_shown(session: Session, book: Rulebook, spot: Spot) -> QuestionShown:
    """Return an open question with the dates that each of its readings gives."""
    asked, language = book.question(spot.question), phrases.language()
    return QuestionShown(
        id=asked.id,
        court=spot.court.id,
        court_name=court_name(spot.court.name),
        sentence=asked.sentence(language),
        readings=[
            ReadingShown(
                name=reading,
                text=asked.reading_text(reading, language),
                title=asked.reading_title(reading, language),
                cites=asked.cites(reading),
                dates=_dates(session, book, spot, reading),
            )
            for reading in asked.readings
        ],
        families=_families(book, spot),
    )


def settled_shown(book: Rulebook, court: Court, row: SettledQuestion) -> SettledShown:
    """Return a question that somebody settled."""
    return SettledShown(
        id=row.question,
        court=court.id,
        court_name=court_name(court.name),
        sentence=question_said(book, row.question),
        reading=reading_said(book, row.question, row.reading),
        by=row.settled_by,
        on=row.settled_at.astimezone(ZoneInfo(court.zone)).date(),
        reason=row.reason,
    )


def _dates(session: Session, book: Rulebook, spot: Spot, reading: str) -> list[DateLine]:
    """Return the date that a reading gives each deadline that rests on it: its present one, if it does not move."""
    moved = settling.foresee(
        session, book, court=spot.court.id, question=spot.question, reading=reading, cases=spot.cases
    )
    new = {one.deadline.key: one.new_at for one in moved}
    return [
        date_line(session, deadline, old_at=deadline.due_at, new_at=new.get(deadline.key, deadline.due_at))
        for deadline in _in_order(spot.resting, moved)
    ]


def _in_order(resting: Sequence[Deadline], moved: Sequence[Moved]) -> list[Deadline]:
    """Return the deadlines that rest on a question, and those that it would move, each once, the earliest first."""
    all_of_them = {deadline.key: deadline for deadline in (*resting, *(one.deadline for one in moved))}
    return sorted(all_of_them.values(), key=lambda deadline: (deadline.due, deadline.key))


def _families(book: Rulebook, spot: Spot) -> list[tuple[str, str]]:
    """Return the questions that settle all such days at once, if the question is about one day."""
    if kind_of(spot.question) is not QuestionKind.CLOSED_DAY:
        return []
    of_the_day = book.families_of(court=spot.court.id, day=closed_day_of(spot.question))
    return [(question, question_said(book, question)) for question in map(family_question, of_the_day)]
