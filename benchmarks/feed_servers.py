"""Who serves the feed of the benchmark: the bot and a constant in one uvicorn, nginx, Radicale."""

import asyncio
import gzip
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import uvicorn

from benchmarks.feed_docket import open_desk
from benchmarks.feed_rates import Server, stay_on
from bot.calendars.web import FeedApp, feed_app
from bot.web import web_app

Message = MutableMapping[str, Any]
Headers = tuple[tuple[bytes, bytes], ...]

GZIP = (b"accept-encoding", b"gzip")
ASKED: dict[str, Headers] = {"304": (GZIP, (b"if-none-match", b"*")), "200 gzip": (GZIP,), "200 plain": ()}


@contextmanager
def ours(path: Path, token: str) -> Iterator[tuple[Server, Server]]:
    """Serve a docket's feed as the bot does, and what it answers as a constant, from one uvicorn in one process."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        # the protocol is named, for asyncio sets TCP_NODELAY on no other
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        process = get_context("fork").Process(target=_serve, args=(listener, path, token), daemon=True)
        process.start()
        at, pid = listener.getsockname(), process.pid or 0
        feed = dict.fromkeys(ASKED, f"/feeds/{token}.ics")
        constant = {name: f"/constant/{token}/{name.replace(' ', '-')}" for name in ASKED}
        yield Server("feed", at, pid, feed, is_ours=True), Server("constant", at, pid, constant)
        process.kill()
        process.join()


def _serve(listener: socket.socket, path: Path, token: str) -> None:
    stay_on(0)
    feeds = feed_app(open_desk(path), per_minute=10**9)
    product = web_app(feeds=feeds, health=tuple)
    constants = {
        f"/constant/{token}/{name.replace(' ', '-')}": asyncio.run(_captured(feeds, token, headers))
        for name, headers in ASKED.items()
    }

    async def constant(scope: Any, _receive: Any, send: Any) -> None:  # noqa: ANN401 -- ASGI's
        for message in constants[scope["path"]]:
            await send(message)

    async def either(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 -- ASGI's
        await (constant if scope["path"].startswith("/constant/") else product)(scope, receive, send)

    config = uvicorn.Config(either, access_log=False, log_level="warning", lifespan="off", server_header=False)
    uvicorn.Server(config).run(sockets=[listener])


async def _captured(app: FeedApp, token: str, headers: Headers) -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": f"/feeds/{token}.ics", "headers": headers}
    await app(scope, receive, send)
    return sent


@contextmanager
def nginx(folder: Path, answer: bytes) -> Iterator[list[Server]]:
    """Serve the same calendar as a file, compressed beforehand, from one worker of nginx."""
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if program is None:
        print("nginx is not here (apt-get install nginx-light): it is left out.")
        yield []
        return
    body = answer.partition(b"\r\n\r\n")[2]
    (folder / "feed.ics").write_bytes(body)
    (folder / "feed.ics.gz").write_bytes(gzip.compress(body))
    folder.chmod(0o755)
    port = _free_port()
    config = folder / "nginx.conf"
    config.write_text(
        f"""daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{ access_log off; types {{ text/calendar ics; }} keepalive_requests 1000000000; sendfile on; tcp_nopush on;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port}; root {folder}; gzip_static on; etag on; }} }}"""
    )
    with _running(port, program, "-c", str(config)) as pid:
        yield [Server("nginx", ("127.0.0.1", port), pid, dict.fromkeys(ASKED, "/feed.ics"))]


@contextmanager
def radicale(folder: Path, answer: bytes) -> Iterator[list[Server]]:
    """Put the same calendar into Radicale, of the Python that RADICALE_PYTHON names."""
    python = os.environ.get("RADICALE_PYTHON")
    if python is None:
        print("Radicale is not here (install it into a venv and set RADICALE_PYTHON to its python): it is left out.")
        yield []
        return
    port = _free_port()
    rights = folder / "rights"
    rights.write_text("[all]\nuser: .*\ncollection: .*\npermissions: RrWw\n")
    options = {"server-hosts": f"127.0.0.1:{port}", "storage-filesystem-folder": folder / "radicale"}
    options |= {"auth-type": "none", "rights-type": "from_file", "rights-file": rights, "logging-level": "error"}
    words = [f"--{name}={value}" for name, value in options.items()]
    with _running(port, python, "-m", "radicale", "--config", "", *words) as pid:
        body = answer.partition(b"\r\n\r\n")[2].replace(b"METHOD:PUBLISH\r\n", b"")
        connection = HTTPConnection("127.0.0.1", port, timeout=120)
        for method, path, given in (("MKCOL", "/u/", b""), ("PUT", "/u/feed/", body)):
            connection.request(method, path, given, {"Content-Type": "text/calendar"} if given else {})
            made = connection.getresponse()
            assert made.status == HTTPStatus.CREATED, (made.status, made.read())
            made.read()
        connection.close()
        yield [Server("Radicale", ("127.0.0.1", port), pid, dict.fromkeys(ASKED, "/u/feed/"), stays_open=False)]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def _running(port: int, *command: str) -> Iterator[int]:
    """Run a server on the first core until the context ends, from when it can be reached."""
    process = subprocess.Popen(command, preexec_fn=partial(stay_on, 0))  # noqa: PLW1509 -- no threads here yet
    try:
        _wait_for(port)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    for _ in range(200):
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise TimeoutError(port)
