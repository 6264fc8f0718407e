"""What goes beside a message, if it can be done now: nothing waits for it, and no reminder is lost for it."""

import logging

from bot.docket.desk import Desk
from bot.reminders.briefs import Brief
from bot.reminders.digest import DigestBrief
from bot.reminders.port import DeliveryError, Messenger

logger = logging.getLogger(__name__)


def redraw(messenger: Messenger, desk: Desk, brief: Brief | DigestBrief) -> None:
    """Let the card of what was reminded of say what is true after the reminder."""
    if isinstance(brief, DigestBrief):
        return
    try:
        messenger.redraw(desk, brief.alarm())
    except DeliveryError as error:
        logger.warning("The card of %s in %s is not up to date: %s", brief.ref, brief.channel_id, error)
    except Exception:
        logger.exception("The card of %s in %s could not be drawn", brief.ref, brief.channel_id)


def attach(messenger: Messenger, desk: Desk, brief: Brief | DigestBrief, *, message_ts: str) -> None:
    """Let the docket as a file follow the first digest of a week, unless an earlier try let it."""
    if not isinstance(brief, DigestBrief) or brief.digest.week is None:
        return
    was_tried = any(row.in_doubt for row in brief.rows)
    try:
        if not (was_tried and messenger.is_attached(brief.digest, message_ts=message_ts)):
            messenger.attach(desk, brief.digest, message_ts=message_ts)
    except Exception:
        logger.exception("The docket of the week could not be attached in %s", brief.channel_id)
