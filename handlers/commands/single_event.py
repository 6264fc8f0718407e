"""A single hearing or deadline as a calendar file, for whoever chooses that on its card and nobody else."""

from bot.calendars import tickets
from bot.calendars.tickets import LASTS, Ticket
from handlers import phrases
from handlers.replies import Attachment, Reply
from handlers.requests import Request
from handlers.views.blocks import plainly
from handlers.views.text import hour
from storage.cases import zone_of_person


def take_file(request: Request, ref: str) -> Reply:
    """Send the file; where Slack does not take files, an address that hands it out once within the hour."""
    with request.change() as change:
        row = tickets.find_row(change.session, request.who, ref)
        content = tickets.file_of(change.session, row)
        ticket = tickets.hand_out(change, row=row)
        zone = zone_of_person(change.session, request.who.person_id)
    attachment = Attachment(
        name=f"{row.ref}.ics",
        title=phrases.FILE_TITLE.format(ref=row.ref),
        content=content,
        words=phrases.FILE_WORDS.format(ref=row.ref),
        refused=_instead(request, row.ref, ticket, zone),
    )
    return Reply(message=plainly(phrases.FILE_COMES.format(ref=row.ref)), attachments=(attachment,))


def _instead(request: Request, ref: str, ticket: Ticket, zone: str) -> str:
    if request.public_url is None:
        return phrases.FILE_NO_ADDRESS
    until = hour(request.desk.clock.now() + LASTS, zone)
    return phrases.FILE_REFUSED.format(ref=ref, until=until, address=ticket.address(request.public_url))
