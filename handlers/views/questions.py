"""Open questions of law with the dates that each reading gives, who settled which, and the forms for both."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers import phrases
from handlers.views.blocks import Block, View, button, field_block, line_input, modal, option, section
from handlers.views.inputs import radio
from handlers.views.law import DateLine, LawItem, date_lines
from handlers.views.text import long_date, named, said

REASON_LENGTH = 500
_MOST_RESTING = 5
_MOST_FAMILIES = 5
_SENTENCE = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingShown:
    """One reading of a question: its sentence, what it would cite, and what it makes of the dates that rest on it.

    Args:
        title: the sentence in a few words, for a choice.
    """

    name: str
    text: str
    title: str
    cites: str = ""
    dates: Sequence[DateLine] = ()

    @property
    def line(self) -> str:
        """Return the reading as a line."""
        line = phrases.READING_CITED if self.cites else phrases.READING
        return line.format(text=said(self.text, _SENTENCE), cites=said(self.cites, 80))

    @property
    def moving(self) -> list[DateLine]:
        """Return the dates that it would move."""
        return [line for line in self.dates if line.moves]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionShown:
    """A question of law in one court.

    Args:
        families: the questions that settle all such days at once, each with its sentence.
    """

    id: str
    court: str
    court_name: str
    sentence: str
    readings: Sequence[ReadingShown]
    families: Sequence[tuple[str, str]] = ()

    @property
    def key(self) -> str:
        """Return what a button carries of it."""
        return f"{self.court} {self.id}"

    @property
    def confirms(self) -> bool:
        """Return whether settling it means: somebody read the text, and it is as it is held here."""
        return len(self.readings) == 1

    @property
    def heading(self) -> str:
        """Return the court and the question."""
        asked = phrases.QUESTION_OPEN.format(court=said(self.court_name, 100), sentence=said(self.sentence, _SENTENCE))
        return f"{asked}\n{phrases.QUESTION_ID.format(id=said(self.id, 120))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledShown:
    """A question that somebody settled for one court."""

    id: str
    court: str
    court_name: str
    sentence: str
    reading: str
    by: str
    on: date
    reason: str

    @property
    def item(self) -> LawItem:
        """Return it as a line of a list, with the button that opens it again."""
        text = phrases.QUESTION_SETTLED.format(
            court=said(self.court_name, 100),
            sentence=said(self.sentence, _SENTENCE),
            reading=said(self.reading, _SENTENCE),
            by=named(self.by),
            day=long_date(self.on),
            reason=said(self.reason, REASON_LENGTH),
        )
        return LawItem(text=text, action="law.reverse", ref=f"{self.court} {self.id}", label=phrases.REVERSE)


def question_item(shown: QuestionShown) -> LawItem:
    """Return an open question as a line of a list: both readings, with the date that each gives."""
    lines = [shown.heading]
    if shown.confirms:
        lines += [phrases.CONFIRMATION, *_resting(shown.readings[0].dates, phrases.RESTS)]
    else:
        for reading in shown.readings:
            lines += [reading.line, *_resting(reading.dates, phrases.READING_DATE)]
    return LawItem(text="\n".join(lines), action="law.settle", ref=shown.key, label=phrases.SETTLE)


def settle_form(shown: QuestionShown, *, memo: str) -> View:
    """Return the form that settles a question; it shows what each reading would move, old → new."""
    return modal(
        phrases.SETTLE_TITLE,
        [
            section(shown.heading),
            *_families(shown),
            *(section(_effect(reading)) for reading in shown.readings),
            field_block("reading", phrases.WHICH_READING, _choice(shown)),
            _reason_field(phrases.WHY_SO, phrases.WHY_SO_EXAMPLE),
        ],
        callback="law.settle",
        memo=memo,
        submit=phrases.SETTLE,
    )


def reverse_form(shown: SettledShown, moving: Sequence[DateLine], *, memo: str) -> View:
    """Return the form that opens a settled question again; it shows what that would move, old → new."""
    told = phrases.IF_REVERSED.format(
        by=named(shown.by),
        reading=said(shown.reading, _SENTENCE),
        moves=date_lines(moving, empty=phrases.NO_DATE_MOVES),
    )
    return modal(
        phrases.REVERSE_TITLE,
        [
            section(f"*{said(shown.court_name, 100)}*\n{said(shown.sentence, _SENTENCE)}"),
            section(told),
            _reason_field(phrases.WHY_REVERSED),
        ],
        callback="law.reverse",
        memo=memo,
        submit=phrases.REVERSE,
    )


def _choice(shown: QuestionShown) -> Block:
    """Return the readings to choose from; none is chosen beforehand, unless there is only one."""
    return radio([option(one.title, one.name) for one in shown.readings], chosen=0 if shown.confirms else None)


def _families(shown: QuestionShown) -> list[Block]:
    """Return the buttons that ask about all such days instead of the one."""
    return [
        section(
            said(sentence, _SENTENCE),
            accessory=button(phrases.FOR_A_WHOLE_FAMILY, "law.settle", f"{shown.court} {question}"),
        )
        for question, sentence in shown.families[:_MOST_FAMILIES]
    ]


def _effect(reading: ReadingShown) -> str:
    """Return what a reading would move."""
    moves = date_lines(reading.moving, empty=phrases.NO_DATE_MOVES)
    return phrases.IF_SETTLED_SO.format(text=said(reading.text, _SENTENCE), moves=moves)


def _resting(dates: Sequence[DateLine], line: str) -> list[str]:
    lines = [
        line.format(ref=one.ref, title=said(one.title, 80), case=one.case_ref, day=one.end)
        for one in dates[:_MOST_RESTING]
    ]
    more = len(dates) - len(lines)
    return [*lines, phrases.AND_MORE.format(count=more)] if more else lines


def _reason_field(label: str, example: str = "") -> Block:
    """Return the field for a reason, which everybody in that court will read."""
    entered = line_input(longest=REASON_LENGTH, multiline=True, hint=example)
    return field_block("reason", label, entered, hint=phrases.TELLS_EVERYBODY)
