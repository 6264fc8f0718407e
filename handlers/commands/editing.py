"""Correcting what an entry says, in a form or from one line."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.docket.correcting import must_be_correctable, news_of
from bot.docket.following import DATING
from bot.docket.sight import find_entry
from bot.errors import AdQuemError
from bot.law.errors import UnreadablePeriodError
from handlers import facts, phrases
from handlers.commands.changing import attempt
from handlers.commands.command import Handle
from handlers.commands.ending import memo_of, open_held, open_withdraw
from handlers.commands.recording import checked_link
from handlers.commands.single_event import take_file
from handlers.examples import ref_and_rest
from handlers.intents import Intent, Verb
from handlers.reading import (
    first_word,
    mention_in,
    picked_day,
    picked_day_if_any,
    picked_moment,
    take_court_day,
    unquoted,
)
from handlers.replies import FieldError, Reply, sentence
from handlers.requests import Request
from handlers.views.change_forms import NO_SERVICE, edit_form
from handlers.views.links import is_address
from handlers.views.recording import NO_TRIGGER
from handlers.views.text import echoed
from storage.cases import Case
from storage.docket import Entry, EntryKind

_WORDS = ("title", "place", "link", "note")
_TYPED = (*_WORDS, "owner", "entered", "service", "served", "trigger")
_NOBODY = frozenset({"nobody", "none"})


class UncorrectableError(AdQuemError):
    """What was typed to correct an entry cannot be taken; the sentence says what to type instead."""


def edit(request: Request) -> Reply:
    """Correct one thing from one line: which entry, what of it, and what it shall be; without more, open the form."""
    ref, rest = ref_and_rest(request)
    if not rest:
        return open_edit(request, ref)
    with request.desk.look() as session:
        entry = find_entry(session, request.who, ref)
        case = session.get_one(Case, entry.case_id)
    word, text = first_word(rest)
    told, reason = _typed(request.rest(text), case, entry, word.casefold())
    intent = Intent(verb=Verb.EDIT, ref=entry.ref, sequence=entry.sequence, facts=told, reason=reason)
    return attempt(request, intent) if intent.fits_a_form else open_edit(request, ref)


def open_edit(request: Request, ref: str) -> Reply:
    """Open the form that corrects an entry; explain where it stands if it can no longer be corrected."""
    with request.desk.look() as session:
        entry = find_entry(session, request.who, ref)
        must_be_correctable(entry)
        case = session.get_one(Case, entry.case_id)
    book = request.desk.book
    line = facts.case_line(book, case)
    return Reply(view=edit_form(entry, line, book.triggers(case.court), memo=memo_of(request, entry)))


def edit_submitted(request: Request) -> Reply:
    """Correct an entry from the form."""
    with request.desk.look() as session:
        entry = find_entry(session, request.who, request.memo["ref"])
    told, reason = news_of(entry, _filled_in(request, entry)), request.fields.get("reason") or ""
    if told.keys() & DATING and not reason:
        raise FieldError("reason", phrases.ENTRY_EDIT_REASON_NEEDED)
    intent = Intent(verb=Verb.EDIT, ref=entry.ref, sequence=request.memo["sequence"], facts=told, reason=reason)
    try:
        return attempt(request, intent)
    except UnreadablePeriodError:
        if entry.kind is EntryKind.HEARING or told.get("starts_at") or entry.starts_at:
            raise
        raise FieldError("time", phrases.TIME_IS_NEEDED) from None


def more(request: Request) -> Reply:
    """Do what was chosen behind the three dots of a card: its value is a verb and a short id."""
    verb, _, ref = request.value.partition(" ")
    if verb not in _MORE:
        return sentence(phrases.UNKNOWN_BUTTON)
    return _MORE[verb](replace(request, value=ref), ref)


def _adjourn(request: Request, ref: str) -> Reply:
    return open_held(request, ref, chosen="adjourned")


_MORE = {
    "held": open_held,
    "adjourn": _adjourn,
    "file": take_file,
    "edit": open_edit,
    "withdraw": open_withdraw,
}


def _filled_in(request: Request, entry: Entry) -> dict[str, Any]:
    """Return what the form says of an entry, by column."""
    fields = request.fields
    told: dict[str, Any] = {name: fields.get(name) or "" for name in ("title", "note")}
    told |= {"link": checked_link(fields.get("link")), "owner": fields.get("owner")}
    if fields.get("trigger"):
        told["trigger"] = None if fields["trigger"] == NO_TRIGGER else fields["trigger"]
    if entry.kind is EntryKind.HEARING:
        return {**told, "place": fields.get("place") or ""}
    service = fields["service"]
    return {
        **told,
        "on_date": picked_day(request, "on"),
        "starts_at": _starts_at(request, entry),
        "service": "" if service == NO_SERVICE else service,
        "served_on": picked_day_if_any(request, "served"),
    }


def _starts_at(request: Request, entry: Entry) -> datetime | None:
    """Return the instant that was filled in, on the court's clock; None if no time was."""
    time = request.fields.get("time")
    if not time:
        return None
    return picked_moment(request, day=request.fields["on"], time=time, zone=entry.zone)


