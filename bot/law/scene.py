"""Where and when a rule is applied."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import NamedTuple

from bot.law.answers import Answer
from bot.law.problem import Seat, day_in
from bot.law.rules import TRIGGER, Limb
from bot.law.settling import NOTHING_SETTLED, Settled
from bot.law.values import Closure, Service

_NO_DATES: Mapping[str, date] = {}


class Scene(NamedTuple):
    """Where and when a rule is applied.

    Args:
        on: the event that starts the rule.
        dates: other dates that the rule may need, by the name it gives them ("compliance").
        as_of: the day whose law is applied, if another than the day of the event.
        condition: when this trigger starts the rule at all.
        settled: what somebody settled, by question.
    """

    seat: Seat
    on: date | datetime
    service: Service = Service.NONE
    closed: Collection[date | Closure] = ()
    dates: Mapping[str, date] = _NO_DATES
    as_of: date | None = None
    condition: str | None = None
    settled: Settled = NOTHING_SETTLED

    @property
    def day(self) -> date:
        """The court's day of the event."""
        return day_in(self.seat.zone, self.on)

    @property
    def law_of(self) -> date:
        """The day whose law is applied."""
        return self.as_of or self.day


class Counted(NamedTuple):
    """A limb of a rule with its count."""

    limb: Limb
    answer: Answer


def start_of(limb: Limb, scene: Scene) -> date | datetime | None:
    """Return the event that a limb runs from, if it was given."""
    return scene.on if limb.start == TRIGGER else scene.dates.get(limb.start)
