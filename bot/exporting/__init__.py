"""The docket as a file that somebody can take away: CSV, JSON, iCalendar or PDF."""

from bot.exporting.formats import Format, NotByCodeNameError, export, file_name

__all__ = ["Format", "NotByCodeNameError", "export", "file_name"]
