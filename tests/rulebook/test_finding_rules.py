"""A rule is found by whatever people call it."""

from datetime import date
from pathlib import Path

import pytest

from bot.law import LawError, Period
from bot.rulebook import load_rulebook
from tests.rulebook.test_packs import PACK

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


def test_a_name_that_several_rules_have_is_answered_with_their_ids(tmp_path: Path) -> None:
    (tmp_path / "judge.yml").write_text(PACK.replace('"3"', "72(a)"), encoding="utf-8")
    with pytest.raises(LawError, match=r"us-frcp:72\(a\)"):
        load_rulebook(tmp_path).rule("72(a)", court="cand")


@pytest.mark.parametrize(
    ("scope", "bound"),
    [
        ('{circuits: ["9"]}', {"cand", "ca9", "nvd"}),
        ('{circuits: ["9"], kinds: [district]}', {"cand", "nvd"}),
        ("{courts: [nysd], kinds: [appeals]}", {"nysd", "ca9"}),
    ],
)
def test_a_rule_may_bind_courts_kinds_of_court_or_circuits(tmp_path: Path, scope: str, bound: set[str]) -> None:
    (tmp_path / "judge.yml").write_text(PACK.replace("{courts: [cand]}", scope), encoding="utf-8")
    book = load_rulebook(tmp_path)
    courts = ("cand", "ca9", "nvd", "nysd", "kh-appeal")
    assert {court for court in courts if "my-court:3" in {rule.id for rule in book.rules_of(court)}} == bound


def test_a_text_may_have_been_in_force_between_two_days(tmp_path: Path) -> None:
    versions = "    versions: [{since: 2017-01-01, until: 2018-01-01, period: 5 days}]"
    (tmp_path / "judge.yml").write_text(PACK.replace("    period: 5 court days", versions), encoding="utf-8")
    answer = load_rulebook(tmp_path).compute(rule="my-court:3", court="cand", on=date(2017, 5, 4))
    assert answer.version == "in force 1 January 2017 to 1 January 2018"


def test_a_rule_binds_only_its_courts() -> None:
    ids = {rule.id for rule in BOOK.rules_of("nysd")}
    assert "us-frcp:72(a)" in ids
    assert not any(rule.startswith(("us-cand", "kh-")) for rule in ids)


def test_an_unknown_method_is_answered_with_the_known_ones() -> None:
    with pytest.raises(LawError, match="frcp, frap, frcrp"):
        BOOK.count(court="cand", start=date(2018, 5, 4), period=Period(length=1), method="roman")
