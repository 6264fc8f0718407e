"""The feeds over HTTP: a raw ASGI application for `/feeds/<token>.ics`, below any path.

The address is the secret: it is never logged (run the server without its access log) and never repeated in an answer.
On any trouble the answer is 503: an empty calendar, or an error page sent as one, would make programs drop all events.
"""

import asyncio
import logging
import math
import re
import traceback
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.calendars.conditions import accepts_gzip, entity_tag, http_date, is_unchanged
from bot.calendars.feeds import hash_of
from bot.calendars.limits import Limits
from bot.calendars.lookup import SEEN_EVERY, Gone, Lookup, Shown
from bot.docket.desk import Desk
from storage.calendars import Pulse

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Headers = tuple[tuple[bytes, bytes], ...]

_ADDRESS = re.compile(r"/feeds/([^/]{1,200})\.ics$")
PAUSE = 0.002
"""How many seconds after a change an address may still show what was before, at most: less than the change takes."""
_REMEMBERED = 1_000
_TRY_AGAIN = "60"
_log = logging.getLogger(__name__)

_ALWAYS: Headers = (
    (b"x-robots-tag", b"noindex, nofollow, noarchive"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; sandbox"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_FEED: Headers = (
    *_ALWAYS,
    (b"cache-control", b"private, max-age=300"),
    (b"vary", b"Accept-Encoding"),
)
_CALENDAR: Headers = (
    (b"content-type", b"text/calendar; charset=utf-8"),
    (b"content-disposition", b'attachment; filename="adquem.ics"'),
)
_EVERYBODY_MAY_FETCH = "User-agent: *\nDisallow:\n"  # Google refuses feeds where robots.txt is missing or forbids them


@dataclass(frozen=True, slots=True)
class Response:
    """One answer, as ASGI sends it."""

    status: int
    headers: Headers
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What an address showed, at which beat of the memory's pulse, on which day."""

    beat: int
    day: date
    until: datetime
    responses: "Responses"


class Responses:
    """The four answers that one content has, each built once: whole or unchanged, plain or gzipped."""

    __slots__ = ("_built", "_shown")

    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        self._built = {
            (whole, gzipped): self._build(whole, gzipped) for whole in (True, False) for gzipped in (True, False)
        }

    def to(self, headers: MutableMapping[bytes, bytes]) -> Response:
        """Return the answer to a request with these headers."""
        unchanged = is_unchanged(
            self._shown.rendering.tag,
            self._shown.since,
            if_none_match=headers.get(b"if-none-match"),
            if_modified_since=headers.get(b"if-modified-since"),
        )
        return self._built[not unchanged, accepts_gzip(headers.get(b"accept-encoding", b""))]

    def _build(self, whole: bool, gzipped: bool) -> Response:  # noqa: FBT001 -- the two halves of a key
        rendering, since = self._shown.rendering, self._shown.since
        headers = (*_FEED, (b"etag", entity_tag(rendering.tag, gzipped=gzipped)))
        headers += ((b"last-modified", http_date(since)),) if since else ()
        if not whole:
            return Response(304, headers)
        body = rendering.gzipped if gzipped else rendering.plain
        headers += (*_CALENDAR, (b"content-length", str(len(body)).encode()))
        headers += ((b"content-encoding", b"gzip"),) if gzipped else ()
        return Response(200, headers, body)


class FeedApp:
    """Answers for the feeds of one desk; see `feed_app`."""

    def __init__(self, desk: Desk, *, limits: Limits) -> None:
        self._clock = desk.clock
        self._lookup = Lookup(desk=desk)
        self._pulse = Pulse(desk.store)
        self._beat, self._felt_at = 0, -math.inf
        self._limits = limits
        self._gone: set[str] = set()
        self._remembered: OrderedDict[str, Remembered] = OrderedDict()

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        response = await self._answer(scope)
        await send({"type": "http.response.start", "status": response.status, "headers": response.headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else response.body})

    def close(self) -> None:
        """Let go of the database."""
        self._pulse.close()

    async def _answer(self, scope: Scope) -> Response:
        path: str = scope["path"]
        address = _ADDRESS.search(path)
        if address is None and not path.endswith("/robots.txt"):
            return _plain(404, "Not found.")
        if scope["method"] not in {"GET", "HEAD"}:
            return _plain(405, "Only GET and HEAD.", (b"allow", b"GET, HEAD"))
        if address is None:
            return _plain(200, _EVERYBODY_MAY_FETCH)
        try:
            return await self._feed(hash_of(address[1]), scope)
        except Exception as trouble:  # noqa: BLE001 -- whatever it is, a calendar must never look empty
            _log.error("A feed could not be served: %s", _where(trouble))
            return _plain(503, "The calendar cannot be shown just now.", (b"retry-after", _TRY_AGAIN.encode()))

    async def _feed(self, token_hash: str, scope: Scope) -> Response:
        if token_hash in self._gone:
            return _revoked()
        now = self._clock.now()
        if wait := self._limits.take(token_hash, now.timestamp()):
            return _too_often(wait)
        headers = dict(scope["headers"])
        beat = self._feel()
        known = self._remembered.get(token_hash)
        if known and known.beat == beat and known.day == now.date() and now < known.until:
            return known.responses.to(headers)
        client = headers.get(b"user-agent", b"").decode("latin-1")
        found = await asyncio.to_thread(self._lookup.find, token_hash, client=client)
        if isinstance(found, Shown):
            return self._remember(token_hash, beat, now, found).responses.to(headers)
        self._remembered.pop(token_hash, None)
        if isinstance(found, Gone):
            self._gone.add(token_hash)
            return _revoked()
        stranger = str((scope.get("client") or ("",))[0])
        wait = self._limits.take(stranger, now.timestamp())
        return _too_often(wait) if wait else _plain(404, "Not found.")

    def _feel(self) -> int:
        """Return the pulse's beat as it was at most `PAUSE` ago: under a rush of requests it is not felt for each."""
        at = asyncio.get_running_loop().time()
        if at - self._felt_at > PAUSE:
            self._beat, self._felt_at = self._pulse.feel(), at
        return self._beat

    def _remember(self, token_hash: str, beat: int, now: datetime, shown: Shown) -> Remembered:
        known = Remembered(beat, now.date(), shown.seen_at + SEEN_EVERY, Responses(shown))
        self._remembered[token_hash] = known
        self._remembered.move_to_end(token_hash)
        if len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)
        return known


def feed_app(desk: Desk, *, per_minute: int = 60) -> FeedApp:
    """Return an ASGI application that serves every feed of a desk, and `/robots.txt`.

    Args:
        per_minute: how often one address may be fetched, and one stranger may guess, within a minute.
    """
    return FeedApp(desk, limits=Limits(per_minute=per_minute))


def _plain(status: int, text: str, *more: tuple[bytes, bytes]) -> Response:
    body = text.encode()
    length = (b"content-length", str(len(body)).encode())
    headers = (
        *_ALWAYS,
        (b"cache-control", b"no-store"),
        (b"content-type", b"text/plain; charset=utf-8"),
        length,
        *more,
    )
    return Response(status, headers, body)


def _revoked() -> Response:
    return _plain(410, "This calendar address was revoked.")


def _too_often(wait: int) -> Response:
    return _plain(429, "This address is asked too often.", (b"retry-after", str(wait).encode()))


def _where(trouble: BaseException) -> str:
    """Name a trouble and the place where it arose, and nothing of what was said or asked."""
    frames: Iterable[traceback.FrameSummary] = traceback.extract_tb(trouble.__traceback__)[-1:]
    return ", ".join((type(trouble).__name__, *(f"{frame.name}:{frame.lineno}" for frame in frames)))
