"""`/deadline`: see what is open, why, agree to it, and close it with proof."""

import json

from bot.docket import deadlines
from bot.docket.sight import cases_here, find_deadline
from handlers import facts, phrases
from handlers.commands.command import Command, Handle
from handlers.examples import WhichOneError
from handlers.reading import first_word, named_case, page_of, read_day, unquoted
from handlers.replies import Reply
from handlers.requests import Request
from handlers.spots import count_of_open_deadlines, deadline_spots, items_at
from handlers.views.blocks import plainly
from handlers.views.forms import done_form
from handlers.views.lists import Page, listing
from handlers.views.text import long_date, said
from storage.cases import Case


def show_all(request: Request) -> Reply:
    """List the open deadlines, the earliest first."""
    text, wanted = page_of(request.text)
    with request.desk.look() as session:
        named, _ = named_case(session, request.who, text)
        cases = [named] if named else cases_here(session, request.who)
        page = Page.of(count_of_open_deadlines(session, cases), wanted)
        spots = deadline_spots(session, cases, span=page.span)
        items = items_at(session, request.desk, cases, spots)
    command = f"/deadline list{f' {named.ref}' if named else ''}"
    hint = phrases.HINT.format(command="/order")
    shown = listing(phrases.DEADLINES, items, page=page, command=command, hint=hint)
    return Reply(message=shown, replaces=wanted is not None)


def show(request: Request) -> Reply:
    """Show one deadline as it stands."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, _ref(request))
        channel_id = request.who.channel_id
        return Reply(message=facts.deadline_message(session, request.desk, deadline, channel_id=channel_id))


def explain(request: Request) -> Reply:
    """Tell how a date was counted."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, _ref(request))
        return Reply(message=facts.explanation(session, request.desk, deadline))


def confirm(request: Request) -> Reply:
    """Agree to a date that a colleague recorded; a date typed behind it is what the second person computed."""
    ref, typed = _ref(request), first_word(request.text)[1]
    with request.change() as change:
        deadline = find_deadline(change.session, request.who, ref)
        computed = read_day(unquoted(typed), now=change.now, zone=deadline.zone) if typed else None
        deadlines.confirm(change, deadline=deadline, computed=computed)
    agreed = phrases.YOU_AGREE if computed else phrases.YOU_CONFIRMED
    told = agreed.format(ref=deadline.ref, title=said(deadline.title), due=long_date(deadline.due))
    return Reply(message=plainly(told), cards=(deadline.ref,))


def done(request: Request) -> Reply:
    """Close a deadline with the proof that was typed; open the form if none was."""
    ref, proof = first_word(request.text)
    if not ref:
        raise WhichOneError(request, "deadline")
    return _closed(request, ref, proof=proof) if proof else open_done(request, ref)


def open_done(request: Request, ref: str) -> Reply:
    """Open the form that asks for proof; explain where the deadline stands if it is not open."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
        deadlines.must_be_open(deadline)
        line = facts.case_line(request.desk.book, session.get_one(Case, deadline.case_id))
    memo = json.dumps({"channel": request.who.channel_id, "ref": deadline.ref, "home": request.in_home})
    return Reply(view=done_form(deadline, line, person_id=request.who.person_id, memo=memo))


def done_submitted(request: Request) -> Reply:
    """Close a deadline from the form."""
    return _closed(request, request.memo["ref"], proof=request.fields["proof"], filed_by=request.fields.get("filed_by"))


def _closed(request: Request, ref: str, *, proof: str, filed_by: str | None = None) -> Reply:
    with request.change() as change:
        deadline = find_deadline(change.session, request.who, ref)
        deadlines.complete(change, deadline=deadline, proof=proof, filed_by=filed_by)
    told = phrases.MARKED_DONE.format(ref=deadline.ref, proof=said(deadline.proof))
    return Reply(message=plainly(told), cards=(deadline.ref,))


def _ref(request: Request) -> str:
    """Return the short id that was typed.

    Raises:
        WhichOneError: if none was.
    """
    ref, _ = first_word(request.text)
    if not ref:
        raise WhichOneError(request, "deadline")
    return ref


COMMAND = Command(
    name="/deadline",
    bare=show_all,
    verbs={"list": show_all, "show": show, "explain": explain, "confirm": confirm, "done": done},
)

ACTIONS: dict[str, Handle] = {}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {"deadline.done": done_submitted}
"""What its forms do when they are submitted, by their callback_ids."""
