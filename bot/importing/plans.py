"""What importing a file would do, as a value: each line with its deed, and what is wrong."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.docket.following import Ahead, Facts, key_of
from bot.docket.moving import Consequence, Fate
from bot.importing.rows import Fault, Row
from bot.law import Answer, long_date
from storage.cases import Case
from storage.docket import Deadline, Entry


class Deed(StrEnum):
    """What is done about a line."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    LEFT = "left"
    """Nothing, though the docket says something else: somebody chose so, or the docket is newer."""
    ASKED = "asked"
    """Nothing before somebody says whether it is the one that looks like it."""


class Alike(StrEnum):
    """What a line is that names no UID of ours and looks like something on the docket."""

    ASK = "ask"
    SAME = "same"
    NEW = "new"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A column of the docket: what it is, `was`, and what it will be, `told`; `old` and `new` in plain words."""

    column: str
    was: object
    told: object
    zone: str

    @property
    def old(self) -> str:
        """Return what it is now."""
        return _plain(self.was, self.zone)

    @property
    def new(self) -> str:
        """Return what it will be."""
        return _plain(self.told, self.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is done about one line.

    Args:
        subject: the row of the docket that it is about, unless it is new.
        uid: the UID under which it stands, or will.
        facts: the columns that change, and what they will say.
        starts: the deadlines that would follow and stand nowhere yet.
        ahead: what becomes of the deadlines that it started.
        why: why nothing is done.
    """

    row: Row
    deed: Deed
    subject: Entry | Deadline | None = None
    uid: str = ""
    facts: Facts | None = None
    differences: tuple[Difference, ...] = ()
    starts: tuple[Answer, ...] = ()
    ahead: Ahead | None = None
    why: str = ""

    @property
    def moves(self) -> tuple[Consequence, ...]:
        """The deadlines that move with it or lose their rule."""
        return tuple(each for each in self.ahead.found if each.fate in (Fate.MOVES, Fate.LOST)) if self.ahead else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What importing a file into a case would do."""

    case: Case
    steps: tuple[Step, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...] = ()

    def of(self, *deeds: Deed) -> tuple[Step, ...]:
        """Return the steps of some deeds, in the order of the file."""
        return tuple(step for step in self.steps if step.deed in deeds)

    @property
    def to_do(self) -> tuple[Step, ...]:
        """Return the steps that change the docket."""
        return self.of(Deed.NEW, Deed.CHANGED)

    @property
    def starts(self) -> int:
        """Return how many deadlines would follow."""
        return sum(len(step.starts) for step in self.steps)

    @property
    def wrong(self) -> int:
        """Return how many lines are wrong."""
        return len({fault.line for fault in self.faults})

    @property
    def is_clear(self) -> bool:
        """Whether nothing is wrong and nothing must be asked."""
        return not self.faults and not self.of(Deed.ASKED)

    @property
    def is_known(self) -> bool:
        """Whether the docket says all of it already."""
        return self.is_clear and len(self.of(Deed.SAME)) == len(self.steps)

    @property
    def mark(self) -> str:
        """A fingerprint of all that would happen: with another one, something else would."""
        told = [
            *(_told(step) for step in self.steps),
            *([fault.line, fault.column, fault.sentence] for fault in self.faults),
        ]
        return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()[:16]


def _told(step: Step) -> Sequence[object]:
    subject = step.subject
    return [
        step.row.line, step.deed, step.row.called, step.row.title, step.row.on_date, step.row.at, step.row.facts,
        subject and [subject.ref, subject.sequence], [[each.column, each.old, each.new] for each in step.differences],
        [key_of(answer) for answer in step.starts], step.ahead and step.ahead.mark,
    ]  # fmt: skip


def _plain(fact: object, zone: str) -> str:
    if isinstance(fact, datetime):
        local = fact.astimezone(ZoneInfo(zone))
        return f"{long_date(local.date())}, {local:%H:%M}"
    return long_date(fact) if isinstance(fact, date) else str(fact or "")
