"""The machine: the folder and the disk on which the docket lies, and the zone database by which it reads clocks."""

import os
import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from bot.doctor.findings import Finding, look, mend, well
from bot.rulebook.holiday_lists import official_years

LEAST_FREE = 500_000_000
"""So many bytes a docket needs beside it: itself, its log of writes and a backup."""
OLD_ZONES = timedelta(days=550)
_OTHERS = 0o077
_MEGA = 1_000_000


def look_at_folder(folder: Path) -> Iterator[Finding]:
    """Look at the folder of the docket's file: whether it can be written, who may read it, what room is left."""
    if not folder.is_dir():
        yield mend("data folder", f"{folder} does not exist.", "Start the bot once, or set ADQUEM_DATA.")
        return
    if not os.access(folder, os.W_OK | os.X_OK):
        yield mend("data folder", f"{folder} cannot be written.", "Let whoever runs the bot own it.")
    elif folder.stat().st_mode & _OTHERS:
        others = f"Others on this machine may look into {folder}."
        yield look("data folder", others, f"Type: chmod 700 {folder}")
    else:
        yield well("data folder", f"{folder} is ours alone.")
    yield _room_in(folder)


def look_at_zones(now: datetime) -> Finding:
    """Look at how old the zone database is: governments change their clocks."""
    edition = version("tzdata")
    issued = date(int(edition.split(".")[0]), 1, 1)
    if now.date() - issued > OLD_ZONES:
        return look("time zones", f"The zone database is of {edition}.", "Update the package tzdata.")
    return well("time zones", f"The zone database is of {edition}.")


def look_at_holidays(now: datetime) -> Finding:
    """Look at how far ahead the official lists of Cambodian holidays reach."""
    years = official_years("kh") or range(now.year, now.year + 2)
    said = f"The official lists of Cambodian holidays reach to the end of {years[-1]}."
    if now.date() > date(years[-1], 7, 1):
        return look("holidays", said, "Later years are projected. Update Ad Quem when the next sub-decree is out.")
    return well("holidays", said)


def _room_in(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    said = f"{free // _MEGA:,} MB are free."
    if free < LEAST_FREE:
        return mend("disk", said, "A full disk stops every reminder: make room.")
    return well("disk", said)
