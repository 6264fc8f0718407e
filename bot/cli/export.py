"""`adquem export`: the docket that the settings name, as CSV, JSON, iCalendar or PDF."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.docket import failed, must_be_there, said_by

if TYPE_CHECKING:
    from sqlmodel import Session

    from storage.cases import Case

_BY = "the command line"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the format, the cases and where to."""
    parser.add_argument("--format", required=True, choices=["csv", "json", "ics", "pdf"], help="what to write")
    parser.add_argument("--case", nargs="+", default=[], metavar="C1", help="only these cases (default: every case)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where to (default: standard output)")
    parser.add_argument(
        "--names",
        default="caption",
        choices=["caption", "known", "code"],
        help="captions; code names where a case has one; or code names and nothing more",
    )


def run(args: argparse.Namespace) -> int:
    """Export: 0 if it was written, 1 if a case is unknown, 2 if the settings are wrong or nothing can take the file."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.clock import SystemClock
    from bot.errors import AdQuemError
    from bot.exporting import Format, export
    from bot.rulebook import load_rulebook
    from bot.settings import StoreSettings, load_settings
    from bot.timeline import Naming
    from storage.store import Store

    if args.format == "pdf" and args.output is None and sys.stdout.isatty():
        return failed("A PDF is nothing to read on a terminal. Name a file: --output chronology.pdf", status=2)
    try:
        settings = load_settings(StoreSettings)
        must_be_there(settings)
        store = Store(settings.store_url)
        try:
            with store.reading() as session:
                cases, unknown = _cases(session, args.case)
                if unknown:
                    return failed(f"I know no case {', '.join(unknown)} on this docket.", status=1)
                content = export(
                    session,
                    load_rulebook(),
                    cases,
                    as_a=Format(args.format),
                    now=SystemClock().now(),
                    by=_BY,
                    naming=Naming(args.names),
                )
        finally:
            store.close()
        _write(content, args.output)
    except (AdQuemError, OSError) as error:
        return failed(str(error), status=2)
    except SQLAlchemyError as error:
        return failed(f"The docket cannot be read: {said_by(error)}.", status=2)
    return 0


def _cases(session: "Session", wanted: Sequence[str]) -> tuple[list["Case"], list[str]]:
    """Return the cases that are wanted, and what no case is called."""
    from storage.cases import every_case

    every = {case.ref: case for case in every_case(session)}
    refs = [ref.upper() for ref in wanted] or list(every)
    return [every[ref] for ref in refs if ref in every], [ref for ref in refs if ref not in every]


def _write(content: bytes, output: Path | None) -> None:
    """Write to a file that its owner alone may read, or to standard output."""
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    with os.fdopen(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
