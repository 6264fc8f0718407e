"""Who comes and goes: what a person may see follows the channels they are in, at once."""

from bot.docket import people
from handlers.replies import Reply
from handlers.requests import Request


def joined(request: Request) -> Reply:
    """Ask who is in a channel that somebody, or the bot itself, has joined."""
    return Reply(followed=request.who.channel_id)


def left(request: Request) -> Reply:
    """Forget that somebody is in a channel: what only it shows is closed to them from now on."""
    with request.desk.store.writing() as session:
        people.left(session, person_id=request.who.person_id, channel_id=request.who.channel_id or "")
    return Reply()
