"""`adquem count`: when a period ends in a court, and why."""

import argparse
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.cli.answering import (
    add_language,
    all_days,
    answer_table,
    failed,
    print_answer,
    print_json,
    read_day,
    read_days,
    read_direction,
    read_service,
    read_start,
    refuse,
    typed,
)
from bot.cli.tables import Row
from bot.law import Answer, Direction, Language, LawError, Service, read_period
from bot.law.wording import long_moment
from bot.rulebook import load_rulebook

_COLUMNS = ("id", "court", "from", "period")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take one period, or a table of them."""
    parser.add_argument(
        "--batch",
        metavar="FILE.csv",
        help="columns id,court,from,period,direction,service (+ method, as_of, closed); - is standard input",
    )
    parser.add_argument("--court", help="the court's id: cand, ca9, scotus, kh-phnompenh")
    parser.add_argument(
        "--from", dest="start", metavar="DATE", type=typed(read_start), help="2018-04-06, or 2018-04-06T10:23 for hours"
    )
    parser.add_argument("--period", type=typed(read_period), help='"14 days", "1 month", "72 hours", "10 court days"')
    parser.add_argument("--before", action="store_true", help="count back from the event")
    parser.add_argument(
        "--service", type=typed(read_service), default=Service.NONE, help="ecf, mail, personal, consent or clerk"
    )
    parser.add_argument(
        "--method", help="frcp, frap, frcrp, frbp, scotus, kh-civil or kh-criminal; the court's own by default"
    )
    parser.add_argument(
        "--as-of", dest="as_of", metavar="DATE", type=typed(read_day), help="count by the law in force on that day"
    )
    parser.add_argument(
        "--closed",
        metavar="DATE",
        nargs="+",
        type=typed(read_days),
        default=(),
        help="days on which the court is closed besides",
    )
    add_language(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Count; return 0 if everything was answered, 1 if something was not, 2 on bad usage."""
    if args.batch:
        return answer_table(args.batch, columns=_COLUMNS, extra={}, answer=_answer_row)
    if not (args.court and args.start and args.period):
        return refuse(
            "Give --court, --from and --period, or --batch. "
            'Example: adquem count --court cand --from 2018-05-04 --period "14 days"'
        )
    direction = Direction.BEFORE if args.before else Direction.AFTER
    try:
        book = load_rulebook()
        answer = book.count(
            court=args.court,
            start=args.start,
            period=args.period,
            direction=direction,
            service=args.service,
            method=args.method,
            as_of=args.as_of,
            closed=all_days(args.closed),
        )
    except LawError as trouble:
        return failed(trouble)
    if args.json:
        print_json(answer)
    else:
        court = book.court(args.court)
        heading = f"{args.period} {direction} {_as_given(args.start, court.zone)}, {court.name}"
        print_answer(answer, heading, Language(args.language))
    return 0


def _as_given(start: date | datetime, zone: str) -> str:
    """Repeat a start as it was typed and, if it names another zone than the court's, as the court's clocks show it."""
    if not isinstance(start, datetime) or start.tzinfo is None:
        return start.isoformat()
    there = start.astimezone(ZoneInfo(zone))
    if there.utcoffset() == start.utcoffset():
        return start.isoformat()
    return f"{start.isoformat()} (court time: {long_moment(there)})"


def _answer_row(row: Row) -> Answer:
    as_of = row.get("as_of")
    return load_rulebook().count(
        court=row["court"],
        start=read_start(row["from"]),
        period=read_period(row["period"]),
        direction=read_direction(row.get("direction", "")),
        service=read_service(row.get("service", "")),
        method=row.get("method") or None,
        as_of=read_day(as_of) if as_of else None,
        closed=read_days(row.get("closed", "")),
    )
