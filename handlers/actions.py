"""Buttons. Each says in its value what it is about, and a stale one explains how things stand."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.docket.sight import find_case, find_deadline, find_entry
from bot.errors import AdQuemError
from handlers import entry_facts, facts, mentions, phrases, reminding
from handlers.commands import COMMANDS, case, changing, deadline, docket, entry_form, hearing, law
from handlers.commands import deadline_confirming as confirming
from handlers.commands.case_state import case_message
from handlers.commands.command import unknown
from handlers.commands.entry_form import open_form
from handlers.commands.hearing import open_move, open_vacate
from handlers.refusals import refusal
from handlers.replies import Reply, sentence
from handlers.requests import Request
from handlers.told_dates import carried_date
from handlers.views.blocks import Message
from handlers.views.lists import Continuation
from handlers.views.pages import page
from handlers.views.recording import Draft
from storage.docket import EntryKind

Handle = Callable[[Request], Reply]
_SHORT_ID = re.compile(r"[A-Za-z]\d+")


def run_command(request: Request) -> Reply:
    """Run the command that the button carries, in place of the message it stood on."""
    continuation = Continuation.read(request.value)
    name, _, text = continuation.line.partition(" ")
    receipt = continuation.receipt or request.receipt
    again = replace(request, line=continuation.line, text=text, receipt=receipt, settled=continuation.settled)
    command = COMMANDS.get(name)
    reply = command.answer(again) if command else unknown(again)
    return replace(reply, replaces=True)


def confirm_deadline(request: Request) -> Reply:
    """Agree to a date; a page on which that was pressed shows it as it stands now."""
    reply = confirming.pressed(request)
    if not request.in_modal or reply.view:
        return reply
    return replace(reply, view=open_deadline(replace(request, value=_ref(request))).view, in_place=True)


def explain_deadline(request: Request) -> Reply:
    """Lay the explanation over the conversation."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, request.value)
        return _page(request, deadline.ref, facts.explanation(session, request.desk, deadline))


def open_deadline(request: Request) -> Reply:
    """Lay the deadline as it stands over the conversation."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, request.value)
        shown = facts.deadline_page(session, request.desk, deadline, channel_id=request.who.channel_id)
        return replace(_page(request, deadline.ref, shown), stale=(deadline.ref,))


def open_entry(request: Request) -> Reply:
    """Lay the entry, and the deadlines it started, over the conversation."""
    with request.desk.look() as session:
        entry = find_entry(session, request.who, request.value)
        shown = entry_facts.entry_page(session, request.desk, entry, request.who)
        return replace(_page(request, entry.ref, shown), stale=(entry.ref,))


def open_case(request: Request) -> Reply:
    """Lay the case, and what is ahead in it, over the conversation."""
    with request.desk.look() as session:
        case = find_case(session, request.who, request.value)
        return _page(request, case.ref, case_message(session, request.desk, case, request.who))


def move_entry(request: Request) -> Reply:
    """Ask where the hearing moves, and why."""
    ref, told = carried_date(request.value)
    return open_move(request, ref, told=told)


def vacate_entry(request: Request) -> Reply:
    """Ask why the hearing is vacated."""
    return open_vacate(request, request.value)


def new_form(request: Request) -> Reply:
    """Open the form that the button names, for the case that it names if it names one."""
    kind, _, case_ref = request.value.partition(" ")
    return open_form(request, Draft(kind=EntryKind(kind), case_ref=case_ref or None))


def not_in_use(request: Request) -> Reply:  # noqa: ARG001 -- every button is asked the same way
    """Answer a button that an older version posted."""
    return sentence(phrases.UNKNOWN_BUTTON)


def explaining(handle: Handle) -> Handle:
    """Return a button's handler that, when it refuses, also brings the card it stood on up to date."""

    def pressed(request: Request) -> Reply:
        try:
            return handle(request)
        except AdQuemError as error:
            return replace(refusal(request, error), stale=_visible(request))

    return pressed


def _page(request: Request, title: str, shown: Message) -> Reply:
    return Reply(view=page(title, shown, channel_id=request.who.channel_id))


def _visible(request: Request) -> tuple[str, ...]:
    """Return the subject of a button, if the person may see it."""
    with request.desk.look() as session:
        try:
            ref = _ref(request)
            found = find_deadline if ref[:1].upper() == "D" else find_entry
            return (found(session, request.who, ref).ref,)
        except AdQuemError:
            return ()


def _ref(request: Request) -> str:
    """Return the short id in the value of a button, which may name a verb before it or a date behind it."""
    words = request.value.split()
    return next((word for word in words if _SHORT_ID.fullmatch(word)), request.value)


_MODULES = (case, changing, deadline, docket, entry_form, hearing, law, mentions, reminding)

ACTIONS: dict[str, Handle] = {
    "deadline.confirm": explaining(confirm_deadline),
    "deadline.explain": explain_deadline,
    "deadline.open": open_deadline,
    "entry.open": open_entry,
    "entry.move": explaining(move_entry),
    "entry.vacate": explaining(vacate_entry),
    "case.open": open_case,
    **{action_id: explaining(handle) for module in _MODULES for action_id, handle in module.ACTIONS.items()},
}
"""What each button does, by its action_id."""

FAMILIES: dict[str, Handle] = {"command.run": run_command, "form.open": new_form}
"""What buttons do that stand side by side: their action_ids begin with these and a dot."""
