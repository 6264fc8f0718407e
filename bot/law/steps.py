"""The steps of an explanation: data first, English made of it when somebody reads it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.law.values import ClosedDay


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


def long_date(day: date) -> str:
    """Write a day as lawyers read it: Friday, 18 May 2018."""
    return f"{day:%A}, {day.day} {day:%B %Y}"


def long_moment(moment: datetime) -> str:
    """Write a moment with its zone's abbreviation: Monday, 5 November 2007, 9:23 a.m. EST."""
    half = "a.m." if moment.hour < 12 else "p.m."  # noqa: PLR2004 - noon
    clock = f"{moment.hour % 12 or 12}:{moment:%M}" + (f":{moment:%S}" if moment.second else "")
    return f"{long_date(moment)}, {clock} {half} {moment.tzname() or ''}".rstrip()


def named_days(days: tuple[ClosedDay, ...]) -> str:
    """Name closed days and who says so, each day once."""
    named: dict[date, str] = {}
    for closed in days:
        name = closed.name if closed.source == "weekend" else f"{closed.name} ({closed.source})"
        named[closed.day] = f"{named[closed.day]}; {name}" if closed.day in named else name
    return ", ".join(f"{day.day} {day:%B} is {name}" for day, name in named.items())


def _started(facts: Mapping[str, Any]) -> str:
    return f"{long_date(facts['start'])} starts the period and is not counted ({facts['cite']})."


def _counted(facts: Mapping[str, Any]) -> str:
    way = "after" if facts["direction"] == "after" else "before"
    whole = f"{facts['period']} {way} {_short(facts['start'])} is {long_date(facts['end'])}"
    return f"{whole}: every day counts, weekends and holidays included ({facts['cite']})."


def _counted_open(facts: Mapping[str, Any]) -> str:
    way = "after" if facts["direction"] == "after" else "before"
    return (
        f"{facts['period']} {way} {_short(facts['start'])} is {long_date(facts['end'])}: "
        f"closed days in between are not counted ({facts['cite']})."
    )


def _left_out(facts: Mapping[str, Any]) -> str:
    return f"Not counted: {named_days(facts['closed'])}."


def _counted_hours(facts: Mapping[str, Any]) -> str:
    way = "after" if facts["direction"] == "after" else "before"
    return f"{facts['period']} {way} {long_moment(facts['started_at'])}, counting every hour that passes, is {long_moment(facts['ended_at'])} ({facts['cite']})."


def _rolled(facts: Mapping[str, Any]) -> str:
    runs = "runs on to" if facts["direction"] == "after" else "is counted further back to"
    return f"That day is closed ({named_days(facts['closed'])}), so the period {runs} {long_date(facts['end'])} ({facts['cite']})."


def _moved_hours(facts: Mapping[str, Any]) -> str:
    closed = f" ({named_days(facts['closed'])})" if facts["closed"] else ""
    return f"That day is closed{closed}, so the period runs to the same time on the next open day: {long_moment(facts['ended_at'])} ({facts['cite']})."


def _otherwise_hours(facts: Mapping[str, Any]) -> str:
    return f"Read the other way, the period ends on {long_moment(facts['ended_at'])}. Do not plan on it."


def _served(facts: Mapping[str, Any]) -> str:
    return f"{facts['days']} days are added for {facts['service']}: {long_date(facts['end'])} ({facts['cite']})."


def _served_before(facts: Mapping[str, Any]) -> str:
    return (
        f"{facts['days']} days are added to the period for {facts['service']}, before it is counted ({facts['cite']})."
    )


def _inaccessible(facts: Mapping[str, Any]) -> str:
    days = ", ".join(_short(day) for day in facts["days"])
    return f"The court is closed or its clerk's office inaccessible on {days}: extended forward to {long_date(facts['end'])} ({facts['cite']})."


def _day_ends(facts: Mapping[str, Any]) -> str:
    return f"The last day ends at midnight, court time ({facts['zone']}), for electronic filing; on paper, when the clerk's office closes ({facts['cite']})."


def _day_ends_locally(facts: Mapping[str, Any]) -> str:
    return f"The last day is counted to midnight in {facts['zone']}; the registry closes earlier, at an hour we do not hold."


def _otherwise(facts: Mapping[str, Any]) -> str:
    return f"Read the other way, the last day is {long_date(facts['end'])}. Do not plan on it."


def _chosen(facts: Mapping[str, Any]) -> str:
    return f"Of the limbs of the rule the {facts['choice']} decides: {facts['label']}, {long_date(facts['end'])}."


def _limb(facts: Mapping[str, Any]) -> str:
    return f"Limb: {facts['label']}."


def _under_rule(facts: Mapping[str, Any]) -> str:
    quote = f": “{facts['quote']}”" if facts.get("quote") else ""
    return f"{facts['citation']}, {facts['version']}{quote}."


def _strictly_before(facts: Mapping[str, Any]) -> str:
    return f"The act must be done before {long_date(facts['day'])}, so by {long_date(facts['end'])} at the latest ({facts['cite']})."


def _date_certain(facts: Mapping[str, Any]) -> str:
    return f"{long_date(facts['end'])} was fixed as a date, so it is not counted and never moves."


def _short(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


ENGLISH: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "under rule": _under_rule,
    "started": _started,
    "counted": _counted,
    "counted open days": _counted_open,
    "left out": _left_out,
    "counted hours": _counted_hours,
    "moved hours": _moved_hours,
    "otherwise hours": _otherwise_hours,
    "rolled": _rolled,
    "added for service": _served,
    "added to period": _served_before,
    "inaccessible": _inaccessible,
    "strictly before": _strictly_before,
    "date certain": _date_certain,
    "limb": _limb,
    "chosen": _chosen,
    "day ends": _day_ends,
    "day ends locally": _day_ends_locally,
    "otherwise": _otherwise,
}

_DAY_FACTS = frozenset({"start", "end", "day"})
_MOMENT_FACTS = frozenset({"started_at", "ended_at"})


def _to_json(fact: Any) -> Any:
    if isinstance(fact, date):
        return fact.isoformat()
    if isinstance(fact, ClosedDay):
        return {"day": fact.day.isoformat(), "name": fact.name, "source": fact.source}
    if isinstance(fact, tuple):
        return [_to_json(item) for item in fact]
    return fact


def _from_json(name: str, fact: Any) -> Any:
    if name in _DAY_FACTS:
        return date.fromisoformat(fact)
    if name in _MOMENT_FACTS:
        return datetime.fromisoformat(fact)
    if name == "days" and isinstance(fact, list):
        return tuple(date.fromisoformat(day) for day in fact)
    if name == "closed":
        return tuple(
            ClosedDay(day=date.fromisoformat(day["day"]), name=day["name"], source=day["source"]) for day in fact
        )
    return fact
