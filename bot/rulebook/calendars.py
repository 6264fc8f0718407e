"""Which lists make up a court's calendar."""

from functools import cache

from bot.law.calendar import Calendar, build_calendar
from bot.law.problem import CourtCalendar
from bot.law.values import ClosedDay, Court
from bot.rulebook.holiday_lists import listed, of_state, official_years, projected

_OWN_STATE_LISTS = frozenset({"CA", "NY", "TX"})
_FURTHER_LISTS = {"MA": "us-ma", "DC": "us-inauguration", "MD": "us-inauguration", "VA": "us-inauguration"}
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
    return _cambodian() if court.country == "KH" else _federal(states_counted(court, method))


def states_counted(court: Court, method: str) -> tuple[str, ...]:
    """Return the states whose holidays are legal holidays for a court under a method."""
    if method == "scotus" or court.state is None:
        return ()
    states = {court.state}
    if method == "frap" and court.circuit in _CLERKS:
        states.add(_CLERKS[court.circuit])
    return tuple(sorted(states))


@cache
def _federal(states: tuple[str, ...]) -> CourtCalendar:
    return CourtCalendar(forward=_united(states), backward=_united(()))


@cache
def _united(states: tuple[str, ...]) -> Calendar:
    days = [*listed("us-federal"), *listed("us-presidential")]
    for state in states:
        days += _of_state(state)
    return build_calendar(days)


def _of_state(state: str) -> tuple[ClosedDay, ...]:
    """Return the holidays of a state: from our own list, or from the package but for days that a list of ours has."""
    if state in _OWN_STATE_LISTS:
        return listed(f"us-{state.lower()}")
    ours = listed(_FURTHER_LISTS[state]) if state in _FURTHER_LISTS else ()
    known = {closed.day for closed in ours}
    return (*ours, *(closed for closed in of_state(state) if closed.day not in known))


@cache
def _cambodian() -> CourtCalendar:
    calendar = build_calendar((*listed("kh"), *projected("kh")), official=official_years("kh"))
    return CourtCalendar(forward=calendar, backward=calendar)
