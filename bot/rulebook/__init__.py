"""The data of the law (packs, courts, holiday lists) and the rulebook that answers from it."""

from bot.rulebook.book import Rulebook, load_rulebook

__all__ = ["Rulebook", "load_rulebook"]
