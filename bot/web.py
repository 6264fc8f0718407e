"""What the bot serves over HTTP: feeds, Slack's requests in HTTP mode, and its own health."""

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

FEEDS = "/feeds/"
ROBOTS = "/robots.txt"
_SECONDS_TO_START = 10


class PortTakenError(AdQuemError):
    """Nothing can listen at that address."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"Cannot listen on {host}:{port}: is it in use already? Set PORT to another number.")


def web_app(*, feeds: Asgi, health: Health, routes: Sequence[BaseRoute] = ()) -> Asgi:
    """Return the ASGI app: feeds go straight to theirs, everything else through the routes.

    Args:
        health: says what is wrong at present, a sentence each; nothing when all is well.
    """

    async def healthz(_request: Request) -> Response:
        troubles = await run_in_threadpool(health)
        return PlainTextResponse("\n".join(troubles) or "well", status_code=503 if troubles else 200)

    rest = Starlette(routes=[Route("/healthz", healthz), *routes])

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        await (feeds if _is_for_feeds(scope) else rest)(scope, receive, send)

    return serve


def _is_for_feeds(scope: Scope) -> bool:
    """Say whether a request is one of the feeds', below whatever prefix a reverse proxy leaves in its path."""
    return scope["type"] == "http" and (FEEDS in scope["path"] or scope["path"].endswith(ROBOTS))


@contextmanager
def serving(app: Asgi, *, host: str, port: int) -> Iterator[int]:
    """Serve an app from a thread while the context lasts; yield the port (a free one, if 0 was asked for).

    No access log is written: a feed's address is a secret.

    Raises:
        PortTakenError: if nothing can listen there.
    """
    server = uvicorn.Server(
        uvicorn.Config(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)
    )
    thread = threading.Thread(target=_run, args=(server,), name="web", daemon=True)
    thread.start()
    try:
        yield _port_once_started(server, thread, host=host, port=port)
    finally:
        server.should_exit = True
        thread.join(_SECONDS_TO_START)


def _run(server: uvicorn.Server) -> None:
    """Run uvicorn; it says that a port is taken by exiting, and then the thread ends."""
    try:
        server.run()
    except SystemExit:
        return


def _port_once_started(server: uvicorn.Server, thread: threading.Thread, *, host: str, port: int) -> int:
    pause = threading.Event()
    for _ in range(_SECONDS_TO_START * 100):
        if server.started:
            return int(server.servers[0].sockets[0].getsockname()[1])
        if not thread.is_alive():
            break
        pause.wait(0.01)
    raise PortTakenError(host, port)
