"""What other programs make of our VTIMEZONEs, against what Python's zoneinfo knows."""

from datetime import UTC, datetime, timedelta, tzinfo
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical  # type: ignore[import-untyped] # an independent reader without annotations
from icalendar import Timezone

from bot.calendars import zones

WRITTEN = [
    "America/Los_Angeles",
    "America/New_York",
    "America/Phoenix",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Asia/Phnom_Penh",
    "Australia/Sydney",
    "Europe/Dublin",
    "Europe/Paris",
    "Pacific/Auckland",
    "Pacific/Guam",
    "Pacific/Honolulu",
]


def by_dateutil(zone: str) -> tzinfo:
    read: tzinfo = tzical(StringIO(zones.vtimezone(zone).decode())).get(zone)
    return read


def by_icalendar(zone: str) -> tzinfo:
    component = Timezone.from_ical(zones.vtimezone(zone))
    assert isinstance(component, Timezone)
    read: tzinfo = component.to_tz(lookup_tzid=False)
    return read


def hours_of(zone: str, *years: int) -> list[datetime]:
    """Every fifth hour of some years that the zone's VTIMEZONE tells."""
    hours = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=step) for year in years for step in range(0, 8760, 5)]
    return [hour for hour in hours if zones.tells(zone, hour)]


@pytest.mark.parametrize("zone", WRITTEN)
def test_another_reader_finds_the_instants_of_a_whole_year(zone: str) -> None:
    read, real = by_dateutil(zone), ZoneInfo(zone)
    hours = hours_of(zone, 2024)
    assert len(hours) > 1745
    wrong = [hour for hour in hours if hour.astimezone(real).replace(tzinfo=read).astimezone(UTC) != hour]
    assert wrong == []


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Phnom_Penh", "Australia/Sydney", "America/Sao_Paulo"])
def test_icalendar_finds_the_same_instants(zone: str) -> None:
    read, real = by_icalendar(zone), ZoneInfo(zone)
    for hour in hours_of(zone, 2018, 2027)[::7]:
        assert hour.astimezone(real).replace(tzinfo=None) == hour.astimezone(read).replace(tzinfo=None)


def test_the_zone_of_san_francisco_is_written_as_outlook_wants_it() -> None:
    assert zones.vtimezone("America/Los_Angeles").decode().splitlines() == [
        "BEGIN:VTIMEZONE",
        "TZID:America/Los_Angeles",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700308T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "TZOFFSETFROM:-0800",
        "TZOFFSETTO:-0700",
        "TZNAME:PDT",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701101T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        "TZOFFSETFROM:-0700",
        "TZOFFSETTO:-0800",
        "TZNAME:PST",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_a_zone_without_summer_time_is_one_standard_time_without_a_rule() -> None:
    text = zones.vtimezone("Asia/Phnom_Penh").decode()
    assert text.count("BEGIN:STANDARD") == 1
    assert "RRULE" not in text
    assert "DAYLIGHT" not in text
    assert "TZOFFSETTO:+0700" in text


def test_a_fifth_weekday_is_written_as_the_last() -> None:
    assert "BYMONTH=10;BYDAY=-1SU" in zones.vtimezone("Europe/Paris").decode()


@pytest.mark.parametrize(
    ("zone", "instant"),
    [
        ("America/Los_Angeles", datetime(2006, 3, 20, 17, tzinfo=UTC)),  # before 2007 summer began in April
        ("America/Los_Angeles", datetime(2006, 10, 30, 17, tzinfo=UTC)),  # and ended in October
        ("America/Sao_Paulo", datetime(2018, 12, 3, 17, tzinfo=UTC)),  # Brazil had summer time until 2019
        ("Africa/Casablanca", datetime(2026, 3, 2, 10, tzinfo=UTC)),  # Ramadan
        ("Asia/Jerusalem", datetime(2026, 7, 1, 10, tzinfo=UTC)),  # a Friday before a Sunday fits no RRULE of Outlook's
        ("America/Los_Angeles", datetime(2026, 11, 1, 8, 30, tzinfo=UTC)),  # 01:30, for the first time
        ("America/Los_Angeles", datetime(2026, 11, 1, 9, 30, tzinfo=UTC)),  # 01:30, for the second
        ("America/Los_Angeles", datetime(1969, 7, 1, tzinfo=UTC)),
    ],
)
def test_what_the_present_rule_gets_wrong_or_leaves_open_is_not_told(zone: str, instant: datetime) -> None:
    assert not zones.tells(zone, instant)


@pytest.mark.parametrize(
    ("zone", "instant"),
    [
        ("America/Los_Angeles", datetime(2005, 1, 20, 17, tzinfo=UTC)),  # the same offset under either rule
        ("America/Sao_Paulo", datetime(2018, 7, 3, 17, tzinfo=UTC)),
        ("Africa/Casablanca", datetime(2026, 7, 2, 10, tzinfo=UTC)),
        ("Asia/Phnom_Penh", datetime(2009, 12, 22, 1, tzinfo=UTC)),
        ("Australia/Sydney", datetime(2026, 1, 1, 1, tzinfo=UTC)),
    ],
)
def test_what_the_present_rule_gets_right_is_told_in_the_zone(zone: str, instant: datetime) -> None:
    assert zones.tells(zone, instant)


def test_a_zone_whose_rule_fits_no_rrule_has_no_vtimezone() -> None:
    with pytest.raises(LookupError, match="Asia/Jerusalem"):
        zones.vtimezone("Asia/Jerusalem")


def test_another_rule_has_another_signature() -> None:
    assert zones.signature_of("America/Los_Angeles") != zones.signature_of("America/New_York")
    assert zones.signature_of("America/Los_Angeles") == zones.signature_of("US/Pacific")


def test_zones_are_found_where_the_system_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zones, "TZPATH", ())
    zones.rule_of.cache_clear()
    assert zones.rule_of("America/Los_Angeles") is not None
    zones.rule_of.cache_clear()


def test_what_is_no_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="must refer to"):
        zones.rule_of("../../etc/passwd")


@pytest.mark.parametrize(
    ("footer", "understood"),
    [
        (b"PST8PDT,M3.2.0,M11.1.0", True),
        (b"LHST-10:30LHDT-11,M10.1.0,M4.1.0", True),
        (b"IST-2IDT,M3.4.4/26,M10.5.0", False),
        (b"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", False),
        (b"EST5EDT,J60,J300", False),
        (b"", False),
    ],
)
def test_only_rules_that_an_rrule_can_say_are_understood(
    monkeypatch: pytest.MonkeyPatch, *, footer: bytes, understood: bool
) -> None:
    monkeypatch.setattr(zones, "_zone_file", lambda _zone: b"TZif2...\n" + footer + b"\n")
    rule = zones.rule_of.__wrapped__("Any/Zone")
    assert (rule is not None) is understood
