import pytest

from handlers.requests import typed


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("Rainsy &amp; others", "Rainsy & others"),
        ("  two   words ", "two words"),
        ("a\x00b\x07c", "abc"),
        ("left\u202eright\u2066", "leftright"),
        ("ថ្ងៃ\u200bសុក្រ", "ថ្ងៃ\u200bសុក្រ"),
    ],
)
def test_what_was_typed_is_read_without_what_nobody_sees(sent: str, read: str) -> None:
    assert typed(sent) == read
