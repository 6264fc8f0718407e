"""What can be wrong with a request about feeds, each in the sentence that a lawyer reads."""

from bot.errors import AdQuemError


class NotYourFeedError(AdQuemError):
    """No address of this person has that number. It says the same whether somebody else's has it or not."""

    def __init__(self, said: str) -> None:
        named = f" “{said}”" if said.strip() else ""
        super().__init__(
            f"You have no calendar address{named}. `/calendar list` shows yours; `/calendar create` makes one."
        )
        self.said = said


class WhichFeedError(AdQuemError):
    """Somebody who has several addresses did not say which one."""

    def __init__(self, numbers: list[str]) -> None:
        super().__init__(
            f"You have several calendar addresses: say the number behind the command ({', '.join(numbers)}). "
            "`/calendar list` shows what each is for."
        )
        self.numbers = numbers


class RevokedError(AdQuemError):
    """The address was revoked before."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Calendar address {number} was revoked already and shows nothing any more. "
            "`/calendar create` makes a new one."
        )
        self.number = number


class NotInChannelError(AdQuemError):
    """Somebody asked for the feed of a channel that they are not in."""

    def __init__(self, channel_id: str) -> None:
        super().__init__(
            "A channel's calendar is for its members. Join the channel first, or type `/calendar create` for "
            "everything that you may see."
        )
        self.channel_id = channel_id


class AddressTooLongError(AdQuemError):
    """The address would be so long that some calendar programs silently refuse it."""

    def __init__(self, length: int, longest: int) -> None:
        super().__init__(
            f"The calendar address would be {length} characters long, and some programs silently refuse more than "
            f"{longest}. Set PUBLIC_URL to a shorter address."
        )
        self.length = length
