"""How fast the law engine answers, beside other ways to find a working day, in one run.

    .venv/bin/python benchmarks/law.py

Each line is the best of several rounds, in microseconds per answer. Packages that are not installed are left out.
"""

import importlib
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import holidays

from bot.law import Period, Service
from bot.law.calendar import nth_day_rolled
from bot.rulebook import load_rulebook

START = date(2018, 5, 4)
FORTNIGHT = Period(length=14)
ROUNDS = 7


def microseconds(ask: Callable[[], object], times: int) -> float:
    """Return the best round's time per question."""
    rounds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for _ in range(times):
            ask()
        rounds.append(time.perf_counter() - begun)
    return min(rounds) / times * 1e6


def ours() -> dict[str, tuple[Callable[[], object], int]]:
    book = load_rulebook()
    table = book.calendar("cand").forward.certain
    start = START.toordinal()
    explained = book.count(court="cand", start=START, period=FORTNIGHT)
    assert explained.due == date(2018, 5, 18)
    assert nth_day_rolled(table, start, 14) == explained.due.toordinal()
    return {
        "adquem: bare count": (lambda: nth_day_rolled(table, start, 14), 100_000),
        "adquem: due date with steps and notes": (
            lambda: book.count(court="cand", start=START, period=FORTNIGHT),
            10_000,
        ),
        "adquem: the same, written out in English": (
            lambda: [step.text for step in book.count(court="cand", start=START, period=FORTNIGHT).steps],
            5_000,
        ),
        "adquem: a rule with service by mail": (
            lambda: book.compute(rule="us-frcp:72(a)", court="cand", on=START, service=Service.MAIL),
            5_000,
        ),
        "adquem: everything a judgment starts": (
            lambda: book.triggered(court="cand", trigger="judgment.final", on=START),
            500,
        ),
    }


def others() -> dict[str, tuple[Callable[[], object], int]]:
    federal = holidays.country_holidays("US", years=range(2017, 2020))
    asked: dict[str, tuple[Callable[[], object], int]] = {
        "holidays: get_nth_working_day": (lambda: federal.get_nth_working_day(START, 10), 5_000),
        "datetime: add 14 days, no holidays": (lambda: START + timedelta(days=14), 100_000),
    }
    if found := _installed("numpy"):
        days = found.array(sorted(federal), dtype="datetime64[D]")
        calendar = found.busdaycalendar(holidays=days)
        asked["numpy: busday_offset, one day"] = (
            lambda: found.busday_offset("2018-05-18", 0, roll="forward", busdaycal=calendar),
            20_000,
        )
    return asked


def _installed(name: str) -> Any:  # noqa: ANN401 - a module
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


if __name__ == "__main__":
    for name, (ask, times) in {**ours(), **others()}.items():
        ask()
        print(f"{name:<44} {microseconds(ask, times):>10.2f} µs")
