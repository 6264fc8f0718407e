"""The present, the courts and the shorthand that the tests of dates share."""

from datetime import date, datetime

from bot.when import Ask, Past, Reading, ReadMoment, Refuse, Wants, read

SAN_FRANCISCO = "America/Los_Angeles"
PHNOM_PENH = "Asia/Phnom_Penh"
MONDAY_MORNING = datetime.fromisoformat("2026-11-23T10:00:00-08:00")


def reading(
    text: str,
    *,
    now: datetime = MONDAY_MORNING,
    zone: str = SAN_FRANCISCO,
    wants: Wants = Wants.EITHER,
    past: Past = Past.UNSAID,
) -> Reading:
    """Read a text on Monday 23 November 2026, ten in the morning in San Francisco."""
    return read(text, now=now, zone=zone, wants=wants, past=past)


def moment(text: str) -> str:
    """Read a text that must be one moment; give it in ISO form."""
    found = reading(text)
    assert isinstance(found, ReadMoment), found
    return found.value.isoformat()


def options(found: Reading) -> list[str]:
    """List what a question offers, in ISO form."""
    assert isinstance(found, Ask), found
    return [option.value.isoformat() for option in found.options]


def refusal(found: Reading) -> str:
    """Give the sentence of a refusal."""
    assert isinstance(found, Refuse), found
    return found.sentence


def is_weekend(day: date) -> bool:
    """Close a court on Saturdays and Sundays only."""
    return day.weekday() >= 5
