"""Zones as people write them: IANA names, abbreviations, cities, offsets."""

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from bot.when.phrases import Place

_PACIFIC = "America/Los_Angeles"
_EASTERN = "America/New_York"
_CENTRAL = "America/Chicago"
_MOUNTAIN = "America/Denver"
_PHNOM_PENH = "Asia/Phnom_Penh"
_PARIS = "Europe/Paris"
_LONDON = "Europe/London"

CITIES = {
    **dict.fromkeys(("phnom penh", "cambodia", "cambodian", "siem reap", "battambang"), _PHNOM_PENH),
    **dict.fromkeys(
        (
            "los angeles",
            "san francisco",
            "sf",
            "san jose",
            "oakland",
            "sacramento",
            "san diego",
            "california",
            "seattle",
        ),
        _PACIFIC,
    ),
    **dict.fromkeys(("new york", "nyc", "boston", "washington dc", "philadelphia", "miami"), _EASTERN),
    **dict.fromkeys(("chicago", "houston", "dallas"), _CENTRAL),
    **dict.fromkeys(("paris", "france"), _PARIS),
    "denver": _MOUNTAIN,
    "phoenix": "America/Phoenix",
    "anchorage": "America/Anchorage",
    "honolulu": "Pacific/Honolulu",
    "hawaii": "Pacific/Honolulu",
    "london": _LONDON,
    "geneva": "Europe/Zurich",
    "zurich": "Europe/Zurich",
    "berlin": "Europe/Berlin",
    "brussels": "Europe/Brussels",
    "the hague": "Europe/Amsterdam",
    "amsterdam": "Europe/Amsterdam",
    "bangkok": "Asia/Bangkok",
    "singapore": "Asia/Singapore",
    "hong kong": "Asia/Hong_Kong",
    "tokyo": "Asia/Tokyo",
    "sydney": "Australia/Sydney",
}
REGIONS = {"pacific": _PACIFIC, "eastern": _EASTERN, "central": _CENTRAL, "mountain": _MOUNTAIN}
WALL_CLOCKS = {"pt": _PACIFIC, "et": _EASTERN, "ct": _CENTRAL, "mt": _MOUNTAIN}
FIXED = {
    "pst": (_PACIFIC, -8),
    "pdt": (_PACIFIC, -7),
    "mst": (_MOUNTAIN, -7),
    "mdt": (_MOUNTAIN, -6),
    "cdt": (_CENTRAL, -5),
    "est": (_EASTERN, -5),
    "edt": (_EASTERN, -4),
    "cet": (_PARIS, 1),
    "cest": (_PARIS, 2),
    "bst": (_LONDON, 1),
    "ict": (_PHNOM_PENH, 7),
    "hkt": ("Asia/Hong_Kong", 8),
    "sgt": ("Asia/Singapore", 8),
    "jst": ("Asia/Tokyo", 9),
    "aest": ("Australia/Sydney", 10),
    "aedt": ("Australia/Sydney", 11),
    "akst": ("America/Anchorage", -9),
    "akdt": ("America/Anchorage", -8),
    "hst": ("Pacific/Honolulu", -10),
    "utc": ("UTC", 0),
    "gmt": ("UTC", 0),
    "z": ("UTC", 0),
}
_STANDARD = {"pacific": -8, "mountain": -7, "central": -6, "eastern": -5}
IN_FULL = {
    **{f"{region} standard": (REGIONS[region], hours) for region, hours in _STANDARD.items()},
    **{f"{region} daylight": (REGIONS[region], hours + 1) for region, hours in _STANDARD.items()},
    "central european": FIXED["cet"],
    "central european summer": FIXED["cest"],
    "british summer": FIXED["bst"],
    "greenwich mean": FIXED["gmt"],
    "indochina": FIXED["ict"],
}
"""What stands before "time" in the full name of a zone; alone it may be anybody's name."""
_OFFSET = re.compile(r"(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)
_FURTHEST = timedelta(hours=14)


def place_named(words: str) -> Place | None:
    """Find the zone that one or two words name, in any case; None if they name none.

    Two zones share "CST" (Chicago and Beijing) and "IST" (Kolkata, Dublin, Jerusalem): those name none.
    """
    name = words.lower()
    if city := CITIES.get(name):
        return Place(zone=ZoneInfo(city), text=words, city=True)
    if area := REGIONS.get(name):
        return Place(zone=ZoneInfo(area), text=words, city=True)
    if clock := WALL_CLOCKS.get(name):
        return Place(zone=ZoneInfo(clock), text=words)
    if name in FIXED:
        area, hours = FIXED[name]
        return Place(zone=ZoneInfo(area), text=words, fixed=timedelta(hours=hours))
    if "/" in words and (zone := iana_zone(words)):
        return Place(zone=zone, text=words)
    return None


def place_in_full(words: str) -> Place | None:
    """Find the zone that is named before the word "time": Pacific Daylight, Indochina."""
    if words.lower() not in IN_FULL:
        return None
    area, hours = IN_FULL[words.lower()]
    return Place(zone=ZoneInfo(area), text=words, fixed=timedelta(hours=hours))


def place_at_offset(text: str) -> Place | None:
    """Read an offset such as Z, +07:00 or UTC+7."""
    if text in {"Z", "z"}:
        return Place(zone=UTC, text="UTC")
    if not (found := _OFFSET.fullmatch(text)):
        return None
    sign, hours, minutes = found.groups()
    away = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if away > _FURTHEST:
        return None
    return Place(zone=timezone(-away if sign == "-" else away), text=text)


@cache
def iana_zone(name: str) -> ZoneInfo | None:
    """Find a zone of the IANA database by its name, whatever its capitals; None if there is none."""
    for spelling in (name, "/".join(_capitals(part) for part in name.split("/"))):
        try:
            return ZoneInfo(spelling)
        except (OSError, ValueError, LookupError):  # no such zone; a folder of zones; no name at all
            continue
    return None


def zone_name(zone: tzinfo) -> str:
    """Name a zone: America/Los_Angeles, or UTC+07:00 where only an offset was typed."""
    if isinstance(zone, ZoneInfo) and zone.key:
        return zone.key
    away = zone.utcoffset(None) or timedelta()
    if not away:
        return "UTC"
    minutes = int(abs(away).total_seconds()) // 60
    return f"UTC{'-' if away < timedelta() else '+'}{minutes // 60:02}:{minutes % 60:02}"


def _capitals(part: str) -> str:
    return "_".join(word.capitalize() for word in part.split("_"))
