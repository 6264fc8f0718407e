"""The list of the timeline, and the word that a picture of it is on its way."""

from handlers import phrases
from handlers.views.blocks import Message, context, message


def with_word_of_the_picture(listed: Message, *, here: bool) -> Message:
    """Return a list with a line that says where its picture will be."""
    told = phrases.TIMELINE_COMES_HERE if here else phrases.TIMELINE_COMES_TO_YOU
    return message(*listed.blocks, context(told))
