"""A rule governs where its paper is filed, and where that is reviewed; never in another country's court."""

from datetime import date

import pytest

from bot.law import LawError, Standing
from bot.rulebook import load_rulebook

BOOK = load_rulebook()
ON = date(2024, 6, 5)


@pytest.mark.parametrize(
    ("court", "rule", "due"),
    [
        ("ca9", "28 U.S.C. 1292(b)", date(2024, 6, 17)),
        ("ca9", "FRAP 4(a)(1)(A)", date(2024, 7, 5)),
        ("ca9", "FRAP 4(a)(5)(A)", date(2024, 7, 5)),
        ("ca2", "FRAP 4(b)(1)(A)", date(2024, 6, 20)),
        ("ca2", "28 U.S.C. 2107(a)", date(2024, 7, 5)),
        ("bap9", "FRBP 8002(a)(1)", date(2024, 6, 20)),
        ("cand", "FRBP 8002(a)(1)", date(2024, 6, 20)),
        ("tax", "FRAP 13(a)(1)(A)", date(2024, 9, 3)),
    ],
)
def test_a_rule_governs_where_the_appeal_is_heard(court: str, rule: str, due: date) -> None:
    answer = BOOK.compute(court=court, rule=rule, on=ON)
    assert (answer.due, answer.latest, answer.standing) == (due, due, Standing.SETTLED)
    assert "not among the rules" not in answer.text()


def test_nothing_starts_there_that_did_not() -> None:
    assert not [rule for rule in BOOK.rules_of("ca9") if rule.id.startswith("us-frap:4(")]
    assert not [rule for rule in BOOK.rules_of("cand") if rule.pack == "us-frbp"]


def test_the_tax_courts_own_count_is_still_not_verified() -> None:
    assert BOOK.compute(court="tax", rule="FRCP 72(a)", on=ON).standing is Standing.UNVERIFIED


@pytest.mark.parametrize(
    ("court", "rule", "says"),
    [
        ("kh-phnompenh", "FRCP 72(a)", "law of the United States, and kh-phnompenh .* is a court of Cambodia"),
        ("cand", "CPC 382", "law of Cambodia, and cand .* is a court of the United States"),
    ],
)
def test_a_rule_of_another_country_is_refused(court: str, rule: str, says: str) -> None:
    with pytest.raises(LawError, match=says):
        BOOK.compute(court=court, rule=rule, on=ON)
