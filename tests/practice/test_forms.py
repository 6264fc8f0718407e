"""Forms and App Home: trigger ids, the stack, what a submission brings back."""

from dataclasses import replace
from typing import Any

import pytest

from bot.practice import Refusal, Workspace
from bot.practice.delivery.parcels import Reply
from bot.practice.tickets import TRIGGER_SECONDS, Triggers

from .conftest import DARA, MANIFEST, MAYA, SECTION, Api, Ear, actions, button, make_workspace, modal, option, typing


@pytest.fixture
def trigger_id(workspace: Workspace, ear: Ear) -> str:
    workspace.person("dara").uses_shortcut("new_entry")
    return str(ear.payload["trigger_id"])


def opened(api: Api, workspace: Workspace, ear: Ear, view: dict[str, Any]) -> str:
    workspace.person("dara").uses_shortcut("new_entry")
    return str(api("views.open", trigger_id=ear.payload["trigger_id"], view=view)["view"]["id"])


def test_a_trigger_id_opens_one_form_for_the_person_who_gave_it(
    api: Api, workspace: Workspace, trigger_id: str
) -> None:
    view = api("views.open", trigger_id=trigger_id, view=modal(callback_id="entry"))["view"]
    assert (view["type"], view["callback_id"], view["root_view_id"]) == ("modal", "entry", view["id"])
    assert workspace.person("dara").waits_for_view("entry").id == view["id"]
    assert workspace.person("maya").view is None
    assert api("views.open", trigger_id=trigger_id, view=modal())["error"] == "exchanged_trigger_id"
    assert api("views.open", trigger_id="1.2.3", view=modal())["error"] == "invalid_trigger_id"


def test_a_trigger_id_expires_after_three_seconds_and_not_before() -> None:
    now = [100.0]
    triggers = Triggers(now=lambda: now[0])
    punctual, late = triggers.issue(user="U1"), triggers.issue(user="U1")
    now[0] += TRIGGER_SECONDS
    assert triggers.exchange(punctual).user == "U1"
    now[0] += 0.001
    with pytest.raises(Refusal, match="expired_trigger_id"):
        triggers.exchange(late)


def test_a_form_that_breaks_a_limit_says_where(api: Api, trigger_id: str) -> None:
    refused = api("views.open", trigger_id=trigger_id, view=modal(title={"type": "plain_text", "text": "x" * 25}))
    assert refused["error"] == "invalid_arguments"
    assert refused["response_metadata"]["messages"][-1] == (
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"
    )
    assert api("views.open", view=modal())["error"] == "invalid_arguments"


def test_at_most_three_forms_lie_on_each_other(api: Api, workspace: Workspace, ear: Ear) -> None:
    opened(api, workspace, ear, modal(actions(button("more"))))
    dara = workspace.person("dara")
    for _ in range(2):
        dara.clicks(dara.waits_for_view(), "more")
        pushed = api("views.push", trigger_id=ear.payload["trigger_id"], view=modal(actions(button("more"))))["view"]
        assert pushed["previous_view_id"] == ear.payload["view"]["id"]
    dara.clicks(dara.waits_for_view(), "more")
    fourth = api("views.push", trigger_id=ear.payload["trigger_id"], view=modal())
    assert fourth["error"] == "push_limit_reached"
    dara.closes()
    assert dara.waits_for_view().previous == workspace.stacks[DARA.id][0].id
    dara.closes(everything=True)
    assert dara.view is None


def test_a_form_can_only_be_pushed_from_a_form(api: Api, trigger_id: str) -> None:
    assert api("views.push", trigger_id=trigger_id, view=modal())["error"] == "invalid_trigger_id"


def test_an_update_minds_the_hash_and_keeps_what_was_typed(api: Api, workspace: Workspace, ear: Ear) -> None:
    typed = {"type": "static_select", "action_id": "kind", "options": [option("a"), option("b")]}
    view_id = opened(api, workspace, ear, modal(typing("kind", typed, dispatch_action=True), typing("gone")))
    dara = workspace.person("dara")
    stale = dara.waits_for_view().hash
    dara.clicks(dara.waits_for_view(), "kind", "b")
    kept = ear.payload["view"]["state"]["values"]
    assert kept["kind"]["kind"]["selected_option"] == option("b")
    updated = api("views.update", view_id=view_id, hash=stale, view=modal(typing("kind", typed), typing("new")))["view"]
    assert updated["state"]["values"] == {"kind": kept["kind"]}
    assert api("views.update", view_id=view_id, hash=stale, view=modal())["error"] == "hash_conflict"
    assert api("views.update", view_id="V0NONE", view=modal())["error"] == "not_found"


