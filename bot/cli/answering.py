"""What `count` and `compute` share: reading words and tables, and printing answers."""

import argparse
import csv
import json
import sys
from argparse import ArgumentTypeError
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from textwrap import fill
from typing import TypeVar

from bot.cli.frames import FRAMES, Frame
from bot.cli.tables import Row, UnreadableTableError, table
from bot.law.answers import Answer
from bot.law.errors import LawError
from bot.law.languages import Language, note_in, step_in
from bot.law.values import Direction, Service, Standing

OUT = ("id", "due", "due_at", "latest", "standing", "notes")
_SERVICES = ", ".join(service.value for service in Service if service)
_WIDTH = 100
Value = TypeVar("Value")


def read_start(text: str) -> date | datetime:
    """Read an ISO date, or an ISO datetime with or without an offset."""
    try:
        return date.fromisoformat(text) if len(text) <= len("2018-05-04") else datetime.fromisoformat(text)
    except ValueError:
        raise LawError(
            f"I cannot read the date {text!r}. Write it as 2018-05-04, or with a time as 2018-05-04T09:30."
        ) from None


def read_day(text: str) -> date:
    """Read an ISO date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise LawError(f"I cannot read the day {text!r}. Write it as 2018-05-04.") from None


def read_days(text: str) -> tuple[date, ...]:
    """Read several ISO dates, separated by spaces, commas or semicolons."""
    return tuple(read_day(word) for word in text.replace(",", " ").replace(";", " ").split())


def all_days(several: Iterable[Iterable[date]]) -> tuple[date, ...]:
    """Return the days of several arguments, each of which may hold more than one."""
    return tuple(day for days in several for day in days)


def read_service(text: str) -> Service:
    """Read a kind of service; nothing means that none is known."""
    try:
        return Service(text.strip().lower())
    except ValueError:
        raise LawError(f"I know no service {text!r}. Write one of {_SERVICES}, or leave it empty.") from None


def read_direction(text: str) -> Direction:
    """Read a direction; nothing means after."""
    try:
        return Direction(text.strip().lower() or Direction.AFTER)
    except ValueError:
        raise LawError(f"I know no direction {text!r}. Write after or before.") from None


def read_named_days(text: str) -> dict[str, date]:
    """Read other dates a rule needs: `compliance=2018-05-04 trial=2018-09-10`."""
    pairs = [word.partition("=") for word in text.split()]
    if any(not day for _, _, day in pairs):
        raise LawError(f"I cannot read {text!r}. Write each date with its name: compliance=2018-05-04.")
    return {name: read_day(day) for name, _, day in pairs}


def typed(read: Callable[[str], Value]) -> Callable[[str], Value]:
    """Return a reader whose complaint argparse shows as bad usage."""

    def reader(text: str) -> Value:
        try:
            return read(text)
        except LawError as trouble:
            raise ArgumentTypeError(trouble.sentence) from None

    return reader


def answer_table(
    path: str,
    *,
    columns: Collection[str],
    extra: Mapping[str, Callable[[Answer], str]],
    answer: Callable[[Row], Answer],
) -> int:
    """Answer every row of a CSV file ("-" is standard input) on standard output.

    A row that cannot be answered carries the sentence that says why in its notes, and no date. Returns the exit status:
    0 if every row was answered, 1 if some were not, 2 if the table itself cannot be used.
    """
    try:
        with table(path, columns=columns) as rows:
            return _answer_rows(rows, extra, answer)
    except UnreadableTableError as trouble:
        return refuse(str(trouble))


def refuse(sentence: str) -> int:
    """Say why nothing was done, and return the status of bad usage."""
    print(sentence, file=sys.stderr)
    return 2


def failed(trouble: LawError) -> int:
    """Say why a question has no answer, and return the status of a failure."""
    print(trouble.sentence, file=sys.stderr)
    return 1


def print_json(answers: Answer | Sequence[Answer]) -> None:
    """Print one answer, or a list of them, as JSON."""
    facts = answers.as_dict() if isinstance(answers, Answer) else [answer.as_dict() for answer in answers]
    print(json.dumps(facts, ensure_ascii=False, indent=2))


def add_language(parser: argparse.ArgumentParser) -> None:
    """Take the language of the explanation."""
    parser.add_argument(
        "--language",
        choices=[language.value for language in Language],
        default=Language.ENGLISH.value,
        help="en or km: the language of the printed explanation",
    )


def print_answer(answer: Answer, heading: str, language: Language = Language.ENGLISH) -> None:
    """Print one answer for a person: the date, how sure it is, the steps, and what is open."""
    frame = FRAMES[language]
    when = frame.long_moment if _in_hours(answer) else frame.long_date
    print(heading)
    _print_line(frame.due, when(answer.due_at))
    if answer.latest_at != answer.due_at:
        _print_line(frame.latest, f"{when(answer.latest_at)}: {frame.not_to_plan_on}")
    _print_line(frame.standing, _standing(answer, frame))
    _print_line(frame.law, f"{answer.citation} ({answer.version})" if language is Language.ENGLISH else answer.citation)
    if answer.condition:
        _print_line(frame.only, answer.condition)
    if answer.extendable is not None:
        _print_line(frame.court, frame.extends[answer.extendable])
    _print_list(frame.steps, [step_in(language, step) for step in answer.steps])
    _print_list(frame.notes, [note_in(language, note) for note in answer.notes])


def _in_hours(answer: Answer) -> bool:
    return any(step.kind == "counted hours" for step in answer.steps)


def _standing(answer: Answer, frame: Frame) -> str:
    two = answer.standing is Standing.ARGUABLE and answer.latest_at != answer.due_at
    return frame.two_dates if two else frame.standings[answer.standing]


def _print_line(label: str, words: str) -> None:
    print(f"  {label:<9} {words}")


def _print_list(title: str, lines: Sequence[str]) -> None:
    if lines:
        print(f"  {title}")
    for number, line in enumerate(lines, 1):
        lead = f"    {number}. "
        print(fill(line, _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead), break_long_words=False))


def _answer_rows(
    rows: Iterable[Row], extra: Mapping[str, Callable[[Answer], str]], answer: Callable[[Row], Answer]
) -> int:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow((*OUT, *extra))
    status = 0
    seen: dict[str, int] = {}
    for row in rows:
        if not any(row.values()):  # a spreadsheet's empty line
            continue
        name = row["id"]
        seen[name] = seen.get(name, 0) + 1
        try:
            found = answer(row)
        except LawError as trouble:
            out.writerow((name, "", "", "", "", trouble.sentence, *("" for _ in extra)))
            status = 1
        else:
            out.writerow((*_cells(name, found), *(cell(found) for cell in extra.values())))
    _warn_of_ids(seen)
    return status


def _warn_of_ids(seen: Mapping[str, int]) -> None:
    """Say which rows cannot be told apart by their ids."""
    if empty := seen.get(""):
        print(f"{empty} of the rows have no id.", file=sys.stderr)
    if twice := [name for name, times in seen.items() if name and times > 1]:
        print(f"These ids stand in more than one row: {', '.join(twice)}.", file=sys.stderr)


def _cells(identity: str, answer: Answer) -> tuple[str, ...]:
    latest = answer.latest_at.isoformat() if _in_hours(answer) else answer.latest.isoformat()
    notes = " ".join(note.text for note in answer.notes)
    return identity, answer.due.isoformat(), answer.due_at.isoformat(), latest, answer.standing.value, notes
