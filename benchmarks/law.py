"""How fast the law engine answers, beside other packages, in one run.

    .venv/bin/python benchmarks/law.py

Each line is the best of several rounds, in microseconds per answer, and how many times as long as ours it took.

Everybody is asked about the same thousand working days, another one each time. The engine keeps how a period ends whose
last day is a given day (`bot.law.ending`), and the words for a day. So from the second round on it knows the ends of
these periods, as a bot does that has answered about that season before; "nothing kept" forgets them before each round.
Packages that are not installed are named as such and left out.
"""

import importlib
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import cycle
from typing import Any, NamedTuple

import holidays

from bot.law import Answer, Period, Service
from bot.law.calendar import nth_day_rolled
from bot.law.ending import ending_on
from bot.rulebook import load_rulebook

START = date(2018, 5, 4)
FORTNIGHT, MONTH = Period(length=14), Period(length=30)
_FRIDAY, _SATURDAY = 4, 5
ROUNDS = 9
STARTS = tuple(day for n in range(1_400) if (day := START + timedelta(days=n)).weekday() < _SATURDAY)
OPEN_DEADLINES = 100_000
CLOSURE = date(2018, 5, 18)
BOOK = load_rulebook()

Ask = Callable[[], object]


def nothing() -> None:
    """Do nothing before a round."""


class Trial(NamedTuple):
    """One thing to be timed, so many times a round; `before` each round."""

    name: str
    ask: Ask
    times: int
    before: Ask = nothing


def from_each(ask: Callable[[date], object]) -> Ask:
    """Ask about another start each time."""
    starts = cycle(STARTS)
    return lambda: ask(next(starts))


def microseconds(trial: Trial) -> float:
    """Return the best round's time per question."""
    trial.ask()
    rounds = []
    for _ in range(ROUNDS):
        trial.before()
        begun = time.perf_counter()
        for _ in range(trial.times):
            trial.ask()
        rounds.append(time.perf_counter() - begun)
    return min(rounds) / trial.times * 1e6


def compare(title: str, ours: Trial, others: Iterator[Trial]) -> None:
    """Time ours and then the others, and print each with its ratio to ours."""
    mine = microseconds(ours)
    print(f"\n{title}\n  {ours.name:<58} {mine:>10.2f} µs")
    for trial in others:
        took = microseconds(trial)
        print(f"  {trial.name:<58} {took:>10.2f} µs {took / mine:>9.2f} x ours")


