"""What somebody is about to change, carried by a button or a form while they look at what follows from it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from handlers.views.blocks import VALUE

DAYS = frozenset({"on_date", "served_on"})
"""The columns of an entry that hold a day."""
_MEMO = 2900


class Verb(StrEnum):
    """What can be done to an entry of which deadlines may be counted."""

    MOVE = "move"
    VACATE = "vacate"
    ADJOURN = "adjourn"
    EDIT = "edit"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """One change to one entry, not yet made.

    Args:
        sequence: the edition of the entry that the person saw.
        facts: what the entry is to say, by column.
        shown: the mark of what they were shown would follow.
        receipt: that of the request which offered it: of several buttons only one can be taken.
    """

    verb: Verb
    ref: str
    sequence: int
    facts: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    shown: str = ""
    receipt: str = ""

    @property
    def value(self) -> str:
        """Return it as a button carries it."""
        return self.memo(channel=None)

    def memo(self, *, channel: str | None, home: bool = False) -> str:
        """Return it as a form carries it, with where the form was opened."""
        told = {
            "verb": self.verb.value,
            "ref": self.ref,
            "sequence": self.sequence,
            "facts": {name: _plain(fact) for name, fact in self.facts.items()},
            "reason": self.reason,
            "shown": self.shown,
            "receipt": self.receipt,
            **({"channel": channel, "home": home} if channel or home else {}),
        }
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

    @property
    def fits_a_button(self) -> bool:
        """Return whether a button can carry it."""
        return len(self.value) <= VALUE

    @property
    def fits_a_form(self) -> bool:
        """Return whether a form can carry it."""
        return len(self.memo(channel="C" * 20, home=True)) <= _MEMO


def intent_in(carried: str | Mapping[str, Any]) -> Intent:
    """Read an intent back from what a button or a form carried."""
    told = json.loads(carried) if isinstance(carried, str) else carried
    return Intent(
        verb=Verb(told["verb"]),
        ref=told["ref"],
        sequence=told["sequence"],
        facts={name: _read(name, fact) for name, fact in told["facts"].items()},
        reason=told["reason"],
        shown=told["shown"],
        receipt=told["receipt"],
    )


def _plain(fact: Any) -> Any:  # noqa: ANN401 -- any column
    return fact.isoformat() if isinstance(fact, date | datetime) else fact


def _read(name: str, fact: Any) -> Any:  # noqa: ANN401 -- any column
    if fact and name in DAYS:
        return date.fromisoformat(fact)
    return datetime.fromisoformat(fact) if fact and name == "starts_at" else fact
