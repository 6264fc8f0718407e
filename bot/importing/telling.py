"""A plan in plain English sentences, for a terminal: what would be new, what would change, what is wrong."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.importing.doing import Imported, may_start
from bot.importing.plans import Deed, Plan, Step
from bot.importing.rows import Fault
from bot.law import long_date

SUMMARY = "{new} new, {changed} changed, {same} the same already, {left} left as they are, {wrong} wrong."


def told(plan: Plan, *, now: datetime, zone: str) -> Iterator[str]:
    """Yield what importing would do, line by line."""
    yield f"Into {plan.case.ref} · {plan.case.caption}:"
    yield from (f"Note: {note}" for note in plan.notes)
    for step in plan.steps:
        yield from _step(step, now=now, zone=zone)
    yield from map(fault_told, plan.faults)
    yield summary(plan)
    if plan.starts:
        yield f"{plan.starts} deadlines would follow and are not put on the docket; --with-deadlines does that."


def fault_told(fault: Fault) -> str:
    """Return what is wrong with a line, where, and what to type instead."""
    typed = f" “{fault.typed}”" if fault.typed else ""
    return f"Line {fault.line}, {fault.column}{typed}: {fault.sentence}"


def summary(plan: Plan) -> str:
    """Return how many lines would do what."""
    counts = {deed.value: len(plan.of(deed)) for deed in (Deed.NEW, Deed.CHANGED, Deed.SAME, Deed.LEFT)}
    asked = len(plan.of(Deed.ASKED))
    question = f" {asked} look like something on the docket: say --alike same, new or leave." if asked else ""
    return SUMMARY.format(**counts, wrong=plan.wrong) + question


def done_told(done: Imported, plan: Plan) -> str:
    """Return what was done of a plan."""
    parts = [
        ("Recorded", done.new),
        ("changed", done.changed),
        ("deadlines that follow", done.started),
        ("deadlines that moved", done.moved),
    ]
    said = "; ".join(f"{what} {', '.join(refs)}" for what, refs in parts if refs)
    nothing = "Nothing changed: the docket says all of it already." if plan.is_known else "Nothing changed."
    return f"{said}." if said else nothing


def when_told(step: Step, zone: str) -> str:
    """Return the day of a line, and its hour on the court's clocks."""
    hour = f", {step.row.at.astimezone(ZoneInfo(zone)):%H:%M}" if step.row.at else ""
    return f"{long_date(step.row.on_date)}{hour}"


def _step(step: Step, *, now: datetime, zone: str) -> Iterator[str]:
    row = step.row
    what = f"{row.called} “{row.title}”, {when_told(step, zone)}"
    if step.deed is Deed.NEW:
        yield f"Line {row.line}: new {what}{' (vacated)' if row.is_vacated else ''}"
    elif step.subject and step.deed is not Deed.SAME:
        words = {Deed.CHANGED: "changes", Deed.LEFT: "left", Deed.ASKED: "the same as"}[step.deed]
        yield f"Line {row.line}: {words} {step.subject.ref}, {what}{f' ({step.why})' if step.why else ''}"
        yield from (
            f"    {each.column}: {each.old or 'nothing'} → {each.new or 'nothing'}" for each in step.differences
        )
    yield from (f"    {note}" for note in row.notes if step.deed is not Deed.SAME)
    for each in step.moves:
        new = long_date(each.answer.due) if each.answer else "no rule gives it a date any more"
        yield f"    {each.deadline.ref}: {long_date(each.deadline.due)} → {new}"
    for answer in step.starts:
        passed = "" if may_start(answer, now) else " (passed: it stays off the docket)"
        yield f"    would follow: {answer.title}, {long_date(answer.due)}, {answer.citation}{passed}"
