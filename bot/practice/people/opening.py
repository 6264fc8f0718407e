from bot.practice.delivery.parcels import Reply
from bot.practice.manifest import Shortcut
from bot.practice.nouns import Json, Message
from bot.practice.people.payloads import interact, interaction, named_channel, response_url
from bot.practice.refusals import Refusal
from bot.practice.state import SlackState


def open_home(slack: SlackState, *, user: str) -> None:
    """Open the app's Home tab.

    Raises:
        Refusal: `not_enabled`, if the app has none.
    """
    if not slack.manifest.home_tab:
        raise Refusal("not_enabled", shown="This app has no Home tab.")
    home = slack.homes.get(user)
    _tell_opened(slack, user, tab="home", more={"view": slack.view_as_slack(home)} if home else {})


def open_messages(slack: SlackState, *, user: str) -> None:
    """Open the app's Messages tab: the DM with the bot."""
    _tell_opened(slack, user, tab="messages", more={})


def use_global_shortcut(slack: SlackState, *, user: str, callback_id: str) -> Reply:
    """Choose a shortcut from the lightning menu or the search bar.

    Raises:
        Refusal: `shortcut_not_found`.
    """
    shortcut = _shortcut(slack, callback_id, kind="global")
    about = _about(slack, shortcut, user)
    return interact(slack, interaction(slack, "shortcut", user=user, **about), user=user)


def use_message_shortcut(slack: SlackState, *, user: str, callback_id: str, message: Message) -> Reply:
    """Choose a shortcut from a message's menu.

    Raises:
        Refusal: `shortcut_not_found`.
    """
    about = _about(slack, _shortcut(slack, callback_id, kind="message"), user)
    token = slack.response_urls.issue(user=user, channel=message.channel)
    about |= {
        "message_ts": message.ts,
        "message": slack.message_as_slack(message),
        "channel": named_channel(slack.channels[message.channel]),
        "response_url": response_url(slack, token),
    }
    payload = interaction(slack, "message_action", user=user, **about)
    return interact(slack, payload, user=user, channel=message.channel)


def _about(slack: SlackState, shortcut: Shortcut, user: str) -> Json:
    return {
        "callback_id": shortcut.callback_id,
        "trigger_id": slack.triggers.issue(user=user),
        "action_ts": slack.stamps.next(),
    }


def _shortcut(slack: SlackState, callback_id: str, *, kind: str) -> Shortcut:
    for shortcut in slack.manifest.shortcuts:
        if shortcut.callback_id == callback_id and shortcut.type == kind:
            return shortcut
    raise Refusal("shortcut_not_found", shown="The app has no such shortcut.")


def _tell_opened(slack: SlackState, user: str, *, tab: str, more: Json) -> None:
    event = {"type": "app_home_opened", "user": user, "channel": slack.open_im(user).id, "tab": tab, **more}
    slack.send_event("app_home_opened", event | {"event_ts": slack.stamps.next()})
