"""Write courts.csv anew from courts-db, with the zones and seats that it does not hold.

Run `python -m bot.rulebook.freeze_courts` after an upgrade of courts-db (a development dependency), and read the diff.
"""

import csv
import re
from pathlib import Path
from typing import Any

COURTS = Path(__file__).with_name("courts.csv")
COLUMNS = ("id", "name", "kind", "country", "state", "circuit", "zone", "method", "remark")

_STATES = {
    "Alabama": ("AL", "11", "America/Chicago"),
    "Alaska": ("AK", "9", "America/Anchorage"),
    "Arizona": ("AZ", "9", "America/Phoenix"),
    "Arkansas": ("AR", "8", "America/Chicago"),
    "California": ("CA", "9", "America/Los_Angeles"),
    "Colorado": ("CO", "10", "America/Denver"),
    "Connecticut": ("CT", "2", "America/New_York"),
    "Delaware": ("DE", "3", "America/New_York"),
    "Florida": ("FL", "11", "America/New_York"),
    "Georgia": ("GA", "11", "America/New_York"),
    "Guam": ("GU", "9", "Pacific/Guam"),
    "Hawaii": ("HI", "9", "Pacific/Honolulu"),
    "Idaho": ("ID", "9", "America/Boise"),
    "Illinois": ("IL", "7", "America/Chicago"),
    "Indiana": ("IN", "7", "America/Indiana/Indianapolis"),
    "Iowa": ("IA", "8", "America/Chicago"),
    "Kansas": ("KS", "10", "America/Chicago"),
    "Kentucky": ("KY", "6", "America/New_York"),
    "Louisiana": ("LA", "5", "America/Chicago"),
    "Maine": ("ME", "1", "America/New_York"),
    "Maryland": ("MD", "4", "America/New_York"),
    "Massachusetts": ("MA", "1", "America/New_York"),
    "Michigan": ("MI", "6", "America/Detroit"),
    "Minnesota": ("MN", "8", "America/Chicago"),
    "Mississippi": ("MS", "5", "America/Chicago"),
    "Missouri": ("MO", "8", "America/Chicago"),
    "Montana": ("MT", "9", "America/Denver"),
    "Nebraska": ("NE", "8", "America/Chicago"),
    "Nevada": ("NV", "9", "America/Los_Angeles"),
    "New Hampshire": ("NH", "1", "America/New_York"),
    "New Jersey": ("NJ", "3", "America/New_York"),
    "New Mexico": ("NM", "10", "America/Denver"),
    "New York": ("NY", "2", "America/New_York"),
    "North Carolina": ("NC", "4", "America/New_York"),
    "North Dakota": ("ND", "8", "America/Chicago"),
    "Northern Mariana Islands": ("MP", "9", "Pacific/Saipan"),
    "Ohio": ("OH", "6", "America/New_York"),
    "Oklahoma": ("OK", "10", "America/Chicago"),
    "Oregon": ("OR", "9", "America/Los_Angeles"),
    "Pennsylvania": ("PA", "3", "America/New_York"),
    "Puerto Rico": ("PR", "1", "America/Puerto_Rico"),
    "Rhode Island": ("RI", "1", "America/New_York"),
    "South Carolina": ("SC", "4", "America/New_York"),
    "South Dakota": ("SD", "8", "America/Chicago"),
    "Tennessee": ("TN", "6", "America/Chicago"),
    "Texas": ("TX", "5", "America/Chicago"),
    "Utah": ("UT", "10", "America/Denver"),
    "Vermont": ("VT", "2", "America/New_York"),
    "Virgin Islands": ("VI", "3", "America/St_Thomas"),
    "Virginia": ("VA", "4", "America/New_York"),
    "Washington": ("WA", "9", "America/Los_Angeles"),
    "Washington D.C.": ("DC", "dc", "America/New_York"),
    "West Virginia": ("WV", "4", "America/New_York"),
    "Wisconsin": ("WI", "7", "America/Chicago"),
    "Wyoming": ("WY", "10", "America/Denver"),
}
_ZONES = {
    "tned": "America/New_York",
    "tneb": "America/New_York",
    "kywd": "America/Kentucky/Louisville",
    "kywb": "America/Kentucky/Louisville",
}
_PARTLY = {
    "flnd": "the Pensacola and Panama City divisions keep Central time",
    "flnb": "the Pensacola and Panama City divisions keep Central time",
    "idd": "the northern division keeps Pacific time",
    "idb": "the northern division keeps Pacific time",
    "innd": "the Hammond division keeps Central time",
    "innb": "the Hammond division keeps Central time",
    "insd": "the Evansville division keeps Central time",
    "insb": "the Evansville division keeps Central time",
    "kywd": "the western divisions keep Central time",
    "kywb": "the western divisions keep Central time",
    "ksd": "the far west of the state keeps Mountain time",
    "miwd": "the western Upper Peninsula keeps Central time",
    "miwb": "the western Upper Peninsula keeps Central time",
    "ned": "the west of the state keeps Mountain time",
    "nebraskab": "the west of the state keeps Mountain time",
    "ndd": "the south-west of the state keeps Mountain time",
    "ndb": "the south-west of the state keeps Mountain time",
    "ord": "Malheur County keeps Mountain time",
    "orb": "Malheur County keeps Mountain time",
    "sdd": "the western division keeps Mountain time",
    "sdb": "the western division keeps Mountain time",
    "tned": "the Chattanooga division's Winchester court keeps Central time",
    "txwd": "the El Paso division keeps Mountain time",
    "txwb": "the El Paso division keeps Mountain time",
}
_SEATS = {
    "ca1": "Massachusetts",
    "ca2": "New York",
    "ca3": "Pennsylvania",
    "ca4": "Virginia",
    "ca5": "Louisiana",
    "ca6": "Ohio",
    "ca7": "Illinois",
    "ca8": "Missouri",
    "ca9": "California",
    "ca10": "Colorado",
    "ca11": "Georgia",
    "cadc": "Washington D.C.",
    "cafc": "Washington D.C.",
    "bap1": "Massachusetts",
    "bap2": "New York",
    "bap6": "Ohio",
    "bap8": "Missouri",
    "bap9": "California",
    "bap10": "Colorado",
    "cit": "New York",
}
_SPECIAL = {
    "armfor": "its own rules of practice",
    "cavc": "its own rules of practice",
    "cit": "the Rules of the Court of International Trade",
    "fisc": "its own rules of procedure",
    "fiscr": "its own rules of procedure",
    "jpml": "the Panel's own rules of procedure",
    "tax": "the Tax Court's own rules of practice",
    "uscfc": "the Rules of the Court of Federal Claims",
    "acca": "its own rules of practice",
    "afcca": "its own rules of practice",
    "nmcca": "its own rules of practice",
    "uscgcoca": "its own rules of practice",
    "mc": "its own rules of practice",
    "atrc": "its own rules of procedure",
    "bia": "its own rules of practice",
}
_CAMBODIAN = (
    ("kh-phnompenh", "Phnom Penh Municipal Court", "trial"),
    ("kh-svayrieng", "Svay Rieng Provincial Court", "trial"),
    ("kh-appeal", "Court of Appeal, Phnom Penh", "appeal"),
    ("kh-supreme", "Supreme Court of Cambodia", "supreme"),
)
_METHODS = {
    "district": "frcp",
    "bankruptcy": "frbp",
    "bap": "frbp",
    "appeals": "frap",
    "supreme": "scotus",
    "special": "frcp",
}
_SITS_AFTER_ALL = frozenset({"njd"})  # courts-db holds only its first years
_GONE_AFTER_ALL = frozenset({"ncd", "okd", "wvad"})  # courts-db does not hold their end
_DISTRICT = re.compile(r"district court", re.IGNORECASE)
_APPEALS = re.compile(r"ca(\d+|dc|fc)")
_NOT_SITTING = re.compile(r"usdistct|uscirct|judcoun.*|circt.*")


