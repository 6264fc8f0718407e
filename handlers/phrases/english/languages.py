"""The names of languages, and which one was chosen."""

LANGUAGE_NAMES = {"en": "English", "km": "ភាសាខ្មែរ (Khmer)"}
LANGUAGE_CHOSEN = "From now on I answer you in English."
LANGUAGE_WHICH = "In which language shall I answer you?"
