"""Telling those whom a decision concerns: each case's own channels, and those who owe what moved."""

from collections.abc import Callable, Iterable, Sequence

from sqlmodel import Session

from handlers import phrases
from handlers.replies import Letter, Notice, Reply
from handlers.requests import Kind, Request
from handlers.views.blocks import Message, plainly
from storage.cases import cases_of_person, channels_of_case, language_of
from storage.docket import Deadline
from storage.settings import settings_of

Say = Callable[[Session], Sequence[str]]
"""What is told, line by line: rendered anew in the language of everybody who is told."""


def announced(request: Request, case_id: int, say: Say, *, mine: Sequence[str] = ()) -> Reply:
    """Tell every channel that follows a case; whoever asked somewhere else is told there, too.

    Args:
        request: what was asked, and where.
        case_id: the case that the news concern.
        say: what everybody reads who follows the case.
        mine: what only whoever asked may read, because it comes from other cases that they see.
    """
    with request.desk.look() as session:
        notices = to_channels(session, [case_id], lambda _: plainly("\n".join(say(session))))
        lines = [*([] if told_already(session, request, case_id) else say(session)), *mine]
    return Reply(message=plainly("\n".join(lines)) if lines else None, notices=notices)


def told_already(session: Session, request: Request, case_id: int) -> bool:
    """Return whether whoever asked reads it in the channel anyway; a pressed button is answered in its place."""
    return request.kind is not Kind.PRESS and request.who.channel_id in channels_of_case(session, case_id)


def to_channels(session: Session, case_ids: Iterable[int], say: Callable[[int], Message]) -> tuple[Notice, ...]:
    """Tell the channels of each case what concerns that case, in the language of the first of them."""
    notices = []
    for case_id in sorted(set(case_ids)):
        channels = channels_of_case(session, case_id)
        with phrases.spoken_in(settings_of(session, next(iter(channels), None)).language):
            notices.append(Notice(case_id=case_id, message=say(case_id)))
    return tuple(notices)


def to_channel(session: Session, channel_id: str, case_id: int, say: Callable[[], Message]) -> Notice:
    """Tell one channel, in its language, what concerns a case that it may follow no longer."""
    with phrases.spoken_in(settings_of(session, channel_id).language):
        return Notice(case_id=case_id, message=say(), channel_id=channel_id)


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
