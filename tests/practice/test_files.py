"""Files: the three steps of an upload, who sees what was uploaded, and what Slack would refuse."""

import struct
from datetime import timedelta

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.clock import PracticeClock
from bot.practice import PracticeServer, Workspace
from tests.practice.conftest import DARA, MAYA

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 640, 480) + b"the rest"


@pytest.fixture
def channel(workspace: Workspace) -> str:
    return workspace.create_channel("counsel", members={DARA.id}, private=True).id


def uploaded(client: WebClient, content: bytes, *, name: str = "a.txt", alt: str | None = None) -> str:
    place = client.files_getUploadURLExternal(filename=name, length=len(content), alt_txt=alt)
    assert httpx.post(place["upload_url"], content=content).status_code == 200
    return str(place["file_id"])


def fetched(address: str, *, user: str = "", token: str = "") -> int:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return httpx.get(address, params={"as": user} if user else {}, headers=headers).status_code


def test_only_who_sees_the_message_can_fetch_its_file(client: WebClient, workspace: Workspace, channel: str) -> None:
    file_id = uploaded(client, b"abc")
    client.files_completeUploadExternal(files=[{"id": file_id, "title": "The docket"}], channel_id=channel)
    address = workspace.files[file_id].url

    assert fetched(address, user=DARA.id) == 200
    assert fetched(address, user=MAYA.id) == 404
    assert fetched(address) == 404
    assert fetched(address, token=workspace.bot_token) == 200
    assert fetched(address, token="xoxb-somebody-else") == 404


def test_what_was_shared_nowhere_is_the_apps_alone(client: WebClient, workspace: Workspace, channel: str) -> None:
    file_id = uploaded(client, b"abc")
    client.files_completeUploadExternal(files=[{"id": file_id}])

    assert not workspace.messages[channel]
    assert fetched(workspace.files[file_id].url, user=DARA.id) == 404
    assert fetched(workspace.files[file_id].url, token=workspace.bot_token) == 200


def test_an_upload_address_expires(client: WebClient, workspace: Workspace) -> None:
    place = client.files_getUploadURLExternal(filename="a.txt", length=3)
    assert isinstance(workspace.clock, PracticeClock)
    workspace.clock.move_by(timedelta(minutes=11))

    assert httpx.post(place["upload_url"], content=b"abc").status_code == 404


@pytest.mark.parametrize("length", ["", "0", "-1", "1000000001", "three"])
def test_an_upload_needs_a_length_that_slack_takes(client: WebClient, length: str) -> None:
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        client.api_call("files.getUploadURLExternal", params={"filename": "a.txt", "length": length})


def test_a_file_is_not_shared_with_a_persons_id_but_with_the_conversation_that_a_message_opened(
    client: WebClient, workspace: Workspace
) -> None:
    file_id = uploaded(client, b"abc")
    with pytest.raises(SlackApiError, match="channel_not_found"):
        client.files_completeUploadExternal(files=[{"id": file_id}], channel_id=DARA.id)

    posted = client.chat_postMessage(channel=DARA.id, text="Here it is.")
    client.files_completeUploadExternal(files=[{"id": file_id}], channel_id=posted["channel"])
    assert fetched(workspace.files[file_id].url, user=DARA.id) == 200
    assert fetched(workspace.files[file_id].url, user=MAYA.id) == 404


def test_a_channel_without_the_bot_takes_no_file_and_the_upload_is_not_lost(
    client: WebClient, workspace: Workspace
) -> None:
    outside = workspace.create_channel("elsewhere", members={DARA.id}, with_bot=False)
    file_id = uploaded(client, b"abc")
    with pytest.raises(SlackApiError, match="not_in_channel"):
        client.files_completeUploadExternal(files=[{"id": file_id}], channel_id=outside.id)

    assert client.files_completeUploadExternal(files=[{"id": file_id}])["ok"]


def test_without_bytes_there_is_no_file(client: WebClient, channel: str) -> None:
    place = client.files_getUploadURLExternal(filename="a.txt", length=3)
    with pytest.raises(SlackApiError, match="file_not_found"):
        client.files_completeUploadExternal(files=[{"id": place["file_id"]}], channel_id=channel)


def test_a_picture_tells_its_size_and_what_it_shows(client: WebClient, workspace: Workspace, channel: str) -> None:
    file_id = uploaded(client, PNG, name="timeline.png", alt="A timeline")
    client.files_completeUploadExternal(files=[{"id": file_id}], channel_id=channel)

    (shown,) = workspace.messages[channel][-1].as_slack(team_id="T", app_id="A", bot_id="B")["files"]
    assert (shown["original_w"], shown["original_h"], shown["alt_txt"]) == (640, 480, "A timeline")
    assert shown["mimetype"] == "image/png"


def test_nobody_elsewhere_can_fetch_a_file_by_a_name_that_leads_here(
    server: PracticeServer, client: WebClient, workspace: Workspace, channel: str
) -> None:
    file_id = uploaded(client, b"abc")
    client.files_completeUploadExternal(files=[{"id": file_id}], channel_id=channel)
    port = server.url.rpartition(":")[2]

    foreign = {"Host": f"rebound.example:{port}"}
    assert httpx.get(workspace.files[file_id].url, params={"as": DARA.id}, headers=foreign).status_code == 404
