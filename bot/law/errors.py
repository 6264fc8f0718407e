"""What the law engine says when it cannot answer: always one sentence for the person who asked."""


class LawError(Exception):
    """A question that cannot be answered as it was put; `sentence` says why and what to ask instead."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class UnknownCourtError(LawError):
    """No court has that id."""


class UnknownRuleError(LawError):
    """No rule has that id or citation."""


class UnknownTriggerError(LawError):
    """No rule of that court starts with that trigger."""


class UnknownMethodError(LawError):
    """No method of counting has that name."""


class UnreadablePeriodError(LawError):
    """A period that is not a number and a unit."""


class OutsideCalendarError(LawError):
    """A date for which we hold no calendar."""


class MissingDateError(LawError):
    """A rule that runs from a date which was not given: `citation` is the rule, `name` what the date is called."""

    def __init__(self, sentence: str, *, citation: str, name: str) -> None:
        super().__init__(sentence)
        self.citation, self.name = citation, name


class WrongCourtError(LawError):
    """A rule of one country asked for in a court of another."""


class UnknownQuestionError(LawError):
    """No open question has that id."""


class UnknownReadingError(LawError):
    """An open question that cannot be settled in that way; the sentence names its readings."""


class BadPackError(LawError):
    """A rule pack or a holiday list with a mistake in it; the sentence names file, line and field."""
