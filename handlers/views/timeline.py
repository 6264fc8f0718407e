"""The list of the timeline, and the word that a picture of it is on its way."""

from collections.abc import Sequence

from handlers import phrases
from handlers.views.blocks import Message, context, message
from storage.cases import Case

_FEW = 4


def with_word_of_the_picture(listed: Message, *, here: bool) -> Message:
    """Return a list with a line that says where its picture will be."""
    told = phrases.TIMELINE_COMES_HERE if here else phrases.TIMELINE_COMES_TO_YOU
    return message(*listed.blocks, context(told))


def case_refs(cases: Sequence[Case]) -> str:
    """Name some cases by their short ids; many are only counted."""
    if len(cases) > _FEW:
        return phrases.SO_MANY_CASES.format(count=len(cases))
    return ", ".join(case.ref for case in cases)
