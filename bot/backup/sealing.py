"""Encryption with age (age-encryption.org): for a public key here, opened with a secret key kept elsewhere."""

from collections.abc import Sequence
from pathlib import Path

import pyrage
from pyrage import x25519

from bot.backup.errors import DamagedError, NoRecipientError, WrongKeyError

SEALED = b"age-encryption.org/v1"
SUFFIX = ".age"


def sealed(contents: bytes, recipients: Sequence[str]) -> bytes:
    """Return bytes that only the holders of some keys can read.

    Raises:
        NoRecipientError: if one of them is none.
    """
    return bytes(pyrage.encrypt(contents, [_recipient(said) for said in recipients]))


def open_sealed(file: Path, identity: Path | None) -> bytes:
    """Return what is in a backup's file, decrypted if it is encrypted.

    Args:
        identity: the file with the secret key, as `age-keygen` writes it.

    Raises:
        WrongKeyError: if the key is needed and not given, unreadable, or another one.
        DamagedError: if the file cannot be read at all.
    """
    try:
        contents = file.read_bytes()
    except OSError as error:
        raise DamagedError(f"{file} cannot be read ({error.strerror})") from None
    if not contents.startswith(SEALED):
        return contents
    if identity is None:
        raise WrongKeyError("This backup is encrypted: name the file with its secret key, --identity FILE.")
    try:
        return bytes(pyrage.decrypt(contents, _identities(identity)))
    except pyrage.DecryptError:
        raise WrongKeyError(f"The key in {identity} does not open this backup, or the backup was altered.") from None


def _recipient(said: str) -> x25519.Recipient:
    try:
        return x25519.Recipient.from_str(said.strip())
    except pyrage.RecipientError:
        raise NoRecipientError(said.strip()) from None


def _identities(file: Path) -> list[x25519.Identity]:
    try:
        lines = [line.strip() for line in file.read_text().splitlines()]
        return [x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#")]
    except (OSError, UnicodeDecodeError, pyrage.IdentityError):
        raise WrongKeyError(f"{file} holds no age key: it is the file that `age-keygen` writes.") from None
