import asyncio
import itertools
import json
import secrets
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.practice.delivery.parcels import ACK_SECONDS, Parcel, Reply
from bot.practice.nouns import Json
from bot.practice.refusals import Refusal

CONNECTIONS = 10
TICKET_SECONDS = 30.0
CLOSED_BY_SLACK = 1001
UNKNOWN_TICKET = 1008


@dataclass(frozen=True, slots=True, eq=False)
class Connection:
    """One open WebSocket and the event loop it lives in."""

    socket: WebSocket
    loop: asyncio.AbstractEventLoop

    def send(self, message: Json) -> None:
        """Send a message from any thread."""
        asyncio.run_coroutine_threadsafe(self.socket.send_text(json.dumps(message)), self.loop)

    def close(self) -> None:
        """Close the socket from any thread."""
        asyncio.run_coroutine_threadsafe(self.socket.close(CLOSED_BY_SLACK), self.loop)


class SocketMode:
    """Slack's end of Socket Mode: up to ten connections, each payload to any one of them."""

    def __init__(
        self, *, app_id: str, changed: threading.Condition | None = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._app_id = app_id
        self._now = now
        self._changed = changed or threading.Condition()
        self._tickets: dict[str, float] = {}
        self._turn = itertools.count()
        self._waiting: dict[str, Future[Json | None]] = {}
        self.connections: list[Connection] = []

    def issue_ticket(self) -> str:
        """Return what `apps.connections.open` puts into the URL: good once, for half a minute.

        Raises:
            Refusal: `too_many_websockets`, if ten connections are open.
        """
        with self._changed:
            if len(self.connections) >= CONNECTIONS:
                raise Refusal("too_many_websockets")
            ticket = secrets.token_hex(16)
            self._tickets[ticket] = self._now()
            return ticket

    async def serve(self, socket: WebSocket) -> None:
        """Keep one connection until the app hangs up."""
        issued = self._tickets.pop(socket.query_params.get("ticket", ""), None)
        await socket.accept()
        if issued is None or self._now() - issued > TICKET_SECONDS:
            await socket.close(UNKNOWN_TICKET)
            return
        connection = Connection(socket, asyncio.get_running_loop())
        with self._changed:
            self.connections.append(connection)
            self._changed.notify_all()
        try:
            await socket.send_text(json.dumps(self._hello()))
            while True:
                self._receive(await socket.receive_text())
        except WebSocketDisconnect:
            pass
        finally:
            with self._changed:
                self.connections.remove(connection)
                self._changed.notify_all()

    def deliver(self, parcel: Parcel) -> Reply:
        """Send an envelope to one of the connections and wait for its ack."""
        connection = self._next_connection()
        if connection is None:
            return Reply(error="dispatch_failed")
        envelope_id = str(uuid.uuid4())
        ack: Future[Json | None] = Future()
        self._waiting[envelope_id] = ack
        try:
            connection.send(_envelope(envelope_id, parcel))
            return Reply(body=ack.result(ACK_SECONDS))
        except TimeoutError:
            return Reply(error="operation_timeout")
        finally:
            del self._waiting[envelope_id]

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask every connection to reconnect; after a `warning` they stay open, otherwise they are closed."""
        for connection in self._open():
            connection.send({"type": "disconnect", "reason": reason, "debug_info": {"host": "practice"}})
            if reason != "warning":
                connection.close()

    def close(self) -> None:
        """Close every connection without a word."""
        for connection in self._open():
            connection.close()

    def _open(self) -> list[Connection]:
        with self._changed:
            return list(self.connections)

    def _next_connection(self) -> Connection | None:
        there = self._open()
        return there[next(self._turn) % len(there)] if there else None

    def _receive(self, text: str) -> None:
        message = json.loads(text) if text.startswith("{") else {}
        ack = self._waiting.get(message.get("envelope_id", ""))
        if ack and not ack.done():
            ack.set_result(message.get("payload") or None)

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self.connections),
            "connection_info": {"app_id": self._app_id},
            "debug_info": {"host": "practice", "approximate_connection_time": 3600},
        }


def _envelope(envelope_id: str, parcel: Parcel) -> Json:
    envelope: Json = {
        "envelope_id": envelope_id,
        "type": parcel.kind.value,
        "payload": parcel.payload,
        "accepts_response_payload": parcel.wants_answer,
    }
    if parcel.retry:
        envelope |= {"retry_attempt": parcel.retry.attempt, "retry_reason": parcel.retry.reason}
    return envelope
