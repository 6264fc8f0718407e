"""Backups: the whole docket in one file that can be read without us, sealed if a key is given, and put back whole."""

from bot.backup.errors import BackupError
from bot.backup.keeping import Kept, keep_backup
from bot.backup.restoring import Restored, restore
from bot.backup.sealing import open_sealed

__all__ = ["BackupError", "Kept", "Restored", "keep_backup", "open_sealed", "restore"]
