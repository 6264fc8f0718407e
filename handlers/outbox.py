"""The only place that speaks to Slack in answer to a request: acknowledgement first, everything else after it."""

import logging
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler
from slack_sdk.webhook import WebhookClient

from bot.docket.desk import Desk
from bot.docket.sight import visible_cases
from handlers import phrases
from handlers.acknowledging import Acknowledgement
from handlers.cards import Noticeboard
from handlers.channels import cautions
from handlers.home import home_view
from handlers.replies import Notice, Reply
from handlers.reporting import report
from handlers.requests import Kind, Request
from handlers.roster import Roster
from handlers.said_by_slack import NOT_INVITED, what_slack_said
from handlers.uploading import hand_over
from handlers.views.blocks import Message, View, plainly
from handlers.views.inputs import without_files
from handlers.views.text import said

_log = logging.getLogger("adquem.handlers")


POSTERS = 4
TRIES = 5


class Outbox:
    """Delivers replies. It remembers which people Slack has told us about, so that it seldom asks."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.roster = Roster(desk)
        self._board = Noticeboard(desk)
        self._posters = ThreadPoolExecutor(POSTERS, thread_name_prefix="poster")

    def acknowledge(self, acknowledgement: Acknowledgement, request: Request, reply: Reply) -> bool:
        """Acknowledge with the answer where Slack lets an acknowledgement carry one; return whether it did."""
        return acknowledgement.give(**_carried(request, reply)) and _is_carried(request, reply)

    def deliver(self, client: WebClient, request: Request, reply: Reply, *, told: bool) -> None:
        """Do what the acknowledgement did not: open the form, tell the person, bring cards up to date."""
        if not told:
            self._answer(client, request, reply)
        spoken = copy_context()  # whoever asked is told in their language, in whatever thread
        self._posters.submit(spoken.run, self._bring_up_to_date, patient(client), request, reply)

    def finish(self) -> None:
        """Wait until everything that is to be shown is shown. Nothing is taken any more."""
        self._posters.shutdown()

    def _bring_up_to_date(self, client: WebClient, request: Request, reply: Reply) -> None:
        """Post and update what the reply asks for, where waiting for Slack's rate limits keeps nobody else waiting."""
        try:
            self._show_everywhere(client, request, reply)
        except Exception as error:  # noqa: BLE001 -- what was saved stays saved; only the showing failed
            report(error, "card")

    def _show_everywhere(self, client: WebClient, request: Request, reply: Reply) -> None:
        if request.kind is not Kind.EVENT:
            self.roster.meet(client, request.who)
        if reply.followed:
            self.roster.ask_who_is_in(client, reply.followed)
            told = [] if request.kind is Kind.EVENT else cautions(client, reply.followed)
            if told:
                self._tell(client, request, plainly("\n".join(told)))
        troubles = self._board.show(client, reply.cards)
        self._board.refresh(client, reply.stale)
        for notice in reply.notices:
            troubles += self._announce(client, request, notice)
        for letter in reply.letters:
            _write(client, letter.person_id, letter.message)
        for attachment in reply.attachments:
            if trouble := hand_over(client, attachment, person_id=request.who.person_id):
                self._tell(client, request, plainly(trouble))
        if reply.home or reply.cards or request.in_home or request.memo.get("home"):
            self._show_home(client, request.who.person_id)
        if troubles:
            self._tell(client, request, _confession(troubles))

    def _show_home(self, client: WebClient, person_id: str) -> None:
        try:
            client.views_publish(user_id=person_id, view=home_view(self.desk, person_id))
        except (SlackClientError, OSError) as error:
            _log.warning("App Home could not be shown: %s.", what_slack_said(error))

    def _announce(self, client: WebClient, request: Request, notice: Notice) -> list[str]:
        """Tell the channels of a case; return what Slack refused, unless whoever asked may not know of that case."""
        troubles = self._board.announce(client, notice)
        with self.desk.look() as session:
            seen = {case.key for case in visible_cases(session, request.who)}
        return troubles if notice.case_id in seen else []

    def _answer(self, client: WebClient, request: Request, reply: Reply) -> None:
        if reply.view:
            self._show(client, request, reply)
        if reply.message:
            self._tell(client, request, reply.message, replaces=reply.replaces)
        if reply.errors:
            self._tell(client, request, plainly(" ".join(reply.errors.values())))

    def _show(self, client: WebClient, request: Request, reply: Reply) -> None:
        view = reply.view or {}
        try:
            try:
                _open(client, request, view, in_place=reply.in_place)
            except SlackApiError:
                if (simpler := without_files(view)) == view:
                    raise
                _open(client, request, simpler, in_place=reply.in_place)
        except (SlackClientError, OSError) as error:
            _log.warning("A form could not be opened: %s.", what_slack_said(error))
            self._tell(client, request, plainly(phrases.FORM_TOO_LATE))

    def _tell(self, client: WebClient, request: Request, message: Message, *, replaces: bool = False) -> None:
        """Tell one person, by the first way that works: in place, beside the conversation, or in their own messages."""
        if request.response_url and _responded(request.response_url, message, replaces=replaces):
            return
        if request.who.channel_id and _whispered(client, request, message):
            return
        _write(client, request.who.person_id, message)


