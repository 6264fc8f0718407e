"""What is said beside an hour."""

NEXT_DAY = "*ថ្ងៃបន្ទាប់*"
DAY_BEFORE = "*ថ្ងៃមុន*"
CITIES = {
    "Asia/Phnom_Penh": "ភ្នំពេញ",
    "America/Los_Angeles": "ឡូសអាន់ជែឡែស",
    "America/New_York": "ញូវយ៉ក",
    "Europe/Paris": "ប៉ារីស",
}
