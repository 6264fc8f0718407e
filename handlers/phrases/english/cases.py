"""Cases and the channels that follow them."""

CASE_OPENED = (
    "*{ref}* is on the docket: {number}, _{caption}_, {court}. This channel follows it now. "
    "Next: `/hearing add …` or `/order add`."
)
CASE_LINKED = "This channel follows *{ref}* now: {number}, _{caption}_."
CASE_LINKED_ALREADY = "This channel follows *{ref}* already."
CASE_UNLINKED = (
    "This channel no longer follows *{ref}*: {number}, _{caption}_. Its reminders here have stopped; "
    "`/case link {ref}` follows it again, for whoever may still see it."
)
CASE_UNLINKED_HERE = ":link: {by} ended that this channel follows *{ref}*: its reminders no longer arrive here."
CASE_CLOSED = "*{ref}* is closed. Reason: {reason}. By {by}. `/case reopen {ref}` opens it again."
CASE_REOPENED = "*{ref}* is open again. By {by}."
CASE_EDITED = "*{ref}* is named anew: {number}, _{caption}_. By {by}."
NOT_IN_THAT_CHANNEL = "You are not in that channel any more; nothing was changed."
NO_CASE_TO_LINK = "There is no other case that you may see. `/case add` opens one."
CHANNEL_ARCHIVED = (
    ":warning: <#{channel}> was archived, and it is the only channel that follows {refs}: nobody is reminded there any "
    "more. In another channel of the same people, type `/case link {first}`."
)
NO_CLOSED_CASE = "No case here is closed."

CASE_IS_CLOSED = ":lock: *Closed* on {day}"
CASE_OUR_SIDE = "Our side: {side}"
CASE_COUNTS = "{open} open deadlines, {unconfirmed} of them unconfirmed · {hearings} hearings ahead · {entries} entries"
CASE_NEXT_DEADLINE = "Next deadline: *{day}*, {ref} {title}"
CASE_NEXT_HEARING = "Next hearing: *{day}*, {ref} {title}"
CASE_FOLLOWED_BY = "Followed by: {channels}"
CASE_SEEN_BY = "May be seen by: {people}"
CASE_SEEN_BY_MORE = "{people} and {count} more"

EDIT_CASE = "Edit"
CLOSE_CASE = "Close the case"
REOPEN_CASE = "Reopen the case"
LINK_CASE = "Follow a case"
UNLINK_CASE = "Stop following"
UNLINK_WARNING = "Its reminders stop in this channel, and people who see it only here see it no more."
CLOSE_CASE_HINT = "Nothing may be open or ahead in it"

HELP_CASE = (
    ("/case add cand 3:18-mc-80024-SK Rainsy v. Facebook", "open a case; this channel follows it"),
    ("/case list", "the cases that this channel follows"),
    ("/case show {case}", "one case: what is ahead, who may see it, which channels follow it"),
    ("/case edit {case}", "its docket number, caption, code name and our side: a form"),
    ("/case link {case}", "let this channel follow a case that you may see"),
    ("/case unlink", "let this channel follow a case no longer: a form"),
    ("/case close", "close a case that is over: a form; `/case reopen` opens one again"),
    ("/case", "the form for a new case"),
)
