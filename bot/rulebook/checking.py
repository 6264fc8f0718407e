"""What one pack alone cannot tell: whether the courts, triggers and rules that it names exist."""

from collections.abc import Collection
from datetime import date
from itertools import pairwise
from pathlib import Path

from bot.rulebook.courts import all_courts
from bot.rulebook.reading import Lines, read_yaml


def check_names(path: Path, *, triggers: Collection[str], rules: Collection[str]) -> None:
    """Check a pack that was read without a mistake against everything that it names.

    Args:
        triggers: every trigger that is declared, the pack's own included.
        rules: the id of every rule that is held, the pack's own included.

    Raises:
        BadPackError: at the first mistake; the sentence names file, line and field.
    """
    pack = read_yaml(path)
    _check_courts(pack)
    seen: set[str] = set()
    for rule in pack["rules"]:
        name = str(rule["rule"])
        if name in seen:
            raise rule.wrong("rule", f"{name} stands in this pack already.")
        seen.add(name)
        _check_courts(rule)
        _check_starts(rule, triggers)
        _check_order(rule, f"{pack['pack']}:{name}", rules)
        _check_versions(rule)
        if rule.get("added_days") and rule["from"] in {"entered", "filed"}:
            raise rule.wrong(
                "added_days", f"no days are added to a period that runs from when a paper is {rule['from']}."
            )


def _check_courts(lines: Lines) -> None:
    scope = lines.get("applies_to", lines)
    for court in scope.get("courts") or ():
        if court not in all_courts():
            raise scope.wrong("courts", f"I know no court {court!r}. Use ids such as cand or kh-phnompenh.")


def _check_starts(rule: Lines, triggers: Collection[str]) -> None:
    for start in rule.get("starts") or ():
        trigger = start["trigger"] if isinstance(start, Lines) else start
        if trigger not in triggers:
            raise rule.wrong("starts", f"the trigger {trigger!r} is declared nowhere; declare it under `triggers:`.")


def _check_order(rule: Lines, identity: str, rules: Collection[str]) -> None:
    follows = rule.get("after")
    if follows is not None and (follows == identity or follows not in rules):
        raise rule.wrong("after", f"{follows!r} is no other rule. Write an id such as us-frcp:72(a).")


def _check_versions(rule: Lines) -> None:
    """Versions may not overlap: for each day one text is in force."""
    versions = sorted(rule.get("versions") or (), key=lambda version: version.get("since") or date.min)
    for earlier, later in pairwise(versions):
        if (earlier.get("until") or date.max) > (later.get("since") or date.min):
            raise later.wrong(
                "since", "this version overlaps another; let the older one end (`until`) where it begins."
            )
