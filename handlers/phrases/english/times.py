"""What is said beside an hour."""

NEXT_DAY = "*next day*"
DAY_BEFORE = "*day before*"
CITIES = {
    "Asia/Phnom_Penh": "Phnom Penh",
    "America/Los_Angeles": "Los Angeles",
    "America/New_York": "New York",
    "Europe/Paris": "Paris",
}
