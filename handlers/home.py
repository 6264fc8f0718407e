"""App Home: what one person needs to know when they open it, from the docket as it is now."""

from bot.docket.closed_ahead import closed_ahead
from bot.docket.desk import Desk
from bot.docket.sight import Viewer, visible_cases
from handlers import phrases
from handlers.browsing import Browser, listed
from handlers.commands.docket import CLOSED_DAYS_AHEAD
from handlers.replies import Reply
from handlers.requests import Request
from handlers.views.blocks import View
from handlers.views.home import SHOWN, HomePage, Part, home
from storage.cases import language_of


def home_opened(request: Request) -> Reply:
    """Show the Home tab when it is opened; the Messages tab needs nothing."""
    return Reply(home=request.body["event"].get("tab", "home") == "home")


def home_view(desk: Desk, person_id: str) -> View:
    """Return somebody's App Home."""
    with desk.look() as session, phrases.spoken_in(language_of(session, person_id)):
        cases = visible_cases(session, Viewer(person_id=person_id))
        looking = Browser(session=session, desk=desk, cases=cases, person_id=person_id)

        def part(name: str) -> Part:
            return listed(looking, name, slice(0, SHOWN)) or Part()

        return home(
            HomePage(
                has_cases=bool(cases),
                overdue=part("overdue"),
                mine=part("mine"),
                team=part("team"),
                hearings=part("hearings"),
                unconfirmed=part("unconfirmed"),
                conflicts=part("conflicts"),
                proposals=len(looking.proposals),
                closed=closed_ahead(session, desk.book, cases, now=desk.clock.now(), days=CLOSED_DAYS_AHEAD),
            )
        )
