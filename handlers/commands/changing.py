"""Changing what stands on the docket: whatever follows is shown, old and new, before it is saved.

A change from which nothing follows is saved at once. Otherwise the person sees each deadline and saves what they saw;
if it would be something else by then, they are shown that first.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sqlmodel import Session

from bot.docket import correcting, hearings, outcomes
from bot.docket.desk import Change
from bot.docket.following import (
    UNSHOWN,
    Ahead,
    Decision,
    Followed,
    OtherwiseThanShownError,
    as_changed,
    look_again,
)
from bot.docket.moving import Fate
from bot.docket.sight import find_entry
from handlers import entry_facts, facts, phrases
from handlers.announcing import announced
from handlers.commands.hearing_cautions import cautions_about, oddities
from handlers.commands.meeting import as_moved, met_by_rows
from handlers.conflicts import conflict_lines
from handlers.intents import DAYS, Intent, Verb, intent_in
from handlers.replies import Reply
from handlers.requests import Kind, Request
from handlers.views.announcements import Made, announcement
from handlers.views.change_forms import preview_form, preview_message
from handlers.views.changes import Preview
from handlers.views.text import said
from storage.cases import Case
from storage.docket import Entry, EntryKind, EntryStatus

Handle = Callable[[Request], Reply]
_NEVER = "never shown"


def attempt(request: Request, intent: Intent, *, assumed: str = "") -> Reply:
    """Make a change from which nothing follows; show what follows from any other, and dates that cannot be right."""
    shown = _NEVER if _is_doubtful(request, intent) else UNSHOWN
    decision = Decision(sequence=intent.sequence, shown=shown)
    return _made(request, replace(intent, receipt=request.receipt), decision, assumed=assumed)


def save(request: Request) -> Reply:
    """Make the change as it was shown; what has no rule any more keeps its date."""
    intent = intent_in(request.value)
    decision = Decision(sequence=intent.sequence, shown=intent.shown)
    return replace(_made(_taking(request, intent), intent, decision), replaces=True)


def save_and_close(request: Request) -> Reply:
    """Make the change as it was shown; what has no rule any more is moot."""
    intent = intent_in(request.value)
    decision = Decision(sequence=intent.sequence, shown=intent.shown, closes_lost=True)
    return replace(_made(_taking(request, intent), intent, decision), replaces=True)


def choose(request: Request) -> Reply:
    """Lay what follows over the conversation, each deadline to be ticked or not."""
    intent = intent_in(request.value)
    reply = _made(request, intent, Decision(sequence=intent.sequence, shown=_NEVER), in_form=True)
    return replace(reply, message=None)


def submitted(request: Request) -> Reply:
    """Make the change with what was ticked."""
    intent, fields = intent_in(request.memo), request.fields
    decision = Decision(
        sequence=intent.sequence,
        shown=intent.shown,
        moot=_ticked(fields, "moot."),
        moving=_ticked(fields, "move."),
        started=_ticked(fields, "new."),
        owner=fields.get("owner"),
    )
    return _made(_taking(request, intent), intent, decision)


def _made(request: Request, intent: Intent, decision: Decision, *, assumed: str = "", in_form: bool = False) -> Reply:
    """Make a change; where something else follows than was shown, show that and make none."""
    try:
        with request.change() as change:
            entry = find_entry(change.session, request.who, intent.ref)
            before = as_changed(entry, {})
            followed, following = _ACTS[intent.verb](change, entry, intent, decision)
            odd = following or (entry if _is_scheduled_anew(intent, entry) else None)
            conflicts = _conflicts_made(change.session, request, odd, followed)
            after = as_changed(entry, {})
    except OtherwiseThanShownError as error:
        return _shown(request, intent, error.ahead, in_form=in_form)
    made = Made(verb=intent.verb, before=before, after=after, following=following, reason=intent.reason)
    return _announced(request, made, followed, odd=odd, assumed=assumed, mine=conflicts)


def _move(change: Change, entry: Entry, intent: Intent, decision: Decision) -> tuple[Followed, None]:
    starts_at = intent.facts["starts_at"]
    return hearings.move(change, hearing=entry, starts_at=starts_at, reason=intent.reason, decision=decision), None


def _vacate(change: Change, entry: Entry, intent: Intent, decision: Decision) -> tuple[Followed, None]:
    return hearings.vacate(change, hearing=entry, reason=intent.reason, decision=decision), None


def _adjourn(change: Change, entry: Entry, intent: Intent, decision: Decision) -> tuple[Followed, Entry | None]:
    starts_at = intent.facts.get("starts_at")
    following, followed = outcomes.adjourn(
        change, hearing=entry, starts_at=starts_at, outcome=intent.reason, decision=decision
    )
    return followed, following


def _edit(change: Change, entry: Entry, intent: Intent, decision: Decision) -> tuple[Followed, None]:
    return correcting.correct(change, entry=entry, facts=intent.facts, reason=intent.reason, decision=decision), None


def _withdraw(change: Change, entry: Entry, intent: Intent, decision: Decision) -> tuple[Followed, None]:
    return correcting.withdraw(change, entry=entry, reason=intent.reason, decision=decision), None


_Act = Callable[[Change, Entry, Intent, Decision], tuple[Followed, Entry | None]]
_ACTS: Mapping[Verb, _Act] = {
    Verb.MOVE: _move,
    Verb.VACATE: _vacate,
    Verb.ADJOURN: _adjourn,
    Verb.EDIT: _edit,
    Verb.WITHDRAW: _withdraw,
}


def _shown(request: Request, intent: Intent, ahead: Ahead, *, in_form: bool) -> Reply:
    """Show what would follow: typed commands are answered with buttons, forms with another form."""
    with request.desk.look() as session:
        entry = find_entry(session, request.who, intent.ref)
        case = session.get_one(Case, entry.case_id)
        ahead = look_again(session, request.desk.book, ahead)
        preview = Preview(
            intent=replace(intent, shown=ahead.mark),
            entry=entry,
            case=facts.case_line(request.desk.book, case),
            ahead=ahead,
            now=request.desk.clock.now(),
            news=_news(request, intent, case, entry, ahead.after),
            cautions=[
                *cautions_about(session, request, entry, ahead.after),
                *_conflicts_ahead(session, request, intent, ahead),
            ],
            is_anew=bool(intent.shown) and not in_form,
        )
    if not (in_form or request.in_modal or ahead.new):
        typed = preview_message(preview)
        if typed:
            return Reply(message=typed)
    memo = preview.intent.memo(channel=request.who.channel_id, home=request.began_at_home)
    in_place = request.kind is Kind.SUBMISSION and bool(intent.shown)
    return Reply(view=preview_form(preview, memo=memo), in_place=in_place)


def _news(request: Request, intent: Intent, case: Case, before: Entry, after: Entry) -> list[tuple[str, str, str]]:
    """Return what an entry says and would say; a hearing that was adjourned to no day is not off calendar."""
    told = entry_facts.news(request.desk.book, case, before, after)
    if intent.verb is Verb.ADJOURN and not intent.facts:
        return [(label, old, phrases.CHANGE_NO_DATE_YET) for label, old, _ in told]
    return told


def _announced(
    request: Request, made: Made, followed: Followed, *, odd: Entry | None, assumed: str, mine: list[str]
) -> Reply:
    """Tell every channel that follows the case, and whoever asked; bring the cards up to date."""

    def told(session: Session) -> list[str]:
        case = session.get_one(Case, made.before.case_id)
        news = entry_facts.news(request.desk.book, case, made.before, made.after)
        lines = announcement(made, case.ref, news, followed, by=request.who.person_id)
        notes = [phrases.ASSUMED.format(note=said(assumed))] if assumed else []
        return [*lines, *notes, *(oddities(session, request, odd) if odd else [])]

    cards = (made.after.ref, *([made.following.ref] if made.following else []), *followed.refs)
    return replace(announced(request, made.before.case_id, told, mine=mine), cards=cards)


def _conflicts_made(session: Session, request: Request, odd: Entry | None, followed: Followed) -> list[str]:
    """Return what a change brought into conflict: a hearing that is scheduled anew, and the deadlines that moved."""
    moved = [each.deadline for each in followed.moved]
    return conflict_lines(met_by_rows(session, request, entry=odd, deadlines=moved))


def _conflicts_ahead(session: Session, request: Request, intent: Intent, ahead: Ahead) -> list[str]:
    """Return the same of a change that is not made yet."""
    hearing = ahead.after if _is_scheduled_anew(intent, ahead.after) else None
    moved = [as_moved(each.deadline, each.answer) for each in ahead.of(Fate.MOVES) if each.answer]
    return conflict_lines(met_by_rows(session, request, entry=hearing, deadlines=moved))


def _is_doubtful(request: Request, intent: Intent) -> bool:
    """Return whether somebody must look first: a corrected date cannot be right, or a hearing would be in conflict."""
    with request.desk.look() as session:
        entry = find_entry(session, request.who, intent.ref)
        if intent.facts.keys() & DAYS and intent.verb is Verb.EDIT:
            return bool(cautions_about(session, request, entry, as_changed(entry, intent.facts)))
        starts_at = intent.facts.get("starts_at")
        after = as_changed(entry, hearings.at(entry, starts_at) if starts_at else intent.facts)
        return _is_scheduled_anew(intent, after) and bool(met_by_rows(session, request, entry=after))


def _is_scheduled_anew(intent: Intent, entry: Entry) -> bool:
    """Return whether a hearing has another time, or somebody else appears at it: both can be in conflict."""
    is_new = bool(intent.facts.keys() & {"starts_at", "owner"})
    return is_new and entry.kind is EntryKind.HEARING and entry.status is EntryStatus.STANDING


def _taking(request: Request, intent: Intent) -> Request:
    """Return the request as one of several that were offered at once: only one of them is taken."""
    return replace(request, receipt=intent.receipt) if intent.receipt else request


def _ticked(fields: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(key for field, keys in fields.items() if field.startswith(name) for key in keys or ())


ACTIONS: dict[str, Handle] = {
    "change.save": save,
    "change.save.keep": save,
    "change.save.moot": save_and_close,
    "change.choose": choose,
}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {"change.save": submitted}
"""What its forms do when they are submitted, by their callback_ids."""
