from collections.abc import Iterator

import httpx
import pytest
from starlette.responses import PlainTextResponse

from bot.web import PortTakenError, Receive, Scope, Send, listening, port_of, serving, web_app


async def feeds(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse(f"feeds: {scope['path']}")(scope, receive, send)


@pytest.fixture
def troubles() -> list[str]:
    return []


@pytest.fixture
def url(troubles: list[str]) -> Iterator[str]:
    app = web_app(feeds=feeds, health=lambda: troubles)
    with listening("127.0.0.1", 0) as address, serving(app, at=address):
        yield f"http://127.0.0.1:{port_of(address)}"


@pytest.mark.parametrize("path", ["/feeds/secret.ics", "/robots.txt", "/below/a/prefix/feeds/secret.ics"])
def test_feeds_go_to_theirs_below_any_prefix(url: str, path: str) -> None:
    assert httpx.get(url + path).text == f"feeds: {path}"


def test_it_says_that_it_is_well(url: str) -> None:
    answer = httpx.get(f"{url}/healthz")
    assert (answer.status_code, answer.text) == (200, "well")


def test_it_says_each_trouble(url: str, troubles: list[str]) -> None:
    troubles.extend(["Reminders are late.", "Slack is silent."])
    answer = httpx.get(f"{url}/healthz")
    assert (answer.status_code, answer.text) == (503, "Reminders are late.\nSlack is silent.")


def test_it_does_not_say_what_it_is_made_of(url: str) -> None:
    assert "server" not in httpx.get(f"{url}/healthz").headers


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_a_taken_port_is_said_in_words(host: str) -> None:
    with listening(host, 0) as taken:
        taken.listen()
        with pytest.raises(PortTakenError, match=rf"{port_of(taken)}: is it in use already\?"):
            listening(host, port_of(taken))


def test_no_such_port_is_said_in_words() -> None:
    with pytest.raises(PortTakenError, match="70000"):
        listening("127.0.0.1", 70000)
