"""An open question of law as people are asked it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bot.law import english_questions, khmer_questions
from bot.law.facts import Facts
from bot.law.languages import Language
from bot.law.settling import CONFIRMED, READINGS, QuestionKind, closed_day_of, kind_of

LONGEST_TITLE = 75  # characters: what a menu in Slack shows


class _Words(NamedTuple):
    questions: Mapping[str, Callable[[Facts], str]]
    titles: Mapping[str, Callable[[Facts], str]]
    readings: Mapping[str, Mapping[str, str]]


_WORDS = {
    Language.ENGLISH: _Words(
        english_questions.QUESTIONS, english_questions.TITLES, english_questions.READING_SENTENCES
    ),
    Language.KHMER: _Words(khmer_questions.QUESTIONS, khmer_questions.TITLES, khmer_questions.READING_SENTENCES),
}
_OF_OLD_LAW = frozenset(
    {
        QuestionKind.ECF,
        QuestionKind.PLACEMENT,
        QuestionKind.SHORT,
        QuestionKind.SHORT_BACKWARD,
        QuestionKind.SHORT_CLOSINGS,
        QuestionKind.TRANSITION,
        QuestionKind.VERSION,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question of law that somebody may settle.

    Args:
        about: what its sentence names: a day, a family of days, a rule or a method.
        cited: what each of its readings would cite, where that is more than the rule itself.
        historic: it bears only on events under old law.
    """

    id: str
    kind: QuestionKind
    about: Facts
    cited: Mapping[str, str]
    historic: bool = False

    @property
    def readings(self) -> tuple[str, ...]:
        """The names of its readings; their order recommends none."""
        return READINGS[self.kind]

    @property
    def confirms(self) -> bool:
        """Whether settling it means: I read the text, and it is as it is held here."""
        return self.readings == (CONFIRMED,)

    @property
    def text(self) -> str:
        """The question as an English sentence."""
        return self.sentence()

    def sentence(self, language: Language | str = Language.ENGLISH) -> str:
        """Return the question as a sentence in a language."""
        return _WORDS[Language(language)].questions[self.kind](self.about)

    def title(self, language: Language | str = Language.ENGLISH) -> str:
        """Return what the question is about, in a few words."""
        return _fitted(_WORDS[Language(language)].titles[self.kind](self.about))

    def reading_text(self, reading: str, language: Language | str = Language.ENGLISH) -> str:
        """Return one of its readings as a sentence that answers the question."""
        return _WORDS[Language(language)].readings[self.kind][reading]

    def reading_title(self, reading: str, language: Language | str = Language.ENGLISH) -> str:
        """Return one of its readings in a few words."""
        return _fitted(self.reading_text(reading, language))

    def cites(self, reading: str) -> str:
        """Return what a reading would cite."""
        return self.cited.get(reading) or str(self.about.get("rule") or "FRCP 6(a)(6)")


def question_about(
    identity: str, rule: str, *, cited: Mapping[str, str] | None = None, historic: bool = False, **about: str
) -> OpenQuestion:
    """Return a question by its id; `rule` is the provision it is about, as it is cited.

    Raises:
        UnknownQuestionError: if it is no id of a question.
    """
    kind = kind_of(identity)
    facts: Facts = {"day": closed_day_of(identity)} if kind is QuestionKind.CLOSED_DAY else {"rule": rule, **about}
    return OpenQuestion(
        id=identity, kind=kind, about=facts, cited=cited or {}, historic=historic or kind in _OF_OLD_LAW
    )


def _fitted(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1].rstrip()}…"
