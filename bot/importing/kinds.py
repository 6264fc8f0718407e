"""What a line is about: the kinds of entries, and deadlines, by the names that people give them."""

from bot.importing.rows import DEADLINE
from storage.docket import EntryKind

_OTHERS: dict[str, EntryKind | None] = {
    "conference": EntryKind.HEARING,
    "oral argument": EntryKind.HEARING,
    "trial": EntryKind.HEARING,
    "judgment": EntryKind.RULING,
    "judgement": EntryKind.RULING,
    "opinion": EntryKind.RULING,
    "decision": EntryKind.RULING,
    "motion": EntryKind.FILING,
    "brief": EntryKind.FILING,
    "complaint": EntryKind.FILING,
    "proof of service": EntryKind.SERVICE,
    "due date": None,
    "due": None,
    "សវនាការ": EntryKind.HEARING,
    "សាលក្រម": EntryKind.RULING,
    "ដីកា": EntryKind.ORDER,
    "កាលកំណត់": None,
}
_KINDS: dict[str, EntryKind | None] = {
    **{kind.value: kind for kind in EntryKind},
    **{f"{kind.value}s": kind for kind in EntryKind},
    DEADLINE: None,
    f"{DEADLINE}s": None,
    **_OTHERS,
}


def kind_named(said: str) -> EntryKind | None:
    """Return the kind that a cell names; None stands for a deadline.

    Raises:
        KeyError: if it names none.
    """
    return _KINDS[" ".join(said.casefold().split())]
