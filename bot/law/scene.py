"""Where and when a rule is applied."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.law.answers import Answer
from bot.law.method import Method
from bot.law.problem import CourtCalendar, day_in
from bot.law.rules import TRIGGER, Limb
from bot.law.settling import Settled
from bot.law.values import Court, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where and when a rule is applied.

    Args:
        on: the event that starts the rule.
        dates: other dates that the rule may need, by the name it gives them ("compliance").
        condition: when this trigger starts the rule at all.
        settled: what somebody settled, by question.
    """

    court: Court
    calendars: CourtCalendar
    method: Method
    on: date | datetime
    service: Service = Service.NONE
    closed: Collection[date] = ()
    dates: Mapping[str, date] = field(default_factory=dict)
    condition: str | None = None
    settled: Settled = field(default_factory=dict)

    @property
    def day(self) -> date:
        """The court's day of the event."""
        return day_in(ZoneInfo(self.court.zone), self.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A limb of a rule with its count."""

    limb: Limb
    answer: Answer


def start_of(limb: Limb, scene: Scene) -> date | datetime | None:
    """Return the event that a limb runs from, if it was given."""
    return scene.on if limb.start == TRIGGER else scene.dates.get(limb.start)
