"""What to plan on where the text of a rule before 1 December 2009 is not held.

The amendments of that day, which made "days are days", lengthened the short periods of the federal rules: 5 days became
7, 7 became 10, 10 became 14, 20 became 21, and for motions after judgment 10 became 28 (committee notes of 2009). A
rule whose older number is not held may have had the shorter one.
"""

from dataclasses import replace
from datetime import date

from bot.law.answers import Answer
from bot.law.notes import noted
from bot.law.rules import Limb, RuleVersion
from bot.law.scene import Scene
from bot.law.values import Period, Unit

_DAYS_ARE_DAYS = date(2009, 12, 1)
_SHORTER = {7: 5, 10: 7, 14: 10, 21: 20, 28: 10}


def shorter_text(version: RuleVersion, scene: Scene, *, held: bool) -> RuleVersion | None:
    """Return the text that a rule may have had on a day for which only today's is held; None if it was no shorter."""
    if held or scene.day >= _DAYS_ARE_DAYS or scene.seat.court.country != "US":
        return None
    shorter = replace(version, limbs=tuple(map(_shortened, version.limbs)))
    return shorter if shorter.limbs != version.limbs else None


def on_the_safe_side(answer: Answer, shorter: Answer) -> Answer:
    """Return the earlier of two answers by two texts, with the later one's latest date and a note on the shorter."""
    first, other = (shorter, answer) if shorter.due < answer.due else (answer, shorter)
    last = max(first, other, key=lambda one: one.latest)
    note = noted("shorter text", citation=answer.citation, day=shorter.due, otherwise=answer.due)
    return first._replace(
        latest=last.latest,
        latest_at=last.latest_at,
        notes=first.notes if shorter.due == answer.due else (*first.notes, note),
        watched=tuple(dict.fromkeys((*first.watched, *other.watched))),
    )


def _shortened(limb: Limb) -> Limb:
    if limb.period is None or limb.period.unit is not Unit.DAYS:
        return limb
    return replace(limb, period=Period(length=_SHORTER.get(limb.period.length, limb.period.length)))
