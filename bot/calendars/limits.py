"""How often one address may be asked."""

import math
from collections import OrderedDict
from dataclasses import dataclass, field


@dataclass(slots=True)
class Allowance:
    """What one key may still ask: so many requests at once, and as many a minute after that.

    Moments are seconds since any fixed one.
    """

    per_minute: int
    left: float
    since: float

    def take(self, now: float) -> int:
        """Take one request; return 0 if it is allowed, else the seconds to wait."""
        left, passed = self.left, now - self.since
        if passed > 0:
            left = min(self.per_minute, left + passed * self.per_minute / 60)
        self.since = now
        if left >= 1:
            self.left = left - 1
            return 0
        self.left = left
        return math.ceil((1 - left) * 60 / self.per_minute)


@dataclass(slots=True, kw_only=True)
class Limits:
    """Hands out allowances; the keys that were quiet longest are forgotten: strangers cannot fill the memory."""

    per_minute: int = 60
    keys: int = 10_000
    _kept: OrderedDict[str, Allowance] = field(default_factory=OrderedDict)

    def of(self, key: str, now: float) -> Allowance:
        """Return the allowance of a key; one that was never asked for, or forgotten, is whole."""
        allowance = self._kept.get(key)
        if allowance is None:
            allowance = self._kept[key] = Allowance(self.per_minute, self.per_minute, now)
        self._kept.move_to_end(key)
        if len(self._kept) > self.keys:
            self._kept.popitem(last=False)
        return allowance

    def take(self, key: str, now: float) -> int:
        """Take one request of a key; return 0 if it is allowed, else the seconds to wait."""
        return self.of(key, now).take(now)
