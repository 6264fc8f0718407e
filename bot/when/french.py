"""French turns of phrase put into the words of our grammar; single French words stand in the lexicon.

Only turns that cannot be English are touched: "mar. 4 mai" is a Tuesday, because no date has two months.
"""

import re

from bot.when.lexicon import MONTH_WORDS

_MONTH = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
_BEFORE_A_DATE = rf"\.?(?=\s+(?:le\s+)?\d{{1,2}}(?:er)?\s+(?:{_MONTH})\b)"
_WEEKDAYS = {
    "lun": "lundi",
    "mar": "mardi",
    "mer": "mercredi",
    "jeu": "jeudi",
    "ven": "vendredi",
    "sam": "samedi",
    "dim": "dimanche",
}
_TURNS = tuple(
    (re.compile(pattern, re.IGNORECASE), english)
    for pattern, english in (
        *((rf"\b{short}{_BEFORE_A_DATE}", full) for short, full in _WEEKDAYS.items()),
        (rf"\bpremier(?=\s+(?:{_MONTH})\b)", "1"),
        (r"\bapr[eè]s\s+demain\b", "après-demain"),
        (r"\b(?:de\s+)?la\s+semaine\s+prochaine\b", "next week"),
        (r"\b(?:de\s+)?cette\s+semaine\b", "this week"),
        (r"\bfin\s+du\s+mois\s+prochain\b", "end of next month"),
        (r"\bfin\s+du\s+mois\b", "end of month"),
        (rf"\bfin(?=\s+(?:{_MONTH})\b)", "end of"),
        (r"\bil\s+y\s+a\s+(\w+)\s+(jours?|semaines?|mois|ans?)\b", r"\1 \2 ago"),
        (r"\bdans\s+(\w+)\s+(?:heures?|h)\b", r"in \1 hours"),
        (r"\bdans\s+(\w+)\s+minutes?\b", r"in \1 minutes"),
        (r"\bau\s+plus\s+tard\b(?:\s+le\b)?", "by"),
        (r"\b(\d{1,2})\s?h(?:eures?)?\s+et\s+demie?\b", r"\1h30"),
        (r"\b(\d{1,2})\s?h(?:eures?)?\s+et\s+quart\b", r"\1h15"),
        (r"\bde\s+l'après-midi\b", "in the afternoon"),
        (r"\bheure\s+locale\b", "local time"),
        (r"\bheure\s+d(?:e\s+|')(phnom\s+penh|los\s+angeles|san\s+francisco|new\s+york|\w+)\b", r"\1 time"),
    )
)


_ANY_TURN = re.compile(
    r"\b(?:lun|mar|mer|jeu|ven|sam|dim|premier|apr[eè]s|semaine|fin|il|dans|tard|et|midi|heure)\b", re.IGNORECASE
)
"""One word of each turn: most texts have none of them, and are left at once."""


def in_english_turns(text: str) -> str:
    """Put French turns of phrase into those of the grammar; other text comes back as it was."""
    if not _ANY_TURN.search(text):
        return text
    for pattern, english in _TURNS:
        text = pattern.sub(english, text)
    return text
