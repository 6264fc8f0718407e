"""What questions of law, closings and proposed dates are shown with: choices side by side, and dates old → new."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from handlers import phrases
from handlers.views.blocks import Block, button, section
from handlers.views.lists import Item
from handlers.views.text import long_date, said

MOST_LINES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A deadline whose date moves, stays (then `new` is `old`) or is no longer given by any rule (`new` is None)."""

    ref: str
    title: str
    case_ref: str
    old: date
    new: date | None

    @property
    def text(self) -> str:
        """Return it as a line, old → new."""
        told = {"ref": self.ref, "title": said(self.title, 120), "case": self.case_ref, "old": long_date(self.old)}
        if self.new is None:
            return phrases.HAS_NO_DATE.format(**told)
        return (phrases.STAYS if self.new == self.old else phrases.MOVES).format(**told, new=long_date(self.new))


@dataclass(frozen=True, slots=True, kw_only=True)
class LawItem(Item):
    """One line of a list with a button of its own; no label, no button."""

    label: str = ""

    @property
    def block(self) -> Block:
        """Return the line as a block."""
        return section(self.text, accessory=button(self.label, self.action, self.ref) if self.label else None)


def digest(lines: Iterable[DateLine]) -> str:
    """Name what somebody saw, so that they do not decide about anything else."""
    seen = [(line.ref, str(line.old), str(line.new)) for line in lines]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:12]


def date_lines(lines: Sequence[DateLine], *, empty: str, most: int = MOST_LINES) -> str:
    """Return the first of some lines, and how many there are beside them."""
    shown = [line.text for line in lines[:most]]
    if len(lines) > most:
        shown.append(phrases.AND_MORE.format(count=len(lines) - most))
    return "\n".join(shown) or empty
