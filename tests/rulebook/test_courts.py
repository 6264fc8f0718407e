"""The table of courts against the package it was made from."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from courts_db import courts as courts_db

from bot.law import LawError, Standing
from bot.rulebook import freeze_courts, load_rulebook
from bot.rulebook.courts import all_courts, court_named
from bot.rulebook.reading import FOLDER

NOT_COURTS_OF_TODAY = {
    "usdistct", "circtndfl", "circtmissterr", "circtny", "prapp", "reglrailreorgct", "ncd", "okd", "wvad",
    "usjudconfcomdis", "usjc", "deptinterior", "uslandoffice", "ussurveyor", "fcc", "energyoha", "educationoha",
    "usnbdrev", "olc", "ttab", "ptab",
}  # fmt: skip


def test_the_table_is_what_the_script_makes_of_courts_db() -> None:
    frozen = [
        {column: getattr(court, column) or "" for column in freeze_courts.COLUMNS} for court in all_courts().values()
    ]
    assert frozen == freeze_courts.sitting_courts()


def test_the_script_writes_the_table_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freeze_courts, "COURTS", tmp_path / "courts.csv")
    freeze_courts.write_courts()
    assert (tmp_path / "courts.csv").read_bytes() == (FOLDER / "courts.csv").read_bytes()


def test_every_federal_court_that_sits_is_in_it() -> None:
    sitting = {
        court["id"]
        for court in courts_db
        if court["system"] == "federal" and any(not dates["end"] for dates in court["dates"])
    }
    missing = sitting - set(all_courts())
    assert {court for court in missing if not court.startswith("judcoun")} == NOT_COURTS_OF_TODAY


def test_there_are_ninety_four_districts_and_thirteen_circuits() -> None:
    kinds = [court.kind for court in all_courts().values()]
    assert (kinds.count("district"), kinds.count("appeals")) == (94, 13)


@pytest.mark.parametrize(
    ("court", "state", "circuit", "zone", "method"),
    [
        ("cand", "CA", "9", "America/Los_Angeles", "frcp"),
        ("ca9", "CA", "9", "America/Los_Angeles", "frap"),
        ("ca6", "OH", "6", "America/New_York", "frap"),
        ("ca8", "MO", "8", "America/Chicago", "frap"),
        ("tned", "TN", "6", "America/New_York", "frcp"),
        ("tnmd", "TN", "6", "America/Chicago", "frcp"),
        ("hid", "HI", "9", "Pacific/Honolulu", "frcp"),
        ("prd", "PR", "1", "America/Puerto_Rico", "frcp"),
        ("njd", "NJ", "3", "America/New_York", "frcp"),
        ("canb", "CA", "9", "America/Los_Angeles", "frbp"),
        ("bap9", "CA", "9", "America/Los_Angeles", "frbp"),
        ("dcd", "DC", "dc", "America/New_York", "frcp"),
        ("scotus", "DC", None, "America/New_York", "scotus"),
        ("kh-phnompenh", None, None, "Asia/Phnom_Penh", "kh-criminal"),
    ],
)
def test_a_court_knows_its_state_circuit_zone_and_method(
    court: str, state: str, circuit: str | None, zone: str, method: str
) -> None:
    found = court_named(court)
    assert (found.state, found.circuit, found.zone, found.method) == (state, circuit, zone, method)


def test_every_zone_exists() -> None:
    assert all(ZoneInfo(court.zone) for court in all_courts().values())


def test_a_court_with_rules_of_its_own_says_so() -> None:
    assert "Tax Court" in (court_named("tax").remark or "")
    assert court_named("tax").standing is Standing.UNVERIFIED
    assert "El Paso" in (court_named("txwd").remark or "")


@pytest.mark.parametrize(("typed", "meant"), [("CAND", "cand"), (" ca9 ", "ca9"), ("azb", "arb"), ("neb", "nebraskab")])
def test_ids_are_read_kindly(typed: str, meant: str) -> None:
    assert court_named(typed).id == meant


def test_an_unknown_court_is_answered_with_near_ones() -> None:
    with pytest.raises(LawError, match="Did you mean cand"):
        court_named("candd")
    with pytest.raises(LawError, match="kh-phnompenh"):
        court_named("zzzzzzzz")


def test_the_rulebook_lists_every_court() -> None:
    assert len(load_rulebook().courts()) == len(all_courts())
