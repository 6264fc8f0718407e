"""`/case`: put a case on the docket, see it, change it, let channels follow it."""

from sqlmodel import Session

from bot.docket import cases
from bot.docket.sight import cases_here, find_case, the_case_here
from handlers import facts, phrases
from handlers.commands import case_changes
from handlers.commands.case_state import case_message
from handlers.commands.command import Command, Handle
from handlers.reading import first_word, page_of
from handlers.replies import Reply, sentence
from handlers.requests import Request
from handlers.roster import is_channel
from handlers.views.forms import case_form
from handlers.views.lists import Page, case_item, listing
from handlers.views.text import court_name, said
from storage.cases import Case


def form(request: Request) -> Reply:
    """Open the form for a new case."""
    if not is_channel(request.who.channel_id):
        return sentence(phrases.IN_A_CHANNEL)
    memo = request.memo_of()
    return Reply(view=case_form(request.desk.book.courts(), memo=memo))


def add(request: Request) -> Reply:
    """Open a case from one line: its court, its docket number, its caption."""
    if not request.text:
        return sentence(phrases.SAY_THE_CASE)
    court, rest = first_word(request.text)
    number, caption = first_word(rest)
    return _opened(request, court=court, number=number, caption=caption)


def submitted(request: Request) -> Reply:
    """Open a case from the form."""
    fields = request.fields
    return _opened(
        request,
        court=fields["court"],
        number=fields["number"],
        caption=fields["caption"],
        alias=fields.get("alias") or "",
        our_side=fields.get("side") or "",
    )


def show_all(request: Request) -> Reply:
    """List the cases that the channel follows; elsewhere, all that the person may see."""
    _, wanted = page_of(request.text)
    with request.desk.look() as session:
        found = cases_here(session, request.who)
        page = Page.of(len(found), wanted)
        items = [case_item(line) for line in facts.case_lines(request.desk.book, found[page.span])]
    title = phrases.CASES_HERE if is_channel(request.who.channel_id) else phrases.YOUR_CASES
    shown = listing(title, items, page=page, command="/case list", hint=phrases.HINT.format(command="/case"))
    return Reply(message=shown, replaces=wanted is not None)


def show(request: Request) -> Reply:
    """Show one case, or the list if none is named and several are followed here."""
    with request.desk.look() as session:
        here = cases_here(session, request.who)
        if not request.text and len(here) > 1:
            return show_all(request)
        case = _named_or_here(session, request, "/case show C1")
        return Reply(message=case_message(session, request.desk, case, request.who))


def _opened(request: Request, *, court: str, number: str, caption: str, alias: str = "", our_side: str = "") -> Reply:
    if not is_channel(request.who.channel_id):
        return sentence(phrases.IN_A_CHANNEL)
    with request.change() as change:
        case = cases.open_case(
            change,
            court=court,
            docket_number=number,
            caption=caption,
            alias=alias,
            our_side=our_side,
            channel_id=request.who.channel_id,
        )
    told = sentence(_welcome(case, request))
    return Reply(message=told.message, followed=request.who.channel_id)


def _welcome(case: Case, request: Request) -> str:
    return phrases.CASE_OPENED.format(
        ref=case.ref,
        number=said(case.docket_number),
        caption=said(case.alias or case.caption),
        court=said(court_name(request.desk.book.court(case.court).name)),
    )


def _named_or_here(session: Session, request: Request, example: str) -> Case:
    if request.text:
        return find_case(session, request.who, request.text)
    return the_case_here(session, request.who, example=example)


COMMAND = Command(
    name="/case",
    bare=form,
    verbs={
        "add": add,
        "list": show_all,
        "show": show,
        "link": case_changes.link,
        "unlink": case_changes.unlink,
        "edit": case_changes.edit,
        "close": case_changes.close,
        "reopen": case_changes.reopen,
    },
)

ACTIONS: dict[str, Handle] = {**case_changes.ACTIONS}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {"case.add": submitted, **case_changes.SUBMISSIONS}
"""What its forms do when they are submitted, by their callback_ids."""
