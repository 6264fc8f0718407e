"""`/docket questions`, `settle` and `unsettle`: what the law leaves open, and who settled it.

Whoever sees a case in a court may settle its questions, for all of that court. They are told of their own cases only;
what moved is told in each case's own channels, and to those who owe it.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket import settling
from bot.docket.courts import WhichCourtError, courts_of, find_court
from bot.docket.moving import Moved
from bot.docket.sight import cases_here, visible_cases
from bot.errors import AdQuemError
from bot.law import Court
from bot.rulebook import Rulebook
from handlers import phrases
from handlers.commands.command import Handle
from handlers.commands.rulings import Ruling, reason_needed, told_of
from handlers.law_words import date_line, moved_lines, question_said, reading_cited, reading_said
from handlers.reading import first_word, named_case, page_of, unquoted
from handlers.replies import FieldError, Reply, sentence
from handlers.requests import Request
from handlers.views.law import DateLine, LawItem, digest
from handlers.views.lists import Page, listing
from handlers.views.pages import notice_page
from handlers.views.questions import (
    QuestionShown,
    ReadingShown,
    SettledShown,
    question_item,
    reverse_form,
    settle_form,
)
from handlers.views.text import named, said
from storage.cases import Case
from storage.docket import Deadline
from storage.law import SettledQuestion, settlement_standing, settlements_of


class WhichQuestionError(AdQuemError):
    """A verb was typed without saying which question it is about, or with one that does not exist."""

    def __init__(self, example: str) -> None:
        super().__init__(phrases.SAY_THE_QUESTION.format(example=example))


def show_questions(request: Request) -> Reply:
    """List the open questions on which dates here rest, with both readings, and those that were settled."""
    text, wanted = page_of(request.text)
    with request.desk.look() as session:
        case, _ = named_case(session, request.who, text)
        cases = [case] if case else cases_here(session, request.who)
        shown = [
            item for court in courts_of(request.desk.book, cases) for item in _items(session, request, court, cases)
        ]
    page = Page.of(len(shown), wanted)
    command = f"/docket questions{f' {case.ref}' if case else ''}"
    told = listing(phrases.QUESTIONS, shown[page.span], page=page, command=command, empty=phrases.NO_QUESTIONS)
    return Reply(message=told, replaces=wanted is not None)


def settle(request: Request) -> Reply:
    """Open the form that settles a question; it shows what each reading would move."""
    if not request.text:
        return show_questions(request)
    court, question = _court_and_question(request, verb="settle")
    return open_settle(request, court, question)


def unsettle(request: Request) -> Reply:
    """Open the form that opens a settled question again."""
    court, question = _court_and_question(request, verb="unsettle")
    return open_reverse(request, court, question)


def press_settle(request: Request) -> Reply:
    """Open the form for the question that a button names; in a form, take its place."""
    court, _, question = request.value.partition(" ")
    return open_settle(request, court, question)


def press_reverse(request: Request) -> Reply:
    """Open the form that reverses what a button names."""
    court, _, question = request.value.partition(" ")
    return open_reverse(request, court, question)


def open_settle(request: Request, court_id: str, question: str) -> Reply:
    """Open the form for a question; explain how it stands if it was settled meanwhile."""
    book = request.desk.book
    with request.desk.look() as session:
        court = find_court(session, book, request.who, court_id)
        standing = settlement_standing(session, court.id, question)
        if standing:
            return _told(request, _already(request, standing))
        keys = {case.key for case in visible_cases(session, request.who)}
        resting = settling.open_questions(session, book, court=court.id, cases=keys).get(question, [])
        shown = _question(session, book, court=court, question=question, cases=keys, resting=resting)
    seen = {reading.name: digest(reading.moving) for reading in shown.readings}
    return Reply(view=settle_form(shown, memo=_memo(request, shown.key, seen)), in_place=request.in_modal)


def open_reverse(request: Request, court_id: str, question: str) -> Reply:
    """Open the form that reverses what was settled; explain if it is open."""
    with request.desk.look() as session:
        court = find_court(session, request.desk.book, request.who, court_id)
        standing = settlement_standing(session, court.id, question)
        if standing is None:
            return _told(request, phrases.IS_OPEN.format(court=said(court.name)))
        shown, moving = _settled(request, court, standing), _foreseen(session, request, court, question, None)
    memo = _memo(request, f"{court.id} {question}", {"": digest(moving)})
    return Reply(view=reverse_form(shown, moving, memo=memo), in_place=request.in_modal)


def settle_submitted(request: Request) -> Reply:
    """Settle the question; refuse if what the person saw is not what would happen."""
    court_id, _, question = request.memo["key"].partition(" ")
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
    court_id, _, question = request.memo["key"].partition(" ")
    reason = request.fields["reason"]
    with request.change() as change:
        court = find_court(change.session, change.book, request.who, court_id)
        _must_be_what_was_shown(change.session, request, court, question, None)
        with reason_needed():
            done = settling.unsettle(change, court=court.id, question=question, reason=reason)
        ruling = Ruling(by=request.who.person_id, court=court, question=question, reading=None, reason=reason)
        return told_of(change, ruling, done, request.who)


def _items(session: Session, request: Request, court: Court, cases: Sequence[Case]) -> list[LawItem]:
    """Return the open questions of a court on which dates of some cases rest, and then what is settled there."""
    keys = {case.key for case in cases}
    resting = settling.open_questions(session, request.desk.book, court=court.id, cases=keys)
    asked = [
        _question(session, request.desk.book, court=court, question=question, cases=keys, resting=deadlines)
        for question, deadlines in resting.items()
    ]
    settled = [_settled(request, court, row) for row in settlements_of(session, court.id)]
    return [*map(question_item, asked), *(shown.item for shown in settled)]


def _question(
    session: Session,
    book: Rulebook,
    *,
    court: Court,
    question: str,
    cases: Collection[int],
    resting: Sequence[Deadline],
) -> QuestionShown:
    """Return a question with the dates that each of its readings gives."""
    asked = book.question(question)
    return QuestionShown(
        id=question,
        court=court.id,
        court_name=court.name,
        sentence=question_said(book, question),
        readings=[
            ReadingShown(
                name=reading,
                text=reading_said(book, question, reading),
                cites=reading_cited(book, question, reading),
                dates=_dates(
                    session,
                    resting,
                    settling.foresee(session, book, court=court.id, question=question, reading=reading, cases=cases),
                ),
            )
            for reading in asked.readings
        ],
    )


def _dates(session: Session, resting: Sequence[Deadline], moved: Sequence[Moved]) -> list[DateLine]:
    """Return the date that a reading gives each deadline that rests on it: its present one, if it does not move."""
    new = {one.deadline.key: one.new for one in moved}
    all_of_them = {deadline.key: deadline for deadline in (*resting, *(one.deadline for one in moved))}
    in_order = sorted(all_of_them.values(), key=lambda deadline: (deadline.due, deadline.key))
    return [
        date_line(session, deadline, old=deadline.due, new=new.get(deadline.key, deadline.due)) for deadline in in_order
    ]


def _settled(request: Request, court: Court, row: SettledQuestion) -> SettledShown:
    book = request.desk.book
    return SettledShown(
        id=row.question,
        court=court.id,
        court_name=court.name,
        sentence=question_said(book, row.question),
        reading=reading_said(book, row.question, row.reading),
        by=row.settled_by,
        on=row.settled_at.astimezone(ZoneInfo(court.zone)).date(),
        reason=row.reason,
    )


def _foreseen(session: Session, request: Request, court: Court, question: str, reading: str | None) -> list[DateLine]:
    """Return what a decision would move in the cases that the person may see."""
    keys = {case.key for case in visible_cases(session, request.who)}
    book = request.desk.book
    moved = settling.foresee(session, book, court=court.id, question=question, reading=reading, cases=keys)
    return moved_lines(session, moved)


def _must_be_what_was_shown(
    session: Session, request: Request, court: Court, question: str, reading: str | None
) -> None:
    """Refuse to decide what nobody saw: a date may have changed since the form was opened."""
    now = digest(_foreseen(session, request, court, question, reading))
    if request.memo["seen"].get(reading or "") != now:
        raise FieldError(next(iter(request.fields)), phrases.LAW_CHANGED_MEANWHILE)


def _court_and_question(request: Request, *, verb: str) -> tuple[str, str]:
    """Return the court and the question that were typed; the court may be left out where only one can be meant.

    Raises:
        WhichQuestionError: if no question was typed.
        WhichCourtError: if the question may be meant for several courts.
    """
    book = request.desk.book
    word, rest = first_word(request.text)
    if not word:
        raise WhichQuestionError(f"/docket {verb} kh-civil:roll")
    with request.desk.look() as session:
        here = courts_of(book, cases_here(session, request.who) or visible_cases(session, request.who))
        if word.casefold() in {court.id for court in book.courts()}:
            if not rest:
                raise WhichQuestionError(f"/docket {verb} {word} kh-civil:roll")
            return word.casefold(), book.question(unquoted(rest)).id
        question = book.question(unquoted(request.text)).id
        meant = [court.id for court in here if _arises(session, request, court, question)] or [
            court.id for court in here
        ]
    if len(meant) != 1:
        raise WhichCourtError(meant, f"/docket {verb} {next(iter(meant), 'kh-phnompenh')} {question}")
    return meant[0], question


def _arises(session: Session, request: Request, court: Court, question: str) -> bool:
    """Return whether a question is open under a date here, or settled, in a court."""
    keys = {case.key for case in visible_cases(session, request.who)}
    resting = settling.open_questions(session, request.desk.book, court=court.id, cases=keys)
    return question in resting or settlement_standing(session, court.id, question) is not None


def _already(request: Request, standing: SettledQuestion) -> str:
    reading = reading_said(request.desk.book, standing.question, standing.reading)
    return phrases.ALREADY_SETTLED.format(
        by=named(standing.settled_by), reading=said(reading, 600), reason=said(standing.reason, 500)
    )


def _told(request: Request, text: str) -> Reply:
    return Reply(view=notice_page(text)) if request.in_modal else sentence(text)


def _memo(request: Request, key: str, seen: Mapping[str, str]) -> str:
    """Return what a form carries along: the court and the question, and what the person saw of each reading."""
    at_home = request.in_home or bool(request.memo.get("home"))
    return json.dumps({"channel": request.who.channel_id, "home": at_home, "key": key, "seen": dict(seen)})


VERBS: dict[str, Handle] = {"questions": show_questions, "settle": settle, "unsettle": unsettle}
"""What can be typed behind `/docket`."""

ACTIONS: dict[str, Handle] = {"law.settle": press_settle, "law.reverse": press_reverse}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {"law.settle": settle_submitted, "law.reverse": reverse_submitted}
"""What its forms do when they are submitted, by their callback_ids."""
