"""Search the docket: by what stands in entries and deadlines, and by what their cases are called."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.docket.sight import Viewer, visible_cases
from bot.errors import AdQuemError
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.searching import Hit, find, seen, words_of


class NothingToFindError(AdQuemError):
    """No word was typed."""

    def __init__(self) -> None:
        super().__init__("Say what to look for: `/docket search opposition`, a docket number, a short id, any words.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found: cases whose name holds every word, then entries and deadlines, the best first."""

    cases: Sequence[Case]
    hits: Sequence[Hit]


def search(session: Session, book: Rulebook, viewer: Viewer, text: str) -> Found:
    """Return what a person may see of what holds every word of a text.

    Raises:
        NothingToFindError: if there is no word in it.
    """
    words = words_of(text)
    if not words:
        raise NothingToFindError
    cases = visible_cases(session, viewer)
    named = {word: [case for case in cases if _is_named(case, word, book)] for word in words}
    keys = {word: [case.key for case in holding] for word, holding in named.items()}
    by_name = [case for case in cases if all(case in holding for holding in named.values())]
    return Found(cases=by_name, hits=find(session, words, cases={"": [case.key for case in cases], **keys}))


def _is_named(case: Case, word: str, book: Rulebook) -> bool:
    """Return whether a word stands in what a case is called; a short id is meant as a whole."""
    names = (case.docket_number, case.caption, case.alias, case.our_side, case.court, book.court(case.court).name)
    if word.casefold() == case.ref.casefold():
        return True
    return any(word.casefold() in seen(name).casefold() for name in names)
