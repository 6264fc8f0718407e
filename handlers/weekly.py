"""The docket as a file, in the thread of the first digest of a week. `files:write`, which it needs, may be refused."""

import logging

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot import exporting
from bot.docket.desk import Desk
from bot.exporting import Format
from bot.reminders import Digest
from bot.timeline import Naming
from handlers import phrases
from handlers.replies import Attachment
from handlers.said_by_slack import what_slack_said
from handlers.uploading import sent
from handlers.views.text import said
from handlers.views.timeline import case_refs

BY = "adquem"
_log = logging.getLogger("adquem.handlers")


def attach(client: WebClient, desk: Desk, digest: Digest, *, message_ts: str) -> None:
    """Share the chronology of a digest's cases in its thread; say there if it could not be done.

    A team that did not grant `files:write` wants no files, and is told nothing.
    """
    try:
        file_id = sent(client, _docket(desk, digest))
        title = phrases.DIGEST_FILE_TITLE.format(cases=case_refs(digest.cases))
        client.files_completeUploadExternal(
            files=[{"id": file_id, "title": title}],
            channel_id=digest.channel_id,
            thread_ts=message_ts,
            initial_comment=phrases.DIGEST_FILE,
        )
    except SlackApiError as error:
        trouble = what_slack_said(error)
        _log.warning("The docket of the week could not be attached: %s.", trouble)
        if trouble == "missing_scope":
            return
        text = phrases.DIGEST_NO_FILE.format(trouble=said(trouble))
        client.chat_postMessage(channel=digest.channel_id, thread_ts=message_ts, text=text)
        return
    _note(desk, digest)


def is_attached(client: WebClient, digest: Digest, *, message_ts: str) -> bool:
    """Say whether a file stands in a digest's thread. Where the bot may not read the channel, it takes it for none."""
    try:
        thread = client.conversations_replies(channel=digest.channel_id, ts=message_ts)
    except SlackApiError as error:
        _log.warning("The thread of a digest could not be read: %s.", what_slack_said(error))
        return False
    return any(message.get("files") for message in thread["messages"])


def _docket(desk: Desk, digest: Digest) -> Attachment:
    def content() -> bytes:
        with desk.look() as session:
            return exporting.export(
                session, desk.book, digest.cases, as_a=Format.PDF, now=digest.now, by=BY, naming=Naming.KNOWN
            )

    name = exporting.file_name(digest.cases, as_a=Format.PDF, now=digest.now)
    return Attachment(name=name, title=name, content=content, words="", refused="")


def _note(desk: Desk, digest: Digest) -> None:
    """Write down in the log, case by case, that a copy of the docket went to the channel."""
    with desk.change(by=BY) as change:
        for case in digest.cases:
            named = {"format": Format.PDF.value, "names": Naming.KNOWN.value, "channel": digest.channel_id}
            change.log("docket.exported", subject=case.ref, case_id=case.key, **named)
