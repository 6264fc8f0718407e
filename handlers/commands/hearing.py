"""`/hearing`: schedule, move, vacate and correct hearings. Day and hour are always the court's."""

from collections.abc import Collection
from datetime import datetime, time

from sqlmodel import Session

from bot.docket import hearings
from bot.docket.errors import WhichCaseError
from bot.docket.sight import find_case, find_entry
from handlers import facts, phrases
from handlers.commands import editing, ending
from handlers.commands.changing import attempt
from handlers.commands.command import Command, Handle
from handlers.commands.ending import memo_of
from handlers.commands.entry import entry_list, entry_show
from handlers.commands.entry_form import open_form
from handlers.commands.hearing_cautions import (
    ask_if_it_took_place,
    may_be_asked,
    oddities,
    took_place,
)
from handlers.commands.meeting import UnshownConflictError, met_by_rows, must_be_shown
from handlers.commands.recording import checked_link, show_preview
from handlers.conflicts import conflict_lines
from handlers.examples import ref_and_rest
from handlers.intents import Intent, Verb
from handlers.reading import case_and_rest, mention_in, picked_day, picked_moment, take_moment, unquoted
from handlers.replies import Reply
from handlers.requests import Request
from handlers.told_dates import ToldDate
from handlers.views.blocks import plainly
from handlers.views.entry_cards import entry_when
from handlers.views.forms import TITLE_LENGTH, move_form, vacate_form
from handlers.views.recording import NO_TRIGGER, Draft
from handlers.views.text import said
from storage.cases import Case
from storage.docket import Entry, EntryKind

ADD_EXAMPLE = "/hearing add 30 April 2018 9:30am Oral argument on the application"


def form(request: Request) -> Reply:
    """Open the form for a new hearing."""
    return open_form(request, Draft(kind=EntryKind.HEARING))


def add(request: Request) -> Reply:
    """Schedule a hearing from one line: when, and what it is about; where several cases may be meant, ask in a form."""
    if not request.text:
        return form(request)
    try:
        with request.desk.look() as session:
            case, rest = case_and_rest(session, request, example=ADD_EXAMPLE.replace("add ", "add C1 "))
    except WhichCaseError:
        if not request.trigger_id:
            raise
        typed = request.text[:TITLE_LENGTH]
        return open_form(request, Draft(kind=EntryKind.HEARING, title=unquoted(typed), typed=typed))
    taken = take_moment(rest, zone=request.desk.book.court(case.court).zone)
    owner, title = mention_in(taken.rest)
    return _scheduled(request, case.ref, starts_at=taken.when, title=title, owner=owner, assumed=taken.note)


def submitted(request: Request) -> Reply:
    """Schedule a hearing from the form."""
    fields = request.fields
    with request.desk.look() as session:
        case = find_case(session, request.who, fields["case"])
    on_date, starts_at = picked_day(request, "day"), _when(request, request.desk.book.court(case.court).zone)
    trigger = fields.get("trigger") or NO_TRIGGER
    draft = Draft(
        kind=EntryKind.HEARING,
        case_ref=case.ref,
        title=fields["title"],
        on_date=on_date,
        at_time=time.fromisoformat(fields["time"]),
        place=fields.get("place") or "",
        link=checked_link(fields.get("link")),
        note=fields.get("note") or "",
        trigger=trigger if trigger != NO_TRIGGER else "",
        owner=fields.get("owner"),
    )
    if draft.trigger:
        return show_preview(request, draft)
    try:
        return _scheduled(
            request,
            case.ref,
            starts_at=starts_at,
            title=draft.title,
            place=draft.place,
            link=draft.link,
            note=draft.note,
            owner=draft.owner,
            shown=draft.met,
        )
    except UnshownConflictError:
        return show_preview(request, draft)


def move(request: Request) -> Reply:
    """Move a hearing from one line: which, to when, and why; what moves with it is shown first."""
    ref, rest = ref_and_rest(request)
    with request.desk.look() as session:
        hearing = find_entry(session, request.who, ref)
    if not rest or not may_be_asked(request):
        return open_move(request, hearing.ref)
    ask_if_it_took_place(request, hearing)
    taken = take_moment(request.rest(rest), zone=hearing.zone)
    if len(taken.rest) > TITLE_LENGTH:
        return open_move(request, hearing.ref)
    intent = _move_to(hearing, taken.when, reason=taken.rest, sequence=hearing.sequence)
    return attempt(request, intent, assumed=taken.note)


def move_submitted(request: Request) -> Reply:
    """Move a hearing from the form."""
    with request.desk.look() as session:
        hearing = find_entry(session, request.who, request.memo["ref"])
    starts_at, reason = _when(request, hearing.zone), request.fields["reason"]
    return attempt(request, _move_to(hearing, starts_at, reason=reason, sequence=request.memo["sequence"]))


