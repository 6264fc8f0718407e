from bot.calendars.limits import Limits


def test_an_address_may_be_asked_so_often_at_once_and_as_often_a_minute_later() -> None:
    limits = Limits(per_minute=3)
    assert [limits.take("a", 0) for _ in range(4)] == [0, 0, 0, 20]
    assert [limits.take("a", 60) for _ in range(4)] == [0, 0, 0, 20]


def test_waiting_as_long_as_was_said_is_enough() -> None:
    limits = Limits(per_minute=7)
    while not (wait := limits.take("a", 0)):
        pass
    assert limits.take("a", wait - 1) > 0
    assert limits.take("a", wait) == 0


def test_one_address_does_not_hinder_another() -> None:
    limits = Limits(per_minute=1)
    assert [limits.take("a", 0), limits.take("b", 0), limits.take("a", 0)] == [0, 0, 60]


def test_a_clock_that_steps_back_gives_nothing_away() -> None:
    limits = Limits(per_minute=1)
    assert [limits.take("a", 100), limits.take("a", 40)] == [0, 60]


def test_strangers_do_not_fill_the_memory() -> None:
    limits = Limits(per_minute=1, keys=100)
    for number in range(1000):
        limits.take(f"stranger {number}", 0)
    assert len(limits._kept) == 100
