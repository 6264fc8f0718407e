"""`adquem feed`: calendar addresses of people, issued, listed, rotated and revoked where the bot runs."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.cli.docket import failed, must_be_there, said_by
from bot.errors import AdQuemError

if TYPE_CHECKING:
    from sqlmodel import Session

    from bot.calendars.feeds import Links
    from bot.docket.desk import Change, Desk
    from bot.settings import FeedSettings
    from storage.calendars import Feed
    from storage.cases import Person

_BY = "the command line"
_A_CENTURY = 36_500  # days
_A_WEEK = 7 * 24 * 60  # minutes, as `/calendar` allows


class FeedCommandError(AdQuemError):
    """Nobody, or no address, is called what was typed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the verb, the person and what the address shows."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    listing = verbs.add_parser("list", help="every address that still shows something, never its secret")
    listing.add_argument("--person", help="only this person's: a Slack id, or a name that one person has")
    issuing = verbs.add_parser("issue", help="a new address; it is shown this once")
    issuing.add_argument("--person", required=True, help="whose it is: they see in it what they may see in Slack")
    scope = issuing.add_mutually_exclusive_group()
    scope.add_argument("--case", metavar="C1", help="only this case")
    scope.add_argument("--channel", metavar="C0ABC", help="only the cases that this channel follows, by its Slack id")
    issuing.add_argument("--detail", default="full", choices=["full", "alias", "busy"], help="how much it tells")
    issuing.add_argument("--days", type=_up_to(_A_CENTURY), help="how long it lasts (default: until it is revoked)")
    issuing.add_argument(
        "--alarm", type=_up_to(_A_WEEK), metavar="MINUTES", help="how long before an event it rings: a week at most"
    )
    issuing.add_argument("--title", default="", help="what its owner's calendar program calls it")
    for verb, said in (("rotate", "replace an address by a new one"), ("revoke", "let an address show nothing more")):
        ending = verbs.add_parser(verb, help=said)
        ending.add_argument("number", type=int, help="its number, as `adquem feed list` tells it")
        ending.add_argument("--person", required=True, help="whose it is")


