"""Files that people put into a form: Slack keeps them, and the app hears where they are."""

import base64
import binascii
import mimetypes
from collections.abc import Mapping

from bot.practice.nouns import File, Json
from bot.practice.refusals import Refusal
from bot.practice.state import SlackState

FILE_BYTES = 10_000_000


def with_uploads(slack: SlackState, values: Mapping[str, Json], *, user: str) -> Json:
    """Return the answers of a form with each chosen file (`name`, and `content` in base64) as Slack keeps it.

    Raises:
        Refusal: `file_too_large`, over Slack's 10 MB; `invalid_arguments`, if it cannot be read.
    """
    return {
        block_id: {name: _uploaded(slack, held, user) for name, held in elements.items()}
        for block_id, elements in values.items()
    }


def _uploaded(slack: SlackState, held: Json, user: str) -> Json:
    if held.get("type") != "file_input":
        return held
    files = [_keep(slack, each, user) if "content" in each else each for each in held.get("files") or ()]
    return {**held, "files": files}


def _keep(slack: SlackState, chosen: Json, user: str) -> Json:
    content, name = _content(chosen), str(chosen.get("name") or "file")
    file_id = slack.ids.next("F")
    file = File(
        id=file_id,
        name=name,
        title=name,
        mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream",
        content=content,
        user=user,
        url=f"{slack.url}/files/{file_id}/{name}",
    )
    with slack.changing():
        slack.files[file.id] = file
    return {**file.as_slack(), "permalink": file.url}


def _content(chosen: Json) -> bytes:
    try:
        content = base64.b64decode(str(chosen["content"]), validate=True)
    except binascii.Error as error:
        raise Refusal("invalid_arguments", shown="That file cannot be read.") from error
    if len(content) > FILE_BYTES:
        raise Refusal("file_too_large", shown="Slack takes files of at most 10 MB here.")
    return content
