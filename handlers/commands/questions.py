"""`/docket questions`, `settle` and `unsettle`: what the law leaves open, and who settled it.

Whoever sees a case in a court may settle its questions, for all of that court. They are told of their own cases only;
what moved is told in each case's own channels, and to those who owe it.
"""

from collections.abc import Sequence

from sqlmodel import Session

from bot.docket import settling
from bot.docket.courts import WhichCourtError, courts_of, find_court
from bot.docket.sight import cases_here, visible_cases
from bot.errors import AdQuemError
from bot.law import Court
from handlers import phrases
from handlers.commands.command import Handle
from handlers.commands.rulings import Ruling, reason_needed, told_of
from handlers.law_words import moved_lines, reading_said
from handlers.questions import NoCourtHereError, Spot, all_in, item, question_shown, resting_in, settled_shown, spot_of
from handlers.reading import first_word, named_case, page_of, unquoted
from handlers.replies import FieldError, Reply, sentence
from handlers.requests import Request
from handlers.views.blocks import Message, context, message
from handlers.views.law import DateLine, digest
from handlers.views.lists import Page, listing
from handlers.views.pages import notice_page
from handlers.views.questions import reverse_form, settle_form
from handlers.views.text import court_name, named, said
from storage.law import SettledQuestion, settlement_standing

_REVERSED = ""  # the reading of a question that is opened again


class WhichQuestionError(AdQuemError):
    """A verb was typed without saying which question it is about."""

    def __init__(self, example: str) -> None:
        super().__init__(phrases.SAY_THE_QUESTION.format(example=example))


def show_questions(request: Request) -> Reply:
    """List the open questions on which dates here rest, with both readings, and those that were settled.

    With the id of a court behind it, list every question that the law of that court leaves open.
    """
    text, wanted = page_of(request.text)
    book = request.desk.book
    with request.desk.look() as session:
        case, rest = named_case(session, request.who, text)
        if rest and case is None:
            court = find_court(session, book, request.who, unquoted(rest))
            every = all_in(session, book, court, visible_cases(session, request.who))
            told = _listed(session, request, every, wanted, behind=f" {court.id}")
            return Reply(message=told, replaces=wanted is not None)
        cases = [case] if case else cases_here(session, request.who)
        courts = courts_of(book, cases)
        asked = [spot for court in courts for spot in resting_in(session, book, court, cases)]
        told = _listed(session, request, asked, wanted, behind=f" {case.ref}" if case else "")
    possible = [*(spot.court for spot in asked), *courts]
    hint = [context(phrases.ALL_QUESTIONS.format(court=court.id)) for court in possible[:1]]
    return Reply(message=message(*told.blocks, *hint), replaces=wanted is not None)


def settle(request: Request) -> Reply:
    """Open the form that settles a question; it shows what each reading would move."""
    if not request.text:
        return show_questions(request)
    return open_settle(request, *_court_and_question(request, verb="settle"))


def unsettle(request: Request) -> Reply:
    """Open the form that opens a settled question again."""
    return open_reverse(request, *_court_and_question(request, verb="unsettle"))


def press_settle(request: Request) -> Reply:
    """Open the form for the question that a button names; in a form, take its place."""
    return open_settle(request, *_named(request.value))


def press_reverse(request: Request) -> Reply:
    """Open the form that reverses what a button names."""
    return open_reverse(request, *_named(request.value))


def open_settle(request: Request, court_id: str, question: str) -> Reply:
    """Open the form for a question; explain how it stands if it was settled meanwhile."""
    book = request.desk.book
    with request.desk.look() as session:
        court = find_court(session, book, request.who, court_id)
        settling.must_arise(book, question, court)
        standing = settlement_standing(session, court.id, question)
        if standing:
            return _told(request, _already(request, standing))
        spot = spot_of(session, book, court, question, visible_cases(session, request.who))
        shown = question_shown(session, book, spot)
    seen = {reading.name: digest(reading.moving) for reading in shown.readings}
    return Reply(view=settle_form(shown, memo=request.memo_of(key=shown.key, seen=seen)), in_place=request.in_modal)


def open_reverse(request: Request, court_id: str, question: str) -> Reply:
    """Open the form that reverses what was settled; explain if it is open."""
    with request.desk.look() as session:
        court = find_court(session, request.desk.book, request.who, court_id)
        standing = settlement_standing(session, court.id, question)
        if standing is None:
            return _told(request, phrases.IS_OPEN.format(court=said(court_name(court.name))))
        shown = settled_shown(request.desk.book, court, standing)
        moving = _foreseen(session, request, court, question, _REVERSED)
    kept = request.memo_of(key=f"{court.id} {question}", seen={_REVERSED: digest(moving)})
    return Reply(view=reverse_form(shown, moving, memo=kept), in_place=request.in_modal)


