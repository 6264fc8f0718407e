"""Keeping a date that would move, or asking first: both are told in the channels of the case, with the reason."""

from collections.abc import Callable

from bot.docket import revising
from bot.docket.desk import Change
from bot.docket.errors import EmptyError
from bot.docket.revising import Proposal
from handlers import announcing, phrases
from handlers.commands.command import Handle
from handlers.law_words import why_it_moves
from handlers.proposals import pressed, proposal_shown
from handlers.replies import FieldError, Reply
from handlers.requests import Request
from handlers.views.blocks import Message, View, plainly
from handlers.views.revisions import ProposalShown, ask_form, keep_form
from handlers.views.text import long_date, named, said

_REASON = 500


def press_keep(request: Request) -> Reply:
    """Open the form that asks why a date stays."""
    return _opened(request, keep_form)


def press_ask(request: Request) -> Reply:
    """Open the form that asks what must be known before a date moves."""
    return _opened(request, ask_form)


def keep_submitted(request: Request) -> Reply:
    """Keep the date, and tell the channels why."""
    reason = request.fields["reason"]
    with request.change() as change:
        kept = pressed(change.session, request, request.memo["value"])
        try:
            revising.keep(change, deadline=kept.deadline, cause=kept.cause, reason=reason)
        except EmptyError as error:
            raise FieldError("reason", str(error)) from None
        return _told(change, kept, lambda: _kept(change, kept, reason))


def ask_submitted(request: Request) -> Reply:
    """Leave the date where it is, listed with the question, and ask it in the channels."""
    question = request.fields["question"]
    with request.change() as change:
        asked = pressed(change.session, request, request.memo["value"])
        try:
            revising.ask(change, deadline=asked.deadline, cause=asked.cause, question=question)
        except EmptyError as error:
            raise FieldError("question", str(error)) from None
        return _told(change, asked, lambda: _asked(change, asked, question))


def _opened(request: Request, form: Callable[..., View]) -> Reply:
    with request.desk.look() as session:
        shown: ProposalShown = proposal_shown(session, request, pressed(session, request, request.value))
    return Reply(view=form(shown, memo=request.memo_of(value=shown.value)))


def _told(change: Change, decided: Proposal, say: Callable[[], str]) -> Reply:
    """Tell whoever decided, and every channel of the case; its card shows that it waits or waits no more."""

    def of_case(case_id: int) -> Message:  # noqa: ARG001 -- there is only the one
        return plainly(say())

    deadline = decided.deadline
    notices = announcing.to_channels(change.session, [deadline.case_id], of_case)
    return Reply(message=plainly(say()), stale=(deadline.ref,), notices=notices)


def _kept(change: Change, kept: Proposal, reason: str) -> str:
    told = {"by": named(change.actor), "ref": kept.deadline.ref, "title": said(kept.deadline.title)}
    line = phrases.CHANGE_KEPT.format(**told, old=long_date(kept.old), reason=said(reason, _REASON))
    return "\n".join([line, *why_it_moves(change.session, change.book, kept)])


def _asked(change: Change, asked: Proposal, question: str) -> str:
    told = {"by": named(change.actor), "ref": asked.deadline.ref, "title": said(asked.deadline.title)}
    line = phrases.CHANGE_QUERIED.format(**told, old=long_date(asked.old), question=said(question, _REASON))
    return "\n".join([line, *why_it_moves(change.session, change.book, asked)])


ACTIONS: dict[str, Handle] = {"change.keep": press_keep, "change.ask": press_ask}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {"change.keep": keep_submitted, "change.ask": ask_submitted}
"""What its forms do when they are submitted, by their callback_ids."""
