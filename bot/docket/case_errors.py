"""What can be wrong with a request about a case, each in the sentence that a lawyer reads."""

from collections.abc import Sequence

from bot.errors import AdQuemError

_MOST_NAMED = 10


class CaseIsClosedError(AdQuemError):
    """Something new was to be put on the docket of a closed case."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"{ref} is closed; nothing was changed. `/case reopen {ref}` opens it again.")


class CaseClosedAlreadyError(AdQuemError):
    """The case was closed before."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"{ref} is closed already; nothing was changed. `/case reopen {ref}` opens it again.")


class CaseNotClosedError(AdQuemError):
    """A case that runs was to be opened again."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"{ref} is not closed; nothing was changed.")


class CaseStillRunsError(AdQuemError):
    """A case was to be closed while something is still ahead in it."""

    def __init__(self, ref: str, ahead: Sequence[str]) -> None:
        named = ", ".join(ahead[:_MOST_NAMED])
        more = f" and {len(ahead) - _MOST_NAMED} more" if len(ahead) > _MOST_NAMED else ""
        super().__init__(
            f"{ref} cannot be closed: {named}{more} still stand open in it. Bring each to its end first: "
            f"`/deadline done`, `/deadline moot`, `/hearing held` or `/hearing vacate`."
        )


class NotFollowedHereError(AdQuemError):
    """The channel does not follow the case."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"This channel does not follow {ref}; nothing was changed. `/case list` shows those that it follows."
        )


class LastChannelError(AdQuemError):
    """The only channel that follows a case was to let go of it."""

    def __init__(self, ref: str, open_ones: int) -> None:
        waiting = f" {open_ones} open in it would remind nobody." if open_ones else ""
        super().__init__(
            f"This is the only channel that follows {ref}: nobody could see it any more.{waiting} Nothing was changed. "
            f"First type `/case link {ref}` in another channel, or, if it is over, `/case close {ref}` here."
        )


class CaseChangedMeanwhileError(AdQuemError):
    """Somebody edited the case while a form about it was open."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"{ref} was edited meanwhile. Nothing was changed. Close this form and open it again.")


class NothingEditedError(AdQuemError):
    """A case was edited to what it is."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"That is how {ref} stands already; nothing was changed.")
