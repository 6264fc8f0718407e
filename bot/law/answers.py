"""What the engine answers: a date, how it came to it, and what is open about it."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from bot.law.languages import Language, written_out
from bot.law.notes import Note, note_from_dict
from bot.law.steps import Step, step_from_dict
from bot.law.values import Standing
from bot.law.watching import Span

LAST_SECOND = time(23, 59, 59)


class Answer(NamedTuple):
    """When a period ends, and why.

    Args:
        title: what is due, in a few words ("Objections to the magistrate judge's order").
        act: what must be done, as a verb phrase ("file and serve objections").
        rule: the id of the rule, None for a bare count.
        citation: the provision that gives the period or, for a bare count, computes it.
        version: which text of the rule or method was applied.
        trigger_on: the event the period was counted from.
        due: the safe date, the earliest reading of the law.
        due_at: the last moment of it in the court's zone; for a period in hours, the moment the period ends.
        latest: the latest reading, equal to `due` unless the law can be read two ways; never to be planned on.
        latest_at: the last moment of the latest reading.
        standing: how sure the date is.
        extendable: whether the court may extend the time; None if that is not known.
        condition: when the deadline arises at all ("if the order is appealable"); None if always.
        watched: the spans of days, both ends included, on which it depends: if none of them opens or closes, the date
            cannot move.
    """

    title: str
    act: str
    rule: str | None
    citation: str
    version: str
    trigger_on: date | datetime
    due: date
    due_at: datetime
    latest: date
    latest_at: datetime
    standing: Standing
    steps: tuple[Step, ...]
    notes: tuple[Note, ...]
    extendable: bool | None = None
    condition: str | None = None
    watched: tuple[Span, ...] = ()

    def text(self, language: Language | str = Language.ENGLISH) -> str:
        """Return the whole explanation in a language, "en" or "km": the steps and then the notes, one to a line."""
        return "\n".join(written_out(language, self.steps, self.notes))

    def as_dict(self) -> dict[str, Any]:
        """Return the answer ready for JSON; `from_dict` reads it back."""
        return {
            "title": self.title,
            "act": self.act,
            "rule": self.rule,
            "citation": self.citation,
            "version": self.version,
            "trigger_on": self.trigger_on.isoformat(),
            "due": self.due.isoformat(),
            "due_at": self.due_at.isoformat(),
            "latest": self.latest.isoformat(),
            "latest_at": self.latest_at.isoformat(),
            "zone": str(self.due_at.tzinfo),
            "standing": self.standing.value,
            "steps": [step.as_dict() for step in self.steps],
            "notes": [note.as_dict() for note in self.notes],
            "extendable": self.extendable,
            "condition": self.condition,
            "watched": [[first.isoformat(), last.isoformat()] for first, last in self.watched],
        }

    @classmethod
    def from_dict(cls, facts: Mapping[str, Any]) -> "Answer":
        """Read an answer back from what `as_dict` gave."""
        zone = ZoneInfo(facts["zone"])
        return cls(
            title=facts["title"],
            act=facts["act"],
            rule=facts["rule"],
            citation=facts["citation"],
            version=facts["version"],
            trigger_on=_day_or_moment(facts["trigger_on"], zone),
            due=date.fromisoformat(facts["due"]),
            due_at=datetime.fromisoformat(facts["due_at"]).astimezone(zone),
            latest=date.fromisoformat(facts["latest"]),
            latest_at=datetime.fromisoformat(facts["latest_at"]).astimezone(zone),
            standing=Standing(facts["standing"]),
            steps=tuple(step_from_dict(step, zone) for step in facts["steps"]),
            notes=tuple(note_from_dict(note, zone) for note in facts["notes"]),
            extendable=facts["extendable"],
            condition=facts["condition"],
            watched=tuple(
                (date.fromisoformat(first), date.fromisoformat(last)) for first, last in facts.get("watched", ())
            ),
        )


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the last moment of a day in a zone, to the second."""
    return datetime.combine(day, LAST_SECOND, zone)


def _day_or_moment(text: str, zone: ZoneInfo) -> date | datetime:
    return datetime.fromisoformat(text).astimezone(zone) if "T" in text else date.fromisoformat(text)
