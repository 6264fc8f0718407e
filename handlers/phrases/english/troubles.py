"""What is said when something cannot be done."""

OUR_FAULT = "Something went wrong on our side, nothing was saved: try again."
FORM_TOO_LATE = "Slack did not open the form in time. Try again."
SAVED_BUT_NOT_POSTED = (
    "It is saved, but Slack did not let me show it in every channel that follows the case ({troubles}). "
    "`list` and `show` tell how it stands, and the next change brings the cards up to date."
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
