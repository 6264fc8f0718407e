"""Rules whose periods were shorter before 1 December 2009: an old docket is never told a day later than that."""

from datetime import date
from pathlib import Path

import pytest

from bot.law import Answer, Standing
from bot.rulebook import load_rulebook
from tests.rulebook.test_packs import PACK


def on_3_march_2008(court: str, rule: str, **dates: date) -> Answer:
    return load_rulebook().compute(court=court, rule=rule, on=date(2008, 3, 3), dates=dates)


def test_an_appeal_from_the_bankruptcy_court_was_due_in_ten_days_weekends_counted() -> None:
    answer = on_3_march_2008("nysb", "FRBP 8002(a)(1)")
    assert (answer.due, answer.latest) == (date(2008, 3, 13), date(2008, 3, 13))
    assert "extension from 10 to 14 days" in answer.notes[-1].text
    now = load_rulebook().compute(court="nysb", rule="FRBP 8002(a)(1)", on=date(2024, 6, 5))
    assert (now.due, now.standing) == (date(2024, 6, 20), Standing.SETTLED)


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ("FRCP 53(f)(2)", date(2008, 3, 24)),
        ("FRCP 15(a)(1)(A)", date(2008, 3, 24)),
        ("FRCP 27(a)(2)", date(2008, 2, 11)),
        ("FRCP 38(b)(1)", date(2008, 3, 17)),
        ("FRCP 38(c)", date(2008, 3, 17)),
        ("FRCP 68(a)", date(2008, 3, 17)),
        ("FRCP 81(c)(3)(B)", date(2008, 3, 17)),
        ("FRCP 65(b)(2)", date(2008, 3, 17)),
        ("FRCP 62(a)", date(2008, 3, 17)),
        ("us-frcp:54(d)(1) (review)", date(2008, 3, 10)),
        ("FRCP 55(b)(2)", date(2008, 2, 27)),
        ("FRCP 6(c)(1)", date(2008, 2, 25)),
        ("FRCP 6(c)(2)", date(2008, 2, 29)),
        ("FRCP 81(c)(2)", date(2008, 3, 10)),
        ("FRAP 4(a)(5)(C)", date(2008, 3, 17)),
        ("FRAP 4(a)(6)", date(2008, 3, 12)),
        ("FRAP 5(d)(1)", date(2008, 3, 17)),
        ("FRAP 10(b)(1)", date(2008, 3, 17)),
        ("FRAP 12(b)", date(2008, 3, 17)),
        ("FRAP 39(d)(2)", date(2008, 3, 17)),
    ],
)
def test_a_number_known_from_memory_is_used_and_not_trusted(rule: str, due: date) -> None:
    answer = on_3_march_2008("nysd", rule)
    assert answer.due == due
    assert answer.standing is Standing.UNVERIFIED


def test_the_longest_of_the_periods_after_removal_had_other_numbers() -> None:
    assert on_3_march_2008("nysd", "FRCP 81(c)(2)", **{"summons-served": date(2008, 3, 3)}).due == date(2008, 3, 24)


def test_a_number_that_is_not_held_may_have_been_the_shorter_one(tmp_path: Path) -> None:
    pack = PACK.replace("5 court days", "21 days").replace(
        "standing: settled", "standing: settled\nknown_since: 2009-12-01"
    )
    (tmp_path / "judge.yml").write_text(pack, encoding="utf-8")
    book = load_rulebook(tmp_path)
    answer = book.compute(court="cand", rule="Judge Example 3", on=date(2008, 3, 4))
    assert (answer.due, answer.latest) == (date(2008, 3, 24), date(2008, 3, 25))
    assert answer.standing is Standing.UNVERIFIED
    then = book.compute(court="cand", rule="Judge Example 3", on=date(2018, 3, 6))
    assert then.due == then.latest == date(2018, 3, 27)
