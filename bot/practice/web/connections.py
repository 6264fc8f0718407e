import asyncio
from collections.abc import Mapping
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol


class Connections:
    """The server's open connections by the client's address, so that one can be cut off without an answer."""

    def __init__(self) -> None:
        self._transports: dict[tuple[str, int], asyncio.Transport] = {}

    def protocol(self) -> type[H11Protocol]:
        """Return uvicorn's HTTP protocol, made to note its connections here."""
        transports = self._transports

        class Noting(H11Protocol):
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn does
                super().connection_made(transport)
                if self.client:
                    transports[self.client] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                if self.client:
                    transports.pop(self.client, None)
                super().connection_lost(exc)

        return Noting

    async def cut(self, scope: Mapping[str, Any]) -> None:
        """Cut the connection of a request."""
        transport = self._transports.get(tuple(scope["client"]))
        if transport:
            transport.abort()
            await asyncio.sleep(0)
