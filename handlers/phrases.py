"""Every sentence that people read in Slack. Views and handlers only fill in what stands in braces.

A sentence says what happened and what to do next. Another language is another module with the same names.
"""

# When something cannot be done
OUR_FAULT = "Something went wrong on our side, nothing was saved: try again."
FORM_TOO_LATE = "Slack did not open the form in time. Try again."
SAVED_BUT_NOT_POSTED = (
    "It is saved, but I could not post it to every channel that follows the case ({troubles}). "
    "Invite me there with `/invite @adquem`; the buttons and `list` work meanwhile."
)
SAVED_BUT_NOT_INVITED = (
    "It is saved, but not every channel that follows the case can see it: I am not in there. "
    "Invite me there with `/invite @adquem`."
)
PUBLIC_CHANNEL = (
    ":warning: <#{channel}> is a public channel: everybody in the workspace can read what I post here. "
    "Use a private channel for this case."
)
INVITE_ME = "I am not in <#{channel}> yet and cannot post there: invite me with `/invite @adquem`."
UNKNOWN_COMMAND = "I know no `{said}`. Did you mean `{nearest}`?"
UNKNOWN_VERB = "I know no `{command} {said}`. Did you mean `{command} {nearest}`? `{command} help` lists examples."
UNKNOWN_BUTTON = "This button is no longer in use. Type `/docket` to see where things stand."
UNKNOWN_FORM = "This form is no longer in use. Type the command again to open the present one."
IN_A_CHANNEL = "Type this in the channel of the team that works on the case: its members are the ones who may see it."
NOT_SEEN_CASE = (
    "There is no case that you may see yet. In the team's channel, type "
    "`/case add cand 3:18-mc-80024-SK Rainsy v. Facebook`."
)
WHICH_SUBJECT = "Say which one: {example}. `{command} list` shows them."
HINT = "`{command}` opens a form."
SAY_THE_CASE = "Say the court, the docket number and the caption: `/case add cand 3:18-mc-80024-SK Rainsy v. Facebook`."
PUT_THE_DATE_FIRST = (
    "Put the date first, then the hour, then the title: `/hearing add 30 May 2018 9:30am Oral argument`."
)
TOO_LONG_TO_ASK = "{question} Type the date as {option} and send the command again."
TYPE_THE_DAY = "{question} Nothing was changed. Type the day with the month in letters: 19 May 2018."
HOUR_COMES_TWICE = (
    "The clocks change that night and this hour comes twice: type `/hearing add` with the zone behind the hour."
)
ASSUMED = "_{note}_"
LINK_IS_NO_ADDRESS = "A link starts with https:// (or leave it empty)."
DATES_CHANGED = (
    "The dates that the rules give have changed since you looked. Go back, press Preview again and check them."
)
NO_FEEDS = "Feed addresses need a public address of this bot: whoever runs it sets PUBLIC_URL."
UNKNOWN_ZONE = "UTC stands for colleagues whose time zone Slack did not tell me."

# The words on buttons and forms
CONFIRM = "Confirm"
DONE = "Done"
EXPLAIN = "Explain"
OPEN = "Open"
MOVE = "Move"
VACATE = "Vacate"
EARLIER = "← Earlier"
LATER = "Later →"
SAVE = "Save"
PREVIEW = "Preview"
BACK = "Back"
CLOSE = "Close"
ADD_CASE = "Open a case"
ADD_HEARING = "Add a hearing"
ADD_ORDER = "Record an order"
ADD_RULING = "Record a ruling"
NEW_ENTRY = "New entry"

CASE = "Case"
COURT = "Court"
DOCKET_NUMBER = "Docket number"
CAPTION = "Caption"
CODE_NAME = "Code name"
CODE_NAME_HINT = "Shown instead of the caption wherever only code names may be shown"
OUR_SIDE = "Our side"
TITLE = "What it is"
HEARING_TITLE = "What the hearing is about"
KIND = "Kind of entry"
TRIGGER = "What it is for the rules"
TRIGGER_HINT = "It decides which deadlines follow"
NO_TRIGGER = "It starts no deadline"
NOTHING_FOLLOWS = "Nothing follows"
TIME_FOR_HOURS = "Time (needed for periods in hours)"
TIME_IS_NEEDED = "This period is counted in hours: say at what time it begins, on the court's clock."
HEARING_TRIGGER_HINT = "Only if deadlines are counted back from it"
DATE_ENTERED = "Date entered (the court's calendar)"
SERVICE = "How it was served"
SERVED_ON = "When it was served, if on another day"
LINK = "Link to the document"
NOTE = "Note"
PLACE = "Place"
DAY = "Day (the court's calendar)"
TIME = "Time (the court's clock)"
REASON = "Reason"
KEEP = "Keep these deadlines"
OWNER = "Who owes them"
PROOF = "Proof of filing"
PROOF_HINT = "A receipt number, a link or a file name"
FILED_BY = "Filed by"
CHOOSE_FIRST = "Choose this first: it decides what can be chosen next."
NEXT = "Next"

