"""Moments so many hours or minutes away from now, or from another moment."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TypeAlias

from bot.when.grammar.counted import amount
from bot.when.grammar.cursor import Tokens
from bot.when.lexicon import MINUTES_PER
from bot.when.phrases import Phrase

PhrasesIn: TypeAlias = Callable[[Tokens], Iterator[Phrase]]


def away_in(tokens: Tokens, *, complete: PhrasesIn) -> Iterator[Phrase]:
    """Read "in 3 hours", "3 hours from now", "24 hours before 4 May 2018 9:30am", whose moment `complete` reads."""
    words = [token.word for token in tokens]
    if words in (["now"], ["right", "now"]):
        yield Phrase(away=timedelta())
    position = 1 if words[:1] == ["in"] else 0
    if len(words) < position + 2 or words[position + 1] not in MINUTES_PER:
        return
    count = amount(tokens[position])
    if count is None:
        return
    away = timedelta(minutes=MINUTES_PER[words[position + 1]] * count)
    rest = words[position + 2 :]
    if (position and not rest) or (not position and rest in (["from", "now"], ["hence"])):
        yield Phrase(away=away)
    elif rest == ["ago"] and not position:
        yield Phrase(away=-away)
    elif rest and rest[0] in {"after", "before"} and not position:
        sign = -1 if rest[0] == "before" else 1
        yield from (Phrase(away=sign * away, start=start) for start in complete(tokens[position + 3 :]))
