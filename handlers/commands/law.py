"""`/docket questions`, `settle`, `closures`, `closure`, `changes`: what a team decides about the law of its courts."""

from handlers.commands import closures, deciding, questions, revisions
from handlers.commands.command import Handle

_TYPED = (questions, closures, revisions)
_MODULES = (*_TYPED, deciding)

VERBS: dict[str, Handle] = {verb: handle for module in _TYPED for verb, handle in module.VERBS.items()}
"""What can be typed behind `/docket`."""

ACTIONS: dict[str, Handle] = {name: handle for module in _MODULES for name, handle in module.ACTIONS.items()}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {name: handle for module in _MODULES for name, handle in module.SUBMISSIONS.items()}
"""What its forms do when they are submitted, by their callback_ids."""
