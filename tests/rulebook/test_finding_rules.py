"""A rule is found by whatever people call it."""

import pytest

from bot.law import LawError
from bot.rulebook import load_rulebook

BOOK = load_rulebook()


@pytest.mark.parametrize(
    "name",
    ["us-frcp:72(a)", "FRCP 72(a)", "frcp 72(a)", "Fed. R. Civ. P. 72(a)", "FRCP Rule 72(a)", "FRCP72(a)", "72(a)"],
)
def test_by_id_citation_or_number(name: str) -> None:
    assert BOOK.rule(name, court="cand").id == "us-frcp:72(a)"


@pytest.mark.parametrize("name", ["N.D. Cal. L.R. 7-3(a)", "Civ. L.R. 7-3(a)", "7-3(a)", "L.R. 7-3(a)"])
def test_local_rules_too(name: str) -> None:
    assert BOOK.rule(name).id == "us-cand:7-3(a)"


@pytest.mark.parametrize(("name", "rule"), [("CCP Art. 303", "kh-civil:303"), ("CPC 382", "kh-criminal:382")])
def test_cambodian_articles_too(name: str, rule: str) -> None:
    assert BOOK.rule(name).id == rule


def test_a_number_that_several_codes_have_is_decided_by_the_court() -> None:
    assert BOOK.rule("12(b)", court="ca9").id == "us-frap:12(b)"


def test_an_unknown_rule_is_answered_with_near_ones() -> None:
    with pytest.raises(LawError, match=r"Did you mean .*FRCP 72\(a\)"):
        BOOK.rule("FRCP 72(aa)")
    with pytest.raises(LawError, match="rules list"):
        BOOK.rule("Magna Carta")


def test_a_rule_binds_only_its_courts() -> None:
    ids = {rule.id for rule in BOOK.rules_of("nysd")}
    assert "us-frcp:72(a)" in ids
    assert not any(rule.startswith(("us-cand", "kh-")) for rule in ids)


def test_an_unknown_method_is_answered_with_the_known_ones() -> None:
    from datetime import date

    from bot.law import Period

    with pytest.raises(LawError, match="frcp, frap, frcrp"):
        BOOK.count(court="cand", start=date(2018, 5, 4), period=Period(length=1), method="roman")
