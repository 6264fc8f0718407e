"""One deadline by two texts of its rule, where it is open which of them governs."""

from datetime import datetime

from bot.law.answers import Answer
from bot.law.notes import Note
from bot.law.steps import Step
from bot.law.values import Standing, weakest
from bot.law.watching import Span


def on_the_safe_side(answer: Answer, other: Answer, note: Note) -> Answer:
    """Return the earlier of two answers, with the later one's latest date; a note says why, if they are two dates."""
    if (answer.due_at, answer.latest_at) == (other.due_at, other.latest_at):
        return answer._replace(watched=_watched(answer, other))
    first, last = min(answer, other, key=_due), max(answer, other, key=_latest)
    told = any(step.kind.startswith("otherwise") for step in first.steps) or last.latest_at == first.due_at
    return first._replace(
        latest=last.latest,
        latest_at=last.latest_at,
        standing=weakest(Standing.ARGUABLE, first.standing, answer.standing),
        steps=first.steps if told else (*first.steps, Step("otherwise", {"end": last.latest})),
        notes=(*first.notes, note),
        watched=_watched(first, last),
    )


def _due(answer: Answer) -> datetime:
    return answer.due_at


def _latest(answer: Answer) -> datetime:
    return answer.latest_at


def _watched(first: Answer, other: Answer) -> tuple[Span, ...]:
    return tuple(dict.fromkeys((*first.watched, *other.watched)))
