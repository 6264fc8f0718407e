"""Reminders and the daily digest."""

REMIND_LEFT = ":alarm_clock: *{left}*"
REMIND_OVERDUE = ":rotating_light: *OVERDUE* since {day}"
REMIND_DUE_TODAY = "due today, {hours} left"
REMIND_DUE_TOMORROW = "due tomorrow"
REMIND_DAYS_LEFT = "{days} days left"
REMIND_BEGAN = "began {hours} ago"
REMIND_TODAY_IN = "today, in {hours}"
REMIND_TODAY = "today"
REMIND_TOMORROW = "tomorrow"
REMIND_IN_DAYS = "in {days} days"
REMIND_YESTERDAY = "was yesterday"
REMIND_DAYS_AGO = "was {days} days ago"
REMIND_HOUR = "1 hour"
REMIND_HOURS = "{number} hours"
REMIND_MINUTE = "1 minute"
REMIND_MINUTES = "{number} minutes"
REMIND_LESS_THAN_A_MINUTE = "less than a minute"
REMIND_HEARING = "Hearing: {title}"
REMIND_DUE = "Due {when}"

REMIND_STILL_OPEN_PERHAPS = "The safe date has passed. On the other reading there is time until {latest}: act now."
REMIND_OWED_BY = "{owner}, this is yours."
REMIND_NOBODY = "Nobody owns this yet."
REMIND_BACKUP = "Backup: {backup}."
REMIND_STAND_IN = "{owner} is away until {until}. {backup}, you are the backup: this is yours until then."
REMIND_AWAY = "{owner}, who owns this, is away until {until}, and no backup is there: somebody here must take it."
REMIND_BACKUP_AWAY = "Backup: {backup}, away until {until}."
REMIND_APPEARS = "{owner} appears."
REMIND_OWNER_IS = "Owner: {owner}."

REMIND_CALL_BACKUP = "{backup}, you are the backup: nobody has said that they saw the last reminder. Please see to it."
REMIND_CALL_CHANNEL = "<!channel> Nobody has said that they saw the last reminder of this. Who sees to it?"
REMIND_CALL_YOU = (
    "You get this directly, as everybody in <#{channel}> does: nobody there has said that they saw the last reminder."
)
REMIND_SEEN_IS_NOT_DONE = "*Seen* stops the calls about this reminder; only *Done*, with proof, ends the reminders."

REMIND_SEEN = "Seen"
REMIND_YOU_SAW = (
    "You saw *{ref}*: {title}, due {due}. Nobody else is called because of this reminder. It is still owed: "
    "`/deadline done {ref}` ends it, with proof."
)

REMIND_OUTCOME = ":classical_building: *{ref}* · {title}"
REMIND_ASK_OUTCOME = "*Was it held? Adjourned, and to when? Or is the decision reserved?*"
REMIND_OUTCOME_HINT = "What came of it belongs on the docket: an order from the bench may start a deadline today."
REMIND_HELD = "Held"
REMIND_ADJOURNED = "Adjourned"
REMIND_NOT_HELD = "Vacated"

REMIND_RECORDED_LATE = "Said at once: the time for this reminder had passed when the date was recorded."
REMIND_LATE = "This reminder is late. It was meant for {meant}."
REMIND_STANDS_FOR_ONE = "It also stands for 1 reminder that could not be delivered before."
REMIND_STANDS_FOR = "It also stands for {number} reminders that could not be delivered before."
REMIND_MAY_REPEAT = "It may be a repeat: an earlier attempt was cut off, and I may not look into the channel's history."
REMIND_REROUTED = (
    "You get this directly because I cannot post in <#{channel}>. Invite me there, or link the case elsewhere."
)
