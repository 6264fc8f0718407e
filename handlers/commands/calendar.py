"""`/calendar`: a person's secret calendar addresses. Each is shown once, to that person alone."""

from bot.calendars import feeds
from bot.calendars.feeds import Issued
from bot.docket.sight import find_case
from handlers import phrases
from handlers.commands.command import Command
from handlers.reading import first_word
from handlers.replies import Reply, sentence
from handlers.requests import Request
from handlers.roster import is_channel, remember_who_asks
from handlers.views.blocks import Block, actions, button, context, header, message, section
from handlers.views.lists import Continuation
from handlers.views.text import long_date
from storage.calendars import Detail, Feed, Scope

_DETAILS = {detail.value: detail for detail in Detail}


def show_all(request: Request) -> Reply:
    """List the person's addresses, without the secrets in them."""
    with request.desk.look() as session:
        found = feeds.of(session, request.who.person_id)
        lines = "\n".join(_item(feed, feeds.number_of(session, feed)) for feed in found) or phrases.FEED_NONE
    return Reply(message=message(header(phrases.FEED_LIST), section(lines), _offers(request)))


def create(request: Request) -> Reply:
    """Give the person a new address: for everything, for this channel or for one case."""
    words = [word.casefold() for word in request.text.split()]
    detail = next((_DETAILS[word] for word in words if word in _DETAILS), Detail.FULL)
    scope_words = [word for word in words if word not in _DETAILS]
    if request.public_url is None:
        return sentence(phrases.NO_FEEDS)
    with request.change() as change:
        scope, scope_id = Scope.ALL, ""
        if scope_words[:1] == ["channel"] and request.who.channel_id:
            scope, scope_id = Scope.CHANNEL, request.who.channel_id
        elif scope_words and scope_words[0] != "all":
            scope, scope_id = Scope.CASE, find_case(change.session, request.who, " ".join(scope_words)).ref
        remember_who_asks(change.session, request)
        issued = feeds.issue(change, person_id=request.who.person_id, scope=scope, scope_id=scope_id, detail=detail)
        number = feeds.number_of(change.session, issued.feed)
    return _shown_once(request.public_url, issued, number)


def rotate(request: Request) -> Reply:
    """Replace one address by another that shows the same."""
    if request.public_url is None:
        return sentence(phrases.NO_FEEDS)
    with request.change() as change:
        feed = feeds.find(change.session, request.who.person_id, first_word(request.text)[0])
        issued = feeds.rotate(change, feed=feed)
        number = feeds.number_of(change.session, issued.feed)
    return _shown_once(request.public_url, issued, number)


def revoke(request: Request) -> Reply:
    """Close an address for good."""
    with request.change() as change:
        feed = feeds.find(change.session, request.who.person_id, first_word(request.text)[0])
        feeds.revoke(change, feed=feed)
        number = feeds.number_of(change.session, feed)
    return sentence(phrases.FEED_REVOKED.format(number=number))


def _shown_once(public_url: str, issued: Issued, number: int) -> Reply:
    links = feeds.links(public_url, issued.token)
    return Reply(
        message=message(
            section(phrases.FEED_CREATED.format(scope=_scope(issued.feed), number=number)),
            section(phrases.FEED_LINKS.format(https=links.https, webcal=links.webcal, google=links.google)),
            context(phrases.FEED_SPEED),
        )
    )


def _offers(request: Request) -> Block:
    """Return buttons that make an address."""
    offers = [button(phrases.FEED_FOR_ALL, "command.run.all", Continuation(line="/calendar create").value)]
    if is_channel(request.who.channel_id):
        here = Continuation(line="/calendar create channel").value
        offers.append(button(phrases.FEED_FOR_CHANNEL, "command.run.channel", here))
    return actions(*offers)


def _item(feed: Feed, number: int) -> str:
    seen = (
        phrases.FEED_SEEN.format(seen=long_date(feed.last_seen_at.date())) if feed.last_seen_at else phrases.FEED_UNSEEN
    )
    made = long_date(feed.created_at.date())
    return phrases.FEED_ITEM.format(number=number, scope=_scope(feed), made=made, seen=seen)


def _scope(feed: Feed) -> str:
    named = f" ({feed.scope_id})" if feed.scope is Scope.CASE else ""
    detail = "" if feed.detail is Detail.FULL else f", {phrases.FEED_DETAILS[feed.detail]}"
    return f"{phrases.FEED_SCOPES[feed.scope]}{named}{detail}"


COMMAND = Command(
    name="/calendar",
    bare=show_all,
    verbs={"create": create, "list": show_all, "rotate": rotate, "revoke": revoke},
)
