"""Each open question of law as a sentence, and each of its readings, in English."""

from collections.abc import Callable, Mapping

from bot.law.facts import Facts
from bot.law.settling import CONFIRMED, QuestionKind
from bot.law.wording import long_date

QUESTIONS: Mapping[str, Callable[[Facts], str]] = {
    QuestionKind.CLOSED_DAY: lambda facts: f"Is {long_date(facts['day'])} a legal holiday for the court?",
    QuestionKind.CLOSED_DAYS: lambda facts: (
        f"Is {long_date(facts['day'])} ({facts['name']}) a legal holiday for the court, as every day of its kind?"
        if "day" in facts
        else f"Are these days legal holidays for the court: {facts['title']}?"
    ),
    QuestionKind.ROLL: lambda facts: (
        f"Does a period under {facts['rule']} that ends on a closed day run on to the next open day?"
    ),
    QuestionKind.ECF: lambda facts: (
        f"Are days added under {facts['rule']} after electronic service before 1 December 2016?"
    ),
    QuestionKind.PLACEMENT: lambda facts: (
        f"Before 1 December 2005, did the days added under {facts['rule']} lengthen the period or follow its last day?"
    ),
    QuestionKind.SHORT: lambda facts: (
        f"Before 1 December 2002, which periods under {facts['rule']} left out closed days?"
    ),
    QuestionKind.SHORT_BACKWARD: lambda facts: (
        f"Before 1 December 2009, did a short period counted back under {facts['rule']} leave out closed days?"
    ),
    QuestionKind.SHORT_CLOSINGS: lambda facts: (
        f"Before 1 December 2009, did a short period under {facts['rule']} leave out recorded closings?"
    ),
    QuestionKind.CLOSED_BEFORE_ADDED: lambda facts: (
        f"Under {facts['rule']}, are days after service added to a last day on which the office was inaccessible, "
        "or to the day to which that extends the period?"
    ),
    QuestionKind.DIRECTION: lambda facts: (
        f"Where does a period counted back under {facts['rule']} move from a closed day?"
    ),
    QuestionKind.HOURS: lambda facts: (
        f"Where {facts['rule']} speaks of days only, does a period in hours that ends on a closed day run on to the "
        "same time on the next open day?"
    ),
    QuestionKind.TRANSITION: lambda facts: (
        f"Which text of {facts['rule']} governs a period that a new text overtook while it ran?"
    ),
    QuestionKind.COUNTING: lambda facts: f"Is time under {facts['rule']} computed as it was here?",
    QuestionKind.BEFORE: lambda facts: (
        f"Where {facts['rule']} says “before”, is an act on the last day itself in time?"
    ),
    QuestionKind.VERSION: lambda facts: f"Did the text of {facts['rule']} that is held govern on the day of the event?",
    QuestionKind.RULE: lambda facts: f"Is {facts['rule']} as it is held here?",
}
READING_SENTENCES: Mapping[str, Mapping[str, str]] = {
    QuestionKind.CLOSED_DAY: {"open": "It is not one: the court counts as open.", "closed": "It is one."},
    QuestionKind.CLOSED_DAYS: {
        "open": "They are not: the court counts as open on them.",
        "closed": "They are.",
    },
    QuestionKind.ROLL: {"stays": "It does not: it ends on the closed day itself.", "rolls": "It does."},
    QuestionKind.ECF: {"not-added": "None are added to this kind of period.", "added": "They are added."},
    QuestionKind.PLACEMENT: {"follow": "They follow its last day.", "lengthen": "They lengthen the period."},
    QuestionKind.SHORT: {"under-11": "Periods under 11 days did.", "under-7": "Periods under 7 days did."},
    QuestionKind.SHORT_BACKWARD: {"left-out": "It left them out.", "counted": "It counted every day."},
    QuestionKind.SHORT_CLOSINGS: {
        "counted": "It counted it: it was no legal holiday.",
        "left-out": "It left it out, as a legal holiday.",
    },
    QuestionKind.CLOSED_BEFORE_ADDED: {
        "from-the-closing": "To the last day itself.",
        "from-the-extension": "To the day to which it is extended.",
    },
    QuestionKind.DIRECTION: {"back": "It moves back.", "forward": "It moves forward."},
    QuestionKind.HOURS: {"stays": "It does not: it ends on the closed day itself.", "rolls": "It does."},
    QuestionKind.TRANSITION: {"old-text": "The text in force at the start.", "new-text": "The newer text."},
    QuestionKind.COUNTING: {CONFIRMED: "It is."},
    QuestionKind.BEFORE: {
        "day-before": "It is late: the day before is the last.",
        "that-day": "It is in time.",
    },
    QuestionKind.VERSION: {CONFIRMED: "It did."},
    QuestionKind.RULE: {CONFIRMED: "It is."},
}
TITLES: Mapping[str, Callable[[Facts], str]] = {
    QuestionKind.CLOSED_DAY: lambda facts: f"{long_date(facts['day'])}: a legal holiday?",
    QuestionKind.CLOSED_DAYS: lambda facts: str(facts["title"]),
    QuestionKind.ROLL: lambda facts: f"{facts['rule']}: a last day that is closed",
    QuestionKind.ECF: lambda facts: f"{facts['rule']}: days added for e-service before December 2016",
    QuestionKind.PLACEMENT: lambda facts: f"{facts['rule']}: where added days went before December 2005",
    QuestionKind.SHORT: lambda facts: f"{facts['rule']}: short periods before December 2002",
    QuestionKind.SHORT_BACKWARD: lambda facts: f"{facts['rule']}: short backward periods before December 2009",
    QuestionKind.SHORT_CLOSINGS: lambda facts: f"{facts['rule']}: closings inside short periods before December 2009",
    QuestionKind.CLOSED_BEFORE_ADDED: lambda facts: f"{facts['rule']}: added days after a closing",
    QuestionKind.DIRECTION: lambda facts: f"{facts['rule']}: a backward count that ends on a closed day",
    QuestionKind.HOURS: lambda facts: f"{facts['rule']}: hours that end on a closed day",
    QuestionKind.TRANSITION: lambda facts: f"{facts['rule']}: a new text while a period ran",
    QuestionKind.COUNTING: lambda facts: f"{facts['rule']}: how time is computed",
    QuestionKind.BEFORE: lambda facts: f"{facts['rule']}: “before” the last day, or on it",
    QuestionKind.VERSION: lambda facts: f"{facts['rule']}: the text on the day of the event",
    QuestionKind.RULE: lambda facts: f"{facts['rule']}: the rule as it is held here",
}
