"""`/docket undo`: take back one's own last change; it shows what that would do and asks."""

from bot.docket import undoing
from bot.docket.undoing import Undoing
from handlers import phrases
from handlers.announcing import to_channels
from handlers.commands.command import Handle
from handlers.replies import Reply
from handlers.requests import Request
from handlers.views.blocks import Message, message, plainly, section
from handlers.views.deeds import deed_named, undo_lines, undo_question
from handlers.views.text import named, said
from storage.cases import Case, is_a_number, zone_of_person


def show(request: Request) -> Reply:
    """Show what undoing the last change would do, with the button that does it."""
    with request.desk.look() as session:
        found = undoing.last_undoable(session, request.who, now=request.desk.clock.now())
        return Reply(message=undo_question(found, zone=zone_of_person(session, request.who.person_id)))


def undo(request: Request) -> Reply:
    """Undo the change that was shown, once, and tell the channels that follow its cases."""
    with request.change() as change:
        wanted = int(request.value) if is_a_number(request.value) else 0
        found = undoing.last_undoable(change.session, request.who, now=change.now, deed_id=wanted)
        notices = to_channels(change.session, undoing.cases_of(found), lambda key: _told(request, found, key))
        undoing.undo(change, undoing=found)
        what = deed_named(found.deed.action)
        cards = tuple(undone.row.ref for undone in found.seen if not isinstance(undone.row, Case))
    told = plainly(phrases.UNDONE.format(what=what, subject=said(found.deed.subject)))
    return Reply(message=told, replaces=True, stale=cards, notices=notices)


def _in_case(found: Undoing, key: int) -> list[undoing.Undone]:
    return [undone for undone in found.seen if undoing.case_of(undone.row) == key]


def _told(request: Request, found: Undoing, key: int) -> Message:
    first = phrases.UNDONE_IN_CASE.format(
        by=named(request.who.person_id), what=deed_named(found.deed.action), case=f"C{key}"
    )
    return message(section("\n".join([first, *undo_lines(_in_case(found, key))])))


ACTIONS: dict[str, Handle] = {"deed.undo": undo}
"""What its button does."""
