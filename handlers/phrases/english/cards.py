"""What stands on cards: how sure a date is, and what it waits for."""

STANDINGS = {
    "settled": "Settled: the rule reads one way.",
    "arguable": "Arguable: the law can be read two ways. This is the earlier, safe date.",
    "unverified": "Unverified: the text of the rule was not checked. Check it before you rely on this date.",
}
DO_NOT_PLAN = "On the other reading: {latest}. Do not plan on this."
LAST_OPEN_DAY = "The registry is closed that day; the last day on which it can be reached is *{day}*."
CONDITION = "Only {condition}."
CONDITION_AS_SAID = "{condition}."
UNCONFIRMED = ":warning: *Unconfirmed*: a second person must check it."
CONFIRMED = ":white_check_mark: Confirmed by {by}"
CONFIRMED_AFTER_MISMATCH = " after a mismatch"
IS_DONE = ":heavy_check_mark: *Done* on {day} by {by}: {proof}"
IS_MOOT = "*Moot*: nobody owes this any more."
NO_OWNER = "no owner yet"
OWNED_BY = "owner {owner}"
NEXT_REMINDER = "next reminder {day}"
RECORDED_BY = "recorded by {by}"
IS_OVERDUE = ":rotating_light: *OVERDUE* since {day}, {hour} court time"
UNTIL = "until {hour} court time ({zone})"
COURT_TIME = "court time ({zone})"
HOUR_UNKNOWN = "hour not known"
HELD_BY_HAND = "Entered by hand: no rule computed it."
IS_MOOT_BECAUSE = "*Moot*: nobody owes this any more. {reason}"
FIXED_BY_COURT = ":lock: Fixed by the court: {order}"
BACKED_UP_BY = "backup {backup}"
SNOOZED_UNTIL = ":zzz: Its reminders are held until {until}, by {by}."
