"""`@adquem`: one plain sentence is answered with a form to check, with what it asks for, or with examples."""

import re

from handlers import browsing, phrases, shortcuts
from handlers.answering import answered
from handlers.commands.command import Handle
from handlers.replies import Reply
from handlers.requests import Request
from handlers.told_of_standing import about_standing
from handlers.understanding import Heard, hear
from handlers.views.blocks import Block, Message, actions, button, message, section
from handlers.views.sentences import understood
from handlers.views.text import said
from storage import slack

_OURSELVES = re.compile(r"^(?:@?ad\s?quem)\b[\s,:]*", re.IGNORECASE)
_GREETINGS = frozenset({"", "help", "hi", "hello", "hey", "?"})


def mentioned(request: Request) -> Reply:
    """Answer a mention, once."""
    with request.desk.store.writing() as session:
        receipt = slack.Receipt(key=request.receipt, at=request.desk.clock.now())
        if not slack.take(session, receipt):
            return Reply()
    return Reply(message=answer(request))


def answer(request: Request) -> Message:
    """Return what one sentence is answered; nothing is saved by it."""
    words = _OURSELVES.sub("", request.text).strip()
    if words.casefold().strip(" .!") in _GREETINGS:
        return offer()
    with request.desk.look() as session:
        if news := about_standing(session, request, words):
            return message(*news)
        heard = hear(session, request, words, now=request.desk.clock.now())
    if isinstance(heard, Heard):
        event = request.body.get("event") or {}
        return understood(heard, message_ts=str(event.get("ts") or ""))
    return answered(request, heard) or _not_understood(words)


def offer() -> Message:
    """Return what can be recorded with one press."""
    return message(section(phrases.MENTION), _forms())


def _not_understood(words: str) -> Message:
    return message(section(phrases.MENTION_NOT_UNDERSTOOD.format(said=said(words, 200))), _forms())


def _forms() -> Block:
    return actions(
        button(phrases.ADD_HEARING, "form.open.hearing", "hearing"),
        button(phrases.ADD_ORDER, "form.open.order", "order"),
        button(phrases.ADD_RULING, "form.open.ruling", "ruling"),
    )


ACTIONS: dict[str, Handle] = {**browsing.ACTIONS, **shortcuts.ACTIONS}
"""What the buttons of its answers do, by their action_ids: they open lists, and forms that are filled in."""
