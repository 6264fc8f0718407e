"""The languages in which an explanation can be read."""

from collections.abc import Callable, Mapping, Sequence

from bot.law.english import ENGLISH
from bot.law.facts import Facts
from bot.law.khmer import KHMER
from bot.law.khmer_notes import KHMER_NOTES
from bot.law.notes import Note
from bot.law.steps import KeptStep, Step
from bot.law.values import Word

Sentences = Mapping[str, Callable[[Facts], str]]


class Language(Word):
    """A language of explanations, by its ISO 639 code."""

    ENGLISH = "en"
    KHMER = "km"


_STEPS: Mapping[Language, Sentences] = {Language.ENGLISH: ENGLISH, Language.KHMER: KHMER}


def written_out(language: Language | str, steps: Sequence[Step], notes: Sequence[Note]) -> list[str]:
    """Return steps and notes as sentences in a language."""
    spoken = language if isinstance(language, Language) else Language(language)
    sentences = _STEPS[spoken]
    said = [
        step.said_in(spoken, sentences) if type(step) is KeptStep else sentences[step.kind](step.facts)
        for step in steps
    ]
    return said + [note_in(spoken, note) for note in notes] if notes else said


def step_in(language: Language, step: Step) -> str:
    """Return a step as a sentence in a language."""
    return _STEPS[language][step.kind](step.facts)


def note_in(language: Language, note: Note) -> str:
    """Return a note in a language; a remark from a data file is quoted in its own."""
    if language is Language.ENGLISH:
        return note.text
    return KHMER_NOTES[note.kind](note.facts or {"text": note.text})
