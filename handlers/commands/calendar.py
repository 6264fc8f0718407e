"""`/calendar`: a person's secret calendar addresses. Each is shown once, to that person alone."""

from sqlmodel import Session

from bot.calendars import feeds
from bot.calendars.errors import EndIsPastError
from bot.calendars.feeds import Issued
from bot.docket.desk import Change
from bot.docket.sight import visible_cases
from handlers import facts, phrases
from handlers.commands import calendar_asking
from handlers.commands.calendar_asking import Wish
from handlers.commands.command import Command, Handle
from handlers.reading import first_word, unquoted
from handlers.replies import FieldError, Reply, sentence
from handlers.requests import Request
from handlers.roster import is_channel
from handlers.views.calendar import FeedLine, feed_form, feed_page, feeds_message, how_message, issued_message
from handlers.views.text import said
from storage.calendars import REMEMBERED_FOR, Feed, Scope, cases_in_feed, edition_of, live_feeds_of, number_of_feed
from storage.cases import zone_of_person
from storage.fetches import clients_since


def show_all(request: Request) -> Reply:
    """List the person's addresses, without the secrets in them."""
    with request.desk.look() as session:
        lines = [_line(session, request, feed) for feed in live_feeds_of(session, request.who.person_id)]
    return Reply(message=feeds_message(lines, in_channel=is_channel(request.who.channel_id)))


def show(request: Request) -> Reply:
    """Show what one address shows at present, and who fetched it; without a number, list them all."""
    number, _ = first_word(request.text)
    with request.desk.look() as session:
        if not number and len(live_feeds_of(session, request.who.person_id)) != 1:
            return show_all(request)
        feed = feeds.find(session, request.who.person_id, number)
        now = request.desk.clock.now()
        cases = cases_in_feed(session, feed)
        edition = edition_of(session, [case.key for case in cases], detail=feed.detail, today=now.date())
        clients = clients_since(session, now - REMEMBERED_FOR).get(feed.key, 0)
        line = _line(session, request, feed)
    lines = facts.case_lines(request.desk.book, cases)
    return Reply(message=feed_page(line, cases=lines, events=edition.events, clients=clients))


def how(request: Request) -> Reply:  # noqa: ARG001 -- every verb is asked the same way
    """Explain how to add an address in each program."""
    return Reply(message=how_message())


def open_form(request: Request) -> Reply:
    """Open the form that makes an address."""
    if request.public_url is None:
        return sentence(phrases.NO_FEEDS)
    with request.desk.look() as session:
        cases = visible_cases(session, request.who)
    lines = facts.case_lines(request.desk.book, cases)
    memo = request.memo_of()
    return Reply(view=feed_form(lines, in_channel=is_channel(request.who.channel_id), memo=memo))


def submitted(request: Request) -> Reply:
    """Make the address that the form asks for."""
    if request.public_url is None:
        return sentence(phrases.NO_FEEDS)
    wish = calendar_asking.filled_in(request)
    try:
        with request.change() as change:
            return _issued(change, request, wish)
    except EndIsPastError as error:
        raise FieldError("until", str(error)) from None


def create(request: Request) -> Reply:
    """Give the person a new address: for everything, for this channel or for one case."""
    if request.public_url is None:
        return sentence(phrases.NO_FEEDS)
    with request.change() as change:
        return _issued(change, request, calendar_asking.typed(change.session, request))


def rename(request: Request) -> Reply:
    """Call an address something else; a lone dash takes its name away."""
    number, title = first_word(request.text)
    title = "" if title.strip() == "-" else unquoted(title)
    if len(request.text.split()) < 2:  # noqa: PLR2004 -- a number and a name
        return sentence(phrases.FEED_SAY_TITLE.format(number=said(number, 10) or 1))
    with request.change() as change:
        feed = feeds.find(change.session, request.who.person_id, number)
        feeds.rename(change, feed=feed, title=title)
    told = phrases.FEED_RENAMED if feed.title else phrases.FEED_UNNAMED
    return sentence(told.format(number=said(number, 10), title=said(feed.title)))


def rotate(request: Request) -> Reply:
    """Replace one address by another that shows the same."""
    if request.public_url is None:
        return sentence(phrases.NO_FEEDS)
    with request.change() as change:
        feed = feeds.find(change.session, request.who.person_id, first_word(request.text)[0])
        return _shown_once(change.session, request, feeds.rotate(change, feed=feed))


def revoke(request: Request) -> Reply:
    """Close an address for good."""
    with request.change() as change:
        feed = feeds.find(change.session, request.who.person_id, first_word(request.text)[0])
        feeds.revoke(change, feed=feed)
        number = number_of_feed(change.session, feed)
    return sentence(phrases.FEED_REVOKED.format(number=number))


def _issued(change: Change, request: Request, wish: Wish) -> Reply:
    person_id = request.who.person_id
    channel = request.who.channel_id or ""
    issued = feeds.issue(
        change,
        person_id=person_id,
        scope=wish.scope,
        scope_id=channel if wish.scope is Scope.CHANNEL else wish.scope_id,
        detail=wish.detail,
        expires_at=wish.ends_at(zone_of_person(change.session, person_id)),
        alarm=wish.alarm,
        title=wish.title,
    )
    return _shown_once(change.session, request, issued)


def _shown_once(session: Session, request: Request, issued: Issued) -> Reply:
    links = feeds.links(request.public_url or "", issued.token)
    return Reply(message=issued_message(_line(session, request, issued.feed), links))


def _line(session: Session, request: Request, feed: Feed) -> FeedLine:
    return FeedLine(
        feed=feed,
        number=number_of_feed(session, feed),
        zone=zone_of_person(session, request.who.person_id),
        is_over=feed.is_gone(request.desk.clock.now()),
    )


COMMAND = Command(
    name="/calendar",
    bare=show_all,
    verbs={
        "create": create,
        "new": open_form,
        "list": show_all,
        "show": show,
        "how": how,
        "rename": rename,
        "rotate": rotate,
        "revoke": revoke,
    },
)

SUBMISSIONS: dict[str, Handle] = {"calendar.save": submitted}
"""What its form does when it is submitted."""
