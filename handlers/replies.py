"""What we answer, as a value: handlers return one, and only the outbox speaks to Slack."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from handlers.views.blocks import Message, View, plainly


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A message for every channel that follows a case; or for one, which may follow it no longer."""

    case_id: int
    message: Message
    channel_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A direct message to somebody else than the person who asked."""

    person_id: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file for one person or one channel.

    Args:
        content: the bytes, or what makes them when there is time: the answer itself does not wait for it.
        words: the message that it comes with.
        channel_id: the channel in which it is shown; without one it goes to whoever asked, in their own messages.
        alt: what a picture shows, for those who do not see it.
        refused: the sentence for a team that did not grant `files:write`.
    """

    name: str
    title: str
    content: bytes | Callable[[], bytes]
    words: str
    refused: str
    channel_id: str | None = None
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What one request leads to.

    Args:
        message: told to the person who asked, and nobody else.
        replaces: the message takes the place of the one whose button was pressed.
        view: a form or a page, laid over what is open, or `in_place` of it.
        errors: what is wrong with a submitted form, by the name of the field; the form stays open.
        cards: the short ids whose cards are posted, or updated where they stand.
        stale: the short ids whose cards are updated where they stand.
        notices: what the channels are told.
        letters: what other people are told, each alone.
        attachments: files, handed over after the answer.
        followed: a channel whose members Slack is asked for, because what they may see depends on it.
        home: the person's App Home is shown as things stand now.
    """

    message: Message | None = None
    replaces: bool = False
    view: View | None = None
    in_place: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)
    cards: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    letters: tuple[Letter, ...] = ()
    attachments: "tuple[Attachment, ...]" = ()
    followed: str | None = None
    home: bool = False


class Question(Exception):  # noqa: N818 -- it is a question, not an error
    """The request cannot go on before the person answers; the reply asks."""

    def __init__(self, reply: Reply) -> None:
        super().__init__("A question to the person who asks.")
        self.reply = reply


class FieldError(Exception):
    """A field of a form cannot be taken as it was filled in; the sentence stands under it."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name


def sentence(text: str) -> Reply:
    """Return a plain sentence for the person who asked."""
    return Reply(message=plainly(text))
