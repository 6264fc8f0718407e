"""Importing from elsewhere."""

IMPORT_TITLE = "Import a file"
IMPORT_INTRO = (
    "A CSV, an `.ics` calendar or a JSON export of Ad Quem, of at most {kilobytes} kB and {rows} lines. The first "
    "line of a CSV names its columns: `kind,title,date,time,place`, and any of `zone,trigger,service,served,link,note,"
    "uid,due,citation,owner`. Nothing is imported before you have seen what it would do."
)
IMPORT_FILE = "File"
IMPORT_TEXT = "Or the lines themselves"
IMPORT_TEXT_HINT = "Pasted from a spreadsheet or a CSV, with the names of the columns on the first line."
IMPORT_READ = "Look at it"
IMPORT_NEEDS_ONE = "Choose a file, or paste the lines below: one of the two."
IMPORT_ONE_FILE = "One file at a time: choose just one."
IMPORT_NOT_YOURS = "That file is not one that you uploaded yourself. Upload it here."
IMPORT_TOO_LONG = "The file is longer than {kilobytes} kB. Split it, and import the parts one after the other."
IMPORT_NO_SCOPE = (
    "I may not read files: the app was not granted `files:read`. Paste the lines below instead, or let whoever runs "
    "the bot type `adquem import`."
)
IMPORT_NOT_FETCHED = "Slack did not hand me the file. Try again in a minute, or paste its lines below."
IMPORT_PREVIEW = "What it would do"
IMPORT_INTO = "Into *{case}*: {counts}."
IMPORT_COUNTS = {
    "new": "*{count}* new",
    "changed": "*{count}* changed",
    "same": "{count} there already",
    "left": "{count} left as they are",
    "asked": "*{count}* to be asked about",
    "wrong": "*{count}* wrong",
}
IMPORT_NOTHING = "Nothing would change: the docket says all of it already."
IMPORT_LEFT_ALL = "Nothing was imported, and nothing was changed."
IMPORT_WRONG = ":warning: *What is wrong*"
IMPORT_FAULT = "• Line {line}, {column}{typed}: {sentence}"
IMPORT_TYPED = " “{typed}”"
IMPORT_NEW = "*New*"
IMPORT_CHANGED = "*Changes, old → new*"
IMPORT_ASKED = ":grey_question: *These look like what stands there already*"
IMPORT_LEFT = "*Left as they are*: the docket was changed after that edition of them"
IMPORT_LINE = "• Line {line}: {kind} {title}, *{when}*"
IMPORT_LINE_VACATED = " (vacated)"
IMPORT_LINE_OF = "• Line {line}: *{ref}* {title}, {when}"
IMPORT_DIFFERENCE = "      {column}: ~{old}~ → *{new}*"
IMPORT_MOVES = "      with it {ref} {title}: ~{old}~ → *{new}*"
IMPORT_LOSES = "      {ref} {title}, {old}: no rule gives it a date any more"
IMPORT_FOLLOWS = "      would follow: {title}, *{due}* · {citation}"
IMPORT_PASSED = " (passed: it stays off the docket)"
IMPORT_MORE = "… and {count} more lines. `adquem import --dry-run` shows all of them where the bot runs."
IMPORT_AS_A_DEADLINE = "deadline"
IMPORT_CHOOSE = "And"
IMPORT_EVEN_SO = "Import the {good} good lines, leave these {wrong}"
IMPORT_WITH_DEADLINES = "Put the deadlines that follow on the docket ({count})"
IMPORT_WITH_DEADLINES_HINT = "Unconfirmed, like every deadline. Those that have passed are left out."
IMPORT_ALIKE = "The lines that look like what stands there already"
IMPORT_ALIKE_SAME = "They are the same: change what differs"
IMPORT_ALIKE_NEW = "They are others: record them as new"
IMPORT_ALIKE_LEAVE = "Leave them out"
IMPORT_EDIT = "The lines, to correct"
IMPORT_EDIT_HINT = "If you correct them, Save shows you once more what they would do."
IMPORT_OTHERWISE = ":warning: Something else would be imported now than was shown. Nothing was saved: look once more."
IMPORT_TICK_OR_CORRECT = "Nothing was imported. Tick that these lines are left out, or correct them and begin again."
IMPORT_DONE = (
    "Imported into {case}: {done}. Everything is recorded by you and unconfirmed; `/docket undo` takes it back."
)
IMPORT_DONE_NEW = "new {refs}"
IMPORT_DONE_CHANGED = "changed {refs}"
IMPORT_DONE_STARTED = "deadlines that follow {refs}"
IMPORT_DONE_MOVED = "deadlines that moved {refs}"
IMPORT_ANNOUNCED = (
    ":inbox_tray: {by} imported a file into {case}: {done}. Second eyes are needed: nothing of it is confirmed."
)
IMPORT_AND_MORE = "{refs} and {count} more"
HELP_IMPORT = (
    ("/docket import", "a CSV, an `.ics` calendar or a JSON export; shown line by line before anything is saved"),
)
