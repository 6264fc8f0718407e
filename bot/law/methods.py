"""Every method of computing time that we hold, by name."""

from collections.abc import Mapping

from bot.law.cambodian_methods import CAMBODIAN
from bot.law.errors import UnknownMethodError
from bot.law.federal_methods import FEDERAL
from bot.law.method import Method

METHODS: Mapping[str, Method] = {method.id: method for method in (*FEDERAL, *CAMBODIAN)}


def method_named(name: str) -> Method:
    """Return a method by its id.

    Raises:
        UnknownMethodError: if there is none.
    """
    try:
        return METHODS[name.strip().lower()]
    except KeyError:
        raise UnknownMethodError(f"There is no method {name!r}. The methods are {', '.join(METHODS)}.") from None
