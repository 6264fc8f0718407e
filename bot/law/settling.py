"""Open questions by name, their readings, and what a team has settled about them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.law.errors import UnknownQuestionError, UnknownReadingError
from bot.law.values import Word


class QuestionKind(Word):
    """What may be open about a date."""

    CLOSED_DAY = "closed-day"
    CLOSED_DAYS = "closed-days"
    ROLL = "roll"
    ECF = "ecf-before-2016"
    PLACEMENT = "added-days-before-2005"
    SHORT = "short-periods-before-2002"
    SHORT_BACKWARD = "short-backward-before-2009"
    SHORT_CLOSINGS = "closings-inside-before-2009"
    CLOSED_BEFORE_ADDED = "added-days-after-closing"
    DIRECTION = "direction"
    HOURS = "hours"
    TRANSITION = "transition"
    COUNTING = "counting"
    BEFORE = "before"
    VERSION = "version"
    RULE = "rule"


CONFIRMED = "confirmed"
READINGS: Mapping[QuestionKind, tuple[str, ...]] = {
    QuestionKind.CLOSED_DAY: ("open", "closed"),
    QuestionKind.CLOSED_DAYS: ("open", "closed"),
    QuestionKind.ROLL: ("stays", "rolls"),
    QuestionKind.ECF: ("not-added", "added"),
    QuestionKind.PLACEMENT: ("follow", "lengthen"),
    QuestionKind.SHORT: ("under-11", "under-7"),
    QuestionKind.SHORT_BACKWARD: ("left-out", "counted"),
    QuestionKind.SHORT_CLOSINGS: ("counted", "left-out"),
    QuestionKind.CLOSED_BEFORE_ADDED: ("from-the-closing", "from-the-extension"),
    QuestionKind.DIRECTION: ("back", "forward"),
    QuestionKind.HOURS: ("stays", "rolls"),
    QuestionKind.TRANSITION: ("old-text", "new-text"),
    QuestionKind.COUNTING: (CONFIRMED,),
    QuestionKind.BEFORE: ("day-before", "that-day"),
    QuestionKind.VERSION: (CONFIRMED,),
    QuestionKind.RULE: (CONFIRMED,),
}
_NAMED_FIRST = frozenset({QuestionKind.CLOSED_DAY, QuestionKind.CLOSED_DAYS})  # closed-day:2020-07-03
_NAMED_LAST = frozenset(QuestionKind) - _NAMED_FIRST - {QuestionKind.RULE}  # frcp:transition


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """One question of law that somebody has settled for a court.

    Args:
        question: the id of the question ("kh-civil:roll").
        reading: the reading that was chosen, one of the question's own ("rolls").
        by: who settled it, as the explanation shall name them.
        on: the day on which they did.
        reason: why, in their words.
    """

    question: str
    reading: str
    by: str
    on: date
    reason: str


Settled = Mapping[str, Settlement]
NOTHING_SETTLED: Settled = {}


def settled_by_question(settlements: Iterable[Settlement]) -> Settled:
    """Index settlements by their question, each checked to name a reading that there is.

    Raises:
        UnknownReadingError: if one names a reading that its question does not have.
    """
    settled = {}
    for settlement in settlements:
        known = READINGS[kind_of(settlement.question)]
        if settlement.reading not in known:
            raise UnknownReadingError(
                f"{settlement.question} has no reading “{settlement.reading}”. Write {' or '.join(known)}."
            )
        settled[settlement.question] = settlement
    return settled


def kind_of(question: str) -> QuestionKind:
    """Return the kind of a question by its id.

    Raises:
        UnknownQuestionError: if it is no id of a question.
    """
    scope, colon, what = question.rpartition(":")
    if scope in _NAMED_FIRST:
        return QuestionKind(scope)
    if not colon:
        raise UnknownQuestionError(f"{question!r} is no question. Write its id as in the note: kh-civil:roll.")
    return QuestionKind(what) if what in _NAMED_LAST else QuestionKind.RULE


def closed_day_of(question: str) -> date:
    """Return the day that a question on a closed day is about.

    Raises:
        UnknownQuestionError: if it names none.
    """
    try:
        return date.fromisoformat(question.rpartition(":")[2])
    except ValueError:
        raise UnknownQuestionError(f"{question!r} names no day. Write closed-day:2020-07-03.") from None


def day_question(day: date) -> str:
    """Name the question whether an arguable day is a legal holiday."""
    return f"{QuestionKind.CLOSED_DAY}:{day.isoformat()}"


def family_question(family: str) -> str:
    """Name the question that settles a whole family of arguable days."""
    return f"{QuestionKind.CLOSED_DAYS}:{family}"


def family_of(question: str) -> str:
    """Return the family of days that a question is about."""
    return question.rpartition(":")[2]
