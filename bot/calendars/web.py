"""The feeds over HTTP: a raw ASGI application for `/feeds/<token>.ics`, below any path.

The address is the secret: it is never logged (run the server without its access log) and never repeated in an answer.
On any trouble the answer is 503: an empty calendar, or an error page sent as one, would make programs drop all events.
"""

import asyncio
import logging
import math
import re
import time
import traceback
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.calendars import answers
from bot.calendars.answers import Answer, Answers
from bot.calendars.clients import signature_of
from bot.calendars.conditions import headers_of
from bot.calendars.feeds import hash_of
from bot.calendars.limits import Allowance, Limits
from bot.calendars.lookup import SEEN_EVERY, Client, Gone, Lookup, Shown
from bot.docket.desk import Desk
from storage.calendars import Pulse

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Asker = tuple[str, bytes]

_ADDRESS = re.compile(r"/feeds/(once/)?([^/]{1,200})\.ics\Z")
_ONLY_LOOKS = b"slackbot"  # Slack opens links to preview them: that must not use up what works once
PAUSE = 0.002
"""How many seconds after a change an address may still show what was before, at most: less than the change takes."""
_REMEMBERED = 1_000
_CLIENT_NOTED_EVERY = timedelta(hours=1)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_ASKERS = 100
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What an address showed, at which beat of the memory's pulse, until when; and until when each asker is noted."""

    beat: int
    until: datetime
    answers: Answers
    allowance: Allowance
    noted: dict[Asker, datetime] = field(default_factory=dict)

    def is_noted(self, asker: Asker, now: datetime) -> bool:
        """Return whether an asker was noted lately."""
        return self.noted.get(asker, _LONG_AGO) > now


class FeedApp:
    """Answers for the feeds of one desk; see `feed_app`."""

    def __init__(self, desk: Desk, *, limits: Limits) -> None:
        self._clock = desk.clock
        self._lookup = Lookup(desk=desk)
        self._pulse = Pulse(desk.store)
        self._limits = limits
        self._gone = set(self._lookup.gone())
        self._remembered: OrderedDict[str, Remembered] = OrderedDict()
        self._beat, self._now, self._felt_at = 0, desk.clock.now(), -math.inf

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        try:
            found = self._at_once(scope) or await self._answer(scope)
        except Exception as trouble:  # noqa: BLE001 -- whatever it is, a calendar must never look empty
            _log.error("A feed could not be served: %s", _where(trouble))
            found = answers.TROUBLE
        await send(found.start)
        await send(found.nothing if scope["method"] == "HEAD" else found.end)

    def close(self) -> None:
        """Let go of the database."""
        self._pulse.close()

    def _at_once(self, scope: Scope) -> Answer | None:
        """Return the answer of an address that was asked before, if nothing was written since."""
        known = self._remembered.get(scope["path"])
        if known is None or scope["method"] not in {"GET", "HEAD"}:
            return None
        self._feel()
        headers = headers_of(scope["headers"])
        if (
            known.beat != self._beat
            or self._now >= known.until
            or not known.is_noted(_asker(scope, headers), self._now)
        ):
            return None
        wait = known.allowance.take(self._felt_at)
        return answers.too_often(wait) if wait else known.answers.to(headers)

    async def _answer(self, scope: Scope) -> Answer:
        path: str = scope["path"]
        address = _ADDRESS.search(path)
        if address is None and not path.endswith("/robots.txt"):
            return answers.NOT_FOUND
        if scope["method"] not in {"GET", "HEAD"}:
            return answers.ONLY_READ
        if address is None:
            return answers.ROBOTS
        return await (self._event if address[1] else self._feed)(address[2], scope)

    async def _feed(self, token: str, scope: Scope) -> Answer:
        token_hash = hash_of(token)
        if token_hash in self._gone:
            return answers.GONE
        self._feel()
        allowance = self._limits.of(token_hash, self._felt_at)
        if wait := allowance.take(self._felt_at):
            return answers.too_often(wait)
        headers, beat, path = headers_of(scope["headers"]), self._beat, scope["path"]
        asker = _asker(scope, headers)
        known = self._remembered.pop(path, None)
        agent = asker[1].decode("latin-1")
        client = Client(
            user_agent=agent,
            signature=signature_of(token, user_agent=agent, host=asker[0]),
            is_new=known is None or not known.is_noted(asker, self._now),
        )
        found = await asyncio.to_thread(self._lookup.find, token_hash, client=client)
        if isinstance(found, Shown):
            noted = {} if known is None or len(known.noted) >= _ASKERS else known.noted
            noted[asker] = self._now + _CLIENT_NOTED_EVERY
            return self._remember(path, allowance, beat, found, noted).answers.to(headers)
        if isinstance(found, Gone):
            self._gone.add(token_hash)
            return answers.GONE
        return self._stranger(scope) or answers.NOT_FOUND

    async def _event(self, token: str, scope: Scope) -> Answer:
        """Hand out one event, once; a program that only previews addresses gets nothing and uses nothing up."""
        self._feel()
        _host, agent = _asker(scope, headers_of(scope["headers"]))
        if _ONLY_LOOKS in agent.lower():
            return answers.NOT_FOUND
        only_look = scope["method"] == "HEAD"
        body = await asyncio.to_thread(self._lookup.hand_out, hash_of(token), only_look=only_look)
        return answers.once(body) if body else self._stranger(scope) or answers.GONE

    def _stranger(self, scope: Scope) -> Answer | None:
        """Count a wrong guess; return what to answer to somebody who guesses too often."""
        wait = self._limits.take(f"stranger {(scope.get('client') or ('',))[0]}", self._felt_at)
        return answers.too_often(wait) if wait else None

    def _feel(self) -> None:
        """Feel the pulse and look at the clock, unless that was done within the last `PAUSE`: not for each request."""
        at = time.monotonic()
        if at - self._felt_at > PAUSE:
            self._beat, self._now, self._felt_at = self._pulse.feel(), self._clock.now(), at

    def _remember(
        self, path: str, allowance: Allowance, beat: int, shown: Shown, noted: dict[Asker, datetime]
    ) -> Remembered:
        ends = [shown.seen_at + SEEN_EVERY, _midnight_after(self._now), *([shown.until] if shown.until else [])]
        known = Remembered(beat=beat, until=min(ends), answers=Answers(shown), allowance=allowance, noted=noted)
        self._remembered[path] = known
        self._remembered.move_to_end(path)
        if len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)
        return known


def feed_app(desk: Desk, *, per_minute: int = 60) -> FeedApp:
    """Return an ASGI application that serves every feed of a desk, and `/robots.txt`.

    Args:
        per_minute: how often one address may be fetched, and one stranger may guess, within a minute.
    """
    return FeedApp(desk, limits=Limits(per_minute=per_minute))


def _asker(scope: Scope, headers: Mapping[bytes, bytes]) -> Asker:
    return (scope.get("client") or ("",))[0], headers.get(b"user-agent", b"")


def _midnight_after(now: datetime) -> datetime:
    return datetime(now.year, now.month, now.day, tzinfo=UTC) + timedelta(days=1)


def _where(trouble: BaseException) -> str:
    """Name a trouble and the place where it arose, and nothing of what was said or asked."""
    frames: Iterable[traceback.FrameSummary] = traceback.extract_tb(trouble.__traceback__)[-1:]
    return ", ".join((type(trouble).__name__, *(f"{frame.name}:{frame.lineno}" for frame in frames)))
