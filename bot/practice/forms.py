"""The stack of forms on a person's screen: opened, pushed, updated, closed. Three at most."""

from dataclasses import replace

from bot.practice.blockkit import check_view, find_element, with_ids
from bot.practice.nouns import Json, View
from bot.practice.refusals import Refusal
from bot.practice.state import SlackState

STACK = 3


def open_form(slack: SlackState, *, user: str, body: object) -> View:
    """Show a form, in place of any other that is open.

    Raises:
        Refusal: `invalid_arguments`, `view_too_large` or `duplicate_external_id`.
    """
    view = _new_view(slack, user=user, body=_checked(slack, body))
    with slack.changing():
        slack.set_stack(user, (view,))
    return view


def push_form(slack: SlackState, *, user: str, body: object) -> View:
    """Lay a form on top of those that are open.

    Raises:
        Refusal: as `open_form`, and `push_limit_reached`.
    """
    stack = slack.stacks.get(user, ())
    if len(stack) >= STACK:
        raise Refusal("push_limit_reached")
    top = stack[-1]
    view = _new_view(slack, user=user, body=_checked(slack, body))
    view = replace(view, root=top.root, previous=top.id)
    with slack.changing():
        slack.set_stack(user, (*stack, view))
    return view


def update_form(slack: SlackState, view: View, *, body: object) -> View:
    """Replace what a form shows; what was typed stays where block_id and action_id stay.

    Raises:
        Refusal: as `open_form`.
    """
    checked = _checked(slack, body, instead_of=view)
    updated = replace(view, body=checked, hash=_new_hash(slack), state=_kept(view.state, checked))
    with slack.changing():
        slack.put_view(updated)
    return updated


def publish_home(slack: SlackState, *, user: str, body: object) -> View:
    """Show one person their App Home.

    Raises:
        Refusal: `invalid_arguments` or `view_too_large`.
    """
    checked = check_view(body, kinds=("home",))
    named = {**checked, "blocks": list(with_ids(checked["blocks"]))}
    there = slack.homes.get(user)
    view = _new_view(slack, user=user, body=named)
    if there:
        view = replace(view, id=there.id, root=there.root, state=_kept(there.state, named))
    with slack.changing():
        slack.put_view(view)
    return view


def _checked(slack: SlackState, body: object, *, instead_of: View | None = None) -> Json:
    checked = check_view(body, kinds=("modal",))
    takes_files = any(block.get("element", {}).get("type") == "file_input" for block in checked["blocks"])
    if takes_files and "files:read" not in slack.manifest.scopes:
        raise Refusal("invalid_arguments")
    external_id = checked.get("external_id")
    there = slack.find_view(external_id=external_id) if external_id else None
    if there and (instead_of is None or there.id != instead_of.id):
        raise Refusal("duplicate_external_id")
    return {**checked, "blocks": list(with_ids(checked["blocks"]))}


def _new_view(slack: SlackState, *, user: str, body: Json) -> View:
    view_id = slack.ids.next("V")
    return View(id=view_id, user=user, body=body, hash=_new_hash(slack), root=view_id)


def _new_hash(slack: SlackState) -> str:
    return f"{slack.stamps.next()}.{slack.ids.next('h')}"


def _kept(state: Json, body: Json) -> Json:
    kept: Json = {}
    for block_id, actions in state.items():
        for action_id, typed in actions.items():
            if find_element(body["blocks"], action_id, block_id=block_id):
                kept.setdefault(block_id, {})[action_id] = typed
    return kept
