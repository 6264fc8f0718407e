"""The real docket to practise on: *Rainsy v. Facebook* and the proceedings in Cambodia, from public sources."""

from bot.demo.greeting import greeting
from bot.demo.loading import Loaded, load
from bot.demo.team import CHANNELS, GREETED, PEOPLE, START

__all__ = ["CHANNELS", "GREETED", "PEOPLE", "START", "Loaded", "greeting", "load"]
