"""Bytes as text: what Excel, LibreOffice and Numbers write, and a sentence for everything else."""

import codecs

from bot.importing.rows import MOST_BYTES, UnreadableFileError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ARCHIVES = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"BZh",
    b"\xfd7zXZ",
    b"\xd0\xcf\x11\xe0",
)


def must_fit(content: bytes) -> None:
    """Refuse what is empty, too long, or packed: nothing is ever unpacked here.

    Raises:
        UnreadableFileError: if so.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableFileError(
            f"The file is longer than {MOST_BYTES // 1000:,} kB. Split it, and import the parts one after the other."
        )
    if not content.strip():
        raise UnreadableFileError("The file is empty. Save it once more from where it comes, and try again.")
    if content.startswith(_ARCHIVES):
        raise UnreadableFileError(
            "This is a workbook or another packed file, which I do not open. In Excel or LibreOffice choose “Save As” "
            "and “CSV UTF-8”, and import that."
        )


def text_of(content: bytes) -> str:
    """Return the text of a file in UTF-8, or in UTF-16 with its mark.

    Raises:
        UnreadableFileError: if it is no such text.
    """
    must_fit(content)
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableFileError(
            f"The file is not in UTF-8: the first letter that I cannot read stands on line {line}. Save it as “CSV "
            "UTF-8” (or UTF-8 text) and try again; I do not guess letters."
        ) from None
    if "\0" in text:
        raise UnreadableFileError("This is no text, or it is damaged. Save it as CSV UTF-8, and try again.")
    return text
