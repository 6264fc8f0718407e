"""Remarks on an answer: like steps, data of which a sentence is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from bot.law.english_notes import ENGLISH_NOTES
from bot.law.facts import facts_from_json, facts_to_json

REMARK = "remark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark on an answer.

    Args:
        text: one or more plain English sentences.
        question: the id of the open legal question that the note puts, if it puts one ("kh-civil:roll").
        kind: what it remarks on; a language has one sentence for each kind. A "remark" was written by somebody in a
            data file and stays as it is in every language.
        facts: what the sentence is made of.
    """

    text: str
    question: str | None = None
    kind: str = REMARK
    facts: Mapping[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return the note ready for JSON."""
        return {"text": self.text, "question": self.question, "kind": self.kind, "facts": facts_to_json(self.facts)}


def noted(kind: str, *, question: str | None = None, **facts: object) -> Note:
    """Make a note of its kind and facts."""
    return Note(text=ENGLISH_NOTES[kind](facts), question=question, kind=kind, facts=facts)


def remarked(text: str, *, question: str | None = None) -> Note:
    """Make a note of a sentence that somebody wrote in a data file."""
    return Note(text=text, question=question)


def note_from_dict(facts: Mapping[str, Any], zone: ZoneInfo) -> Note:
    """Read a note back from what `Note.as_dict` gave, with its moments in a zone."""
    return Note(
        text=str(facts["text"]),
        question=facts.get("question"),
        kind=facts.get("kind", REMARK),
        facts=facts_from_json(facts.get("facts", {}), zone),
    )
