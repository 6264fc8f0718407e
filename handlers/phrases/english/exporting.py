"""Exports, and files in general."""

EXPORT_AS = (
    "As what? CSV opens in a spreadsheet, JSON can be imported again, ICS goes into a calendar, PDF is a chronology "
    "fit to hand to a court. The file comes to you alone."
)
EXPORT_UNKNOWN = "I cannot export “{said}”. Type `/docket export pdf C1`, or `csv`, `json` or `ics` instead of `pdf`."
EXPORT_COMES = "The {format} of {cases} comes to you in your messages from me, and to nobody else."
EXPORT_WORDS = "The docket of {cases} as {format}, as of now. Whoever holds this file can read all of it: keep it safe."
EXPORT_TITLE = "Docket of {cases} ({format})"
EXPORT_REFUSED = (
    "I may not send you files: the app was not granted `files:write`. Whoever installed it can add that under “OAuth & "
    "Permissions”, or run `adquem export --format {format}` where the bot runs."
)
EXPORT_NO_CASES = "There is no case here to export. Name one that you may see, as in `/docket export pdf C1`."
EXPORT_FORMATS = {"csv": "CSV", "json": "JSON", "ics": "ICS", "pdf": "PDF"}
SO_MANY_CASES = "{count} cases"
FILE_LOST = "The file could not be sent: Slack says “{trouble}”. Ask again in a minute."
FILE_NOT_MADE = (
    "The file could not be made, and that is our mistake. Nothing on the docket changed; the log says what happened."
)
HELP_EXPORT = (
    ("/docket export pdf {case}", "a chronology fit to hand to a court; it comes to you alone"),
    ("/docket export csv", "everything here as a spreadsheet; also `json` and `ics`"),
)
