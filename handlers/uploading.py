"""Files: what goes with an answer, and how Slack is handed it. It needs `files:write`, which a team may refuse."""

import logging
import urllib.request

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.errors import AdQuemError
from handlers import phrases
from handlers.replies import Attachment
from handlers.reporting import report
from handlers.said_by_slack import NOT_INVITED, what_slack_said
from handlers.views.text import said

SECONDS = 30
_log = logging.getLogger("adquem.handlers")


def hand_over(client: WebClient, attachment: Attachment, *, person_id: str) -> str:
    """Give a file to its channel, or to the person who asked; return what they must be told if that went wrong."""
    try:
        _share(client, attachment, sent(client, attachment), person_id)
    except AdQuemError as error:
        return str(error)
    except SlackApiError as error:
        trouble = what_slack_said(error)
        _log.warning("A file could not be handed over: %s.", trouble)
        return attachment.refused if trouble == "missing_scope" else phrases.FILE_LOST.format(trouble=said(trouble))
    except (SlackClientError, OSError) as error:
        _log.warning("A file could not be handed over: %s.", type(error).__name__)
        return phrases.FILE_LOST.format(trouble=type(error).__name__)
    except Exception as error:  # noqa: BLE001 -- the person was promised a file: told to them, logged for us
        report(error, "file")
        return phrases.FILE_NOT_MADE
    return ""


def sent(client: WebClient, attachment: Attachment) -> str:
    """Send the bytes to the address that Slack gives for them; return the file's id. Nobody sees it yet."""
    content = attachment.content if isinstance(attachment.content, bytes) else attachment.content()
    place = client.files_getUploadURLExternal(
        filename=attachment.name, length=len(content), alt_txt=attachment.alt or None
    )
    posting = urllib.request.Request(str(place["upload_url"]), data=content, method="POST")  # noqa: S310 -- Slack's
    posting.add_header("Content-Type", "application/octet-stream")
    with urllib.request.urlopen(posting, timeout=SECONDS) as answer:  # noqa: S310 -- the same address
        answer.read()
    return str(place["file_id"])


def _share(client: WebClient, attachment: Attachment, file_id: str, person_id: str) -> None:
    """Show the file in its channel; where the bot is not in it, or there is none, in the person's own messages."""
    files: list[dict[str, str | None]] = [{"id": file_id, "title": attachment.title}]
    if attachment.channel_id:
        try:
            client.files_completeUploadExternal(
                files=files, channel_id=attachment.channel_id, initial_comment=attachment.words
            )
        except SlackApiError as error:
            if what_slack_said(error) not in NOT_INVITED:
                raise
        else:
            return
    # Posting to a person opens the conversation with them, which needs no further scope, and tells its id.
    posted = client.chat_postMessage(channel=person_id, text=attachment.words, unfurl_links=False, unfurl_media=False)
    client.files_completeUploadExternal(files=files, channel_id=str(posted["channel"]))
