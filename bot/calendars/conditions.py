"""The conditions that a request for a feed may carry (RFC 9110)."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache

_ASCTIME = re.compile(rb"[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}")


def headers_of(lines: Sequence[tuple[bytes, bytes]]) -> Mapping[bytes, bytes]:
    """Return what a request says in its headers; one that comes on several lines is one list (RFC 9110, 5.3)."""
    said = dict(lines)
    if len(said) == len(lines):
        return said
    return {name: b", ".join(value for other, value in lines if other == name) for name in said}


def entity_tag(tag: str, *, gzipped: bool) -> bytes:
    """Return the ETag of a content; its gzipped form carries a weak one, for its bytes are others."""
    return f'W/"{tag}"'.encode() if gzipped else f'"{tag}"'.encode()


def http_date(moment: datetime) -> bytes:
    """Write an instant in UTC as HTTP does."""
    return format_datetime(moment, usegmt=True).encode()


def is_unchanged(
    tag: str, since: datetime | None, *, if_none_match: bytes | None, if_modified_since: bytes | None
) -> bool:
    """Return whether the client has this content already. Tags are compared weakly, and tags overrule dates.

    Args:
        since: the second since when the content says what it says, if that is known.
    """
    if if_none_match is not None:
        return if_none_match.strip() == b"*" or f'"{tag}"'.encode() in _opaque_tags(if_none_match)
    if if_modified_since is None or since is None:
        return False
    known = _read_date(if_modified_since)
    return known is not None and since <= known


@lru_cache(maxsize=256)
def accepts_gzip(accept_encoding: bytes) -> bool:
    """Return whether a client takes gzip. Silence means no: it may not know what to do with it."""
    weights = {}
    for offer in accept_encoding.decode("latin-1").lower().split(","):
        coding, _, parameters = offer.partition(";")
        weights[coding.strip()] = _weight(parameters)
    return weights.get("gzip", weights.get("*", 0.0)) > 0


@lru_cache(maxsize=256)
def _opaque_tags(header: bytes) -> frozenset[bytes]:
    return frozenset(tag.strip().removeprefix(b"W/") for tag in header.split(b","))


def _weight(parameters: str) -> float:
    name, _, value = parameters.partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0


def _read_date(header: bytes) -> datetime | None:
    """Return the instant of an HTTP date in any of its three forms, one of which names no zone: it is in UTC."""
    try:
        date = parsedate_to_datetime(header.decode("latin-1"))
    except (ValueError, OverflowError):
        return None
    if date.tzinfo is None and _ASCTIME.fullmatch(header.strip()):
        return date.replace(tzinfo=UTC)
    return date if date.tzinfo else None
