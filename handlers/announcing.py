"""Telling those whom a decision concerns: each case's own channels, and those who owe what moved."""

from collections.abc import Callable, Iterable, Sequence

from sqlmodel import Session

from handlers import phrases
from handlers.replies import Letter, Notice
from handlers.views.blocks import Message
from storage.cases import cases_of_person, channels_of_case, language_of
from storage.docket import Deadline
from storage.settings import settings_of


def to_channels(session: Session, case_ids: Iterable[int], say: Callable[[int], Message]) -> tuple[Notice, ...]:
    """Tell the channels of each case what concerns that case, in the language of the first of them."""
    notices = []
    for case_id in sorted(set(case_ids)):
        channels = channels_of_case(session, case_id)
        with phrases.spoken_in(settings_of(session, next(iter(channels), None)).language):
            notices.append(Notice(case_id=case_id, message=say(case_id)))
    return tuple(notices)


def to_owners(
    session: Session, deadlines: Iterable[Deadline], say: Callable[[Sequence[Deadline]], Message], *, besides: str
) -> tuple[Letter, ...]:
    """Tell those who owe deadlines, each in their language, of those that they may see; but not whoever did it."""
    owed: dict[str, list[Deadline]] = {}
    for deadline in deadlines:
        if deadline.owner and deadline.owner != besides:
            owed.setdefault(deadline.owner, []).append(deadline)
    letters = []
    for owner, theirs in owed.items():
        seen = {case.key for case in cases_of_person(session, owner)}
        if visible := [deadline for deadline in theirs if deadline.case_id in seen]:
            with phrases.spoken_in(language_of(session, owner)):
                letters.append(Letter(person_id=owner, message=say(visible)))
    return tuple(letters)
