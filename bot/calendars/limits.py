"""How often one address may be asked."""

import math
from collections import OrderedDict
from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Limits:
    """Allows each key so many requests at once, and as many a minute after that.

    It forgets the keys that were quiet longest, so that strangers cannot fill the memory.
    """

    per_minute: int = 60
    keys: int = 10_000
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def take(self, key: str, now: float) -> int:
        """Take one request of a key; return 0 if it is allowed, else the seconds to wait.

        Args:
            now: seconds since any fixed moment.
        """
        left, since = self._left.get(key, (float(self.per_minute), now))
        left = min(float(self.per_minute), left + max(0.0, now - since) * self.per_minute / 60)
        allowed = left >= 1
        self._left[key] = (left - 1 if allowed else left, now)
        self._left.move_to_end(key)
        if len(self._left) > self.keys:
            self._left.popitem(last=False)
        return 0 if allowed else math.ceil((1 - left) * 60 / self.per_minute)
