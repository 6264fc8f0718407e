"""From phrases to dates and moments: each day with each hour, on the clocks of the right zone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from itertools import chain

from bot.when.meaning.days import days_meant
from bot.when.meaning.years import check_year
from bot.when.phrases import Day, Hour, Phrase, Place
from bot.when.readings import Meaning, Past, ReadDate, ReadMoment
from bot.when.setting import YEARS_OF_MEMORY, Candidate, Found, Setting, UnreadableError
from bot.when.words import say_date, say_offset
from bot.when.zones import zone_name

_END_OF_DAY = 24
_NOON = 12
_DAY = timedelta(days=1)


def meanings_of(phrase: Phrase, setting: Setting) -> list[Found]:
    """Find every date or moment that a phrase can mean.

    Raises:
        UnreadableError: if it can mean none.
    """
    if phrase.away is not None:
        found = _away(phrase, phrase.away, setting)
    elif phrase.day is not None:
        found = _of_days(phrase.day, phrase, setting)
    else:
        found = _next_time(phrase.hour or Hour(hour=0), phrase.place, setting)
    return [_with_doubts(each, setting) for each in found]


def _away(phrase: Phrase, away: timedelta, setting: Setting) -> list[Found]:
    if phrase.start is None:
        return [
            Found(meaning=_moment((setting.now.replace(second=0, microsecond=0).astimezone(UTC) + away), setting.zone))
        ]
    starts = meanings_of(phrase.start, setting)
    if any(isinstance(each.meaning, ReadDate) for each in starts):
        raise UnreadableError("Hours are counted from a time: type it too, for example 24 hours before 4 May 2027 9am.")
    return [
        replace(each, meaning=_moment(each.meaning.value.astimezone(UTC) + away, each.meaning.value.tzinfo or UTC))
        for each in starts
        if isinstance(each.meaning, ReadMoment)
    ]


def _moment(instant: datetime, zone: tzinfo, note: str = "") -> ReadMoment:
    return ReadMoment(instant.astimezone(zone), zone_name(zone), note)


def _next_time(hour: Hour, place: Place | None, setting: Setting) -> list[Found]:
    """Read a time without a day: today, if it has not passed; else ask whether today or tomorrow is meant."""
    theirs = setting.now.astimezone(place.zone).date() if place else setting.today
    passed = [Candidate(day=day, why="that time has passed today") for day in sorted({setting.today, theirs})]
    days = [list(_at(candidate, hour, place, setting)) for candidate in passed]
    coming = [day for day in days if any(_instant(found.meaning) >= setting.now.astimezone(UTC) for found in day)]
    if coming:
        return [replace(found, why=_without(found.why, passed[0].why)) for day in coming for found in day]
    tomorrow = replace(passed[-1], day=passed[-1].day + _DAY)
    return [*chain.from_iterable(days), *_at(tomorrow, hour, place, setting)]


def _without(why: str, reason: str) -> str:
    return "; ".join(each for each in why.split("; ") if each != reason)


def _instant(meaning: Meaning) -> datetime:
    if not isinstance(meaning, ReadMoment):
        raise TypeError(meaning)
    return meaning.value.astimezone(UTC)


def _of_days(day: Day, phrase: Phrase, setting: Setting) -> list[Found]:
    days = days_meant(day, today=setting.today, setting=setting)
    if phrase.place:
        theirs = setting.now.astimezone(phrase.place.zone).date()
        if theirs != setting.today:
            days = _with_their_days(days, days_meant(day, today=theirs, setting=setting), phrase.place)
    for candidate in days:
        check_year(candidate.day.year, setting.today)
    if phrase.hour is None:
        return [Found(meaning=ReadDate(each.day, each.note), why=each.why, doubtful=each.doubtful) for each in days]
    return [found for candidate in days for found in _at(candidate, phrase.hour, phrase.place, setting)]


def _with_their_days(ours: list[Candidate], theirs: list[Candidate], place: Place) -> list[Candidate]:
    known = {each.day for each in ours}
    why = f"at the court and in the zone “{place.text}” it is not the same day now"
    others = [replace(each, why=why) for each in theirs if each.day not in known]
    return [*(replace(each, why=why) for each in ours), *others] if others else ours


def _at(candidate: Candidate, hour: Hour, typed: Place | None, setting: Setting) -> Iterator[Found]:
    place = typed or Place(zone=setting.zone, text="")
    wall = _wall_clock(candidate, hour)
    if hour.bare and (doubt := _doubt_of_the_bare(hour.hour, candidate.day)):
        hour = replace(hour, why=doubt, doubtful=True)
    doubtful = candidate.doubtful or hour.doubtful
    for moment, why in _on_the_clocks(wall, place):
        told = "; ".join(dict.fromkeys(filter(None, (candidate.why, hour.why, why))))
        zone = _zone_to_show(moment, place, setting)
        yield Found(meaning=_moment(moment, zone, candidate.note), why=told, doubtful=doubtful)


def _doubt_of_the_bare(number: int, day: date) -> str:
    """Say why the number in "Friday 13" may be no hour: people write so of a date, and may err in its weekday."""
    if number in {(day + each).day for each in (-_DAY, _DAY)}:
        return "the number is also the date of the day beside it"
    return "the number may be the date, which has another weekday" if number > _NOON else ""


def _zone_to_show(moment: datetime, place: Place, setting: Setting) -> tzinfo:
    """Show a typed offset as the court's own zone where that has the same offset then."""
    if isinstance(place.zone, timezone) and moment.astimezone(setting.zone).utcoffset() == moment.utcoffset():
        return setting.zone
    return place.zone


