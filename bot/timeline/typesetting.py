"""The one place that sets type: a template of ours and data in, a picture or a document out."""

import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from bot.errors import AdQuemError

_HERE = Path(str(files("bot.timeline")))
_PIXELS_PER_INCH = 144.0


class TypesettingError(AdQuemError):
    """Something could not be set in type: never because of what people wrote, so it is ours to put right."""

    def __init__(self) -> None:
        super().__init__(
            "It could not be drawn or printed, and that is our mistake. What is on the docket is as it was: the list "
            "shows all of it."
        )


class Medium(StrEnum):
    """What comes out."""

    PNG = "png"
    PDF = "pdf"


def typeset(template: str, data: Mapping[str, Any], *, medium: Medium, now: datetime) -> bytes:
    """Set data in one of our templates.

    The template reads the data as JSON, so that nothing in it can be taken for markup, and no font but ours is used:
    the same data gives the same bytes on every machine.

    Args:
        now: the instant that the document carries as its date.

    Raises:
        TypesettingError: if that cannot be done.
    """
    try:
        set_in_type: bytes = typst.compile(
            _HERE / "templates" / template,
            root=_HERE / "templates",
            format=medium.value,
            ppi=_PIXELS_PER_INCH,
            font_paths=[_HERE / "fonts"],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            timestamp=int(now.timestamp()),
        )
    except typst.TypstError as error:
        raise TypesettingError from error
    return set_in_type
