"""Fetching an uploaded file: with the bot's token, from the workspace, and never from where that points elsewhere."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest
from slack_sdk import WebClient

from handlers.downloading import NotFetchedError, fetched, speaking_through


class Slack(BaseHTTPRequestHandler):
    """Hands out a file, or refuses as Slack does; it keeps the token that came with each request."""

    tokens: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.tokens.append(self.headers.get("Authorization", ""))
        status = int(self.path.rpartition("/")[2])
        body = b" <!DOCTYPE html>sign in" if "page" in self.path else b"kind,title,date\n"
        self.send_response(status)
        self.send_header("Content-Type", "text/html" if "page" in self.path else "text/csv")
        self.send_header("Content-Length", str(len(body)))
        if status == 302:
            self.send_header("Location", "/file/200")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def workspace() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Slack)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def asked(workspace: str, url: str, *, has_token: bool = True, most: int = 100) -> bytes:
    Slack.tokens.clear()
    client = WebClient(token="xoxb-1" if has_token else None, base_url=f"{workspace}/api/")
    with speaking_through(client):
        return fetched({"url_private_download": url}, most=most)


def test_a_file_is_fetched_with_the_bots_token(workspace: str) -> None:
    assert asked(workspace, f"{workspace}/file/200") == b"kind,title,date\n"
    assert Slack.tokens == ["Bearer xoxb-1"]


def test_of_a_longer_file_no_more_is_read_than_shows_that_it_is_too_long(workspace: str) -> None:
    assert asked(workspace, f"{workspace}/file/200", most=4) == b"kind,"


@pytest.mark.parametrize("path", ["/file/302", "/file/401", "/file/403", "/page/200"])
def test_where_the_token_may_not_read_files_the_missing_scope_is_named(workspace: str, path: str) -> None:
    with pytest.raises(NotFetchedError, match="files:read"):
        asked(workspace, workspace + path)
    assert len(Slack.tokens) == 1  # nobody was followed elsewhere with it


@pytest.mark.parametrize("path", ["/file/500", "/file/404"])
def test_trouble_at_slack_says_to_try_again(workspace: str, path: str, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(NotFetchedError, match="Try again"):
        asked(workspace, workspace + path)
    assert workspace not in caplog.text


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://[",
        "https://elsewhere.example/file/200",
        "http://files.slack.com/plain/200",
        "https://slack.com.elsewhere.example/200",
        "https://files.slack.com@elsewhere.example/200",
        "file:///etc/passwd",
    ],
)
def test_the_token_goes_to_slack_alone(workspace: str, url: str) -> None:
    with pytest.raises(NotFetchedError, match="Try again"):
        asked(workspace, url)
    assert Slack.tokens == []


def test_where_nobody_listens_or_nothing_may_be_said_nothing_is_fetched(workspace: str) -> None:
    with pytest.raises(NotFetchedError):
        asked("http://127.0.0.1:1", "http://127.0.0.1:1/file/200")
    with pytest.raises(NotFetchedError):
        asked(workspace, f"{workspace}/file/200", has_token=False)
    file: dict[str, Any] = {"url_private": f"{workspace}/file/200"}
    with pytest.raises(NotFetchedError):
        fetched(file, most=1)
