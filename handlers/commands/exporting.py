"""`/docket export`: the docket as a file, for whoever asks and nobody else."""

from collections.abc import Sequence

from bot import exporting
from bot.docket.sight import cases_here
from bot.exporting import Format, NotByCodeNameError
from bot.timeline import Naming
from handlers import phrases
from handlers.commands.naming import naming_and_rest
from handlers.reading import first_word, named_case
from handlers.replies import Attachment, Reply, sentence
from handlers.requests import Request
from handlers.views.blocks import actions, button, message, section
from handlers.views.lists import Continuation
from handlers.views.text import said
from handlers.views.timeline import case_refs
from storage.cases import Case


def export(request: Request) -> Reply:
    """Send the docket of the cases here, or of one that is named, to whoever asks; the log remembers who did."""
    word, rest = first_word(request.text)
    if not word:
        return _which_format()
    if word.casefold() not in tuple(Format):
        return sentence(phrases.EXPORT_UNKNOWN.format(said=said(word, 40)))
    as_a = Format(word.casefold())
    naming, rest = naming_and_rest(rest)
    if as_a is Format.JSON and not naming.tells:
        raise NotByCodeNameError
    with request.desk.look() as session:
        case, left = named_case(session, request.who, rest)
        cases = [case] if case else list(cases_here(session, request.who))
    if left:
        return sentence(phrases.EXPORT_UNKNOWN.format(said=said(left, 40)))
    if not cases:
        return sentence(phrases.EXPORT_NO_CASES)
    _note(request, cases, as_a, naming)
    named = {"cases": case_refs(cases), "format": phrases.EXPORT_FORMATS[as_a]}
    attachment = _attachment(request, cases, as_a=as_a, naming=naming, named=named)
    return Reply(message=sentence(phrases.EXPORT_COMES.format(**named)).message, attachments=(attachment,))


def _which_format() -> Reply:
    lines = [Continuation(line=f"/docket export {as_a}") for as_a in Format]
    buttons = [
        button(phrases.EXPORT_FORMATS[as_a], f"command.run.{number}", line.value)
        for number, (as_a, line) in enumerate(zip(Format, lines, strict=True))
    ]
    return Reply(message=message(section(phrases.EXPORT_AS), actions(*buttons)))


def _note(request: Request, cases: Sequence[Case], as_a: Format, naming: Naming) -> None:
    """Write down in the log, case by case, who took what with them."""
    with request.change() as change:
        for case in cases:
            change.log("docket.exported", subject=case.ref, case_id=case.key, format=as_a.value, names=naming.value)


def _attachment(
    request: Request, cases: Sequence[Case], *, as_a: Format, naming: Naming, named: dict[str, str]
) -> Attachment:
    desk, person, now = request.desk, request.who.person_id, request.desk.clock.now()

    def content() -> bytes:
        with desk.look() as session:
            return exporting.export(session, desk.book, cases, as_a=as_a, now=now, by=person, naming=naming)

    return Attachment(
        name=exporting.file_name(cases, as_a=as_a, now=now),
        title=phrases.EXPORT_TITLE.format(**named),
        content=content,
        words=phrases.EXPORT_WORDS.format(**named),
        refused=phrases.EXPORT_REFUSED.format(format=as_a.value),
    )
