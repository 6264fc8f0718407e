"""Open questions of law, closings, and dates that would move."""

MOVES = "*{ref}* {title} · {case}: ~{old}~ → *{new}*"
STAYS = "*{ref}* {title} · {case}: stays on *{old}*"
HAS_NO_DATE = "*{ref}* {title} · {case}: ~{old}~, and no rule gives it a date any more"
AND_MORE = "… and {count} more of your cases."
NO_DATE_MOVES = "No date of your cases moves."
CONFIRM_ANEW = "Each moved date must be confirmed anew."
LAW_CHANGED_MEANWHILE = "What this would move has changed since you looked. Close this form, open it again and look."
TELLS_EVERYBODY = (
    "Your name and the reason stand in every explanation that uses this in that court, also before colleagues who work "
    "on other cases there. Name no case."
)

QUESTIONS = "Open questions of law"
ALL_QUESTIONS = "`/docket questions {court}` lists every question that the law of that court leaves open."
NO_QUESTIONS = "No open deadline here rests on an open question, and nothing is settled for these courts."
QUESTION_OPEN = ":grey_question: *{court}*\n{sentence}"
QUESTION_SETTLED = ":white_check_mark: *{court}*\n{sentence}\n*{reading}*\nSettled by {by} on {day}. Reason: {reason}"
QUESTION_ID = "`{id}`"
READING = "• {text}"
READING_CITED = "• {text} ({cites})"
READING_DATE = "→ {ref} {title} · {case}: *{day}*"
RESTS = "→ {ref} {title} · {case}: {day}"
CONFIRMATION = (
    "• Whoever has read it and agrees may confirm it: no date moves, and each counts as settled in this point."
)
SETTLE = "Settle"
REVERSE = "Reverse"
SETTLE_TITLE = "Settle a question"
REVERSE_TITLE = "Reverse it"
WHICH_READING = "The reading that holds from now on"
WHY_SO = "Why, with the authority"
WHY_SO_EXAMPLE = "read the enacted text of Article 243(3)"
WHY_REVERSED = "Why it is open again"
IF_SETTLED_SO = "*{text}*\n{moves}"
IF_REVERSED = "Settled by {by}: *{reading}*\nIf it is open again:\n{moves}"
FOR_A_WHOLE_FAMILY = "Settle all such days at once"
SETTLED_NOW = "{by} settled a question of law for {court}: {sentence} *{reading}* Reason: {reason}"
REVERSED_NOW = "{by} opened a settled question of law again, for {court}: {sentence} Reason: {reason}"
EXPLAINED_ANEW = "Explained anew, date unchanged: {refs}"
HOW_TO_REVERSE = "Whoever sees a case in this court can reverse it: `/docket unsettle {court} {id}`"
SAY_THE_QUESTION = "Say which question, for example `{example}`. `/docket questions` lists them."
ALREADY_SETTLED = "{by} has settled this already: {reading} Reason: {reason} Reverse that first, and settle it anew."
IS_OPEN = "This question is open in {court}: there is nothing to reverse."

CLOSURES = "Closings that the team recorded"
NO_CLOSURES = "The team recorded no closing for these courts. `/docket closure` opens the form."
CLOSURE_ITEM = "*{day}* · {court}\n{name} · {source}\nRecorded by {by} on {on}"
CLOSURE_WITHDRAWN = "~{day}~ · {court}\n{name}\nWithdrawn by {by} on {on}: {reason}"
RECORD_CLOSURE = "Record a closing"
WITHDRAW = "Withdraw"
WITHDRAW_TITLE = "Withdraw a closing"
WHAT_CLOSED_IT = "What closed it"
WHAT_CLOSED_IT_EXAMPLE = "Clerk's office inaccessible"
WHO_SAYS_SO = "Who says so, and where"
WHO_SAYS_SO_EXAMPLE = "https://…, or: notice on the court's website of 8 November 2018"
WHY_WITHDRAWN = "Why it is withdrawn"
CLOSURE_SAVED = "{by} recorded a closing of {court} on *{day}*: {name} ({source})."
CLOSURE_UNDONE = "{by} withdrew the closing of {court} on *{day}*. Reason: {reason}"
CLOSED_ANYWAY = ":information_source: That day is closed on the court's lists already ({why})."
NOTHING_WOULD_MOVE = "No open deadline of your cases would move."
WOULD_MOVE = "It moves nothing by itself. For each of these somebody decides:"
MORE_CHANGES = "… and {count} more: `/docket changes`"
SAY_IT = "Say it: it cannot be left blank."
IF_WITHDRAWN = "If it is withdrawn, these would move, once somebody decides so:"
SAY_THE_CLOSURE = (
    "Say the court, the day, what closed it and who says so: "
    '`/docket closure add cand 8 November 2018 "Clerk\'s office inaccessible" https://www.cand.uscourts.gov`. '
    "`/docket closure` opens the form."
)
SAY_WHICH_CLOSURE = (
    "Say the court, the day and why: `/docket closure withdraw cand 8 November 2018 the notice was of another court`."
)

