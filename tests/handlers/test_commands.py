"""What is typed in another order, or without its verb, is understood or asked about; none of it is passed over."""

import pytest

from bot.docket.desk import Desk
from bot.errors import AdQuemError
from handlers.refusals import shown
from storage.docket import deadline_by_ref
from tests.handlers import test_examples as pasted
from tests.handlers.sentences import labels

desk = pasted.desk


def told(desk: Desk, line: str) -> str:
    reply = pasted.answer(desk, line)
    return str(reply.view or reply.message or reply.notices)


def test_a_verb_may_stand_behind_the_short_id(desk: Desk) -> None:
    told(desk, "/deadline D1 done ECF No. 21")
    with desk.look() as session:
        done = deadline_by_ref(session, "D1")
    assert done
    assert (done.status, done.proof) == ("done", "ECF No. 21")


def test_a_short_id_alone_shows_what_it_names(desk: Desk) -> None:
    assert told(desk, "/deadline D1") == told(desk, "/deadline show D1")


def test_what_else_stands_behind_a_short_id_is_asked_about(desk: Desk) -> None:
    assert "Did you mean `/deadline done`" in told(desk, "/deadline D1 filed ECF No. 21")


def test_a_date_behind_a_short_id_means_another_date_for_it(desk: Desk) -> None:
    for line, verb in (("/hearing H2 {}4 June 2018 9:30am", "move"), ("/deadline D1 {}4 June 2018", "extend")):
        asked = pasted.answer(desk, line.format("")).message
        assert asked
        command, ref, rest = line.format("").split(" ", 2)
        assert labels(asked.blocks) == [f"Do {command} {verb} {ref} {rest}"]


def test_the_whole_docket_is_searched_for_a_short_id(desk: Desk) -> None:
    assert "1 found" in told(desk, "/docket D1")


@pytest.mark.parametrize(
    "line",
    [
        "/hearing {} 21 May 2018 10am Status conference",
        "/hearing {} next Friday at 10am Status conference",
        "/order {} 4 May 2018 Order denying the application",
        "/ruling {} 2018-05-04 Judgment",
        "/deadline {} 4 June 2018 Reply brief",
        "/hearing {} ថ្ងៃស្អែក ម៉ោង ៩ Argument",
    ],
)
def test_a_date_in_place_of_the_verb_means_to_add(desk: Desk, line: str) -> None:
    asked = pasted.answer(desk, line.format("").replace("  ", " ")).message
    assert asked
    assert f"Do {line.format('add')}"[:60] in labels(asked.blocks)[0]


@pytest.mark.parametrize(
    "line",
    [
        "/deadline list <!channel> & co",
        "/timeline <!channel> & co",
        "/deadline whatif D1 served 4 May 2018 by <!channel> & co",
        "/hearing edit H1 <!channel> & co",
    ],
)
def test_what_was_typed_is_repeated_as_it_was_typed(desk: Desk, line: str) -> None:
    with pytest.raises(AdQuemError) as refused:
        pasted.answer(desk, line)
    assert "&lt;!channel&gt;" in shown(str(refused.value))
    assert "&amp;lt;" not in shown(str(refused.value))


def test_what_is_no_date_gets_the_nearest_verb(desk: Desk) -> None:
    assert "/hearing add" not in told(desk, "/hearing lst")
    assert "/case add" not in told(desk, "/case 2018 A v. B")


def test_a_date_that_must_be_asked_about_is_asked_about_in_either_order(desk: Desk) -> None:
    asked = pasted.answer(desk, "/hearing H2 move 06/07/2018 9:30am notice").message
    assert asked
    assert len(labels(asked.blocks)) == len(("6 July", "7 June"))
