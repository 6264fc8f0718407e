"""What came of a hearing, and withdrawing what should not stand on the docket."""

import re
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.docket import hearings, outcomes
from bot.docket.entries import must_stand
from bot.docket.following import Decision
from bot.docket.outcomes import Upshot
from bot.docket.sight import find_entry
from handlers import facts, phrases
from handlers.announcing import announced
from handlers.commands.changing import attempt
from handlers.commands.command import Handle
from handlers.examples import ref_and_rest
from handlers.intents import Intent, Verb
from handlers.reading import picked_moment, take_moment, unquoted
from handlers.replies import FieldError, Reply
from handlers.requests import Request
from handlers.told_dates import ToldDate, carried_date
from handlers.views.change_forms import VACATED, held_form, withdraw_form
from handlers.views.entry_cards import when_on_the_wall
from handlers.views.forms import TITLE_LENGTH
from handlers.views.text import named, said
from storage.cases import Case
from storage.docket import Entry

_OPENING = ' "“”„«»'
_RESERVED = re.compile(r"(?:the )?(?:ruling )?reserved\b[\s:,.;-]*", re.IGNORECASE)
_ADJOURNED = re.compile(r"adjourned\b(?: (?:to|until)\b)?[\s:,]*", re.IGNORECASE)
_NO_DATE = re.compile(r"(?:sine die|without (?:a )?(?:new )?date|no date(?: yet)?)\b[\s:,.;-]*", re.IGNORECASE)


def held(request: Request) -> Reply:
    """Write down what came of a hearing from one line; without words, ask in a form."""
    ref, rest = ref_and_rest(request, "hearing")
    words, typed = unquoted(rest), rest.lstrip(_OPENING)
    if not words or len(words) > TITLE_LENGTH:
        return open_held(request, ref)
    if found := _ADJOURNED.match(typed):
        return _adjourned(request.rest(typed[found.end() :]), ref)
    reserved = _RESERVED.match(words)
    upshot = Upshot.RESERVED if reserved else Upshot.HELD
    return _held(request, ref, upshot=upshot, outcome=words[reserved.end() :] if reserved else words)


def adjourn(request: Request) -> Reply:
    """Adjourn a hearing from one line: which, to when, and why; without a day, ask in a form."""
    ref, rest = ref_and_rest(request, "hearing")
    return _adjourned(request.rest(rest), ref) if rest else open_held(request, ref, chosen=Upshot.ADJOURNED)


def withdraw(request: Request) -> Reply:
    """Withdraw an entry from one line: which, and why; without a reason, ask in a form."""
    ref, rest = ref_and_rest(request)
    reason = unquoted(rest)
    if not reason or len(reason) > TITLE_LENGTH:
        return open_withdraw(request, ref)
    entry = _entry(request, ref)
    return attempt(request, Intent(verb=Verb.WITHDRAW, ref=entry.ref, sequence=entry.sequence, reason=reason))


def open_held(request: Request, ref: str, *, chosen: str = Upshot.HELD, told: ToldDate | None = None) -> Reply:
    """Open the form that asks what came of a hearing; explain where it stands if that was told before."""
    with request.desk.look() as session:
        hearing = find_entry(session, request.who, ref)
        hearings.must_be_changeable(hearing)
        line = facts.case_line(request.desk.book, session.get_one(Case, hearing.case_id))
    when = when_on_the_wall(hearing)
    return Reply(view=held_form(hearing, line, when, chosen=chosen, memo=memo_of(request, hearing), told=told))


def open_withdraw(request: Request, ref: str) -> Reply:
    """Open the form that withdraws an entry; explain where it stands if it cannot be withdrawn."""
    with request.desk.look() as session:
        entry = find_entry(session, request.who, ref)
        must_stand(entry)
        line = facts.case_line(request.desk.book, session.get_one(Case, entry.case_id))
    return Reply(view=withdraw_form(entry, line, memo=memo_of(request, entry)))