def sitting_courts() -> list[dict[str, str]]:
    """Return a row for every federal court of courts-db that still sits, and for the Cambodian courts."""
    from courts_db import courts  # noqa: PLC0415 - a development dependency

    rows = [row for court in courts if court["system"] == "federal" for row in _row(court)]
    return sorted(rows, key=lambda row: row["id"]) + [_cambodian(*court) for court in _CAMBODIAN]


def write_courts() -> None:
    """Write courts.csv."""
    with COURTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sitting_courts())


def _row(court: dict[str, Any]) -> list[dict[str, str]]:
    kind = _kind(court)
    if kind is None or not _sits(court):
        return []
    identity = court["id"]
    place = _SEATS.get(identity, court["location"].replace("Washignton", "Washington"))
    state, circuit, zone = _STATES[place]
    return [
        {
            "id": identity,
            "name": " ".join(court["name"].split()),
            "kind": kind,
            "country": "US",
            "state": state,
            "circuit": _circuit(identity, circuit),
            "zone": _ZONES.get(identity, zone),
            "method": _METHODS[kind],
            "remark": _remark(identity),
        }
    ]


def _sits(court: dict[str, Any]) -> bool:
    identity = court["id"]
    open_ended = any(not dates["end"] for dates in court["dates"])
    return identity in _SITS_AFTER_ALL or (open_ended and identity not in _GONE_AFTER_ALL)


def _kind(court: dict[str, Any]) -> str | None:
    identity = court["id"]
    signs = (
        ("supreme", identity == "scotus"),
        ("special", identity in _SPECIAL),
        (None, _NOT_SITTING.fullmatch(identity)),
        ("bap", identity.startswith("bap")),
        ("bankruptcy", court["type"] == "bankruptcy"),
        ("appeals", _APPEALS.fullmatch(identity)),
        ("district", _DISTRICT.search(court["name"])),
    )
    return next((kind for kind, sign in signs if sign), None)


def _circuit(identity: str, circuit: str) -> str:
    found = re.fullmatch(r"(?:ca|bap)(\d+|dc|fc)", identity)
    return found[1] if found else ("" if identity in _SPECIAL or identity == "scotus" else circuit)


def _remark(identity: str) -> str:
    if identity in _SPECIAL:
        return f"This court follows {_SPECIAL[identity]}, which have not been read; the count follows FRCP 6."
    if identity in _PARTLY:
        return f"Times are those of the clerk's principal office; {_PARTLY[identity]}."
    return ""


def _cambodian(identity: str, name: str, kind: str) -> dict[str, str]:
    row = dict.fromkeys(COLUMNS, "")
    return row | {
        "id": identity,
        "name": name,
        "kind": kind,
        "country": "KH",
        "zone": "Asia/Phnom_Penh",
        "method": "kh-criminal",
    }


if __name__ == "__main__":
    write_courts()
