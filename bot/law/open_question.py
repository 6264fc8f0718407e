"""An open question of law as people are asked it."""

from dataclasses import dataclass

from bot.law.english_questions import QUESTIONS, READING_SENTENCES
from bot.law.facts import Facts
from bot.law.settling import READINGS, QuestionKind, closed_day_of, kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question of law that somebody may settle.

    Args:
        about: what its sentence names: a day, a rule or a method.
    """

    id: str
    kind: QuestionKind
    about: Facts

    @property
    def readings(self) -> tuple[str, ...]:
        """The names of its readings."""
        return READINGS[self.kind]

    @property
    def text(self) -> str:
        """The question as an English sentence."""
        return QUESTIONS[self.kind](self.about)

    def reading_text(self, reading: str) -> str:
        """Return one of its readings as an English sentence that answers the question."""
        return READING_SENTENCES[self.kind][reading]


def question_about(identity: str, rule: str) -> OpenQuestion:
    """Return a question by its id; `rule` is the provision it is about, as it is cited.

    Raises:
        UnknownQuestionError: if it is no id of a question.
    """
    kind = kind_of(identity)
    about = {"day": closed_day_of(identity)} if kind is QuestionKind.CLOSED_DAY else {"rule": rule}
    return OpenQuestion(id=identity, kind=kind, about=about)
