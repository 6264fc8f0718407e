"""The languages in which an explanation can be read."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.law.english import ENGLISH
from bot.law.facts import Facts
from bot.law.khmer import KHMER
from bot.law.khmer_notes import KHMER_NOTES
from bot.law.notes import Note
from bot.law.steps import Step

Sentences = Mapping[str, Callable[[Facts], str]]


class Language(StrEnum):
    """A language of explanations, by its ISO 639 code."""

    ENGLISH = "en"
    KHMER = "km"


_STEPS: Mapping[Language, Sentences] = {Language.ENGLISH: ENGLISH, Language.KHMER: KHMER}


def step_in(language: Language, step: Step) -> str:
    """Return a step as a sentence in a language."""
    return _STEPS[language][step.kind](step.facts)


def note_in(language: Language, note: Note) -> str:
    """Return a note in a language; a remark from a data file is quoted in its own."""
    if language is Language.ENGLISH:
        return note.text
    return KHMER_NOTES[note.kind](note.facts or {"text": note.text})
