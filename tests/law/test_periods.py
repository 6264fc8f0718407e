import pytest

from bot.law import LawError, Period, Unit, read_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("14 days", Period(length=14)),
        ("1 day", Period(length=1)),
        ("14-day", Period(length=14)),
        (" 2 Weeks ", Period(length=2, unit=Unit.WEEKS)),
        ("1 month", Period(length=1, unit=Unit.MONTHS)),
        ("5 years", Period(length=5, unit=Unit.YEARS)),
        ("72 hours", Period(length=72, unit=Unit.HOURS)),
        ("10 court days", Period(length=10, unit=Unit.COURT_DAYS)),
        ("10 court-days", Period(length=10, unit=Unit.COURT_DAYS)),
        ("fourteen days", Period(length=14)),
        ("Fourteen (14) days", Period(length=14)),
        ("thirty-day", Period(length=30)),
        ("Twenty-one (21) calendar days", Period(length=21)),
        ("ninety-nine days", Period(length=99)),
        ("one month", Period(length=1, unit=Unit.MONTHS)),
        ("ten court days", Period(length=10, unit=Unit.COURT_DAYS)),
    ],
)
def test_a_period_is_a_number_and_a_unit(text: str, period: Period) -> None:
    assert read_period(text) == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "days",
        "some days",
        "14",
        "fourteen",
        "-3 days",
        "1.5 days",
        "14 fortnights",
        "fourteen (15) days",
        "14 (10) days",
    ],
)
def test_anything_else_is_refused_with_examples(text: str) -> None:
    with pytest.raises(LawError, match="14 days, 2 weeks"):
        read_period(text)


@pytest.mark.parametrize("text", ["0 days", "36501 days", "101 years"])
def test_nothing_and_more_than_a_century_cannot_be_counted(text: str) -> None:
    with pytest.raises(LawError, match="between 1 and"):
        read_period(text)


@pytest.mark.parametrize("text", ["1 day", "14 days", "1 month", "10 court days"])
def test_a_period_reads_as_it_was_written(text: str) -> None:
    assert str(read_period(text)) == text
