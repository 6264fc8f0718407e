"""App Home."""

HOME_TITLE = "Ad Quem"
HOME_GLANCE = "overdue {overdue} · mine {mine} · the team's {team} · hearings {hearings} · to be checked {unconfirmed}"
HOME_MINE = "My deadlines"
HOME_TEAM = "The team's deadlines"
HOME_HEARINGS = "Next hearings"
HOME_UNCONFIRMED = "Waiting for a second pair of eyes"
HOME_OVERDUE = "Overdue"
HOME_NONE = "None."
HOME_MORE = "Show {count} more"
HOME_PROPOSAL = ":scales: *One date would move* by the law or the calendar as it is now. Somebody must decide about it."
HOME_PROPOSALS = (
    ":scales: *{count} dates would move* by the law or the calendar as it is now. Somebody must decide about each."
)
HOME_PROPOSALS_TITLE = "Dates that would move"
HOME_PROPOSAL_LINE = "*{ref}* {title} · {case}: ~{old}~ → *{new}*"
HOME_NO_DATE = "no date any more"
HOME_IS_CLOSED = "*{court} closed*"
HOME_IS_OPEN = "{court} open"
HOME_EMPTY = (
    "No case that you may see is on the docket yet. In the channel of your team, type "
    "`/case add cand 3:18-mc-80024-SK Rainsy v. Facebook`."
)
LIST_IS_GONE = "That list is no longer in use. Open App Home again to see where things stand."
