"""Conflicts in sentences, to stand behind an answer and on App Home."""

from collections.abc import Iterable

from bot.docket.conflicts import Conflict, ConflictKind
from bot.docket.offices import WEEKEND
from handlers import phrases
from handlers.views.text import long_date, named, said


def conflict_lines(found: Iterable[Conflict]) -> list[str]:
    """Return a sentence for each conflict, with what can be done about it."""
    return [_line(conflict) for conflict in found]


def _line(conflict: Conflict) -> str:
    several = conflict.kind is ConflictKind.AWAY and conflict.total > 1
    line = phrases.CONFLICTS["away_for_several" if several else conflict.kind.value].format(
        person=named(conflict.person or ""),
        refs=_refs(conflict),
        total=conflict.total,
        day=long_date(conflict.day),
        since=long_date(conflict.since or conflict.day),
        until=long_date(conflict.until or conflict.day),
        why=phrases.CONFLICT_WEEKEND if conflict.why == WEEKEND else said(conflict.why),
    )
    return f"{line} {phrases.CONFLICT_BACKUP.format(backup=named(conflict.backup))}" if conflict.backup else line


def _refs(conflict: Conflict) -> str:
    """Return "*D1*, *D2* and 7 more"."""
    words = [f"*{ref}*" for ref in conflict.refs]
    if conflict.total > len(words):
        words.append(phrases.CONFLICT_MORE.format(count=conflict.total - len(words)))
    *first, last = words
    return f"{', '.join(first)}{phrases.CONFLICT_AND}{last}" if first else last
