"""What a slash command is, and how the verb behind it is found."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One slash command.

    Args:
        bare: answers it when nothing is typed behind it.
        verbs: what can be typed first; each reads the rest.
        otherwise: answers what begins with no verb, if the command takes such a thing (`/timeline us`).
    """

    name: str
    bare: Handle
    verbs: Mapping[str, Handle]
    otherwise: Handle | None = None

    def answer(self, request: Request) -> Reply:
        """Answer a request: run its verb, or show the nearest one."""
        word, rest = first_word(request.text)
        verb = word.casefold()
        if not verb:
            return self.bare(request)
        if verb == "help":
            return help_for(self.name, request)
        if verb in self.verbs:
            return self.verbs[verb](request.rest(rest))
        if _REF.fullmatch(word) and "show" in self.verbs:
            return self.verbs["show"](request)
        if self.otherwise:
            return self.otherwise(request)
        return self._suggestion(word, rest)

    def _suggestion(self, word: str, rest: str) -> Reply:
        """Ask whether another verb was meant, here or behind `/docket`; a button runs it if it harms nothing."""
        elsewhere = () if self.name == _WHOLE else WHOLE_VERBS
        verb, is_elsewhere = meant(word.casefold(), self.verbs, elsewhere=elsewhere)
        command = _WHOLE if is_elsewhere else self.name
        line = f"{command} {verb} {rest}".strip()
        told = phrases.UNKNOWN_VERB_ELSEWHERE if is_elsewhere else phrases.UNKNOWN_VERB
        text = told.format(command=self.name, said=said(word, 40), nearest=verb, line=said(line, 80))
        run = Continuation(line=line)
        if verb in DESTRUCTIVE or not run.fits:
            return sentence(text)
        label = phrases.RUN_NEAREST.format(line=line)
        return Reply(message=message(section(text), actions(button(label, "command.run.nearest", run.value))))


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
