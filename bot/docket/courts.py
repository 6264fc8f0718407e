"""The courts in which somebody may see a case. Only there do they settle questions and record closings.

Both bear on every case of that court, those that they may not see included. So whoever decides must have a case there,
and is told of no other case; the channels of each case are told for themselves.
"""

from collections.abc import Iterable, Sequence

from sqlmodel import Session

from bot.docket.sight import Viewer, cases_here, visible_cases
from bot.errors import AdQuemError
from bot.law import Court
from bot.rulebook import Rulebook
from storage.cases import Case


class NoCaseInCourtError(AdQuemError):
    """A person has no case in the court about which they asked. It says the same whether others have one or not."""

    def __init__(self, court: str, yours: Sequence[str]) -> None:
        name = f"one of yours: {', '.join(yours)}" if yours else "a court after `/case add` opened a case there"
        super().__init__(f"You may see no case in {court}, so you decide nothing about its law. Name {name}.")


class WhichCourtError(AdQuemError):
    """No court was named, and several are possible."""

    def __init__(self, courts: Sequence[str], example: str) -> None:
        super().__init__(f"Say for which court: {', '.join(courts)}. For example: `{example}`")


def courts_of(book: Rulebook, cases: Iterable[Case]) -> tuple[Court, ...]:
    """Return the courts of some cases, each once, by their ids."""
    return tuple(book.court(court) for court in sorted({case.court for case in cases}))


def find_court(session: Session, book: Rulebook, viewer: Viewer, said: str) -> Court:
    """Return the court with that id, if the person may see a case there.

    Raises:
        LawError: if there is no such court.
        NoCaseInCourtError: if they may see no case there.
    """
    known = book.court(said.strip().lower())
    theirs = courts_of(book, visible_cases(session, viewer))
    if known not in theirs:
        raise NoCaseInCourtError(known.name, [court.id for court in theirs])
    return known


def the_court_here(session: Session, book: Rulebook, viewer: Viewer, *, example: str) -> Court:
    """Return the one court of the cases that a channel follows.

    Args:
        example: what to type instead, with {court} where its id stands.

    Raises:
        NoCaseInCourtError: if there is none.
        WhichCourtError: if there are several.
    """
    here = courts_of(book, cases_here(session, viewer))
    if not here:
        raise NoCaseInCourtError("any court", ())
    if len(here) > 1:
        raise WhichCourtError([court.id for court in here], example.format(court=here[0].id))
    return here[0]