def _open(client: WebClient, request: Request, view: View, *, in_place: bool) -> None:
    if in_place:
        client.views_update(view_id=request.view_id, hash=request.view_hash, view=view)
    elif request.in_modal:
        client.views_push(trigger_id=request.trigger_id, view=view)
    else:
        client.views_open(trigger_id=request.trigger_id, view=view)


def patient(client: WebClient) -> WebClient:
    """Return a client that waits as long as Slack asks when it has posted too much."""
    return WebClient(
        token=client.token,
        base_url=client.base_url,
        timeout=client.timeout,
        # After a lost connection nobody knows whether the card was posted: it is not posted again.
        retry_handlers=[RateLimitErrorRetryHandler(max_retry_count=TRIES)],
    )


def _carried(request: Request, reply: Reply) -> dict[str, Any]:
    """Return what the acknowledgement itself can say."""
    if request.kind is Kind.COMMAND and reply.message and not reply.view:
        return {"text": reply.message.text, "blocks": reply.message.blocks, "response_type": "ephemeral"}
    if request.kind is not Kind.SUBMISSION:
        return {}
    if reply.errors:
        return {"response_action": "errors", "errors": dict(reply.errors)}
    if reply.view:
        return {"response_action": "update" if reply.in_place else "push", "view": reply.view}
    return {"response_action": "clear"}


def _is_carried(request: Request, reply: Reply) -> bool:
    """Return whether that acknowledgement says all there is to say."""
    if request.kind is Kind.COMMAND:
        return reply.view is None
    return request.kind is Kind.SUBMISSION and reply.message is None


def _responded(url: str, message: Message, *, replaces: bool) -> bool:
    try:
        answer = WebhookClient(url).send(
            text=message.text, blocks=message.blocks, response_type="ephemeral", replace_original=replaces
        )
    except (OSError, SlackClientError):
        return False
    return answer.status_code < 300  # noqa: PLR2004 -- HTTP


def _whispered(client: WebClient, request: Request, message: Message) -> bool:
    try:
        client.chat_postEphemeral(
            channel=request.who.channel_id or "",
            user=request.who.person_id,
            text=message.text,
            blocks=message.blocks,
            thread_ts=request.thread_ts,
        )
    except (SlackClientError, OSError):
        return False
    return True


def _write(client: WebClient, person_id: str, message: Message) -> None:
    """Write to one person in their direct messages."""
    try:
        client.chat_postMessage(channel=person_id, text=message.text, blocks=message.blocks)
    except (SlackClientError, OSError) as error:
        _log.warning("An answer could not be told: %s.", what_slack_said(error))


def _confession(troubles: list[str]) -> Message:
    if NOT_INVITED.issuperset(troubles):
        return plainly(phrases.SAVED_BUT_NOT_INVITED)
    return plainly(phrases.SAVED_BUT_NOT_POSTED.format(troubles=said(", ".join(sorted(set(troubles))))))
