import mimetypes
import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.practice.content import check_content
from bot.practice.nouns import File, Json, Message, Upload
from bot.practice.posting import post
from bot.practice.refusals import Refusal
from bot.practice.state import BOT_USER, SlackState
from bot.practice.web_api.calls import Call, Method
from bot.practice.web_api.finding import find_lasting_message, find_own_channel

UPLOAD_BYTES = 1_000_000_000
UPLOAD_TIME = timedelta(minutes=10)
"""How long an upload address is good, on the workspace clock. Slack says that they expire, but not when."""


def get_upload_url(slack: SlackState, call: Call) -> Json:
    """Give out an address to which exactly so many bytes can be sent, once and soon."""
    name = call.required("filename")
    if not call.text("length"):
        raise Refusal("invalid_arguments", messages=["missing required field: length [json-pointer:/length]"])
    length = call.number("length", default=0, most=UPLOAD_BYTES)
    token = secrets.token_urlsafe(18)
    upload = Upload(
        id=slack.ids.next("F"),
        name=name,
        length=length,
        issued=slack.clock.now(),
        alt=call.text("alt_txt") or call.text("alt_text") or "",
    )
    slack.uploads[token] = upload
    return {"upload_url": f"{slack.url}/upload/v1/{token}", "file_id": upload.id}


def receive(slack: SlackState, token: str, content: bytes) -> int:
    """Keep the bytes sent to an upload address and return how many they were.

    Raises:
        Refusal: `file_not_found` (404) for an address that never was, was used or has expired; `invalid_length` (400).
    """
    upload = slack.uploads.get(token)
    if upload is None or upload.content is not None or slack.clock.now() - upload.issued > UPLOAD_TIME:
        raise Refusal("file_not_found", status=404)
    if len(content) != upload.length:
        raise Refusal("invalid_length", status=400)
    with slack.changing():
        slack.uploads[token] = replace(upload, content=content)
    return len(content)


def complete_upload(slack: SlackState, call: Call) -> Json:
    """Finish uploads and share them, if a channel is given; otherwise nobody but the app sees them."""
    wanted = call.parsed("files", error="invalid_arguments")
    if not isinstance(wanted, list) or not wanted or not all(isinstance(each, dict) for each in wanted):
        raise Refusal("invalid_arguments", messages=["must provide an array [json-pointer:/files]"])
    files = tuple(_finished(slack, each) for each in wanted)
    channel_id = call.text("channel_id") or next(iter(call.names("channels")), None)
    message = _announcement(slack, call, channel_id, files) if channel_id else None
    for file in files:
        slack.files[file.id] = file
        slack.uploads = {token: each for token, each in slack.uploads.items() if each.id != file.id}
    if message:
        post(slack, message)
    return {"files": [file.as_slack() for file in files]}


def may_fetch(slack: SlackState, file: File, *, user: str) -> bool:
    """Whether a person may fetch a file: who uploaded it, and who sees a message that carries it."""
    if file.user == user:
        return True
    there = (message for messages in slack.messages.values() for message in messages)
    carriers = (message for message in there if any(each.id == file.id for each in message.files))
    return any(user in slack.readers_of(message) for message in carriers)


def _finished(slack: SlackState, wanted: Json) -> File:
    upload = next((each for each in slack.uploads.values() if each.id == wanted.get("id")), None)
    if upload is None or upload.content is None:
        raise Refusal("file_not_found")
    return File(
        id=upload.id,
        name=upload.name,
        title=wanted.get("title") or upload.name,
        mimetype=mimetypes.guess_type(upload.name)[0] or "application/octet-stream",
        content=upload.content,
        user=BOT_USER,
        url=f"{slack.url}/files/{upload.id}/{upload.name}",
        alt=upload.alt,
    )


def _announcement(slack: SlackState, call: Call, channel_id: str, files: tuple[File, ...]) -> Message:
    channel = find_own_channel(slack, channel_id)
    if channel.archived:
        raise Refusal("is_archived")
    thread_ts = call.text("thread_ts")
    if thread_ts:
        find_lasting_message(slack, channel, thread_ts, error="thread_not_found")
    text = check_content(text=call.text("initial_comment"), needed=False).text
    return Message(
        ts=slack.stamps.next(),
        channel=channel.id,
        user=BOT_USER,
        is_bot=True,
        text=text or "",
        thread_ts=thread_ts,
        files=files,
    )


METHODS: Mapping[str, Method] = {
    "files.getUploadURLExternal": Method(run=get_upload_url, scopes=("files:write",)),
    "files.completeUploadExternal": Method(run=complete_upload, scopes=("files:write",)),
}