def _typed(request: Request, case: Case, entry: Entry, word: str) -> tuple[Mapping[str, Any], str]:
    """Return what one line corrects, by column, and the reason that stands behind it.

    Raises:
        UncorrectableError: if there is no such thing to correct, or nothing that it shall be.
    """
    command = request.line.split(" ", 1)[0]
    example = f"{command} edit {entry.ref} title Order denying the application"
    if word not in _TYPED:
        known = ", ".join(f"`{name}`" for name in _TYPED)
        raise UncorrectableError(
            phrases.ENTRY_EDIT_KNOWS_NO_FIELD.format(
                said=echoed(word, 40), known=known, example=example, command=command, ref=entry.ref
            )
        )
    if not request.text:
        raise UncorrectableError(phrases.ENTRY_EDIT_SAYS_NOTHING.format(example=example))
    if word == "link":
        return {"link": _link(unquoted(request.text))}, ""
    if word in _WORDS:
        return {word: "" if unquoted(request.text) == "none" else unquoted(request.text)}, ""
    if word == "owner":
        return {"owner": _person(request)}, ""
    if word in ("entered", "served"):
        return _day(request, case, entry, word)
    value, reason = first_word(request.text)
    return _fact(word, value), unquoted(reason)


def _day(request: Request, case: Case, entry: Entry, word: str) -> tuple[Mapping[str, Any], str]:
    """Return the day that a line names, and the reason behind it; an hour that is known stays on the wall."""
    value, reason = first_word(request.text)
    if word == "served" and value == "none":
        return {"served_on": None}, unquoted(reason)
    taken = take_court_day(request, case.court)
    if word == "served":
        return {"served_on": taken.when}, taken.rest
    told: dict[str, Any] = {"on_date": taken.when}
    if entry.starts_at and entry.kind is not EntryKind.HEARING:
        wall = entry.starts_at.astimezone(ZoneInfo(entry.zone))
        told["starts_at"] = picked_moment(request, day=taken.when.isoformat(), time=f"{wall:%H:%M}", zone=entry.zone)
    return told, taken.rest


def _fact(word: str, value: str) -> Mapping[str, Any]:
    if word == "service":
        known = [name for name in phrases.SERVICES if name != NO_SERVICE]
        if value.casefold() not in (*known, NO_SERVICE):
            listed = ", ".join([*known, NO_SERVICE])
            raise UncorrectableError(phrases.ENTRY_EDIT_KNOWS_NO_SERVICE.format(said=echoed(value, 40), known=listed))
        return {"service": "" if value.casefold() == NO_SERVICE else value.casefold()}
    return {"trigger": None if value == NO_TRIGGER else value}


def _person(request: Request) -> str | None:
    mentioned, rest = mention_in(request.text)
    if mentioned and not rest:
        return mentioned
    word = unquoted(request.text).casefold()
    if word == "me":
        return request.who.person_id
    if word in _NOBODY:
        return None
    raise UncorrectableError(phrases.ENTRY_NOBODY_NAMED.format(said=echoed(request.text, 60)))


def _link(link: str) -> str:
    if link == "none":
        return ""
    address = link.strip("<>").split("|")[0]
    if not is_address(address):
        raise UncorrectableError(phrases.LINK_IS_NO_ADDRESS)
    return address


ACTIONS: dict[str, Handle] = {"entry.edit": lambda request: open_edit(request, request.value), "entry.more": more}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {"entry.edit": edit_submitted}
"""What its forms do when they are submitted, by their callback_ids."""
