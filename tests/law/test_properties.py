"""What holds for every day, period and court."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.law import Answer, Direction, Period, Service, Standing, Unit
from bot.law.calendar import nth_day_rolled
from bot.rulebook import load_rulebook

BOOK = load_rulebook()
unhurried = settings(deadline=None)  # the first question to a court builds its calendar
DAYS = st.dates(date(1986, 1, 1), date(2045, 12, 31))
TODAY = st.dates(date(2017, 1, 1), date(2045, 12, 31))
COURTS = st.sampled_from(["cand", "dcd", "ca9", "scotus", "canb", "kh-phnompenh"])
FEDERAL = st.sampled_from(["cand", "dcd", "ca9", "scotus", "canb"])
LENGTHS = st.integers(1, 400)
UNITS = st.sampled_from([Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.COURT_DAYS])
WAYS = st.sampled_from(list(Direction))


@unhurried
@given(court=COURTS, start=DAYS, length=LENGTHS, direction=WAYS, service=st.sampled_from(list(Service)))
def test_the_safe_date_is_never_after_the_latest(
    court: str, start: date, length: int, direction: Direction, service: Service
) -> None:
    answer = BOOK.count(court=court, start=start, period=Period(length=length), direction=direction, service=service)
    assert answer.due <= answer.latest
    assert answer.due_at.date() == answer.due
    assert (answer.standing is Standing.SETTLED) <= (answer.due == answer.latest)


@unhurried
@given(court=FEDERAL, start=DAYS, length=LENGTHS, direction=WAYS)
def test_a_settled_date_is_never_a_closed_day(court: str, start: date, length: int, direction: Direction) -> None:
    answer = BOOK.count(court=court, start=start, period=Period(length=length), direction=direction)
    if answer.standing is Standing.SETTLED and direction is Direction.AFTER:
        assert not BOOK.is_closed(court=court, day=answer.due)
    if answer.standing is Standing.SETTLED:
        assert answer.due.weekday() < 5


@unhurried
@given(court=COURTS, start=TODAY, length=LENGTHS, unit=UNITS)
def test_a_later_start_never_ends_earlier(court: str, start: date, length: int, unit: Unit) -> None:
    period = Period(length=length, unit=unit) if unit is not Unit.MONTHS else Period(length=length % 24 + 1, unit=unit)
    first = BOOK.count(court=court, start=start, period=period)
    second = BOOK.count(court=court, start=start + timedelta(days=1), period=period)
    assert first.due <= second.due
    assert first.latest <= second.latest


@unhurried
@given(start=TODAY, weeks=st.sampled_from([1, 2, 3, 4]))
def test_the_fourteenth_day_after_a_monday_is_a_monday(start: date, weeks: int) -> None:
    monday = start - timedelta(days=start.weekday())
    answer = BOOK.count(court="scotus", start=monday, period=Period(length=7 * weeks))
    raw = monday + timedelta(weeks=weeks)
    assert raw.weekday() == 0
    assert answer.due == raw or BOOK.is_closed(court="scotus", day=raw)


@unhurried
@given(start=TODAY, length=st.integers(1, 60))
def test_court_days_there_and_back_again(start: date, length: int) -> None:
    period = Period(length=length, unit=Unit.COURT_DAYS)
    there = BOOK.count(court="scotus", start=start, period=period)
    back = BOOK.count(court="scotus", start=there.due, period=period, direction=Direction.BEFORE)
    assert back.due <= start
    assert not BOOK.is_closed(court="scotus", day=there.due) or there.standing is Standing.ARGUABLE


@unhurried
@given(court=COURTS, start=DAYS, length=LENGTHS, closed=st.sets(TODAY, max_size=4))
def test_a_closing_never_makes_a_forward_period_shorter(
    court: str, start: date, length: int, closed: set[date]
) -> None:
    open_ = BOOK.count(court=court, start=start, period=Period(length=length))
    shut = BOOK.count(court=court, start=start, period=Period(length=length), closed=closed)
    assert open_.due <= shut.due
    assert open_.latest <= shut.latest


@unhurried
@given(court=COURTS, start=DAYS, length=st.integers(1, 500), direction=WAYS, shut=st.booleans())
def test_an_answer_survives_json(court: str, start: date, length: int, direction: Direction, *, shut: bool) -> None:
    period = Period(length=length)
    answer = BOOK.count(court=court, start=start, period=period, direction=direction)
    if shut:
        closed = [answer.latest]
        answer = BOOK.count(court=court, start=start, period=period, direction=direction, closed=closed)
    assert Answer.from_dict(answer.as_dict()) == answer
    assert all(step.text.endswith((".", "”.")) for step in answer.steps)
    assert all(note.text.endswith((".", ".)")) for note in answer.notes)


@unhurried
@given(minutes=st.integers(0, 14_000_000), hours=st.integers(1, 2000))
def test_hours_are_elapsed_time_and_never_end_on_a_weekend(minutes: int, hours: int) -> None:
    start = datetime(2017, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    answer = BOOK.count(court="cand", start=start, period=Period(length=hours, unit=Unit.HOURS))
    assert Answer.from_dict(answer.as_dict()) == answer
    assert answer.due_at.weekday() < 5
    assert answer.due_at - start >= timedelta(hours=hours - 1)


@unhurried
@given(start=TODAY, length=LENGTHS)
def test_the_bare_count_is_the_count(start: date, length: int) -> None:
    calendar = BOOK.calendar("cand").forward
    answer = BOOK.count(court="cand", start=start, period=Period(length=length))
    assert nth_day_rolled(calendar.certain, start.toordinal(), length) == answer.due.toordinal()
    assert nth_day_rolled(calendar.possible, start.toordinal(), length) == answer.latest.toordinal()
