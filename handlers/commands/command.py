"""What a slash command is, and how the verb behind it is found."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.when import Past, Refuse, take_date
from handlers import examples, phrases
from handlers.commands.nearest import DESTRUCTIVE, meant, nearest
from handlers.reading import first_word
from handlers.replies import Reply, sentence
from handlers.requests import Request
from handlers.views.blocks import actions, button, message, section
from handlers.views.lists import Continuation
from handlers.views.pages import help_page
from handlers.views.text import said

Handle = Callable[[Request], Reply]
_WHOLE = "/docket"
WHOLE_VERBS = frozenset({"search", "undo", "audit", "closed", "settings", "away", "language", "export", "import"})
"""What `/docket` does for all commands: whoever types it behind another one is led there."""
_REF = re.compile(r"[A-Za-z]\d+")
_LOOK_UP = ("show", "search")
_REDATE = ("move", "extend")
"""What gives a thing another date: meant by whoever types one behind its short id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One slash command.

    Args:
        bare: answers it when nothing is typed behind it.
        verbs: what can be typed first; each reads the rest.
        otherwise: answers what begins with no verb, if the command takes such a thing (`/timeline us`).
        is_dated: what it adds begins with a date, so that a date in place of a verb says what was meant.
    """

    name: str
    bare: Handle
    verbs: Mapping[str, Handle]
    otherwise: Handle | None = None
    is_dated: bool = False

    def answer(self, request: Request) -> Reply:
        """Answer a request: run its verb, or show the nearest one."""
        word, rest = first_word(request.text)
        verb = word.casefold()
        if not verb:
            return self.bare(request)
        if verb == "help" or (verb in self.verbs and rest.strip().casefold() == "help"):
            return help_for(self.name, request)
        if verb in self.verbs:
            return self.verbs[verb](request.rest(rest))
        if _REF.fullmatch(word) and (looked_up := next((verb for verb in _LOOK_UP if verb in self.verbs), "")):
            return self._about(request, word, rest, looked_up=looked_up)
        if self.otherwise:
            return self.otherwise(request)
        is_to_add = self.is_dated and _begins_with_a_date(request)
        return self._guess(word, "add", request.text) if is_to_add else self._suggestion(word, rest)

    def _about(self, request: Request, ref: str, rest: str, *, looked_up: str) -> Reply:
        """Answer what begins with a short id: look it up, or do what the verb behind it says."""
        word, details = first_word(rest)
        verb = word.casefold()
        if not verb:
            return self.verbs[looked_up](request)
        if verb in self.verbs:
            return self.verbs[verb](request.rest(f"{ref} {details}".strip()))
        redated = next((verb for verb in _REDATE if verb in self.verbs), "")
        if redated and _begins_with_a_date(request.rest(rest)):
            return self._guess(word, redated, f"{ref} {rest}")
        return self._suggestion(word, f"{ref} {details}")

    def _suggestion(self, word: str, rest: str) -> Reply:
        """Ask whether another verb was meant, here or behind `/docket`."""
        elsewhere = () if self.name == _WHOLE else WHOLE_VERBS
        verb, is_elsewhere = meant(word.casefold(), self.verbs, elsewhere=elsewhere)
        return self._guess(word, verb, rest, command=_WHOLE if is_elsewhere else self.name)

    def _guess(self, word: str, verb: str, rest: str, *, command: str = "") -> Reply:
        """Ask whether a line was meant; a button runs it if it harms nothing."""
        line = f"{command or self.name} {verb} {rest}".strip()
        told = phrases.UNKNOWN_VERB_ELSEWHERE if command == _WHOLE != self.name else phrases.UNKNOWN_VERB
        text = told.format(command=self.name, said=said(word, 40), nearest=verb, line=said(line, 80))
        run = Continuation(line=line)
        if verb in DESTRUCTIVE or not run.fits:
            return sentence(text)
        label = phrases.RUN_NEAREST.format(line=line)
        return Reply(message=message(section(text), actions(button(label, "command.run.nearest", run.value))))


def _begins_with_a_date(request: Request) -> bool:
    reading, rest = take_date(request.text, now=request.desk.clock.now(), zone="UTC", past=Past.ALLOW)
    return not isinstance(reading, Refuse) or rest != request.text.strip()


def help_for(name: str, request: Request) -> Reply:
    """Return the examples of a command. Whoever pastes one changes nothing that they cannot see."""
    with request.desk.look() as session:
        named = examples.subjects(session, request)
    shown = [(line.format(**named), says.format(**named)) for line, says in phrases.HELP[name]]
    return Reply(message=help_page(name, shown, list(phrases.HELP)))


def unknown(request: Request) -> Reply:
    """Answer a command that is not ours (the manifest knows more than this version does)."""
    word = request.line.split(" ", 1)[0]
    return sentence(phrases.UNKNOWN_COMMAND.format(said=said(word, 40), nearest=f"{nearest(word, phrases.HELP)} help"))
