"""Families of arguable days: those that raise the same question every year, and may be settled together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.law.errors import UnknownQuestionError
from bot.rulebook.holiday_lists import OWN_STATE_LISTS
from bot.rulebook.reading import FOLDER, read_yaml

_STATE = "us-{}-holidays"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Days that raise the same question.

    Args:
        title: which days they are; `khmer`: the same in Khmer.
        cited: what either reading would cite.
    """

    id: str
    title: str
    khmer: str
    cited: Mapping[str, str]


def family_named(identity: str) -> Family:
    """Return a family by its id ("us-observed-friday").

    Raises:
        UnknownQuestionError: if there is none.
    """
    found = _families().get(identity)
    if found is None:
        known = ", ".join(_families())
        raise UnknownQuestionError(f"There is no family of days {identity!r}. There are {known}.")
    return found


@cache
def _families() -> Mapping[str, Family]:
    """Return every family: those that our lists name, and one for the holidays of each other state."""
    named = {
        identity: Family(
            id=identity,
            title=told["title"],
            khmer=told["khmer"],
            cited={"open": told["open"], "closed": told["closed"]},
        )
        for path in sorted((FOLDER / "holidays").glob("*.yml"))
        for identity, told in (read_yaml(path).get("families") or {}).items()
    }
    return {**{family.id: family for family in map(_of_state, _states())}, **named}


def _states() -> list[str]:
    import holidays  # noqa: PLC0415 - a tenth of a second that only these states cost

    return sorted(set(holidays.country_holidays("US").subdivisions) - OWN_STATE_LISTS)


def _of_state(state: str) -> Family:
    return Family(
        id=_STATE.format(state.lower()),
        title=f"Holidays of the state ({state}) that are no federal holidays",
        khmer=f"ថ្ងៃឈប់របស់រដ្ឋ ({state}) ដែលមិនមែនជាថ្ងៃឈប់សហព័ន្ធ",
        cited={"open": "no federal decision found", "closed": "FRCP 6(a)(6)(C)"},
    )