def test_an_external_id_is_unique_and_finds_its_form(api: Api, workspace: Workspace, ear: Ear) -> None:
    opened(api, workspace, ear, modal(external_id="mine"))
    assert api("views.update", external_id="mine", view=modal(external_id="mine"))["ok"]
    workspace.person("dara").uses_shortcut("new_entry")
    refused = api("views.open", trigger_id=ear.payload["trigger_id"], view=modal(external_id="mine"))
    assert refused["error"] == "duplicate_external_id"


def test_app_home_is_published_per_person(api: Api, workspace: Workspace) -> None:
    home = {"type": "home", "blocks": [SECTION]}
    first = api("views.publish", user_id=DARA.id, view=home)["view"]
    second = api("views.publish", user_id=DARA.id, view=home, hash=first["hash"])["view"]
    assert (second["id"], second["hash"] == first["hash"]) == (first["id"], False)
    assert api("views.publish", user_id=DARA.id, view=home, hash=first["hash"])["error"] == "hash_conflict"
    assert workspace.person("maya").home is None
    assert api("views.publish", user_id="U0NOBODY", view=home)["error"] == "user_not_found"
    assert api("views.publish", user_id=MAYA.id, view=modal())["error"] == "invalid_arguments"


def test_app_home_must_be_switched_on() -> None:
    features = {key: value for key, value in MANIFEST["features"].items() if key != "app_home"}
    workspace = make_workspace(manifest={**MANIFEST, "features": features})
    refused = Api(workspace)("views.publish", user_id=DARA.id, view={"type": "home", "blocks": [SECTION]})
    assert refused["error"] == "not_enabled"
    with pytest.raises(Refusal, match="no Home tab"):
        workspace.person("dara").opens_home()


FORM = modal(
    typing("what"),
    typing("when", {"type": "datepicker", "action_id": "date"}),
    typing("hour", {"type": "timepicker", "action_id": "time", "timezone": "America/Los_Angeles"}, optional=True),
    typing("which", {"type": "checkboxes", "action_id": "boxes", "options": [option("a"), option("b")]}, optional=True),
    callback_id="entry",
    private_metadata="secret",
)


def test_a_submission_carries_everything_that_was_filled_in(api: Api, workspace: Workspace, ear: Ear) -> None:
    opened(api, workspace, ear, FORM)
    dara = workspace.person("dara")
    done = dara.submits(values={"what": "Oral argument", "date": "2018-04-30", "boxes": ["b"]})
    assert done.ok
    assert dara.view is None
    sent = ear.payload
    assert (sent["type"], sent["user"]["id"], sent["view"]["private_metadata"]) == (
        "view_submission",
        DARA.id,
        "secret",
    )
    assert sent["view"]["state"]["values"] == {
        "what": {"typed": {"type": "plain_text_input", "value": "Oral argument"}},
        "when": {"date": {"type": "datepicker", "selected_date": "2018-04-30"}},
        "hour": {"time": {"type": "timepicker", "selected_time": None, "timezone": "America/Los_Angeles"}},
        "which": {"boxes": {"type": "checkboxes", "selected_options": [option("b")]}},
    }
    assert ear.parcels[-1].wants_answer


def test_slack_itself_insists_on_required_inputs(api: Api, workspace: Workspace, ear: Ear) -> None:
    opened(api, workspace, ear, FORM)
    heard = len(ear.parcels)
    mistakes = workspace.person("dara").submits(values={"when": "today"}).errors
    assert mistakes == {"what": "Please complete this required field.", "when": "Choose a date."}
    assert len(ear.parcels) == heard


@pytest.mark.parametrize(
    ("element", "value", "fine"),
    [
        ({"type": "email_text_input"}, "dara@example.org", True),
        ({"type": "email_text_input"}, "dara", False),
        ({"type": "url_text_input"}, "https://example.org", True),
        ({"type": "url_text_input"}, "example", False),
        ({"type": "number_input", "is_decimal_allowed": True}, "14.5", True),
        ({"type": "number_input", "is_decimal_allowed": True}, "two weeks", False),
        ({"type": "plain_text_input", "max_length": 3}, "four", False),
        ({"type": "plain_text_input", "min_length": 3}, "two lines\nof text", True),
        ({"type": "timepicker"}, "09:30", True),
        ({"type": "timepicker"}, "25:00", False),
        ({"type": "multi_users_select"}, ["U0DARA"], True),
        ({"type": "multi_users_select"}, [], False),
        ({"type": "conversations_select"}, "C1", True),
        ({"type": "datetimepicker"}, 1525684000, True),
        ({"type": "external_select"}, {"text": {"type": "plain_text", "text": "A"}, "value": "a"}, True),
    ],
)
def test_slack_checks_what_each_input_may_hold(
    api: Api, workspace: Workspace, ear: Ear, *, element: dict[str, Any], value: object, fine: bool
) -> None:
    opened(api, workspace, ear, modal(typing("it", {**element, "action_id": "it"})))
    assert workspace.person("dara").submits(values={"it": value}).ok is fine


