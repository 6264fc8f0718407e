"""A method of computing time as data: one version for every text that was in force."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.law.values import Service, Standing, Word


class Rolls(Word):
    """What happens when a period ends on a closed day."""

    ALWAYS = "always"
    ARGUABLY = "arguably"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citations:
    """Where each step of a count stands in the law."""

    start: str
    every_day: str
    roll: str
    hours: str
    inaccessible: str
    service: str
    day_ends: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MethodVersion:
    """One text of a method, in force from a day on.

    Args:
        since: the first day on which it was in force; None if from the beginning.
        rule: the provision as a whole; `label` names this text of it.
        citation: the provision that computes a period in days.
        short_under: closed days inside a period of fewer days than this are not counted (0: every day counts).
        short_under_or: another number that may be the right one there, where the text was not read.
        says_direction: whether the text says that a backward count moves back from a closed day.
        added_days: the days added after service of each kind.
        adds_to_expiry: the added days follow the rolled period; before December 2005 that was open.
        state_holidays: whether holidays of the state are legal holidays at all.
        state_holidays_backward: whether they are so for periods counted backward too.
        rolls: what happens on a closed last day.
        roll_standing: how sure that is.
        rolls_hours: whether a period in hours that ends on a closed day runs on to the same time on an open one.
        standing: how sure the rest of the count is.
    """

    since: date | None
    rule: str
    label: str
    citation: str
    cites: Citations
    short_under: int = 0
    added_days: Mapping[Service, int] = field(default_factory=dict)
    adds_to_expiry: bool = True
    short_under_or: int | None = None
    says_direction: bool = True
    state_holidays: bool = True
    state_holidays_backward: bool = False
    rolls: Rolls = Rolls.ALWAYS
    roll_standing: Standing = Standing.SETTLED
    rolls_hours: Rolls = Rolls.ALWAYS
    standing: Standing = Standing.SETTLED


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Method:
    """A way of computing time, with every version we hold, oldest first."""

    id: str
    title: str
    versions: tuple[MethodVersion, ...]


def version_on(method: Method, day: date) -> MethodVersion:
    """Return the version that was in force on a day."""
    for version in reversed(method.versions):
        if version.since is None or version.since <= day:
            return version
    raise AssertionError(f"the first version of {method.id} has no beginning")  # pragma: no cover
