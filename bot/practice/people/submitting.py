from dataclasses import dataclass, field

from bot.practice.forms import push_form, update_form
from bot.practice.nouns import Json, Trouble, View
from bot.practice.people.inputs import mistakes_in, state_of
from bot.practice.people.payloads import interact, interaction
from bot.practice.people.uploading import with_uploads
from bot.practice.refusals import Refusal
from bot.practice.state import SlackState

TROUBLE = "We had some trouble connecting. Try again?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """What became of a submission: `errors` by block id; `error` is Slack's name for a failure of the app's."""

    errors: dict[str, str] = field(default_factory=dict)
    error: str | None = None

    @property
    def ok(self) -> bool:
        """Whether the form was taken."""
        return not self.errors and self.error is None


def submit(slack: SlackState, view: View, *, values: Json) -> Submitted:
    """Press a form's submit button, and do what the app's ack says.

    Raises:
        Refusal: `not_submittable`, for a form without such a button.
    """
    if view.body["type"] != "modal" or not view.body.get("submit"):
        raise Refusal("not_submittable", shown="This form has nothing to submit.")
    values = with_uploads(slack, values, user=view.user)
    state = state_of(view.body["blocks"], view.state | values)
    mistakes = mistakes_in(view.body["blocks"], state)
    if mistakes:
        return Submitted(errors=mistakes)
    filled = slack.remember_state(view, state)
    trigger_id = slack.triggers.issue(user=view.user, view_id=view.id)
    about = {"trigger_id": trigger_id, "view": slack.view_as_slack(filled), "response_urls": []}
    payload = interaction(slack, "view_submission", user=view.user, **about)
    reply = interact(slack, payload, user=view.user, wants_answer=True)
    if reply.error:
        return Submitted(error=reply.error)
    try:
        return _obey(slack, filled, reply.body or {})
    except Refusal as refusal:
        slack.complain(Trouble(error=refusal.error, shown=TROUBLE, user=view.user, detail=str(refusal)))
        return Submitted(error=refusal.error)


def close(slack: SlackState, view: View, *, everything: bool = False) -> None:
    """Close a form and those above it; all of them, if it says so itself (`clear_on_close`) or the person does."""
    stack = slack.stacks.get(view.user, ())
    cleared = everything or view.body.get("clear_on_close", False)
    at = next((number for number, each in enumerate(stack) if each.id == view.id), len(stack))
    kept = () if cleared else stack[:at]
    with slack.changing():
        slack.set_stack(view.user, kept)
    for closed in stack[len(kept) :]:
        if closed.body.get("notify_on_close"):
            about = {"view": slack.view_as_slack(closed), "is_cleared": cleared}
            interact(slack, interaction(slack, "view_closed", user=view.user, **about), user=view.user)


def _obey(slack: SlackState, view: View, body: Json) -> Submitted:
    match body.get("response_action"):
        case None:
            _without(slack, view)
        case "clear":
            with slack.changing():
                slack.set_stack(view.user, ())
        case "errors":
            return Submitted(errors=_checked_errors(view, body.get("errors")))
        case "update":
            update_form(slack, slack.find_view(view.id) or view, body=body.get("view"))
        case "push":
            push_form(slack, user=view.user, body=body.get("view"))
        case other:
            raise Refusal("invalid_response_action", messages=[f"{other} is not errors, update, push or clear"])
    return Submitted()


def _without(slack: SlackState, view: View) -> None:
    stack = slack.stacks.get(view.user, ())
    with slack.changing():
        slack.set_stack(view.user, tuple(each for each in stack if each.id != view.id))


def _checked_errors(view: View, errors: object) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.body["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors:
        raise Refusal("invalid_errors", messages=["errors must name at least one input block"])
    strangers = sorted(set(errors) - inputs)
    if strangers:
        raise Refusal("invalid_errors", messages=[f"{', '.join(strangers)}: no input block of this view"])
    if not all(isinstance(text, str) and text for text in errors.values()):
        raise Refusal("invalid_errors", messages=["every error must be a text"])
    return errors
