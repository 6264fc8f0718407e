"""Changing, ending and withdrawing what stands on the docket; what follows from it, before and after."""

CHANGE_TITLES = {
    "move": "Move {ref}",
    "vacate": "Vacate {ref}",
    "adjourn": "Adjourn {ref}",
    "edit": "Edit {ref}",
    "withdraw": "Withdraw {ref}",
}
CHANGE_SAVES = {
    "move": "Move it, with these",
    "vacate": "Vacate it",
    "adjourn": "Adjourn it, with these",
    "edit": "Save it, with these",
    "withdraw": "Withdraw it",
}
CHANGE_SAVES_MOOT = {
    "move": "Move it; without a rule: moot",
    "vacate": "Vacate; they are moot",
    "adjourn": "Adjourn; they are moot",
    "edit": "Save; without a rule: moot",
    "withdraw": "Withdraw; they are moot",
}
CHANGE_SAVES_KEPT = {
    "move": "Move it; keep those",
    "vacate": "Vacate; keep their dates",
    "adjourn": "Adjourn; keep their dates",
    "edit": "Save; keep their dates",
    "withdraw": "Withdraw; keep their dates",
}
CHANGE_CHOOSE = "Choose for each"
CHANGE_NOT_SAVED = ":hourglass: *Nothing is saved yet.* Look at what follows, then save."
CHANGE_OTHERWISE = (
    ":warning: *This changed while you looked at it.* Nothing was saved. Below is what would follow now: check it, "
    "then save."
)
CHANGE_FACT = "{label}: ~{old}~ → *{new}*"
CHANGE_NONE = "none"
CHANGE_OFF_CALENDAR = "off calendar"
CHANGE_IS_WITHDRAWN = "withdrawn"
CHANGE_NO_DATE_YET = "no date yet"
CHANGE_LABELS = {
    "title": "What it is",
    "place": "Place",
    "link": "Link",
    "note": "Note",
    "owner": "Who",
    "trigger": "For the rules",
    "on_date": "Date entered",
    "starts_at": "When",
    "service": "Service",
    "served_on": "Served on",
    "status": "When",
}
CHANGE_REASON = "Reason: {reason}"
CHANGE_MOVES = "*{ref}* · {title} · {citation}\n~{old}~ → *{new}*{hours}"
CHANGE_HOURS = ", until {hour} ({zone})"
CHANGE_ANEW = "Must be confirmed anew."
CHANGE_WAS_CONFIRMED = "Was confirmed by {by}; must be confirmed anew."
CHANGE_WAS_KEPT = "{by} had decided to keep its date; that was about another change."
CHANGE_STAYS = "*{ref}* · {title}: stays on {due}."
CHANGE_FIXED = ":lock: *{ref}* · {title}: stays on *{due}*, for a court fixed it{order}.{would_be}"
CHANGE_KEPT_BY = ":lock: *{ref}* · {title}: stays on *{due}*, for {by} decided to keep it (“{reason}”).{would_be}"
CHANGE_BY_HAND = (
    ":raised_hand: *{ref}* · {title}: stays on *{due}*, for no rule computed it. Check whether that is still right."
)
CHANGE_WOULD_BE = " By the rule it would be {would_be}."
CHANGE_LOST = (
    ":warning: *{ref}* · {title} · {citation}: *{due}*. After this no rule gives it a date. Moot, or still owed?"
)
CHANGE_CLOSED = "Done or moot already, unchanged: {refs}."
CHANGE_NEW = "*New:* {title} · {citation}\n*{due}* {until}"
CHANGE_TICK_MOVES = "Move these; unticked ones keep their date"
CHANGE_TICK_MOOT = "Close these as moot; unticked ones stay due"
CHANGE_TICK_NEW = "Put these on the docket"
CHANGE_MANY = "{label} ({first} to {last})"

