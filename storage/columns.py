"""The few column shapes that all tables share."""

from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Dialect, String, TypeDecorator
from sqlmodel import Field


class Word(TypeDecorator[StrEnum]):
    """One word of a vocabulary, readable in the database itself."""

    impl = String(20)
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the word; refuse one that is not of the vocabulary."""
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        """Read the word back as a member of the vocabulary."""
        return None if value is None else self.kind(value)


def word(kind: type[StrEnum], **options: Any) -> Any:  # noqa: ANN401 -- it stands for SQLModel's Field
    """Return a column that holds one word of a vocabulary."""
    return Field(sa_type=Word(kind), **options)


def document(**options: Any) -> Any:  # noqa: ANN401 -- it stands for SQLModel's Field
    """Return a column that holds a small JSON document."""
    return Field(sa_type=JSON, **options)
