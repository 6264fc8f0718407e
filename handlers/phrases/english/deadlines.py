"""Deadlines: listed, entered, confirmed, assigned, held, extended, closed and supposed otherwise."""

REGISTRY_CLOSES = (
    "The registry closes earlier than midnight, at an hour we do not hold. The last day on which it is open is *{day}*."
)
DEADLINE_MOVED = "{ref} {title}: ~{old}~ → *{new}*, to be confirmed anew"
DEADLINE_LISTS = {
    "all": "Deadlines, closed ones too",
    "mine": "What you owe",
    "overdue": "Overdue deadlines",
    "unconfirmed": "Waiting for a second pair of eyes",
}
DEADLINE_LISTS_EMPTY = {
    "mine": "Nothing of yours is open.",
    "theirs": "Nothing of theirs is open.",
    "overdue": "Nothing is overdue.",
    "unconfirmed": "Nothing waits for a second person.",
}
DEADLINES_OWED_BY = "What {person} owes"
DEADLINE_NO_SUCH_LIST = (
    "I know no list of “{said}”. Type `/deadline list`, `list mine`, `list overdue`, `list unconfirmed`, `list all`, a "
    "case (`list C1`) or a person (`list @maya`: pick the name that Slack offers)."
)
DEADLINE_ASSIGN = "Assign"
DEADLINE_SNOOZE = "Snooze"
DEADLINE_EXTEND = "Extend by order"
DEADLINE_MOOT = "Moot"
DEADLINE_REOPEN = "Reopen"
DEADLINE_ADD = "Add a deadline"
DEADLINE_COMPUTE = "Compute a deadline"
DEADLINE_WHATIF = "What if"
DEADLINE_CONFIRM_TITLE = "Confirm {ref}"

YOU_CONFIRMED = "You confirmed *{ref}*: {title}, due {due}."
YOU_AGREE = "Your computation agrees: you confirmed *{ref}*: {title}, due {due}."
YOU_COMPUTED_FIRST = "Before that you had computed {first}; the card and the log say so."
DEADLINE_MOVED_MEANWHILE = (
    "{ref} changed since you saw that card: it is now due on {due}. Nothing was confirmed. Look at it again."
)
DATES_DIFFER = (
    ":warning: Nothing was confirmed: you computed {computed}, and {ref} says {due}. "
    "`/deadline explain {ref}` shows how its date was counted. {other} and you got both dates in a direct message."
)
DATES_DIFFER_LETTER = (
    ":warning: *Two people computed two dates* for *{ref}*: {title}\n{case}\n"
    "{dated_by} recorded *{due}*. {by} computed *{computed}*. Nothing was confirmed.\n"
    "Look together at the explanation (the button, or `/deadline explain {ref}`). Until you agree, plan on the earlier "
    "of the two."
)
BLIND_INTRO = (
    "Your team confirms blind: compute the date yourself from the document, without looking at the one that is "
    "recorded. The two are compared; if they differ, nothing is confirmed and both of you are told."
)
BLIND_FROM = "It runs from {entry}."
BLIND_DATE = "The date that you computed"
BLIND_UNCONFIRMED = (
    ":warning: *Unconfirmed*: a second person computes the date from the document, without looking here; Confirm asks "
    "for it and compares."
)

MARKED_DONE = "*{ref}* is done, with proof: {proof}. Its reminders have stopped."
PROOF_OF_ANY_KIND = "Words (a receipt number), a link, or a file below: one of them is needed"
PROOF_FILE = "Receipt or filed document"
PROOF_FILE_HINT = (
    "At most 10 MB each. It stays in Slack under your name: share it in the channel if colleagues must open it. "
    "A receipt number tells an outsider less."
)
PROOF_NEEDED = "Done needs proof of filing: a receipt number, a link, or a file in the field below."
FILED_ON = "Filed on (the court's calendar)"
FILED_LATE = ":warning: Filed after the safe date, {due}."
FILED_AFTER_SAFE = (
    ":warning: It was filed after the safe date, {due}; on the other reading there was time until {latest}."
)
FILED_AT_WHAT_HOUR = ":warning: It ended at {hour} that day: check the hour on the receipt."

MOOT_INTRO = "Nobody owes it any more: its reminders stop. The reason stays on it and in the log."
MOOT_HINT = "the application was withdrawn"
MADE_MOOT = "*{ref}* is moot in {case}: {title}, was due {due}. Reason: {reason}. By {by}."
REOPEN_INTRO = "It is owed again and its reminders come back. Its proof, or why it was moot, stays in the log."
REOPEN_HINT = "the clerk rejected the filing"
REOPENED = "*{ref}* is open again in {case}: {title}, due *{due}*. Reason: {reason}. By {by}."
REOPENED_BUT_LAW = (
    ":warning: By the law as it is now {ref} would be due on *{new}*, not on {old}: look at `/deadline explain {ref}`."
)
REOPENED_WITHOUT_LAW = ":warning: No rule gives {ref} its date any more: check whether it is still owed."

