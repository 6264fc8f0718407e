"""What the sweep asks of whoever speaks to Slack, and how that may fail."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.docket.desk import Desk
from bot.errors import AdQuemError
from bot.law import Court
from bot.reminders.digest import Digest
from bot.reminders.people import Duty
from bot.reminders.silence import EVERYBODY, unseen
from storage.cases import Case, Person
from storage.docket import Deadline, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """One reminder, ready to be put into words.

    Args:
        channel_id: where it goes; a person's id stands for a direct message.
        uid: the reminder's own id; `covers` are those of every row that this message answers for, its own included.
        meant_for: when those rows were meant to arrive, the earliest first.
        is_late: whether it arrives noticeably after the time it was meant for.
        recorded_late: whether its step had passed before the date was known.
        may_repeat: whether an earlier try may have been posted and nobody could look.
        rerouted_from: the channel that could not be reached, for a direct message in its stead.
        reachable_until: the last open day before a cut-off that falls on a closed day.
        duty: whose it is at present, and who of them is away.
        is_blind: whether whoever confirms it computes a date of their own first.
        language: in which it is said.
    """

    channel_id: str
    subject: str
    uid: str
    covers: tuple[str, ...]
    step: str
    now: datetime
    about: Deadline | Entry
    case: Case
    court: Court
    people: tuple[Person, ...] = ()
    meant_for: tuple[datetime, ...] = ()
    is_late: bool = False
    recorded_late: bool = False
    may_repeat: bool = False
    rerouted_from: str | None = None
    reachable_until: date | None = None
    duty: Duty = field(default_factory=Duty)
    is_blind: bool = False
    language: str = "en"

    @property
    def is_rerouted(self) -> bool:
        """Say whether it is a direct message because its channel refuses us, not because everybody is called."""
        call = unseen(self.step)
        return self.rerouted_from is not None and (call is None or call.level < EVERYBODY)


class Messenger(Protocol):
    """Whoever speaks to Slack."""

    def tell(self, digest: Digest) -> str:
        """Post a digest, as a reminder is posted."""
        ...

    def post(self, alarm: Alarm) -> str:
        """Post a reminder and return the timestamp that names it in its channel.

        Raises:
            DeliveryError: whichever kind says what to do next.
        """
        ...

    def attach(self, desk: Desk, digest: Digest, *, message_ts: str) -> None:
        """Let the docket as a file follow the first digest of a week, in the thread of its message."""
        ...

    def is_attached(self, digest: Digest, *, message_ts: str) -> bool:
        """Say whether a file stands in the thread of a digest already; where nobody may look, none does."""
        ...

    def redraw(self, desk: Desk, alarm: Alarm) -> None:
        """Bring the card of what a reminder is about up to date in its channel, where there is one.

        Raises:
            DeliveryError: if that cannot be done now.
        """
        ...

    def find(self, *, channel_id: str, uids: Collection[str], since: datetime) -> Mapping[str, str]:
        """Return which reminders stand in a channel's history already, with the timestamps of their messages.

        Raises:
            HistoryClosedError: if we may not look there.
            DeliveryError: as for posting.
        """
        ...


class DeliveryError(AdQuemError):
    """A reminder could not be delivered now. It is kept."""


class ThrottledError(DeliveryError):
    """Slack asks us to wait before we say more in that channel."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(f"Slack asked us to wait {wait.total_seconds():.0f} seconds before posting there again.")
        self.wait = wait


class OutageError(DeliveryError):
    """Slack did not answer, or answered that it is unwell. `in_doubt` if it may have taken the message all the same."""

    def __init__(self, cause: str, *, in_doubt: bool) -> None:
        super().__init__(f"Slack could not be reached ({cause}). The reminder is kept and tried again.")
        self.in_doubt = in_doubt


class ChannelRefusedError(DeliveryError):
    """That channel does not take our messages. `reason` is Slack's own word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Slack refused to post there ({reason}). Invite the bot, or let another channel follow the case."
        )
        self.reason = reason


class LockedOutError(DeliveryError):
    """Slack no longer knows our token: no channel can be reached."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Slack no longer accepts the bot's token ({reason}). Install the bot again and set its token."
        )
        self.reason = reason


class HistoryClosedError(DeliveryError):
    """We may not read that channel's history, so we cannot know what was posted."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The channel's history cannot be read ({reason}), so a reminder may arrive a second time.")
        self.reason = reason
