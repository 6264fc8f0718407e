"""Holiday lists: ours from YAML, projections from a table, other states' from the package `holidays`."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from bot.law.calendar import FIRST, LAST
from bot.law.values import ClosedDay, Standing
from bot.rulebook.reading import FOLDER, Lines, read_yaml
from bot.rulebook.recurrence import occurs, weekday_of

YEARS = range(date.fromordinal(FIRST).year, date.fromordinal(LAST).year + 1)
OWN_STATE_LISTS = frozenset(
    {"CA", "FL", "NY", "TX"}
)  # read from their statutes; of these nothing comes from the package
_FOLDER = FOLDER / "holidays"
_SHIFT = {"friday": -1, "monday": 1}
_STATE_REMARK = (
    "The day comes from the package `holidays`, was not checked against the state's statutes, and federal courts often "
    "set dates on it. Plan on it being a working day."
)


@cache
def listed(name: str) -> tuple[ClosedDay, ...]:
    """Return every day of one of our lists ("us-federal"), from the first to the last year we have calendars for."""
    lines = read_yaml(_FOLDER / f"{name}.yml")
    return tuple(day for holiday in lines["holidays"] for day in _days(lines, holiday))


def official_years(name: str) -> range | None:
    """Return the years that a list covers with official sources, or None if it holds for all."""
    years = read_yaml(_FOLDER / f"{name}.yml").get("official")
    return range(years[0], years[1] + 1) if years else None


@cache
def projected(name: str) -> tuple[ClosedDay, ...]:
    """Return the days of a projection, for the years without an official list."""
    with (_FOLDER / f"{name}-projection.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            ClosedDay(day=date.fromisoformat(row["day"]), name=row["name"], source=row["source"])
            for row in csv.DictReader(file)
        )


@cache
def of_state(state: str) -> tuple[ClosedDay, ...]:
    """Return a state's own holidays as the package `holidays` has them, without federal ones and Inauguration Day."""
    import holidays  # noqa: PLC0415 - a tenth of a second that only these states cost

    if state not in holidays.country_holidays("US").subdivisions:
        return ()
    found = holidays.country_holidays("US", subdiv=state, years=YEARS)
    federal = {day.day for day in (*listed("us-federal"), *listed("us-inauguration"))}
    return tuple(
        ClosedDay(
            day=day,
            name=name,
            source=f"package holidays, {state}",
            standing=Standing.ARGUABLE,
            remark=_STATE_REMARK,
            family=f"us-{state.lower()}-holidays",
        )
        for day, name in sorted(found.items())
        if day not in federal
    )


def _days(lines: Lines, holiday: Lines) -> Iterator[ClosedDay]:
    standing = Standing(holiday.get("standing") or lines.get("standing") or Standing.SETTLED)
    for day in _dates(holiday):
        if holiday.get("itself", True):
            yield ClosedDay(
                day=day,
                name=holiday["name"],
                source=holiday.get("source") or lines["source"],
                standing=standing,
                remark=holiday.get("remark") or lines.get("remark"),
                family=holiday.get("family") or lines.get("family"),
            )
        for rule in holiday.get("observed", ()):
            kept = lines["observed"][rule]
            if day.weekday() == weekday_of(kept.get("when", rule)):
                yield _observed(holiday, day, kept)


def _dates(holiday: Lines) -> list[date]:
    if "dates" in holiday:
        return list(holiday["dates"])
    since, until = holiday.get("since", date.min), holiday.get("until", date.max)
    years = range(YEARS[0], YEARS[-1] + 1, 2) if holiday.get("years") == "even" else YEARS
    return [day for year in years if since <= (day := occurs(holiday["on"], year)) < until]


def _observed(holiday: Lines, day: date, kept: Lines) -> ClosedDay:
    """Return the day on which a holiday is kept: no surer than the holiday itself, nor than the rule that moves it."""
    unsure = holiday if "standing" in holiday else kept
    sure = day >= kept.get("settled_since", date.max)
    return ClosedDay(
        day=day + timedelta(days=_SHIFT[kept["day"]]),
        name=f"{holiday['name']}, observed",
        source=kept["source"],
        standing=Standing(holiday.get("standing") or (Standing.SETTLED if sure else kept["standing"])),
        remark=unsure.get("remark"),
        family=unsure.get("family"),
    )
