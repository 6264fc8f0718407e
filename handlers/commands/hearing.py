"""`/hearing`: schedule, move and vacate hearings. Day and hour are always the court's."""

import json
from datetime import date, datetime, time

from sqlmodel import Session

from bot.docket import hearings
from bot.docket.entries import must_stand
from bot.docket.errors import NotAHearingError
from bot.docket.moving import Moved
from bot.docket.sight import find_case, find_entry
from handlers import facts, phrases
from handlers.commands.command import Command, Handle
from handlers.commands.entry import entry_list, entry_show
from handlers.commands.hearing_cautions import (
    ask_if_it_took_place,
    closed_day,
    may_be_asked,
    oddities,
    took_place,
    when_on_the_wall,
)
from handlers.commands.recording import checked_link, open_form, show_preview
from handlers.examples import WhichOneError
from handlers.reading import case_and_rest, first_word, picked_moment, take_moment, unquoted
from handlers.replies import Notice, Reply
from handlers.requests import Request
from handlers.views.blocks import Message, plainly
from handlers.views.entry_cards import entry_when
from handlers.views.forms import move_form, vacate_form
from handlers.views.recording import NO_TRIGGER, Draft
from handlers.views.text import long_date, named, said
from storage.cases import Case, channels_of_case
from storage.docket import Entry, EntryKind

ADD_EXAMPLE = "/hearing add 30 April 2018 9:30am Oral argument on the application"


def form(request: Request) -> Reply:
    """Open the form for a new hearing."""
    return open_form(request, Draft(kind=EntryKind.HEARING))


def add(request: Request) -> Reply:
    """Schedule a hearing from one line: when, and what it is about."""
    if not request.text:
        return form(request)
    with request.desk.look() as session:
        case, rest = case_and_rest(session, request, example=ADD_EXAMPLE.replace("add ", "add C1 "))
    taken = take_moment(rest, zone=request.desk.book.court(case.court).zone)
    return _scheduled(request, case.ref, starts_at=taken.when, title=taken.rest, assumed=taken.note)


def submitted(request: Request) -> Reply:
    """Schedule a hearing from the form."""
    fields = request.fields
    with request.desk.look() as session:
        case = find_case(session, request.who, fields["case"])
    starts_at = _when(request, request.desk.book.court(case.court).zone)
    draft = Draft(
        kind=EntryKind.HEARING,
        case_ref=case.ref,
        title=fields["title"],
        on_date=date.fromisoformat(fields["day"]),
        at_time=time.fromisoformat(fields["time"]),
        place=fields.get("place") or "",
        link=checked_link(fields.get("link")),
        note=fields.get("note") or "",
        trigger=fields.get("trigger") or NO_TRIGGER,
    )
    if draft.trigger != NO_TRIGGER:
        return show_preview(request, draft)
    return _scheduled(
        request, case.ref, starts_at=starts_at, title=draft.title, place=draft.place, link=draft.link, note=draft.note
    )


def move(request: Request) -> Reply:
    """Move a hearing from one line: which, to when, and why."""
    ref, rest = first_word(request.text)
    if not ref:
        raise WhichOneError(request, "hearing")
    with request.desk.look() as session:
        hearing = find_entry(session, request.who, ref)
    if not rest or not may_be_asked(request):
        return open_move(request, hearing.ref)
    ask_if_it_took_place(request, hearing)
    taken = take_moment(request.rest(rest), zone=hearing.zone)
    return _moved(request, hearing.ref, starts_at=taken.when, reason=taken.rest, assumed=taken.note)


def move_submitted(request: Request) -> Reply:
    """Move a hearing from the form."""
    with request.desk.look() as session:
        hearing = find_entry(session, request.who, request.memo["ref"])
    return _moved(
        request,
        hearing.ref,
        starts_at=_when(request, hearing.zone),
        reason=request.fields["reason"],
        seen=request.memo.get("sequence"),
    )


def vacate(request: Request) -> Reply:
    """Take a hearing off calendar from one line: which, and why."""
    ref, reason = first_word(request.text)
    if not ref:
        raise WhichOneError(request, "hearing")
    with request.desk.look() as session:
        hearing = find_entry(session, request.who, ref)
    if not reason or not may_be_asked(request):
        return open_vacate(request, ref)
    ask_if_it_took_place(request, hearing)
    return _vacated(request, ref, reason=unquoted(reason))


def vacate_submitted(request: Request) -> Reply:
    """Take a hearing off calendar from the form."""
    memo = request.memo
    return _vacated(request, memo["ref"], reason=request.fields["reason"], seen=memo.get("sequence"))


def open_move(request: Request, ref: str) -> Reply:
    """Open the form that moves a hearing; explain where it stands if it can no longer be moved."""
    with request.desk.look() as session:
        hearing = _standing_hearing(session, request, ref)
        line = facts.case_line(request.desk.book, session.get_one(Case, hearing.case_id))
    return Reply(view=move_form(hearing, line, memo=_memo(request, hearing), caution=took_place(request, hearing)))


