"""The vocabulary in which the limits are written: small checks that combine into larger ones."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True)
class Problems:
    """What is wrong, in Slack's words, each with a JSON pointer to where."""

    found: list[str] = field(default_factory=list)

    def add(self, message: str, pointer: str) -> None:
        """Note one problem."""
        self.found.append(f"{message} [json-pointer:{pointer}]")


Check: TypeAlias = Callable[[object, str, Problems], None]


def string(*, most: int, least: int = 0, pattern: str | None = None) -> Check:
    """Return a check for a string of so many Unicode code points."""

    def check(value: object, pointer: str, problems: Problems) -> None:
        if not isinstance(value, str):
            problems.add("must provide a string", pointer)
        elif len(value) > most:
            problems.add(f"must be less than {most + 1} characters", pointer)
        elif len(value) < least:
            problems.add(f"must be more than {least - 1} characters", pointer)
        elif pattern and not re.fullmatch(pattern, value):
            problems.add(f"does not match pattern: {pattern}", pointer)

    return check


def boolean(value: object, pointer: str, problems: Problems) -> None:
    """Check for true or false."""
    if not isinstance(value, bool):
        problems.add("must provide a boolean", pointer)


def integer(*, least: int | None = None, most: int | None = None) -> Check:
    """Return a check for a whole number in a range."""

    def check(value: object, pointer: str, problems: Problems) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            problems.add("must provide an integer", pointer)
        elif least is not None and value < least:
            problems.add(f"must be at least {least}", pointer)
        elif most is not None and value > most:
            problems.add(f"must be at most {most}", pointer)

    return check


def one_of(*allowed: str) -> Check:
    """Return a check for one of a few words."""

    def check(value: object, pointer: str, problems: Problems) -> None:
        if value not in allowed:
            problems.add(f"must be a valid enum value: {', '.join(allowed)}", pointer)

    return check


def items(of: Check, *, most: int, least: int = 1) -> Check:
    """Return a check for a list of so many items, each of which is checked, too."""

    def check(value: object, pointer: str, problems: Problems) -> None:
        if not isinstance(value, list):
            problems.add("must provide an array", pointer)
            return
        if len(value) > most:
            problems.add(f"no more than {most} items allowed", pointer)
        if len(value) < least:
            problems.add(f"no less than {least} items allowed", pointer)
        for number, item in enumerate(value):
            of(item, f"{pointer}/{number}", problems)

    return check


def shape(
    *, required: Mapping[str, Check], optional: Mapping[str, Check] | None = None, any_of: Collection[str] = ()
) -> Check:
    """Return a check for an object: its required fields, its optional ones, and no others."""
    known = {**required, **(optional or {})}

    def check(value: object, pointer: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            problems.add("must provide an object", pointer)
            return
        for name in required:
            if value.get(name) is None:
                problems.add(f"missing required field: {name}", pointer)
        if any_of and not any(value.get(name) is not None for name in any_of):
            problems.add(f"must define one of: {', '.join(any_of)}", pointer)
        for name, given in value.items():
            if name not in known:
                problems.add(f"invalid additional property: {name}", pointer)
            elif given is not None:
                known[name](given, f"{pointer}/{name}", problems)

    return check


def typed(kinds: Mapping[str, Check]) -> Check:
    """Return a check for an object whose `type` says which check applies."""

    def check(value: object, pointer: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            problems.add("must provide an object", pointer)
            return
        kind = value.get("type")
        if kind is None:
            problems.add("missing required field: type", pointer)
        elif not isinstance(kind, str) or kind not in kinds:
            problems.add(f"unsupported type: {kind}", f"{pointer}/type")
        else:
            kinds[kind](value, pointer, problems)

    return check


def also(first: Check, *others: Check) -> Check:
    """Return a check that makes several checks, one after the other."""

    def check(value: object, pointer: str, problems: Problems) -> None:
        for each in (first, *others):
            each(value, pointer, problems)

    return check
