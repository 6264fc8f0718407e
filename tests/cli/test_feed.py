"""`adquem feed`: addresses where the bot runs, with the same rights as in Slack."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.calendars.feeds import hash_of
from bot.cli import main
from bot.clock import SystemClock
from bot.docket import cases, people
from bot.docket.desk import Desk
from bot.rulebook import Rulebook
from storage.calendars import Detail, Feed, Scope
from storage.store import Store


@pytest.fixture
def docket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, book: Rulebook) -> Store:
    """A docket with a case in Maya's channel, and one that she may not see."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("ADQUEM_DATA", str(tmp_path))
    monkeypatch.setenv("PUBLIC_URL", "https://docket.example/adquem")
    store = Store.at(tmp_path / "docket.db")
    store.migrate()
    with Desk(store=store, clock=SystemClock(), book=book).change(by="U0DARA") as change:
        for person, name in (("U0MAYA", "Maya Chen"), ("U0DARA", "Sok Dara"), ("U1DARA", "Sok Dara")):
            people.meet(change.session, person_id=person, name=name, zone="UTC")
        people.joined(change.session, person_id="U0MAYA", channel_id="C0US")
        for number, channel_id in (("1", "C0US"), ("2", "C0OTHER")):
            cases.open_case(change, court="cand", docket_number=number, caption="A v. B", channel_id=channel_id)
    return store


def feeds(store: Store) -> list[Feed]:
    with store.reading() as session:
        return list(session.exec(select(Feed)).all())


def test_an_address_is_issued_and_shown_once(docket: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feed", "issue", "--person", "maya chen"]) == 0
    told = capsys.readouterr().out
    (feed,) = feeds(docket)
    token = told.partition("https://docket.example/adquem/feeds/")[2].partition(".ics")[0]
    assert hash_of(token) == feed.token_hash
    assert "webcal://docket.example" in told
    assert (feed.person_id, feed.scope, feed.detail, feed.expires_at) == ("U0MAYA", Scope.ALL, Detail.FULL, None)
    main(["feed", "list"])
    assert token not in capsys.readouterr().out


def test_it_shows_what_was_asked_for(docket: Store) -> None:
    words = ["--detail", "busy", "--days", "30", "--alarm", "60", "--title", "Telephone"]
    assert main(["feed", "issue", "--person", "U0MAYA", "--case", "c1", *words]) == 0
    assert main(["feed", "issue", "--person", "U0MAYA", "--channel", "C0US"]) == 0
    first, second = feeds(docket)
    assert (first.scope, first.scope_id, first.detail, first.alarm) == (Scope.CASE, "C1", Detail.BUSY, 60)
    assert first.expires_at
    assert first.expires_at - first.created_at == timedelta(days=30)
    assert (second.scope, second.scope_id) == (Scope.CHANNEL, "C0US")


def test_the_list_tells_each_address_and_no_secret(docket: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feed", "list"]) == 0
    assert capsys.readouterr().out == "There is no calendar address.\n"
    main(["feed", "issue", "--person", "U0MAYA", "--title", "Telephone", "--days", "1"])
    with docket.writing() as session:
        feed = session.exec(select(Feed)).one()
        feed.last_seen_at, feed.last_client = feed.created_at, "Thunderbird"
    capsys.readouterr()
    assert main(["feed", "list", "--person", "Maya Chen"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Maya Chen (U0MAYA) 1 “Telephone”: all, full, ends ")
    assert told.rstrip().endswith("UTC by Thunderbird")


def test_an_address_is_replaced_and_let_go(docket: Store, capsys: pytest.CaptureFixture[str]) -> None:
    main(["feed", "issue", "--person", "U0MAYA"])
    assert main(["feed", "rotate", "1", "--person", "U0MAYA"]) == 0
    assert "https://docket.example/adquem/feeds/" in capsys.readouterr().out
    assert main(["feed", "revoke", "2", "--person", "U0MAYA"]) == 0
    assert "Address 2 of U0MAYA shows nothing any more." in capsys.readouterr().out
    assert all(feed.revoked_at for feed in feeds(docket))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["issue", "--person", "Nobody"], "Nobody here is called “Nobody”"),
        (["issue", "--person", "sok dara"], "2 people are called"),
        (["issue", "--person", "U0MAYA", "--case", "C2"], "C2"),
        (["issue", "--person", "U0MAYA", "--channel", "C0OTHER"], "is for its members"),
        (["revoke", "7", "--person", "U0MAYA"], "has no address 7"),
    ],
)
def test_what_is_not_known_or_not_allowed_is_said(
    docket: Store, words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feed", *words]) == 1
    assert says in capsys.readouterr().err
    assert feeds(docket) == []


def test_without_an_address_of_the_server_none_is_made(
    docket: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("PUBLIC_URL")
    assert main(["feed", "issue", "--person", "U0MAYA"]) == 1
    assert "PUBLIC_URL is not set" in capsys.readouterr().err
    assert feeds(docket) == []


@pytest.mark.parametrize(
    ("url", "says"),
    [("mysql://x", "DATABASE_URL"), ("postgresql+psycopg://nobody@127.0.0.1:9/none", "cannot be read")],
)
def test_a_database_that_is_wrong_is_said(
    url: str, says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    assert main(["feed", "list"]) == 2
    assert says in capsys.readouterr().err


def test_an_address_that_programs_refuse_is_neither_made_nor_takes_the_place_of_another(
    docket: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["feed", "issue", "--person", "U0MAYA"])
    monkeypatch.setenv("PUBLIC_URL", f"https://docket.example/{'p' * 200}")
    assert main(["feed", "issue", "--person", "U0MAYA"]) == 1
    assert main(["feed", "rotate", "1", "--person", "U0MAYA"]) == 1
    assert "refuse more than 255" in capsys.readouterr().err
    (only,) = feeds(docket)
    assert only.revoked_at is None


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "9" * 40])
@pytest.mark.parametrize(("option", "most"), [("--days", "36,500"), ("--alarm", "10,080")])
def test_numbers_are_numbers_within_reason(
    option: str, most: str, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for typed in (number, str(int(most.replace(",", "")) + 1)):
        with pytest.raises(SystemExit):
            main(["feed", "issue", "--person", "U0MAYA", option, typed])
        assert f"from 1 to {most}" in capsys.readouterr().err
