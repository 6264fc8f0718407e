"""What Slack accepts as blocks, as data: each module is a table of Slack's limits that can be read as documentation.

Sources: docs.slack.dev/reference/block-kit, the types of npm @slack/types 3.2 and the table of PyPI slackblocks 3.0.
"""

from bot.practice.blockkit.surfaces import check_message_blocks, check_options, check_view
from bot.practice.blockkit.walking import elements_of, find_element, with_ids

__all__ = ["check_message_blocks", "check_options", "check_view", "elements_of", "find_element", "with_ids"]
