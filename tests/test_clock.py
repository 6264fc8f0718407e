from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.clock import PracticeClock, SystemClock

MONDAY = datetime(2018, 5, 7, 8, 30, tzinfo=timezone(timedelta(hours=-7)))
A_MOMENT = timedelta(seconds=5)


def test_the_machines_clock_is_aware_and_in_utc() -> None:
    assert SystemClock().now().tzinfo is UTC


def test_the_practice_clock_starts_where_it_is_told_and_runs() -> None:
    clock = PracticeClock(MONDAY)
    first, second = clock.now(), clock.now()
    assert first.tzinfo is UTC
    assert MONDAY <= first <= second < MONDAY + A_MOMENT


def test_it_moves_forward() -> None:
    clock = PracticeClock(MONDAY)
    clock.move_by(timedelta(days=4))
    assert timedelta(0) <= clock.now() - (MONDAY + timedelta(days=4)) < A_MOMENT


def test_whoever_watches_is_woken_after_each_move() -> None:
    clock = PracticeClock(MONDAY)
    seen: list[datetime] = []
    clock.watch(lambda: seen.append(clock.now()))
    clock.move_by(timedelta(days=1))
    assert len(seen) == 1
    assert seen[0] >= MONDAY + timedelta(days=1)


def test_it_never_moves_back() -> None:
    clock = PracticeClock(MONDAY)
    with pytest.raises(ValueError, match="only moves forward"):
        clock.move_to(MONDAY - timedelta(seconds=1))


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        PracticeClock(datetime(2018, 5, 7))  # noqa: DTZ001 -- that is the mistake
