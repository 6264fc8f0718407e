"""How the tests ask the rulebook: in words as short as the questions."""

from collections.abc import Collection
from datetime import date, datetime

from bot.law import Answer, Direction, Service, read_period
from bot.rulebook import load_rulebook


def ask(
    court: str,
    start: str,
    period: str,
    *,
    before: bool = False,
    service: str = "",
    method: str | None = None,
    as_of: str | None = None,
    closed: Collection[str] = (),
) -> Answer:
    """Count a period from an ISO date or datetime."""
    return load_rulebook().count(
        court=court,
        start=datetime.fromisoformat(start) if "T" in start else date.fromisoformat(start),
        period=read_period(period),
        direction=Direction.BEFORE if before else Direction.AFTER,
        service=Service(service),
        method=method,
        as_of=date.fromisoformat(as_of) if as_of else None,
        closed=[date.fromisoformat(day) for day in closed],
    )


def texts(answer: Answer) -> str:
    """Return all steps and notes as one text."""
    return "\n".join([*(step.text for step in answer.steps), *(note.text for note in answer.notes)])


def kinds(answer: Answer) -> list[str]:
    """Return the kinds of the steps."""
    return [step.kind for step in answer.steps]
