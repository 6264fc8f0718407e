"""Rules whose periods were shorter before 1 December 2009: an old docket is never told a day later than that."""

import json
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
    assert answer.standing is Standing.UNVERIFIED
    assert "extension from 10 to 14 days" in answer.notes[0].text
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
    assert any("(from memory)" in note.text for note in answer.notes)
    assert not any(note.kind == "version not held" for note in answer.notes)


def test_the_longest_of_the_periods_after_removal_had_other_numbers() -> None:
    assert on_3_march_2008("nysd", "FRCP 81(c)(2)", **{"summons-served": date(2008, 3, 3)}).due == date(2008, 3, 24)


def of_a_judge(folder: Path, period: str) -> Answer:
    """Ask, on 4 March 2008, for a period of a judge's own of which only the text since December 2009 is known."""
    known = PACK.replace("standing: settled", "standing: settled\nknown_since: 2009-12-01")
    (folder / "judge.yml").write_text(known.replace("period: 5 court days", f"period: {period}"), encoding="utf-8")
    return load_rulebook(folder).compute(court="cand", rule="Judge Example 3", on=date(2008, 3, 4))


@pytest.mark.parametrize(
    ("period", "due", "latest"),
    [
        ("7 days", date(2008, 3, 11), date(2008, 3, 13)),
        ("10 days", date(2008, 3, 13), date(2008, 3, 18)),
        ("14 days", date(2008, 3, 18), date(2008, 3, 18)),
        ("21 days", date(2008, 3, 24), date(2008, 3, 25)),
        ("28 days", date(2008, 3, 18), date(2008, 4, 1)),
    ],
)
def test_a_number_that_is_not_held_may_have_been_the_shorter_one(
    tmp_path: Path, period: str, due: date, latest: date
) -> None:
    answer = of_a_judge(tmp_path, period)
    assert (answer.due, answer.latest) == (due, latest)
    assert answer.standing is Standing.UNVERIFIED


def test_the_shorter_number_is_named_where_it_makes_another_day(tmp_path: Path) -> None:
    answer = of_a_judge(tmp_path, "21 days")
    (note,) = (note for note in answer.notes if note.kind == "shorter text")
    assert "By the shorter number" in note.text
    assert "Monday 24 March 2008" in note.text
    assert "Tuesday 25 March 2008" in note.text
    assert "២៤ ខែមីនា" in answer.text("km")
    kept = Answer.from_dict(json.loads(json.dumps(answer.as_dict())))
    assert (kept.text(), kept.text("km")) == (answer.text(), answer.text("km"))


def test_a_shorter_number_that_makes_the_same_day_is_not_named(tmp_path: Path) -> None:
    """14 days end on 18 March 2008, and so do 10 without the weekends."""
    answer = of_a_judge(tmp_path, "14 days")
    assert not any(note.kind == "shorter text" for note in answer.notes)


def test_counting_back_the_longer_number_is_the_safe_one(tmp_path: Path) -> None:
    """The 21st day before is Lincoln Day, which then moved a backward count, too."""
    answer = of_a_judge(tmp_path, "21 days\n    direction: before")
    assert (answer.due, answer.latest) == (date(2008, 2, 11), date(2008, 2, 13))
    assert any(note.kind == "shorter text" for note in answer.notes)


def test_after_december_2009_no_number_was_shorter(tmp_path: Path) -> None:
    of_a_judge(tmp_path, "21 days")
    then = load_rulebook(tmp_path).compute(court="cand", rule="Judge Example 3", on=date(2018, 3, 6))
    assert then.due == then.latest == date(2018, 3, 27)


def test_a_cambodian_number_was_never_shortened_by_an_american_amendment(tmp_path: Path) -> None:
    pack = PACK.replace("cand", "kh-phnompenh").replace("5 court days", "21 days")
    known = pack.replace("standing: settled", "standing: settled\nknown_since: 2009-12-01")
    (tmp_path / "judge.yml").write_text(known, encoding="utf-8")
    answer = load_rulebook(tmp_path).compute(court="kh-phnompenh", rule="Judge Example 3", on=date(2008, 3, 4))
    assert answer.due == date(2008, 3, 25)
    assert not any(note.kind == "shorter text" for note in answer.notes)


@pytest.mark.parametrize(
    ("court", "rule", "then", "now"),
    [
        ("cand", "us-cand:7-11(b)", date(2007, 5, 4), date(2018, 5, 4)),
        ("ca9", "us-ca9:27-3", date(2010, 5, 4), date(2018, 5, 4)),
        ("ca9", "us-ca9:31-2.2(a)", date(2012, 5, 4), date(2014, 5, 5)),
    ],
)
def test_a_local_rule_is_held_from_the_oldest_edition_that_was_seen(
    court: str, rule: str, then: date, now: date
) -> None:
    book = load_rulebook()
    old, held = (book.compute(court=court, rule=rule, on=day) for day in (then, now))
    assert (old.standing, held.standing) == (Standing.UNVERIFIED, Standing.SETTLED)
    assert old.notes[0].kind == "version not held"
