"""Misfortune on demand: what tests order before they look how the app copes."""

import threading
from collections import defaultdict, deque
from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What goes wrong with one call of the Web API."""

    LIMITED = "limited"  # 429 with Retry-After; nothing was done
    FAILED = "failed"  # an HTTP error; nothing was done
    REFUSED = "refused"  # ok: false with a given error; nothing was done
    LATE = "late"  # done, but the answer comes late
    LOST = "lost"  # done, but the connection is cut before the answer
    CUT = "cut"  # the connection is cut before anything was done


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One misfortune. `seconds` is the Retry-After or the delay; they run on real time."""

    kind: FaultKind
    seconds: float = 0
    status: int = 500
    error: str = ""


class Faults:
    """Faults waiting to happen, by method; `*` waits for any method."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[str, deque[Fault]] = defaultdict(deque)

    def limit(self, method: str = "*", *, times: int = 1, retry_after: float = 1) -> None:
        """Let the next calls be answered with 429 and this Retry-After."""
        self._add(method, times, Fault(kind=FaultKind.LIMITED, seconds=retry_after))

    def fail(self, method: str = "*", *, times: int = 1, status: int = 500) -> None:
        """Let the next calls be answered with an HTTP error."""
        self._add(method, times, Fault(kind=FaultKind.FAILED, status=status))

    def refuse(self, method: str = "*", *, error: str, times: int = 1) -> None:
        """Let the next calls be answered with one of Slack's errors."""
        self._add(method, times, Fault(kind=FaultKind.REFUSED, error=error))

    def delay(self, method: str = "*", *, seconds: float, times: int = 1) -> None:
        """Let the next calls be carried out, but answered so late that the client may have given up."""
        self._add(method, times, Fault(kind=FaultKind.LATE, seconds=seconds))

    def lose(self, method: str = "*", *, times: int = 1) -> None:
        """Let the next calls be carried out and their answers be lost with the connection."""
        self._add(method, times, Fault(kind=FaultKind.LOST))

    def cut(self, method: str = "*", *, times: int = 1) -> None:
        """Let the next calls' connections be cut before anything is done."""
        self._add(method, times, Fault(kind=FaultKind.CUT))

    def clear(self) -> None:
        """Call off everything that has not happened yet."""
        with self._lock:
            self._waiting.clear()

    def take(self, method: str) -> Fault | None:
        """Return the fault that this call meets, if any; it then is used up."""
        with self._lock:
            for name in (method, "*"):
                if self._waiting[name]:
                    return self._waiting[name].popleft()
            return None

    def _add(self, method: str, times: int, fault: Fault) -> None:
        with self._lock:
            self._waiting[method].extend([fault] * times)
