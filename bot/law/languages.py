"""The languages in which an explanation can be read."""

from collections.abc import Callable, Iterable, Mapping

from bot.law.english import ENGLISH
from bot.law.facts import Facts
from bot.law.khmer import KHMER
from bot.law.khmer_notes import KHMER_NOTES
from bot.law.notes import Note
from bot.law.steps import Step
from bot.law.values import Word

Sentences = Mapping[str, Callable[[Facts], str]]


class Language(Word):
    """A language of explanations, by its ISO 639 code."""

    ENGLISH = "en"
    KHMER = "km"


_STEPS: Mapping[Language, Sentences] = {Language.ENGLISH: ENGLISH, Language.KHMER: KHMER}


def written_out(language: Language | str, steps: Iterable[Step], notes: Iterable[Note]) -> list[str]:
    """Return steps and notes as sentences in a language."""
    spoken = language if isinstance(language, Language) else Language(language)
    sentences = _STEPS[spoken]
    return [*[sentences[kind](facts) for kind, facts in steps], *[note_in(spoken, note) for note in notes]]


def step_in(language: Language, step: Step) -> str:
    """Return a step as a sentence in a language."""
    return _STEPS[language][step.kind](step.facts)


def note_in(language: Language, note: Note) -> str:
    """Return a note in a language; a remark from a data file is quoted in its own."""
    if language is Language.ENGLISH:
        return note.text
    return KHMER_NOTES[note.kind](note.facts or {"text": note.text})