SERVICES = {
    "none": "Not served, or not known yet",
    "ecf": "Electronically (ECF)",
    "mail": "By mail",
    "personal": "By hand",
    "consent": "By other means, consented to in writing",
    "clerk": "Left with the clerk",
}
KINDS = {
    "hearing": "Hearing",
    "ruling": "Ruling",
    "order": "Order",
    "filing": "Filing",
    "service": "Service",
    "notice": "Notice",
}
KIND_GROUPS = {
    "hearing": "Hearings",
    "ruling": "Rulings",
    "order": "Orders",
    "filing": "Filings",
    "service": "Service",
    "notice": "Notices",
}
COURT_GROUPS = {
    "KH": "Cambodia",
    "district": "United States: district courts",
    "appeals": "United States: courts of appeals",
    "supreme": "United States: Supreme Court",
    "bankruptcy": "United States: bankruptcy courts",
    "bap": "United States: bankruptcy appellate panels",
    "special": "United States: special courts",
}
STATUSES = {"held": "held", "vacated": "VACATED", "withdrawn": "WITHDRAWN"}

# How sure a date is
STANDINGS = {
    "settled": "Settled: the rule reads one way.",
    "arguable": "Arguable: the law can be read two ways. This is the earlier, safe date.",
    "unverified": "Unverified: the text of the rule was not checked. Check it before you rely on this date.",
}
DO_NOT_PLAN = "On the other reading: {latest}. Do not plan on this."
LAST_OPEN_DAY = "The registry is closed that day; the last day on which it can be reached is *{day}*."
CONDITION = "Only {condition}."
UNCONFIRMED = ":warning: *Unconfirmed*: a second person must check it."
CONFIRMED = ":white_check_mark: Confirmed by {by}"
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

# What was done
CASE_OPENED = (
    "*{ref}* is on the docket: {number}, _{caption}_, {court}. This channel follows it now. "
    "Next: `/hearing add …` or `/order add`."
)
CASE_LINKED = "This channel follows *{ref}* now: {number}, _{caption}_."
CASE_LINKED_ALREADY = "This channel follows *{ref}* already."
HEARING_ADDED = "*{ref}* is on the docket of {case}: {when}. Its card goes to every channel that follows the case."
ENTRY_ADDED = "*{ref}* is on the docket of {case}, with {count}. The cards go to every channel that follows the case."
NO_DEADLINES_KEPT = "no deadline"
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
REGISTRY_CLOSES = (
    "The registry closes earlier than midnight, at an hour we do not hold. The last day on which it is open is *{day}*."
)
DEADLINE_MOVED = "{ref} {title}: ~{old}~ → *{new}*, to be confirmed anew"
YOU_CONFIRMED = "You confirmed *{ref}*: {title}, due {due}."
YOU_AGREE = "Your computation agrees: you confirmed *{ref}*: {title}, due {due}."
MARKED_DONE = "*{ref}* is done, with proof: {proof}. Its reminders have stopped."

# Lists
CASES_HERE = "Cases that this channel follows"
YOUR_CASES = "Cases that you may see"
HEARINGS = "Hearings"
RULINGS = "Rulings"
ORDERS = "Orders"
DEADLINES = "Open deadlines"
TIMELINE = "Timeline"
NOTHING_LISTED = "Nothing here yet. {hint}"
TIMELINE_OF = (
    "I know no timeline of “{said}”. Type a country (`/timeline us`, `/timeline kh`), a year (`/timeline 2018`), years "
    "(`/timeline 2017-2018`) or a case (`/timeline C1`)."
)
PAGE = "{first} to {last} of {total}"
TODAY_AND_NEXT = "The docket: {first} to {last}"
NOTHING_DUE = "Nothing is on the docket for these days."
CLOSED_DAYS = "Closed days ahead"
CLOSED_AT = "*{court}* closed: {days}"
NO_CLOSED_DAYS = "*{court}*: no closed weekday"
IN_DAYS = "in {days} days"
COUNTED = {0: "today", 1: "tomorrow"}
CONDITIONAL = "conditional"
DAY_HAS_PASSED = ":warning: *This day has passed.*"
SERVED_BEFORE_ENTERED = ":warning: Served on {served}, before it was entered on {entered}: check both dates."
ENTERED_IN_FUTURE = ":warning: The date entered, {entered}, has not come yet: check it."

