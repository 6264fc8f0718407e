"""The page that Prometheus reads. Whoever serves feeds is on the open web: without its token nothing is said here."""

import hmac

from prometheus_client import CollectorRegistry
from prometheus_client.exposition import choose_encoder
from prometheus_client.process_collector import ProcessCollector
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.docket.desk import Desk
from bot.metrics.counting import Counts
from bot.metrics.rows import Rows


def metrics_route(desk: Desk, counts: Counts, *, token: str) -> Route:
    """Return the route of `/metrics`, for whoever shows the token as `Authorization: Bearer`."""
    registry = counts.registry
    registry.register(Rows(desk))
    ProcessCollector(namespace="adquem", registry=registry)

    async def metrics(request: Request) -> Response:
        if not _shows(request, token):
            return PlainTextResponse("", status_code=401, headers={"WWW-Authenticate": "Bearer"})
        return await run_in_threadpool(_written, registry, request.headers.get("accept", ""))

    return Route("/metrics", metrics)


def _written(registry: CollectorRegistry, accept: str) -> Response:
    encode, content_type = choose_encoder(accept)
    try:
        return Response(encode(registry), headers={"Content-Type": content_type})
    except (SQLAlchemyError, OSError):
        return PlainTextResponse("The docket cannot be read.", status_code=503)


def _shows(request: Request, token: str) -> bool:
    shown = request.headers.get("authorization", "")
    return hmac.compare_digest(shown.encode(), f"Bearer {token}".encode())
