"""The practice workspace: a strict stand-in for Slack that knows nothing of the bot (docs/practice.md)."""

from bot.practice.nouns import Channel, Kind, Message, Person, Trouble, View
from bot.practice.people.actor import Actor, NeverCame
from bot.practice.people.submitting import Submitted
from bot.practice.refusals import Refusal
from bot.practice.server import PracticeServer
from bot.practice.workspace import Workspace

__all__ = [
    "Actor",
    "Channel",
    "Kind",
    "Message",
    "NeverCame",
    "Person",
    "PracticeServer",
    "Refusal",
    "Submitted",
    "Trouble",
    "View",
    "Workspace",
]
