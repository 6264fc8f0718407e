"""Looking at tokens by position."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from bot.when.phrases import Day
from bot.when.tokens import Token

Tokens: TypeAlias = tuple[Token, ...]
Days: TypeAlias = Iterator[tuple[Day, int]]
"""Days found, each with the position after it."""
DaysAt: TypeAlias = Callable[[Tokens, int], Days]


def words_at(tokens: Tokens, position: int, length: int) -> list[str]:
    """List the words from a position on, fewer at the end."""
    return [token.word for token in tokens[position : position + length]]


def word_at(tokens: Tokens, position: int) -> str:
    """Give the word at a position, empty beyond the end."""
    return tokens[position].word if position < len(tokens) else ""
