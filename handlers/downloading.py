"""Fetching what somebody uploaded into a form: with the bot's token, from Slack and from nowhere else.

Whoever listens says through which client it speaks (`speaking_through`), as it says in which language.
"""

import logging
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit

from slack_sdk import WebClient

from bot.errors import AdQuemError
from handlers import phrases

SECONDS = 2
_REFUSED = frozenset({301, 302, 303, 307, 308, 401, 403})
_client: ContextVar[WebClient | None] = ContextVar("client", default=None)
_log = logging.getLogger("adquem.handlers")


class NotFetchedError(AdQuemError):
    """An uploaded file cannot be read."""


@contextmanager
def speaking_through(client: WebClient) -> Iterator[None]:
    """Fetch with a client's token while the context lasts."""
    before = _client.set(client)
    try:
        yield
    finally:
        _client.reset(before)


def fetched(file: Mapping[str, Any], *, most: int) -> bytes:
    """Return the content of a file that Slack tells of, up to one byte more than `most`.

    Raises:
        NotFetchedError: if Slack does not hand it over, or it is not kept at Slack.
    """
    client, url = _client.get(), str(file.get("url_private_download") or file.get("url_private") or "")
    if client is None or not client.token or not _is_slacks(url, client.base_url):
        raise NotFetchedError(phrases.IMPORT_NOT_FETCHED)
    asking = urllib.request.Request(url, headers={"Authorization": f"Bearer {client.token}"})  # noqa: S310 -- Slack's
    try:
        with _OPENER.open(asking, timeout=SECONDS) as answer:
            content = bytes(answer.read(most + 1))
    except HTTPError as error:
        _log.warning("A file could not be fetched: %s.", error.code)
        error.close()
        refused = error.code in _REFUSED
        raise NotFetchedError(phrases.IMPORT_NO_SCOPE if refused else phrases.IMPORT_NOT_FETCHED) from None
    except (OSError, HTTPException, ValueError) as error:
        _log.warning("A file could not be fetched: %s.", type(error).__name__)
        raise NotFetchedError(phrases.IMPORT_NOT_FETCHED) from None
    if answer.headers.get_content_type() == "text/html" and content.lstrip()[:1] == b"<":
        raise NotFetchedError(phrases.IMPORT_NO_SCOPE)  # Slack's sign-in page: the token may not read files
    return content


class _Straight(urllib.request.HTTPRedirectHandler):
    """Follows nobody elsewhere: the token is for Slack alone."""

    def redirect_request(self, *_: object) -> None:
        """Follow no redirection."""


_OPENER = urllib.request.build_opener(_Straight)


def _is_slacks(url: str, base_url: str) -> bool:
    """Return whether an address is one of Slack's, or of the workspace that the client speaks to."""
    try:
        asked, own = urlsplit(url), urlsplit(base_url)
    except ValueError:
        return False
    if (asked.scheme, asked.netloc) == (own.scheme, own.netloc):
        return True
    return asked.scheme == "https" and (asked.hostname or "").endswith((".slack.com", ".slack-files.com"))
