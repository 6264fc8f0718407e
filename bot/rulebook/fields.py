"""Reading the fields of a YAML file: each of its own kind, or a sentence that names file, line and field."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from bot.rulebook.reading import Lines

Word = TypeVar("Word", bound=StrEnum)
Item = TypeVar("Item")


def only(lines: Lines, known: frozenset[str]) -> None:
    """Refuse fields that are not known."""
    for field in lines:
        if field not in known:
            raise lines.wrong(field, f"this field is not known here. Known are {', '.join(sorted(known))}.")


def text(lines: Lines, field: str) -> str:
    """Return a field that must be there and be text, or a number that stands for itself."""
    value = lines.get(field)
    if not isinstance(value, str | int) or isinstance(value, bool) or value == "":
        raise lines.wrong(field, "this field is needed, as text." if value is None else "this must be text.")
    return str(value)


def text_if_given(lines: Lines, field: str) -> str | None:
    """Return a field that may be there and then is text."""
    return None if lines.get(field) is None else text(lines, field)


def texts(lines: Lines, field: str) -> list[str]:
    """Return a field that must be there and be a list of texts."""
    return _all_of(str, lines, field, "this must be a list of texts: [one, two].")


def texts_if_given(lines: Lines, field: str) -> list[str]:
    """Return a field that may be there and then is a list of texts; an empty list if it is not."""
    return texts(lines, field) if field in lines else []


def items(lines: Lines, field: str) -> list[Lines]:
    """Return a field that must be there and be a list of items with fields of their own."""
    return _all_of(Lines, lines, field, "this must be a list, each item with its own fields.")


def _all_of(kind: type[Item], lines: Lines, field: str, otherwise: str) -> list[Item]:
    value = lines.get(field)
    if not isinstance(value, list) or not value or not all(isinstance(item, kind) for item in value):
        raise lines.wrong(field, otherwise)
    return value


def list_if_given(lines: Lines, field: str) -> list[Any]:
    """Return a field that may be there and then is a list of anything; an empty list if it is not."""
    value = lines.get(field)
    if value is not None and not isinstance(value, list):
        raise lines.wrong(field, "this must be a list: [one, two].")
    return value or []


def flag(lines: Lines, field: str) -> bool | None:
    """Return a field that may be there and then is true or false."""
    value = lines.get(field)
    if value is not None and not isinstance(value, bool):
        raise lines.wrong(field, "write true or false.")
    return value


def day(lines: Lines, field: str) -> date | None:
    """Return a field that may be there and then is a day."""
    value = lines.get(field)
    if value is not None and type(value) is not date:
        raise lines.wrong(field, "write a day as 2018-05-04.")
    return value


def word(lines: Lines, field: str, words: Callable[[str], Word]) -> Word:
    """Return a field that must be there and be one of some words."""
    value = lines.get(field)
    try:
        return words(str(value))
    except ValueError:
        known = ", ".join(one.value for one in words)  # type: ignore[attr-defined]
        raise lines.wrong(field, f"{value!r} is none of {known}.") from None
