"""`adquem compute`: what a rule, or everything that an event starts, makes due."""

import argparse
from pathlib import Path

from bot.cli.answering import (
    add_language,
    all_days,
    answer_table,
    failed,
    print_answer,
    print_json,
    read_day,
    read_days,
    read_named_days,
    read_service,
    read_start,
    refuse,
    typed,
)
from bot.cli.row_answers import Event, answer_named
from bot.cli.tables import Row
from bot.law import Answer, Language, LawError, Service
from bot.rulebook import Rulebook, load_rulebook

_COLUMNS = ("id", "court", "rule", "on")
_EXTRA = {
    "rule": lambda answer: answer.rule or "",
    "version": lambda answer: answer.version,
    "citation": lambda answer: answer.citation,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take one rule or trigger, or a table of rules."""
    parser.add_argument(
        "--batch",
        metavar="FILE.csv",
        help="columns id,court,rule,on,service (+ as_of, closed, dates); - is standard input",
    )
    parser.add_argument("--court", help="the court's id: cand, ca9, scotus, kh-phnompenh")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--trigger", help="the kind of event: order.nondispositive, judgment.final ...")
    which.add_argument("--rule", help='one rule, by id or citation: "FRCP 72(a)", us-cand:7-3(a)')
    parser.add_argument(
        "--on",
        metavar="DATE",
        type=typed(read_start),
        help="the day of the event (of service, where the rule runs from it)",
    )
    parser.add_argument(
        "--entered",
        metavar="DATE",
        type=typed(read_day),
        help="with --trigger: the day of entry, where that is another",
    )
    parser.add_argument(
        "--service", type=typed(read_service), default=Service.NONE, help="ecf, mail, personal, consent or clerk"
    )
    parser.add_argument(
        "--as-of", dest="as_of", metavar="DATE", type=typed(read_day), help="compute by the law in force on that day"
    )
    parser.add_argument(
        "--closed",
        metavar="DATE",
        nargs="+",
        type=typed(read_days),
        default=(),
        help="days on which the court is closed besides",
    )
    parser.add_argument(
        "--date", metavar="NAME=DATE", nargs="+", default=(), help="other dates a rule runs from: compliance=2018-05-21"
    )
    parser.add_argument("--packs", type=Path, metavar="FOLDER", help="a team's own rule packs")
    add_language(parser)
    parser.add_argument("--json", action="store_true", help="print JSON: one answer for a rule, a list for a trigger")


def run(args: argparse.Namespace) -> int:
    """Compute; return 0 if everything was answered, 1 if something was not, 2 on bad usage."""
    if args.batch:
        book = load_rulebook(args.packs)
        return answer_table(args.batch, columns=_COLUMNS, extra=_EXTRA, answer=lambda row: _answer_row(book, row))
    if not (args.court and args.on and (args.rule or args.trigger)):
        return refuse(
            "Give --court, --on and --trigger or --rule, or --batch. "
            "Example: adquem compute --court cand --trigger order.nondispositive --on 2018-05-04"
        )
    try:
        answers = _answers(args)
    except LawError as trouble:
        return failed(trouble)
    if args.json:
        print_json(answers[0] if args.rule else answers)
        return 0
    for answer in answers:
        print_answer(answer, f"{answer.title}: {answer.act}", Language(args.language))
        print()
    return 0


def _answers(args: argparse.Namespace) -> tuple[Answer, ...]:
    book = load_rulebook(args.packs)
    dates = read_named_days(" ".join(args.date))
    if args.rule:
        return (
            book.compute(
                rule=args.rule,
                court=args.court,
                on=args.on,
                service=args.service,
                as_of=args.as_of,
                closed=all_days(args.closed),
                dates=dates,
            ),
        )
    return book.triggered(
        court=args.court,
        trigger=args.trigger,
        on=args.on,
        service=args.service,
        entered=args.entered,
        as_of=args.as_of,
        closed=all_days(args.closed),
        dates=dates,
    )


def _answer_row(book: Rulebook, row: Row) -> Answer:
    as_of = row.get("as_of")
    event = Event(
        court=row["court"],
        on=read_start(row["on"]),
        service=read_service(row.get("service", "")),
        as_of=read_day(as_of) if as_of else None,
        closed=read_days(row.get("closed", "")),
        dates=read_named_days(row.get("dates", "")),
    )
    return answer_named(book, row["rule"], event)
