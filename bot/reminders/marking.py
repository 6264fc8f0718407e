"""Mark what was posted, plan what follows it, and bring what goes beside it."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from bot.docket.desk import Desk
from bot.reminders.aftermath import what_follows
from bot.reminders.besides import attach, redraw
from bot.reminders.briefs import Brief
from bot.reminders.digest import DigestBrief
from bot.reminders.page import page_about
from bot.reminders.port import Messenger
from storage.claiming import hold, mark_sent
from storage.planning import plan
from storage.reminders import DIGEST, Reminder, said_and_calling

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """Some rows that stand in a channel as one message, and are not marked yet."""

    brief: Brief | DigestBrief
    rows: tuple[Reminder, ...]
    message_ts: str


Unmarked = list[tuple[Posted, Exception]]
"""What could not be marked, and why."""


def mark(desk: Desk, messenger: Messenger, posted: Sequence[Posted]) -> Unmarked:
    """Mark what was posted; return what could not be marked.

    What a digest brings goes before its mark: if somebody dies in between, it is brought again.
    """
    digests = [one for one in posted if isinstance(one.brief, DigestBrief)]
    unmarked = _mark_all(desk, [one for one in posted if not isinstance(one.brief, DigestBrief)])
    for one in {(one.brief.channel_id, one.message_ts): one for one in digests}.values():
        attach(messenger, desk, one.brief, message_ts=one.message_ts)
    unmarked += _mark_all(desk, digests)
    for brief in {(one.brief.ref, one.brief.channel_id): one.brief for one in posted}.values():
        redraw(messenger, desk, brief)
    return unmarked


def _mark_all(desk: Desk, posted: Sequence[Posted]) -> Unmarked:
    """Mark all of it in one transaction; if that fails, each alone."""
    try:
        _mark_together(desk, posted)
    except Exception:
        logger.exception("What was posted could not be marked together")
        return [failed for one in posted if (failed := _mark_alone(desk, one))]
    return []


def _mark_alone(desk: Desk, one: Posted) -> tuple[Posted, Exception] | None:
    try:
        _mark_together(desk, [one])
    except Exception as error:  # noqa: BLE001 -- whoever posted it keeps it, and says what was wrong
        return one, error
    return None


def _mark_together(desk: Desk, posted: Sequence[Posted]) -> None:
    if not posted:
        return
    sent = {row.key: one.message_ts for one in posted for row in one.rows}
    subjects = {one.rows[0].subject for one in posted} - {DIGEST}
    with desk.store.writing() as session:
        now = desk.clock.now()
        hold(session, sent, subjects=subjects)
        mark_sent(session, sent, by=posted[0].rows[0].claimed_by or "", now=now)
        page, histories = page_about(session, desk.book, subjects, now=now), said_and_calling(session, subjects)
        follows = [what_follows(page, one.rows, history=histories.get(one.brief.ref, ())) for one in posted]
        plan(session, [row for rows in follows for row in rows], again=True)
