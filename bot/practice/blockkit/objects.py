"""Texts, options, confirmations: what elements and blocks are made of."""

from bot.practice.blockkit.checks import Check, Problems, also, boolean, items, one_of, shape, string, typed

URL = string(most=3000, least=1, pattern=r"(?:https?|mailto|slack)://?\S+|mailto:\S+")


def plain(*, most: int, least: int = 1) -> Check:
    """Return a check for a plain_text object."""
    return typed({"plain_text": _plain(most=most, least=least)})


def text(*, most: int, least: int = 1) -> Check:
    """Return a check for a text object of either kind."""
    return typed({"plain_text": _plain(most=most, least=least), "mrkdwn": _mrkdwn(most=most, least=least)})


def _plain(*, most: int, least: int) -> Check:
    return shape(
        required={"type": one_of("plain_text"), "text": string(most=most, least=least)}, optional={"emoji": boolean}
    )


def _mrkdwn(*, most: int, least: int) -> Check:
    return shape(
        required={"type": one_of("mrkdwn"), "text": string(most=most, least=least)}, optional={"verbatim": boolean}
    )


CONFIRM = shape(
    required={
        "title": plain(most=100),
        "text": text(most=300),
        "confirm": plain(most=30),
        "deny": plain(most=30),
    },
    optional={"style": one_of("primary", "danger")},
)


def option(*, marked_up: bool, linked: bool = False) -> Check:
    """Return a check for an option; only checkboxes and radio buttons may mark up, only overflow may link."""
    kind = text if marked_up else plain
    return shape(
        required={"text": kind(most=75), "value": string(most=150, least=1)},
        optional={"description": kind(most=75)} | ({"url": URL} if linked else {}),
    )


OPTION = option(marked_up=False)
MARKED_OPTION = option(marked_up=True)
LINKED_OPTION = option(marked_up=False, linked=True)


def _unlike_values(value: object, pointer: str, problems: Problems) -> None:
    if not isinstance(value, list):
        return
    values = [each.get("value") for each in value if isinstance(each, dict)]
    if len(values) != len(set(values)):
        problems.add("option values must be unique", pointer)


def options(of: Check, *, most: int, least: int = 1) -> Check:
    """Return a check for a list of options with different values."""
    return also(items(of, most=most, least=least), _unlike_values)


OPTION_GROUP = shape(required={"label": plain(most=75), "options": options(OPTION, most=100)})
SLACK_FILE = shape(required={}, optional={"id": string(most=255), "url": URL}, any_of=("id", "url"))
