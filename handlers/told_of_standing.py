"""News of a hearing or a deadline that stands already: the form that changes it, by a button; never a second one."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.docket.asking import is_question
from bot.docket.sentences_of_change import Deed, ToldOf, told_of
from bot.docket.sight import cases_here, find_deadline, find_entry, visible_cases
from handlers import facts, phrases
from handlers.requests import Request
from handlers.told_dates import ToldDate
from handlers.understanding import Heard, case_named, certain, dated, hear
from handlers.views.blocks import Block, actions, button, context, section
from handlers.views.entry_cards import when_on_the_wall
from handlers.views.sentences import carried, wall_moment
from handlers.views.text import fitted, said
from storage.cases import Case
from storage.docket import DeadlineStatus, Entry, EntryKind, EntryStatus, entries_of

MOST_HEARINGS = 10
_WORD = re.compile(r"\w{4,}")
_ACTIONS = {
    Deed.MOVED: "entry.move",
    Deed.ADJOURNED: "entry.adjourn",
    Deed.VACATED: "entry.vacate",
    Deed.HELD: "entry.held",
}
_DATED = frozenset({Deed.MOVED, Deed.ADJOURNED})
_LABELS: dict[Deed, Callable[[], str]] = {
    Deed.MOVED: lambda: phrases.MOVE,
    Deed.ADJOURNED: lambda: phrases.HEARING_ADJOURN,
    Deed.VACATED: lambda: phrases.VACATE,
    Deed.HELD: lambda: phrases.HEARING_HELD_BUTTON,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _News:
    """What was told, in which words, and what was read from them as if it were new."""

    told: ToldOf
    words: str
    heard: Heard | None


def about_standing(session: Session, request: Request, words: str, *, to_record: bool = False) -> list[Block]:
    """Return the question with its buttons if a sentence tells of what stands already; nothing if it does not.

    Raises:
        NotOnTheDocketError: if it names what the person may not see.
    """
    told = told_of(words) if to_record or not is_question(words) else None
    if told is None:
        return []
    if told.deed is Deed.DONE:
        return _done(session, request, told.refs)
    heard = hear(session, request, words, now=request.desk.clock.now(), to_record=True)
    news = _News(told=told, words=words, heard=heard if isinstance(heard, Heard) else None)
    named = [find_entry(session, request.who, ref) for ref in told.refs]
    return _of_those_named(session, request, news, named) if named else _of_one_of_many(session, request, news)


def _done(session: Session, request: Request, refs: Sequence[str]) -> list[Block]:
    """Return a button for each deadline that is still open; nothing if none is."""
    found = [find_deadline(session, request.who, ref) for ref in refs]
    blocks: list[Block] = []
    for deadline in found:
        if deadline.status is DeadlineStatus.OPEN:
            line = phrases.NEWS_OF_DEADLINE.format(ref=deadline.ref, title=said(deadline.title))
            blocks += [section(line), actions(button(phrases.DONE, "deadline.done", deadline.ref))]
    return blocks


def _of_those_named(session: Session, request: Request, news: _News, named: Sequence[Entry]) -> list[Block]:
    blocks: list[Block] = []
    for hearing in named:
        if hearing.status is EntryStatus.STANDING:
            told = _told_date(session, news, [hearing])
            blocks += [section(_line(phrases.NEWS_OF_HEARING, hearing)), _row(request, news.told.deed, hearing, told)]
        else:
            status = phrases.STATUSES[hearing.status]
            blocks.append(section(_line(phrases.NEWS_OF_CLOSED, hearing, status=status)))
    return [*blocks, *_as_read(news)]


def _of_one_of_many(session: Session, request: Request, news: _News) -> list[Block]:
    """Ask which hearing is meant; the likeliest comes first, and what is new after all can still be recorded."""
    case = case_named(session, request, news.words)
    cases = [case] if case else list(cases_here(session, request.who) or visible_cases(session, request.who))
    found = entries_of(session, [each.key for each in cases], kind=EntryKind.HEARING)
    standing = sorted((each for each in found if each.status is EntryStatus.STANDING), key=_unlike(news))
    told = _told_date(session, news, standing)
    blocks = [section(phrases.NEWS_WHICH_HEARING if standing else phrases.NEWS_OF_NO_HEARING), *_as_read(news)]
    for hearing in standing[:MOST_HEARINGS]:
        blocks += [section(_line(phrases.NEWS_MAY_BE, hearing)), _row(request, news.told.deed, hearing, told)]
    if len(standing) > MOST_HEARINGS:
        blocks.append(context(phrases.NEWS_NAME_IT.format(count=len(standing) - MOST_HEARINGS)))
    return [*blocks, *_new_after_all(news)]


def _unlike(news: _News) -> Callable[[Entry], tuple[bool, int]]:
    """Return how little a hearing is like what was said: its day first, then the words of its title."""
    days = {option.day for option in news.heard.options} if news.heard else set()
    words = set(_WORD.findall(news.words.casefold()))
    return lambda hearing: (hearing.on_date not in days, -len(words & set(_WORD.findall(hearing.title.casefold()))))


def _told_date(session: Session, news: _News, hearings: Sequence[Entry]) -> ToldDate | None:
    """Return the date that was told for certain, on the wall of the one court at which these hearings are.

    Returns None if it was read for another case, or may be the day on which one of them stands now.
    """
    option = certain(news.heard) if news.heard else None
    if news.heard is None or option is None or option.day in {hearing.on_date for hearing in hearings}:
        return None
    cases = {session.get_one(Case, hearing.case_id).ref for hearing in hearings}
    return ToldDate(day=option.day, hour=option.hour) if cases == {news.heard.draft.case_ref} else None


def _row(request: Request, deed: Deed, hearing: Entry, told: ToldDate | None) -> Block:
    """Return the button of what happened; a hearing whose day has not come is moved, not adjourned."""
    if deed is Deed.ADJOURNED and hearing.on_date > facts.today_at(request.desk, hearing.zone):
        deed = Deed.MOVED
    value = told.carried(hearing.ref) if told and deed in _DATED else hearing.ref
    return actions(button(fitted(f"{_LABELS[deed]()} {hearing.ref}", 75), _ACTIONS[deed], value))


def _line(template: str, hearing: Entry, **more: str) -> str:
    return template.format(ref=hearing.ref, title=said(hearing.title), when=when_on_the_wall(hearing), **more)


def _as_read(news: _News) -> list[Block]:
    """Return the date that was read, to be picked in the form."""
    option = certain(news.heard) if news.heard else None
    if option is None:
        return []
    shown = wall_moment(option.day, option.hour)
    return [context(phrases.NEWS_DATE.format(date=shown, words=said(option.words, 100)))]


def _new_after_all(news: _News) -> list[Block]:
    if news.heard is None:
        return []
    option = certain(news.heard)
    draft = dated(news.heard.draft, option) if option else news.heard.draft
    value = carried(draft, words=option.words if option else "")
    return [actions(button(phrases.NEWS_IS_NEW, "sentence.record.other", value))]
