"""What a channel or a person chooses."""

SETTINGS = "Settings"
SETTINGS_OF = "Settings of <#{channel}>"
SETTINGS_UNCHANGED = "That is how this channel has it already; nothing was changed."
SETTINGS_SAVED = "Saved. From now on in this channel:"
SETTINGS_ONLY_INSIDE = "Only the people of a channel choose for it: type this in the channel itself."
SETTINGS_UNKNOWN = (
    "I know no setting “{said}”. These are there: `language`, `blind`, `reminders`, `hearings`, `hour`, `zone`, "
    "`quiet`, `digest`; for example `/docket settings reminders 30 14 7 3 1`. `/docket settings` opens the form."
)
SETTINGS_EXAMPLES = {
    "language": "khmer",
    "blind": "on",
    "reminders": "30 14 7 3 1",
    "hearings": "7 1",
    "hour": "9:00",
    "zone": "Phnom Penh",
    "quiet": "21:00 to 7:00",
    "digest": "8:00",
}
SETTINGS_SAY_WHAT = "Say to what: `/docket settings {name} {example}`, or `/docket settings {name} default`."
SETTINGS_OPEN = "Change"
SETTING_LANGUAGE = "Language of cards and reminders"
SETTING_BLIND = "Blind confirmation"
SETTING_BLIND_HINT = "Whoever confirms a date must first type the one they computed"
SETTING_DAYS = "Days before a deadline"
SETTING_DAYS_HINT = "Whole numbers; the day itself is always reminded of. Empty for the default"
SETTING_HEARING_DAYS = "Days before a hearing"
SETTING_HOUR = "Hour of reminders"
SETTING_HOUR_HINT = "Empty for 9:00, and 8:00 on the day itself"
SETTING_ZONE = "Whose clock"
SETTING_ZONE_HINT = "A city or a zone such as Asia/Phnom_Penh; empty for each court's own"
SETTING_QUIET_FROM = "Quiet from"
SETTING_QUIET_UNTIL = "Quiet until"
SETTING_QUIET_HINT = "Both or none: a reminder that would fall in between comes before"
SETTING_DIGEST = "Daily and weekly digest"
SETTING_DIGEST_AT = "Hour of the digest"
SETTING_LINE = "• {name}: *{value}*"
SETTING_BY_DEFAULT = "{value} (default)"
SETTING_DAYS_BEFORE = "{days} days before"
SETTING_COURTS_ZONE = "each court's own"
SETTING_USUAL_HOUR = "9:00, and 8:00 on the day itself"
SETTING_USUAL_DIGEST = "the hour of reminders"
SETTING_QUIET = "{first} to {last}"
SETTING_NO_QUIET = "none"
SETTING_QUIET_NAME = "Quiet hours"
SWITCHES = {True: "on", False: "off"}

AWAY_TITLE = "Days away"
AWAY_RECORDED = "You are away from {first} to {last} (number {number}). Whoever plans a date then is told."
AWAY_ENDED = "Taken back: you are not away from {first} to {last}."
AWAY_LINE = "*{number}* · {first} to {last}"
AWAY_NONE = "You have recorded no days away. `/docket away 1 July 2030 to 14 July 2030` does, or press the button."
AWAY_ADD = "Add days away"
AWAY_END = "Take back"
AWAY_FIRST = "First day"
AWAY_LAST = "Last day"
AWAY_NOTE = "Note (colleagues may read it)"
AWAY_SAY_WHICH = "Say which: `/docket away withdraw 1`. `/docket away` lists yours with their numbers."
