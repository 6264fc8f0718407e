"""Addresses: issued once, listed to their owner, rotated, revoked, and never written down."""

import json

import pytest
from sqlmodel import Session, select

from bot.calendars import feeds
from bot.calendars.errors import AddressTooLongError, NotInChannelError, NotYourFeedError, RevokedError, WhichFeedError
from bot.docket.desk import Desk
from bot.docket.errors import NotOnTheDocketError
from storage.calendars import Detail, Feed, Scope, live_feeds_of, number_of_feed
from storage.cases import Case
from storage.log import AuditEntry


def log_of(session: Session) -> list[AuditEntry]:
    return list(session.exec(select(AuditEntry).order_by(AuditEntry.id)))  # type: ignore[arg-type] # a column


def test_a_token_has_256_bits_and_is_kept_as_its_hash_alone(desk: Desk, issued: feeds.Issued) -> None:
    assert len(issued.token) == 43
    with desk.look() as session:
        kept = session.exec(select(Feed)).one()
        said = json.dumps([line.model_dump(mode="json") for line in log_of(session)])
    assert kept.token_hash == feeds.hash_of(issued.token)
    assert issued.token not in said + repr(kept) + repr(issued)
    assert kept.token_hash not in said


def test_issuing_is_logged(desk: Desk, issued: feeds.Issued) -> None:
    with desk.look() as session:
        line = log_of(session)[-1]
    assert (line.action, line.actor, line.subject) == ("feed.issued", "U_CLAIRE", f"feed {issued.feed.key}")
    assert line.details == {"person": "U_CLAIRE", "scope": "all", "scope_id": "", "detail": "full", "expires_at": None}


def test_two_addresses_never_have_the_same_token(desk: Desk, case: Case) -> None:
    assert case.key
    with desk.change(by="U_CLAIRE") as change:
        tokens = {feeds.issue(change, person_id="U_CLAIRE").token for _ in range(20)}
    assert len(tokens) == 20


def test_people_find_their_own_live_addresses_alone(desk: Desk, issued: feeds.Issued) -> None:
    with desk.change(by="U_MAYA") as change:
        theirs = feeds.issue(change, person_id="U_MAYA", detail=Detail.BUSY)
    with desk.look() as session:
        assert [feed.key for feed in live_feeds_of(session, "U_CLAIRE")] == [issued.feed.key]
        assert feeds.find(session, "U_CLAIRE", " 1 ").key == issued.feed.key
        assert feeds.find(session, "U_MAYA", "1").key == theirs.feed.key
        for said in ("2", "99", "one"):
            with pytest.raises(NotYourFeedError, match=r"/calendar list"):
                feeds.find(session, "U_CLAIRE", said)


def test_the_only_address_need_not_be_named_and_numbers_are_never_given_twice(desk: Desk, issued: feeds.Issued) -> None:
    with desk.look() as session:
        assert feeds.find(session, "U_CLAIRE", "").key == issued.feed.key
        with pytest.raises(NotYourFeedError, match=r"You have no calendar address\."):
            feeds.find(session, "U_MAYA", "")
    with desk.change(by="U_CLAIRE") as change:
        feeds.rotate(change, feed=change.session.merge(issued.feed))
        feeds.issue(change, person_id="U_CLAIRE")
    with desk.look() as session:
        assert [number_of_feed(session, feed) for feed in live_feeds_of(session, "U_CLAIRE")] == [2, 3]
        with pytest.raises(WhichFeedError, match=r"\(2, 3\)"):
            feeds.find(session, "U_CLAIRE", "")


def test_a_rotated_address_shows_the_same_under_another_token(desk: Desk, case: Case) -> None:
    with desk.change(by="U_CLAIRE") as change:
        old = feeds.issue(change, person_id="U_CLAIRE", scope=Scope.CASE, scope_id=case.ref, detail=Detail.ALIAS)
    with desk.change(by="U_CLAIRE") as change:
        new = feeds.rotate(change, feed=change.session.merge(old.feed))
    assert new.token != old.token
    assert (new.feed.scope, new.feed.scope_id, new.feed.detail) == (Scope.CASE, case.ref, Detail.ALIAS)
    with desk.look() as session:
        assert [feed.key for feed in live_feeds_of(session, "U_CLAIRE")] == [new.feed.key]
        assert [line.action for line in log_of(session)[-2:]] == ["feed.revoked", "feed.issued"]


def test_an_address_is_revoked_once(desk: Desk, issued: feeds.Issued) -> None:
    with desk.change(by="U_CLAIRE") as change:
        feeds.revoke(change, feed=change.session.merge(issued.feed))
    with desk.look() as session:
        feed = session.get_one(Feed, issued.feed.key)
        assert feed.revoked_at is not None
    with pytest.raises(RevokedError, match="was revoked already"), desk.change(by="U_CLAIRE") as change:
        feeds.rotate(change, feed=change.session.merge(feed))


def test_a_case_is_named_as_people_name_it(desk: Desk, khmer_case: Case) -> None:
    with desk.change(by="U_SOKHA") as change:
        by_alias = feeds.issue(change, person_id="U_SOKHA", scope=Scope.CASE, scope_id="kingfisher")
    assert by_alias.feed.scope_id == khmer_case.ref


def test_nobody_gets_an_address_of_what_they_may_not_see(desk: Desk, case: Case, khmer_case: Case) -> None:
    assert case.key
    with pytest.raises(NotOnTheDocketError), desk.change(by="U_CLAIRE") as change:
        feeds.issue(change, person_id="U_CLAIRE", scope=Scope.CASE, scope_id=khmer_case.ref)
    with pytest.raises(NotInChannelError, match="for its members"), desk.change(by="U_CLAIRE") as change:
        feeds.issue(change, person_id="U_CLAIRE", scope=Scope.CHANNEL, scope_id="C_KH")


def test_an_address_comes_in_three_forms() -> None:
    links = feeds.links("https://docket.example/adquem/", "T0-k_n")
    assert links.https == "https://docket.example/adquem/feeds/T0-k_n.ics"
    assert links.webcal == "webcal://docket.example/adquem/feeds/T0-k_n.ics"
    assert links.google == (
        "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fdocket.example%2Fadquem%2Ffeeds%2FT0-k_n.ics"
    )


def test_an_address_that_google_would_silently_refuse_is_refused_aloud() -> None:
    assert len(feeds.links(f"https://{'a' * 189}.ex", "t" * 43).webcal) == 255
    with pytest.raises(AddressTooLongError, match="256 characters"):
        feeds.links(f"https://{'a' * 190}.ex", "t" * 43)
