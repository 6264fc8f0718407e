"""Post claimed reminders one by one and keep what became of each. No transaction is open while Slack is spoken to.

The docket is read, and what was posted is marked, for as many messages as fit into one breath. Where Slack takes its
time that is one. Whatever dies in between is found by its metadata.
"""

import logging
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.docket.desk import Desk
from bot.reminders import claims
from bot.reminders.briefs import Brief, brief_for
from bot.reminders.digest import DigestBrief, digest_brief
from bot.reminders.marking import Posted, mark
from bot.reminders.page import Page, page_about
from bot.reminders.port import (
    ChannelRefusedError,
    DeliveryError,
    HistoryClosedError,
    LockedOutError,
    Messenger,
    OutageError,
    ThrottledError,
)
from storage.claiming import Taken, rest_channel
from storage.reminders import DIGEST, Reminder

logger = logging.getLogger(__name__)

Waiting = deque[claims.Rows]
"""The rows of each message that is still to be said."""
POSTING = timedelta(seconds=45)
"""What posting one reminder may take at most; a claim that ends sooner is given back instead."""
BREATH = timedelta(milliseconds=50)
"""So long what was read of the docket is fresh, and what was posted may wait for its mark: less than Slack takes."""
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
    """One sweep in progress: what it did, which channels asked for rest, how often in a row Slack was not reached.

    Args:
        pace: how many messages are about to fit into one breath.
        posted: what this breath has posted.
    """

    desk: Desk
    messenger: Messenger
    swept: Swept = field(default_factory=Swept)
    resting: dict[str, datetime] = field(default_factory=dict)
    outages: int = 0
    pace: int = 1
    posted: list[Posted] = field(default_factory=list)

    def deliver(self, groups: Iterable[Sequence[Taken]], *, until: datetime) -> None:
        """Deliver each group of rows as one message, for as long as there is time; give back what is not reached."""
        waiting: Waiting = deque(groups)
        try:
            while waiting and not self.swept.given_up and self.desk.clock.now() < until:
                self._breathe(waiting)
                self._let_rest(waiting)
        finally:
            self._give_back([row for rows in waiting for row in rows], not_before=self.desk.clock.now())

    def _breathe(self, waiting: Waiting) -> None:
        """Read the docket for as many messages as fit into a breath, post them while it is fresh, and mark them."""
        began, said = self.desk.clock.now(), 0
        briefs = deque(self._look([waiting.popleft() for _ in range(min(self.pace, len(waiting)))]))
        try:
            while briefs and not self.swept.given_up and (said == 0 or self._is_fresh(began)):
                self._attend(briefs.popleft())
                said += 1
        finally:
            self._mark()
            waiting.extendleft(brief.rows for brief in reversed(briefs))
        self.pace = max(2 * said if self._is_fresh(began) else said, 1)

    def _is_fresh(self, began: datetime) -> bool:
        return abs(self.desk.clock.now() - began) < BREATH

    def _look(self, groups: Sequence[claims.Rows]) -> list[Brief | DigestBrief]:
        """Read the docket once more, just before speaking: what nobody asks for any more is dropped."""
        now = self.desk.clock.now()
        with self.desk.store.writing() as session:
            held = claims.still_held(session, [row for rows in groups for row in rows])
            page = page_about(session, self.desk.book, {row.subject for row in held}, now=now)
            return [brief for rows in claims.by_message(held) if (brief := self._brief(page, rows))]

    def _brief(self, page: Page, rows: Sequence[Reminder]) -> Brief | DigestBrief | None:
        try:
            brief = _brief(page, rows)
        except Exception as error:
            logger.exception("What %s is about could not be read", rows[0].subject)
            self._keep_with_trouble(page.session, rows, error)
            return None
        asked = brief.rows if brief else ()
        obsolete = [row for row in rows if row not in asked]
        claims.drop(page.session, obsolete)
        self.swept.dropped += len(obsolete)
        return brief

    def _attend(self, brief: Brief | DigestBrief) -> None:
        now = self.desk.clock.now()
        rested_at = self.resting.get(brief.channel_id, now)
        if rested_at > now or brief.rows[0].not_before <= now + POSTING:
            self._give_back(brief.rows, not_before=rested_at)
            return
        self._say(brief)

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

    def _post(self, brief: Brief | DigestBrief) -> None:
        """Post what is not in the channel yet; where nobody may look, say that it may be a repeat."""
        try:
            found = self._found(brief)
        except HistoryClosedError:
            self._keep(brief, brief.rows, self._posted(brief, may_repeat=True))
            return
        there = [row for row in brief.rows if row.uid in found]
        for row in there:
            self._keep(brief, (row,), found[row.uid])
        self.swept.found += len(there)
        rest = brief.without(there)
        if rest:
            self._keep(rest, rest.rows, self._posted(rest))

    def _keep(self, brief: Brief | DigestBrief, rows: tuple[Reminder, ...], message_ts: str) -> None:
        self.posted.append(Posted(brief=brief, rows=rows, message_ts=message_ts))

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

    def _mark(self) -> None:
        """Mark what was posted; what cannot be marked is kept as one that may have been posted."""
        posted, self.posted = self.posted, []
        unmarked = mark(self.desk, self.messenger, posted)
        for one, error in unmarked:
            logger.error("%s was posted in %s and not marked", one.brief.ref, one.brief.channel_id, exc_info=error)
            self._put_back(one.brief, error, in_doubt=True)
        self.swept.sent += sum(len(one.rows) for one in posted) - sum(len(one.rows) for one, _ in unmarked)

    def _rest(self, brief: Brief | DigestBrief, *, wait: timedelta) -> None:
        """Let a whole channel wait as long as Slack asks, and nobody else."""
        until = self.resting[brief.channel_id] = self.desk.clock.now() + wait
        self._give_back(brief.rows, not_before=until)
        with self.desk.store.writing() as session:  # apart, because each locks its rows in their order
            rest_channel(session, channel_id=brief.channel_id, until=until)

    def _let_rest(self, waiting: Waiting) -> None:
        """Give back at once all that is for channels that asked for rest."""
        now = self.desk.clock.now()
        for channel_id, until in self.resting.items():
            theirs = [rows for rows in waiting if until > now and rows[0].channel_id == channel_id]
            self._give_back([row for rows in theirs for row in rows], not_before=until)
            for rows in theirs:
                waiting.remove(rows)

    def _put_back(
        self, brief: Brief | DigestBrief, error: Exception, *, in_doubt: bool = False, reroute: bool = False
    ) -> None:
        now = self.desk.clock.now()
        with self.desk.store.writing() as session:
            self._keep_with_trouble(session, brief.rows, error, in_doubt=in_doubt)
            if reroute:
                claims.reroute(session, brief.rows[-1], people=brief.people_to_tell, now=now)

    def _keep_with_trouble(
        self, session: Session, rows: Sequence[Reminder], error: Exception, *, in_doubt: bool = False
    ) -> None:
        trouble = str(error) if isinstance(error, DeliveryError) else f"Something unexpected happened: {error!r}"
        again = self.desk.clock.now() + claims.wait_after(max(row.attempts for row in rows))
        claims.put_back(session, rows, not_before=again, trouble=trouble, in_doubt=in_doubt)
        self.swept.failed += len(rows)
        logger.warning("%s waits for %s: %s", rows[-1].subject, rows[-1].channel_id, trouble)

    def _give_back(self, rows: claims.Rows, *, not_before: datetime) -> None:
        if not rows:
            return
        with self.desk.store.writing() as session:
            claims.give_back(session, rows, not_before=not_before)


def _brief(page: Page, rows: Sequence[Reminder]) -> Brief | DigestBrief | None:
    if rows[0].subject == DIGEST:
        return digest_brief(page.session, page.book, rows, now=page.now)
    return brief_for(page, rows)
