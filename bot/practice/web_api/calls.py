import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.practice.nouns import Json
from bot.practice.refusals import Refusal
from bot.practice.state import SlackState

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of one method, whichever way its arguments came: form, query or JSON."""

    method: str
    arguments: Mapping[str, Any]
    token: str | None = None

    def text(self, name: str) -> str | None:
        """Return an argument as text, or None if it was left out or empty."""
        value = self.arguments.get(name)
        return None if value in {None, ""} else str(value)

    def required(self, name: str) -> str:
        """Return an argument that must be there.

        Raises:
            Refusal: `invalid_arguments`, if it is not.
        """
        value = self.text(name)
        if value is None:
            raise Refusal("invalid_arguments", messages=[f"missing required field: {name} [json-pointer:/{name}]"])
        return value

    def flag(self, name: str) -> bool:
        """Return whether an argument says yes."""
        return str(self.arguments.get(name, "")).lower() in {"true", "1"}

    def number(self, name: str, *, default: int, most: int) -> int:
        """Return an argument as a number between 1 and a maximum.

        Raises:
            Refusal: `invalid_arguments`, if it is none.
        """
        given = self.text(name) or str(default)
        if not given.isdecimal() or not 1 <= int(given) <= most:
            raise Refusal("invalid_arguments", messages=[f"must be between 1 and {most} [json-pointer:/{name}]"])
        return int(given)

    def parsed(self, name: str, *, error: str) -> object:
        """Return an argument that holds JSON, parsed if it came as text.

        Raises:
            Refusal: `error`, if the text is no JSON.
        """
        value = self.arguments.get(name)
        if not isinstance(value, str) or not value:
            return value if value != "" else None
        try:
            return json.loads(value)
        except ValueError:
            raise Refusal(error) from None

    def names(self, name: str) -> tuple[str, ...]:
        """Return an argument that lists names, separated by commas."""
        value = self.arguments.get(name) or ""
        parts = value if isinstance(value, list) else str(value).split(",")
        return tuple(str(part).strip() for part in parts if str(part).strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One method: what it does, which scopes it needs, and whose token opens it (None: nobody's)."""

    run: Callable[[SlackState, Call], Json]
    scopes: tuple[str, ...] = ()
    token: str | None = "xoxb-"  # noqa: S105 - the prefix says what kind of token is meant


def need_scope(slack: SlackState, *any_of: str) -> None:
    """Insist on one of several scopes.

    Raises:
        Refusal: `missing_scope`, with what was needed and what was granted.
    """
    if any_of and not slack.manifest.scopes & set(any_of):
        provided = ",".join(sorted(slack.manifest.scopes))
        raise Refusal("missing_scope", needed=",".join(any_of), provided=provided)


def paged(items: Sequence[Item], call: Call, *, default: int = 100, most: int = 1000) -> tuple[list[Item], str]:
    """Return one page of a list and the cursor of the next page, empty at the end.

    Raises:
        Refusal: `invalid_cursor`, for a cursor that was never given out.
    """
    limit = call.number("limit", default=default, most=most)
    start = _position(call.text("cursor"))
    following = start + limit
    cursor = base64.b64encode(f"next:{following}".encode()).decode() if following < len(items) else ""
    return list(items[start:following]), cursor


def _position(cursor: str | None) -> int:
    if cursor is None:
        return 0
    try:
        return int(base64.b64decode(cursor, validate=True).decode().removeprefix("next:"))
    except ValueError:
        raise Refusal("invalid_cursor") from None
