"""What is said beside an hour."""

NEXT_DAY = "*ថ្ងៃបន្ទាប់*"
DAY_BEFORE = "*ថ្ងៃមុន*"
