"""`adquem doctor`: what is well with an installation, and what must be mended."""

import argparse
import json
from dataclasses import asdict


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take how to answer, and whether Slack is asked."""
    parser.add_argument("--json", action="store_true", help="one JSON object for each thing that was looked at")
    parser.add_argument("--offline", action="store_true", help="do not ask Slack")


def run(args: argparse.Namespace) -> int:
    """Look at everything and change nothing: 0 if nothing must be mended, otherwise 1."""
    from bot.clock import SystemClock
    from bot.doctor import State, examine

    must_mend = False
    for found in examine(clock=SystemClock(), offline=args.offline):
        must_mend |= found.state is State.MEND
        if args.json:
            print(json.dumps(asdict(found), ensure_ascii=False), flush=True)
            continue
        print(f"{_MARKS[found.state]} {found.about:<12} {found.said}", flush=True)
        if found.advice:
            print(f"  {'':<12} {found.advice}", flush=True)
    return 1 if must_mend else 0


_MARKS = {"well": " ", "look": "?", "mend": "!"}
