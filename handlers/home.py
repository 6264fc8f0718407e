"""App Home: what one person needs to know when they open it, from the docket as it is now."""

from collections.abc import Iterable
from datetime import timedelta

from bot.docket.desk import Desk
from bot.docket.sight import Viewer, visible_cases
from handlers import facts, phrases
from handlers.commands.docket import CLOSED_DAYS_AHEAD
from handlers.replies import Reply
from handlers.requests import Request
from handlers.spots import Spot, deadline_spots, entry_spots, items_at
from handlers.views.blocks import View
from handlers.views.home import SHOWN, HomePage, Part, home
from storage.cases import language_of
from storage.docket import EntryKind

_HEARING_DAYS = 120


def home_opened(request: Request) -> Reply:
    """Show the Home tab when it is opened; the Messages tab needs nothing."""
    return Reply(home=request.body["event"].get("tab", "home") == "home")


def home_view(desk: Desk, person_id: str) -> View:
    """Return somebody's App Home."""
    with desk.look() as session, phrases.spoken_in(language_of(session, person_id)):
        cases = visible_cases(session, Viewer(person_id=person_id))
        today, now = facts.first_today(desk, cases), desk.clock.now()
        until = today + timedelta(days=_HEARING_DAYS)
        hearings = entry_spots(session, cases, kind=EntryKind.HEARING, since=today, until=until)
        deadlines = deadline_spots(session, cases)

        def part(spots: Iterable[Spot]) -> Part:
            chosen = list(spots)
            return Part(items=items_at(session, desk, cases, chosen[:SHOWN]), total=len(chosen))

        late = [spot for spot in deadlines if spot.at < now]
        ahead = [spot for spot in deadlines if spot.at >= now]
        return home(
            HomePage(
                has_cases=bool(cases),
                overdue=part(late),
                mine=part(spot for spot in ahead if spot.owner == person_id),
                team=part(spot for spot in ahead if spot.owner != person_id),
                hearings=part(spot for spot in hearings if spot.stands),
                unconfirmed=part(spot for spot in ahead if not spot.is_confirmed and spot.created_by != person_id),
                closed=facts.closed_ahead(desk, session, cases, days=CLOSED_DAYS_AHEAD),
            )
        )
