"""Every sentence that people read in Slack, in the language of whoever reads it.

`phrases.DONE` is looked up at the moment when it is used. So nothing of it is kept: no default argument, no constant.
Views and handlers only fill in what stands in braces. A sentence says what happened and what to do next.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from handlers.phrases import english, khmer

if TYPE_CHECKING:
    from handlers.phrases.english import *

ENGLISH, KHMER = "en", "km"
_SENTENCES = {ENGLISH: english, KHMER: khmer}
_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def spoken_in(language: str) -> Iterator[None]:
    """Say everything in a language while the context lasts; one that is not known is English."""
    before = _spoken.set(language if language in _SENTENCES else ENGLISH)
    try:
        yield
    finally:
        _spoken.reset(before)


def language() -> str:
    """Return the language that is spoken now: `en` or `km`."""
    return _spoken.get()


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Return a sentence in the language that is spoken now, or else in English."""
        return getattr(_SENTENCES[_spoken.get()], name, None) or getattr(english, name)
