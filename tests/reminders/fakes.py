"""A clock that stands still, and a small Slack that keeps what it is told and fails when it is told to."""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.docket.desk import Desk
from bot.reminders import Alarm, ChannelRefusedError, Digest, HistoryClosedError
from bot.reminders.silence import unseen

Fault = Exception | Callable[[], None]


class Killed(BaseException):
    """The process ends here; nothing of it runs any more."""


def kill() -> None:
    raise Killed


@dataclass(slots=True)
class StillClock:
    """Stands until it is moved, in either direction."""

    instant: datetime

    def now(self) -> datetime:
        return self.instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    ts: str
    alarm: Alarm


@dataclass(slots=True)
class SmallSlack:
    """Keeps messages by channel, as Slack does.

    `before` and `after` are faults of a channel's next posts: raised before a message is accepted, or after.
    """

    history_open: bool = True
    archived: set[str] = field(default_factory=set)
    before: defaultdict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    after: defaultdict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    posted: list[Posted] = field(default_factory=list)
    tries: list[str] = field(default_factory=list)
    digests: list[Digest] = field(default_factory=list)
    looked: int = 0
    attaching: deque[Fault] = field(default_factory=deque)
    after_attaching: deque[Fault] = field(default_factory=deque)
    attached: list[tuple[str, str]] = field(default_factory=list)
    redrawing: deque[Fault] = field(default_factory=deque)
    redrawn: list[tuple[str, str, datetime]] = field(default_factory=list)

    def post(self, alarm: Alarm) -> str:
        self.tries.append(alarm.channel_id)
        _strike(self.before[alarm.channel_id])
        if alarm.channel_id in self.archived:
            raise ChannelRefusedError("is_archived")
        self.posted.append(Posted(ts=f"{len(self.posted) + 1}.000000", alarm=alarm))
        ts = self.posted[-1].ts
        _strike(self.after[alarm.channel_id])
        return ts

    def tell(self, digest: Digest) -> str:
        self.tries.append(digest.channel_id)
        _strike(self.before[digest.channel_id])
        self.digests.append(digest)
        _strike(self.after[digest.channel_id])
        return f"{len(self.digests)}.500000"

    def attach(self, desk: Desk, digest: Digest, *, message_ts: str) -> None:
        assert desk.clock.now() >= digest.now
        _strike(self.attaching)
        self.attached.append((digest.channel_id, message_ts))
        _strike(self.after_attaching)

    def is_attached(self, digest: Digest, *, message_ts: str) -> bool:
        return (digest.channel_id, message_ts) in self.attached

    def redraw(self, desk: Desk, alarm: Alarm) -> None:
        _strike(self.redrawing)
        self.redrawn.append((alarm.subject, alarm.channel_id, desk.clock.now()))

    def find(self, *, channel_id: str, uids: Collection[str], since: datetime) -> Mapping[str, str]:
        assert since.tzinfo is not None
        self.looked += 1
        if not self.history_open:
            raise HistoryClosedError("missing_scope")
        told = {d.uid: f"{number}.500000" for number, d in enumerate(self.digests, 1) if d.channel_id == channel_id}
        return {uid: told[uid] for uid in uids if uid in told} | {
            uid: message.ts
            for message in self.posted
            if message.alarm.channel_id == channel_id
            for uid in message.alarm.covers
            if uid in uids
        }

    def said(self, channel_id: str = "C_US") -> list[tuple[str, str]]:
        """Return what was said in a channel: subject and step, in order."""
        return [(m.alarm.subject, m.alarm.step) for m in self.posted if m.alarm.channel_id == channel_id]

    def climbed(self, channel_id: str = "C_US") -> list[tuple[str, str]]:
        """Return what was said in a channel, without the calls that silence leads to."""
        return [(subject, step) for subject, step in self.said(channel_id) if unseen(step) is None]


def _strike(faults: deque[Fault]) -> None:
    if not faults:
        return
    fault = faults.popleft()
    if isinstance(fault, Exception):
        raise fault
    fault()