ENTRY_EDITED = "*{ref} corrected* in {case}: {title}. {changes}{reason} By {by}."
ENTRY_WITHDRAWN = "*{ref} withdrawn* in {case}: {title}. It stays on the docket, marked. Reason: {reason}. By {by}."
ENTRY_REASON = " Reason: {reason}."
CHANGE_MADE_MOOT = "• *{ref}* {title}: *moot*, no longer owed (was due on {due})."
CHANGE_KEPT_DATE = "• *{ref}* {title}: keeps its date, *{due}*."
CHANGE_LEFT_LOCKED = "• :lock: *{ref}* {title}: did not move, still due on *{due}*."
CHANGE_STARTED = "• *{ref}* {title}: new, due on *{due}*, to be confirmed."
CHANGE_LOST_RULE = "• :warning: *{ref}* {title}: no rule gives it a date any more; it stays due on *{due}*."

ENTRY_EDIT_TITLE = "Edit {ref}"
ENTRY_EDIT_OWNER_HEARING = "Who appears"
ENTRY_EDIT_OWNER = "Who looks after it"
ENTRY_EDIT_REASON = "Reason, if dates are counted from what you correct"
ENTRY_EDIT_REASON_HINT = "For example: the receipt says so"
ENTRY_EDIT_REASON_NEEDED = "Say why: dates are counted from this, and the log keeps the reason."
ENTRY_EDIT_KNOWS_NO_FIELD = (
    "I know no “{said}” to correct. Type one of {known} and what it shall be, for example `{example}`, or only "
    "`{command} edit {ref}` for the form."
)
ENTRY_EDIT_KNOWS_NO_SERVICE = "I know no service “{said}”. Type one of {known}."
ENTRY_EDIT_SAYS_NOTHING = "Type what it shall be, for example `{example}`."
ENTRY_NOBODY_NAMED = "I found no person in “{said}”. Type @ and the name, or `me`, or `nobody`."
ENTRY_WITHDRAW = "Withdraw"
ENTRY_WITHDRAW_WHY = {"mistake": "Recorded by mistake", "court": "Withdrawn by the court"}
ENTRY_WITHDRAW_REASON = "What happened"
ENTRY_WITHDRAW_CHOICE = "Why"
ENTRY_EDIT = "Edit"

ENTRY_FOLLOWS = "Follows {ref}, which was adjourned."
ENTRY_FOLLOWED_BY = "Adjourned to {ref}."
ENTRY_OWNER_HEARING = "appears: {owner}"
ENTRY_OWNER = "looked after by {owner}"
ENTRY_OUTCOME_BY = "Written down by {by}."
ENTRY_UPSHOTS = {
    "held": "Held",
    "reserved": "Held; the ruling is reserved",
    "adjourned": "Adjourned",
    "vacated": "It did not take place: vacated by the court",
}

ENTRY_HISTORY_TITLE = "*What happened to it*"
ENTRY_HISTORY_LINE = "{day}: {what} by {by}{reason}"
ENTRY_HISTORY_REASON = " (“{reason}”)"
ENTRY_HISTORY = {
    "scheduled": "scheduled",
    "recorded": "recorded",
    "moved": "moved from {old} to {new}",
    "vacated": "vacated",
    "held": "outcome written down",
    "edited": "corrected: {changes}",
    "withdrawn": "withdrawn",
    "undone": "a change undone",
}
ENTRY_HISTORY_OTHER = "changed ({action})"
ENTRY_HISTORY_EARLIER = "… and what was before; `/docket audit {ref}` tells all."
ENTRY_LIST_PAST = "{title}: past"
ENTRY_LIST_AHEAD = "{title}: ahead"
SERVED_IN_FUTURE = ":warning: Served on {served}: that day has not come yet. Check it."
ENTRY_FOR_THE_RULES = "For the rules: {trigger}"
ENTRY_SERVED = "Served: {how}, {day}"
ENTRY_SERVED_UNKNOWN_HOW = "how is not known"
ENTRY_SERVED_UNKNOWN_DAY = "on which day is not known"
SERVICES_INSIDE = {
    "none": "not served, or not known yet",
    "ecf": "electronically (ECF)",
    "mail": "by mail",
    "personal": "by hand",
    "consent": "by other means, consented to in writing",
    "clerk": "left with the clerk",
}
