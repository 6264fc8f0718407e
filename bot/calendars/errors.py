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


class EndIsPastError(AdQuemError):
    """An address was asked for that would have ended already."""

    def __init__(self) -> None:
        super().__init__(
            "That day is over, and the address would show nothing. Name a day to come: "
            "`/calendar create for 90 days`, or `/calendar create until 1 June 2030`."
        )


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


class NotOnCalendarsError(AdQuemError):
    """Somebody asked for the calendar file of what has no place on a calendar."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"{ref} is not on calendars: only hearings, deadlines, and rulings and orders of a known day are. "
            "`/docket export ics` takes everything that is."
        )
        self.ref = ref
