"""`adquem import`: entries and deadlines from CSV, iCalendar or a JSON export of ours, shown before it is done.

Without `--case` a JSON export is brought whole into a docket that does not have its cases yet.
"""

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.docket import failed, must_be_there, said_by

if TYPE_CHECKING:
    from sqlmodel import Session

    from bot.docket.desk import Desk

_BY = "import"
_NAME = re.compile(r"[^\s<>&]{1,60}")
_FAILED, _BAD_USAGE = 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file, the case, and what was decided beforehand."""
    parser.add_argument("file", metavar="FILE", help="what to import; - is standard input")
    parser.add_argument("--case", metavar="C1", help="the case; only a JSON export may go without")
    parser.add_argument("--format", choices=["csv", "json", "ics"], help="told from the file unless given")
    parser.add_argument("--dry-run", action="store_true", help="show what would be done, and do nothing")
    parser.add_argument("--yes", action="store_true", help="do it without asking, if nothing is wrong")
    parser.add_argument("--even-so", action="store_true", help="import the good lines and leave the others")
    parser.add_argument("--alike", default="ask", choices=["ask", "same", "new", "leave"], help="what lines without a "
                        "known UID are that look like something on the docket")  # fmt: skip
    parser.add_argument("--with-deadlines", action="store_true", help="put what follows on the docket, unconfirmed")
    parser.add_argument("--by", default=_BY, metavar="NAME", help="who imports: a Slack member id, or a word")


def run(args: argparse.Namespace) -> int:
    """Import: 0 if it was done or nothing was left to do, 1 if not, 2 on bad usage."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.app import open_desk
    from bot.clock import SystemClock
    from bot.errors import AdQuemError
    from bot.law import LawError
    from bot.settings import StoreSettings, load_settings

    if not _NAME.fullmatch(args.by):
        return failed("--by takes one word, for example a Slack member id.", status=_BAD_USAGE)
    try:
        content = _read(args.file)
        settings = load_settings(StoreSettings)
        if args.case:
            must_be_there(settings)
        desk = open_desk(store_url=settings.store_url, clock=SystemClock())
    except (AdQuemError, OSError) as error:
        return failed(str(error), status=_BAD_USAGE)
    try:
        return _into_case(desk, args, content) if args.case else _whole(desk, args, content)
    except (AdQuemError, LawError) as error:
        return failed(str(error), status=_FAILED)
    except SQLAlchemyError as error:
        return failed(f"The docket cannot be changed: {said_by(error)}. Nothing was imported.", status=_FAILED)
    finally:
        desk.store.close()


def _into_case(desk: "Desk", args: argparse.Namespace, content: bytes) -> int:
    from bot.errors import AdQuemError
    from bot.importing import Alike, Plan, Source, do, plan_import, read_contents, setting_of
    from bot.importing.telling import done_told, told
    from storage.cases import case_by_ref

    source, now = Source(args.format) if args.format else None, desk.clock.now()

    def planned(session: "Session") -> Plan:
        case = case_by_ref(session, args.case)
        if case is None:
            raise AdQuemError(f"I know no case {args.case} on this docket.")
        setting = setting_of(session, desk.book, case, now=now)
        contents = read_contents(content, case, setting, source=source)
        return plan_import(session, desk.book, case, contents, alike=Alike(args.alike))

    with desk.look() as session:
        plan = planned(session)
    zone = desk.book.court(plan.case.court).zone
    print("\n".join(told(plan, now=now, zone=zone)))
    if args.dry_run:
        return 0 if plan.is_clear else _FAILED
    if not plan.is_clear and not args.even_so:
        return failed("Nothing was imported. Correct these lines, or add --even-so to leave them out.", status=_FAILED)
    if plan.to_do and not (args.yes or args.even_so or _agreed()):
        return failed("Nothing was imported. Add --yes to do it.", status=_FAILED)
    with desk.change(by=args.by) as change:
        done = do(
            change,
            planned(change.session),
            shown=plan.mark,
            even_so=args.even_so,
            with_deadlines=args.with_deadlines,
        )
    print(done_told(done, plan))
    return 0


def _whole(desk: "Desk", args: argparse.Namespace, content: bytes) -> int:
    from bot.importing.carried import MOST_OF_A_DOCKET, carried_cases
    from bot.importing.reading import source_of
    from bot.importing.restoring import restore
    from bot.importing.rows import Source
    from storage.cases import cases_numbered

    if (args.format or source_of(content)) != Source.JSON:
        return failed("Say into which case: --case C1", status=_BAD_USAGE)
    if len(content) > MOST_OF_A_DOCKET:
        return failed(f"The export is longer than {MOST_OF_A_DOCKET // 1000:,} kB.", status=_FAILED)
    found = carried_cases(content)
    with desk.look() as session:
        here = [one for one in found if cases_numbered(session, one.case.court, one.case.docket_number)]
    missing = [one for one in found if one not in here]
    for one in here:
        print(f"{one.case.docket_number} ({one.case.court}) is on the docket already: import it with --case.")
    for one in missing:
        print(f"New: {one.case.docket_number} ({one.case.court}), {len(one.entries)} entries, {len(one.deadlines)} "
              "deadlines, as they were.")  # fmt: skip
    if args.dry_run or not missing:
        return 0
    if not (args.yes or _agreed()):
        return failed("Nothing was imported. Add --yes to do it.", status=_FAILED)
    with desk.change(by=args.by) as change:
        refs = [restore(change, one).ref for one in missing]
    print(f"Imported as {', '.join(refs)}. Let a channel follow them: /case link {refs[0]}")
    return 0


def _read(name: str) -> bytes:
    """Read the file, but never more of it than could be imported."""
    from bot.importing.carried import MOST_OF_A_DOCKET

    if name == "-":
        return sys.stdin.buffer.read(MOST_OF_A_DOCKET + 1)
    with Path(name).open("rb") as file:
        return file.read(MOST_OF_A_DOCKET + 1)


def _agreed() -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return input("Import this? Type yes: ").strip().casefold() == "yes"
