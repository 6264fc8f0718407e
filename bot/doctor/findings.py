"""One thing that was looked at."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Whether something is well, should be looked at, or must be mended: then dates or reminders are in danger."""

    WELL = "well"
    LOOK = "look"
    MEND = "mend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found about one thing, in a sentence, and what to do about it if it is not well."""

    about: str
    said: str
    state: State = State.WELL
    advice: str = ""


def well(about: str, said: str) -> Finding:
    """Return that something is well."""
    return Finding(about=about, said=said)


def look(about: str, said: str, advice: str) -> Finding:
    """Return that something should be looked at."""
    return Finding(about=about, said=said, state=State.LOOK, advice=advice)


def mend(about: str, said: str, advice: str) -> Finding:
    """Return that something must be mended."""
    return Finding(about=about, said=said, state=State.MEND, advice=advice)
