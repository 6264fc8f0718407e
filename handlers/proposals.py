"""Dates that wait for a decision, gathered into what views show."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.revising import Proposal, still_proposed, waiting_for
from bot.docket.sight import cases_here, find_deadline
from handlers.law_words import proposal_line, why_it_moves
from handlers.requests import Request
from handlers.views.blocks import Message
from handlers.views.lists import Page
from handlers.views.revisions import Asked, ProposalShown, changes_page, in_order
from storage.cases import Case


def changes_in(
    session: Session, request: Request, case: Case | None = None, *, wanted: int | None = None, told: str = ""
) -> Message:
    """Return what waits for a decision in one case, or in all that are followed where somebody asks.

    Args:
        wanted: the page that was asked for.
        told: what was just decided.
    """
    cases = [case] if case else cases_here(session, request.who)
    waiting = waiting_for(session, request.desk.book, cases)
    shown = proposals_shown(session, request, waiting)
    command = f"/docket changes{f' {case.ref}' if case else ''}"
    return changes_page(shown, page=Page.of(len(shown), wanted), command=command, told=told)


def proposals_shown(session: Session, request: Request, found: Sequence[Proposal]) -> list[ProposalShown]:
    """Return several dates that would move, those of one cause together."""
    return in_order([proposal_shown(session, request, one) for one in found])


def proposal_shown(session: Session, request: Request, proposal: Proposal) -> ProposalShown:
    """Return one date that would move, with why and with what was asked about it."""
    asked = proposal.asked
    return ProposalShown(
        line=proposal_line(session, proposal),
        why=why_it_moves(session, request.desk.book, proposal),
        cause=proposal.cause,
        asked=Asked(
            by=asked.decided_by,
            on=asked.decided_at.astimezone(ZoneInfo(proposal.deadline.zone)).date(),
            question=asked.reason,
        )
        if asked
        else None,
    )


def pressed(session: Session, request: Request, value: str) -> Proposal:
    """Return the proposal that a button or a form is about, if it is still what somebody saw.

    Raises:
        NotOnTheDocketError: if the person may not see the deadline.
        NotOpenError, NothingProposedError, OtherwiseNowError: if it is not what was proposed any more.
    """
    ref, cause, day = value.split(" ")
    deadline, new = find_deadline(session, request.who, ref), None if day == "none" else date.fromisoformat(day)
    return still_proposed(session, request.desk.book, deadline, cause=cause, new=new)
