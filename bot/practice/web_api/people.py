from collections.abc import Mapping

from bot.practice.nouns import Json
from bot.practice.refusals import Refusal
from bot.practice.state import APP_ID, BOT_ID, BOT_USER, TEAM, TEAM_ID, SlackState
from bot.practice.web_api.calls import Call, Method, paged


def user_info(slack: SlackState, call: Call) -> Json:
    """Describe one person or the bot, with their time zone."""
    user = call.required("user")
    person = slack.bot if user == BOT_USER else slack.people.get(user)
    if person is None:
        raise Refusal("user_not_found")
    return {"user": person.as_slack(team_id=TEAM_ID, at=slack.clock.now())}


def user_list(slack: SlackState, call: Call) -> Json:
    """List everybody, the bot included."""
    page, cursor = paged([*slack.people.values(), slack.bot], call)
    now = slack.clock.now()
    return {
        "members": [person.as_slack(team_id=TEAM_ID, at=now) for person in page],
        "cache_ts": int(now.timestamp()),
        "response_metadata": {"next_cursor": cursor},
    }


def bot_info(slack: SlackState, call: Call) -> Json:
    """Describe the bot."""
    if call.text("bot") not in {None, BOT_ID}:
        raise Refusal("bot_not_found")
    return {"bot": {"id": BOT_ID, "deleted": False, "name": slack.bot.name, "app_id": APP_ID, "user_id": BOT_USER}}


def team_info(slack: SlackState, call: Call) -> Json:
    """Describe the team."""
    if call.text("team") not in {None, TEAM_ID}:
        raise Refusal("team_not_found")
    return {"team": {**TEAM, "url": slack.url + "/"}}


def auth_test(slack: SlackState, call: Call) -> Json:  # noqa: ARG001 - every method takes its call
    """Say whose token this is."""
    return {
        "url": slack.url + "/",
        "team": TEAM["name"],
        "user": slack.bot.name,
        "team_id": TEAM_ID,
        "user_id": BOT_USER,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def api_test(slack: SlackState, call: Call) -> Json:  # noqa: ARG001 - every method takes the state
    """Answer as asked: with an error, if one is given."""
    error = call.text("error")
    if error:
        raise Refusal(error, args=dict(call.arguments))
    return {"args": dict(call.arguments)}


METHODS: Mapping[str, Method] = {
    "api.test": Method(run=api_test, token=None),
    "auth.test": Method(run=auth_test),
    "bots.info": Method(run=bot_info, scopes=("users:read",)),
    "team.info": Method(run=team_info, scopes=("team:read",)),
    "users.info": Method(run=user_info, scopes=("users:read",)),
    "users.list": Method(run=user_list, scopes=("users:read",)),
}