def run(args: argparse.Namespace) -> int:
    """Do it: 0 if it was done, 1 if somebody or something is unknown or not allowed, 2 if the settings are wrong."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.settings import FeedSettings, SettingsError, load_settings

    try:
        settings = load_settings(FeedSettings)
        must_be_there(settings)
        with _desk(settings) as desk:
            _VERBS[args.verb](args, desk, settings)
    except SettingsError as error:
        return failed(str(error), status=2)
    except AdQuemError as error:
        return failed(str(error), status=1)
    except SQLAlchemyError as error:
        return failed(f"The docket cannot be read: {said_by(error)}.", status=2)
    return 0


@contextmanager
def _desk(settings: "FeedSettings") -> Iterator["Desk"]:
    from bot.clock import SystemClock
    from bot.docket.desk import Desk
    from bot.rulebook import load_rulebook
    from storage.store import Store

    store = Store(settings.store_url)
    yield Desk(store=store, clock=SystemClock(), book=load_rulebook())
    store.close()


def _list(args: argparse.Namespace, desk: "Desk", _settings: "FeedSettings") -> None:
    from storage.calendars import live_feeds_of, number_of_feed, people_with_feeds
    from storage.cases import names_of

    with desk.look() as session:
        people = [_person(session, args.person).slack_id] if args.person else people_with_feeds(session)
        names = names_of(session, people)
        feeds = [feed for person in people for feed in live_feeds_of(session, person)]
        lines = [_line(feed, number_of_feed(session, feed), names, desk.clock.now()) for feed in feeds]
    print("\n".join(lines) or "There is no calendar address.")


def _issue(args: argparse.Namespace, desk: "Desk", settings: "FeedSettings") -> None:
    from bot.calendars.feeds import issue, links
    from storage.calendars import Detail, Scope

    scope = Scope.CASE if args.case else Scope.CHANNEL if args.channel else Scope.ALL
    _must_be_reachable(settings)
    with desk.change(by=_BY) as change:
        issued = issue(
            change,
            person_id=_person(change.session, args.person).slack_id,
            scope=scope,
            scope_id=args.case or args.channel or "",
            detail=Detail(args.detail),
            expires_at=change.now + timedelta(days=args.days) if args.days else None,
            alarm=args.alarm,
            title=args.title,
        )
        shown = links(settings.public_url or "", issued.token)
    _show(shown)


def _rotate(args: argparse.Namespace, desk: "Desk", settings: "FeedSettings") -> None:
    from bot.calendars.feeds import links, rotate

    _must_be_reachable(settings)
    with desk.change(by=_BY) as change:
        issued = rotate(change, feed=_feed(change, args))
        shown = links(settings.public_url or "", issued.token)
    _show(shown)


def _revoke(args: argparse.Namespace, desk: "Desk", _settings: "FeedSettings") -> None:
    from bot.calendars.feeds import revoke

    with desk.change(by=_BY) as change:
        revoke(change, feed=_feed(change, args))
    print(f"Address {args.number} of {args.person} shows nothing any more.")


_VERBS: dict[str, Callable[[argparse.Namespace, "Desk", "FeedSettings"], None]] = {
    "list": _list,
    "issue": _issue,
    "rotate": _rotate,
    "revoke": _revoke,
}


def _person(session: "Session", said: str) -> "Person":
    """Return the one person who is called so, by their Slack id or their name."""
    from storage.cases import people_called

    found = people_called(session, said)
    if len(found) != 1:
        many = "Nobody here is" if not found else f"{len(found)} people are"
        raise FeedCommandError(f"{many} called “{said}”. Type a Slack id, such as U0123ABCD.")
    return found[0]


def _feed(change: "Change", args: argparse.Namespace) -> "Feed":
    from storage.calendars import live_feeds_of, number_of_feed

    person = _person(change.session, args.person)
    feeds = {number_of_feed(change.session, feed): feed for feed in live_feeds_of(change.session, person.slack_id)}
    if args.number not in feeds:
        raise FeedCommandError(f"{args.person} has no address {args.number}. `adquem feed list` tells which there are.")
    return feeds[args.number]


def _must_be_reachable(settings: "FeedSettings") -> None:
    if settings.public_url is None:
        raise FeedCommandError("PUBLIC_URL is not set: say there how calendars reach this server. Nothing was made.")


def _show(shown: "Links") -> None:
    print("This address is shown this once. Whoever has it can read the calendar: hand it to its owner alone.")
    print(f"  {shown.https}\n  {shown.webcal}\n  {shown.google}")


def _line(feed: "Feed", number: int, names: dict[str, str], now: datetime) -> str:
    shows = f"{feed.scope} {feed.scope_id}".strip()
    seen = f"last fetched {feed.last_seen_at:%Y-%m-%d %H:%M} UTC" if feed.last_seen_at else "never fetched"
    client = f" by {feed.last_client}" if feed.last_client else ""
    ends = ""
    if feed.expires_at:
        ends = f", {'ended' if feed.expires_at <= now else 'ends'} {feed.expires_at:%Y-%m-%d %H:%M} UTC"
    title = f" “{feed.title}”" if feed.title else ""
    name = names.get(feed.person_id, feed.person_id)
    return f"{name} ({feed.person_id}) {number}{title}: {shows}, {feed.detail}{ends}, {seen}{client}"


def _up_to(most: int) -> Callable[[str], int]:
    """Return what reads a whole number from 1 on."""

    def read(text: str) -> int:
        number = int(text) if text.isdecimal() and len(text) <= len(str(most)) else 0
        if not 1 <= number <= most:
            raise argparse.ArgumentTypeError(f"write a whole number from 1 to {most:,}")
        return number

    return read
