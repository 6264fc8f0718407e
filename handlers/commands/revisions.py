"""`/docket changes`: dates that would move, after an upgrade or a closing; whoever sees a case applies its changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.docket import revising
from bot.docket.desk import Change
from bot.docket.moving import Moved
from bot.docket.revising import Proposal, waiting_for
from bot.docket.sight import cases_here, find_case
from handlers import announcing, phrases
from handlers.commands.command import Handle
from handlers.law_words import moved_lines, proposal_line, why_it_moves
from handlers.proposals import changes_in, pressed, proposals_shown
from handlers.reading import named_case, page_of
from handlers.replies import Reply
from handlers.requests import Request
from handlers.views.blocks import Message, View, plainly
from handlers.views.pages import page
from handlers.views.revisions import MOST_AT_ONCE, apply_all_form, new_date_explained
from handlers.views.text import named
from storage.docket import Deadline


def show_changes(request: Request) -> Reply:
    """List what waits for a decision in the cases here, or in one case."""
    text, wanted = page_of(request.text)
    with request.desk.look() as session:
        case, _ = named_case(session, request.who, text)
        return Reply(message=changes_in(session, request, case, wanted=wanted), replaces=wanted is not None)


def press_show(request: Request) -> Reply:
    """Show what waits in the case that a button names, or in all that are followed where it was pressed."""
    with request.desk.look() as session:
        case = find_case(session, request.who, request.value) if request.value != "here" else None
        shown = changes_in(session, request, case)
    return Reply(view=_page(request, shown)) if request.in_home or request.in_modal else Reply(message=shown)


def press_explain(request: Request) -> Reply:
    """Lay the explanation of the new date over the conversation."""
    with request.desk.look() as session:
        waiting = pressed(session, request, request.value)
        line = proposal_line(session, waiting)
    steps = waiting.answer.text(phrases.language()).splitlines() if waiting.answer else []
    return Reply(view=page(line.ref, new_date_explained(line, steps), channel_id=request.who.channel_id))


def press_apply(request: Request) -> Reply:
    """Give a deadline the date that the law gives now; the list, in its place, shows what still waits."""
    with request.change() as change:
        applied = _apply(change, request, request.value)
        rest = changes_in(change.session, request, told=_told(change, [applied]))
        reply = _announced(change, [applied])
    return _in_its_place(request, rest, reply)


def press_apply_all(request: Request) -> Reply:
    """Show every new date of one cause, before all of them are applied."""
    with request.desk.look() as session:
        waiting = waiting_for(session, request.desk.book, cases_here(session, request.who))
        of_this_cause = [one for one in waiting if one.cause == request.value and one.new is not None]
        if not of_this_cause:
            return _in_its_place(request, changes_in(session, request))
        shown = proposals_shown(session, request, of_this_cause[:MOST_AT_ONCE])
    return Reply(view=apply_all_form(shown, memo=request.memo_of(values=[one.value for one in shown])))


def apply_all_submitted(request: Request) -> Reply:
    """Give every deadline that was shown its new date, or none of them."""
    with request.change() as change:
        applied = [_apply(change, request, value) for value in request.memo["values"]]
        return replace(_announced(change, applied), message=plainly(_told(change, applied)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Applied:
    """A proposal that somebody applied, and what it moved."""

    proposal: Proposal
    moved: Moved


def _apply(change: Change, request: Request, value: str) -> _Applied:
    proposal = pressed(change.session, request, value)
    moved = revising.apply(change, deadline=proposal.deadline, cause=proposal.cause)
    return _Applied(proposal=proposal, moved=moved)


def _told(change: Change, applied: Sequence[_Applied]) -> str:
    """Say what moved, old → new, by whom and why; the why that several share is said once."""
    by, session = named(change.actor), change.session
    lines = [line.text for line in moved_lines(session, [one.moved for one in applied])]
    why = dict.fromkeys(why for one in applied for why in why_it_moves(session, change.book, one.proposal))
    return "\n".join([phrases.CHANGE_APPLIED.format(by=by), *lines, *why, phrases.CONFIRM_ANEW])


def _announced(change: Change, applied: Sequence[_Applied]) -> Reply:
    """Tell the channels of each case, and those who owe what moved."""
    moved = [one.moved.deadline for one in applied]

    def of_case(case_id: int) -> Message:
        return plainly(_told(change, [one for one in applied if one.moved.deadline.case_id == case_id]))

    def of_owner(theirs: Sequence[Deadline]) -> Message:
        keys = {deadline.key for deadline in theirs}
        return plainly(_told(change, [one for one in applied if one.moved.deadline.key in keys]))

    return Reply(
        cards=tuple(deadline.ref for deadline in moved),
        notices=announcing.to_channels(change.session, (deadline.case_id for deadline in moved), of_case),
        letters=announcing.to_owners(change.session, moved, of_owner, besides=change.actor),
    )


def _in_its_place(request: Request, shown: Message, reply: Reply | None = None) -> Reply:
    """Show a list where the pressed button stands."""
    if request.in_modal:
        return replace(reply or Reply(), view=_page(request, shown), in_place=True)
    return replace(reply or Reply(), message=shown, replaces=True)


def _page(request: Request, shown: Message) -> View:
    return page(phrases.CHANGES_TITLE, shown, channel_id=request.who.channel_id)


VERBS: dict[str, Handle] = {"changes": show_changes}
"""What can be typed behind `/docket`."""

ACTIONS: dict[str, Handle] = {
    "change.show": press_show,
    "change.explain": press_explain,
    "change.apply": press_apply,
    "change.apply_all": press_apply_all,
}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {"change.apply_all": apply_all_submitted}
"""What its forms do when they are submitted, by their callback_ids."""
