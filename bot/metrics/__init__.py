"""How the alarm does, in numbers that Prometheus reads: `/metrics`, where a token was set for it.

What stands in rows is asked of rows, so that every process of a team answers the same. What happens only inside of a
process (failures to deliver, answers of feeds) is counted there. No label names a case, a channel or a person.
"""

from bot.metrics.beating import BeatingSweep
from bot.metrics.counting import CountedMessenger, Counts
from bot.metrics.failures import Failure, failure_in, failure_of
from bot.metrics.page import metrics_route

__all__ = ["BeatingSweep", "CountedMessenger", "Counts", "Failure", "failure_in", "failure_of", "metrics_route"]
