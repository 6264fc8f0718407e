"""What somebody meant who typed a verb that is not there: by its meaning first, then by how it looks.

Lawyers say "cancel" and "postpone"; the docket says vacate and move, because those are the court's words.
"""

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

_MEANINGS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("delete", "remove", "erase", "drop", "rm"), ("withdraw", "vacate", "moot", "unlink", "undo")),
    **dict.fromkeys(("cancel", "strike", "dismiss", "annul"), ("vacate", "withdraw", "moot", "close", "undo")),
    **dict.fromkeys(("postpone", "reschedule", "adjourn", "continue", "shift", "advance"), ("move", "extend", "held")),
    "move": ("move", "extend", "edit"),
    **dict.fromkeys(("change", "correct", "rename", "update", "amend", "modify", "fix"), ("edit", "move", "extend")),
    **dict.fromkeys(("new", "create", "record", "open", "schedule"), ("add", "create", "form", "reopen")),
    **dict.fromkeys(("view", "see", "details", "get", "info", "status"), ("show", "list")),
    **dict.fromkeys(("all", "upcoming", "next", "today", "agenda", "ahead", "ls"), ("list", "show")),
    **dict.fromkeys(("finish", "filed", "complete", "completed", "file", "did"), ("done", "held", "close")),
    **dict.fromkeys(("approve", "agree", "check", "verify", "ok"), ("confirm", "audit")),
    **dict.fromkeys(("why", "reason", "reasoning", "how"), ("explain", "show", "audit")),
    **dict.fromkeys(("delay", "later", "remind", "mute"), ("snooze", "settings")),
    **dict.fromkeys(("owner", "give", "reassign", "delegate"), ("assign",)),
    **dict.fromkeys(("follow", "join", "attach", "subscribe"), ("link", "create")),
    **dict.fromkeys(("unfollow", "detach", "unsubscribe"), ("unlink", "revoke")),
    **dict.fromkeys(("end", "archive", "finished", "settled"), ("close", "done", "held", "settle")),
    **dict.fromkeys(("search", "find", "look", "query", "where", "grep"), ("search",)),
    **dict.fromkeys(("revert", "rollback", "back", "oops", "undo"), ("undo",)),
    **dict.fromkeys(("history", "log", "who", "changed", "audit"), ("audit",)),
    **dict.fromkeys(("holidays", "holiday", "closures", "closed"), ("closed",)),
    **dict.fromkeys(("config", "configure", "preferences", "options", "settings"), ("settings",)),
    **dict.fromkeys(("vacation", "absence", "absent", "away"), ("away",)),
    **dict.fromkeys(("proposals", "pending", "waiting", "decide", "decisions"), ("changes", "list")),
    "leave": ("unlink", "away"),
    "set": ("add", "settings"),
    **dict.fromkeys(("lang", "khmer", "english", "language"), ("language",)),
    **dict.fromkeys(("download", "save", "pdf", "csv", "ics", "json", "export"), ("export",)),
    **dict.fromkeys(("upload", "load", "import"), ("import",)),
}


DESTRUCTIVE = frozenset({"adjourn", "close", "moot", "revoke", "undo", "unlink", "vacate", "withdraw"})
"""What is never guessed by its looks, nor run by one press because another word was typed."""


def meant(word: str, verbs: Collection[str], *, elsewhere: Collection[str] = ()) -> tuple[str, bool]:
    """Return the verb that was meant, and whether it is one of those `elsewhere`.

    A slip of the finger comes first, then what has the same meaning here, then there, then what looks most alike.
    """
    close = get_close_matches(word, verbs, n=1, cutoff=0.75)
    if close:
        return close[0], False
    for found, is_elsewhere in _candidates(word, verbs, elsewhere):
        return found, is_elsewhere
    return nearest(word, [verb for verb in verbs if verb not in DESTRUCTIVE] or verbs), False


def nearest(word: str, known: Collection[str]) -> str:
    """Return the known word that looks most like what was typed."""
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.0)), next(iter(known)))


def _candidates(word: str, verbs: Collection[str], elsewhere: Collection[str]) -> Iterator[tuple[str, bool]]:
    meanings = _MEANINGS.get(word, ())
    yield from ((verb, False) for verb in meanings if verb in verbs)
    yield from ((verb, True) for verb in meanings if verb in elsewhere)
