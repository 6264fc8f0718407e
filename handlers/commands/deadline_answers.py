"""What all verbs of `/deadline` share: which deadline is meant, what a form carries, who is told."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlmodel import Session

from bot.docket.desk import Change, Desk
from bot.docket.sight import cases_here, find_deadline, may_see, visible_cases
from bot.errors import AdQuemError
from handlers import announcing, facts, phrases
from handlers.announcing import Say
from handlers.commands.meeting import met_by_rows
from handlers.conflicts import conflict_lines
from handlers.reading import named_case
from handlers.replies import Letter, Reply
from handlers.requests import Request
from handlers.views.blocks import Message, plainly
from handlers.views.cards import CaseLine
from handlers.views.text import long_date, said
from storage.cases import Case, language_of
from storage.docket import Deadline


class ChangedMeanwhileError(AdQuemError):
    """Somebody changed the deadline while a form about it was open."""

    def __init__(self, deadline: Deadline) -> None:
        due = long_date(deadline.due)
        super().__init__(phrases.DEADLINE_CHANGED_MEANWHILE.format(ref=deadline.ref, due=due))


def find(session: Session, request: Request, ref: str) -> Deadline:
    """Return a deadline; if a form asks, as it was when the form was opened.

    Raises:
        NotOnTheDocketError: if the person may see no such deadline.
        ChangedMeanwhileError: if it changed while the form was open.
    """
    deadline = find_deadline(session, request.who, ref)
    seen = request.memo.get("sequence")
    if seen is not None and request.memo.get("ref") == deadline.ref and seen != deadline.sequence:
        raise ChangedMeanwhileError(deadline)
    return deadline


def carried(request: Request, deadline: Deadline) -> str:
    """Return what a form about a deadline carries along: which, in what state, and where it was opened."""
    return request.memo_of(ref=deadline.ref, sequence=deadline.sequence)


def case_of(session: Session, desk: Desk, deadline: Deadline) -> CaseLine:
    """Return how the case of a deadline is named."""
    return facts.case_line(desk.book, session.get_one(Case, deadline.case_id))


def announced(request: Request, deadline: Deadline, say: Say, *, mine: Sequence[str] = ()) -> Reply:
    """Tell every channel that follows the case, and whoever asked; bring the card up to date."""
    return replace(announcing.announced(request, deadline.case_id, say, mine=mine), cards=(deadline.ref,))


def answered(deadline: Deadline, *lines: str, letters: tuple[Letter, ...] = ()) -> Reply:
    """Tell whoever asked, and bring the card up to date."""
    return Reply(message=plainly("\n".join(lines)), cards=(deadline.ref,), letters=letters)


def conflicts_told(change: Change, request: Request, deadline: Deadline) -> list[str]:
    """Return what a deadline meets in all cases that whoever asks may see: for their eyes alone."""
    return conflict_lines(met_by_rows(change.session, request, deadlines=[deadline]))


def letter_to(session: Session, person_id: str, deadline: Deadline, write: Callable[[], Message]) -> tuple[Letter, ...]:
    """Write to somebody in their own language; to nobody who may not see the deadline."""
    if not may_see(session, person_id, deadline.case_id):
        return ()
    with phrases.spoken_in(language_of(session, person_id)):
        return (Letter(person_id=person_id, message=write()),)


def case_choices(session: Session, request: Request) -> tuple[list[CaseLine], str | None]:
    """Return the cases that a form offers, and the one that was typed behind the command, if one was."""
    cases = list(cases_here(session, request.who) or visible_cases(session, request.who))
    named, _ = named_case(session, request.who, request.text)
    if named and named.key not in {case.key for case in cases}:
        cases.insert(0, named)
    return facts.case_lines(request.desk.book, cases), named.ref if named else None


def entered_told(deadline: Deadline, case: Case) -> str:
    """Return that a deadline is on the docket."""
    return phrases.DEADLINE_ENTERED.format(
        ref=deadline.ref, case=case.ref, title=said(deadline.title), due=long_date(deadline.due)
    )
