"""Every error that the sweep meets has its kind, said as an error or remembered as a row's trouble."""

from datetime import timedelta

import pytest

from bot.metrics import Failure, failure_in, failure_of
from bot.reminders import ChannelRefusedError, HistoryClosedError, LockedOutError, OutageError, ThrottledError

KINDS = [
    (OutageError("status 503", in_doubt=True), Failure.SERVER_ERROR),
    (OutageError("internal_error", in_doubt=True), Failure.SERVER_ERROR),
    (OutageError("TimeoutError", in_doubt=True), Failure.TIMEOUT),
    (OutageError("request_timeout", in_doubt=True), Failure.TIMEOUT),
    (OutageError("ConnectionRefusedError", in_doubt=False), Failure.UNREACHABLE),
    (OutageError("gaierror", in_doubt=False), Failure.UNREACHABLE),
    (LockedOutError("token_revoked"), Failure.TOKEN_REFUSED),
    (ChannelRefusedError("is_archived"), Failure.CHANNEL_REFUSED),
]


@pytest.mark.parametrize(("error", "kind"), KINDS)
def test_an_error_and_the_row_that_remembers_it_are_of_the_same_kind(error: Exception, kind: Failure) -> None:
    assert failure_of(error) is kind
    assert failure_in(str(error)) is kind


def test_slacks_request_to_wait_has_a_kind_of_its_own() -> None:
    assert failure_of(ThrottledError(timedelta(seconds=30))) is Failure.RATE_LIMITED


@pytest.mark.parametrize("trouble", ["", "Something unexpected happened: ValueError", "Rainsy (v.) Facebook"])
def test_what_nobody_foresaw_is_of_no_kind_and_repeats_no_word(trouble: str) -> None:
    assert failure_in(trouble) is Failure.OTHER
    assert failure_of(ValueError(trouble)) is Failure.OTHER


def test_closed_history_is_of_no_kind() -> None:
    assert failure_of(HistoryClosedError("missing_scope")) is Failure.OTHER
