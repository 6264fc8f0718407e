"""Changing and withdrawing what stands on the docket: everything is shown, old and new, before it is saved."""

from handlers.commands.command import Handle

ACTIONS: dict[str, Handle] = {}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {}
"""What its forms do when they are submitted, by their callback_ids."""
