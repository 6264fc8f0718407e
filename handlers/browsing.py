"""The lists that App Home and a mention show the beginning of, and the pages on which the rest of them stands.

A list is named by words that a button can carry: `mine`, `hearings`, `between 2018-05-14 2018-05-20`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from sqlmodel import Session

from bot.docket import revising
from bot.docket.conflicts import Conflict, conflicts_of
from bot.docket.desk import Desk
from bot.docket.revising import Proposal
from bot.docket.searching import search
from bot.docket.sight import Viewer, visible_cases
from handlers import facts, phrases
from handlers.commands.command import Handle
from handlers.conflicts import conflict_lines
from handlers.law_words import why_it_moves
from handlers.replies import Reply, sentence
from handlers.requests import Request
from handlers.spots import in_order, items_at, spot_of
from handlers.views.home import Part, list_page
from handlers.views.lists import Item, Page
from handlers.views.text import long_date, said, short_date
from storage.cases import Case
from storage.docket import Deadline, EntryKind
from storage.spots import Share, Spot, deadline_spots, entry_spots, share_spots, shares_of

HEARING_DAYS = 120
CONFLICT_DAYS = 45
_SHARES = frozenset(share.value for share in Share)


@dataclass(frozen=True, kw_only=True)
class Browser:
    """One person's look at the cases that they may see. Nothing is read before a list asks for it."""

    session: Session
    desk: Desk
    cases: Sequence[Case]
    person_id: str

    @cached_property
    def now(self) -> datetime:
        """The present, the same for every list."""
        return self.desk.clock.now()

    @cached_property
    def today(self) -> date:
        """The day it is at whichever court is furthest behind."""
        return facts.first_today(self.desk, self.cases)

    @cached_property
    def shares(self) -> Mapping[Share, int]:
        """How many deadlines concern this person in each way."""
        return shares_of(self.session, self.cases, person_id=self.person_id, now=self.now)

    @cached_property
    def hearings(self) -> Sequence[Spot]:
        """The hearings that stand, in the months ahead; if there is none, the next ones, however far."""
        return self._hearings_until(self.today + timedelta(days=HEARING_DAYS)) or self._hearings_until(None)

    def _hearings_until(self, last: date | None) -> Sequence[Spot]:
        spots = entry_spots(self.session, self.cases, kind=EntryKind.HEARING, since=self.today, until=last)
        return [spot for spot in spots if spot.stands]

    @cached_property
    def conflicts(self) -> Sequence[Conflict]:
        """The conflicts in the weeks ahead."""
        until = self.today + timedelta(days=CONFLICT_DAYS)
        return conflicts_of(self.session, self.desk.book, cases=self.cases, since=self.today, until=until)

    @cached_property
    def proposals(self) -> Sequence[Proposal]:
        """The dates that wait for a decision."""
        return revising.waiting_for(self.session, self.desk.book, self.cases)


def listed(looking: Browser, name: str, span: slice) -> Part | None:
    """Return some lines of a list, and how long it is; None if there is no such list."""
    word, *details = name.split(" ")
    if word in _SHARES:
        return _share(looking, Share(word), span)
    if word == "between" and len(details) == len(("since", "until")):
        return _between(looking, *details, span=span)
    if word == "about":
        return _about(looking, " ".join(details), span)
    found = _LISTS.get(word)
    return found(looking, span) if found else None


def title_of(name: str) -> str:
    """Return what stands over a list."""
    titles = {
        "overdue": phrases.HOME_OVERDUE,
        "mine": phrases.HOME_MINE,
        "team": phrases.HOME_TEAM,
        "hearings": phrases.HOME_HEARINGS,
        "unconfirmed": phrases.HOME_UNCONFIRMED,
        "conflicts": phrases.CONFLICTS_TITLE,
        "proposals": phrases.HOME_PROPOSALS_TITLE,
    }
    word, *days = name.split(" ")
    if word == "about":
        return phrases.ABOUT_TITLE.format(words=" ".join(days))
    if word in titles:
        return titles[word]
    first, last = (short_date(date.fromisoformat(day)) for day in days)
    return first if first == last else phrases.BETWEEN_TITLE.format(first=first, last=last)


