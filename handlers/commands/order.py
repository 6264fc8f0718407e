"""`/order`: record an order and the deadlines that it starts, correct it, withdraw it."""

from handlers.commands import editing, ending
from handlers.commands.command import Command
from handlers.commands.entry import add, entry_list, entry_show, form
from storage.docket import EntryKind

COMMAND = Command(
    name="/order",
    is_dated=True,
    bare=form(EntryKind.ORDER),
    verbs={
        "add": add(EntryKind.ORDER),
        "list": entry_list(EntryKind.ORDER),
        "show": entry_show,
        "edit": editing.edit,
        "withdraw": ending.withdraw,
    },
)