CHANGES = "Dates that wait for a decision"
CHANGES_TITLE = "What waits for you"
NO_CHANGES = "No date waits for a decision: every open deadline stands where the law puts it now."
CHANGE_ASKED = ":raising_hand: {by} asked on {day}: “{question}”"
CHANGE_KEEP_OR_MOOT = "Keep its date, with the reason, or close it: `/deadline moot {ref}`"
APPLY = "Apply"
KEEP_DATE = "Keep"
ASK = "Ask"
EXPLAIN_NEW = "Explain the new date"
SHOW_CHANGES = "Decide"
APPLY_ALL = "Apply all {count}"
APPLY_ALL_TITLE = "Apply all of these"
APPLY_ALL_INTRO = "All of these move when you press Apply. Each must be confirmed anew."
KEEP_TITLE = "Keep {ref}"
ASK_TITLE = "Ask about {ref}"
WHY_KEPT = "Why the date stays"
WHY_KEPT_EXAMPLE = "the clerk took filings that day"
WHAT_IS_ASKED = "What must be known first"
WHAT_IS_ASKED_EXAMPLE = "Was the clerk's office closed all day?"
CHANGE_APPLIED = "{by} applied what the law gives now:"
CHANGE_KEPT = "{by} decided: *{ref}* {title} stays on *{old}*. Reason: {reason}"
CHANGE_QUERIED = "{by} asks before *{ref}* {title} moves from {old}: “{question}”"
NEW_DATE = "*{ref}* {title} would be due on *{day}*"
PENDING = ":left_right_arrow: *A change waits for your decision*: ~{old}~ → *{new}*. `/docket changes {case}`"
PENDING_NO_DATE = (
    ":left_right_arrow: *A change waits for your decision*: no rule gives {old} any more. `/docket changes {case}`"
)
PENDING_HERE = (
    "The law or its data changed. Dates of this channel's cases wait for a decision, and none moved by itself:"
)
WHY_DAY = "{name} is {now}; it was {was}."
WHY_RECORDED = "{name} is closed: {what} ({source}), recorded by {by}."
WHY_WITHDRAWN_DAY = "{name} is {now}: {by} withdrew its closing. {reason}"
WHY_QUESTION = "{by} settled: {sentence} {reading}"
WHY_REOPENED = "This question is open again: {sentence}"
WHY_RULE = "The rulebook has another text of {name}."
WHY_COURT = "What is known about the court {name} changed."
WHY_ENGINE = "Dates are computed by a newer version of Ad Quem."
WHY_ENTRY = "{entry}, which starts it, was changed."
WHY_GONE = "{citation} no longer gives a date for {entry}."
WHY_ENDED = "{entry}, from which it runs, no longer stands."
WHY_UNKNOWN = "{citation} gives another date than when it was computed."
DAY_STATES = {
    "open": "open",
    "closed": "closed",
    "arguably closed": "arguably closed",
    "closed, as the team recorded": "closed, as the team recorded",
}

HELP_LAW = (
    ("/docket questions", "what the law leaves open for the dates here, with both readings; and what is settled"),
    ("/docket changes", "dates that would move, after an upgrade or a closing: apply, keep or ask"),
    ("/docket closures", "the closings that the team recorded"),
    ("/docket closure", "record that a court was closed: the form"),
    (
        '/docket closure add cand 8 November 2018 "Clerk\'s office inaccessible" https://www.cand.uscourts.gov',
        "the same in one line; it shows which dates would move, and moves none",
    ),
)
