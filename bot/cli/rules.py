"""`adquem rules`: list the packs and their rules, show one rule, check a pack file."""

import argparse
from pathlib import Path

from bot.cli.answering import failed
from bot.law import LawError, Standing
from bot.law.rule_explaining import version_label
from bot.law.rules import Limb, Rule, Start
from bot.law.wording import short_date
from bot.rulebook import load_rulebook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a verb and what it is about."""
    parser.add_argument("--packs", type=Path, metavar="FOLDER", help="a team's own rule packs")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    listing = verbs.add_parser("list", help="every rule, pack by pack")
    listing.add_argument("--court", help="only the rules that bind this court")
    show = verbs.add_parser("show", help="one rule with its text and versions")
    show.add_argument("rule", help='by id or citation: "FRCP 72(a)", us-cand:7-3(a)')
    check = verbs.add_parser("check", help="whether a pack file is right; mistakes are named by line and field")
    check.add_argument("file", type=Path)


def run(args: argparse.Namespace) -> int:
    """Do what the verb says: 0 if it was done, 1 if the rule is unknown or the pack wrong."""
    verbs = {"list": _list, "show": _show, "check": _check}
    try:
        return verbs[args.verb](args)
    except LawError as trouble:
        return failed(trouble)


def _list(args: argparse.Namespace) -> int:
    book = load_rulebook(args.packs)
    rules = book.rules_of(args.court) if args.court else tuple(book.library.rules.values())
    for pack in book.library.packs.values():
        ours = [rule for rule in rules if rule.pack == pack.id]
        if ours:
            print(f"{pack.id}: {pack.title}")
        for rule in ours:
            doubt = "" if rule.standing is Standing.SETTLED else f" [{rule.standing}]"
            print(f"  {rule.id:<36} {_periods(rule):<28} {rule.title}{doubt}")
    return 0


def _show(args: argparse.Namespace) -> int:
    rule = load_rulebook(args.packs).rule(args.rule)
    added = "yes" if rule.added_days else "no"
    extendable = {True: "yes", False: "no", None: "not known"}[rule.extendable]
    print(f"{rule.citation}: {rule.title} ({rule.id})")
    if rule.also:
        print(f"  also called {', '.join(rule.also)}")
    print(f"  act         {rule.act}, by {rule.who}")
    triggers = ", ".join(map(_start, rule.starts)) or rule.follows or "none"
    print(f"  runs from   {rule.runs_from}; triggers: {triggers}")
    print(f"  added days  {added}    extendable  {extendable}    standing  {rule.standing}")
    print(f"  source      {rule.source}")
    for version in rule.versions:
        doubt = f" [{version.standing}: {version.source or rule.source}]" if version.standing else ""
        print(f"  {version_label(version)}: {f' or {_or(version.choice)} '.join(map(_limb, version.limbs))}{doubt}")
        if version.quote:
            print(f"    “{version.quote}”")
    for remark in rule.remarks:
        print(f"  note: {remark}")
    return 0


def _start(start: Start) -> str:
    """Name a trigger with the days between which, the circuits in which and the condition on which it starts a rule."""
    when = [f"since {short_date(start.since)}"] if start.since else []
    when += [f"until {short_date(start.until)}"] if start.until else []
    when += [f"circuits {', '.join(sorted(start.circuits))}"] if start.circuits else []
    when += [start.condition] if start.condition else []
    return f"{start.trigger} ({'; '.join(when)})" if when else start.trigger


def _check(args: argparse.Namespace) -> int:
    from bot.rulebook.library import check_pack

    pack = check_pack(args.file)
    print(f"{args.file.name}: {len(pack.rules)} rules of {pack.title}, all well formed.")
    return 0


def _periods(rule: Rule) -> str:
    newest = max(rule.versions, key=lambda version: str(version.since or ""))
    return (
        f" / {_or(newest.choice)} ".join(map(_limb, newest.limbs))
        if len(newest.limbs) == 1
        else f"{newest.choice} of {len(newest.limbs)}"
    )


def _or(choice: str) -> str:
    return f"({choice})"


def _limb(limb: Limb) -> str:
    """Name a limb by its label, which says its period, too."""
    return limb.label or f"{limb.period} {limb.direction}"
