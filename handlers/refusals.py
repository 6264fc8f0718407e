"""Why not, told where the person is looking: under a field, over the page, or beside the conversation."""

import re

from sqlmodel import Session

from bot.docket.errors import AlreadyTakenError
from handlers.replies import Reply, sentence
from handlers.requests import Kind, Request
from handlers.views.blocks import SECTION
from handlers.views.pages import notice_page
from handlers.views.text import escaped, fitted
from storage.cases import Person

_MENTION = re.compile(r"&lt;(@[UW][A-Z0-9]+)&gt;")
_PLAIN_MENTION = re.compile(r"<@([UW][A-Z0-9]+)>")


def refusal(request: Request, error: Exception) -> Reply:
    """Return the sentence of an error. A form stays open with it, unless it was taken before."""
    text = str(error)
    if request.kind is Kind.SUBMISSION:
        if request.fields and not isinstance(error, AlreadyTakenError):
            return under_field(request, next(iter(request.fields)), text)
        return Reply(view=notice_page(shown(text)), in_place=True)
    return Reply(view=notice_page(shown(text))) if request.in_modal else sentence(shown(text))


def under_field(request: Request, name: str, text: str) -> Reply:
    """Return a sentence under a field, where Slack draws no mention: people are called by their names."""
    with request.desk.look() as session:
        return Reply(errors={name: _PLAIN_MENTION.sub(lambda found: _name_of(session, found[1]), text)})


def _name_of(session: Session, person_id: str) -> str:
    person = session.get(Person, person_id)
    return f"@{person.name}" if person else f"@{person_id}"


def shown(text: str) -> str:
    """Return a sentence in which nothing that somebody typed is obeyed; people that it names stay named."""
    return _MENTION.sub(r"<\1>", escaped(fitted(text, SECTION // 2)))
