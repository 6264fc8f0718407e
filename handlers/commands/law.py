"""Open questions of law, closings that the team recorded, and dates that would move by either."""

from handlers.commands.command import Handle

ACTIONS: dict[str, Handle] = {}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {}
"""What its forms do when they are submitted, by their callback_ids."""
