"""What can be wrong with a backup, in sentences."""

from bot.errors import AdQuemError


class BackupError(AdQuemError):
    """A backup cannot be taken, read or put back."""


class DamagedError(BackupError):
    """A file is no backup of ours, or not whole."""

    def __init__(self, what: str) -> None:
        super().__init__(f"This file cannot be restored: {what}. Nothing was changed. Take another backup.")


class NewerError(BackupError):
    """A backup was taken by a newer program."""

    def __init__(self, version: str) -> None:
        super().__init__(
            f"This backup has tables of version {version}, which this program does not know: restore it with the "
            "version of Ad Quem that took it, or a newer one. Nothing was changed."
        )


class NotEmptyError(BackupError):
    """There is a docket already where one is to be restored."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"There is a docket already in {where}. Nothing was changed. Restore into an empty database: name another "
            "one in DATABASE_URL, or another folder in ADQUEM_DATA."
        )


class BrokenChainError(BackupError):
    """The log in a backup was tampered with."""

    def __init__(self, lines: int) -> None:
        super().__init__(
            f"The log in this backup does not hold: {lines} of its lines were changed after they were written. Nothing "
            "was restored. Take an older backup; `adquem restore --in-spite-of-the-log` restores this one all the same."
        )


class WrongKeyError(BackupError):
    """A file is encrypted, and the key is missing or another one."""


class NoRecipientError(BackupError):
    """What was given as a key to encrypt for is none."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"“{said}” is no age recipient. It begins with age1 and is the public line that `age-keygen` prints; the "
            "secret key never belongs on this server."
        )
