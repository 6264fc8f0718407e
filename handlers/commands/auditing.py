"""`/docket audit`: who changed what, when and why, as far as somebody may see it; and whether the log holds."""

from sqlmodel import Session

from bot.docket.sight import Viewer, channels_seen, find_case, find_deadline, find_entry, visible_cases
from handlers import phrases
from handlers.reading import first_word, page_of
from handlers.replies import Reply, sentence
from handlers.requests import Request
from handlers.views.blocks import context, message
from handlers.views.deeds import audit_item
from handlers.views.lists import Page, listing
from storage.cases import zone_of_person
from storage.log import Seen, count_lines, holds, lines


def show(request: Request) -> Reply:
    """Show a page of the log, the last line first; of one subject, if it is named."""
    text, wanted = page_of(request.text)
    word, _ = first_word(text)
    if word.casefold() == "verify":
        return verify(request)
    with request.desk.look() as session:
        subject = _subject(session, request.who, word) if word else None
        seen = _seen(session, request.who)
        page = Page.of(count_lines(session, seen, subject=subject), wanted)
        found = lines(session, seen, subject=subject, span=page.span)
        zone = zone_of_person(session, request.who.person_id)
    title = phrases.AUDIT_OF.format(subject=subject) if subject else phrases.AUDIT
    command = f"/docket audit {subject or ''}".strip()
    items = [audit_item(line, zone=zone) for line in found]
    shown = listing(title, items, page=page, command=command, empty=phrases.AUDIT_NOTHING)
    notes = context(phrases.AUDIT_ZONE.format(zone=zone), phrases.AUDIT_VERIFY)
    return Reply(message=message(*shown.blocks, notes), replaces=wanted is not None)


def verify(request: Request) -> Reply:
    """Say whether the whole log holds, and nothing of what stands in it."""
    with request.desk.look() as session:
        return sentence(phrases.AUDIT_HOLDS if holds(session) else phrases.AUDIT_BROKEN)


def _subject(session: Session, who: Viewer, word: str) -> str:
    """Return the short id of something that somebody may see.

    Raises:
        NotOnTheDocketError: if there is none, or none that they may see.
    """
    match word[:1].upper():
        case "C":
            return find_case(session, who, word).ref
        case "D":
            return find_deadline(session, who, word).ref
        case _:
            return find_entry(session, who, word).ref


def _seen(session: Session, who: Viewer) -> Seen:
    cases = {case.key for case in visible_cases(session, who)}
    return Seen(person_id=who.person_id, cases=cases, channels=channels_seen(session, who))
