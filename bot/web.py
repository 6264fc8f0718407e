"""What the bot serves over HTTP: feeds, Slack's requests in HTTP mode, and its own health."""

import socket
import threading
from collections.abc import Awaitable, Callable, Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.errors import AdQuemError

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]
Health = Callable[[], Sequence[str]]
Note = Callable[[int], None]

FEEDS = "/feeds/"
ROBOTS = "/robots.txt"


class PortTakenError(AdQuemError):
    """Nothing can listen at that address."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"Cannot listen on {host}:{port}: is it in use already? Set PORT to another number.")


def web_app(
    *, feeds: Asgi, health: Health, routes: Sequence[BaseRoute] = (), note_feed: Note = lambda _status: None
) -> Asgi:
    """Return the ASGI app: feeds go straight to theirs, everything else through the routes.

    Args:
        health: says what is wrong at present, a sentence each; nothing when all is well.
        note_feed: is told the status of each answer to a calendar.
    """

    async def healthz(_request: Request) -> Response:
        troubles = await run_in_threadpool(health)
        return PlainTextResponse("\n".join(troubles) or "well", status_code=503 if troubles else 200)

    rest = Starlette(routes=[Route("/healthz", healthz), *routes])

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        if not _is_for_feeds(scope):
            await rest(scope, receive, send)
            return

        async def send_and_note(message: MutableMapping[str, Any]) -> None:
            await send(message)
            if message["type"] == "http.response.start":
                note_feed(message["status"])

        await feeds(scope, receive, send_and_note)

    return serve


def _is_for_feeds(scope: Scope) -> bool:
    """Say whether a request is one of the feeds', below whatever prefix a reverse proxy leaves in its path."""
    return scope["type"] == "http" and (FEEDS in scope["path"] or scope["path"].endswith(ROBOTS))


def listening(host: str, port: int) -> socket.socket:
    """Take a port (a free one, if 0 is asked for), so that it is known before anything is served there.

    Raises:
        PortTakenError: if nothing can listen there.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
    except (OSError, OverflowError):
        taken.close()
        raise PortTakenError(host, port) from None
    return taken


@contextmanager
def serving(app: Asgi, *, at: socket.socket) -> Iterator[None]:
    """Serve an app from a thread while the context lasts.

    No access log is written: a feed's address is a secret. What else there is to log goes where ours goes.
    """
    server = uvicorn.Server(
        uvicorn.Config(app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [at]}, name="web", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()


def port_of(taken: socket.socket) -> int:
    """Return the port that was taken."""
    return int(taken.getsockname()[1])
