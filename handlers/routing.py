"""Who answers a request: found by the name that Slack gives to what was typed, pressed, submitted, chosen or heard."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from handlers import members, mentions, phrases
from handlers.actions import ACTIONS, FAMILIES, not_in_use
from handlers.commands import COMMANDS
from handlers.commands.command import Handle, unknown
from handlers.home import home_opened
from handlers.modals import SUBMISSIONS
from handlers.replies import Reply, sentence
from handlers.requests import Kind, Request
from handlers.shortcuts import SHORTCUTS

EVENTS: dict[str, Handle] = {
    "app_home_opened": home_opened,
    "app_mention": mentions.mentioned,
    "member_joined_channel": members.joined,
    "member_left_channel": members.left,
    "channel_archive": members.archived,
    "group_archive": members.archived,
    "channel_unarchive": members.unarchived,
    "group_unarchive": members.unarchived,
    "user_change": members.changed,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What is asked in one way, and who answers it.

    Args:
        name: returns what Slack calls it.
        families: answer whatever begins with their name and a dot.
        otherwise: answers whatever nobody else does.
    """

    name: Callable[[Mapping[str, Any]], str]
    handles: Mapping[str, Handle]
    otherwise: Handle
    families: Mapping[str, Handle] = field(default_factory=dict)

    def answer(self, request: Request) -> Reply:
        """Let the right one answer."""
        return self._handle(self.name(request.body))(request)

    def _handle(self, name: str) -> Handle:
        if handle := self.handles.get(name):
            return handle
        within = (handle for family, handle in self.families.items() if name.startswith(f"{family}."))
        return next(within, self.otherwise)


def _unknown_form(request: Request) -> Reply:  # noqa: ARG001 -- every handler is asked the same way
    return sentence(phrases.UNKNOWN_FORM)


def _unheard(request: Request) -> Reply:  # noqa: ARG001 -- every handler is asked the same way
    return Reply()


TABLES: Mapping[Kind, Table] = {
    Kind.COMMAND: Table(
        name=lambda body: str(body["command"]),
        handles={name: command.answer for name, command in COMMANDS.items()},
        otherwise=unknown,
    ),
    Kind.PRESS: Table(
        name=lambda body: str(body["actions"][0]["action_id"]),
        handles=ACTIONS,
        families=FAMILIES,
        otherwise=not_in_use,
    ),
    Kind.SUBMISSION: Table(
        name=lambda body: str(body["view"]["callback_id"]), handles=SUBMISSIONS, otherwise=_unknown_form
    ),
    Kind.SHORTCUT: Table(name=lambda body: str(body["callback_id"]), handles=SHORTCUTS, otherwise=_unknown_form),
    Kind.EVENT: Table(name=lambda body: str(body["event"]["type"]), handles=EVENTS, otherwise=_unheard),
}
