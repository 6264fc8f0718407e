"""Independent judges of everything that we show in Slack.

They were written by other people, or from other people's tables, and their blind spots differ: Slack's TypeScript types
know every attribute and no length; Slack's Python models know most lengths and few surfaces; the table of limits knows
all of them and no attribute. What all three pass, Slack is expected to take.

    judge_message(blocks, text)
    judge_view(view)
    judge_manifest(yaml.safe_load(path.read_text()))
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.judges import app, limits, models, types

__all__ = ["judge_manifest", "judge_message", "judge_view"]


def judge_message(blocks: Sequence[Mapping[str, Any]], text: str) -> None:
    """Judge a message: its blocks, and the text that notifications show and screen readers read.

    Raises:
        AssertionError: saying what Slack would refuse, and where.
    """
    _judge("message", [*limits.of_message(blocks, text), *models.of_blocks(blocks), *types.of_blocks(blocks)])


def judge_view(view: Mapping[str, Any]) -> None:
    """Judge a modal or a Home tab, as it goes to `views.open` or `views.publish`.

    Raises:
        AssertionError: saying what Slack would refuse, and where.
    """
    kind = str(view.get("type"))
    _judge(kind, [*limits.of_view(view), *models.of_view(view), *types.of_view(view)])


def judge_manifest(manifest: Mapping[str, Any]) -> None:
    """Judge a parsed `manifest.yml`.

    Raises:
        AssertionError: saying what Slack would refuse, and where.
    """
    _judge("manifest", [*app.lengths(manifest), *app.needs(manifest), *types.of_manifest(manifest)])


def _judge(what: str, complaints: Sequence[str]) -> None:
    if complaints:
        raise AssertionError(f"Slack would refuse this {what}:\n  " + "\n  ".join(complaints))