EXTEND_INTRO = (
    "Only for what a court ordered. The new date is fixed: no rule and no hearing moves it. It must be confirmed anew."
)
EXTEND_DAY = "New date (the court's calendar)"
EXTEND_TIME = "Until what time (empty: the end of the day)"
EXTEND_ORDER = "By which order"
EXTEND_ORDER_HINT = "stipulated order, ECF No. 30, or its id on the docket: O7"
EXTENDED = (
    "*{ref}* in {case}: ~{old}~ → *{new}*, fixed by the court, to be confirmed anew. {title}. Order: {order}. By {by}."
)
EXTENDED_EARLIER = ":warning: That is earlier than before: check the order."
DEADLINE_CHANGED_MEANWHILE = (
    "{ref} was changed meanwhile; it is now due on {due}. Nothing was changed. Close this form and open it again."
)

ASSIGN_OWNER = "Owner"
ASSIGN_BACKUP = "Backup"
ASSIGN_BACKUP_HINT = "Is reminded, too, when the owner is silent"
ASSIGNED = "*{ref}* belongs to {owner}{backup}: {title}, due {due}."
ASSIGNED_BACKUP = ", backup {backup}"
ASSIGNED_NOBODY = "nobody"
ASSIGN_WHOM = (
    "Say to whom: `/deadline assign {ref} me`, or type @ and pick the person that Slack offers, with `backup` before a "
    "second one. `/deadline assign {ref}` opens a form."
)
ASSIGNED_LETTER = ":bust_in_silhouette: {by} assigned *{ref}* to you. {part}"
ASSIGNED_PARTS = {"owner": "You owe it.", "backup": "You are the backup, behind {owner}."}

SNOOZE_INTRO = (
    "Its reminders are held until the beginning of that day, for everybody; until {latest} at the latest. "
    "Nothing holds those of the last three days."
)
SNOOZE_UNTIL = "Hold its reminders until"
SNOOZED = "The reminders of *{ref}* are held until {until}. `/deadline snooze {ref} off` brings them back."
WOKEN = "The reminders of *{ref}* come as usual again."

DEADLINE_DUE_DAY = "Due on (the court's calendar)"
DEADLINE_SET_BY = "Who set it"
DEADLINE_SETTERS = {"court": "The court, by an order", "us": "We did: an internal date, or one counted by hand"}
DEADLINE_SETTER_HINT = "What a court fixed, no rule ever moves"
DEADLINE_BY_ENTRY = "By which order on the docket"
DEADLINE_BY_ENTRY_HINT = "Its id, if it is recorded: O7"
DEADLINE_CITATION = "Provision"
DEADLINE_OR_COMPUTE = "Does a rule give the date? Then let it be computed, with the reasoning."
DEADLINE_ENTERED = "*{ref}* is on the docket of {case}: {title}, due {due}."
DEADLINE_IS_PAST = ":warning: {day} has passed."
DEADLINE_IS_PAST_ASK = ":warning: {day} has passed. A deadline on it would be overdue at once."
DEADLINE_RECORD_IT = "Record it all the same"
DEADLINE_LEAVE_IT = "Do not record it"
DEADLINE_ON_CLOSED_DAY = (
    ":warning: The court is closed on {day} ({why}). The date stands as you gave it; "
    "the last open day before it is {open}."
)
DEADLINE_NOT_THAT_CASE = "{ref} is an entry of another case. Type the id of an entry of {case}, or leave it empty."
DEADLINE_OWNER_OUTSIDE = (
    "The owner is in no channel that follows {case} and could not see it. Nothing was recorded."
    " Invite them to that channel and enter it again, or leave them out."
)
DEADLINE_RULE = "Rule"
DEADLINE_RULE_HINT = "As you cite it: FRCP 72(a), or its id: us-frcp:72(a)"
DEADLINE_START = "Counted from (the court's calendar)"
DEADLINE_COMPUTED_FROM = "{citation}, counted from {start}{service}"
DEADLINE_SERVED_BY = ", served: {service}"

