"""Hearings: scheduled, moved, vacated, held, adjourned."""

HEARING_ADDED = "*{ref}* is on the docket of {case}: {when}. Its card goes to every channel that follows the case."
HEARING_MOVED = "*{ref} moved* in {case}: ~{old}~ → *{new}*. {title}. Reason: {reason}. By {by}."
HEARING_VACATED = "*{ref} vacated* in {case}: ~{old}~. {title}. Reason: {reason}. By {by}."
HEARING_HELD = "*{ref} was held* in {case}, {when}. {title}. {outcome}. By {by}."
HEARING_RESERVED = "*{ref} was held, the ruling is reserved* in {case}, {when}. {title}. {outcome}. By {by}."
HEARING_ADJOURNED = "*{ref} adjourned* in {case}: ~{old}~ → *{new}* (*{following}*). {title}.{outcome} By {by}."
HEARING_ADJOURNED_WITHOUT_DATE = (
    "*{ref} adjourned* in {case}: ~{old}~ → *no date yet*. {title}.{outcome} By {by}. Once the court names a day: "
    "`/hearing add`."
)
HEARING_NO_OUTCOME = "Nothing more was noted"
CLOSED_BY = "{status} by {by}. Reason: {reason}"
HAS_TAKEN_PLACE = (
    ":warning: *{ref}* was to take place on {when}. That has passed: what took place is not moved or vacated."
)
ALL_THE_SAME = "Do it all the same"
LEAVE_IT = "Leave it as it is"
HEARING_IS_PAST = ":warning: That time has passed. If it is a slip, move it: `/hearing move {ref}`."
CLOSED_THAT_DAY = ":warning: The court is closed on that day ({why}): check the date."
CLOSED_BY_TEAM = "a closing that the team recorded"
HEARING_HELD_BUTTON = "Held"
HEARING_HELD_TITLE = "{ref}: what came of it"
HEARING_HELD_UPSHOT = "What came of it"
HEARING_HELD_OUTCOME = "In a sentence"
HEARING_HELD_OUTCOME_HINT = "What was said or ordered; for an adjournment or a vacated hearing, why"
HEARING_HELD_NEXT_DAY = "If adjourned: to which day (the court's calendar)"
HEARING_HELD_NEXT_TIME = "If adjourned: at what time (the court's clock)"
HEARING_HELD_NEXT_HINT = "Leave both empty if the court named no day"
HEARING_HELD_BOTH_OR_NONE = "Give the day and the time, or neither if the court named none."
HEARING_HELD_NEEDS_A_REASON = "Say why it did not take place."
HEARING_HELD_IS_NOT_ADJOURNED = "A new day was filled in: choose “Adjourned”, or empty the day and the time."
HEARING_ADJOURN = "Adjourn"
HEARING_OWNER = "Who appears"
HELP_HEARING = (
    (
        "/hearing add {coming} 9:30am Oral argument on the application",
        "court time; name the case first if there are several: `add {case} {coming} …`; `@name` says who appears",
    ),
    ("/hearing list", "what is ahead and what was; `list past`, `list ahead`, `list C1`"),
    ("/hearing show {hearing}", "one hearing, its deadlines and what happened to it"),
    (
        "/hearing move {hearing}",
        'another time, and why: a form, or type `{coming} 9:30am "notice"` behind; shows what moves with it',
    ),
    ("/hearing vacate {hearing}", 'take it off calendar: a form, or type `"settled"` behind'),
    (
        "/hearing held {heard}",
        'what came of it: a form, or type `"argued and submitted"` or `reserved` behind, once its day has come',
    ),
    ("/hearing adjourn {heard}", 'to another day: a form, or type `{coming} 9:30am "no time"` behind'),
    ("/hearing edit {hearing}", "correct it: a form, or type `place Courtroom 5` or `owner @name` behind"),
    ("/hearing withdraw {hearing}", "it was recorded by mistake: a form"),
    ("/hearing", "the form"),
)
