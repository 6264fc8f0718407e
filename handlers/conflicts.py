"""Conflicts in sentences, to stand behind an answer and on App Home."""

from collections.abc import Iterable

from bot.docket.conflict import NOT_YET, Conflict, ConflictKind
from bot.docket.offices import WEEKEND
from handlers import phrases
from handlers.views.text import long_date, named, said


def conflict_lines(found: Iterable[Conflict]) -> list[str]:
    """Return a sentence for each conflict, with what can be done about it."""
    return [_line(conflict) for conflict in found]


def cautions_before(found: Iterable[Conflict]) -> list[str]:
    """Return the same before anything is saved, and that it may be saved all the same; nothing if there is none."""
    lines = conflict_lines(found)
    return [*lines, phrases.CONFLICT_NOT_SAVED] if lines else []


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
    """Return "*D1*, *D2* and 7 more"; what is on no docket yet is "this one"."""
    named = [ref for ref in conflict.refs if ref != NOT_YET]
    words = [*_not_yet(len(conflict.refs) - len(named)), *(f"*{ref}*" for ref in named)]
    if conflict.total > len(conflict.refs):
        words.append(phrases.CONFLICT_MORE.format(count=conflict.total - len(conflict.refs)))
    *first, last = words
    return f"{', '.join(first)}{phrases.CONFLICT_AND}{last}" if first else last


def _not_yet(count: int) -> list[str]:
    if count == 0:
        return []
    return [phrases.CONFLICT_THIS if count == 1 else phrases.CONFLICT_THESE.format(count=count)]
