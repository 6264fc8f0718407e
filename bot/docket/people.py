"""Who is on the team and which channels they are in; what they may see follows from it."""

from collections.abc import Collection, Iterable

from sqlmodel import Session

from storage.cases import (
    Membership,
    Person,
    hold_members,
    members_of,
    replace_members,
    take_out,
    take_out_of_all,
)


def meet(session: Session, *, person_id: str, name: str, zone: str) -> Person:
    """Remember a person as Slack knows them now; their language stays as they chose it."""
    person = session.get(Person, person_id) or Person(slack_id=person_id, name=name)
    person.name, person.zone = name, zone
    session.add(person)
    session.flush()
    return person


def joined(session: Session, *, person_id: str, channel_id: str) -> None:
    """Remember that a person is in a channel."""
    session.merge(Membership(channel_id=channel_id, person_id=person_id))


def left(session: Session, *, person_id: str, channel_id: str) -> None:
    """Forget that a person was in a channel: what only it shows is closed to them at once."""
    take_out(session, person_id=person_id, channel_id=channel_id)


def are_in(
    session: Session, *, channel_id: str, person_ids: Iterable[str], instead_of: Collection[str] | None = None
) -> bool:
    """Remember that these people, and nobody else, are in a channel; return whether it was written.

    Args:
        instead_of: who was known to be there when Slack was asked. If others are known now, somebody came or went
            meanwhile: the answer may be older than that, and nothing is written.
    """
    hold_members(session, channel_id)
    if instead_of is not None and members_of(session, channel_id) != frozenset(instead_of):
        return False
    replace_members(session, channel_id, person_ids)
    return True


def gone(session: Session, *, person_id: str) -> None:
    """Forget every channel that a person was in: their account is closed, and they see nothing any more."""
    take_out_of_all(session, person_id)
