"""What the repository promises about itself."""

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from bot.cli import COMMANDS, main, module_of

ROOT = Path(__file__).parent.parent
SLASH_COMMANDS = [
    command["command"] for command in yaml.safe_load((ROOT / "manifest.yml").read_text())["features"]["slash_commands"]
]
TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()

# Written apart, so that this file does not hold what it forbids.
FORBIDDEN = re.compile(
    "|".join(["pypi" + r"\.org", "files.python" + "hosted", "registry." + "npmjs", r"xox[bp]-\d{6}", "/work" + "/"])
)


@pytest.mark.parametrize("command", SLASH_COMMANDS)
def test_every_slash_command_stands_in_the_readme(command: str) -> None:
    assert f"| `{command}` |" in (ROOT / "README.md").read_text()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_command_line_stands_in_its_page_and_has_its_two_functions(name: str) -> None:
    assert f"adquem {name}" in (ROOT / "docs" / "command-line.md").read_text()
    module = import_module(module_of(name))
    assert callable(module.add_arguments)
    assert callable(module.run)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    help_text = capsys.readouterr().out
    assert all(name in help_text for name in COMMANDS)


def test_bad_usage_is_exit_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["conut"])
    assert stopped.value.code == 2
    assert "conut" in capsys.readouterr().err


def test_help_needs_none_of_the_big_packages() -> None:
    code = (
        "import sys; from bot.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "big = {'slack_bolt', 'sqlmodel', 'sqlalchemy', 'apscheduler', 'dateparser', 'icalendar', 'pydantic', 'yaml'}\n"
        "sys.exit(bool(big & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_no_registry_secret_or_machine_path_stands_in_any_file() -> None:
    files = [ROOT / path for path in TRACKED if (ROOT / path).is_file()]
    assert files
    assert [file.name for file in files if FORBIDDEN.search(file.read_bytes().decode("utf-8", "ignore"))] == []


def test_every_link_of_the_readme_leads_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name} → {target}"
