"""Slips of the fingers in months and weekdays ("Thrusday", "Setpember"): they are asked about, never corrected."""

from collections.abc import Iterator
from itertools import islice, product

from bot.when.lexicon import MONTH_WORDS, MONTHS, SHIFT_WORDS, WEEKDAY_WORDS, WEEKDAYS
from bot.when.tokens import Kind, Token

_SHORTEST = 4
_LONG = 8
_MOST_READINGS = 4
_RIGHT = sorted({name.lower() for name in (*MONTHS, *WEEKDAYS)} | {"today", "tomorrow", "yesterday"})
_KNOWN = MONTH_WORDS.keys() | WEEKDAY_WORDS.keys() | SHIFT_WORDS.keys()


def respelled(text: str, tokens: tuple[Token, ...]) -> Iterator[str]:
    """Yield the text with each word that is nearly a month, a weekday or a day near today put right, in every way."""
    slips = {token.text: found for token in tokens if (found := _nearly(token))}
    for right in islice(product(*slips.values()), _MOST_READINGS) if slips else ():
        corrected = text
        for wrong, word in zip(slips, right, strict=True):
            corrected = corrected.replace(wrong, word)
        yield corrected


def _nearly(token: Token) -> list[str]:
    word = token.word
    if token.kind is not Kind.WORD or len(word) < _SHORTEST or not word.isascii() or {word, word.rstrip("s")} & _KNOWN:
        return []
    return [right for right in _RIGHT if _apart(word, right) <= (2 if len(word) >= _LONG else 1)]


def _apart(one: str, other: str) -> int:
    """Count the letters to add, drop, change or swap with their neighbour (Damerau and Levenshtein's distance)."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            same = letter == wanted
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (not same)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]
