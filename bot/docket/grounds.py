"""What a deadline's date rests on, and what of it is otherwise now than when the date was computed.

A date rests on days (open or closed), on questions (open or settled), on the texts of its rules, on its court, on the
engine that counted, and on the entry that started it. As long as none of them changes, the date cannot.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from bot.docket.teamlaw import TeamLaw
from bot.law import Answer, Court, LawError, long_date
from bot.law.calendar import Calendar
from bot.law.rules import Rule
from bot.law.settling import day_question, family_question
from bot.rulebook import Rulebook
from storage.docket import Entry, EntryKind
from storage.law import ENTRY_GROUND, Ground

_DAY, _QUESTION, _RULE, _COURT, _ENGINE = "day", "question", "rule", "court", "engine"
RECORDED = "closed, as the team recorded"
UNSETTLED = "not settled"
_GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A ground that is otherwise now: what it is, what it was and what it is now."""

    what: str
    was: str
    now: str

    @property
    def why(self) -> str:
        """Say the shift in a sentence."""
        kind, _, name = self.what.partition(":")
        return _SENTENCES[kind].format(name=_readable(kind, name), was=self.was, now=self.now)


_SENTENCES = {
    _DAY: "{name} is {now}; it was {was}.",
    _QUESTION: "The question {name} is now “{now}”; it was “{was}”.",
    _RULE: "The rulebook has another text of {name}.",
    _COURT: "What is known about the court {name} changed.",
    _ENGINE: "Dates are computed by a newer version of Ad Quem.",
    ENTRY_GROUND: "The entry that starts it changed: from {was} to {now}.",
}


def day_ground(day: date) -> str:
    """Return the name of a day as a ground."""
    return f"{_DAY}:{day.isoformat()}"


def question_ground(question: str) -> str:
    """Return the name of an open question as a ground."""
    return f"{_QUESTION}:{question}"


def question_of(ground: Ground) -> str | None:
    """Return the question that a ground is about, if it is about one."""
    kind, _, name = ground.what.partition(":")
    return name if kind == _QUESTION else None


def grounds_of(law: TeamLaw, *, answer: Answer, entry: Entry, deadline_id: int) -> list[Ground]:
    """Return what a date rests on, as it is now."""
    line = tuple(_line_of(law.book, answer.rule))
    days = tuple(_days(answer))
    whats = [
        *map(day_ground, days),
        *map(question_ground, _questions(law, days, (answer, *_before(law, entry, line)))),
        *(f"{_RULE}:{rule}" for rule in line),
        f"{_COURT}:{law.court}",
        _ENGINE,
        ENTRY_GROUND,
    ]
    return [
        Ground(deadline_id=deadline_id, what=what, court=law.court, was=state_of(law, what, entry))
        for what in dict.fromkeys(whats)
    ]


def shifted(law: TeamLaw, grounds: Iterable[Ground]) -> list[Ground]:
    """Return the grounds, those of no single entry, that are otherwise now."""
    return [ground for ground in grounds if state_of(law, ground.what) != ground.was]


def shifts_of(law: TeamLaw, grounds: Iterable[Ground], entry: Entry) -> tuple[Shift, ...]:
    """Return in what a deadline's grounds are otherwise now."""
    now = ((ground, state_of(law, ground.what, entry)) for ground in grounds)
    return tuple(Shift(what=ground.what, was=ground.was, now=state) for ground, state in now if state != ground.was)


def cause_of(found: Iterable[Shift]) -> str:
    """Name a set of shifts, so that the same cause is known again."""
    return _digest(sorted(f"{shift.what}|{shift.was}|{shift.now}" for shift in found))


def state_of(law: TeamLaw, what: str, entry: Entry | None = None) -> str:
    """Say in a word or a fingerprint how a ground is now; an entry's own facts are asked for with the entry."""
    kind, _, name = what.partition(":")
    match kind:
        case "day":
            return _day_state(law, date.fromisoformat(name))
        case "question":
            return law.own_reading_of(name) or UNSETTLED
        case "rule":
            return _rule_state(law.book, name)
        case "court":
            return _fingerprint(law.book.court(name))
        case "engine":
            return _engine()
        case _:
            if entry is None:
                raise AssertionError("What an entry says is asked for with the entry.")
            return said_by(entry)


def said_by(entry: Entry) -> str:
    """Return what an entry says that dates are counted from."""
    start: date | str = entry.on_date
    if entry.starts_at and entry.kind is not EntryKind.HEARING:  # periods in hours run from it
        start = entry.starts_at.astimezone(UTC).isoformat(timespec="minutes")
    said = (entry.trigger, start, entry.service, entry.served_on and f"served {entry.served_on}")
    return ", ".join(str(fact) for fact in said if fact)


def _days(answer: Answer) -> Iterator[date]:
    for first, last in answer.watched:
        yield from map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def _questions(law: TeamLaw, days: Iterable[date], answers: Iterable[Answer]) -> Iterator[str]:
    """Yield the questions that were put or settled on the way to a date, and those on its arguable days."""
    for answer in answers:
        yield from (note.question for note in answer.notes if note.question)
        yield from (step.facts["question"] for step in answer.steps if step.kind == "settled")
    for day in days:
        if families := law.book.families_of(court=law.court, day=day):
            yield from (day_question(day), *map(family_question, families))


def _before(law: TeamLaw, entry: Entry, line: Sequence[str]) -> tuple[Answer, ...]:
    """Return the answers from whose due dates the last rule of a line runs."""
    earlier = line[1:] if entry.trigger else ()
    return tuple(answer for answer in law.follows_from(entry) if answer.rule in earlier) if earlier else ()


def _line_of(book: Rulebook, rule: str | None) -> Iterator[str]:
    """Yield a rule and those from whose due dates it runs."""
    while rule is not None:
        yield rule
        rule = book.rule(rule).follows


def _day_state(law: TeamLaw, day: date) -> str:
    if day in law.closed:
        return RECORDED
    words = [_word(calendar, day.toordinal()) for calendar in _calendars(law.book, law.court)]
    return words[0] if len(set(words)) == 1 else " / ".join(words)


def _word(calendar: Calendar, day: int) -> str:
    if calendar.certain.is_closed(day):
        return "closed"
    return "arguably closed" if calendar.possible.is_closed(day) else "open"


@lru_cache(maxsize=1024)
def _calendars(book: Rulebook, court: str) -> tuple[Calendar, ...]:
    """Return every calendar that some rule of a court counts on."""
    methods = {book.court(court).method, *(rule.method for rule in book.rules_of(court) if rule.method)}
    return tuple(book.calendar(court, method).forward for method in sorted(methods))


def _rule_state(book: Rulebook, name: str) -> str:
    try:
        return _fingerprint(book.rule(name))
    except LawError:
        return _GONE


@cache
def _fingerprint(fact: Rule | Court) -> str:
    return _digest(asdict(fact))


@cache
def _engine() -> str:
    """Return a fingerprint of the code that counts."""
    sources = (path for path in files("bot.law").iterdir() if path.name.endswith(".py"))
    return _digest([path.read_text() for path in sorted(sources, key=lambda path: path.name)])


def _digest(facts: object) -> str:
    said = json.dumps(facts, sort_keys=True, default=_plain)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _plain(fact: Any) -> object:  # noqa: ANN401 -- whatever JSON does not know
    return sorted(fact) if isinstance(fact, frozenset) else str(fact)


def _readable(kind: str, name: str) -> str:
    return long_date(date.fromisoformat(name)) if kind == _DAY else name
