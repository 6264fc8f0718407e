"""Every way to understand a text as a day, an hour and a zone, before anybody asks what day it is."""

from bot.when.grammar.whole import phrases_in

__all__ = ["phrases_in"]
