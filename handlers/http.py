"""Slack over HTTP: one route that hands each signed request to Bolt, off the event loop."""

from slack_bolt import App, BoltRequest
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

PATH = "/slack/events"
LARGEST_REQUEST = 1_000_000  # octets; Slack's own requests stay far below


class _TooLargeError(Exception):
    """More octets arrived than any request of Slack's has."""


def slack_route(app: App) -> Route:
    """Return the route at which Slack's requests arrive: commands, interactions and events alike.

    Bolt checks the signature and its age. What is too large, or no request of Slack's at all, is refused before that.
    """

    async def receive(request: Request) -> Response:
        try:
            asked = _as_bolt_reads(request, await _body(request))
        except _TooLargeError:
            return PlainTextResponse("This request is too large to come from Slack.", status_code=413)
        except Exception:  # noqa: BLE001 -- whatever Bolt cannot read did not come from Slack
            return PlainTextResponse("This is no request of Slack's.", status_code=400)
        answer = await run_in_threadpool(app.dispatch, asked)
        return Response(answer.body, status_code=answer.status, headers=answer.first_headers_without_set_cookie())

    return Route(PATH, receive, methods=["POST"])


async def _body(request: Request) -> str:
    """Return the body as text; stop reading once it is too large, whatever its header claims."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_REQUEST:
            raise _TooLargeError
    return body.decode()


def _as_bolt_reads(request: Request, body: str) -> BoltRequest:
    return BoltRequest(body=body, query=request.url.query, headers=dict(request.headers))
