"""What the page can ask for: each deed takes the JSON that was sent and returns the JSON of the answer."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.practice.membership import create_channel, join
from bot.practice.nouns import Json, View
from bot.practice.people.inputs import FIELDS
from bot.practice.people.opening import open_home, use_global_shortcut, use_message_shortcut
from bot.practice.people.payloads import channel_of
from bot.practice.people.pressing import find_place, press, suggest
from bot.practice.people.submitting import close, submit
from bot.practice.people.talking import say
from bot.practice.refusals import Refusal
from bot.practice.shown import shown_channel
from bot.practice.state import BOT_USER
from bot.practice.workspace import Workspace

Deed: TypeAlias = Callable[[Workspace, Json], Json]


def say_it(workspace: Workspace, asked: Json) -> Json:
    """Type a message or a slash command."""
    say(
        workspace,
        user=actor(workspace, asked),
        channel_id=asked["channel"],
        text=asked["text"],
        thread_ts=asked.get("thread_ts"),
    )
    return {}


def act(workspace: Workspace, asked: Json) -> Json:
    """Press or choose something."""
    user = actor(workspace, asked)
    given = asked.get("action", {})
    press(
        workspace,
        find_place(workspace, asked["container"], user=user),
        user=user,
        block_id=asked.get("block_id"),
        action_id=asked["action_id"],
        given=given.get(FIELDS.get(given.get("type", ""), "")),
        state=asked.get("state", {}).get("values"),
    )
    return {"view": workspace.top_view(user)}


def submit_it(workspace: Workspace, asked: Json) -> Json:
    """Submit a form."""
    view = _view(workspace, asked)
    submitted = submit(workspace, view, values=asked.get("state", {}).get("values", {}))
    if submitted.errors:
        return {"ok": False, "errors": submitted.errors}
    if submitted.error:
        trouble = workspace.troubles[-1]
        return {"ok": False, "error": submitted.error, "shown": trouble.shown}
    return {"view": workspace.top_view(view.user)}


def close_it(workspace: Workspace, asked: Json) -> Json:
    """Close a form."""
    view = _view(workspace, asked)
    close(workspace, view, everything=bool(asked.get("all")))
    return {"view": workspace.top_view(view.user)}


def use_shortcut(workspace: Workspace, asked: Json) -> Json:
    """Choose a shortcut, global or on a message."""
    user, callback_id = actor(workspace, asked), asked["callback_id"]
    if asked.get("ts"):
        place = find_place(workspace, {"channel": asked["channel"], "ts": asked["ts"]}, user=user)
        if place.message:
            use_message_shortcut(workspace, user=user, callback_id=callback_id, message=place.message)
    else:
        use_global_shortcut(workspace, user=user, callback_id=callback_id)
    return {"view": workspace.top_view(user)}


def open_the_home(workspace: Workspace, asked: Json) -> Json:
    """Open App Home."""
    open_home(workspace, user=actor(workspace, asked))
    return {}


def suggest_options(workspace: Workspace, asked: Json) -> Json:
    """Ask the app for the options of an external select."""
    user = actor(workspace, asked)
    place = find_place(workspace, asked["container"], user=user)
    return suggest(
        workspace,
        place,
        user=user,
        block_id=asked.get("block_id"),
        action_id=asked["action_id"],
        value=asked.get("value", ""),
    )


def move_clock(workspace: Workspace, asked: Json) -> Json:
    """Move the practice clock forward."""
    move_to = getattr(workspace.clock, "move_to", None)
    if move_to is None:
        raise Refusal("clock_runs_itself", status=409, shown="This workspace runs on the machine's own clock.")
    step = timedelta(**{unit: float(asked.get(unit) or 0) for unit in ("days", "hours", "minutes")})
    try:
        move_to(datetime.fromisoformat(asked["to"]) if asked.get("to") else workspace.clock.now() + step)
    except ValueError as error:
        raise Refusal("invalid_time", status=400, shown=str(error)) from error
    now = workspace.clock.now().isoformat()
    with workspace.changing():
        workspace.feed.tell({"type": "clock", "now": now})
    return {"now": now}


def add_channel(workspace: Workspace, asked: Json) -> Json:
    """Create a channel with oneself, and the bot if wanted."""
    user = actor(workspace, asked)
    members = {user, BOT_USER} if asked.get("invite_bot") else {user}
    channel = create_channel(workspace, name=asked["name"], members=members, private=bool(asked.get("private")))
    return {"channel": shown_channel(workspace, channel, me=user)}


def invite(workspace: Workspace, asked: Json) -> Json:
    """Bring somebody, or the bot, into a channel."""
    user = actor(workspace, asked)
    if asked["user"] not in {*workspace.people, BOT_USER}:
        raise Refusal("user_not_found", shown="There is no such person here.")
    join(workspace, channel_of(workspace, asked["channel"], user=user), user=asked["user"], inviter=user)
    return {}


def actor(workspace: Workspace, asked: Mapping[str, object]) -> str:
    """Return who acts.

    Raises:
        Refusal: `user_not_found`.
    """
    user = str(asked.get("as", ""))
    if user not in workspace.people:
        raise Refusal("user_not_found", shown="Choose somebody to be.")
    return user


def somebody(workspace: Workspace, asked: Mapping[str, object]) -> str:
    """Return who looks: the person they say they are, or the first one for a newcomer who has not chosen yet."""
    user = str(asked.get("as", ""))
    return user if user in workspace.people else next(iter(workspace.people))


def _view(workspace: Workspace, asked: Json) -> View:
    view = find_place(workspace, {"view_id": asked["view_id"]}, user=actor(workspace, asked)).view
    if view is None:
        raise Refusal("view_not_found", shown="This form is closed.")
    return view


DEEDS: Mapping[str, Deed] = {
    "say": say_it,
    "action": act,
    "submit": submit_it,
    "close": close_it,
    "shortcut": use_shortcut,
    "home": open_the_home,
    "suggest": suggest_options,
    "clock": move_clock,
    "channel": add_channel,
    "invite": invite,
}
