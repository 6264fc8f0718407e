"""A team's pack that names what does not exist, or says something twice, is refused by line and field."""

from datetime import date
from pathlib import Path

import pytest

from bot.cli import main
from bot.law import LawError, Standing
from bot.rulebook import load_rulebook

PACK = """\
pack: ours
title: Our rules
cited_as: [Ours]
applies_to: {courts: [cand]}
method: frcp
standing: settled
source: read by us
triggers:
  example.filed: {label: Example filed, kind: filing}
rules:
  - rule: "1"
    title: Answer
    act: answer
    who: party
    from: filed
    starts: [example.filed]
    period: 10 days
"""


def checked(folder: Path, text: str) -> Path:
    file = folder / "ours.yml"
    file.write_text(text)
    return file


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("courts: [cand]", "courts: [nope]", r"line 4, courts: I know no court 'nope'"),
        (
            "starts: [example.filed]",
            "starts: [example.other]",
            r"line 16, starts: the trigger 'example\.other' is declared",
        ),
        ("    period: 10 days\n", "    period: 10 days\n    period: 9 days\n", r"line 18, period: .*line 17 already"),
        (
            "    period: 10 days\n",
            "    period: 10 days\n    after: ours:1\n",
            r"line 18, after: 'ours:1' is no other rule",
        ),
        (
            "    period: 10 days\n",
            "    period: 10 days\n    after: us-x:1\n",
            r"line 18, after: 'us-x:1' is no other rule",
        ),
        (
            "    period: 10 days\n",
            "    period: 10 days\n    added_days: true\n",
            r"line 18, added_days: no days are added",
        ),
        (
            "    period: 10 days\n",
            "    versions:\n    - {until: 2020-01-01, period: 9 days}\n    - {since: 2019-01-01, period: 10 days}\n",
            r"line 19, since: this version overlaps",
        ),
        ("pack: ours", "pack: &a [*a]", r"line 1"),
    ],
)
def test_a_mistake_is_named_by_line_and_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], right: str, wrong: str, said: str
) -> None:
    file = checked(tmp_path, PACK.replace(right, wrong, 1))
    with pytest.raises(LawError, match=said):
        load_rulebook(tmp_path).library  # noqa: B018 -- reading it is what is tried
    assert main(["rules", "check", str(file)]) == 1
    assert "ours.yml" in capsys.readouterr().err


def test_a_rule_that_stands_twice_is_refused(tmp_path: Path) -> None:
    rule = PACK[PACK.index('  - rule: "1"') :]
    with pytest.raises(LawError, match=r"line 18, rule: 1 stands in this pack already"):
        load_rulebook(checked(tmp_path, PACK + rule).parent).library  # noqa: B018 -- reading it is what is tried


def test_a_right_pack_passes_and_may_be_called_yaml(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = checked(tmp_path, PACK).rename(tmp_path / "ours.yaml")
    assert main(["rules", "check", str(file)]) == 0
    assert "1 rules of Our rules" in capsys.readouterr().out
    assert load_rulebook(tmp_path).rule("Ours 1").id == "ours:1"


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LawError, match="There is no folder"):
        load_rulebook(tmp_path / "nowhere").library  # noqa: B018 -- reading it is what is tried


def test_an_undated_text_is_not_taken_for_the_law_of_long_ago() -> None:
    book = load_rulebook()
    then = book.compute(rule="FRCP 56(b)", court="cand", on=date(2006, 3, 6))
    now = book.compute(rule="FRCP 56(b)", court="cand", on=date(2018, 3, 6))
    assert (then.standing, now.standing) == (Standing.UNVERIFIED, Standing.SETTLED)
    assert "is not held" in then.notes[0].text


def test_the_automatic_stay_was_shorter_before_december_2018() -> None:
    """FRCP 62(a): 30 days since 1 December 2018; the 14 days before are from memory, and said to be."""
    before = load_rulebook().compute(rule="FRCP 62(a)", court="cand", on=date(2018, 5, 7))
    after = load_rulebook().compute(rule="FRCP 62(a)", court="cand", on=date(2019, 5, 7))
    assert (before.due, before.standing) == (date(2018, 5, 21), Standing.UNVERIFIED)
    assert all(
        "1 December 2018" in told.text and "from memory" in told.text for told in (before.notes[1], after.notes[0])
    )
    assert (after.due, after.standing) == (date(2019, 6, 6), Standing.SETTLED)
