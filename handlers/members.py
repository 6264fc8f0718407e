"""Who comes and goes, and which channels: what a person may see follows the channels they are in, at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session

from bot.docket import cases, people
from handlers import phrases
from handlers.replies import Letter, Reply
from handlers.requests import Request
from handlers.roster import name_of
from handlers.views.blocks import plainly
from storage.cases import Case, Person, cases_of_channel, channels_of_case, language_of


def joined(request: Request) -> Reply:
    """Ask who is in a channel that somebody, or the bot itself, has joined."""
    return Reply(followed=request.who.channel_id)


def left(request: Request) -> Reply:
    """Forget that somebody is in a channel: what only it shows is closed to them from now on."""
    with request.desk.store.writing() as session:
        people.left(session, person_id=request.who.person_id, channel_id=request.who.channel_id or "")
    return Reply()


def archived(request: Request) -> Reply:
    """Write to those concerned when a channel is archived that alone follows a case: its reminders go nowhere.

    Its people still see the case, as they still read the channel; so they can let another channel follow it.
    """
    channel_id = request.who.channel_id or ""
    with request.desk.look() as session:
        alone = [case for case in cases_of_channel(session, channel_id) if _is_alone(session, case)]
        told = [_letter(session, person, channel_id, alone) for person in _concerned(session, request, alone)]
    return Reply(letters=tuple(told))


def unarchived(request: Request) -> Reply:
    """Ask who is in a channel that is in use again."""
    return Reply(followed=request.who.channel_id)


def changed(request: Request) -> Reply:
    """Remember a person's new name and zone; forget every channel of somebody whose account is closed."""
    user: Mapping[str, Any] = request.body["event"]["user"]
    person_id = str(user["id"])
    with request.desk.store.writing() as session:
        if user.get("deleted"):
            people.gone(session, person_id=person_id)
        elif known := session.get(Person, person_id):
            name, zone = name_of(user) or known.name, str(user.get("tz") or known.zone)
            people.meet(session, person_id=person_id, name=name, zone=zone)
    return Reply()


def _is_alone(session: Session, case: Case) -> bool:
    """Return whether a case that runs is followed by one channel only."""
    return not case.closed_at and len(channels_of_case(session, case.key)) == 1


def _concerned(session: Session, request: Request, alone: Sequence[Case]) -> list[str]:
    """Return whoever archived the channel, and the owners of what is open in its cases."""
    owners = (row.owner for case in alone for row in cases.still_ahead(session, case, now=request.desk.clock.now()))
    asked = [request.who.person_id] if alone else []
    return list(dict.fromkeys(person for person in (*asked, *owners) if person))


def _letter(session: Session, person_id: str, channel_id: str, alone: Sequence[Case]) -> Letter:
    refs = ", ".join(case.ref for case in alone)
    with phrases.spoken_in(language_of(session, person_id)):
        text = phrases.CHANNEL_ARCHIVED.format(channel=channel_id, refs=refs, first=alone[0].ref)
        return Letter(person_id=person_id, message=plainly(text))
