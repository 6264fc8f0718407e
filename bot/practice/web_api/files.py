import mimetypes
import secrets
from collections.abc import Mapping

from bot.practice.content import check_content
from bot.practice.nouns import File, Json, Message
from bot.practice.posting import post
from bot.practice.refusals import Refusal
from bot.practice.state import BOT_USER, SlackState
from bot.practice.web_api.calls import Call, Method
from bot.practice.web_api.finding import find_lasting_message, find_own_channel

UPLOAD_BYTES = 1_000_000_000


def get_upload_url(slack: SlackState, call: Call) -> Json:
    """Give out an address to which exactly so many bytes can be sent."""
    length = call.number("length", default=0, most=UPLOAD_BYTES)
    upload = {"id": slack.ids.next("F"), "name": call.required("filename"), "length": length, "content": None}
    token = secrets.token_urlsafe(18)
    slack.uploads[token] = upload
    return {"upload_url": f"{slack.url}/upload/v1/{token}", "file_id": upload["id"]}


def receive(slack: SlackState, token: str, content: bytes) -> int:
    """Keep the bytes sent to an upload address and return how many they were.

    Raises:
        Refusal: `file_not_found` (404) or `invalid_length` (400).
    """
    upload = slack.uploads.get(token)
    if upload is None or upload["content"] is not None:
        raise Refusal("file_not_found", status=404)
    if len(content) != upload["length"]:
        raise Refusal("invalid_length", status=400)
    with slack.changing():
        upload["content"] = content
    return len(content)


def complete_upload(slack: SlackState, call: Call) -> Json:
    """Finish uploads and share them, if a channel is given."""
    wanted = call.parsed("files", error="invalid_arguments")
    if not isinstance(wanted, list) or not wanted or not all(isinstance(each, dict) for each in wanted):
        raise Refusal("invalid_arguments", messages=["must provide an array [json-pointer:/files]"])
    files = tuple(_finished(slack, each) for each in wanted)
    channel_id = call.text("channel_id") or next(iter(call.names("channels")), None)
    message = _announcement(slack, call, channel_id, files) if channel_id else None
    for file in files:
        slack.files[file.id] = file
        slack.uploads = {token: each for token, each in slack.uploads.items() if each["id"] != file.id}
    if message:
        post(slack, message)
    return {"files": [file.as_slack() for file in files]}


def _finished(slack: SlackState, wanted: Json) -> File:
    upload = next((each for each in slack.uploads.values() if each["id"] == wanted.get("id")), None)
    if upload is None or upload["content"] is None:
        raise Refusal("file_not_found")
    name = upload["name"]
    return File(
        id=upload["id"],
        name=name,
        title=wanted.get("title") or name,
        mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream",
        content=upload["content"],
        user=BOT_USER,
        url=f"{slack.url}/files/{upload['id']}/{name}",
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
