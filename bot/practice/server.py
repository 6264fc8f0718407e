import asyncio
import socket
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import uvicorn
from starlette.applications import Starlette

from bot.practice.web.connections import Connections
from bot.practice.web.page_routes import PAGE, page_routes
from bot.practice.web.slack_routes import slack_routes
from bot.practice.workspace import Workspace

START_SECONDS = 10.0


class PracticeServer:
    """Serves a workspace from a thread of its own. Port 0 takes any free port; `url` says which."""

    def __init__(self, workspace: Workspace, *, host: str = "127.0.0.1", port: int = 0, page: Path = PAGE) -> None:
        self.workspace = workspace
        self._socket = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._socket.bind((host, port))
        except OSError:
            self._socket.close()
            raise
        name = f"[{host}]" if ":" in host else host
        self.url = workspace.url = f"http://{name}:{self._socket.getsockname()[1]}"
        connections = Connections()
        app = Starlette(routes=[*slack_routes(workspace, connections), *page_routes(workspace, page=page)])
        config = uvicorn.Config(
            app,
            http=connections.protocol(),
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=1,
        )
        self._server = _Server(config)
        self._thread = threading.Thread(target=self._run, name="practice-server", daemon=True)

    @property
    def api_url(self) -> str:
        """Return the base URL of the Web API, as `SLACK_API_URL` wants it."""
        return f"{self.url}/api/"

    def start(self) -> Self:
        """Start serving and return once requests are answered."""
        self._thread.start()
        if not self._server.is_up.wait(START_SECONDS):
            raise TimeoutError("The practice server did not start.")
        return self

    def stop(self) -> None:
        """Close the workspace and stop serving."""
        self.workspace.close()
        self._server.end()
        self._thread.join()
        self._socket.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _run(self) -> None:
        self._server.run(sockets=[self._socket])


class _Server(uvicorn.Server):
    """A server that says when it is up, and ends when it is told to instead of at its next tick."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._loop, self._told = asyncio.get_running_loop(), asyncio.Event()
        self.is_up.set()

    async def main_loop(self) -> None:
        ticking, waiting = asyncio.create_task(super().main_loop()), asyncio.create_task(self._told.wait())
        await asyncio.wait({ticking, waiting}, return_when=asyncio.FIRST_COMPLETED)
        ticking.cancel()
        waiting.cancel()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        for late in list(self.server_state.connections):  # came while the others were closed
            late.transport.abort()
        await asyncio.sleep(0)

    def end(self) -> None:
        """Stop serving."""
        self.should_exit = True
        with suppress(RuntimeError):  # it has ended by itself
            self._loop.call_soon_threadsafe(self._told.set)