def installed(name: str) -> Any:  # noqa: ANN401 - a module
    """Return a package, or say that it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"  {name} is not installed")
        return None


def fortnight(start: date) -> Answer:
    return BOOK.count(court="cand", start=start, period=FORTNIGHT)


def written_out(start: date) -> str:
    return fortnight(start).text()


def explained() -> Trial:
    assert fortnight(START).due == date(2018, 5, 18)
    return Trial("adquem: steps, notes, both readings, written out in English", from_each(written_out), 3_000)


def explainers() -> Iterator[Trial]:
    """Time a due date with its explanation."""
    yield Trial("adquem: the same, as data, not yet written out", from_each(fortnight), 5_000)
    cold = Trial(
        "adquem: the same, written out, nothing kept", from_each(written_out), len(STARTS), ending_on.cache_clear
    )
    yield cold
    yield Trial(
        "adquem: 30 days, written out",
        from_each(lambda start: BOOK.count(court="cand", start=start, period=MONTH).text()),
        3_000,
    )
    yield Trial("adquem: written out in Khmer", from_each(lambda start: fortnight(start).text("km")), 3_000)
    mail = Service.MAIL
    yield Trial(
        "adquem: a rule with service by mail, written out",
        from_each(lambda start: BOOK.compute(rule="us-frcp:72(a)", court="cand", on=start, service=mail).text()),
        2_000,
    )
    yield Trial(
        "adquem: everything a judgment starts",
        from_each(lambda start: BOOK.triggered(court="cand", trigger="judgment.final", on=start)),
        200,
    )
    if lexdays := installed("lexdays"):
        pack = lexdays.rulepack("us/frcp")
        assert pack.compute(START, (14, "day")).deadline == date(2018, 5, 18)
        yield Trial(
            "lexdays: compute and explain", from_each(lambda start: pack.compute(start, (14, "day")).explain()), 200
        )
    if installed("amagi_litigation_deadlines"):
        yield from amagi()


def amagi() -> Iterator[Trial]:
    """Time the answer of amagi-litigation-deadlines, which explains nothing."""
    engine = importlib.import_module("amagi_litigation_deadlines.engine")
    rules = importlib.import_module("amagi_litigation_deadlines.rules")
    frcp = rules.load_rule_set("frcp")
    for days in (14, 30):
        event = rules.Event(key="x", label="x", days=days, cite="x")
        yield Trial(
            f"amagi-litigation-deadlines: {days} days, no explanation",
            from_each(lambda start, event=event: engine.compute_deadline(frcp, event, start)),  # type: ignore[misc]
            3_000,
        )


def bare() -> Trial:
    table, start = BOOK.calendar("cand").forward.certain, START.toordinal()
    assert nth_day_rolled(table, start, 14) == CLOSURE.toordinal()
    return Trial("adquem: bare count of 14 days, rolled", lambda: nth_day_rolled(table, start, 14), 100_000)


def working_day_finders() -> Iterator[Trial]:
    """Time other ways to find a working day."""
    table, start = BOOK.calendar("cand").forward.certain, START.toordinal()
    yield Trial("adquem: bare count of 10 court days", lambda: table.nth_open_after(start, 10), 50_000)
    federal = holidays.country_holidays("US", years=range(2017, 2020))
    closed = frozenset(federal)
    open_days = [
        day
        for n in range(1_000)
        if (day := date(2017, 1, 1) + timedelta(n)).weekday() < _SATURDAY and day not in closed
    ]
    index = {day: at for at, day in enumerate(open_days)}
    yield Trial("an indexed look-up: open_days[index[day] + 10]", lambda: open_days[index[START] + 10], 100_000)
    yield Trial("datetime: add 14 days, no holidays", lambda: START + timedelta(days=14), 100_000)
    yield Trial("holidays: get_nth_working_day", lambda: federal.get_nth_working_day(START, 10), 2_000)
    if numpy := installed("numpy"):
        calendar = numpy.busdaycalendar(holidays=numpy.array(sorted(federal), dtype="datetime64[D]"))
        day = numpy.datetime64("2018-05-18")
        yield Trial(
            "numpy: busday_offset, one day",
            lambda: numpy.busday_offset(day, 0, roll="forward", busdaycal=calendar),
            10_000,
        )
        days = numpy.arange("2018-01-01", "2018-12-31", dtype="datetime64[D]")
        once = Trial("", lambda: numpy.busday_offset(days, 0, roll="forward", busdaycal=calendar), 200)
        print(f"  {'numpy: busday_offset, each of 364 days at once':<58} {microseconds(once) / len(days):>10.2f} µs")
    if found := installed("business_calendar"):
        business = found.Calendar(holidays=sorted(federal))
        yield Trial("business_calendar: addbusdays", lambda: business.addbusdays(START, 10), 2_000)
    if found := installed("workalendar.usa"):
        states = found.UnitedStates()
        yield Trial("workalendar: add_working_days", lambda: states.add_working_days(START, 10), 500)


def docket() -> list[tuple[date, Period]]:
    """Return open deadlines, spread over eight years of starts and a hundred lengths."""
    return [(START + timedelta(days=n * 7 % 2_920), Period(length=7 + n % 97)) for n in range(OPEN_DEADLINES)]


def after_a_closure() -> None:
    """Recompute 100,000 open deadlines after the court closed for a day: all of them, and those that watch the day."""
    deadlines = docket()
    answers = [BOOK.count(court="cand", start=start, period=period) for start, period in deadlines]
    watching: dict[date, list[int]] = defaultdict(list)
    for number, answer in enumerate(answers):
        for first, last in answer.watched:
            for day in range(first.toordinal(), last.toordinal() + 1):
                watching[date.fromordinal(day)].append(number)
    closure = max(watching, key=lambda day: len(watching[day]) if day.weekday() == _FRIDAY else 0)
    begun = time.perf_counter()
    touched = {number: recomputed(deadlines[number], closure) for number in watching[closure]}
    took = time.perf_counter() - begun
    begun = time.perf_counter()
    every = [recomputed(deadline, closure) for deadline in deadlines]
    whole = time.perf_counter() - begun
    moved = {number for number, answer in enumerate(every) if answer.due != answers[number].due}
    assert moved <= set(touched)
    assert all(touched[number].due == every[number].due for number in touched)
    print(f"\n{OPEN_DEADLINES:,} open deadlines after the court closed on {closure}")
    print(f"  {'those that watch the day: ' + format(len(touched), ','):<58} {took * 1e3:>10.2f} ms")
    print(f"  {'all of them':<58} {whole * 1e3:>10.2f} ms {whole / took:>9.2f} x ours")
    print(f"  {len(moved):,} moved, every one of them among those that watch the day")


def recomputed(deadline: tuple[date, Period], closure: date) -> Answer:
    start, period = deadline
    return BOOK.count(court="cand", start=start, period=period, closed=(closure,))


if __name__ == "__main__":
    compare("A due date with its explanation", explained(), explainers())
    compare("A bare count", bare(), working_day_finders())
    after_a_closure()
