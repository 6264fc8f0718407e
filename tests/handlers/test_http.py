"""What arrives over HTTP and is no request of Slack's."""

import httpx
import pytest
from slack_bolt import App
from slack_sdk import WebClient
from starlette.applications import Starlette

from handlers.http import LARGEST_REQUEST, PATH, slack_route

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def client() -> httpx.AsyncClient:
    app = App(signing_secret="practice", client=WebClient("xoxb-practice"), token_verification_enabled=False)
    transport = httpx.ASGITransport(app=Starlette(routes=[slack_route(app)]), raise_app_exceptions=True)
    return httpx.AsyncClient(transport=transport, base_url="http://adquem")


async def post(client: httpx.AsyncClient, body: bytes, headers: dict[str, str]) -> int:
    async with client:
        return (await client.post(PATH, content=body, headers=headers)).status_code


def status_of(client: httpx.AsyncClient, body: bytes, headers: dict[str, str]) -> int:
    import asyncio

    return asyncio.run(post(client, body, headers))


@pytest.mark.parametrize(
    ("body", "headers"),
    [(b"{bad", {"Content-Type": "application/json"}), (b"\xff\xfe", FORM), (b"payload={{", FORM)],
)
def test_garbage_is_refused_without_a_stir(client: httpx.AsyncClient, body: bytes, headers: dict[str, str]) -> None:
    assert status_of(client, body, headers) == 400


def test_what_is_not_signed_is_refused(client: httpx.AsyncClient) -> None:
    assert status_of(client, b"command=%2Fcase&text=list", FORM) == 401


def test_what_is_too_large_is_refused(client: httpx.AsyncClient) -> None:
    assert status_of(client, b"x" * (LARGEST_REQUEST + 1), FORM) == 413
