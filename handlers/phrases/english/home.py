"""App Home."""

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
