from collections.abc import Mapping

from bot.practice.forms import open_form, publish_home, push_form, update_form
from bot.practice.nouns import Json, View
from bot.practice.refusals import Refusal
from bot.practice.state import SlackState
from bot.practice.web_api.calls import Call, Method


def open_view(slack: SlackState, call: Call) -> Json:
    """Open a form for whoever triggered the interaction."""
    trigger = slack.triggers.exchange(call.required("trigger_id"))
    return _answer(slack, open_form(slack, user=trigger.user, body=_view(call)))


def push_view(slack: SlackState, call: Call) -> Json:
    """Lay a form on top of the one in which the interaction happened."""
    trigger = slack.triggers.exchange(call.required("trigger_id"))
    if not any(view.id == trigger.view_id for view in slack.stacks.get(trigger.user, ())):
        raise Refusal("invalid_trigger_id")
    return _answer(slack, push_form(slack, user=trigger.user, body=_view(call)))


def update_view(slack: SlackState, call: Call) -> Json:
    """Replace what an open form shows."""
    view = slack.find_view(call.text("view_id"), external_id=call.text("external_id"))
    if view is None or view.body["type"] != "modal":
        raise Refusal("not_found")
    _check_hash(view, call)
    return _answer(slack, update_form(slack, view, body=_view(call)))


def publish_view(slack: SlackState, call: Call) -> Json:
    """Show a person their App Home."""
    user = call.required("user_id")
    if user not in slack.people:
        raise Refusal("user_not_found")
    if not slack.manifest.home_tab:
        raise Refusal("not_enabled")
    if user in slack.homes:
        _check_hash(slack.homes[user], call)
    return _answer(slack, publish_home(slack, user=user, body=_view(call)))


def _view(call: Call) -> object:
    return call.parsed("view", error="invalid_arguments")


def _check_hash(view: View, call: Call) -> None:
    if call.text("hash") not in {None, view.hash}:
        raise Refusal("hash_conflict")


def _answer(slack: SlackState, view: View) -> Json:
    return {"view": slack.view_as_slack(view)}


METHODS: Mapping[str, Method] = {
    "views.open": Method(run=open_view),
    "views.push": Method(run=push_view),
    "views.update": Method(run=update_view),
    "views.publish": Method(run=publish_view),
}
