"""What a mention is answered."""

MENTION = "I keep the docket: type `/docket help` for everything I do, or press the button to record something now."
