"""What reading a typed date can come to: a date, a moment, a question or a refusal. Never a guess."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias


class Wants(StrEnum):
    """What the question on the screen was: a day, a moment, or whichever was typed."""

    EITHER = "either"
    DATE = "date"
    MOMENT = "moment"


class Past(StrEnum):
    """What a date that has passed means to whoever asked for one."""

    ASK = "ask"
    """Something is to come: a date that has passed is asked about."""
    ALLOW = "allow"
    """Docket history: the past is as likely as the future."""
    UNSAID = "unsaid"
    """Nobody said: a full date is read as it stands, a date without a year is to come."""


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A whole day. The note says what was assumed on the way, if anything was."""

    value: date
    note: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ReadMoment:
    """An instant: an aware datetime, and the zone whose wall clock it shows (IANA name, or UTC+07:00)."""

    value: datetime
    zone: str
    note: str = field(default="", compare=False)


Meaning: TypeAlias = ReadDate | ReadMoment


@dataclass(frozen=True, slots=True)
class Ask:
    """The text can mean each of these, earliest first; one of them, chosen by a person, is the date."""

    question: str
    options: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Refuse:
    """The text is no date; the sentence says why and what to type instead."""

    sentence: str


Reading: TypeAlias = ReadDate | ReadMoment | Ask | Refuse
