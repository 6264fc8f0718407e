"""The sentence for each kind of note, in English."""

from collections.abc import Callable, Mapping

from bot.law.facts import Facts
from bot.law.wording import long_date, named_service, short_date, version_words

_ROLL = {
    "kh-civil": "CCP 243(3), which carries a period that ends on a closed day to the next open day, has been read "
    "only in the 2003 draft of the code. Until somebody reads the enacted text, act by the earlier date.",
    "kh-criminal": "No provision of the Code of Criminal Procedure on a last day that falls on a weekend or holiday "
    "has been found. Act by the earlier date; the later one holds only if a rule like CCP 243(3) applies.",
}
_COUNTING = {
    "kh-civil": "That the first day is not counted, and that months end on the corresponding date, rests on the Civil "
    "Code, whose articles on periods have not been read.",
    "kh-criminal": "How the Code of Criminal Procedure computes time has not been verified; "
    "this count leaves out the first day and follows the calendar.",
}


def _counting(facts: Facts) -> str:
    if facts.get("hours"):
        code = "the Code of Criminal Procedure" if facts["method"] == "kh-criminal" else facts["rule"]
        return (
            f"How {code} computes a period in hours has not been verified; this count follows the clock, hour by hour."
        )
    return _COUNTING.get(facts["method"]) or (
        f"The text of {facts['rule']} in force before 1 August 1985 has not been read; this count follows the text "
        "that replaced it, but leaves closed days out of periods of fewer than 7 days only (from memory)."
    )


def _ecf(facts: Facts) -> str:
    return (
        f"Until 1 December 2016 {facts['added']} days were added after electronic service ({facts['cite']}), but only "
        "to periods that run from service, not to those that run from entry or filing. A bare count cannot tell."
    )


def _placement(facts: Facts) -> str:
    return (
        f"Before 1 December 2005 {facts['cite']} did not say whether the added days lengthen the period itself "
        "or follow its last day; the courts differed."
    )


def _direction(facts: Facts) -> str:
    return (
        f"{facts['cite']} does not say whether a period counted backward that ends on a closed day moves back or "
        "forward from it."
    )


def _hours(facts: Facts) -> str:
    return (
        f"{facts['label']} says how to count days, not hours; whether a period in hours that ends on a closed day runs "
        "on to the same time on the next open day is open."
    )


def _short(facts: Facts) -> str:
    return (
        f"Before 1 December 2002 closed days inside a short period were not counted; whether {facts['length']} days "
        f"were short then (the limit being {facts['low']} or {facts['high']} days) was not verified."
    )


def _short_backward(facts: Facts) -> str:
    return (
        f"Before 1 December 2009 closed days inside a period of fewer than {facts['high']} days were not "
        "counted; whether that held for a period counted back from an event was not settled."
    )


def _short_closings(facts: Facts) -> str:
    return (
        f"Before 1 December 2009 legal holidays inside a period of fewer than {facts['high']} days were not counted; "
        "whether a closing that was recorded for the court was one is open."
    )


def _closed_before_added(facts: Facts) -> str:
    return (
        f"{facts['cite']} adds its days after the period “would otherwise expire”; where the clerk's office was "
        f"inaccessible on that day ({facts['closing']}), it is open whether they follow that day itself or the day to "
        "which the closing extends the period."
    )


def _transition(facts: Facts) -> str:
    return (
        f"{facts['label']} came into force on {short_date(facts['since'])} while this period ran. It governs pending "
        "matters as far as just and practicable, and computes another day than the text in force at the start."
    )


def _arguable_day(facts: Facts) -> str:
    (closed,) = facts["closed"]
    remark = f" {closed.remark}" if closed.remark and closed.standing != "settled" else ""
    day = f"{long_date(closed.day)} is {closed.name} ({closed.source})"
    return f"{day}; whether it is a legal holiday here is open.{remark}"


def _closed_start(facts: Facts) -> str:
    names = " and ".join(closed.name for closed in facts["closed"])
    day = long_date(facts["day"])
    if names in day:
        return f"The period starts on a day that is itself closed: {day}."
    return f"The period starts on a closed day: {day} ({names})."


def _substitute(facts: Facts) -> str:
    holiday = facts["closed"][0]
    return (
        f"{long_date(holiday.day)} is {holiday.name}. Some years gave the Monday off in its place; "
        "no rule on that was found for courts, and the lists of holidays we hold show none."
    )


