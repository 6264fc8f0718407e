"""Calendars: every entry and deadline as an iCalendar event, and the secret addresses that serve them.

A feed mirrors the docket for calendar programs; Slack is the alarm.
"""

from bot.calendars.mirror import catch_up, follow

__all__ = ["catch_up", "follow"]
