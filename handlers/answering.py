"""What a plain question is answered: how one thing stands, how a date was counted, a list, or which days are closed."""

from datetime import date, timedelta

from bot.docket.asking import AboutClosed, AboutDays, AboutOne, AboutTopic, AboutWords, Asked, Point, Topic
from bot.docket.closed_ahead import closed_between
from bot.docket.sight import Viewer, cases_here, find_deadline, find_entry, visible_cases
from handlers import facts, phrases
from handlers.browsing import Browser, listed, title_of
from handlers.requests import Request
from handlers.views.blocks import Block, Message, actions, button, context, header, message, section
from handlers.views.glance import closed_glance
from handlers.views.home import Part
from handlers.views.text import long_date
from storage.docket import Deadline, DeadlineStatus

SHOWN = 10
MOST_CLOSED = timedelta(days=120)
"""How many days are looked through at once for those on which a court is closed."""
_LATER = timedelta(days=3660)
_SATURDAY = 5


def answered(request: Request, asked: Asked | None) -> Message | None:
    """Return what a question is answered; None if it is not known what it asks for."""
    match asked:
        case AboutOne(ref=ref, point=point):
            return _one(request, ref, point)
        case AboutDays(since=since, until=until):
            return _between(request, since, until)
        case AboutClosed(since=since, until=until):
            return _whether_closed(request, since, min(until, since + MOST_CLOSED))
        case AboutTopic(topic=topic):
            return _listed(request, topic.value)
        case AboutWords(words=words, otherwise=otherwise):
            name = f"about {words}"
            return _listed(request, name) if _holds_any(request, name) else answered(request, otherwise)
        case None:
            return None


def _one(request: Request, ref: str, point: Point) -> Message:
    """Return one entry or deadline: its card, how its date was counted, or first whether it is done."""
    with request.desk.look() as session:
        if not ref.startswith("D"):
            entry = find_entry(session, request.who, ref)
            return facts.entry_message(session, request.desk, entry, channel_id=request.who.channel_id)
        deadline = find_deadline(session, request.who, ref)
        if point is Point.REASON:
            return facts.explanation(session, request.desk, deadline)
        card = facts.deadline_message(session, request.desk, deadline, channel_id=request.who.channel_id)
    if point is Point.WHETHER_DONE or deadline.status is not DeadlineStatus.OPEN:
        return message(section(_stands(deadline)), *card.blocks)
    return card


def _stands(deadline: Deadline) -> str:
    if deadline.status is DeadlineStatus.OPEN:
        return phrases.STANDS_OPEN.format(ref=deadline.ref)
    done = deadline.status is DeadlineStatus.DONE
    status = phrases.DEADLINE_STATUSES[deadline.status]
    return (phrases.STANDS_DONE if done else phrases.STANDS_OVER).format(ref=deadline.ref, status=status)


def _holds_any(request: Request, name: str) -> bool:
    return bool(_part(request, name, slice(0, 0)).total)


def _part(request: Request, name: str, span: slice) -> Part:
    who = Viewer(person_id=request.who.person_id)
    with request.desk.look() as session:
        cases = visible_cases(session, who)
        looking = Browser(session=session, desk=request.desk, cases=cases, person_id=who.person_id)
        return listed(looking, name, span) or Part()


def _listed(request: Request, name: str) -> Message:
    """Return the beginning of a list, and a button that opens the rest of it."""
    part = _part(request, name, slice(0, SHOWN))
    return message(header(title_of(name)), *(_lines(part, name) or [context(phrases.HOME_NONE)]))


def _between(request: Request, since: date, until: date) -> Message:
    """Return what is due and heard from one day to another, or what comes next; and that something is overdue."""
    name = _days(since, until)
    lines = _lines(_part(request, name, slice(0, SHOWN)), name) or _next_after(request, until)
    return message(header(title_of(name)), *lines, *_overdue(request))


def _lines(part: Part, name: str) -> list[Block]:
    lines = [item.block for item in part.items]
    if part.total > len(part.items):
        label = phrases.HOME_MORE.format(count=part.total - len(part.items))
        lines.append(actions(button(label, "list.open", f"{name} 2")))
    return lines


def _next_after(request: Request, day: date) -> list[Block]:
    later = _part(request, _days(day + timedelta(days=1), day + _LATER), slice(0, 1))
    if not later.items:
        return [context(phrases.NOTHING_THEN_NOR_LATER)]
    return [section(phrases.NOTHING_THEN), *(item.block for item in later.items)]


def _overdue(request: Request) -> list[Block]:
    count = _part(request, Topic.OVERDUE, slice(0, 0)).total
    if not count:
        return []
    opens = button(phrases.HOME_OVERDUE, "list.open", f"{Topic.OVERDUE} 1")
    return [section(phrases.OVERDUE_BESIDES.format(count=count), accessory=opens)]


def _days(since: date, until: date) -> str:
    return f"between {since.isoformat()} {until.isoformat()}"


def _whether_closed(request: Request, since: date, until: date) -> Message:
    """Return on which of some days the courts of the cases here are closed, and what closes them."""
    with request.desk.look() as session:
        cases = cases_here(session, request.who) or visible_cases(session, request.who)
        closed = closed_between(session, request.desk.book, cases, since=since, until=until)
    if since == until and since.weekday() >= _SATURDAY:
        return message(
            header(title_of(_days(since, until))), section(phrases.ON_A_WEEKEND.format(day=long_date(since)))
        )
    return message(header(title_of(_days(since, until))), *closed_glance(closed))
