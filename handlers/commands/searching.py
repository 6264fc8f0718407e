"""`/docket search`: find words in everything that somebody may see."""

from bot.docket import searching
from bot.docket.sight import visible_cases
from handlers import facts, phrases
from handlers.commands.command import Handle
from handlers.reading import page_of
from handlers.replies import FieldError, Reply, sentence
from handlers.requests import Request
from handlers.spots import items_at, spot_of
from handlers.views.blocks import field_block, line_input, modal
from handlers.views.lists import Item, Page, case_item, listing
from handlers.views.text import fitted, said

LONGEST = 200


def search(request: Request) -> Reply:
    """Show what holds the words that were typed, the best first; ask for them if none were."""
    words, wanted = page_of(request.text)
    return _found(request, words, wanted) if words.strip() else _ask(request)


def submitted(request: Request) -> Reply:
    """Show what holds the words from the form."""
    words = request.fields.get("words") or ""
    if not words.strip():
        raise FieldError("words", str(searching.NothingToFindError()))
    return _found(request, words, None)


def _ask(request: Request) -> Reply:
    field = field_block("words", phrases.SEARCH_WORDS, line_input(longest=LONGEST), hint=phrases.SEARCH_HINT)
    memo = request.memo_of()
    return Reply(view=modal(phrases.SEARCH, [field], callback="docket.search", memo=memo, submit=phrases.SEARCH))


def _found(request: Request, words: str, wanted: int | None) -> Reply:
    words = fitted(" ".join(words.split()), LONGEST)
    desk = request.desk
    with desk.look() as session:
        found = searching.search(session, desk.book, request.who, words)
        total = len(found.cases) + len(found.hits)
        page = Page.of(total, wanted)
        first = [case_item(line) for line in facts.case_lines(desk.book, found.cases[page.span])]
        hits = found.hits[max(page.span.start - len(found.cases), 0) : max(page.span.stop - len(found.cases), 0)]
        cases = visible_cases(session, request.who)
        items: list[Item] = [*first, *items_at(session, desk, cases, [spot_of(hit) for hit in hits], with_flags=True)]
    if not total:
        return sentence(phrases.SEARCH_NOTHING.format(words=said(words, LONGEST)))
    title = phrases.SEARCH_FOUND.format(total=total, words=words)
    shown = listing(title, items, page=page, command=f"/docket search {words}")
    return Reply(message=shown, replaces=wanted is not None)


SUBMISSIONS: dict[str, Handle] = {"docket.search": submitted}
"""What its form does when it is submitted."""
