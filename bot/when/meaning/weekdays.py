"""Which day a weekday means, alone or with "next", "this week" and the like."""

from datetime import date, timedelta

from bot.when.lexicon import WEEKDAYS
from bot.when.phrases import NamedDay, Which
from bot.when.setting import Candidate

_WEEK = timedelta(days=7)


def weekdays_meant(day: NamedDay, today: date, *, wide: bool) -> list[Candidate]:
    """Find the days that a weekday can mean, with weeks that begin on Monday and on Sunday.

    Args:
        day: the weekday and the word that goes with it.
        today: the day it is where the weekday is said.
        wide: the past is as likely as the future, so a bare weekday is the last one, too, if that is nearer.
    """
    monday = today - timedelta(days=today.weekday())
    sunday = today - timedelta(days=(today.weekday() + 1) % 7)
    in_week = monday + timedelta(days=day.weekday)
    in_sunday_week = sunday + timedelta(days=(day.weekday + 1) % 7)
    coming = today + timedelta(days=(day.weekday - today.weekday()) % 7)
    later = coming if coming > today else coming + _WEEK
    name = WEEKDAYS[day.weekday]
    match day.which:
        case Which.COMING:
            found = {coming, later}
            why = f"today is a {name}, too"
            passed = coming - _WEEK
            if wide and coming > today and today - passed < coming - today:
                found, why = {passed, coming}, f"the last {name} is nearer than the next"
        case Which.THIS:
            found = {in_week, coming}
            why = f"this week's {name} has passed"
        case Which.NEXT:
            found = {later, later + _WEEK}
            why = f"people say “next {name}” of either"
        case Which.LAST:
            before = today - timedelta(days=(today.weekday() - day.weekday - 1) % 7 + 1)
            found = {before, in_week - _WEEK}
            why = f"people say “last {name}” of either"
        case _:
            weeks = {Which.THIS_WEEK: 0, Which.NEXT_WEEK: 1, Which.LAST_WEEK: -1}[day.which]
            found = {in_week + weeks * _WEEK, in_sunday_week + weeks * _WEEK}
            why = day.why or "weeks begin on Sunday for some and on Monday for others"
    return [Candidate(day=each, why=(day.why or why) if len(found) > 1 or day.why else "") for each in sorted(found)]
