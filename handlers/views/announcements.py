"""What every channel that follows a case is told when one of its entries changes: old and new, by whom and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.docket.following import Followed
from handlers import phrases
from handlers.intents import Verb
from handlers.views.changes import done_lines
from handlers.views.entry_cards import when_on_the_wall
from handlers.views.text import named, said
from storage.docket import Entry

News = Sequence[tuple[str, str, str]]
"""What an entry said and says: a label, the old words and the new ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A change that was made to an entry: as it was, as it is, and the hearing that follows it if one does."""

    verb: Verb
    before: Entry
    after: Entry
    following: Entry | None = None
    reason: str = ""


def announcement(made: Made, case: str, news: News, followed: Followed, *, by: str) -> list[str]:
    """Return what was done to an entry, then to each of its deadlines."""
    return [_headline(made, case, news, by), *done_lines(followed)]


def _headline(made: Made, case_ref: str, news: News, by: str) -> str:
    words = {
        "ref": made.after.ref,
        "case": case_ref,
        "title": said(made.after.title),
        "reason": said(made.reason).rstrip("."),
        "by": named(by),
        "old": when_on_the_wall(made.before),
    }
    match made.verb:
        case Verb.MOVE:
            return phrases.HEARING_MOVED.format(**words, new=when_on_the_wall(made.after))
        case Verb.VACATE:
            return phrases.HEARING_VACATED.format(**words)
        case Verb.ADJOURN:
            return _adjourned(made, words)
        case Verb.WITHDRAW:
            return phrases.ENTRY_WITHDRAWN.format(**words)
        case Verb.EDIT:
            told = [phrases.CHANGE_FACT.format(label=label, old=old, new=new) for label, old, new in news]
            reason = phrases.ENTRY_REASON.format(reason=words["reason"]) if made.reason else ""
            return phrases.ENTRY_EDITED.format(**{**words, "reason": reason}, changes="; ".join(told) + ".")


def _adjourned(made: Made, words: dict[str, str]) -> str:
    outcome = phrases.ENTRY_REASON.format(reason=words["reason"]) if made.reason else ""
    if made.following is None:
        return phrases.HEARING_ADJOURNED_WITHOUT_DATE.format(**words, outcome=outcome)
    new, following = when_on_the_wall(made.following), made.following.ref
    return phrases.HEARING_ADJOURNED.format(**words, outcome=outcome, new=new, following=following)