# App Home
HOME_TITLE = "Ad Quem"
HOME_MINE = "My deadlines"
HOME_TEAM = "The team's deadlines"
HOME_HEARINGS = "Next hearings"
HOME_UNCONFIRMED = "Waiting for a second pair of eyes"
HOME_OVERDUE = "Overdue"
HOME_NONE = "None."
HOME_MORE = "… and {count} more: `{command}`"
HOME_EMPTY = (
    "No case that you may see is on the docket yet. In the channel of your team, type "
    "`/case add cand 3:18-mc-80024-SK Rainsy v. Facebook`."
)

# Mentions and shortcuts
MENTION = "I keep the docket: type `/docket help` for everything I do, or press the button to record something now."
NO_DEADLINE_FOLLOWS = "No rule of this court makes a deadline follow from this. It will stand on the docket alone."
PREVIEW_INTRO = "*{count} from {title}* ({case}). Untick what does not apply, then save."

# Calendars
FEED_CREATED = (
    "Your secret address for {scope}. It is shown *this once*; whoever has it can read the calendar. Never post it."
)
FEED_LINKS = (
    "• Apple, Outlook, Thunderbird: {webcal}\n• Google: <{google}|add to Google Calendar>\n• Anything else: {https}"
)
FEED_SPEED = (
    "Calendars look on their own clock: Google every 4 to 24 hours, Outlook on the web about every 3 hours, Apple from "
    "5 minutes to a week as you set it, Thunderbird every 30 minutes. The alarm is here in Slack, not there."
)
FEED_LIST = "Your calendar addresses"
FEED_ITEM = "*{number}* · {scope} · made {made} · {seen}"
FEED_SEEN = "last fetched {seen}"
FEED_UNSEEN = "never fetched"
FEED_REVOKED = "Address {number} is revoked: calendars that still ask get nothing more."
FEED_NONE = "You have no address yet. `/calendar create` makes one, or press a button."
FEED_FOR_ALL = "Address for all my cases"
FEED_FOR_CHANNEL = "Address for this channel"
FEED_SCOPES = {"all": "everything you may see", "channel": "this channel's cases", "case": "one case"}
FEED_DETAILS = {"full": "in full", "alias": "code names only", "busy": "only that the time is taken"}

HELP_TITLE = "How to use {command}"
HELP = {
    "/case": (
        ("/case add cand 3:18-mc-80024-SK Rainsy v. Facebook", "open a case; this channel follows it"),
        ("/case list", "the cases that this channel follows"),
        ("/case show C1", "one case, with what is ahead"),
        ("/case link C1", "let this channel follow a case that you may see"),
        ("/case", "the form"),
    ),
    "/hearing": (
        (
            "/hearing add 30 April 2018 9:30am Oral argument on the application",
            "court time; name the case first if there are several: `add C1 30 April …`",
        ),
        ("/hearing list", "what is ahead and what was"),
        ("/hearing show {hearing}", "one hearing"),
        ("/hearing move {hearing}", 'another time, and why: a form, or type `4 June 2018 9:30am "notice"` behind'),
        ("/hearing vacate {hearing}", 'take it off calendar: a form, or type `"settled"` behind'),
        ("/hearing", "the form"),
    ),
    "/ruling": (
        ("/ruling add 4 May 2018 Judgment", "opens the form, filled in"),
        ("/ruling list", "the rulings of this channel's cases"),
        ("/ruling show R1", "one ruling and the deadlines it started"),
        ("/ruling", "the form"),
    ),
    "/order": (
        ("/order add 4 May 2018 Order denying the application", "opens the form, filled in"),
        ("/order list", "the orders of this channel's cases"),
        ("/order show O1", "one order and the deadlines it started"),
        ("/order", "the form"),
    ),
    "/deadline": (
        ("/deadline list", "what is open, the earliest first"),
        ("/deadline show {deadline}", "one deadline"),
        ("/deadline explain {deadline}", "how the date was counted"),
        (
            "/deadline confirm {deadline} 19 May 2018",
            "compare a colleague's date with the one you computed; it is confirmed if they agree (or without your own)",
        ),
        ("/deadline done {deadline}", "it was filed: a form for the proof, or type `ECF No. 21` behind"),
    ),
    "/timeline": (
        ("/timeline", "both countries' events in order"),
        ("/timeline C1", "those of one case"),
        ("/timeline us", "those of one country (`us` or `kh`)"),
        ("/timeline 2017-2018", "those of some years, or of one: `2018`"),
    ),
    "/calendar": (
        ("/calendar create", "a secret address for your calendar: everything you may see"),
        ("/calendar create channel", "only this channel's cases"),
        (
            "/calendar list",
            "your addresses and their numbers; `rotate` with a number makes a new one instead, `revoke` closes it",
        ),
    ),
    "/docket": (
        ("/docket", "today and the next 14 days"),
        ("/docket closed", "the closed days ahead"),
        ("/docket help", "this"),
    ),
}
HELP_ALL = "Every command answers `help` with examples: {commands}."
