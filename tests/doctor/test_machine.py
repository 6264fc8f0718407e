"""What the machine tells: the folder, the disk, the zones, the holidays."""

import os
import shutil
from collections import namedtuple
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.doctor.findings import State
from bot.doctor.machine import look_at_folder, look_at_holidays, look_at_zones

Usage = namedtuple("Usage", "total used free")  # noqa: PYI024 -- what the library returns


def test_a_folder_of_our_own_with_room_is_well(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    assert [finding.state for finding in look_at_folder(tmp_path)] == [State.WELL, State.WELL]


def test_a_folder_that_others_may_open_is_pointed_at(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    folder, _ = look_at_folder(tmp_path)
    assert (folder.state, folder.advice) == (State.LOOK, f"Type: chmod 700 {tmp_path}")


def test_a_folder_that_is_not_there_or_not_ours_must_be_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (missing,) = look_at_folder(tmp_path / "nowhere")
    assert (missing.state, "does not exist" in missing.said) == (State.MEND, True)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert next(look_at_folder(tmp_path)).said.endswith("cannot be written.")


def test_a_full_disk_stops_every_reminder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(total=10**9, used=10**9, free=7_000_000))
    _, disk = look_at_folder(tmp_path)
    assert (disk.state, disk.said) == (State.MEND, "7 MB are free.")


def test_zones_and_holidays_grow_old() -> None:
    assert look_at_zones(datetime(2027, 1, 1, tzinfo=UTC)).state is State.WELL
    assert look_at_zones(datetime(2039, 1, 1, tzinfo=UTC)).state is State.LOOK
    assert look_at_holidays(datetime(2027, 6, 30, tzinfo=UTC)).state is State.WELL
    assert look_at_holidays(datetime(2027, 8, 1, tzinfo=UTC)).state is State.LOOK