def _wall_clock(candidate: Candidate, hour: Hour) -> datetime:
    day = candidate.day + _DAY if hour.hour >= _END_OF_DAY else candidate.day
    return datetime(day.year, day.month, day.day, hour.hour % _END_OF_DAY, hour.minute, hour.second, tzinfo=UTC)


def _on_the_clocks(wall: datetime, place: Place) -> Iterator[tuple[datetime, str]]:
    """Find the instants at which a zone's clocks show a time: one, two in autumn, none in a spring gap."""
    first = wall.replace(tzinfo=place.zone)
    if first.astimezone(UTC).astimezone(place.zone).replace(tzinfo=UTC) != wall:
        raise UnreadableError(_gap(first), doubtful=True)
    shown = [first, first.replace(fold=1)]
    if shown[0].utcoffset() == shown[1].utcoffset():
        shown.pop()
    if place.fixed is None:
        why = "the clocks go back that night and show this time twice" if len(shown) > 1 else ""
        yield from ((moment, why) for moment in shown)
        return
    agreeing = [moment for moment in shown if moment.utcoffset() == place.fixed]
    if agreeing:
        yield agreeing[0], ""
        return
    why = f"on that day the clocks there are on {say_offset(first)}, not on {place.text.upper()}"
    yield first, why
    yield wall.replace(tzinfo=timezone(place.fixed)).astimezone(place.zone), why


def _gap(moment: datetime) -> str:
    after = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return (
        f"There is no {moment:%H:%M} on {say_date(moment.date())} in {zone_name(moment.tzinfo or UTC)}: the clocks go "
        f"forward that day; type the time they show, for example {after:%H:%M}."
    )


def _with_doubts(found: Found, setting: Setting) -> Found:
    value = found.meaning.value
    day = value.date() if isinstance(value, datetime) else value
    check_year(day.year, setting.today)
    if day.year < setting.today.year - YEARS_OF_MEMORY:
        return replace(found, doubtful=True, alone="that is more than thirty years ago")
    passed = value.astimezone(UTC) < setting.now.astimezone(UTC) if isinstance(value, datetime) else day < setting.today
    if setting.past is Past.ASK and passed:
        return replace(found, doubtful=True, alone="that has passed")
    return found
