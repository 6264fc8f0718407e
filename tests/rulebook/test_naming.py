"""Rules are found under the names that lawyers write, and a name of several is refused with all of them."""

import pytest

from bot.law import LawError
from bot.rulebook import load_rulebook

BOOK = load_rulebook()


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("FRBP 8002(a)", "us-frbp:8002(a)(1)"),
        ("FRBP 8002", "us-frbp:8002(a)(1)"),
        ("Fed. R. Bankr. P. 8002(a)(1)", "us-frbp:8002(a)(1)"),
        ("28 U.S.C. § 636(b)(1)(C)", "us-28usc:636(b)(1)"),
        ("N.D. Cal. Civil L.R. 7-3(a)", "us-cand:7-3(a)"),
        ("Ninth Circuit Rule 39-1.6", "us-ca9:39-1.6"),
        ("CCP 264", "kh-civil:264(1)"),
        ("Article 264 CCP", "kh-civil:264(1)"),
        ("Article 264(1) of the CCP", "kh-civil:264(1)"),
        ("Federal Rules of Civil Procedure 72(a)", "us-frcp:72(a)"),
        ("FRCP 72(a) - objections", "us-frcp:72(a)"),
        ("FRCP 72(a) \u2014 objections", "us-frcp:72(a)"),
        ("FRCP 72(a) (14 days)", "us-frcp:72(a)"),
        ("FRCP 12(a)(1)(A)(ii) (abroad)", "us-frcp:12(a)(1)(A)(ii) (abroad)"),
        ("28 U.S.C. § 1446(b)", "us-28usc:1446(b)(1)"),
        ("Supreme Court Rule 13", "us-scotus:13.1"),
        ("S. Ct. R. 13", "us-scotus:13.1"),
        ("FRBP 1007(c) (14 days)", "us-frbp:1007(c)(1)"),
        ("FRBP 3002(c)(1)", "us-frbp:502(b)(9)"),
        ("11 U.S.C. 502(b)(9)/FRBP 3002(c)(1) (180 days)", "us-frbp:502(b)(9)"),
        ("FRCP 12(a)(1)(A)(ii)/4(d)(3)", "us-frcp:12(a)(1)(A)(ii)"),
        ("N.D. Cal. Civ. L.R. 16-9/16-10(d) (7 days before CMC)", "us-cand:16-9"),
        ("FRAP 40(a)(1)", "us-frap:40(d)(1)"),
        ("FRCP 45(c)(2)(B)", "us-frcp:45(d)(2)(B)"),
        ("KH-CIV-01", "kh-civil:264(1)"),
        ("Judicial Conference transcript policy (90 days)", "us-transcripts:release"),
    ],
)
def test_a_citation_as_lawyers_write_it(name: str, rule: str) -> None:
    assert BOOK.rule(name).id == rule


@pytest.mark.parametrize(
    ("name", "among"),
    [
        ("FRCP 59", "us-frcp:59(b), us-frcp:59(c), us-frcp:59(d), us-frcp:59(e)"),
        ("28 U.S.C. § 2107", "us-28usc:2107(a), us-28usc:2107(b), us-28usc:2107(c)"),
        ("FRCP 59(b)/59(e)", "us-frcp:59(b), us-frcp:59(e)"),
        ("FRAP 31(a)(1)", "us-frap:31(a)(1) (opening), us-frap:31(a)(1) (answering), us-frap:31(a)(1) (reply)"),
    ],
)
def test_a_name_of_several_rules_is_refused_with_all_of_them(name: str, among: str) -> None:
    with pytest.raises(LawError) as refused:
        BOOK.rule(name)
    assert f"names several rules: {among}." in refused.value.sentence


@pytest.mark.parametrize("name", ["Fed. R. Crim. P. 45(b)", "FRCrP 33", "Federal Rule of Criminal Procedure 35(a)"])
def test_a_code_that_is_not_held_says_what_to_do_instead(name: str) -> None:
    with pytest.raises(LawError, match="--method frcrp"):
        BOOK.rule(name)


@pytest.mark.parametrize("name", ["", "FRCP", "FRCP 5", "FRCP 7", "FRCP 9999"])
def test_a_name_of_nothing_stays_one(name: str) -> None:
    with pytest.raises(LawError, match="I know no rule"):
        BOOK.rule(name)
