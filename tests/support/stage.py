"""One web server for every test of a process: to begin and to end one takes longer than most tests."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

NOBODY = PlainTextResponse("Nobody plays here.", status_code=503)


class Stage:
    """Serves whatever plays on it just now, until the process ends."""

    def __init__(self) -> None:
        self._plays: ASGIApp = NOBODY
        listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        server = uvicorn.Server(uvicorn.Config(self._serve, interface="asgi3", lifespan="off", log_config=None))
        threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="stage", daemon=True).start()

    @contextmanager
    def playing(self, app: ASGIApp) -> Iterator[None]:
        """Let an app answer."""
        self._plays = app
        try:
            yield
        finally:
            self._plays = NOBODY

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._plays(scope, receive, send)


@cache
def the_stage() -> Stage:
    """Return the stage of this process."""
    return Stage()
