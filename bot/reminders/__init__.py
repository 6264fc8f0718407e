"""Reminders that cannot be lost: rows planned with each change to the docket, and a sweep that delivers them.

A desk whose followers include `follow` plans them; `start_sweeping(Sweep(desk=..., messenger=...))` delivers them.
"""

from bot.reminders.delivery import Swept
from bot.reminders.digest import Digest
from bot.reminders.plan import follow, replan, replan_around
from bot.reminders.port import (
    Alarm,
    ChannelRefusedError,
    DeliveryError,
    HistoryClosedError,
    LockedOutError,
    Messenger,
    OutageError,
    ThrottledError,
)
from bot.reminders.schedule import Sweeping, start_sweeping
from bot.reminders.sweep import Sweep

__all__ = [
    "Alarm",
    "ChannelRefusedError",
    "DeliveryError",
    "Digest",
    "HistoryClosedError",
    "LockedOutError",
    "Messenger",
    "OutageError",
    "Sweep",
    "Sweeping",
    "Swept",
    "ThrottledError",
    "follow",
    "replan",
    "replan_around",
    "start_sweeping",
]
