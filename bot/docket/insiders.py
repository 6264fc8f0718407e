"""Whoever owes something, or appears at it, is somebody who may see the case."""

from bot.docket.desk import Change
from bot.docket.sight import may_see
from bot.errors import AdQuemError
from storage.docket import Deadline, Entry


class OutsiderError(AdQuemError):
    """Somebody was to owe what they may not see."""

    def __init__(self, case: str, person: str) -> None:
        super().__init__(
            f"<@{person}> is in no channel that follows {case} and could not see it. Invite them to that channel, then "
            "name them again. If they are in it already, let them type `/docket` there once."
        )


def must_see(change: Change, row: Entry | Deadline, person: str | None) -> None:
    """Refuse to name somebody who may not see the case; whoever makes the change may see it.

    Raises:
        OutsiderError: if they may not.
    """
    if person and person != change.actor and not may_see(change.session, person, row.case_id):
        raise OutsiderError(f"C{row.case_id}" if row.id is None else f"the case of {row.ref}", person)
