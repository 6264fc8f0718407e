"""What the newcomer reads first: where they are, and what to try. Each command can be pasted as it stands."""

from typing import Any

TITLE = "Welcome. This is Monday 7 May 2018, 8:30 am in San Francisco"
NOW = (
    "On Friday 4 May the court denied the application in *Rainsy v. Facebook* (C1). Claire recorded the order (O1). "
    "Two deadlines follow from it: *D1*, objections, and *D2*, a notice of appeal if the order is appealable. Maya "
    "owes them, and nobody has confirmed them yet. Be Maya, Claire, Dara or Alex: you choose who you are on this page."
)
TO_TRY = (
    ("Ask why it is that day.", "/deadline explain D1", "Every step from the order to the date, with its citation."),
    ("Confirm it as a second person.", "/deadline confirm D1", "Claire may not: she recorded it. Maya may."),
    (
        "Put a hearing on the calendar.",
        "/hearing add 21 May 2018 9:30am Status conference",
        "It answers in the court's time and in each office's own.",
    ),
    (
        "Record an order.",
        "/order add 7 May 2018 Order on a discovery dispute",
        "Choose what it is for the rules, look at the deadlines that follow, and drop what does not apply.",
    ),
    (
        "See both countries in order, in #rainsy-all.",
        "/timeline",
        "Sophea is only in #rainsy-kh: see what she may see.",
    ),
    ("Subscribe your own calendar.", "/calendar create", "The address is yours alone, and `/calendar revoke` ends it."),
)
CLOCK = (
    "*Then move the clock to Friday 11 May 2018, 9 am.* The reminder of D1 arrives in this channel. Press *Done* on it "
    "and give the proof of filing."
)
SMALL_PRINT = (
    "The people here are invented. The events are public history, each with its source and how sure it is; some lie in "
    "the future of this clock, since the record knows how the matter went on."
)


def greeting() -> tuple[str, list[dict[str, Any]]]:
    """Return the greeting, written for #rainsy-us, as plain text and as blocks."""
    steps = [f"{number}. {what}\n`{command}`\n{why}" for number, (what, command, why) in enumerate(TO_TRY, start=1)]
    blocks: list[dict[str, Any]] = [
        {"type": "header", "text": {"type": "plain_text", "text": TITLE}},
        _section(NOW),
        *(_section(step) for step in steps),
        _section(CLOCK),
        {"type": "context", "elements": [_mrkdwn(SMALL_PRINT)]},
    ]
    text = "\n\n".join((TITLE, NOW, *steps, CLOCK, SMALL_PRINT))
    return text, blocks


def _section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": _mrkdwn(text)}


def _mrkdwn(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text, "verbatim": True}
