"""What to plan on where the text of a rule before 1 December 2009 is not held.

The amendments of that day, which made "days are days", lengthened the short periods of the federal rules: 5 days became
7, 7 became 10, 10 became 14, 20 became 21, and for motions after judgment 10 became 28 (committee notes of 2009). A
rule whose older number is not held may have had the shorter one.
"""

from dataclasses import replace
from datetime import date

from bot.law.rules import Limb, RuleVersion
from bot.law.scene import Scene
from bot.law.values import Period, Unit

_DAYS_ARE_DAYS = date(2009, 12, 1)
_SHORTER = {7: 5, 10: 7, 14: 10, 21: 20, 28: 10}


def shorter_text(version: RuleVersion, scene: Scene, *, held: bool) -> RuleVersion | None:
    """Return the text that a rule may have had on a day for which only today's is held; None if it was no shorter."""
    if held or scene.law_of >= _DAYS_ARE_DAYS or scene.seat.court.country != "US":
        return None
    shorter = replace(version, limbs=tuple(map(_shortened, version.limbs)))
    return shorter if shorter.limbs != version.limbs else None


def _shortened(limb: Limb) -> Limb:
    if limb.period is None or limb.period.unit is not Unit.DAYS:
        return limb
    return replace(limb, period=Period(length=_SHORTER.get(limb.period.length, limb.period.length)))
