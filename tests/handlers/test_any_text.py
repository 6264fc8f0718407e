"""Whatever is typed behind a command gets an answer, and every answer says what to do next.

`ADQUEM_TEXTS=100000 pytest -n0 --no-cov tests/handlers/test_any_text.py` throws that many; the suite throws few.
"""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import PracticeClock
from bot.docket import cases, deadlines, entries, hearings
from bot.docket.desk import Desk
from bot.errors import AdQuemError
from bot.law import LawError
from bot.rulebook import Rulebook
from handlers import mentions, phrases
from handlers.commands import COMMANDS
from handlers.commands.command import Handle
from handlers.refusals import refusal
from handlers.replies import FieldError, Question, Reply
from handlers.requests import Request, from_command
from storage.docket import EntryKind
from storage.store import Store
from tests.conftest import MORNING
from tests.handlers.sentences import mention
from tests.judges import limits

TEXTS = int(os.environ.get("ADQUEM_TEXTS", "250"))
FRESH = 400
"""After so many texts the docket begins anew, so that what they record does not pile up."""
_VERBS = sorted({verb for command in COMMANDS.values() for verb in command.verbs} | {"help", "page", "ad", "shwo"})
_PIECES = [
    *_VERBS,
    *("C1", "C2", "C9", "c1", "H1", "H99", "O1", "R1", "D1", "D2", "D999", "d1", "F1", "S1", "N1", "X1", "D", "H0"),
    *("30 April 2018", "1 June 2018", "31 June 2018", "4/5/2018", "next Friday", "tomorrow", "Friday", "in 14 days"),
    *("9:30am", "at 9", "noon", "midnight", "2:30am", "25:00", "PT", "Paris", "10 court days after 4 May 2018"),
    *("page 2", "page 0", "page 9999", "us", "kh", "2018", "2017-2018", "2018-2017", "cand", "kh-phnompenh", "nowhere"),
    *("3:18-mc-80024-SK", "Rainsy v. Facebook", '"quoted reason"', '"', "“open", "ECF No. 21", "https://x.example/1"),
    *(
        "<@U0MAYA>",
        "<@U0MAYA|maya>",
        "<#C0US|us>",
        "<!channel>",
        "&amp;",
        "*bold*",
        "`code`",
        "~",
        "|",
        "\\",
        "%s",
        "{0}",
    ),
    *(
        "{ref}",
        "ថ្ងៃស្អែក",
        "ម៉ោង ៩",
        "ចំណងជើង",
        "\u200b",
        "\u202e",
        "\x00",
        "😀",
        "é",
        "-",
        "--",
        "?",
        ";",
        "' OR 1=1",
        "1e9",
    ),
    *(
        "Oral argument",
        "Order denying the application",
        "because",
        "until",
        "km",
        "en",
        "on",
        "off",
        "all",
        "me",
        "csv",
        "pdf",
    ),
]
texts = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=8).map(" ".join),
    st.tuples(st.sampled_from(_VERBS), st.lists(st.sampled_from(_PIECES), max_size=6).map(" ".join)).map(" ".join),
    st.tuples(st.sampled_from(_VERBS), st.text(max_size=60)).map(" ".join),
    st.text(max_size=120),
    st.sampled_from(_PIECES).map(lambda piece: piece * 300),
)
_numbers = count(1)


@dataclass
class Office:
    """A docket with one of everything, made anew now and then."""

    template: Path
    folder: Path
    book: Rulebook
    used: int = FRESH
    desks: list[Desk] = field(default_factory=list)

    def desk(self) -> Desk:
        """Return the desk at which the next text is typed."""
        if self.used >= FRESH:
            self._begin_anew()
        self.used += 1
        return self.desks[-1]

    def _begin_anew(self) -> None:
        self.close()
        path = self.folder / f"{next(_numbers)}.db"
        shutil.copy(self.template, path)
        desk = Desk(store=Store.at(path), clock=PracticeClock(MORNING), book=self.book)
        _fill(desk)
        self.desks, self.used = [desk], 0

    def close(self) -> None:
        """Leave the desk."""
        for desk in self.desks:
            desk.store.close()


def _fill(desk: Desk) -> None:
    with desk.change(by="U0DARA") as change:
        us = cases.open_case(
            change, court="cand", docket_number="3:18-mc-80024-SK", caption="Rainsy v. Facebook", channel_id="C0US"
        )
        kh = cases.open_case(change, court="kh-phnompenh", docket_number="77", caption="Case", channel_id="C0US")
        day = date(2018, 5, 4)
        order = entries.record(
            change, case=us, kind=EntryKind.ORDER, title="Order", on_date=day, trigger="order.nondispositive"
        )
        for answer in change.book.triggered(court="cand", trigger="order.nondispositive", on=day):
            deadlines.adopt(change, case=us, entry=order, answer=answer)
        for case in (us, kh):
            hearings.schedule(change, case=case, title="Argument", starts_at=change.now + timedelta(days=9))


@pytest.fixture
def office(sqlite_template: Path, tmp_path: Path, book: Rulebook) -> Iterator[Office]:
    found = Office(template=sqlite_template, folder=tmp_path, book=book)
    yield found
    found.close()


def typed(desk: Desk, name: str, text: str) -> Request:
    body = {
        "command": name,
        "text": text,
        "user_id": "U0MAYA",
        "channel_id": "C0US",
        "trigger_id": f"t{next(_numbers)}",
    }
    return from_command(body, desk)


def answered(handle: Handle, request: Request) -> Reply:
    """Return what the guard would have told, but let what it would have hidden be seen."""
    try:
        return handle(request)
    except Question as question:
        return question.reply
    except FieldError as error:
        return Reply(errors={error.name: str(error)})
    except (AdQuemError, LawError) as error:
        return refusal(request, error)


def has_a_next_step(reply: Reply) -> bool:
    """Tell whether an answer opens something, did something, or tells what to press or type."""
    if reply.view or reply.errors or reply.cards or reply.notices:
        return True
    if reply.message is None:
        return False
    pressable = any(block["type"] == "actions" or "accessory" in block for block in reply.message.blocks)
    words = " ".join(str(block.get("text", "")) + str(block.get("elements", "")) for block in reply.message.blocks)
    return (
        pressable
        or "`" in words
        or re.search(r"\b(?:type|press|pick|name|write|choose|say|ask|try|invite)\b", words, re.IGNORECASE) is not None
    )


@settings(max_examples=TEXTS, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(COMMANDS)), text=texts)
def test_whatever_is_typed_behind_a_command_is_answered_with_a_next_step(office: Office, name: str, text: str) -> None:
    reply = answered(COMMANDS[name].answer, typed(office.desk(), name, text))
    assert has_a_next_step(reply), (name, text, reply)
    assert phrases.OUR_FAULT not in str(reply), (name, text)
    if reply.message:
        assert not list(limits.of_message(reply.message.blocks, reply.message.text)), (name, text)
    if reply.view:
        assert not list(limits.of_view(reply.view)), (name, text)


@settings(
    max_examples=max(TEXTS // 5, 100),
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=texts)
def test_whatever_is_said_to_the_bot_is_answered_with_a_next_step(office: Office, text: str) -> None:
    said = mention(office.desk(), text)
    reply = answered(lambda request: Reply(message=mentions.answer(request)), said)
    assert has_a_next_step(reply), (text, reply)
    assert phrases.OUR_FAULT not in str(reply), text
    assert reply.message
    assert not list(limits.of_message(reply.message.blocks, reply.message.text)), text
