"""Which lists make up a court's calendar."""

from functools import cache

from bot.law.calendar import Calendar, build_calendar
from bot.law.problem import CourtCalendar
from bot.law.values import ClosedDay, Court
from bot.rulebook.holiday_lists import OWN_STATE_LISTS, listed, of_state, official_years, projected

_FURTHER_LISTS = {"IL": "us-il", "MA": "us-ma", "NV": "us-nv", "PA": "us-pa"}
_COURT_LISTS = {
    "ilnd": "us-ilnd",
    **dict.fromkeys(("mdd", "mdb", "vaed", "vaeb"), "us-inauguration"),  # they sit in Greenbelt and in Alexandria
}
_CLERKS = {
    "1": "MA",
    "2": "NY",
    "3": "PA",
    "4": "VA",
    "5": "LA",
    "6": "OH",
    "7": "IL",
    "8": "MO",
    "9": "CA",
    "10": "CO",
    "11": "GA",
    "dc": "DC",
    "fc": "DC",
}


def calendars_of(court: Court, method: str) -> CourtCalendar:
    """Return the calendars of a court for a method of counting.

    A period under FRAP 26 counts the holidays of the state of the district court and of the circuit clerk's principal
    office; the Supreme Court counts no state's.
    """
    return _cambodian() if court.country == "KH" else _federal(states_counted(court, method), _own_list(court))


def _own_list(court: Court) -> str | None:
    """Return the list of days that are closed, or arguably so, in a court and in both directions.

    Inauguration Day is one in every court of the District of Columbia, and where a court sits in the counties around it
    that 5 U.S.C. 6103(c) names; the Fourth Circuit's clerk sits in Richmond, outside of them.
    """
    return "us-inauguration" if court.state == "DC" else _COURT_LISTS.get(court.id)


def states_counted(court: Court, method: str) -> tuple[str, ...]:
    """Return the states whose holidays are legal holidays for a court under a method."""
    if method == "scotus" or court.state is None:
        return ()
    states = {court.state}
    if method == "frap" and court.circuit in _CLERKS:
        states.add(_CLERKS[court.circuit])
    return tuple(sorted(states))


def _federal(states: tuple[str, ...], own: str | None = None) -> CourtCalendar:
    return CourtCalendar(forward=_united(states, own), backward=_united((), own))


@cache
def _united(states: tuple[str, ...], own: str | None = None) -> Calendar:
    days = [*listed("us-federal"), *listed("us-presidential"), *(listed(own) if own else ())]
    for state in states:
        days += _of_state(state)
    unchecked = ", ".join(state for state in states if state not in OWN_STATE_LISTS)
    return build_calendar(days, unchecked=unchecked)


def _of_state(state: str) -> tuple[ClosedDay, ...]:
    """Return the holidays of a state: from our own list, or from the package but for days that a list of ours has."""
    if state in OWN_STATE_LISTS:
        return listed(f"us-{state.lower()}")
    ours = listed(_FURTHER_LISTS[state]) if state in _FURTHER_LISTS else ()
    known = {closed.day for closed in ours}
    return (*ours, *(closed for closed in of_state(state) if closed.day not in known))


@cache
def _cambodian() -> CourtCalendar:
    calendar = build_calendar((*listed("kh"), *projected("kh")), official=official_years("kh"))
    return CourtCalendar(forward=calendar, backward=calendar)
