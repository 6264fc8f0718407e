"""A person's calendar addresses: listed without their secrets, shown once with them, and asked for in a form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.calendars.clients import program_of
from bot.calendars.feeds import LONGEST_TITLE, Links
from handlers import phrases
from handlers.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    context,
    date_input,
    field_block,
    header,
    line_input,
    menu,
    message,
    modal,
    option,
    section,
)
from handlers.views.cards import CaseLine
from handlers.views.lists import Continuation
from handlers.views.text import long_date, moment, said
from storage.calendars import Detail, Feed, Scope

MOST_LISTED = 40
MOST_NAMED = 10
MOST_CHOICES = 98


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLine:
    """An address as its owner sees it: how they call it, whose clock they read, and whether its time is over."""

    feed: Feed
    number: int
    zone: str
    is_over: bool = False

    @property
    def scope(self) -> str:
        """Say what it shows, and how much of it."""
        feed = self.feed
        named = f" ({feed.scope_id})" if feed.scope is Scope.CASE else ""
        detail = "" if feed.detail is Detail.FULL else f", {phrases.FEED_DETAILS[feed.detail]}"
        title = f"“{said(feed.title)}”, " if feed.title else ""
        return f"{title}{phrases.FEED_SCOPES[feed.scope]}{named}{detail}"

    @property
    def seen(self) -> str:
        """Say when it was fetched last, and by which program."""
        if self.feed.last_seen_at is None:
            return phrases.FEED_UNSEEN
        seen = phrases.FEED_SEEN.format(seen=moment(self.feed.last_seen_at, self.zone))
        client = said(program_of(self.feed.last_client), 60)
        return phrases.FEED_SEEN_BY.format(seen=seen, client=client) if client else seen

    @property
    def ends(self) -> str:
        """Say when it ends, or ended."""
        if self.feed.expires_at is None:
            return phrases.FEED_NO_END
        return (phrases.FEED_ENDED if self.is_over else phrases.FEED_UNTIL).format(day=self.last_day)

    @property
    def last_day(self) -> str:
        """Name the last day on which it shows anything, on its owner's clock."""
        if self.feed.expires_at is None:
            return ""
        return long_date((self.feed.expires_at - timedelta(seconds=1)).astimezone(ZoneInfo(self.zone)).date())

    @property
    def text(self) -> str:
        """Return the line of a list."""
        made = long_date(self.feed.created_at.date())
        line = phrases.FEED_ITEM.format(number=self.number, scope=self.scope, made=made, seen=self.seen)
        return f"{line} · {self.ends}" if self.feed.expires_at else line


def feeds_message(lines: Sequence[FeedLine], *, in_channel: bool) -> Message:
    """Return the list of addresses, and buttons that make another."""
    listed = [section(line.text, accessory=_run(phrases.FEED_SHOW, f"show {line.number}")) for line in lines]
    newest = listed[-MOST_LISTED:] or [section(phrases.FEED_NONE)]
    more = len(listed) - MOST_LISTED
    rest = [context(phrases.FEED_LISTED_MORE.format(count=more))] if more > 0 else []
    return message(header(phrases.FEED_LIST), *newest, *rest, _offers(in_channel=in_channel))


def feed_page(line: FeedLine, *, cases: Sequence[CaseLine], events: int, clients: int) -> Message:
    """Return one address: what it shows at present, who fetched it, when it ends, and what can be done with it."""
    named = "\n".join(f"• {case.text}" for case in cases[:MOST_NAMED])
    return message(
        header(phrases.FEED_PAGE.format(number=line.number)),
        section("\n".join(filter(None, (_shows(line, cases, events), named)))),
        section(
            "\n".join((phrases.FEED_ENDS_LINE.format(ends=line.ends), _rings(line.feed), line.seen, _crowd(clients)))
        ),
        actions(
            _run(phrases.FEED_ROTATE, f"rotate {line.number}"),
            _run(phrases.FEED_REVOKE, f"revoke {line.number}"),
            _run(phrases.FEED_HOW, "how"),
        ),
    )


def issued_message(line: FeedLine, links: Links) -> Message:
    """Return a new address, which is shown this once, and how to add it."""
    ends = [context(phrases.FEED_ENDS_LINE.format(ends=line.ends))] if line.feed.expires_at else []
    return message(
        section(phrases.FEED_CREATED.format(scope=line.scope, number=line.number)),
        section(phrases.FEED_LINKS.format(https=links.https, webcal=links.webcal, google=links.google)),
        *ends,
        context(phrases.FEED_SPEED),
        *_how(),
    )


