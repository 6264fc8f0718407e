"""What the page is made of: small modules, all of them used, nothing from elsewhere, no markup made of text."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

PAGE = Path(str(files("bot.practice") / "page"))
MODULES = sorted(PAGE.rglob("*.js"))
IMPORT = re.compile(r'(?:from|import) "(\.[^"]+)"')


def imported_by(module: Path) -> set[Path]:
    return {(module.parent / name).resolve() for name in IMPORT.findall(module.read_text())}


def test_every_module_is_reached_from_the_first() -> None:
    reached: set[Path] = set()
    waiting = {PAGE / "main.js"}
    while waiting:
        module = waiting.pop()
        reached.add(module)
        waiting |= imported_by(module) - reached

    assert reached == set(MODULES)


def test_the_page_forbids_itself_whatever_is_not_its_own() -> None:
    index = (PAGE / "index.html").read_text()

    assert "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;" in index
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", index)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PAGE)))
def test_no_module_makes_markup_of_text_and_each_is_small(module: Path) -> None:
    source = module.read_text()

    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", source)
    assert len(source.splitlines()) <= 200