def open_vacate(request: Request, ref: str) -> Reply:
    """Open the form that vacates a hearing; explain where it stands if it can no longer be vacated."""
    with request.desk.look() as session:
        hearing = _standing_hearing(session, request, ref)
        line = facts.case_line(request.desk.book, session.get_one(Case, hearing.case_id))
    return Reply(view=vacate_form(hearing, line, memo=_memo(request, hearing), caution=took_place(request, hearing)))


def _scheduled(
    request: Request,
    ref: str,
    *,
    starts_at: datetime,
    title: str,
    place: str = "",
    link: str = "",
    note: str = "",
    assumed: str = "",
) -> Reply:
    with request.change() as change:
        case = find_case(change.session, request.who, ref)
        hearing = hearings.schedule(
            change, case=case, title=title, starts_at=starts_at, place=place, link=link, note=note
        )
        notes = oddities(change, request, case, hearing)
    told = _with_note(phrases.HEARING_ADDED.format(ref=hearing.ref, case=case.ref, when=entry_when(hearing)), assumed)
    return Reply(message=plainly("\n".join([told, *notes])), cards=(hearing.ref,))


def _moved(
    request: Request, ref: str, *, starts_at: datetime, reason: str, assumed: str = "", seen: int | None = None
) -> Reply:
    with request.change() as change:
        hearing = find_entry(change.session, request.who, ref)
        old = when_on_the_wall(hearing)
        changed = hearings.move(change, hearing=hearing, starts_at=starts_at, reason=reason, seen=seen)
        case = change.session.get_one(Case, hearing.case_id)
    text = phrases.HEARING_MOVED.format(
        ref=hearing.ref,
        case=case.ref,
        old=old,
        new=when_on_the_wall(hearing),
        title=said(hearing.title),
        reason=said(reason).rstrip("."),
        by=named(request.who.person_id),
    )
    lines = [_with_note(text, assumed), *closed_day(request, hearing), *map(_deadline_moved, changed)]
    told = plainly("\n".join(lines))
    refs = (hearing.ref, *(each.deadline.ref for each in changed))
    return _announced(request, hearing, told, refs)


def _vacated(request: Request, ref: str, *, reason: str, seen: int | None = None) -> Reply:
    with request.change() as change:
        hearing = find_entry(change.session, request.who, ref)
        hearings.vacate(change, hearing=hearing, reason=reason, seen=seen)
        case = change.session.get_one(Case, hearing.case_id)
    text = phrases.HEARING_VACATED.format(
        ref=hearing.ref,
        case=case.ref,
        old=when_on_the_wall(hearing),
        title=said(hearing.title),
        reason=said(reason).rstrip("."),
        by=named(request.who.person_id),
    )
    return _announced(request, hearing, plainly(text), (hearing.ref,))


def _announced(request: Request, hearing: Entry, told: Message, refs: tuple[str, ...]) -> Reply:
    """Tell every channel that follows the case; whoever asked somewhere else is told there too."""
    with request.desk.look() as session:
        told_already = request.who.channel_id in channels_of_case(session, hearing.case_id)
    notice = Notice(case_id=hearing.case_id, message=told)
    return Reply(message=None if told_already else told, cards=refs, notices=(notice,))


def _with_note(text: str, assumed: str) -> str:
    return f"{text}\n{phrases.ASSUMED.format(note=said(assumed))}" if assumed else text


def _deadline_moved(moved: Moved) -> str:
    return phrases.DEADLINE_MOVED.format(
        ref=moved.deadline.ref, title=said(moved.deadline.title), old=long_date(moved.old), new=long_date(moved.new)
    )


def _when(request: Request, zone: str) -> datetime:
    return picked_moment(request, day=request.fields["day"], time=request.fields["time"], zone=zone)


def _standing_hearing(session: Session, request: Request, ref: str) -> Entry:
    """Return a hearing that can still be changed."""
    hearing = find_entry(session, request.who, ref)
    if hearing.kind is not EntryKind.HEARING:
        raise NotAHearingError(hearing.ref, hearing.kind)
    must_stand(hearing)
    return hearing


def _memo(request: Request, hearing: Entry) -> str:
    """Return what a form carries along: which hearing, and the state of it that the person saw."""
    return json.dumps(
        {
            "channel": request.who.channel_id,
            "ref": hearing.ref,
            "sequence": hearing.sequence,
            "home": request.in_home,
        }
    )


COMMAND = Command(
    name="/hearing",
    bare=form,
    verbs={
        "add": add,
        "list": entry_list(EntryKind.HEARING),
        "show": entry_show,
        "move": move,
        "vacate": vacate,
    },
)

ACTIONS: dict[str, Handle] = {}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {
    "hearing.add": submitted,
    "hearing.move": move_submitted,
    "hearing.vacate": vacate_submitted,
}
"""What its forms do when they are submitted, by their callback_ids."""
