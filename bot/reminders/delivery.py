"""Post claimed reminders one by one and keep what became of each. No transaction is open while Slack is spoken to."""

import logging
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.docket.desk import Desk
from bot.reminders import aftermath, claims
from bot.reminders.briefs import Brief, brief_for
from bot.reminders.digest import DIGEST, DigestBrief, digest_brief
from bot.reminders.port import (
    ChannelRefusedError,
    DeliveryError,
    HistoryClosedError,
    LockedOutError,
    Messenger,
    OutageError,
    ThrottledError,
)
from bot.rulebook import Rulebook
from storage.reminders import Reminder, reminders_of, rest_channel

logger = logging.getLogger(__name__)

POSTING = timedelta(seconds=45)
"""What posting one reminder may take at most; a claim that ends sooner is given back instead."""
PATIENCE = 3
"""After so many failures in a row to reach Slack a sweep gives up; the next one tries again."""
CLOCKS_DIFFER = timedelta(days=1)
"""How much earlier than a reminder was due its channel's history is read: Slack's clock is not ours."""


@dataclass(slots=True, kw_only=True)
class Swept:
    """What a sweep did, counted in rows, and when there is something to try next.

    `given_up` says that it ended because Slack could not be reached, or refused our token.
    """

    sent: int = 0
    found: int = 0
    dropped: int = 0
    failed: int = 0
    given_up: bool = False
    next_try: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Delivery:
    """One sweep in progress: what it did, which channels asked for rest, how often in a row Slack was not reached."""

    desk: Desk
    messenger: Messenger
    swept: Swept = field(default_factory=Swept)
    resting: dict[str, datetime] = field(default_factory=dict)
    outages: int = 0

    def deliver(self, groups: Iterable[Sequence[Reminder]]) -> None:
        """Deliver each group of rows as one message; give back what is not reached."""
        waiting = deque(groups)
        try:
            while waiting and not self.swept.given_up:
                self._attend(waiting.popleft())
        finally:
            for rows in waiting:
                self._give_back(rows, not_before=self.desk.clock.now())

    def _attend(self, rows: Sequence[Reminder]) -> None:
        now = self.desk.clock.now()
        rested_at = self.resting.get(rows[0].channel_id, now)
        if rested_at > now or rows[0].not_before <= now + POSTING:
            self._give_back(rows, not_before=rested_at)
            return
        brief = self._prepare(rows, now=now)
        if brief:
            self._say(brief)

    def _prepare(self, rows: Sequence[Reminder], *, now: datetime) -> Brief | DigestBrief | None:
        """Read the docket once more, just before speaking: what nobody asks for any more is dropped."""
        with self.desk.store.writing() as session:
            held = claims.still_held(session, rows)
            brief = _brief(session, self.desk.book, held, now=now)
            asked = brief.rows if brief else ()
            obsolete = [row for row in held if row not in asked]
            claims.drop(session, obsolete)
        self.swept.dropped += len(obsolete)
        return brief

    def _say(self, brief: Brief | DigestBrief) -> None:
        try:
            self._post(brief)
        except ThrottledError as error:
            self._rest(brief, wait=error.wait)
        except OutageError as error:
            self._put_back(brief, error, in_doubt=error.in_doubt)
            self.outages += 1
            self.swept.given_up = self.outages >= PATIENCE
        except LockedOutError as error:
            self._put_back(brief, error)
            self.swept.given_up = True
        except ChannelRefusedError as error:
            self._put_back(brief, error, reroute=True)
        except Exception as error:
            logger.exception("%s could not be posted in %s", brief.ref, brief.channel_id)
            self._put_back(brief, error, in_doubt=True)
        else:
            self.outages = 0
            self._redraw(brief)

    def _redraw(self, brief: Brief | DigestBrief) -> None:
        """Let the card say what is true after the reminder, if it can be done now: nothing else waits for it."""
        if isinstance(brief, DigestBrief):
            return
        try:
            self.messenger.redraw(self.desk, brief.alarm())
        except DeliveryError as error:
            logger.warning("The card of %s in %s is not up to date: %s", brief.ref, brief.channel_id, error)
        except Exception:
            logger.exception("The card of %s in %s could not be drawn", brief.ref, brief.channel_id)

    def _post(self, brief: Brief | DigestBrief) -> None:
        """Post what is not in the channel yet; where nobody may look, say that it may be a repeat."""
        try:
            found = self._found(brief)
        except HistoryClosedError:
            self._mark_sent(brief.rows, self._posted(brief, may_repeat=True))
            return
        there = [row for row in brief.rows if row.uid in found]
        for row in there:
            self._mark_sent([row], found[row.uid])
        self.swept.found += len(there)
        rest = brief.without(there)
        if rest:
            self._mark_sent(rest.rows, self._posted(rest))

    def _posted(self, brief: Brief | DigestBrief, *, may_repeat: bool = False) -> str:
        if isinstance(brief, DigestBrief):
            return self.messenger.tell(brief.alarm(may_repeat=may_repeat))
        return self.messenger.post(brief.alarm(may_repeat=may_repeat))

    def _found(self, brief: Brief | DigestBrief) -> Mapping[str, str]:
        doubtful = [row for row in brief.rows if row.in_doubt]
        if not doubtful:
            return {}
        since = min(row.due_at for row in doubtful) - CLOCKS_DIFFER
        return self.messenger.find(channel_id=brief.channel_id, uids=[row.uid for row in doubtful], since=since)

    def _mark_sent(self, rows: Sequence[Reminder], message_ts: str) -> None:
        with self.desk.store.writing() as session:
            now = self.desk.clock.now()
            if rows[-1].subject == DIGEST:  # the next one is planned without it
                claims.sent(session, rows, now=now, message_ts=message_ts)
            else:
                history = reminders_of(session, [rows[-1].subject])  # locks all in their order, as every change does
                claims.sent(session, rows, now=now, message_ts=message_ts)
                aftermath.plan_what_follows(session, self.desk.book, rows, history=history, now=now)
        self.swept.sent += len(rows)

    def _rest(self, brief: Brief | DigestBrief, *, wait: timedelta) -> None:
        """Let a whole channel wait as long as Slack asks, and nobody else."""
        until = self.resting[brief.channel_id] = self.desk.clock.now() + wait
        self._give_back(brief.rows, not_before=until)
        with self.desk.store.writing() as session:  # apart, because each locks its rows in their order
            rest_channel(session, channel_id=brief.channel_id, until=until)

    def _put_back(
        self, brief: Brief | DigestBrief, error: Exception, *, in_doubt: bool = False, reroute: bool = False
    ) -> None:
        now = self.desk.clock.now()
        trouble = str(error) if isinstance(error, DeliveryError) else f"Something unexpected happened: {error!r}"
        again = now + claims.wait_after(max(row.attempts for row in brief.rows))
        with self.desk.store.writing() as session:
            claims.put_back(session, brief.rows, not_before=again, trouble=trouble, in_doubt=in_doubt)
            if reroute:
                claims.reroute(session, brief.rows[-1], people=brief.people_to_tell, now=now)
        self.swept.failed += len(brief.rows)
        logger.warning("%s waits for %s: %s", brief.ref, brief.channel_id, trouble)

    def _give_back(self, rows: Sequence[Reminder], *, not_before: datetime) -> None:
        with self.desk.store.writing() as session:
            claims.give_back(session, rows, not_before=not_before)


def _brief(session: Session, book: Rulebook, rows: Sequence[Reminder], *, now: datetime) -> Brief | DigestBrief | None:
    if rows and rows[0].subject == DIGEST:
        return digest_brief(session, book, rows, now=now)
    return brief_for(session, book, rows, now=now)
