"""Who may see what: the members of a channel see the cases that it follows, and nobody sees more."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.docket.errors import NoCaseHereError, NotOnTheDocketError, SeveralOfThatNameError, WhichCaseError
from storage.cases import Case, cases_of_channel, cases_of_person, channels_of_person, is_member
from storage.docket import Deadline, Entry, deadline_by_ref, entry_by_ref

_ENTRIES = "HROFSN"
_KINDS = {"C": "C", "D": "D", "H": _ENTRIES}
_SHOWN_BY = {
    "C": "/case",
    "D": "/deadline",
    "H": "/hearing",
    "R": "/ruling",
    **dict.fromkeys("OFSN", "/order"),
}
"""The command that shows what a short id names, by its letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """A person, and the channel in which they ask (none in App Home or a direct message).

    `vouched` says that Slack itself tells that they are in that channel, as it does of a command typed there. A form
    that was opened there tells only where to answer: whoever opened it may have left since.
    """

    person_id: str
    channel_id: str | None = None
    vouched: bool = False


def cases_here(session: Session, viewer: Viewer) -> Sequence[Case]:
    """Return the cases that the channel follows, if the person may see them; outside of a channel, all they may see."""
    visible = visible_cases(session, viewer)
    if not viewer.channel_id or viewer.channel_id.startswith("D"):
        return visible
    followed = {case.key for case in cases_of_channel(session, viewer.channel_id)}
    return [case for case in visible if case.key in followed]


def visible_cases(session: Session, viewer: Viewer) -> list[Case]:
    """Return every case that a person may see: those of any channel they are in, the oldest first."""
    here = cases_of_channel(session, viewer.channel_id) if viewer.channel_id and viewer.vouched else ()
    cases = {case.key: case for case in (*here, *cases_of_person(session, viewer.person_id))}
    return [cases[key] for key in sorted(cases)]


def may_see(session: Session, person_id: str, case_id: int) -> bool:
    """Return whether somebody is in a channel that follows a case."""
    return case_id in _visible_keys(session, Viewer(person_id=person_id))


def find_case(session: Session, viewer: Viewer, said: str) -> Case:
    """Return the visible case with that short id, or else that docket number, or else that code name.

    Capitals do not matter; a short id always wins.

    Raises:
        NotOnTheDocketError: if there is none, or none that the person may see.
        SeveralOfThatNameError: if there are several.
    """
    wanted = said.strip().casefold()
    cases = visible_cases(session, viewer)
    for names in (_ref, _docket_number, _alias):
        named = [case for case in cases if wanted and names(case).casefold() == wanted]
        if len(named) > 1:
            raise SeveralOfThatNameError(said.strip(), [case.ref for case in named])
        if named:
            return named[0]
    raise _not_found(said, "C1", "C2")


def _not_found(said: str, first: str, second: str) -> NotOnTheDocketError:
    """Return the refusal of a name; it knows nothing but what was typed, and of what kind that would be."""
    ref, kinds = said.strip().upper(), _KINDS.get(first[0], "")
    command = _SHOWN_BY.get(ref[:1], "") if ref[1:].isdecimal() and ref[:1] not in kinds else ""
    return NotOnTheDocketError(said, _other_than(said, first, second), shown_by=command and f"{command} show {ref}")


def _other_than(said: str, first: str, second: str) -> str:
    """Return an example that is not what was typed in vain."""
    return second if said.strip().upper() == first else first


def _ref(case: Case) -> str:
    return case.ref


def _docket_number(case: Case) -> str:
    return case.docket_number


def _alias(case: Case) -> str:
    return case.alias


def the_case_here(session: Session, viewer: Viewer, *, example: str) -> Case:
    """Return the one case that the channel follows.

    Raises:
        NoCaseHereError: if it follows none.
        WhichCaseError: if it follows several.
    """
    cases = cases_here(session, viewer)
    if not cases:
        raise NoCaseHereError
    if len(cases) > 1:
        raise WhichCaseError([case.ref for case in cases], example)
    return cases[0]


def find_entry(session: Session, viewer: Viewer, said: str) -> Entry:
    """Return the visible entry with that short id.

    Raises:
        NotOnTheDocketError: if there is none, or none that the person may see.
    """
    entry = entry_by_ref(session, said.strip())
    if entry is None or entry.case_id not in _visible_keys(session, viewer):
        raise _not_found(said, "H12", "H13")
    return entry


def find_deadline(session: Session, viewer: Viewer, said: str) -> Deadline:
    """Return the visible deadline with that short id.

    Raises:
        NotOnTheDocketError: if there is none, or none that the person may see.
    """
    deadline = deadline_by_ref(session, said.strip())
    if deadline is None or deadline.case_id not in _visible_keys(session, viewer):
        raise _not_found(said, "D45", "D46")
    return deadline


def _visible_keys(session: Session, viewer: Viewer) -> set[int]:
    return {case.key for case in visible_cases(session, viewer)}


def is_in(session: Session, viewer: Viewer) -> bool:
    """Return whether a person is in the channel in which they ask: only its people choose for it."""
    if not viewer.channel_id or viewer.channel_id.startswith("D"):
        return False
    return viewer.vouched or is_member(session, channel_id=viewer.channel_id, person_id=viewer.person_id)


def channels_seen(session: Session, viewer: Viewer) -> set[str]:
    """Return the channels that a person is in: of any other nothing is told, not even that it is there."""
    here = {viewer.channel_id} if viewer.channel_id and viewer.vouched else set()
    return {*here, *channels_of_person(session, viewer.person_id)}
