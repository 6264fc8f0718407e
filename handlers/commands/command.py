"""What a slash command is, and how the verb behind it is found."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from handlers import examples, phrases
from handlers.reading import first_word
from handlers.replies import Reply, sentence
from handlers.requests import Request
from handlers.views.pages import help_page
from handlers.views.text import said

Handle = Callable[[Request], Reply]
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
        return sentence(
            phrases.UNKNOWN_VERB.format(command=self.name, said=said(word, 40), nearest=nearest(verb, self.verbs))
        )


def nearest(word: str, known: Mapping[str, object]) -> str:
    """Return the known word that looks most like what was typed."""
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.0)), next(iter(known)))


def help_for(name: str, request: Request) -> Reply:
    """Return the examples of a command. Whoever pastes one changes nothing that they cannot see."""
    with request.desk.look() as session:
        named = examples.subjects(session, request)
    shown = [(line.format(**named), says) for line, says in phrases.HELP[name]]
    return Reply(message=help_page(name, shown, list(phrases.HELP)))


def unknown(request: Request) -> Reply:
    """Answer a command that is not ours (the manifest knows more than this version does)."""
    word = request.line.split(" ", 1)[0]
    return sentence(phrases.UNKNOWN_COMMAND.format(said=said(word, 40), nearest=f"{nearest(word, phrases.HELP)} help"))