def held_submitted(request: Request) -> Reply:
    """Write down what came of a hearing from the form."""
    fields, memo = request.fields, request.memo
    upshot, outcome = fields["upshot"], fields.get("outcome") or ""
    with request.desk.look() as session:
        hearing = find_entry(session, request.who, memo["ref"])
    starts_at = _next_day(request, hearing)
    if upshot == Upshot.ADJOURNED:
        told = {"starts_at": starts_at} if starts_at else {}
        intent = Intent(verb=Verb.ADJOURN, ref=hearing.ref, sequence=memo["sequence"], facts=told, reason=outcome)
        return attempt(request, intent)
    if starts_at:
        raise FieldError("day", phrases.HEARING_HELD_IS_NOT_ADJOURNED)
    if upshot == VACATED:
        if not outcome:
            raise FieldError("outcome", phrases.HEARING_HELD_NEEDS_A_REASON)
        return attempt(request, Intent(verb=Verb.VACATE, ref=hearing.ref, sequence=memo["sequence"], reason=outcome))
    return _held(request, hearing.ref, upshot=Upshot(upshot), outcome=outcome, sequence=memo["sequence"])


def withdraw_submitted(request: Request) -> Reply:
    """Withdraw an entry from the form."""
    why, words = phrases.ENTRY_WITHDRAW_WHY[request.fields["why"]], request.fields.get("reason")
    reason = f"{why}: {words}" if words else why
    memo = request.memo
    return attempt(request, Intent(verb=Verb.WITHDRAW, ref=memo["ref"], sequence=memo["sequence"], reason=reason))


def memo_of(request: Request, entry: Entry) -> str:
    """Return what a form carries along: which entry, and the edition of it that the person saw."""
    return request.memo_of(ref=entry.ref, sequence=entry.sequence)


def _entry(request: Request, ref: str) -> Entry:
    with request.desk.look() as session:
        return find_entry(session, request.who, ref)


def _adjourned(request: Request, ref: str) -> Reply:
    """Adjourn to the day that the text begins with, or to none if it says so."""
    hearing = _entry(request, ref)
    hearings.must_be_changeable(hearing)
    without = _NO_DATE.match(request.text)
    if without or not unquoted(request.text):
        starts_at, reason, note = None, unquoted(request.text[without.end() :] if without else ""), ""
    else:
        taken = take_moment(request, zone=hearing.zone)
        starts_at, reason, note = taken.when, taken.rest, taken.note
    told = {"starts_at": starts_at} if starts_at else {}
    intent = Intent(verb=Verb.ADJOURN, ref=hearing.ref, sequence=hearing.sequence, facts=told, reason=reason)
    return attempt(request, intent, assumed=note)


def _held(request: Request, ref: str, *, upshot: Upshot, outcome: str, sequence: int | None = None) -> Reply:
    with request.change() as change:
        hearing = find_entry(change.session, request.who, ref)
        decision = Decision(sequence=sequence)
        outcomes.hold(change, hearing=hearing, upshot=upshot, outcome=outcome, decision=decision)
        case = change.session.get_one(Case, hearing.case_id)

    def told(_: Session) -> list[str]:
        template = phrases.HEARING_RESERVED if upshot is Upshot.RESERVED else phrases.HEARING_HELD
        line = template.format(
            ref=hearing.ref,
            case=case.ref,
            when=when_on_the_wall(hearing),
            title=said(hearing.title),
            outcome=said(outcome).rstrip(".") or phrases.HEARING_NO_OUTCOME,
            by=named(request.who.person_id),
        )
        return [line]

    return replace(announced(request, case.key, told), cards=(hearing.ref,))


def _next_day(request: Request, hearing: Entry) -> datetime | None:
    """Return the instant to which a hearing was adjourned in the form; None if no day was filled in."""
    day, time = request.fields.get("day"), request.fields.get("time")
    if not day and not time:
        return None
    if not day or not time:
        raise FieldError("time" if day else "day", phrases.HEARING_HELD_BOTH_OR_NONE)
    return picked_moment(request, day=day, time=time, zone=hearing.zone)


def _open_adjourned(request: Request) -> Reply:
    ref, told = carried_date(request.value)
    return open_held(request, ref, chosen=Upshot.ADJOURNED, told=told)


ACTIONS: dict[str, Handle] = {
    "entry.held": lambda request: open_held(request, request.value),
    "entry.adjourn": _open_adjourned,
    "entry.withdraw": lambda request: open_withdraw(request, request.value),
}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {"hearing.held": held_submitted, "entry.withdraw": withdraw_submitted}
"""What its forms do when they are submitted, by their callback_ids."""
