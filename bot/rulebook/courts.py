"""The table of courts: US federal courts by Free Law Project id, and the Cambodian courts."""

import csv
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from bot.law.errors import UnknownCourtError
from bot.law.values import Court, Standing
from bot.rulebook.reading import FOLDER

# Ids under which CM/ECF knows a court that Free Law Project calls otherwise.
_ALSO_KNOWN_AS = {"azb": "arb", "neb": "nebraskab", "cofc": "uscfc", "jpmdl": "jpml"}


@cache
def all_courts() -> Mapping[str, Court]:
    """Return every court by id."""
    with (FOLDER / "courts.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: _court(row) for row in csv.DictReader(file)}


def court_named(name: str) -> Court:
    """Return a court by its id.

    Raises:
        UnknownCourtError: if there is none; the sentence names similar ids.
    """
    identity = name.strip().lower()
    court = all_courts().get(_ALSO_KNOWN_AS.get(identity, identity))
    if court is None:
        raise UnknownCourtError(_unknown(identity))
    return court


def _unknown(identity: str) -> str:
    near = get_close_matches(identity, all_courts(), n=3, cutoff=0.6)
    hint = f"Did you mean {' or '.join(near)}?" if near else "Examples: cand, ca9, scotus, canb, kh-phnompenh."
    return f"I know no court {identity!r}. {hint}"


def _court(row: Mapping[str, str]) -> Court:
    return Court(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        country=row["country"],
        state=row["state"] or None,
        circuit=row["circuit"] or None,
        zone=row["zone"],
        method=row["method"],
        standing=Standing.UNVERIFIED if row["kind"] == "special" else Standing.SETTLED,
        remark=row["remark"] or None,
    )
