"""How a deadline keeps the law's answer: in its own columns, and as the grounds that its date rests on."""

from typing import Any

from bot.docket.desk import Change
from bot.docket.grounds import grounds_of
from bot.docket.teamlaw import TeamLaw
from bot.law import Answer
from storage.docket import Deadline, Entry
from storage.law import replace_grounds


def write_down_grounds(change: Change, law: TeamLaw, deadline: Deadline, entry: Entry, answer: Answer) -> None:
    """Write down what a date rests on."""
    grounds = grounds_of(law, answer=answer, entry=entry, deadline_id=deadline.key)
    replace_grounds(change.session, deadline.key, grounds)


def columns_of(answer: Answer) -> dict[str, Any]:
    """Return the columns in which a deadline keeps the law's answer."""
    return {
        "rule": answer.rule,
        "version": answer.version,
        "citation": answer.citation,
        "condition": answer.condition or "",
        "due": answer.due,
        "due_at": answer.due_at,
        "latest": answer.latest,
        "standing": answer.standing.value,
        "explanation": answer.as_dict(),
    }
