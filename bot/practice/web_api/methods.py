import re
from collections.abc import Callable, Mapping

from bot.practice.nouns import Json
from bot.practice.posting import react
from bot.practice.refusals import Refusal
from bot.practice.state import APP_TOKEN, BOT_TOKEN, BOT_USER, SlackState
from bot.practice.web_api import chat, conversations, files, people, views
from bot.practice.web_api.calls import Call, Method, need_scope
from bot.practice.web_api.finding import find_lasting_message, find_own_channel

APP_PREFIX = "xapp-"
EMOJI = re.compile(r"[a-z0-9_+'-]+(?:::skin-tone-[2-6])?")


def add_reaction(slack: SlackState, call: Call) -> Json:
    """React to a message."""
    name = call.required("name").strip(":")
    if not EMOJI.fullmatch(name):
        raise Refusal("invalid_name")
    channel = find_own_channel(slack, call.required("channel"))
    message = find_lasting_message(slack, channel, call.required("timestamp"))
    if BOT_USER in message.reactions.get(name, ()):
        raise Refusal("already_reacted")
    react(slack, message, name=name, user=BOT_USER)
    return {}


def open_connection(issue_ticket: Callable[[], str] | None) -> Method:
    """Return `apps.connections.open` for a workspace in Socket Mode, or for one that is not."""

    def run(slack: SlackState, call: Call) -> Json:  # noqa: ARG001 - every method takes its call
        if issue_ticket is None:
            raise Refusal("socket_mode_not_enabled")
        return {"url": f"ws{slack.url.removeprefix('http')}/link/?ticket={issue_ticket()}"}

    return Method(run=run, token=APP_PREFIX)


METHODS: Mapping[str, Method] = {
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **people.METHODS,
    **views.METHODS,
    "reactions.add": Method(run=add_reaction, scopes=("reactions:write",)),
}


def run_method(slack: SlackState, call: Call, *, methods: Mapping[str, Method]) -> Json:
    """Carry out one call and return its answer.

    Raises:
        Refusal: whatever Slack would refuse.
    """
    method = methods.get(call.method)
    if method is None:
        raise Refusal("unknown_method", req_method=call.method)
    if method.token:
        _check_token(call.token, wanted=method.token)
    need_scope(slack, *method.scopes)
    with slack.changing():
        return {"ok": True, **method.run(slack, call)}


def _check_token(token: str | None, *, wanted: str) -> None:
    if not token:
        raise Refusal("not_authed")
    if token not in {BOT_TOKEN, APP_TOKEN}:
        raise Refusal("invalid_auth")
    if not token.startswith(wanted):
        raise Refusal("not_allowed_token_type")
