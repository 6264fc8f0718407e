"""`/ruling`: record a ruling and the deadlines that it starts, correct it, withdraw it."""

from handlers.commands import editing, ending
from handlers.commands.command import Command
from handlers.commands.entry import add, entry_list, entry_show, form
from storage.docket import EntryKind

COMMAND = Command(
    name="/ruling",
    is_dated=True,
    bare=form(EntryKind.RULING),
    verbs={
        "add": add(EntryKind.RULING),
        "list": entry_list(EntryKind.RULING),
        "show": entry_show,
        "edit": editing.edit,
        "withdraw": ending.withdraw,
    },
)
