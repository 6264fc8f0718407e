"""App Home: what one person needs to know when they open it, from the docket as it is now."""

from datetime import timedelta

from bot.docket.desk import Desk
from bot.docket.sight import Viewer, visible_cases
from handlers import facts
from handlers.commands.docket import CLOSED_DAYS_AHEAD
from handlers.replies import Reply
from handlers.requests import Request
from handlers.views.blocks import View
from handlers.views.home import HomePage, home
from storage.docket import EntryKind, EntryStatus, deadlines_of, entries_of

_HEARING_DAYS = 120


def home_opened(request: Request) -> Reply:
    """Show the Home tab when it is opened; the Messages tab needs nothing."""
    return Reply(home=request.body["event"].get("tab", "home") == "home")


def home_view(desk: Desk, person_id: str) -> View:
    """Return somebody's App Home."""
    who = Viewer(person_id=person_id)
    with desk.look() as session:
        cases = visible_cases(session, who)
        keys = [case.key for case in cases]
        today = facts.first_today(desk, cases)
        deadlines = deadlines_of(session, keys)
        hearings = entries_of(
            session, keys, kind=EntryKind.HEARING, since=today, until=today + timedelta(days=_HEARING_DAYS)
        )
        closed = facts.closed_ahead(desk, session, cases, days=CLOSED_DAYS_AHEAD)
    late = [each for each in deadlines if each.due < facts.today_at(desk, each.zone)]
    ahead = [each for each in deadlines if each not in late]
    return home(
        HomePage(
            has_cases=bool(cases),
            overdue=facts.deadline_items(desk, cases, late),
            mine=facts.deadline_items(desk, cases, [each for each in ahead if each.owner == person_id]),
            team=facts.deadline_items(desk, cases, [each for each in ahead if each.owner != person_id]),
            hearings=facts.entry_items(desk, cases, [each for each in hearings if each.status is EntryStatus.STANDING]),
            unconfirmed=facts.deadline_items(
                desk, cases, [each for each in ahead if not each.confirmed_by and each.created_by != person_id]
            ),
            closed=closed,
        )
    )