def open_list(request: Request) -> Reply:
    """Lay a page of a list over Slack; on such a page, turn it in place."""
    name, _, number = request.value.rpartition(" ")
    wanted = int(number) if number.isdecimal() else 1
    with request.desk.look() as session:
        cases = visible_cases(session, Viewer(person_id=request.who.person_id))
        looking = Browser(session=session, desk=request.desk, cases=cases, person_id=request.who.person_id)
        length = listed(looking, name, slice(0, 0))
        if length is None:
            return sentence(phrases.LIST_IS_GONE)
        page = Page.of(length.total, wanted)
        part = listed(looking, name, page.span) or length
    return Reply(view=list_page(name, title_of(name), part.items, page=page), in_place=request.in_modal)


def _share(looking: Browser, share: Share, span: slice) -> Part:
    total = looking.shares[share]
    if span.start >= min(span.stop, total):
        return Part(total=total)
    spots = share_spots(looking.session, looking.cases, share, person_id=looking.person_id, now=looking.now, span=span)
    return Part(items=items_at(looking.session, looking.desk, looking.cases, spots), total=total)


def _between(looking: Browser, since: str, until: str, *, span: slice) -> Part | None:
    """Return what is due and what is heard from one day to another."""
    try:
        first, last = date.fromisoformat(since), date.fromisoformat(until)
    except ValueError:
        return None
    heard = entry_spots(looking.session, looking.cases, kind=EntryKind.HEARING, since=first, until=last)
    spots = in_order(
        [spot for spot in heard if spot.stands],
        deadline_spots(looking.session, looking.cases, since=first, until=last),
    )
    return _part(looking, spots, span)


def _about(looking: Browser, words: str, span: slice) -> Part:
    """Return what is owed, and what is still to be heard, that holds some words."""
    if not words.strip():
        return Part()
    hits = search(looking.session, looking.desk.book, Viewer(person_id=looking.person_id), words).hits
    coming = [hit for hit in hits if hit.stands and (hit.of is Deadline or hit.day >= looking.today)]
    return _part(looking, sorted(map(spot_of, coming), key=lambda spot: spot.at), span)


def _hearings(looking: Browser, span: slice) -> Part:
    return _part(looking, looking.hearings, span)


def _conflicts(looking: Browser, span: slice) -> Part:
    lines = conflict_lines(looking.conflicts[span])
    return Part(items=[Item(text=line) for line in lines], total=len(looking.conflicts))


def _proposals(looking: Browser, span: slice) -> Part:
    cases = {case.key: case for case in looking.cases}
    shown = looking.proposals[span]
    items = [_proposal(looking, proposal, cases[proposal.deadline.case_id]) for proposal in shown]
    return Part(items=items, total=len(looking.proposals))


def _proposal(looking: Browser, proposal: Proposal, case: Case) -> Item:
    deadline = proposal.deadline
    text = phrases.HOME_PROPOSAL_LINE.format(
        ref=deadline.ref,
        title=said(deadline.title, 200),
        case=case.ref,
        old=long_date(proposal.old),
        new=long_date(proposal.new) if proposal.new else phrases.HOME_NO_DATE,
    )
    why = " ".join(why_it_moves(looking.session, looking.desk.book, proposal))
    return Item(text=f"{text}\n{why}", action="deadline.open", ref=deadline.ref)


def _part(looking: Browser, spots: Sequence[Spot], span: slice) -> Part:
    return Part(items=items_at(looking.session, looking.desk, looking.cases, spots[span]), total=len(spots))


_LISTS: dict[str, Callable[[Browser, slice], Part]] = {
    "hearings": _hearings,
    "conflicts": _conflicts,
    "proposals": _proposals,
}

ACTIONS: dict[str, Handle] = {"list.open": open_list, "list.earlier": open_list, "list.later": open_list}
"""What the buttons of lists do, by their action_ids."""
