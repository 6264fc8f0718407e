"""What the page in the browser reaches, as docs/practice.md writes it down. Guarded by nothing but loopback."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from importlib.resources import files
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.practice.nouns import Json
from bot.practice.people.payloads import channel_of
from bot.practice.refusals import Refusal
from bot.practice.shown import shown_message, shown_state, visible_messages
from bot.practice.web.deeds import DEEDS, actor, somebody
from bot.practice.web.loopback import is_at_home
from bot.practice.workspace import Workspace

PING_SECONDS = 15.0
PAGE = Path(str(files("bot.practice") / "page"))
SAFE = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}


def page_routes(workspace: Workspace, *, page: Path = PAGE) -> Sequence[BaseRoute]:
    """Return the addresses of the page and of what it asks for."""

    async def state(request: Request) -> Response:
        return await _answered(lambda: shown_state(workspace, me=somebody(workspace, request.query_params)))

    async def messages(request: Request) -> Response:
        return await _answered(lambda: _messages(workspace, request))

    async def deed(request: Request) -> Response:
        asked = await _json(request)
        run = DEEDS.get(request.path_params["deed"])
        return await _answered(lambda: run(workspace, asked)) if run else _not_found()

    async def events(request: Request) -> Response:
        try:
            user = actor(workspace, request.query_params)
        except Refusal as refusal:
            return _refused(refusal)
        return StreamingResponse(_stream(workspace, user), media_type="text/event-stream", headers=SAFE)

    async def index(request: Request) -> Response:  # noqa: ARG001 - every route takes its request
        return _file(page, "index.html")

    async def asset(request: Request) -> Response:
        return _file(page, request.path_params["path"])

    return [
        Route("/", _at_home(index)),
        Route("/page/{path:path}", _at_home(asset)),
        Route("/practice/state", _at_home(state)),
        Route("/practice/messages", _at_home(messages)),
        Route("/practice/events", _at_home(events)),
        Route("/practice/{deed}", _at_home(deed), methods=["POST"]),
    ]


def _messages(workspace: Workspace, request: Request) -> Json:
    user = actor(workspace, request.query_params)
    channel = channel_of(workspace, request.query_params.get("channel", ""), user=user)
    with workspace.changing():
        there = visible_messages(workspace, channel, to=user)
        if there:
            workspace.read_up_to[user, channel.id] = there[-1].ts
        return {"messages": [shown_message(workspace, each) for each in there]}


async def _stream(workspace: Workspace, user: str) -> AsyncIterator[str]:
    loop = asyncio.get_running_loop()
    waiting: asyncio.Queue[Json | None] = asyncio.Queue()

    def put(event: Json | None) -> None:
        loop.call_soon_threadsafe(waiting.put_nowait, event)

    with workspace.feed.read_by(user, put):
        yield ": hello\n\n"
        while True:
            try:
                event = await asyncio.wait_for(waiting.get(), PING_SECONDS)
            except TimeoutError:
                yield ": ping\n\n"
                continue
            if event is None:
                return
            yield f"data: {json.dumps(event)}\n\n"


def _at_home(
    endpoint: Callable[[Request], Awaitable[Response]],
) -> Callable[[Request], Awaitable[Response]]:
    async def guarded(request: Request) -> Response:
        if not is_at_home(request):
            shown = "The practice page answers only to this machine and to its own page."
            return _refused(Refusal("foreign_origin", status=403, shown=shown))
        return await endpoint(request)

    return guarded


async def _answered(run: Callable[[], Json]) -> Response:
    try:
        return JSONResponse({"ok": True, **await run_in_threadpool(run)}, headers=SAFE)
    except Refusal as refusal:
        return _refused(refusal)
    except (KeyError, TypeError, ValueError) as error:
        return _refused(Refusal("invalid_arguments", shown=f"The page asked for something unreadable: {error!r}."))


def _refused(refusal: Refusal) -> Response:
    body = {"ok": False, "error": refusal.error, "shown": str(refusal)}
    status = 400 if refusal.status == 200 else refusal.status  # noqa: PLR2004 - HTTP's own numbers
    return JSONResponse(body, status_code=status, headers=SAFE)


def _not_found() -> Response:
    return _refused(Refusal("not_found", status=404, shown="There is nothing here."))


def _file(page: Path, name: str) -> Response:
    path = (page / name).resolve()
    if not path.is_relative_to(page.resolve()) or not path.is_file():
        return _not_found()
    return FileResponse(path, headers=SAFE)


async def _json(request: Request) -> Json:
    try:
        asked = json.loads(await request.body())
    except ValueError:
        return {}
    return asked if isinstance(asked, dict) else {}