def vacate(request: Request) -> Reply:
    """Take a hearing off calendar from one line: which, and why; what was counted from it is asked about."""
    ref, rest = ref_and_rest(request)
    with request.desk.look() as session:
        hearing = find_entry(session, request.who, ref)
    reason = unquoted(rest)
    if not reason or len(reason) > TITLE_LENGTH or not may_be_asked(request):
        return open_vacate(request, ref)
    ask_if_it_took_place(request, hearing)
    intent = Intent(verb=Verb.VACATE, ref=hearing.ref, sequence=hearing.sequence, reason=reason)
    return attempt(request, intent)


def vacate_submitted(request: Request) -> Reply:
    """Take a hearing off calendar from the form."""
    memo = request.memo
    intent = Intent(verb=Verb.VACATE, ref=memo["ref"], sequence=memo["sequence"], reason=request.fields["reason"])
    return attempt(request, intent)


def open_move(request: Request, ref: str, *, told: ToldDate | None = None) -> Reply:
    """Open the form that moves a hearing, perhaps to a date that was told; say so if it cannot move."""
    with request.desk.look() as session:
        hearing = _standing_hearing(session, request, ref)
        line = facts.case_line(request.desk.book, session.get_one(Case, hearing.case_id))
    caution = took_place(request, hearing)
    return Reply(view=move_form(hearing, line, memo=memo_of(request, hearing), caution=caution, told=told))


def open_vacate(request: Request, ref: str) -> Reply:
    """Open the form that vacates a hearing; explain where it stands if it can no longer be vacated."""
    with request.desk.look() as session:
        hearing = _standing_hearing(session, request, ref)
        line = facts.case_line(request.desk.book, session.get_one(Case, hearing.case_id))
    return Reply(view=vacate_form(hearing, line, memo=memo_of(request, hearing), caution=took_place(request, hearing)))


def _scheduled(
    request: Request,
    ref: str,
    *,
    starts_at: datetime,
    title: str,
    place: str = "",
    link: str = "",
    note: str = "",
    owner: str | None = None,
    assumed: str = "",
    shown: Collection[str] | None = None,
) -> Reply:
    """Put a hearing on the docket.

    Args:
        shown: the conflicts that were shown, where they must be shown first; a typed line says them afterwards.

    Raises:
        UnshownConflictError: if there is one more.
    """
    with request.change() as change:
        case = find_case(change.session, request.who, ref)
        hearing = hearings.schedule(
            change, case=case, title=title, starts_at=starts_at, place=place, link=link, note=note, owner=owner
        )
        found = met_by_rows(change.session, request, entry=hearing)
        if shown is not None:
            must_be_shown(found, shown)
        notes = [*oddities(change.session, request, hearing), *conflict_lines(found)]
    told = _with_note(phrases.HEARING_ADDED.format(ref=hearing.ref, case=case.ref, when=entry_when(hearing)), assumed)
    return Reply(message=plainly("\n".join([told, *notes])), cards=(hearing.ref,))


def _with_note(text: str, assumed: str) -> str:
    return f"{text}\n{phrases.ASSUMED.format(note=said(assumed))}" if assumed else text


def _move_to(hearing: Entry, starts_at: datetime, *, reason: str, sequence: int) -> Intent:
    return Intent(verb=Verb.MOVE, ref=hearing.ref, sequence=sequence, facts={"starts_at": starts_at}, reason=reason)


def _when(request: Request, zone: str) -> datetime:
    return picked_moment(request, day=request.fields["day"], time=request.fields["time"], zone=zone)


def _standing_hearing(session: Session, request: Request, ref: str) -> Entry:
    """Return a hearing that can still be changed."""
    hearing = find_entry(session, request.who, ref)
    hearings.must_be_changeable(hearing)
    return hearing


COMMAND = Command(
    name="/hearing",
    is_dated=True,
    bare=form,
    verbs={
        "add": add,
        "list": entry_list(EntryKind.HEARING),
        "show": entry_show,
        "move": move,
        "vacate": vacate,
        "held": ending.held,
        "adjourn": ending.adjourn,
        "edit": editing.edit,
        "withdraw": ending.withdraw,
    },
)

ACTIONS: dict[str, Handle] = {**ending.ACTIONS, **editing.ACTIONS}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {
    "hearing.add": submitted,
    "hearing.move": move_submitted,
    "hearing.vacate": vacate_submitted,
    **ending.SUBMISSIONS,
    **editing.SUBMISSIONS,
}
"""What its forms do when they are submitted, by their callback_ids."""
