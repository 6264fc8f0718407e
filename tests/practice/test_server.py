"""The workspace over real HTTP, as Slack's own client meets it."""

from typing import Any

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot.practice import PracticeServer, Workspace
from bot.practice.web.bodies import read_arguments, read_upload

from .conftest import SECTION


def test_slacks_client_posts_reads_and_uploads(client: WebClient, workspace: Workspace, channel: str) -> None:
    posted = client.chat_postMessage(
        channel=channel,
        text="Hello",
        blocks=[SECTION],
        metadata={"event_type": "reminder", "event_payload": {"id": "7"}},
    )
    history = client.conversations_history(channel=channel, include_all_metadata=True)
    assert history["messages"][0]["ts"] == posted["ts"]
    assert history["messages"][0]["metadata"]["event_payload"] == {"id": "7"}
    assert "chat:write" in posted.headers["x-oauth-scopes"]
    assert client.auth_test()["user_id"] == workspace.bot_user_id
    assert [len(page["members"]) for page in client.users_list(limit=2)] == [2, 1]


def test_a_file_goes_through_the_three_steps(client: WebClient, workspace: Workspace, channel: str) -> None:
    uploaded = client.files_upload_v2(
        channel=channel, filename="docket.csv", content="id,court\n1,cand\n", initial_comment="The docket"
    )
    (message,) = workspace.person("dara").sees(channel)
    assert (message.text, message.files[0].name, message.files[0].mimetype) == ("The docket", "docket.csv", "text/csv")
    mine = bearer(workspace.bot_token)
    assert httpx.get(uploaded["file"]["url_private"], headers=mine).content == b"id,court\n1,cand\n"


def test_an_upload_must_have_the_length_it_announced(client: WebClient, channel: str) -> None:
    offered = client.files_getUploadURLExternal(filename="a.txt", length=3)
    for body, status in ((b"four", 400), (b"abc", 200), (b"abc", 404)):
        assert status_of(offered["upload_url"], body) == status
    with pytest.raises(SlackApiError, match="file_not_found"):
        client.files_completeUploadExternal(files=[{"id": "F0NONE"}], channel_id=channel)
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        client.files_completeUploadExternal(files=[])
    with pytest.raises(SlackApiError, match="thread_not_found"):
        client.files_completeUploadExternal(files=[{"id": offered["file_id"]}], channel_id=channel, thread_ts="1.0")
    assert client.files_completeUploadExternal(files=[{"id": offered["file_id"]}])["files"][0]["title"] == "a.txt"


def test_nothing_is_shared_in_an_archived_channel(client: WebClient, workspace: Workspace, channel: str) -> None:
    workspace.archive_channel("rainsy-us")
    offered = client.files_getUploadURLExternal(filename="a.txt", length=1)
    assert status_of(offered["upload_url"], b"a") == 200
    with pytest.raises(SlackApiError, match="is_archived"):
        client.files_completeUploadExternal(files=[{"id": offered["file_id"]}], channel_id=channel)


def test_an_unknown_file_or_response_url_is_not_found(server: PracticeServer) -> None:
    assert status_of(f"{server.url}/files/F0NONE/a.txt") == 404
    assert status_of(f"{server.url}/response/none", b"{}") == 404


def test_arguments_come_as_form_query_or_json(server: PracticeServer, channel: str) -> None:
    token = server.workspace.bot_token
    fields = {"channel": channel, "text": "Hello", "token": token}
    form = answer_to("POST", f"{server.api_url}chat.postMessage", data=fields)
    query = answer_to("GET", f"{server.api_url}conversations.info", params={"channel": channel}, headers=bearer(token))
    headers = {"Content-Type": "application/json", **bearer(token)}
    broken = answer_to("POST", f"{server.api_url}chat.postMessage", content=b"{", headers=headers)
    assert form["ok"]
    assert query["channel"]["id"] == channel
    assert broken["error"] == "invalid_arguments"


def test_multipart_forms_are_read_too() -> None:
    body = (
        b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nHello\r\n'
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nbytes\r\n--x--\r\n'
    )
    kind = "multipart/form-data; boundary=x"
    assert read_arguments(body, content_type=kind) == {"text": "Hello"}
    assert read_upload(body, content_type=kind) == b"bytes"
    assert read_upload(b"--x--\r\n", content_type=kind) == b""


def test_two_servers_cannot_share_a_port(server: PracticeServer, workspace: Workspace) -> None:
    port = int(server.url.rpartition(":")[2])
    with pytest.raises(OSError, match="in use"):
        PracticeServer(workspace, port=port)


class TestFaults:
    def test_429_tells_when_to_come_back(self, server: PracticeServer, client: WebClient, channel: str) -> None:
        server.workspace.faults.limit("chat.postMessage", times=2, retry_after=0)
        with pytest.raises(SlackApiError) as refused:
            client.chat_postMessage(channel=channel, text="x")
        assert (refused.value.response.status_code, refused.value.response.headers["Retry-After"]) == (429, "0")
        client.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=1))
        assert client.chat_postMessage(channel=channel, text="x")["ok"]

    def test_an_http_error_does_nothing(self, server: PracticeServer, client: WebClient, channel: str) -> None:
        server.workspace.faults.fail(status=503)
        with pytest.raises(SlackApiError):
            client.chat_postMessage(channel=channel, text="x")
        assert not server.workspace.person("dara").sees(channel)

    def test_one_of_slacks_errors_can_be_ordered(self, server: PracticeServer, client: WebClient) -> None:
        server.workspace.faults.refuse("auth.test", error="account_inactive")
        with pytest.raises(SlackApiError, match="account_inactive"):
            client.auth_test()

    def test_a_late_answer_finds_the_message_posted(self, server: PracticeServer, channel: str) -> None:
        server.workspace.faults.delay("chat.postMessage", seconds=0.6)
        impatient = WebClient(server.workspace.bot_token, base_url=server.api_url, timeout=1, retry_handlers=[])
        server.workspace.faults.delay("chat.postMessage", seconds=1.5)
        assert impatient.chat_postMessage(channel=channel, text="late")["ok"]
        with pytest.raises(TimeoutError):
            impatient.chat_postMessage(channel=channel, text="too late")
        assert [each.text for each in server.workspace.person("dara").sees(channel)] == ["late", "too late"]

    def test_a_lost_answer_finds_the_message_posted(self, server: PracticeServer, channel: str) -> None:
        server.workspace.faults.lose("chat.postMessage")
        client = WebClient(server.workspace.bot_token, base_url=server.api_url, retry_handlers=[])
        with pytest.raises(OSError, match=r"reset|closed|disconnected"):
            client.chat_postMessage(channel=channel, text="posted")
        assert [each.text for each in server.workspace.person("dara").sees(channel)] == ["posted"]

    def test_a_cut_connection_finds_nothing_posted(self, server: PracticeServer, channel: str) -> None:
        server.workspace.faults.cut("chat.postMessage", times=5)
        client = WebClient(server.workspace.bot_token, base_url=server.api_url, retry_handlers=[])
        with pytest.raises(OSError, match=r"reset|closed|disconnected"):
            client.chat_postMessage(channel=channel, text="lost")
        server.workspace.faults.clear()
        assert not server.workspace.person("dara").sees(channel)
        assert client.chat_postMessage(channel=channel, text="again")["ok"]


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def answer_to(method: str, url: str, **more: Any) -> dict[str, Any]:
    answer: dict[str, Any] = httpx.request(method, url, **more).json()
    return answer


def status_of(url: str, body: bytes | None = None) -> int:
    return httpx.request("GET" if body is None else "POST", url, content=body).status_code
