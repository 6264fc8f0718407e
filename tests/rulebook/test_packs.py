"""Packs are read strictly: every mistake is named by file, line and field."""

from datetime import date
from pathlib import Path

import pytest

from bot.law import LawError, Standing
from bot.rulebook import load_rulebook
from bot.rulebook.packs import read_pack

PACK = """\
pack: my-court
title: Standing orders of Judge Example
cited_as: [Judge Example]
applies_to: {courts: [cand]}
standing: settled
source: standing order of 2 January 2018
triggers:
  example.ordered: {label: Judge Example ordered something, kind: order}
rules:
  - rule: "3"
    title: Joint letter
    act: file a joint letter
    who: parties
    from: filed
    starts: [example.ordered]
    period: 5 court days
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "my-court.yml"
    path.write_text(PACK, encoding="utf-8")
    return path


def mistaken(file: Path, right: str, wrong: str) -> str:
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises(LawError) as caught:
        read_pack(file)
    return caught.value.sentence


def test_a_rule_is_added_by_writing_one_file(file: Path) -> None:
    book = load_rulebook(file.parent)
    answer = book.compute(rule="Judge Example 3", court="cand", on=date(2018, 5, 4))
    assert answer.due == date(2018, 5, 11)
    assert "example.ordered" in {trigger.id for trigger in book.triggers("cand")}
    assert "example.ordered" not in {trigger.id for trigger in load_rulebook().triggers("cand")}


def test_a_teams_rule_takes_the_place_of_ours(file: Path) -> None:
    file.write_text(PACK.replace("my-court", "us-cand").replace('"3"', "7-3(a)"), encoding="utf-8")
    book = load_rulebook(file.parent)
    assert str(book.rule("us-cand:7-3(a)").versions[0].limbs[0].period) == "5 court days"
    assert str(book.rule("us-cand:7-3(c)").versions[0].limbs[0].period) == "7 days"


@pytest.mark.parametrize(
    ("right", "wrong", "line", "says"),
    [
        ("    period: 5 court days", "    period: some days", 16, "period: I cannot read the period 'some days'"),
        ("    period: 5 court days", "    length: 5", 16, "length: this field is not known here"),
        ("    period: 5 court days\n", "", 10, "period: this field is needed"),
        ("    from: filed", "    from: found", 14, "from: 'found' is none of served"),
        ("standing: settled", "standing: certain", 5, "standing: 'certain' is none of settled"),
        ("standing: settled\n", "", 1, "standing: None is none of settled"),
        ("kind: order", "kind: letter", 8, "kind: 'letter' is none of"),
        ("{label: Judge Example ordered something, kind: order}", "order", 7, "needs a label and a kind"),
        (
            "triggers:\n  example.ordered: {label: Judge Example ordered something, kind: order}",
            "triggers: [example.ordered]",
            7,
            "triggers: write the name of each trigger",
        ),
        ("{courts: [cand]}", "{kinds: [county]}", 4, "kinds: county is none of"),
        ("{courts: [cand]}", "cand", 4, "applies_to: say which courts"),
        ("{courts: [cand]}", "{}", 4, "applies_to: say which courts"),
        ("{courts: [cand]}", "{governs: [appeals]}", 4, "applies_to: say which courts"),
        ("cited_as: [Judge Example]", "cited_as: Judge Example", 3, "cited_as: this must be a list of texts"),
        ("    title: Joint letter", "    title: true", 11, "title: this must be text"),
        ("    who: parties", "    who: parties\n    extendable: perhaps", 14, "extendable: write true or false"),
        ("    who: parties", "    who: parties\n    since: yesterday", 14, "since: write a day as 2018-05-04"),
        ("    who: parties", "    who: parties\n    since: 2010-31-01", 14, "since: write a day as 2018-05-04"),
        ("    who: parties", "    who: parties\n    method: roman", 14, "method: 'roman' is none of frcp"),
        ("[example.ordered]", "[3]", 15, "starts: name triggers"),
        ("    period: 5 court days", "    limbs: []", 16, "limbs: this must be a list"),
        ("    period: 5 court days", "    period: 5 days\n    quote: [a, b]", 17, "quote: this must be text"),
        ("    period: 5 court days", "    period: 5 days\n    citation: [a]", 17, "citation: this must be text"),
        ("    period: 5 court days", "    period: 5 days\n    after: [us-frcp:72(a)]", 17, "after: this must be text"),
        ("    period: 5 court days", "    versions: [{period: 5 days, source: []}]", 16, "source: this must be text"),
        ("    starts: [example.ordered]", "    starts: example.ordered", 15, "starts: this must be a list"),
        ("{courts: [cand]}", "{courts: [cand], circuits: 9}", 4, "circuits: this must be a list"),
        ("{courts: [cand]}", "{courts: [cand], circuits: [ninth]}", 4, "circuits: ninth is none of 1, 10, 11"),
        ("standing: settled", "standing: settled\nmethod: [frcp]", 6, "method: this must be text"),
    ],
)
def test_a_mistake_is_named_by_line_and_field(file: Path, right: str, wrong: str, line: int, says: str) -> None:
    sentence = mistaken(file, right, wrong)
    assert sentence.startswith(f"my-court.yml, line {line}, ")
    assert says in sentence


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("cited_as: [Judge", "cited_as: [Judge: [", "my-court.yml, line 4: this is not YAML"),
        ("who: parties", "who: !all parties", "my-court.yml, line 13: this is not YAML"),
        ("who: parties", "who: \x01parties", "my-court.yml is not YAML"),
    ],
)
def test_what_is_not_yaml_is_named_by_line(file: Path, right: str, wrong: str, says: str) -> None:
    assert says in mistaken(file, right, wrong)


@pytest.mark.parametrize("text", ["", "- a list"])
def test_what_is_no_pack_is_refused(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LawError, match="a pack starts with fields"):
        read_pack(file)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LawError, match="cannot be read"):
        read_pack(tmp_path / "missing.yml")


def test_the_method_of_a_whole_pack_is_checked(file: Path) -> None:
    assert "method: 'roman' is none of" in mistaken(file, "standing: settled", "standing: settled\nmethod: roman")


def test_our_packs_hold_what_they_promise() -> None:
    rules = load_rulebook().library.rules
    assert {rule.pack for rule in rules.values()} == {
        "us-frcp", "us-cand", "us-frap", "us-ca9", "us-scotus", "us-28usc", "us-frbp", "us-transcripts",
        "kh-civil", "kh-criminal",
    }  # fmt: skip
    assert all(rule.source for rule in rules.values())
    assert all(rule.follows in rules for rule in rules.values() if rule.follows)
    started = {start.trigger for rule in rules.values() for start in rule.starts}
    assert started <= set(load_rulebook().library.triggers)


def test_most_cambodian_criminal_periods_are_unverified() -> None:
    criminal = [rule for rule in load_rulebook().library.rules.values() if rule.pack == "kh-criminal"]
    settled = {rule.citation for rule in criminal if rule.standing is Standing.SETTLED}
    assert {name for name in settled if name.startswith("CPC")} == {"CPC 96", "CPC 209", "CPC 304"}
