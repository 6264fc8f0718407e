"""How much a calendar says."""

from enum import StrEnum


class Detail(StrEnum):
    """How much a feed says: all of it, code names only, or only that the time is taken."""

    FULL = "full"
    ALIAS = "alias"
    BUSY = "busy"


class Rings(StrEnum):
    """When an event may ring, if a feed has an alarm: never, before its hour, or before its day."""

    NEVER = "never"
    HOUR = "hour"
    DAY = "day"