def test_an_initial_value_counts_as_filled_in(api: Api, workspace: Workspace, ear: Ear) -> None:
    element = {
        "type": "static_select",
        "action_id": "kind",
        "option_groups": [{"label": {"type": "plain_text", "text": "G"}, "options": [option("a")]}],
        "initial_option": option("a"),
    }
    text = {"type": "plain_text_input", "action_id": "typed", "initial_value": "as before"}
    opened(api, workspace, ear, modal(typing("kind", element), typing("text", text)))
    workspace.person("dara").submits()
    values = ear.payload["view"]["state"]["values"]
    assert values["kind"]["kind"]["selected_option"]["value"] == "a"
    assert values["text"]["typed"]["value"] == "as before"


def test_the_ack_may_point_at_mistakes(api: Api, workspace: Workspace, ear: Ear) -> None:
    opened(api, workspace, ear, modal(typing("what")))
    ear.reply = Reply(body={"response_action": "errors", "errors": {"what": "Too short."}})
    dara = workspace.person("dara")
    assert dara.submits(values={"what": "x"}).errors == {"what": "Too short."}
    assert dara.view


def test_the_ack_may_update_push_or_clear(api: Api, workspace: Workspace, ear: Ear) -> None:
    view_id = opened(api, workspace, ear, modal())
    dara = workspace.person("dara")
    ear.reply = Reply(body={"response_action": "update", "view": modal(callback_id="next")})
    assert dara.submits().ok
    assert dara.waits_for_view("next").id == view_id
    ear.reply = Reply(body={"response_action": "push", "view": modal(callback_id="above")})
    assert dara.submits().ok
    assert dara.waits_for_view("above").previous == view_id
    ear.reply = Reply()
    assert dara.submits().ok
    assert dara.waits_for_view("next").id == view_id
    ear.reply = Reply(body={"response_action": "clear"})
    assert dara.submits().ok
    assert dara.view is None


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"response_action": "errors", "errors": {"nowhere": "x"}}, "invalid_errors"),
        ({"response_action": "errors", "errors": {}}, "invalid_errors"),
        ({"response_action": "errors", "errors": {"what": ""}}, "invalid_errors"),
        ({"response_action": "update", "view": {"type": "modal"}}, "invalid_arguments"),
        ({"response_action": "explode"}, "invalid_response_action"),
    ],
)
def test_an_ack_that_slack_cannot_obey_is_trouble(
    api: Api, workspace: Workspace, ear: Ear, body: dict[str, Any], error: str
) -> None:
    opened(api, workspace, ear, modal(typing("what")))
    ear.reply = Reply(body=body)
    done = workspace.person("dara").submits(values={"what": "x"})
    assert (done.ok, done.error) == (False, error)
    assert workspace.troubles[-1].shown == "We had some trouble connecting. Try again?"


def test_a_silent_app_leaves_the_form_open_and_says_so(api: Api, workspace: Workspace, ear: Ear) -> None:
    opened(api, workspace, ear, modal())
    ear.reply = Reply(error="operation_timeout")
    dara = workspace.person("dara")
    assert dara.submits().error == "operation_timeout"
    assert dara.view
    assert workspace.troubles[-1].error == "operation_timeout"


def test_closing_tells_the_app_only_if_the_form_asked_for_it(api: Api, workspace: Workspace, ear: Ear) -> None:
    dara = workspace.person("dara")
    opened(api, workspace, ear, modal())
    dara.closes()
    assert ear.payload["type"] == "shortcut"
    opened(api, workspace, ear, modal(notify_on_close=True, clear_on_close=True))
    dara.closes()
    assert (ear.payload["type"], ear.payload["is_cleared"]) == ("view_closed", True)
    with pytest.raises(Refusal, match="no form open"):
        dara.closes()


def test_a_form_without_inputs_need_not_be_submittable(api: Api, workspace: Workspace, ear: Ear) -> None:
    view = {key: value for key, value in modal().items() if key != "submit"}
    opened(api, workspace, ear, view)
    with pytest.raises(Refusal, match="nothing to submit"):
        workspace.person("dara").submits()


def test_only_what_a_form_has_can_be_filled_in(api: Api, workspace: Workspace, ear: Ear) -> None:
    opened(api, workspace, ear, FORM)
    dara = workspace.person("dara")
    with pytest.raises(Refusal, match="no colour"):
        dara.submits(values={"colour": "red"})
    with pytest.raises(Refusal, match="not among the options"):
        dara.submits(values={"which": ["c"]})
    with pytest.raises(Refusal, match="not here any more"):
        dara.clicks(replace(dara.waits_for_view(), body=modal()), "what")
