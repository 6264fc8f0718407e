"""`adquem closed`: the days on which a court is closed, and who says so."""

import argparse
import json

from bot.cli.answering import failed
from bot.law import LawError, Standing, long_date
from bot.law.steps import closed_to_json
from bot.rulebook import load_rulebook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a court and a year."""
    parser.add_argument("--court", required=True, help="the court's id: cand, ca9, scotus, kh-phnompenh")
    parser.add_argument("--year", required=True, type=int, help="2018")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Print the closed days of a year, weekends not included."""
    try:
        book = load_rulebook()
        court, days = book.court(args.court), book.closed_days(court=args.court, year=args.year)
    except LawError as trouble:
        return failed(trouble)
    if args.json:
        print(json.dumps([closed_to_json(day) for day in days], ensure_ascii=False, indent=2))
        return 0
    print(f"{court.name}, {args.year}: closed on Saturdays, Sundays and")
    for day in days:
        doubt = "" if day.standing is Standing.SETTLED else f" [{day.standing}]"
        print(f"  {long_date(day.day):<30} {day.name} ({day.source}){doubt}")
    return 0
