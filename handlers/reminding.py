"""What people press on reminders."""

from handlers.commands.command import Handle

ACTIONS: dict[str, Handle] = {}
"""What its buttons do, by their action_ids."""
