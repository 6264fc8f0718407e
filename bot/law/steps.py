"""The steps of an explanation: data first, English made of it when somebody reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.law.english import ENGLISH
from bot.law.values import ClosedDay, Standing


@dataclass(frozen=True, slots=True)
class Step:
    """One step from the trigger to the date.

    Args:
        kind: what happened in it ("started", "counted", "rolled" ...); a language has one sentence for each kind.
        facts: what the sentence is made of: days, numbers, names, citations.
    """

    kind: str
    facts: Mapping[str, Any]

    @property
    def text(self) -> str:
        """The step as an English sentence."""
        return ENGLISH[self.kind](self.facts)

    def as_dict(self) -> dict[str, Any]:
        """Return the step ready for JSON, with its text."""
        return {
            "kind": self.kind,
            "text": self.text,
            "facts": {name: _to_json(fact) for name, fact in self.facts.items()},
        }


def step_from_dict(step: Mapping[str, Any]) -> Step:
    """Read a step back from what `Step.as_dict` gave."""
    return Step(step["kind"], {name: _from_json(name, fact) for name, fact in step["facts"].items()})


_DAY_FACTS = frozenset({"start", "end", "day"})
_MOMENT_FACTS = frozenset({"started_at", "ended_at"})


def _to_json(fact: object) -> object:
    if isinstance(fact, date):
        return fact.isoformat()
    if isinstance(fact, ClosedDay):
        return closed_to_json(fact)
    if isinstance(fact, tuple):
        return [_to_json(item) for item in fact]
    return fact


def _from_json(name: str, fact: Any) -> object:  # noqa: ANN401 - whatever JSON holds
    if name in _DAY_FACTS:
        return date.fromisoformat(fact)
    if name in _MOMENT_FACTS:
        return datetime.fromisoformat(fact)
    if name == "days" and isinstance(fact, list):
        return tuple(date.fromisoformat(day) for day in fact)
    if name == "closed":
        return tuple(_closed_from_json(day) for day in fact)
    return fact


def closed_to_json(closed: ClosedDay) -> dict[str, str | None]:
    """Return a closed day ready for JSON."""
    return {
        "day": closed.day.isoformat(),
        "name": closed.name,
        "source": closed.source,
        "standing": closed.standing.value,
        "remark": closed.remark,
    }


def _closed_from_json(closed: Mapping[str, str]) -> ClosedDay:
    return ClosedDay(
        day=date.fromisoformat(closed["day"]),
        name=closed["name"],
        source=closed["source"],
        standing=Standing(closed["standing"]),
        remark=closed["remark"],
    )
