"""`/docket import`: a file from elsewhere, looked at line by line, then saved in one change."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.docket.sight import cases_here, find_case, visible_cases
from bot.errors import AdQuemError
from bot.importing import MOST_BYTES, Alike, Imported, Plan, UnreadableFileError, do, plan_import
from bot.importing import read_contents as contents_of
from bot.importing.reading import setting_of
from handlers import facts, phrases
from handlers.announcing import to_channels
from handlers.commands.command import Handle
from handlers.downloading import NotFetchedError, fetched
from handlers.reading import first_word
from handlers.replies import FieldError, Reply, sentence
from handlers.requests import Request
from handlers.views.blocks import Message, plainly
from handlers.views.importing import EVEN_SO, WITH_DEADLINES, import_form, import_preview
from handlers.views.text import named
from storage.cases import Case

_MOST_REFS = 20
_KEPT = ("id", "user", "size", "url_private", "url_private_download")


def open_import(request: Request) -> Reply:
    """Open the form that asks for a file; the case that was named, or is followed here, is chosen in it."""
    word, _ = first_word(request.text)
    with request.desk.look() as session:
        chosen = find_case(session, request.who, word) if word else None
        here = list(cases_here(session, request.who))
        cases = visible_cases(session, request.who)
        lines = facts.case_lines(request.desk.book, [*here, *(case for case in cases if case not in here)])
    if not lines:
        return sentence(phrases.NOT_SEEN_CASE)
    preferred = chosen or (here[0] if len(here) == 1 else None)
    memo = request.memo_of()
    return Reply(view=import_form(lines, chosen=preferred.ref if preferred else None, memo=memo))


def read(request: Request) -> Reply:
    """Show what the file that was chosen, or the lines that were pasted, would do."""
    file = _chosen_file(request)
    text = _text(request)
    if bool(file) == bool(text):
        raise FieldError("text" if text else _file_field(request), phrases.IMPORT_NEEDS_ONE)
    content = _content(file, text, field=_file_field(request) if file else "text")
    with request.desk.look() as session:
        case = find_case(session, request.who, request.fields["case"])
        try:
            plan = _planned(session, request, case, content)
        except UnreadableFileError as error:
            raise FieldError(_file_field(request) if file else "text", str(error)) from error
        return _preview(request, plan, file=file, text=text)


def save(request: Request) -> Reply:
    """Import what was shown; if anything else would be done by now, show that instead."""
    memo, text = request.memo, _text(request)
    file = memo.get("file") or {}
    content = _content(file, text, field=_first_field(request))
    with request.desk.look() as session:
        case = find_case(session, request.who, memo["case"])
        try:
            shown = _planned(session, request, case, content)
        except UnreadableFileError as error:
            raise _trouble(_first_field(request), str(error)) from error
        if shown.mark != memo["mark"]:
            return _preview(request, shown, file=file, text=text, told=phrases.IMPORT_OTHERWISE)
    chosen = request.fields.get("choose") or ()
    if shown.faults and EVEN_SO not in chosen:
        raise FieldError("choose", phrases.IMPORT_TICK_OR_CORRECT)
    return _saved(request, content, even_so=bool(shown.faults), with_deadlines=WITH_DEADLINES in chosen)


def _saved(request: Request, content: bytes, *, even_so: bool, with_deadlines: bool) -> Reply:
    alike = Alike(request.fields.get("alike") or Alike.ASK)
    with request.change() as change:
        case = find_case(change.session, request.who, request.memo["case"])
        shown = _planned(change.session, request, case, content)
        plan = _planned(change.session, request, case, content, alike=alike)
        expected = plan.mark if shown.mark == request.memo["mark"] else ""
        done = do(change, plan, shown=expected, even_so=even_so, with_deadlines=with_deadlines)
        notices = (
            to_channels(change.session, [case.key], lambda _: _announced(request, case, done)) if done.refs else ()
        )
    told = phrases.IMPORT_DONE.format(case=case.ref, done=_done(done)) if done.refs else phrases.IMPORT_LEFT_ALL
    return Reply(message=plainly(told), stale=(*done.changed, *done.moved), notices=notices)


def _planned(session: Session, request: Request, case: Case, content: bytes, *, alike: Alike = Alike.ASK) -> Plan:
    setting = setting_of(session, request.desk.book, case, now=request.desk.clock.now())
    return plan_import(session, request.desk.book, case, contents_of(content, case, setting), alike=alike)


def _preview(request: Request, plan: Plan, *, file: Mapping[str, Any], text: str, told: str = "") -> Reply:
    kept = {name: file[name] for name in _KEPT if name in file}
    view = import_preview(
        plan,
        zone=request.desk.book.court(plan.case.court).zone,
        now=request.desk.clock.now(),
        text=text,
        memo=request.memo_of(case=plan.case.ref, mark=plan.mark, file=kept),
        told=told,
    )
    return Reply(view=view, in_place=True)


def _chosen_file(request: Request) -> Mapping[str, Any]:
    """Return the file that was uploaded into the form, as Slack tells of it; nothing if there is none."""
    held: Mapping[str, Any] = request.body["view"].get("state", {}).get("values", {}).get("file") or {}
    files = next((each.get("files") for each in held.values()), None) or []
    if len(files) > 1:
        raise FieldError("file", phrases.IMPORT_ONE_FILE)
    file: Mapping[str, Any] = files[0] if files else {}
    if file and file.get("user") != request.who.person_id:
        raise FieldError("file", phrases.IMPORT_NOT_YOURS)
    return file


def _content(file: Mapping[str, Any], text: str, *, field: str) -> bytes:
    """Return what is to be read.

    Raises:
        FieldError, AdQuemError: if the file cannot be had.
    """
    if not file:
        return text.encode()
    too_long = phrases.IMPORT_TOO_LONG.format(kilobytes=f"{MOST_BYTES // 1000:,}")
    if int(file.get("size") or 0) > MOST_BYTES:
        raise _trouble(field, too_long)
    try:
        content = fetched(file, most=MOST_BYTES)
    except NotFetchedError as error:
        raise _trouble(field, str(error)) from error
    if len(content) > MOST_BYTES:
        raise _trouble(field, too_long)
    return content


def _text(request: Request) -> str:
    return str(request.fields.get("text") or "").strip()


def _file_field(request: Request) -> str:
    """Return the field for the file; where Slack refuses files there is only the one for the text."""
    return "file" if "file" in request.fields else "text"


def _first_field(request: Request) -> str:
    """Return a field of the page under which a sentence can stand; nothing if it has none."""
    return next(iter(request.fields), "")


def _trouble(field: str, told: str) -> Exception:
    """Return a sentence under a field, or by itself where there is no field."""
    return FieldError(field, told) if field else AdQuemError(told)


def _done(done: Imported) -> str:
    parts = [
        (phrases.IMPORT_DONE_NEW, done.new),
        (phrases.IMPORT_DONE_CHANGED, done.changed),
        (phrases.IMPORT_DONE_STARTED, done.started),
        (phrases.IMPORT_DONE_MOVED, done.moved),
    ]
    return "; ".join(template.format(refs=_named(refs)) for template, refs in parts if refs)


def _named(refs: list[str]) -> str:
    shown, more = ", ".join(refs[:_MOST_REFS]), len(refs) - _MOST_REFS
    return phrases.IMPORT_AND_MORE.format(refs=shown, count=more) if more > 0 else shown


def _announced(request: Request, case: Case, done: Imported) -> Message:
    return plainly(phrases.IMPORT_ANNOUNCED.format(by=named(request.who.person_id), case=case.ref, done=_done(done)))


VERBS: dict[str, Handle] = {"import": open_import}
"""What it adds to `/docket`."""

ACTIONS: dict[str, Handle] = {}
"""What its buttons do: it has none."""

SUBMISSIONS: dict[str, Handle] = {"import.read": read, "import.save": save}
"""What its forms do when they are submitted, by their callback_ids."""