def _missing_limb(facts: Facts) -> str:
    comes = "earlier" if facts["choice"] == "earliest" else "later"
    return (
        f"The rule also runs from another date, {facts['name'].replace('-', ' ')} ({facts['label']}), "
        f"which was not given; if that comes {comes}, the {comes} date decides."
    )


def _not_held(facts: Facts) -> str:
    return (
        f"The text of {facts['citation']} in force on {long_date(facts['day'])} is not held; this is computed by "
        f"another ({version_words(facts['since'], facts['until'])})."
    )


def _shorter_text(facts: Facts) -> str:
    return (
        "The amendments of 1 December 2009 lengthened most short periods of the federal rules (10 days became 14, 20 "
        f"became 21). By the shorter number that {facts['citation']} may have had before, the date is "
        f"{long_date(facts['day'])}; by the number we hold, {long_date(facts['otherwise'])}. Act by the earlier."
    )


def _newer_text(facts: Facts) -> str:
    return (
        f"A newer text of {facts['citation']} came into force on {short_date(facts['since'])}, while this "
        "period ran; whether it governs this case was not decided here."
    )


ENGLISH_NOTES: Mapping[str, Callable[[Facts], str]] = {
    "roll": lambda facts: _ROLL[facts["method"]],
    "counting": _counting,
    "ecf before 2016": _ecf,
    "added days before 2005": _placement,
    "direction": _direction,
    "hours": _hours,
    "short periods before 2002": _short,
    "short backward before 2009": _short_backward,
    "closings inside before 2009": _short_closings,
    "added days after closing": _closed_before_added,
    "transition": _transition,
    "arguable day": _arguable_day,
    "closed start": _closed_start,
    "state not checked": lambda facts: (
        f"Our list of the holidays of the state ({facts['states']}) was not checked against its statutes: "
        "whether the last day is one of them was taken from the package `holidays`."
    ),
    "projection": lambda facts: (
        f"The official holiday lists we hold run from {facts['first']} to {facts['last']}; "
        "outside them the calendar is a projection and may be wrong by days. Check the list of that year."
    ),
    "service not given": lambda _: (
        "How the paper was served was not given: after service by mail, for one, days are added."
    ),
    "adds no days": lambda facts: f"{facts['label']} adds no days for {named_service(facts['service'])}.",
    "not from service": lambda facts: (
        f"Nothing is added for {named_service(facts['service'])}: days are added only where time runs from service on "
        "a party under FRCP 5(b) or its like, and this period does not run so."
    ),
    "counted back": lambda facts: (
        f"Nothing is added for {named_service(facts['service'])}: the period is counted back from an event."
    ),
    "last open day": lambda facts: (
        f"The last open day before it, on which the registry can be reached, is {long_date(facts['day'])}."
    ),
    "substitute day": _substitute,
    "clocks skipped": lambda _: (
        "The clocks skipped that time of day; it is read as if they had not yet been put forward."
    ),
    "clocks repeated": lambda _: (
        "The clocks were put back and that time of day came twice; the period is counted from the first."
    ),
    "version not held": _not_held,
    "shorter text": _shorter_text,
    "not verified": lambda facts: (
        f"{facts['citation']} has not been verified ({facts['source']}). Check the text before you rely on it."
    ),
    "not certain": lambda facts: (
        f"The text of {facts['citation']} is not certain ({facts['source']}). Check it before you rely on it."
    ),
    "newer text": _newer_text,
    "missing limb": _missing_limb,
    "missing date": lambda facts: (
        f"{facts['citation']} runs from another date: give it as --date {facts['name']}=2018-05-04."
    ),
    "not binding": lambda facts: (
        f"{facts['citation']} is not among the rules that bind {facts['court']}; check that it applies there."
    ),
    "also started": lambda facts: (
        f"The same event also starts {facts['citation']} ({facts['title']}), due {long_date(facts['day'])}"
        f"{', ' + facts['condition'] if facts['condition'] else ''}."
    ),
    "also named": lambda facts: f"The name also fits {facts['citation']}, by which the date is the same.",
    "from an open date": lambda facts: (
        f"It runs from a date that is itself open: {facts['title']}, due {long_date(facts['day'])}."
    ),
    "fixed on a closed day": lambda facts: (
        f"{long_date(facts['day'])} is a closed day, but a date that was fixed does not move. Act before it."
    ),
    "before": lambda facts: (
        f"The rule says “before”: an act on {long_date(facts['day'])} itself may be late. Act on the day before."
    ),
}
