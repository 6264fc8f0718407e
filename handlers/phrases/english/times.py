"""What is said beside an hour."""

NEXT_DAY = "*next day*"
DAY_BEFORE = "*day before*"
