"""Cases, the channels that follow them, and the people in those channels."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Field, Session, SQLModel, col, delete, select

_MOST_DIGITS = 9
_MEMBERS_LOCK = 7_411
"""Any number, the same in every process."""


class Case(SQLModel, table=True):
    """One docket in one court."""

    __tablename__ = "case_file"  # "case" is a word of SQL

    id: int | None = Field(default=None, primary_key=True)
    court: str
    docket_number: str
    caption: str
    alias: str = ""
    our_side: str = ""
    created_at: datetime
    created_by: str
    closed_at: datetime | None = None

    @property
    def key(self) -> int:
        """Return the id of a saved case."""
        return saved(self.id)

    @property
    def ref(self) -> str:
        """Return the short id that people say: `C2`."""
        return f"C{self.key}"


class ChannelLink(SQLModel, table=True):
    """A channel follows a case: its people may see it, its reminders arrive there."""

    __tablename__ = "channel_link"

    channel_id: str = Field(primary_key=True)
    case_id: int = Field(primary_key=True, foreign_key="case_file.id", index=True)
    linked_at: datetime
    linked_by: str


class Person(SQLModel, table=True):
    """Somebody of the team, as Slack knows them."""

    slack_id: str = Field(primary_key=True)
    name: str
    zone: str = "UTC"
    language: str = "en"


class Membership(SQLModel, table=True):
    """A person is in a channel, as Slack last told us."""

    channel_id: str = Field(primary_key=True)
    person_id: str = Field(primary_key=True, index=True)


def language_of(session: Session, person_id: str) -> str:
    """Return the language that a person chose (`en` or `km`); English, where they chose none."""
    query = select(Person.language).where(Person.slack_id == person_id)
    return session.exec(query).first() or "en"


def zone_of_person(session: Session, person_id: str) -> str:
    """Return the zone in which a person works, as Slack told us; UTC, where it did not."""
    return session.exec(select(Person.zone).where(Person.slack_id == person_id)).first() or "UTC"


def saved(key: int | None) -> int:
    """Return the key of a row that has been flushed.

    Raises:
        LookupError: if the row was never saved.
    """
    if key is None:
        raise LookupError("This row has not been saved yet.")
    return key


def is_a_number(text: str) -> bool:
    """Return whether a text can be the number of anything here: no database holds more than nine digits safely."""
    return text.isdecimal() and len(text) <= _MOST_DIGITS


def name_of(session: Session, person_id: str) -> str:
    """Return what a person is called in Slack; their id, where we do not know it."""
    person = session.get(Person, person_id)
    return person.name if person else person_id


def cases_of_channel(session: Session, channel_id: str) -> Sequence[Case]:
    """Return the cases that a channel follows, the oldest first."""
    links = select(col(ChannelLink.case_id)).where(ChannelLink.channel_id == channel_id)
    return session.exec(select(Case).where(col(Case.id).in_(links)).order_by(col(Case.id))).all()


def cases_of_court(session: Session, court: str) -> Sequence[Case]:
    """Return the open cases of a court."""
    return session.exec(
        select(Case).where(Case.court == court, col(Case.closed_at).is_(None)).order_by(col(Case.id))
    ).all()


def cases_of_person(session: Session, person_id: str) -> Sequence[Case]:
    """Return the cases followed by any channel that a person is in, the oldest first."""
    channels = select(col(Membership.channel_id)).where(Membership.person_id == person_id)
    links = select(col(ChannelLink.case_id)).where(col(ChannelLink.channel_id).in_(channels))
    return session.exec(select(Case).where(col(Case.id).in_(links)).order_by(col(Case.id))).all()


def cases_numbered(session: Session, court: str, docket_number: str) -> Sequence[Case]:
    """Return the cases with this number in this court: two, if the people of one may not see the other."""
    numbered = select(Case).where(Case.court == court, Case.docket_number == docket_number)
    return session.exec(numbered.order_by(col(Case.id))).all()


def case_by_ref(session: Session, ref: str) -> Case | None:
    """Return the case with a short id such as `c2`."""
    if ref[:1].upper() != "C" or not is_a_number(ref[1:]):
        return None
    return session.get(Case, int(ref[1:]))


def channels_of_case(session: Session, case_id: int) -> Sequence[str]:
    """Return the channels that follow a case, the first linked first."""
    links = select(ChannelLink).where(ChannelLink.case_id == case_id)
    return [link.channel_id for link in session.exec(links.order_by(col(ChannelLink.linked_at)))]


def channels_with_cases(session: Session) -> Sequence[str]:
    """Return every channel that follows a case."""
    return session.exec(select(col(ChannelLink.channel_id)).distinct().order_by(col(ChannelLink.channel_id))).all()


def channels_of_person(session: Session, person_id: str) -> Sequence[str]:
    """Return the channels that a person is in."""
    query = select(Membership.channel_id).where(Membership.person_id == person_id)
    return session.exec(query.order_by(Membership.channel_id)).all()


def people_of_case(session: Session, case_id: int) -> Sequence[str]:
    """Return the ids of everybody who may see a case: those in any channel that follows it."""
    links = select(col(ChannelLink.channel_id)).where(ChannelLink.case_id == case_id)
    query = select(Membership.person_id).where(col(Membership.channel_id).in_(links)).distinct()
    return session.exec(query.order_by(Membership.person_id)).all()


def is_member(session: Session, *, channel_id: str, person_id: str) -> bool:
    """Return whether a person is in a channel, as Slack last told us."""
    return session.get(Membership, (channel_id, person_id)) is not None


def people_of_channel(session: Session, channel_id: str) -> Sequence[Person]:
    """Return the known people of a channel, by name."""
    members = select(col(Membership.person_id)).where(Membership.channel_id == channel_id)
    return session.exec(select(Person).where(col(Person.slack_id).in_(members)).order_by(Person.name)).all()


def people_called(session: Session, said: str) -> Sequence[Person]:
    """Return the people with a Slack id, or with a name in any case."""
    wanted = said.strip().casefold()
    everybody = session.exec(select(Person).order_by(Person.slack_id))
    return [person for person in everybody if wanted in {person.slack_id.casefold(), person.name.casefold()}]


def every_case(session: Session) -> Sequence[Case]:
    """Return every case on the docket, the oldest first."""
    return session.exec(select(Case).order_by(col(Case.id))).all()


def names_of(session: Session, people: Iterable[str | None]) -> dict[str, str]:
    """Return how some people are called; those whom Slack never named are called by their ids."""
    wanted = {person: person for person in people if person}
    known = session.exec(select(Person.slack_id, Person.name).where(col(Person.slack_id).in_(wanted)))
    return wanted | dict(known.all())


def take_out(session: Session, *, person_id: str, channel_id: str) -> None:
    """Forget that a person was in a channel."""
    was_there = (col(Membership.channel_id) == channel_id, col(Membership.person_id) == person_id)
    session.exec(delete(Membership).where(*was_there))


def take_out_of_all(session: Session, person_id: str) -> None:
    """Forget every channel that a person was in."""
    session.exec(delete(Membership).where(col(Membership.person_id) == person_id))


def members_of(session: Session, channel_id: str) -> frozenset[str]:
    """Return the ids of the people who are in a channel, as Slack last told us."""
    query = select(Membership.person_id).where(Membership.channel_id == channel_id)
    return frozenset(session.exec(query))


def hold_members(session: Session, channel_id: str) -> None:
    """Make everybody else who says anew who is in a channel wait until this transaction ends."""
    if session.get_bind().dialect.name == "postgresql":  # SQLite's writers hold the whole file already
        lock = text("SELECT pg_advisory_xact_lock(:lock, hashtext(:channel))")
        session.execute(lock, {"lock": _MEMBERS_LOCK, "channel": channel_id})


def replace_members(session: Session, channel_id: str, person_ids: Iterable[str]) -> None:
    """Say anew who is in a channel: these people, and nobody else."""
    there, now = members_of(session, channel_id), frozenset(person_ids)
    gone = col(Membership.person_id).in_(there - now)
    session.exec(delete(Membership).where(col(Membership.channel_id) == channel_id, gone))
    for person_id in sorted(now - there):
        session.merge(Membership(channel_id=channel_id, person_id=person_id))
