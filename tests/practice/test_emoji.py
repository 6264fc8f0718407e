"""Every emoji that the bot says is one that the page knows by name, and draws where the machine has no such font."""

import re
from pathlib import Path

import pytest

PAGE = Path("bot/practice/page")
SAID = sorted(
    {
        name
        for folder in ("handlers", "bot/demo")
        for source in Path(folder).rglob("*.py")
        for name in re.findall(r":([a-z][a-z0-9_+]+):", source.read_text())
    }
)
FLAGS = ("\U0001f1fa\U0001f1f8", "\U0001f1f0\U0001f1ed")


def known() -> dict[str, str]:
    table = (PAGE / "text" / "emoji.js").read_text().split("`")[1]
    return dict(pair.split(" ") for pair in re.split(r"[|\n]", table.strip()))


def drawn() -> set[int]:
    ranges = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", (PAGE / "style" / "base.css").read_text())
    return {code for first, last in ranges for code in range(int(first, 16), int(last or first, 16) + 1)}


@pytest.mark.parametrize("name", SAID)
def test_what_the_bot_says_has_a_name_and_a_picture(name: str) -> None:
    assert name in known()
    assert {ord(sign) for sign in known()[name]} <= drawn()


def test_the_flags_of_both_countries_are_drawn() -> None:
    assert {ord(letter) for flag in FLAGS for letter in flag} <= drawn()
