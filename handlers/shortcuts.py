"""Shortcuts: recording something from a message, or from anywhere. In threads they stand in for slash commands."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session

from bot.docket.errors import NotOnTheDocketError
from handlers import phrases
from handlers.commands.command import Handle
from handlers.commands.entry_form import open_form
from handlers.replies import Reply
from handlers.requests import Request
from handlers.told_of_standing import about_standing
from handlers.understanding import Heard, certain, dated, hear
from handlers.views.blocks import Block, modal
from handlers.views.forms import TITLE_LENGTH
from handlers.views.recording import Draft, draft_from
from handlers.views.sentences import (
    MOST_DATES,
    carried_back,
    date_choice,
    read_note,
    with_note,
    with_other_kinds,
)
from handlers.views.text import fitted, said
from storage.docket import EntryKind


def record_on_the_docket(request: Request) -> Reply:
    """Open the form with what a message says: its kind, case, title, link, and its date if one is certain.

    Of several dates, or one that can be read in several ways, the person chooses; none is ever guessed.
    """
    text, ts = request.text, str((request.body.get("message") or {}).get("ts") or "")
    memo = request.memo_of()
    with request.desk.look() as session:
        if news := _of_what_stands(session, request, text):
            return Reply(view=modal(phrases.NEWS_TITLE, news, memo=memo))
        heard = hear(session, request, text, now=_written_at(ts, request.desk.clock.now()), to_record=True)
    heard = heard if isinstance(heard, Heard) else Heard(draft=Draft(kind=None))
    draft = replace(heard.draft, title=fitted(text, TITLE_LENGTH), link=permalink(request.body, ts))
    heard = replace(heard, draft=draft)
    if option := certain(heard):
        return _filled(request, dated(draft, option), option.words)
    if heard.options:
        return Reply(view=date_choice(heard, memo=memo))
    note = phrases.READ_WRONG_DATE.format(sentence=said(heard.refusal, 500)) if heard.refusal else ""
    return _filled(request, draft, "", note=note)


def _of_what_stands(session: Session, request: Request, text: str) -> list[Block]:
    """Return what a message tells of a hearing or deadline here; ids of elsewhere are words like any others."""
    try:
        return about_standing(session, request, text, to_record=True)
    except NotOnTheDocketError:
        return []


def new_entry(request: Request) -> Reply:
    """Open the empty form."""
    return open_form(request, Draft(kind=None))


def record(request: Request) -> Reply:
    """Open the form with what was understood and the date that was pressed."""
    draft, words, ts = carried_back(request.value)
    if ts:
        draft = replace(draft, link=permalink(request.body, ts))
    return _filled(request, draft, words)


def of_another_kind(request: Request) -> Reply:
    """Turn the form into that of another kind of entry; what the message said stays."""
    draft = replace(draft_from(request.memo), kind=EntryKind(request.value), trigger="")
    return replace(_filled(request, draft, ""), in_place=True)


def permalink(body: Mapping[str, Any], message_ts: str) -> str:
    """Return the address of a message, by Slack's own pattern; nothing where Slack did not say enough to build it."""
    domain = (body.get("team") or {}).get("domain")
    channel = (body.get("channel") or {}).get("id") or (body.get("container") or {}).get("channel_id")
    if not (domain and channel and message_ts):
        return ""
    address = f"https://{domain}.slack.com/archives/{channel}/p{message_ts.replace('.', '')}"
    thread = (body.get("message") or {}).get("thread_ts")
    return f"{address}?thread_ts={thread}&cid={channel}" if thread and thread != message_ts else address


def _filled(request: Request, draft: Draft, words: str, *, note: str = "") -> Reply:
    """Return the form for a draft, with what was read above it and other kinds below it."""
    reply = open_form(request, draft)
    if reply.view is None:
        return reply
    view = with_note(reply.view, note or read_note(draft, words))
    if draft.kind and view.get("callback_id") != "entry.begin":
        view = with_other_kinds(view, draft.kind)
    return replace(reply, view=view, in_place=request.in_modal)


def _written_at(message_ts: str, now: datetime) -> datetime:
    """Return when a message was written: its "tomorrow" is the day after that."""
    try:
        return datetime.fromtimestamp(float(message_ts), UTC)
    except (ValueError, OverflowError, OSError):
        return now


SHORTCUTS: dict[str, Handle] = {"record_on_the_docket": record_on_the_docket, "new_entry": new_entry}
"""What each shortcut does, by its callback_id."""

ACTIONS: dict[str, Handle] = {
    "entry.new": new_entry,
    **{f"sentence.record.{name}": record for name in ("only", "other", *range(MOST_DATES))},
    **{f"sentence.kind.{kind}": of_another_kind for kind in EntryKind},
}
"""What the buttons do that open a filled form, by their action_ids."""
