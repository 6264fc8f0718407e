"""The facts that steps and notes are made of, to JSON and back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.law.values import ClosedDay, Standing

Facts = Mapping[str, Any]

_DAY_FACTS = frozenset({"start", "end", "day", "otherwise", "since", "until", "on"})
_CLOSED_FACTS = frozenset({"closed", "recorded"})
_MOMENT_FACTS = frozenset({"started_at", "ended_at"})


def facts_to_json(facts: Facts) -> dict[str, Any]:
    """Return facts ready for JSON."""
    return {name: _to_json(fact) for name, fact in facts.items()}


def facts_from_json(facts: Mapping[str, Any], zone: ZoneInfo) -> Facts:
    """Read facts back from what `facts_to_json` gave, with their moments in a zone."""
    return {name: _from_json(name, fact, zone) for name, fact in facts.items()}


def _to_json(fact: object) -> object:
    if isinstance(fact, date):
        return fact.isoformat()
    if isinstance(fact, ClosedDay):
        return closed_to_json(fact)
    if isinstance(fact, tuple):
        return [_to_json(item) for item in fact]
    return fact


def _from_json(name: str, fact: Any, zone: ZoneInfo) -> object:  # noqa: ANN401 - whatever JSON holds
    if fact is None:
        return None
    if name in _DAY_FACTS:
        return date.fromisoformat(fact)
    if name in _MOMENT_FACTS:
        return datetime.fromisoformat(fact).astimezone(zone)
    if name in _CLOSED_FACTS:
        return tuple(_closed_from_json(day) for day in fact)
    return fact


def closed_to_json(closed: ClosedDay) -> dict[str, str | None]:
    """Return a closed day ready for JSON."""
    told = {
        "day": closed.day.isoformat(),
        "name": closed.name,
        "source": closed.source,
        "standing": closed.standing.value,
        "remark": closed.remark,
    }
    return {**told, "family": closed.family} if closed.family else told


def _closed_from_json(closed: Mapping[str, str]) -> ClosedDay:
    return ClosedDay(
        day=date.fromisoformat(closed["day"]),
        name=closed["name"],
        source=closed["source"],
        standing=Standing(closed["standing"]),
        remark=closed["remark"],
        family=closed.get("family"),
    )