def how_message() -> Message:
    """Return how to add an address in each program, and how slow each is."""
    return message(header(phrases.FEED_HOW_TITLE), *_how())


def ended_message(line: FeedLine) -> Message:
    """Tell the owner that an address has ended."""
    told = phrases.FEED_HAS_ENDED.format(number=line.number, scope=line.scope, day=line.last_day)
    again = _run(phrases.FEED_RENEW, f"rotate {line.number}")
    return message(section(told), actions(again, _run(phrases.FEED_REVOKE, f"revoke {line.number}")))


def crowded_message(line: FeedLine, *, clients: int) -> Message:
    """Warn the owner of an address that unusually many clients fetch."""
    told = phrases.FEED_CROWDED.format(number=line.number, scope=line.scope, clients=clients)
    replace = _run(phrases.FEED_ROTATE, f"rotate {line.number}")
    return message(section(told), actions(replace, _run(phrases.FEED_REVOKE, f"revoke {line.number}")))


def feed_form(cases: Sequence[CaseLine], *, in_channel: bool, memo: str) -> View:
    """Return the form that makes an address."""
    scopes = [option(phrases.FEED_SCOPES[Scope.ALL], Scope.ALL)]
    scopes += [option(phrases.FEED_SCOPES[Scope.CHANNEL], Scope.CHANNEL)] if in_channel else []
    scopes += [option(case.label, f"{Scope.CASE} {case.ref}") for case in cases[:MOST_CHOICES]]
    details = [option(phrases.FEED_DETAILS[detail], detail) for detail in Detail]
    alarms = [option(phrases.FEED_FORM_NO_ALARM, "none")]
    alarms += [option(before, str(minutes)) for minutes, before in phrases.FEED_MINUTES.items()]
    return modal(
        phrases.FEED_FORM_TITLE,
        [
            field_block("scope", phrases.FEED_FORM_SCOPE, menu(scopes, chosen=Scope.ALL)),
            field_block("detail", phrases.FEED_FORM_DETAIL, menu(details, chosen=Detail.FULL)),
            field_block(
                "until", phrases.FEED_FORM_UNTIL, date_input(), optional=True, hint=phrases.FEED_FORM_UNTIL_HINT
            ),
            field_block(
                "alarm", phrases.FEED_FORM_ALARM, menu(alarms, chosen="none"), hint=phrases.FEED_FORM_ALARM_HINT
            ),
            field_block(
                "title",
                phrases.FEED_FORM_TITLE_FIELD,
                line_input(longest=LONGEST_TITLE),
                optional=True,
                hint=phrases.FEED_FORM_TITLE_HINT,
            ),
        ],
        callback="calendar.save",
        memo=memo,
        submit=phrases.FEED_FORM_CREATE,
    )


def _offers(*, in_channel: bool) -> Block:
    """Return buttons that make an address."""
    channel = [_run(phrases.FEED_FOR_CHANNEL, "create channel", "channel")] if in_channel else []
    form = _run(phrases.FEED_FORM, "new", "form")
    return actions(_run(phrases.FEED_FOR_ALL, "create", "all"), *channel, form, _run(phrases.FEED_HOW, "how"))


def _run(label: str, words: str, name: str = "") -> Block:
    """Return a button that runs `/calendar` with these words."""
    action = f"command.run.{name or words.replace(' ', '')}"
    return button(label, action, Continuation(line=f"/calendar {words}").value)


def _how() -> list[Block]:
    return [*map(section, phrases.FEED_HOW_TO), context(phrases.FEED_HOW_SAFE)]


def _shows(line: FeedLine, cases: Sequence[CaseLine], events: int) -> str:
    if not cases:
        return phrases.FEED_SHOWS_NOTHING.format(scope=line.scope)
    count = phrases.FEED_EVENTS.get(events) or phrases.FEED_EVENTS_MANY.format(count=events)
    return phrases.FEED_SHOWS.format(scope=line.scope, cases=count)


def _rings(feed: Feed) -> str:
    if feed.alarm is None:
        return phrases.FEED_SILENT
    before = phrases.FEED_MINUTES.get(feed.alarm) or phrases.FEED_MINUTES_MANY.format(minutes=feed.alarm)
    return phrases.FEED_RINGS.format(before=before)


def _crowd(clients: int) -> str:
    return phrases.FEED_CLIENTS.get(clients) or phrases.FEED_CLIENTS_MANY.format(count=clients)
