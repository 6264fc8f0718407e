"""dateparser stands behind our grammar: it may put a question, it never answers."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime

import pytest

from bot.when import Ask, ReadDate, Reading
from bot.when.fallback import offers
from bot.when.reader import setting_of
from bot.when.readings import Past
from tests.when.present import MONDAY_MORNING, SAN_FRANCISCO, options, reading, refusal


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("4_May_2027", ["2027-05-04"]),
        ("May 2027 4", ["2027-05-04"]),
        ("about 9am tomorrow", ["2026-11-24T09:00:00-08:00"]),
    ],
)
def test_what_only_dateparser_knows_is_asked_about(text: str, offered: list[str]) -> None:
    found = reading(text)

    assert options(found) == offered
    assert isinstance(found, Ask)
    assert "not certain" in found.question


@pytest.mark.parametrize(
    "text",
    [
        "not before 4 May 2027",  # words that turn the meaning round
        "4 May 2027 or so",
        "may",
        "Lorem ipsum",
        "4_May_2027 +07:00",  # zones are ours to read
        "about " * 12 + "9am tomorrow",
    ],
)
def test_what_dateparser_may_get_wrong_it_is_not_asked(text: str) -> None:
    assert refusal(reading(text))


@pytest.mark.parametrize(
    ("guess", "offered"),
    [
        (datetime(2027, 5, 4), 1),  # noqa: DTZ001 - as dateparser gives it
        (datetime(2027, 5, 6), 0),  # noqa: DTZ001 - a number that was typed is not in it
        (datetime(2057, 5, 4), 0),  # noqa: DTZ001 - no docket reaches so far
        (None, 0),
    ],
)
def test_a_guess_must_account_for_every_number(
    monkeypatch: pytest.MonkeyPatch, guess: datetime | None, offered: int
) -> None:
    def guessed(*_: object, **__: object) -> Iterator[datetime]:
        return iter([guess] if guess else [])

    monkeypatch.setattr("bot.when.fallback._parsed", guessed)
    setting = setting_of(now=MONDAY_MORNING, zone=SAN_FRANCISCO, is_closed=None, past=Past.ASK)

    assert len(offers("4_May", setting)) == offered


def test_dateparser_is_loaded_only_when_it_is_needed() -> None:
    program = (
        "import sys; from datetime import datetime, UTC; from bot.when import read\n"
        "read('tomorrow at 9', now=datetime(2026, 11, 23, tzinfo=UTC), zone='Asia/Phnom_Penh')\n"
        "sys.exit('dateparser' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_grammar_is_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> Reading:
        raise AssertionError

    monkeypatch.setattr("bot.when.reader.offers", never)

    assert reading("5 days from today") == ReadDate(date(2026, 11, 28))
