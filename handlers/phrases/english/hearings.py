"""Hearings: scheduled, moved, vacated."""

HEARING_ADDED = "*{ref}* is on the docket of {case}: {when}. Its card goes to every channel that follows the case."
HEARING_MOVED = "*{ref} moved* in {case}: ~{old}~ → *{new}*. {title}. Reason: {reason}. By {by}."
HEARING_VACATED = "*{ref} vacated* in {case}: ~{old}~. {title}. Reason: {reason}. By {by}."
CLOSED_BY = "{status} by {by}. Reason: {reason}"
HAS_TAKEN_PLACE = (
    ":warning: *{ref}* was to take place on {when}. That has passed: what took place is not moved or vacated."
)
ALL_THE_SAME = "Do it all the same"
LEAVE_IT = "Leave it as it is"
HEARING_IS_PAST = ":warning: That time has passed. If it is a slip, move it: `/hearing move {ref}`."
SAME_TIME = (
    ":warning: {other} stands at the same time in this case. If it is the same hearing: `/hearing vacate {ref}`."
)
CLOSED_THAT_DAY = ":warning: The court is closed on that day ({why}): check the date."
CLOSED_BY_TEAM = "a closing that the team recorded"
HELP_HEARING = (
    (
        "/hearing add 30 April 2018 9:30am Oral argument on the application",
        "court time; name the case first if there are several: `add C1 30 April …`",
    ),
    ("/hearing list", "what is ahead and what was"),
    ("/hearing show {hearing}", "one hearing"),
    ("/hearing move {hearing}", 'another time, and why: a form, or type `4 June 2018 9:30am "notice"` behind'),
    ("/hearing vacate {hearing}", 'take it off calendar: a form, or type `"settled"` behind'),
    ("/hearing", "the form"),
)
