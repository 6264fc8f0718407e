"""Open questions of law, closings, and dates that would move."""
