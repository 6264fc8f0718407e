"""The picture: the proceedings of every country side by side, time running down, and all of it to scale above."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from math import log2
from typing import Any
from zoneinfo import ZoneInfo

from bot.law import long_date
from bot.timeline import wording
from bot.timeline.files import CaseFile
from bot.timeline.marks import Mark, marks_of
from bot.timeline.naming import Naming
from bot.timeline.scale import scale_of
from bot.timeline.typesetting import Medium, typeset
from storage.docket import EntryKind

MOST_MARKS = 160
_MOST_LANES = 3
_COUNTRIES = {"US": "United States", "KH": "Cambodia"}


class Shape(StrEnum):
    """A wide picture has a lane for each case or country; a narrow one, for a telephone, has them one below another."""

    WIDE = "wide"
    NARROW = "narrow"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lane:
    """A case, or all cases of a country."""

    name: str
    under: str


def picture_png(
    files: Sequence[CaseFile],
    *,
    now: datetime,
    shape: Shape = Shape.WIDE,
    naming: Naming = Naming.KNOWN,
    total: int | None = None,
) -> bytes:
    """Draw the proceedings of some cases.

    Up to three cases have a lane each, more share one for each country. Of a long docket the marks nearest to the
    present are drawn, and the picture says how many are not.

    Args:
        now: the present: where the line of today is, and which deadlines are overdue.
        total: how many entries and deadlines there are, if the files hold only those nearest to the present.
    """
    data = picture_data(files, now=now, shape=shape, naming=naming, total=total)
    return typeset("picture.typ", data, medium=Medium.PNG, now=now)


def nearest(total: int, *, before: int) -> slice:
    """Return which of so many marks can be drawn legibly: those around the present, `before` of which so many are."""
    first = max(0, min(before - MOST_MARKS // 2, total - MOST_MARKS))
    return slice(first, min(first + MOST_MARKS, total))


def picture_data(
    files: Sequence[CaseFile], *, now: datetime, shape: Shape, naming: Naming, total: int | None = None
) -> dict[str, Any]:
    """Return what the template draws, as data."""
    files = _worth_drawing(files)
    lanes, places = _lanes(files, naming)
    every = marks_of(files, lanes=places, naming=naming, now=now)
    today = _today(files, now)
    drawn = every[nearest(len(every), before=sum(1 for mark in every if mark.day < today))]
    return {
        "wide": shape is Shape.WIDE,
        "lanes": [{"name": lane.name, "under": lane.under} for lane in lanes],
        "as_of": _as_of(files, now, naming),
        "span": _span(drawn),
        "left_out": _left_out(total or len(every), len(drawn)),
        "scale": scale_of(drawn, today=today),
        "rows": list(_rows(drawn, today, len(lanes), named=_needs_names(files, lanes, shape))),
        "legend": [kind for kind in (*(kind.value for kind in EntryKind), "deadline") if _has(drawn, kind)],
    }


def _worth_drawing(files: Sequence[CaseFile]) -> Sequence[CaseFile]:
    """Leave out what is empty, where there are more cases than lanes."""
    return files if len(files) <= _MOST_LANES else [file for file in files if file.rows]


def _lanes(files: Sequence[CaseFile], naming: Naming) -> tuple[list[_Lane], list[int]]:
    """Return the lanes, and for each case the lane it stands in."""
    if len(files) <= _MOST_LANES or not naming.tells:
        names = [_Lane(name=naming.case(file), under=_under(file, naming)) for file in files]
        return (names, list(range(len(files)))) if len(files) <= _MOST_LANES else _one_lane(files, naming)
    countries = sorted({file.court.country for file in files}, reverse=True)
    lanes = [
        _Lane(name=_COUNTRIES.get(country, country), under=_cases_of(files, country, naming)) for country in countries
    ]
    return lanes, [countries.index(file.court.country) for file in files]


def _one_lane(files: Sequence[CaseFile], naming: Naming) -> tuple[list[_Lane], list[int]]:
    """Among many code names the countries are not told either: everything stands in one lane."""
    named = ", ".join(naming.case(file) for file in files)
    return [_Lane(name="All cases", under=named)], [0] * len(files)


def _under(file: CaseFile, naming: Naming) -> str:
    parts = (file.case.ref, naming.court(file), naming.docket_number(file))
    return " · ".join(part for part in parts if part and part != naming.case(file))


def _cases_of(files: Sequence[CaseFile], country: str, naming: Naming) -> str:
    there = (file for file in files if file.court.country == country)
    return ", ".join(f"{file.case.ref} {naming.case(file)}" for file in there)


def _today(files: Sequence[CaseFile], now: datetime) -> date:
    """Return the day it is at whichever court is furthest behind."""
    return min((now.astimezone(ZoneInfo(file.court.zone)).date() for file in files), default=now.date())


def _as_of(files: Sequence[CaseFile], now: datetime, naming: Naming) -> str:
    zones = {file.court.country: file.court.zone for file in reversed(files)} if naming.tells else {}
    told = [f"{wording.moment_in(now, zone)} in {wording.city_of(zone)}" for zone in sorted(zones.values())]
    return "As of " + (" · ".join(told) or wording.moment_in(now, "UTC"))


def _left_out(total: int, drawn: int) -> str:
    if total <= drawn:
        return ""
    return f"{drawn} of {total} are drawn, those nearest to today. Name years or dates to see the others."


def _span(marks: Sequence[Mark]) -> str:
    if not marks:
        return "Nothing on the docket"
    first, last = marks[0].date_words, marks[-1].date_words
    return first if first == last else f"{first} to {last}"


def _has(marks: Sequence[Mark], shape: str) -> bool:
    return any(mark.shape == shape for mark in marks)


def _needs_names(files: Sequence[CaseFile], lanes: Sequence[_Lane], shape: Shape) -> bool:
    """Return whether each mark must say of which case it is: where its place alone does not tell."""
    return len(files) > len(lanes) or (shape is Shape.NARROW and len(lanes) > 1)


def _rows(marks: Sequence[Mark], today: date, lanes: int, *, named: bool) -> Iterator[Mapping[str, Any]]:
    """Yield years, days and the line of today, from top to bottom."""
    year, last, is_past = 0, None, True
    for (day, words), group in groupby(marks, key=lambda mark: (mark.day, mark.date_words)):
        if is_past and day >= today:
            yield _today_row(today)
            is_past = False
        if day.year != year:
            yield {"row": "year", "year": str(day.year)}
            year, last = day.year, None
        yield {"row": "day", "date": words, "gap": _gap(last, day), "cells": _cells(list(group), lanes, named=named)}
        last = day
    if is_past:
        yield _today_row(today)


def _today_row(today: date) -> Mapping[str, Any]:
    return {"row": "today", "words": f"Today, {long_date(today)}"}


def _gap(last: date | None, day: date) -> float:
    """Return how much room to leave above a day: more the longer nothing happened, but ever more slowly."""
    return 0.0 if last is None else round(log2(1 + (day - last).days), 2)


def _cells(marks: Sequence[Mark], lanes: int, *, named: bool) -> list[list[Mapping[str, Any]]]:
    return [[_drawn(mark, named=named) for mark in marks if mark.lane == lane] for lane in range(lanes)]


def _drawn(mark: Mark, *, named: bool) -> Mapping[str, Any]:
    return {
        "shape": mark.shape,
        "tone": mark.tone,
        "ref": mark.ref,
        "title": mark.title,
        "case": mark.case if named else "",
        "words": " · ".join(mark.words),
    }
