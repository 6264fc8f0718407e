"""What the app says in answer to an interaction: in its ack, or later through a response URL."""

from dataclasses import replace

from bot.practice.content import Content, check_content, check_metadata
from bot.practice.nouns import Json, Message, Trouble
from bot.practice.posting import change, post, remove
from bot.practice.refusals import Refusal
from bot.practice.state import BOT_USER, SlackState
from bot.practice.tickets import ResponseRight

EPHEMERAL = "ephemeral"
IN_CHANNEL = "in_channel"


def answer_through_url(slack: SlackState, token: str, body: object) -> None:
    """Do what a POST to a response URL asks.

    Raises:
        Refusal: if the URL is used up or expired, or Slack would not show such an answer.
    """
    right = slack.response_urls.use(token)
    try:
        answer(slack, token, right, body)
    except Refusal as refusal:
        complain_of_answer(slack, right, refusal)
        raise


def answer(slack: SlackState, token: str, right: ResponseRight, body: object) -> None:
    """Show, replace or delete a message for whoever interacted; ephemeral unless said otherwise.

    Raises:
        Refusal: `invalid_payload`, or what `check_content` refuses.
    """
    if not isinstance(body, dict) or body.get("response_type", EPHEMERAL) not in {EPHEMERAL, IN_CHANNEL}:
        raise Refusal("invalid_payload", status=400)
    original = slack.find_message(right.channel, right.original) if right.original else None
    if body.get("delete_original"):
        if original:
            remove(slack, original)
        return
    content = check_content(text=body.get("text"), blocks=body.get("blocks"), attachments=body.get("attachments"))
    if body.get("replace_original") and original:
        change(slack, _replaced(original, content, body))
        return
    posted = post(slack, _new_message(slack, right, content, body))
    if right.original is None:
        slack.response_urls.point_at(token, posted.ts)


def complain_of_answer(slack: SlackState, right: ResponseRight, refusal: Refusal) -> None:
    """Note an answer that Slack swallowed: the person sees nothing, and that is the trouble."""
    trouble = Trouble(
        error=refusal.error,
        shown=f"The app's answer could not be shown: {refusal.error}.",
        user=right.user,
        channel=right.channel,
        detail=str(refusal),
    )
    slack.complain(trouble)


def _replaced(original: Message, content: Content, body: Json) -> Message:
    return replace(
        original,
        text=content.text or "",
        blocks=content.blocks or (),
        attachments=content.attachments or (),
        metadata=check_metadata(body.get("metadata")) or original.metadata,
    )


def _new_message(slack: SlackState, right: ResponseRight, content: Content, body: Json) -> Message:
    return Message(
        ts=slack.stamps.next(),
        channel=right.channel,
        user=BOT_USER,
        is_bot=True,
        text=content.text or "",
        blocks=content.blocks or (),
        attachments=content.attachments or (),
        metadata=check_metadata(body.get("metadata")),
        thread_ts=body.get("thread_ts"),
        ephemeral_to=None if body.get("response_type") == IN_CHANNEL else right.user,
    )
