"""The names of languages, and which one was chosen."""

LANGUAGE_NAMES = {"en": "English", "km": "ភាសាខ្មែរ (Khmer)"}
LANGUAGE_CHOSEN = "ពីពេលនេះទៅ ខ្ញុំឆ្លើយទៅអ្នកជាភាសាខ្មែរ។"
LANGUAGE_WHICH = "តើខ្ញុំគួរឆ្លើយទៅអ្នកជាភាសាអ្វី?"
