"""The slash commands: one module each, every verb a function from a request to a reply."""

from handlers.commands import calendar, case, deadline, docket, hearing, order, ruling, timeline
from handlers.commands.command import Command

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        case.COMMAND,
        hearing.COMMAND,
        ruling.COMMAND,
        order.COMMAND,
        deadline.COMMAND,
        timeline.COMMAND,
        calendar.COMMAND,
        docket.COMMAND,
    )
}
