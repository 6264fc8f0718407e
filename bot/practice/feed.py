import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from bot.practice.nouns import Json


class Feed:
    """Tells every open page what happened to the person it shows."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._readers: list[tuple[str, Callable[[Json | None], None]]] = []

    @contextmanager
    def read_by(self, user: str, put: Callable[[Json | None], None]) -> Iterator[None]:
        """Hand `put` every event for one person while the block runs, and None when the workspace closes."""
        reader = (user, put)
        with self._lock:
            self._readers.append(reader)
        try:
            yield
        finally:
            with self._lock:
                self._readers.remove(reader)

    def tell(self, event: Json, *, to: Collection[str] | None = None) -> None:
        """Tell some people, or everybody."""
        for user, put in self._snapshot():
            if to is None or user in to:
                put(event)

    def close(self) -> None:
        """Tell every page that nothing more will come."""
        for _, put in self._snapshot():
            put(None)

    def _snapshot(self) -> list[tuple[str, Callable[[Json | None], None]]]:
        with self._lock:
            return list(self._readers)
