"""One answer for one row of a table, though the row may name more than one rule."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.law import Answer, Closure, LawError, Service
from bot.law.notes import Note, noted
from bot.rulebook import Rulebook
from bot.rulebook.library import rules_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a row of `compute --batch` says happened, and in which court."""

    court: str
    on: date | datetime
    service: Service
    as_of: date | None
    closed: Collection[date | Closure]
    dates: Mapping[str, date]


def answer_named(book: Rulebook, name: str, event: Event) -> Answer:
    """Answer a row by the rule that it names or by the trigger.

    Of all that a trigger starts the earliest date is the answer, of what it starts without a condition if there is any;
    notes name the rest. A name of several rules is answered only where all of them come to the same date.

    Raises:
        LawError: in one sentence, if the row cannot be answered, or its name fits rules that come to different dates.
    """
    return _first_started(book, name, event) if name in book.library.triggers else _by_name(book, name, event)


def _first_started(book: Rulebook, trigger: str, event: Event) -> Answer:
    started = book.triggered(
        court=event.court,
        trigger=trigger,
        on=event.on,
        service=event.service,
        as_of=event.as_of,
        closed=event.closed,
        dates=event.dates,
    )
    if not started:
        raise LawError(f"{trigger!r} is a trigger and starts no rule of {event.court} on that day.")
    first = next((answer for answer in started if not answer.condition), started[0])
    others = (_also_started(answer) for answer in started if answer is not first)
    return first._replace(notes=(*first.notes, *others))


def _also_started(answer: Answer) -> Note:
    return noted(
        "also started", citation=answer.citation, title=answer.title, day=answer.due, condition=answer.condition or ""
    )


def _by_name(book: Rulebook, name: str, event: Event) -> Answer:
    named = rules_named(book.library, name, book.court(event.court))
    if len(named) < 2:  # noqa: PLR2004 - several
        return _by_rule(book, name, event)
    first, *others = (_by_rule(book, rule.id, event) for rule in named)
    if any((other.due_at, other.latest_at) != (first.due_at, first.latest_at) for other in others):
        return _by_rule(book, name, event)  # refused, with the ids of all of them
    return first._replace(notes=(*first.notes, *(noted("also named", citation=one.citation) for one in others)))


def _by_rule(book: Rulebook, rule: str, event: Event) -> Answer:
    return book.compute(
        rule=rule,
        court=event.court,
        on=event.on,
        service=event.service,
        as_of=event.as_of,
        closed=event.closed,
        dates=event.dates,
    )
