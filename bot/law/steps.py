"""The steps of an explanation: data first, a sentence made of it when somebody reads it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from bot.law.english import ENGLISH
from bot.law.facts import closed_to_json, facts_from_json, facts_to_json

__all__ = ["Step", "closed_to_json", "step_from_dict"]


class Step(NamedTuple):
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
        return {"kind": self.kind, "text": self.text, "facts": facts_to_json(self.facts)}


class KeptStep(Step):
    """A step that many explanations share: each of its sentences is made once, and kept with it."""

    def said_in(self, language: str, sentences: Mapping[str, Callable[[Mapping[str, Any]], str]]) -> str:
        """Return the step as a sentence in a language, by that language's sentences."""
        kept: dict[str, str] = self.__dict__
        if language not in kept:
            kept[language] = sentences[self.kind](self.facts)
        return kept[language]


def step_from_dict(step: Mapping[str, Any], zone: ZoneInfo) -> Step:
    """Read a step back from what `Step.as_dict` gave, with its moments in a zone."""
    return Step(step["kind"], facts_from_json(step["facts"], zone))
