"""Who the newcomer may be in the practice workspace. The people are invented; their zones are the team's."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.practice import Channel, Kind, Person

START = datetime(2018, 5, 7, 8, 30, tzinfo=ZoneInfo("America/Los_Angeles"))
"""The morning of Monday 7 May 2018 in San Francisco: the order denying the application is three days old."""

PEOPLE = (
    Person(id="U0MAYA", name="maya", real_name="Maya Chen", tz="America/Los_Angeles"),
    Person(id="U0CLAIRE", name="claire", real_name="Claire Martin", tz="Europe/Paris"),
    Person(id="U0DARA", name="dara", real_name="Dara Sok", tz="Asia/Phnom_Penh"),
    Person(id="U0ALEX", name="alex", real_name="Alex Rivera (admin)", tz="America/Los_Angeles"),
    Person(id="U0SOPHEA", name="sophea", real_name="Sophea Lim (#rainsy-kh only)", tz="Asia/Phnom_Penh"),
)

_EVERYBODY = frozenset(person.id for person in PEOPLE)
_WITHOUT_SOPHEA = _EVERYBODY - {"U0SOPHEA"}

CHANNELS = (
    Channel(
        id="C0RAINSYUS",
        name="rainsy-us",
        kind=Kind.PRIVATE,
        members=_WITHOUT_SOPHEA,
        topic="Rainsy v. Facebook, N.D. Cal. 3:18-mc-80024-SK",
    ),
    Channel(
        id="C0RELATEDUS",
        name="related-us",
        kind=Kind.PRIVATE,
        members=_WITHOUT_SOPHEA,
        topic="The other applications under 28 U.S.C. § 1782, and what courts made of them",
    ),
    Channel(
        id="C0RAINSYKH",
        name="rainsy-kh",
        kind=Kind.PRIVATE,
        members=_EVERYBODY,
        topic="The proceedings in Cambodia",
    ),
    Channel(
        id="C0RAINSYALL",
        name="rainsy-all",
        kind=Kind.PRIVATE,
        members=_WITHOUT_SOPHEA,
        topic="Both countries, in order",
    ),
)
"""The people of each channel; whoever opens the workspace invites the bot."""

GREETED = "C0RAINSYUS"
"""The channel in which the newcomer is greeted."""

EVERYTHING = "rainsy-all"
"""The channel that follows every case, beside its own."""


def channel_id(name: str) -> str:
    """Return the id of one of the channels."""
    return next(channel.id for channel in CHANNELS if channel.name == name)