NOTHING_IS_SAVED = "_Only supposed: nothing was saved, nothing was moved._"
WHATIF_MOVES = "*{ref}* {title}: ~{old}~ → *{new}*"
WHATIF_WITHOUT_DATE = "*{ref}* {title}: ~{old}~ → *no date*: its rule would no longer apply"
WHATIF_STAYS = "*{ref}* {title}: stays on *{old}*."
WHATIF_NOTHING_MOVES = "No open deadline would move."
WHATIF_ALSO = "Would move, too:"
WHATIF_TITLES = {
    "served": "If it was served {day}{service}",
    "entered": "If it was entered on {day}",
    "closed": "If {court} is closed on {day}",
    "question": "If “{question}” is read as “{reading}”",
    "rule": "{citation} from {start}{service}",
}
WHATIF_ON = "on {day}"
WHATIF_SAME_DAY = "on the same day"
WHATIF_BY = ", {service}"
WHATIF_SUPPOSED = "Supposed"
WHATIF_KINDS = {
    "served": "It was served on another day, or otherwise",
    "entered": "It was entered on another day",
    "closed": "The court is closed on a day",
}
WHATIF_READINGS = "An open question is read in one way"
WHATIF_READING = "{question}: {reading}"
WHATIF_DAY = "Day (the court's calendar)"
WHATIF_DAY_NEEDED = "Say on which day."
WHATIF_SERVICE = "Served how"
WHATIF_AS_BEFORE = "As recorded"
WHATIF_NOT_COUNTED = (
    "{ref} was not counted from an entry, so nothing about one can move it. Count a rule instead: "
    "`/deadline whatif FRCP 72(a) from 4 May 2018 by mail`."
)
WHATIF_HOW = (
    "Suppose something about a deadline: `/deadline whatif {ref} served 12 April 2018 by mail`, "
    "`… entered 4 May 2018`, `… closed 18 May 2018`, or how a question is read: `… kh-civil:roll rolls`. "
    "Or count a rule: `/deadline whatif FRCP 72(a) from 4 May 2018`."
)
UNKNOWN_SERVICE = "I know no service “{said}”. Type one of: {known}."

HISTORY = "*History*, the newest first"
HISTORY_AFTER_MISMATCH = ", having first computed {first}"
HISTORY_LINES = {
    "deadline.adopted": "recorded by {by}: due {due}",
    "deadline.entered": "entered by {by}: due {due}",
    "change.undone": "{by} undid: {undone}",
    "deadline.confirmed": "{by} agreed to {due}{first}",
    "deadline.mismatch": "{by} computed {computed}, not {due}: nothing was confirmed",
    "deadline.moved": "moved: ~{old}~ → {new}. {reason}",
    "deadline.extended": "fixed by order, by {by}: ~{old}~ → {new}. {reason}",
    "deadline.assigned": "assigned by {by}",
    "deadline.snoozed": "reminders held by {by} until {until}",
    "deadline.done": "done, by {by}: {proof}",
    "deadline.moot": "moot, by {by}: {reason}",
    "deadline.reopened": "reopened by {by}: {reason}",
}
HELP_DEADLINE = (
    ("/deadline list", "what is open; also `mine`, `overdue`, `unconfirmed`, `all`, a case (`C1`) or a person"),
    ("/deadline list unconfirmed", "what waits for a second pair of eyes: press Confirm on the card after checking it"),
    (
        "/deadline confirm {deadline}",
        "you checked its date; type the date that you computed behind and the two are compared",
    ),
    ("/deadline show {deadline}", "one deadline, with its history"),
    ("/deadline explain {deadline}", "how the date was counted"),
    (
        "/deadline add",
        "a date that a court set: a form, or type `{coming} 5pm Reply brief by {order}` behind; or a rule, counted",
    ),
    ("/deadline whatif {case} {rule} from {recent} by mail", "count a rule; nothing is saved"),
    ("/deadline whatif {deadline}", "what would move it: a form, or type `served {recent} by mail` behind"),
    ("/deadline done {deadline}", "it was filed: a form for the proof, or type `ECF No. 21` behind"),
    ("/deadline assign {deadline}", "who owes it: a form, or type `me`, or `@maya backup @dara` behind"),
    ("/deadline snooze {deadline}", "hold its reminders: a form, or type `2 days` or `until {soon}` behind"),
    ("/deadline extend {deadline}", 'the court gave another date: a form, or type `{coming} "order"` behind'),
    ("/deadline moot {deadline}", 'nobody owes it any more: a form, or type `"settled"` behind'),
    ("/deadline reopen {closed}", 'it is owed after all: a form, or type `"the filing was rejected"` behind'),
)
FILED_BEFORE_ENTRY = ":warning: It was filed on {filed}, before {entry} of {day}: check the day of filing."
YEAR_OUT_OF_REACH = "The year {year} is no year of a docket: choose a day between {first} and {last}."
