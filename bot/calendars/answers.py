"""The answers that a server of feeds gives, each built once and as ASGI sends it."""

from collections.abc import Mapping, MutableMapping
from typing import Any, NamedTuple

from bot.calendars.conditions import accepts_gzip, entity_tag, http_date, is_unchanged
from bot.calendars.lookup import Shown

Message = MutableMapping[str, Any]
Headers = tuple[tuple[bytes, bytes], ...]
Asked = tuple[bytes | None, bytes | None, bytes]

_TRY_AGAIN = 60
_CHOICES = 100
_ALWAYS: Headers = (
    (b"x-robots-tag", b"noindex, nofollow, noarchive"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; sandbox"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_FEED: Headers = ((b"cache-control", b"private, max-age=300"), (b"vary", b"Accept-Encoding"))
_CALENDAR: Headers = (
    (b"content-type", b"text/calendar; charset=utf-8"),
    (b"content-disposition", b'attachment; filename="adquem.ics"'),
)
_NOT_KEPT = (b"cache-control", b"no-store")


class Answer(NamedTuple):
    """One answer, as the two messages of ASGI; `nothing` takes the place of the second where only the head is asked."""

    start: Message
    end: Message
    nothing: Message


def answer(status: int, headers: Headers, body: bytes = b"") -> Answer:
    """Build an answer."""
    return Answer(
        {"type": "http.response.start", "status": status, "headers": list(headers)},
        {"type": "http.response.body", "body": body},
        {"type": "http.response.body", "body": b""},
    )


def _length(body: bytes) -> tuple[bytes, bytes]:
    return b"content-length", str(len(body)).encode()


def sentence(status: int, text: str, *more: tuple[bytes, bytes]) -> Answer:
    """Build an answer of one sentence, which nobody keeps."""
    body = text.encode()
    kind = (b"content-type", b"text/plain; charset=utf-8")
    return answer(status, (*_ALWAYS, _NOT_KEPT, kind, _length(body), *more), body)


def once(body: bytes) -> Answer:
    """Build the answer of an address that works once."""
    return answer(200, (*_ALWAYS, _NOT_KEPT, *_CALENDAR, _length(body)), body)


def too_often(wait: int) -> Answer:
    """Build the answer to an address that is asked again before so many seconds are over."""
    return sentence(429, "This address is asked too often.", (b"retry-after", str(wait).encode()))


NOT_FOUND = sentence(404, "Not found.")
GONE = sentence(410, "This calendar address was revoked, or its time is over.")
ONLY_READ = sentence(405, "Only GET and HEAD.", (b"allow", b"GET, HEAD"))
TROUBLE = sentence(503, "The calendar cannot be shown just now.", (b"retry-after", str(_TRY_AGAIN).encode()))
# Google refuses feeds where robots.txt is missing or forbids them.
ROBOTS = sentence(200, "User-agent: *\nDisallow:\n")


class Answers:
    """The four answers that one content has, each built once: whole or unchanged, plain or gzipped.

    Programs ask with the same headers each time, so that what was chosen for some is kept for them.
    """

    __slots__ = ("_built", "_chosen", "_since", "_tag")

    def __init__(self, shown: Shown) -> None:
        self._tag, self._since = shown.rendering.tag, shown.since
        self._built = {
            (whole, gzipped): _of_content(shown, whole=whole, gzipped=gzipped)
            for whole in (True, False)
            for gzipped in (True, False)
        }
        self._chosen: dict[Asked, Answer] = {}

    def to(self, headers: Mapping[bytes, bytes]) -> Answer:
        """Return the answer to a request with these headers."""
        get = headers.get
        asked = (get(b"if-none-match"), get(b"if-modified-since"), get(b"accept-encoding", b""))
        return self._chosen.get(asked) or self._choose(asked)

    def _choose(self, asked: Asked) -> Answer:
        if_none_match, if_modified_since, accept_encoding = asked
        unchanged = is_unchanged(
            self._tag, self._since, if_none_match=if_none_match, if_modified_since=if_modified_since
        )
        chosen = self._built[not unchanged, accepts_gzip(accept_encoding)]
        if len(self._chosen) < _CHOICES:
            self._chosen[asked] = chosen
        return chosen


def _of_content(shown: Shown, *, whole: bool, gzipped: bool) -> Answer:
    """Build one of the four; what is unchanged says only what brings a kept answer up to date (RFC 9110, 15.4.5)."""
    rendering, since = shown.rendering, shown.since
    headers = (*_FEED, (b"etag", entity_tag(rendering.tag, gzipped=gzipped)))
    headers += ((b"last-modified", http_date(since)),) if since else ()
    if not whole:
        return answer(304, headers)
    body = rendering.gzipped if gzipped else rendering.plain
    headers += (*_ALWAYS, *_CALENDAR, _length(body))
    headers += ((b"content-encoding", b"gzip"),) if gzipped else ()
    return answer(200, headers, body)
