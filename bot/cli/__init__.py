"""The command line: a stable contract, scripts depend on it (docs/command-line.md).

Only the module of the command that was typed is imported, so that `adquem --help` feels instant.
A command is a module with `add_arguments(parser)` and `run(args) -> int`, the exit status.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

COMMANDS = {
    "demo": "practice workspace + bot + a real docket, on http://127.0.0.1:8787",
    "run": "against Slack: Socket Mode if SLACK_APP_TOKEN is set, else HTTP",
    "count": "count one period, or a CSV of them",
    "compute": "what a rule or a trigger makes due, once or for a CSV",
    "when": "how the bot reads a date",
    "rules": "the rule packs: list, show, check",
    "closed": "the days on which a court is closed",
    "import": "entries and deadlines from CSV, iCalendar or JSON",
    "export": "cases as CSV, JSON, iCalendar or PDF",
    "feed": "calendar addresses: issue, list, rotate, revoke",
    "audit": "verify the log's hash chain",
    "backup": "copy the whole docket into one file, encrypted if a key is given",
    "doctor": "what is well with this installation, and what must be mended",
    "restore": "put a backup back into an empty database, or check it",
}


def module_of(command: str) -> str:
    """Return the name of a command's module; one that is a word of Python carries an underscore."""
    return f"bot.cli.{command}{'_' if iskeyword(command) else ''}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status (0 done, 1 something failed, 2 bad usage)."""
    words = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="adquem", description="Ad Quem keeps the docket of a cross-border defence.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary)
        if words and words[0] == name:
            module = import_module(module_of(name))
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    args = parser.parse_args(words)
    try:
        status = int(args.run(args))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status
