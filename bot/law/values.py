"""The nouns of the law engine: small, frozen, comparable."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Word(StrEnum):
    """A word out of a short list; tables find it under its text, too, and quickly."""

    __hash__ = str.__hash__


class Standing(Word):
    """How sure a legal fact is."""

    SETTLED = "settled"
    ARGUABLE = "arguable"
    UNVERIFIED = "unverified"


class Direction(Word):
    """Whether a period is counted forward from an event or backward to it."""

    AFTER = "after"
    BEFORE = "before"


class Service(Word):
    """How a paper was served."""

    NONE = ""
    ECF = "ecf"
    MAIL = "mail"
    PERSONAL = "personal"
    CONSENT = "consent"
    CLERK = "clerk"


class Unit(Word):
    """What a period is measured in."""

    HOURS = "hours"
    DAYS = "days"
    COURT_DAYS = "court days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Verb(Word):
    """What must have happened to a paper for a period to start."""

    SERVED = "served"
    ENTERED = "entered"
    FILED = "filed"
    SENT = "sent"
    RECEIVED = "received"
    PRONOUNCED = "pronounced"
    ISSUED = "issued"
    HELD = "held"
    DUE = "due"
    HAPPENED = "happened"


class Period(NamedTuple):
    """A length of time as a rule states it: 14 days, 1 month, 72 hours, 10 court days."""

    length: int
    unit: Unit = Unit.DAYS

    def __str__(self) -> str:
        unit = self.unit.value
        return f"{self.length} {unit[:-1] if self.length == 1 else unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Court:
    """A court, by its Free Law Project id (Cambodian courts have ids of ours).

    Args:
        zone: the IANA zone of the clerk's principal office.
        method: the method of computing time that holds there by default.
        standing: how sure it is that this method is the court's own.
        remark: what people should know about counting there.
    """

    id: str
    name: str
    zone: str
    country: str
    kind: str
    method: str
    state: str | None = None
    circuit: str | None = None
    standing: Standing = Standing.SETTLED
    remark: str | None = None


class ClosedDay(NamedTuple):
    """A day on which a court does not sit, and who says so.

    Args:
        remark: what is open about the day, in a sentence, where its standing is not settled.
        family: the days that raise the same question and may be settled with it ("us-observed-friday").
    """

    day: date
    name: str
    source: str
    standing: Standing = Standing.SETTLED
    remark: str | None = None
    family: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """A closing of a court beyond its lists, as the team recorded it: an inaccessible office, a proclaimed holiday.

    Args:
        source: who says so; nothing if nobody wrote that down.
    """

    day: date
    name: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A kind of docket entry that starts deadlines, under the name that people choose it by."""

    id: str
    label: str
    entry_kind: str


_DOUBT = {Standing.SETTLED: 0, Standing.ARGUABLE: 1, Standing.UNVERIFIED: 2}


def weakest(*standings: Standing) -> Standing:
    """Return the least certain of several standings."""
    return max(standings, key=_DOUBT.__getitem__)
