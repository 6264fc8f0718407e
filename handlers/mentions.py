"""`@adquem`: one plain sentence is answered with a form to check, with what it asks for, or with examples."""

import re

from bot.docket.asking import AboutDays, AboutOne, AboutTopic, AboutWords, Asked
from bot.docket.sight import Viewer, find_deadline, find_entry, visible_cases
from handlers import browsing, facts, phrases, shortcuts
from handlers.browsing import Browser, listed, title_of
from handlers.commands.command import Handle
from handlers.replies import Reply
from handlers.requests import Request
from handlers.told_of_standing import about_standing
from handlers.understanding import Heard, hear
from handlers.views.blocks import Block, Message, actions, button, context, header, message, section
from handlers.views.home import Part
from handlers.views.sentences import understood
from handlers.views.text import said
from storage import slack
from storage.docket import Deadline, DeadlineStatus

SHOWN = 10
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
    return _answered(request, heard) or _not_understood(words)


def offer() -> Message:
    """Return what can be recorded with one press."""
    return message(section(phrases.MENTION), _forms())


def _answered(request: Request, asked: Asked | None) -> Message | None:
    match asked:
        case AboutOne(ref=ref):
            return _one(request, ref)
        case AboutDays(since=since, until=until):
            return _listed(request, f"between {since.isoformat()} {until.isoformat()}")
        case AboutTopic(topic=topic):
            return _listed(request, topic.value)
        case AboutWords(words=words, otherwise=otherwise):
            name = f"about {words}"
            return _listed(request, name) if _holds_any(request, name) else _answered(request, otherwise)
        case None:
            return None


def _one(request: Request, ref: str) -> Message:
    """Return how one entry or deadline stands, and its card."""
    with request.desk.look() as session:
        if ref.startswith("D"):
            deadline = find_deadline(session, request.who, ref)
            card = facts.deadline_message(session, request.desk, deadline, channel_id=request.who.channel_id)
            return message(section(_stands(deadline)), *card.blocks)
        entry = find_entry(session, request.who, ref)
        return facts.entry_message(session, request.desk, entry, channel_id=request.who.channel_id)


def _stands(deadline: Deadline) -> str:
    if deadline.status is DeadlineStatus.OPEN:
        return phrases.STANDS_OPEN.format(ref=deadline.ref)
    done = deadline.status is DeadlineStatus.DONE
    status = phrases.DEADLINE_STATUSES[deadline.status]
    return (phrases.STANDS_DONE if done else phrases.STANDS_OVER).format(ref=deadline.ref, status=status)


def _holds_any(request: Request, name: str) -> bool:
    return bool(_part(request, name, slice(0, 0)).total)


def _part(request: Request, name: str, span: slice) -> Part:
    who = Viewer(person_id=request.who.person_id)
    with request.desk.look() as session:
        cases = visible_cases(session, who)
        looking = Browser(session=session, desk=request.desk, cases=cases, person_id=who.person_id)
        return listed(looking, name, span) or Part()


def _listed(request: Request, name: str) -> Message:
    """Return the beginning of a list, and a button that opens the rest of it."""
    part = _part(request, name, slice(0, SHOWN))
    blocks = [header(title_of(name)), *(item.block for item in part.items)]
    if not part.items:
        blocks.append(context(phrases.HOME_NONE))
    if part.total > len(part.items):
        label = phrases.HOME_MORE.format(count=part.total - len(part.items))
        blocks.append(actions(button(label, "list.open", f"{name} 2")))
    return message(*blocks)


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
