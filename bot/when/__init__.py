"""How a date that somebody typed is read: our own grammar first, dateparser behind it, and never a silent guess."""

from bot.when.oneliner import take_date
from bot.when.reader import read
from bot.when.readings import Ask, Meaning, Past, ReadDate, Reading, ReadMoment, Refuse, Wants
from bot.when.words import say

__all__ = [
    "Ask",
    "Meaning",
    "Past",
    "ReadDate",
    "ReadMoment",
    "Reading",
    "Refuse",
    "Wants",
    "read",
    "say",
    "take_date",
]
