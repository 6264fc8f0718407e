"""The sentence for each kind of step, in English. Another language is another table like this one."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.law.english_questions import QUESTIONS, READING_SENTENCES
from bot.law.facts import Facts
from bot.law.values import ClosedDay
from bot.law.wording import long_date, long_moment, named_service, short_date, version_words

if TYPE_CHECKING:
    from datetime import date


@lru_cache(maxsize=8192)
def named_days(days: tuple[ClosedDay, ...]) -> str:
    """Name closed days and who says so, each day once."""
    named: dict[date, str] = {}
    for closed in days:
        name = closed.name if closed.source == "weekend" else f"{closed.name} ({closed.source})"
        named[closed.day] = f"{named[closed.day]}; {name}" if closed.day in named else name
    return ", ".join(f"{day.day} {day:%B} is {name}" for day, name in named.items())


_EVENTS = {
    "served": "the paper was served",
    "entered": "the order or judgment was entered",
    "filed": "the paper was filed",
    "sent": "the paper was sent",
    "received": "the paper was received",
    "pronounced": "the decision was announced",
    "issued": "the paper was issued",
    "held": "it was held",
    "due": "the earlier act was due",
    "happened": "the event takes place",
}


def _event(facts: Facts) -> str:
    service = f" ({named_service(facts['service'])})" if facts["service"] else ""
    return f"It runs from the day on which {_EVENTS[facts['verb']]}: {long_date(facts['day'])}{service}."


def _started(facts: Facts) -> str:
    return f"{long_date(facts['start'])} starts the period and is not counted ({facts['cite']})."


def _counted(facts: Facts) -> str:
    return (
        f"{facts['period']} {facts['direction']} {short_date(facts['start'])} is {long_date(facts['end'])}: "
        f"every day counts, weekends and holidays included ({facts['cite']})."
    )


def _counted_open(facts: Facts) -> str:
    return (
        f"{facts['period']} {facts['direction']} {short_date(facts['start'])} is {long_date(facts['end'])}: "
        f"closed days in between are not counted ({facts['cite']})."
    )


def _left_out(facts: Facts) -> str:
    told = ", ".join(filter(None, (*map(_recorded, facts.get("recorded", ())), named_days(facts["closed"]))))
    return f"Not counted: {told}."


def _counted_hours(facts: Facts) -> str:
    way = "after" if facts["direction"] == "after" else "before"
    return (
        f"{facts['period']} {way} {long_moment(facts['started_at'])}, counting every hour that passes, "
        f"is {long_moment(facts['ended_at'])} ({facts['cite']})."
    )


def _rolled(facts: Facts) -> str:
    runs = "runs on to" if facts["direction"] == "after" else "is counted further back to"
    closed = named_days(facts["closed"])
    return f"That day is closed ({closed}), so the period {runs} {long_date(facts['end'])} ({facts['cite']})."


def _moved_hours(facts: Facts) -> str:
    told = ", ".join(filter(None, (*map(_recorded, facts["recorded"]), named_days(facts["closed"]))))
    closed = f" ({told})" if told else ""
    return (
        f"That day is closed{closed}, so the period runs to the same time on the next open day: "
        f"{long_moment(facts['ended_at'])} ({facts['cite']})."
    )


def _otherwise_hours(facts: Facts) -> str:
    return f"Read the other way, the period ends on {long_moment(facts['ended_at'])}. Do not plan on it."


def _served(facts: Facts) -> str:
    way = named_service(facts["service"])
    return f"{facts['days']} days are added for {way}: {long_date(facts['end'])} ({facts['cite']})."


def _served_before(facts: Facts) -> str:
    way = named_service(facts["service"])
    return f"{facts['days']} days are added to the period for {way}, before it is counted ({facts['cite']})."


def _inaccessible(facts: Facts) -> str:
    days = ", ".join(map(_recorded, facts["closed"]))
    return (
        f"The court is closed or its clerk's office inaccessible on {days}: "
        f"extended forward to {long_date(facts['end'])} ({facts['cite']})."
    )


def _recorded(closing: ClosedDay) -> str:
    """Name a closing that the team recorded; of one that was given as a bare date, only the date is known."""
    told = "; source: ".join(filter(None, (closing.name, closing.source)))
    return f"{short_date(closing.day)} ({told}, recorded by the team)" if told else short_date(closing.day)


def _day_ends(facts: Facts) -> str:
    return (
        f"The last day ends at midnight, court time ({facts['zone']}), for electronic filing; "
        f"on paper, when the clerk's office closes ({facts['cite']})."
    )


def _day_ends_locally(facts: Facts) -> str:
    zone = facts["zone"]
    return f"The last day is counted to midnight in {zone}; the registry closes earlier, at an hour we do not hold."


def _otherwise(facts: Facts) -> str:
    return f"Read the other way, the last day is {long_date(facts['end'])}. Do not plan on it."


def _chosen(facts: Facts) -> str:
    return f"Of the limbs of the rule the {facts['choice']} decides: {facts['label']}, {long_date(facts['end'])}."


def _limb(facts: Facts) -> str:
    return f"Limb: {facts['label']}."


def _under_rule(facts: Facts) -> str:
    quote = f": “{facts['quote'].rstrip('.')}”" if facts.get("quote") else ""
    return f"{facts['citation']}, {version_words(facts['since'], facts['until'])}{quote}."


def _strictly_before(facts: Facts) -> str:
    day, end = long_date(facts["day"]), long_date(facts["end"])
    return f"The act must be done before {day}, so by {end} at the latest ({facts['cite']})."


def _date_certain(facts: Facts) -> str:
    return f"{long_date(facts['end'])} was fixed as a date, so it is not counted and never moves."


def _settled(facts: Facts) -> str:
    kind, reading = facts["kind"], facts["reading"]
    return (
        f"{QUESTIONS[kind](facts)} {READING_SENTENCES[kind][reading]} "
        f"So settled by {facts['by']} on {short_date(facts['on'])}: “{facts['reason'].rstrip('.')}”."
    )


ENGLISH: Mapping[str, Callable[[Facts], str]] = {
    "under rule": _under_rule,
    "event": _event,
    "started": _started,
    "counted": _counted,
    "counted open days": _counted_open,
    "left out": _left_out,
    "counted hours": _counted_hours,
    "moved hours": _moved_hours,
    "otherwise hours": _otherwise_hours,
    "rolled": _rolled,
    "added for service": _served,
    "added to period": _served_before,
    "inaccessible": _inaccessible,
    "strictly before": _strictly_before,
    "date certain": _date_certain,
    "limb": _limb,
    "chosen": _chosen,
    "day ends": _day_ends,
    "day ends locally": _day_ends_locally,
    "otherwise": _otherwise,
    "settled": _settled,
}