def settle_submitted(request: Request) -> Reply:
    """Settle the question; refuse if what the person saw is not what would happen."""
    court_id, question = _named(request.memo["key"])
    reading, reason = request.fields["reading"], request.fields["reason"]
    with request.change() as change:
        court = find_court(change.session, change.book, request.who, court_id)
        _must_be_what_was_shown(change.session, request, court, question, reading)
        with reason_needed():
            done = settling.settle(change, court=court.id, question=question, reading=reading, reason=reason)
        ruling = Ruling(by=request.who.person_id, court=court, question=question, reading=reading, reason=reason)
        return told_of(change, ruling, done, request.who)


def reverse_submitted(request: Request) -> Reply:
    """Open the question again; refuse if what the person saw is not what would happen."""
    court_id, question = _named(request.memo["key"])
    reason = request.fields["reason"]
    with request.change() as change:
        court = find_court(change.session, change.book, request.who, court_id)
        _must_be_what_was_shown(change.session, request, court, question, _REVERSED)
        with reason_needed():
            done = settling.unsettle(change, court=court.id, question=question, reason=reason)
        ruling = Ruling(by=request.who.person_id, court=court, question=question, reading=None, reason=reason)
        return told_of(change, ruling, done, request.who)


def _listed(session: Session, request: Request, spots: Sequence[Spot], wanted: int | None, *, behind: str) -> Message:
    """Return one page of questions; only the dates of those that stand on it are counted through."""
    page = Page.of(len(spots), wanted)
    items = [item(session, request.desk.book, spot) for spot in spots[page.span]]
    command = f"/docket questions{behind}"
    return listing(phrases.QUESTIONS, items, page=page, command=command, empty=phrases.NO_QUESTIONS)


def _foreseen(session: Session, request: Request, court: Court, question: str, reading: str) -> list[DateLine]:
    """Return what a decision would move in the cases that the person may see."""
    keys = {case.key for case in visible_cases(session, request.who)}
    book = request.desk.book
    moved = settling.foresee(session, book, court=court.id, question=question, reading=reading or None, cases=keys)
    return moved_lines(session, moved)


def _must_be_what_was_shown(session: Session, request: Request, court: Court, question: str, reading: str) -> None:
    """Refuse to decide what nobody saw: a date may have changed since the form was opened."""
    if request.memo["seen"].get(reading) != digest(_foreseen(session, request, court, question, reading)):
        raise FieldError(next(iter(request.fields)), phrases.LAW_CHANGED_MEANWHILE)


def _court_and_question(request: Request, *, verb: str) -> tuple[str, str]:
    """Return the court and the question that were typed; the court may be left out where only one can be meant.

    Raises:
        LawError: if there is no such question.
        NoCourtHereError: if the person may see no case.
        WhichQuestionError: if no question was typed.
        WhichCourtError: if the question may be meant for several courts, or arises in none of those here.
    """
    book, typed = request.desk.book, unquoted(request.text)
    word, rest = first_word(typed)
    is_court = word.casefold() in {court.id for court in book.courts()}
    if not word or (is_court and not rest):
        raise WhichQuestionError(f"/docket {verb} {f'{word} ' if word else ''}kh-civil:roll")
    if is_court:
        return word.casefold(), book.question(rest).id
    question = book.question(typed).id
    with request.desk.look() as session:
        here = courts_of(book, cases_here(session, request.who) or visible_cases(session, request.who))
        if not here:
            raise NoCourtHereError
        concerned = [court for court in here if settling.arises(book, question, court)]
        known = [court for court in concerned if _is_known_in(session, request, court, question)]
    meant = [court.id for court in known or concerned or here]
    if len(meant) != 1:
        raise WhichCourtError(meant, f"/docket {verb} {next(iter(meant), 'kh-phnompenh')} {question}")
    return meant[0], question


def _is_known_in(session: Session, request: Request, court: Court, question: str) -> bool:
    """Return whether a question of a court is open under a date that the person may see, or settled."""
    spots = resting_in(session, request.desk.book, court, visible_cases(session, request.who))
    return question in {spot.question for spot in spots}


def _already(request: Request, standing: SettledQuestion) -> str:
    reading = reading_said(request.desk.book, standing.question, standing.reading)
    return phrases.ALREADY_SETTLED.format(
        by=named(standing.settled_by), reading=said(reading, 600), reason=said(standing.reason, 500)
    )


def _told(request: Request, text: str) -> Reply:
    return Reply(view=notice_page(text)) if request.in_modal else sentence(text)


def _named(key: str) -> tuple[str, str]:
    """Return the court and the question that a button or a form carries."""
    court, _, question = key.partition(" ")
    return court, question


VERBS: dict[str, Handle] = {"questions": show_questions, "settle": settle, "unsettle": unsettle}
"""What can be typed behind `/docket`."""

ACTIONS: dict[str, Handle] = {"law.settle": press_settle, "law.reverse": press_reverse}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {"law.settle": settle_submitted, "law.reverse": reverse_submitted}
"""What its forms do when they are submitted, by their callback_ids."""
