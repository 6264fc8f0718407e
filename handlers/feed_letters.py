"""What the owners of calendar addresses are told in their own messages."""

from slack_sdk import WebClient

from bot.calendars.watching import Concern, FeedLetter
from handlers import phrases
from handlers.views.blocks import Message
from handlers.views.calendar import FeedLine, crowded_message, ended_message


class SlackPostman:
    """Writes to the owners of calendar addresses; whatever Slack says against it is raised."""

    def __init__(self, client: WebClient) -> None:
        self._client = client

    def tell(self, letter: FeedLetter) -> None:
        """Deliver a letter in the language of its reader."""
        with phrases.spoken_in(letter.language):
            written = letter_message(letter)
        self._client.chat_postMessage(channel=letter.feed.person_id, text=written.text, blocks=list(written.blocks))


def letter_message(letter: FeedLetter) -> Message:
    """Return a letter as Slack shows it."""
    is_over = letter.concern is Concern.ENDED
    line = FeedLine(feed=letter.feed, number=letter.number, zone=letter.zone, is_over=is_over)
    return ended_message(line) if is_over else crowded_message(line, clients=letter.clients)
