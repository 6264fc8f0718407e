"""Slack over HTTP: one route that hands each signed request to Bolt, off the event loop."""

from slack_bolt import App, BoltRequest
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

PATH = "/slack/events"
LARGEST_REQUEST = 1_000_000  # octets; Slack's own requests stay far below


def slack_route(app: App) -> Route:
    """Return the route at which Slack's requests arrive: commands, interactions and events alike.

    Bolt checks the signature and its age; a request that is too large is refused before it is read.
    """

    async def receive(request: Request) -> Response:
        if int(request.headers.get("content-length") or 0) > LARGEST_REQUEST:
            return PlainTextResponse("This request is too large to come from Slack.", status_code=413)
        asked = BoltRequest(
            body=(await request.body()).decode(),
            query=request.url.query,
            headers=dict(request.headers),
        )
        answer = await run_in_threadpool(app.dispatch, asked)
        return Response(answer.body, status_code=answer.status, headers=answer.first_headers_without_set_cookie())

    return Route(PATH, receive, methods=["POST"])
