"""Say who owes a deadline, and who stands in for them."""

from bot.docket.deadlines import must_be_open
from bot.docket.desk import Change
from bot.docket.insiders import OutsiderError
from bot.docket.sight import may_see
from bot.errors import AdQuemError
from storage.docket import Deadline


class OwnBackupError(AdQuemError):
    """The same person was named twice."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"The backup of {ref} must be somebody else than its owner. Name another person.")


class AssignedAlreadyError(AdQuemError):
    """Nothing would change."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"{ref} is assigned like that already; nothing was changed.")


def assign(change: Change, *, deadline: Deadline, owner: str | None, backup: str | None) -> tuple[str, ...]:
    """Say who owes a deadline and who stands in for them (None: nobody); return those for whom that is new.

    Raises:
        NotOpenError: if the deadline is done or moot.
        OwnBackupError: if both are the same person.
        AssignedAlreadyError: if nothing would change.
        OutsiderError: if one of them may not see the case.
    """
    must_be_open(deadline)
    old = deadline.owner, deadline.backup
    if owner is not None and owner == backup:
        raise OwnBackupError(deadline.ref)
    if (owner, backup) == old:
        raise AssignedAlreadyError(deadline.ref)
    newcomers = tuple(person for person in (owner, backup) if person and person not in old)
    for person in newcomers:
        if not may_see(change.session, person, deadline.case_id):
            raise OutsiderError(f"the case of {deadline.ref}", person)
    deadline.owner, deadline.backup = owner, backup
    deadline.sequence += 1
    change.keep_deadline(deadline)
    change.log(
        "deadline.assigned",
        subject=deadline.ref,
        case_id=deadline.case_id,
        old=list(old),
        new=[owner, backup],
    )
    return newcomers
