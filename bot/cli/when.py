"""How the bot reads a date: `adquem when "tomorrow at 9" --zone America/Los_Angeles`."""

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from bot.cli.tables import Row, UnreadableTableError, table
from bot.clock import SystemClock
from bot.errors import AdQuemError
from bot.when import Ask, Past, ReadDate, Reading, ReadMoment, Refuse, Wants, read, say
from bot.when.zones import iana_zone

COLUMNS = ("id", "kind", "value", "options", "message")
_NEEDED = ("id", "text", "zone", "now")
_SEPARATOR = " | "
_FAILED, _BAD_USAGE = 1, 2
_YEARS_OF_A_PRESENT = range(1900, 2200)


class RowError(AdQuemError):
    """A row of a batch, or an option, that says no zone or no present."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One reading as the command line gives it: words and ISO values, nothing else."""

    kind: str
    value: str
    options: tuple[str, ...]
    message: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe `adquem when`."""
    parser.add_argument("text", nargs="?", help='what was typed, for example "tomorrow at 9"')
    parser.add_argument("--zone", help="the court's zone, for example America/Los_Angeles")
    parser.add_argument("--court", help="the court, for example cand: gives the zone and the days it is closed")
    parser.add_argument("--now", help="the present, for example 2018-04-06T09:00-07:00; the machine's clock otherwise")
    parser.add_argument("--wants", choices=list(Wants), default=Wants.EITHER, help="what was asked for")
    parser.add_argument("--past", choices=list(Past), default=Past.UNSAID, help="what a date that has passed means")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--batch", metavar="FILE.csv", help="columns id,text,zone,now; writes CSV; - is standard input")


def run(args: argparse.Namespace) -> int:
    """Read one date, or a CSV of them.

    Returns:
        0 if everything was answered (a question and a refusal are answers), 1 if a row could not be, 2 on bad usage.
    """
    if bool(args.batch) == (args.text is not None) or (args.text is not None and not (args.zone or args.court)):
        return _complain('Type a date and its court\'s zone: adquem when "tomorrow at 9" --zone America/Los_Angeles')
    try:
        return _batch(args) if args.batch else _one(args)
    except (RowError, UnreadableTableError) as error:
        return _complain(str(error))


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return _BAD_USAGE


def _one(args: argparse.Namespace) -> int:
    reading = _read_row({"text": args.text, "zone": args.zone or "", "now": args.now or ""}, args)
    answer = answer_of(reading)
    if args.json:
        found = {"kind": answer.kind, "value": answer.value or None, "options": list(answer.options)}
        print(json.dumps({**found, "message": answer.message}, ensure_ascii=False))
        return 0
    print(answer.message)
    for option in reading.options if isinstance(reading, Ask) else ():
        print(f"  {say(option)}")
    return 0


def _batch(args: argparse.Namespace) -> int:
    with table(args.batch, columns=_NEEDED) as rows:
        return _answer_rows(rows, args)


def _answer_rows(rows: Iterable[Row], args: argparse.Namespace) -> int:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    status = 0
    for row in rows:
        try:
            answer = answer_of(_read_row(row, args))
        except RowError as error:
            answer, status = Answer("refuse", "", (), str(error)), _FAILED
        options = _SEPARATOR.join(answer.options)
        writer.writerow((row["id"], answer.kind, answer.value, options, answer.message))
    return status


def answer_of(reading: Reading) -> Answer:
    """Put a reading into the words and ISO values that scripts rely on."""
    match reading:
        case ReadDate():
            return Answer("date", reading.value.isoformat(), (), _with_note(reading))
        case ReadMoment():
            return Answer("datetime", reading.value.isoformat(), (), _with_note(reading))
        case Ask():
            return Answer("ask", "", tuple(option.value.isoformat() for option in reading.options), reading.question)
        case Refuse():
            return Answer("refuse", "", (), reading.sentence)


def _with_note(reading: ReadDate | ReadMoment) -> str:
    return f"{say(reading)}. {reading.note}".strip() if reading.note else say(reading)


def _read_row(row: Row, args: argparse.Namespace) -> Reading:
    court = row.get("court") or args.court or ""
    zone_name, is_closed = _court(court) if court else ("", None)
    zone = _zone(row["zone"] or zone_name or args.zone or "")
    wants, past = Wants(args.wants), Past(args.past)
    return read(row["text"], now=_now(row["now"], zone), zone=zone, wants=wants, is_closed=is_closed, past=past)


@cache
def _court(court: str) -> tuple[str, Callable[[date], bool]]:
    """Find a court's zone and its closed days."""
    from bot.law import LawError
    from bot.rulebook import load_rulebook

    book = load_rulebook()
    try:
        zone = book.court(court).zone
    except LawError as error:
        raise RowError(str(error)) from error
    return zone, lambda day: book.is_closed(court=court, day=day)


def _zone(name: str) -> ZoneInfo:
    """Find a zone by its IANA name, in any case."""
    if not name.strip():
        raise RowError("The zone is missing: write it as America/Los_Angeles or Asia/Phnom_Penh.")
    if zone := iana_zone(name.strip()):
        return zone
    raise RowError(f"“{name}” is not a zone: write it as America/Los_Angeles or Asia/Phnom_Penh.")


def _now(text: str, zone: ZoneInfo) -> datetime:
    """Read the present; without an offset it is on the zone's clocks."""
    if not text.strip():
        return SystemClock().now()
    try:
        now = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise RowError(f"“{text}” is not a moment: write the present as 2018-04-06T09:00-07:00.") from error
    if now.year not in _YEARS_OF_A_PRESENT:
        raise RowError(f"The year {now.year} is no present: write it as 2018-04-06T09:00-07:00.")
    return now if now.tzinfo else now.replace(tzinfo=zone)
