"""What day and what instant a phrase means, once it is known what day it is today."""

from bot.when.meaning.moments import meanings_of

__all__ = ["meanings_of"]
