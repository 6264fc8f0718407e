"""`adquem demo`: the practice workspace, the bot in it, and a real docket. Nothing is kept when it stops."""

import argparse
import sys

PORT = 8787


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument(
        "--port", type=int, default=PORT, help=f"the page's port (default {PORT}); feeds use the next one"
    )


def run(args: argparse.Namespace) -> int:
    """Run until SIGINT or SIGTERM; 2 if a port is taken."""
    from bot.cli.run import until_told_to_stop
    from bot.errors import AdQuemError
    from bot.logs import set_up_logging
    from bot.opening import practising

    set_up_logging(level="warning")
    print("Opening the practice workspace and its docket …", flush=True)
    try:
        with practising(port=args.port, feeds_port=args.port + 1) as practice:
            print(f"\n  Open {practice.url} in a browser.  Ctrl+C closes it.\n", flush=True)
            until_told_to_stop()
    except AdQuemError as error:
        print(error, file=sys.stderr)
        return 2
    return 0
