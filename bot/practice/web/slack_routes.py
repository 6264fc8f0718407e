"""What the app reaches: the Web API, response URLs, uploads, files and the Socket Mode door."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from bot.practice.answers import answer_through_url
from bot.practice.faults import Fault, FaultKind
from bot.practice.nouns import File
from bot.practice.rates import ratelimited
from bot.practice.refusals import Refusal
from bot.practice.web.bodies import read_arguments, read_json, read_upload
from bot.practice.web.connections import Connections
from bot.practice.web.loopback import is_at_home
from bot.practice.web_api.calls import Call
from bot.practice.web_api.files import may_fetch, receive
from bot.practice.web_api.methods import run_method
from bot.practice.workspace import Workspace

_DOWNLOADS = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
"""An uploaded page of HTML runs nothing."""


def slack_routes(workspace: Workspace, connections: Connections) -> Sequence[BaseRoute]:
    """Return the addresses that Slack has for an app."""

    async def web_api(request: Request) -> Response:
        call = await read_call(request)
        fault = workspace.faults.take(call.method)
        return await _under(fault, request, connections, partial(_answered, workspace, call))

    async def respond(request: Request) -> Response:
        body = read_json(await request.body())
        try:
            await run_in_threadpool(answer_through_url, workspace, request.path_params["token"], body)
        except Refusal as refusal:
            return JSONResponse(refusal.as_body(), status_code=refusal.status)
        return PlainTextResponse("ok")

    async def upload(request: Request) -> Response:
        content = read_upload(await request.body(), content_type=request.headers.get("content-type", ""))
        try:
            count = receive(workspace, request.path_params["token"], content)
        except Refusal as refusal:
            return PlainTextResponse(refusal.error, status_code=refusal.status)
        return PlainTextResponse(f"OK - {count}")

    async def download(request: Request) -> Response:
        file = workspace.files.get(request.path_params["file_id"])
        if file is None or not _may_fetch(workspace, request, file):
            return PlainTextResponse("", status_code=404)
        return Response(file.content, media_type=file.mimetype, headers=_DOWNLOADS)

    async def link(socket: WebSocket) -> None:
        await workspace.sockets.serve(socket)

    return [
        Route("/api/{method}", web_api, methods=["GET", "POST"]),
        Route("/response/{token}", respond, methods=["POST"]),
        Route("/upload/v1/{token}", upload, methods=["POST"]),
        Route("/files/{file_id}/{name}", download),
        WebSocketRoute("/link/", link),
    ]


def _may_fetch(workspace: Workspace, request: Request, file: File) -> bool:
    """Whether the app asks, with its token, or at home somebody (`as`) who sees a message that carries the file."""
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    user = request.query_params.get("as", "")
    return bearer == workspace.bot_token or (is_at_home(request) and may_fetch(workspace, file, user=user))


async def read_call(request: Request) -> Call:
    """Read a call's arguments, as JSON or form or query, and its token, from the header or among them."""
    arguments: dict[str, Any] = dict(request.query_params)
    arguments |= read_arguments(await request.body(), content_type=request.headers.get("content-type", ""))
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    given = arguments.pop("token", None)
    return Call(method=request.path_params["method"], arguments=arguments, token=bearer or given)


async def _under(
    fault: Fault | None, request: Request, connections: Connections, answer: Callable[[], Response]
) -> Response:
    if fault is None:
        return await run_in_threadpool(answer)
    response = _refusal_of(fault)
    if response is None and fault.kind is not FaultKind.CUT:
        response = await run_in_threadpool(answer)
    if fault.kind is FaultKind.LATE:
        await asyncio.sleep(fault.seconds)
    if fault.kind in {FaultKind.CUT, FaultKind.LOST}:
        await connections.cut(request.scope)
    return response or Response()


def _answered(workspace: Workspace, call: Call) -> Response:
    headers = {"x-oauth-scopes": ",".join(sorted(workspace.manifest.scopes))}
    method = workspace.methods.get(call.method)
    if method:
        headers["x-accepted-oauth-scopes"] = ",".join(method.scopes)
    try:
        return JSONResponse(run_method(workspace, call, methods=workspace.methods), headers=headers)
    except Refusal as refusal:
        return JSONResponse(refusal.as_body(), status_code=refusal.status, headers={**headers, **refusal.headers})


def _refusal_of(fault: Fault) -> Response | None:
    match fault.kind:
        case FaultKind.LIMITED:
            refusal = ratelimited(fault.seconds)
            return JSONResponse(refusal.as_body(), status_code=refusal.status, headers=refusal.headers)
        case FaultKind.FAILED:
            return PlainTextResponse("Internal error", status_code=fault.status)
        case FaultKind.REFUSED:
            return JSONResponse({"ok": False, "error": fault.error})
        case _:
            return None
