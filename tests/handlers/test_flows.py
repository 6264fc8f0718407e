"""What people do, and what they do wrong: every answer has a next step, and nothing happens twice."""

import pytest
from sqlmodel import select

from bot.practice import Actor
from bot.practice.people.actor import whole_text
from handlers import phrases
from storage.docket import deadline_by_ref, deadlines_of, entries_of, entry_by_ref
from storage.log import AuditEntry
from tests.handlers.conftest import Team
from tests.handlers.test_main_story import record_the_order


def answer_to(person: Actor, command: str, expected: str, channel: str = "rainsy-us") -> str:
    person.types(channel, command)
    return whole_text(person.waits_to_see(channel, expected))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("/hearing ad 3 May", "Did you mean `/hearing add`"),
        ("/deadline explian D1", "Did you mean `/deadline explain`"),
        ("/case hlep", "help"),
        ("/deadline show D9", "I know no “D9”"),
        ("/hearing show H1 & <!channel>", "I know no “H1”"),
        ("/hearing move", "Say which one"),
        ("/hearing vacate", "Say which one"),
        ("/deadline done", "Say which one"),
        ("/hearing add someday", "someday"),
        ("/hearing add 30 February 2019 9am Argument", "30"),
        ("/hearing add Monday 30 May 2018 9am Argument", "Wednesday"),
        ("/case add nowhere 1 X v. Y", "nowhere"),
        ("/case add cand", "missing"),
        ("/case add", "/case add cand 3:18-mc-80024-SK"),
        ("/case link", "no other case that you may see"),
        ("/deadline explain", "Say which one: `/deadline explain D1`"),
        ("/deadline confirm", "Nothing waits for a second person."),
        ("/deadline show", "Say which one: `/deadline show D1`"),
        ("/order show", "Say which one: `/order show O1`"),
        ("/hearing show", "Say which one: `/hearing show H1`"),
        ("/hearing add 9:30am 30 May 2018 Argument", "Put the date first"),
        ("/timeline tomorrow", "I know no timeline of “tomorrow”"),
        ("/timeline 2018-2017", "/timeline 2017-2018"),
        ("/calendar revoke", "You have no calendar address."),
        ("/case link C9", "I know no “C9”"),
        ("/case show C9", "I know no “C9”"),
        ("/calendar revoke 7", "no calendar address"),
        ("/calendar list", "no address yet"),
        ("/deadline", "Nothing here yet"),
        ("/timeline", "Nothing here yet"),
        ("/docket", "Nothing"),
        ("/docket closed", "Northern District of California"),
    ],
)
def test_every_refusal_is_a_sentence_with_a_next_step(team: Team, typed: str, expected: str) -> None:
    team.with_a_case()
    answer_to(team.dara, typed, expected)


@pytest.mark.parametrize("command", sorted(phrases.HELP))
def test_help_lists_examples(team: Team, command: str) -> None:
    answer_to(team.dara, f"{command} help", phrases.HELP[command][0][0].partition("{")[0])


@pytest.mark.parametrize("command", ["/case", "/hearing", "/order", "/ruling"])
def test_a_command_alone_opens_its_form(team: Team, command: str) -> None:
    team.with_a_case()
    team.dara.types("rainsy-us", command)
    assert team.dara.waits_for_view().body["type"] == "modal"


@pytest.mark.parametrize(
    "command", ["/hearing", "/order", "/hearing add 30 May 2018 9am Argument", "/order add 4 May 2018 X"]
)
def test_without_a_case_one_is_told_how_to_open_one(team: Team, command: str) -> None:
    answer_to(team.dara, command, "/case add cand")


def test_a_case_from_the_form(team: Team) -> None:
    team.dara.types("rainsy-us", "/case")
    form = team.dara.waits_for_view("case.add")
    filled = {"court": "kh-phnompenh", "number": "No. 12", "caption": "Public Prosecutor v. X", "alias": "RIVER"}
    assert team.dara.submits(form, filled).ok
    assert "RIVER" in whole_text(team.dara.waits_to_see("rainsy-us", "is on the docket"))


def test_a_case_cannot_be_opened_in_a_direct_message(team: Team) -> None:
    answer_to(team.dara, "/case add cand 1 X v. Y", "in the channel of the team", team.dara.dm.id)


def test_a_hearing_from_the_form_is_on_the_courts_clock(team: Team) -> None:
    team.with_a_case().dara.types("rainsy-us", "/hearing")
    form = team.dara.waits_for_view("hearing.add")
    filled = {"title": "Motion hearing", "day": "2018-11-05", "time": "09:30", "place": "Courtroom 5"}
    assert team.dara.submits(form, filled).ok
    card = whole_text(team.maya.waits_to_see("rainsy-us", "Motion hearing"))
    assert "Monday 5 November 2018, 9:30 am court time (PST, Los Angeles)" in card
    assert "Courtroom 5" in card


def test_a_link_that_is_none_is_refused_under_its_field(team: Team) -> None:
    team.with_a_case().dara.types("rainsy-us", "/hearing")
    form = team.dara.waits_for_view("hearing.add")
    refused = team.dara.submits(form, {"title": "X", "day": "2018-11-05", "time": "09:30", "link": "javascript:1"})
    assert refused.errors == {"link": phrases.LINK_IS_NO_ADDRESS}


def test_an_ambiguous_date_asks_with_two_buttons_and_only_one_can_be_taken(team: Team) -> None:
    team.with_a_case()
    team.dara.types("rainsy-us", "/hearing add 04/06/2018 9:30am Oral argument")
    question = team.dara.waits_to_see("rainsy-us", "which is meant?")
    assert "Friday 6 April 2018, 9:30 am\nMonday 4 June 2018, 9:30 am" in whole_text(question)
    team.dara.clicks(question, "command.run.1")
    team.maya.waits_to_see("rainsy-us", "Oral argument")
    team.dara.clicks(question, "command.run.0")
    team.dara.waits_to_see("rainsy-us", "done already")
    with team.desk.look() as session:
        assert len(entries_of(session, [1])) == 1


def test_a_hearing_in_the_past_is_asked_about(team: Team) -> None:
    team.with_a_case()
    team.dara.types("rainsy-us", "/hearing add 30 April 2018 9:30am Oral argument on the application")
    question = team.dara.waits_to_see("rainsy-us", "30 April 2018")
    team.dara.clicks(question, "command.run.0")
    assert "Monday 30 April 2018, 9:30 am" in team.maya.waits_to_see("rainsy-us", "Oral argument").text


def test_whoever_recorded_a_date_cannot_confirm_it(team: Team) -> None:
    record_the_order(team.with_a_case())
    card = team.dara.waits_to_see("rainsy-us", "Objections")
    team.dara.clicks(card, "deadline.confirm")
    team.dara.waits_to_see("rainsy-us", "A second pair of eyes must confirm it")


def test_two_clicks_confirm_once_and_the_second_is_explained(team: Team) -> None:
    record_the_order(team.with_a_case())
    card = team.maya.waits_to_see("rainsy-us", "Objections")
    team.maya.clicks(card, "deadline.confirm")
    team.maya.waits_to_see("rainsy-us", "You confirmed")
    team.lena.clicks(card, "deadline.confirm")
    team.lena.waits_to_see("rainsy-us", "was confirmed already by <@U0MAYA>")
    with team.desk.look() as session:
        deadline = deadline_by_ref(session, "D1")
    assert deadline
    assert deadline.confirmed_by == "U0MAYA"


def test_a_stale_done_button_explains_and_opens_no_form(team: Team) -> None:
    record_the_order(team.with_a_case())
    card = team.maya.waits_to_see("rainsy-us", "Objections")
    team.maya.types("rainsy-us", "/deadline done D1 ECF No. 21")
    team.maya.waits_to_see("rainsy-us", "is done, with proof")
    team.lena.clicks(card, "deadline.done")
    told = whole_text(team.lena.waits_to_see("rainsy-us", "D1 is done already"))
    assert "D1 is done already (by <@U0MAYA>, proof: ECF No. 21); nothing was changed." in told
    assert team.lena.view is None


def test_done_without_proof_is_asked_for_it(team: Team) -> None:
    record_the_order(team.with_a_case())
    team.maya.types("rainsy-us", "/deadline done D1")
    assert team.maya.waits_for_view("deadline.done").body["submit"]


def test_the_explanation_tells_every_step_and_is_laid_over_the_card_too(team: Team) -> None:
    record_the_order(team.with_a_case())
    card = team.maya.waits_to_see("rainsy-us", "Objections")
    told = answer_to(team.maya, "/deadline explain D1", "is not counted")
    assert "14 days after 4 May 2018" in told
    team.maya.clicks(card, "deadline.explain")
    assert "14 days after 4 May 2018" in str(team.maya.waits_for_view().body)


def test_what_is_not_kept_is_not_on_the_docket_but_in_the_log(team: Team) -> None:
    team.with_a_case().dara.types("rainsy-us", "/order add 4 May 2018 Order denying the application")
    form = team.dara.waits_for_view("entry.preview")
    team.dara.submits(form, {"trigger": "order.nondispositive", "service": "ecf"})
    preview = team.dara.waits_for_view("entry.save")
    assert team.dara.submits(preview, {"keep.0": []}).ok
    team.dara.waits_to_see("rainsy-us", "no deadline")
    with team.desk.look() as session:
        assert not deadlines_of(session, [1])
        dropped = [line for line in session.exec(select(AuditEntry)) if line.action == "deadline.dropped"]
    assert dropped
    assert all(line.subject == "O1" for line in dropped)


def test_the_owner_is_named_on_every_deadline(team: Team) -> None:
    team.with_a_case().dara.types("rainsy-us", "/order add 4 May 2018 Order denying the application")
    team.dara.submits(team.dara.waits_for_view("entry.preview"), {"trigger": "order.nondispositive", "service": "ecf"})
    assert team.dara.submits(team.dara.waits_for_view("entry.save"), {"owner": "U0LENA"}).ok
    assert "owner <@U0LENA>" in whole_text(team.maya.waits_to_see("rainsy-us", "Objections"))


def test_an_entry_that_starts_nothing_is_saved_alone(team: Team) -> None:
    team.with_a_case().dara.types("rainsy-us", "/ruling add 4 May 2018 Judgment")
    team.dara.submits(team.dara.waits_for_view("entry.preview"), {"trigger": "none", "service": "none"})
    preview = team.dara.waits_for_view("entry.save")
    assert phrases.NO_DEADLINE_FOLLOWS in str(preview.body)
    assert team.dara.submits(preview).ok
    team.dara.waits_to_see("rainsy-us", "R1* is on the docket")


def test_where_a_channel_follows_two_cases_the_form_asks_which_first(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/case add kh-phnompenh 12 Prosecutor v. X", "C2* is on the docket")
    team.dara.types("rainsy-us", "/hearing add 30 May 2018 9:30am Argument")
    assert team.dara.submits(team.dara.waits_for_view("entry.begin"), {"case": "C2"}).ok
    kept = str(team.dara.waits_for_view("hearing.add").body)
    assert ("Argument" in kept, "2018-05-30" in kept, "09:30" in kept) == (True, True, True)
    answer_to(team.dara, "/hearing add c2 30 May 2018 9:30am Argument", "H1* is on the docket")
    assert "UTC+7" in whole_text(team.dara.waits_to_see("rainsy-us", "Wednesday 30 May 2018, 9:30 am"))
    team.dara.types("rainsy-us", "/order")
    assert team.dara.submits(team.dara.waits_for_view("entry.begin"), {"case": "C2"}).ok
    form = team.dara.waits_for_view("entry.preview")
    assert "kh.criminal.judge-order" in str(form.body)
    team.dara.clicks(form, "entry.case", "C1")
    team.workspace.wait_for(lambda: "order.nondispositive" in str(team.dara.view and team.dara.view.body))


@pytest.mark.parametrize(
    ("typed", "title", "day"),
    [
        ("28 April 2018 Judgment X", "Judgment X", "2018-04-28"),
        ("04/05/2018 Judgment X", "04/05/2018 Judgment X", None),
        ("Judgment X", "Judgment X", None),
    ],
)
def test_a_date_typed_before_the_case_was_chosen_is_kept(team: Team, typed: str, title: str, day: str | None) -> None:
    team.with_a_case()
    answer_to(team.dara, "/case add kh-phnompenh 12 Prosecutor v. X", "C2* is on the docket")
    team.dara.types("rainsy-us", f"/order add {typed}")
    assert team.dara.submits(team.dara.waits_for_view("entry.begin"), {"case": "C2"}).ok
    form = team.dara.waits_for_view("entry.preview")
    fields = {block["block_id"]: block["element"] for block in form.body["blocks"] if block["type"] == "input"}
    assert fields["title"]["initial_value"] == title
    assert fields["on"].get("initial_date") == day


def test_what_is_open_offers_no_button_to_open_it(team: Team) -> None:
    record_the_order(team.with_a_case())
    card = team.maya.waits_to_see("rainsy-us", "Objections")
    team.maya.clicks(card, "deadline.open")
    shown = str(team.maya.waits_for_view().body)
    assert "deadline.done" in shown
    assert "deadline.open" not in shown


def test_an_empty_docket_says_so_once(team: Team) -> None:
    team.with_a_case()
    assert "Nothing here yet" not in answer_to(team.dara, "/docket", phrases.NOTHING_DUE)


def test_a_list_says_how_far_ahead_a_day_is(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/hearing add 18 May 2018 9:30am Oral argument", "H1* is on the docket")
    answer_to(team.dara, "/hearing list", "in 11 days")


def test_a_hearing_is_vacated_once(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
    card = team.maya.waits_to_see("rainsy-us", "recorded by")
    team.maya.clicks(card, "entry.vacate")
    assert team.maya.submits(team.maya.waits_for_view("hearing.vacate"), {"reason": "settled"}).ok
    team.dara.waits_to_see("rainsy-us", "H1 vacated")
    team.workspace.wait_for(lambda: any("VACATED" in whole_text(each) for each in team.dara.sees("rainsy-us")))
    team.lena.clicks(card, "entry.move")
    team.lena.waits_to_see("rainsy-us", "H1 is vacated already")
    answer_to(team.dara, '/hearing vacate H1 "again"', "H1 is vacated already")


def test_a_card_is_updated_in_place(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
    card = team.maya.waits_to_see("rainsy-us", "recorded by")
    team.maya.clicks(card, "entry.move")
    form = team.maya.waits_for_view("hearing.move")
    assert team.maya.submits(form, {"day": "2018-06-04", "time": "10:00", "reason": "clerk's notice"}).ok
    team.maya.waits_to_see("rainsy-us", "moved")

    def moved() -> bool:
        now = next(each for each in team.maya.sees("rainsy-us") if each.ts == card.ts)
        return "Monday 4 June 2018, 10:00 am" in whole_text(now)

    assert team.workspace.wait_for(moved)


def test_somebody_who_may_not_see_the_case_learns_nothing(team: Team) -> None:
    record_the_order(team.with_a_case())
    for typed in (
        "/deadline show D1",
        "/deadline explain D1",
        "/deadline confirm D1",
        "/deadline done D1 x",
        "/order show O1",
    ):
        answer_to(team.stranger, typed, "that you may see here", "elsewhere")
    answer_to(team.stranger, "/case link C1", "that you may see here", "elsewhere")
    for typed in ("/deadline", "/timeline", "/docket", "/order list", "/case list"):
        told = answer_to(team.stranger, typed, "Nothing", "elsewhere")
        assert "Objections" not in told
    team.stranger.opens_home()
    team.workspace.wait_for(lambda: team.stranger.home is not None)
    assert "Rainsy" not in str(team.stranger.home and team.stranger.home.body["blocks"]).replace(
        "Rainsy v. Facebook`", ""
    )


def test_a_second_channel_follows_a_case_that_its_linker_may_see(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/case link C1", "follows *C1* now", "rainsy-kh")
    answer_to(team.dara, "/case link C1", "already", "rainsy-kh")
    answer_to(team.dara, "/case show C1", "Rainsy v. Facebook", "rainsy-kh")


def test_a_caption_mentions_nobody_and_breaks_nothing(team: Team) -> None:
    told = answer_to(team.dara, "/case add cand 3:18-mc-1 <!channel> & <b>everyone</b>", "is on the docket")
    assert "<!channel>" not in told
    assert "&lt;!channel&gt; &amp; &lt;b&gt;everyone&lt;/b&gt;" in told
    team.workspace.wait_for(team.everybody_is_known)
    answer_to(team.dara, "/hearing add 30 May 2018 9:30am <!here> & <@U0MAYA>", "H1* is on the docket")
    card = whole_text(team.maya.waits_to_see("rainsy-us", "recorded by"))
    assert "<!here>" not in card


def test_a_long_khmer_title_fits_everywhere(team: Team) -> None:
    team.with_a_case()
    title = "សាលក្រមតុលាការ" * 200
    team.dara.types("rainsy-us", f"/order add 4 May 2018 {title}")
    form = team.dara.waits_for_view("entry.preview")
    assert team.dara.submits(form, {"trigger": "order.nondispositive", "service": "ecf"}).ok
    assert team.dara.submits(team.dara.waits_for_view("entry.save")).ok
    team.dara.waits_to_see("rainsy-us", "O1* is on the docket")
    team.maya.waits_to_see("rainsy-us", "Objections")


def test_a_channel_with_twenty_five_cases_pages_through_them(team: Team) -> None:
    for number in range(25):
        team.dara.types("rainsy-us", f"/case add cand 3:18-mc-{number} Case {number}")
    first = team.dara
    first.types("rainsy-us", "/case list")
    page = first.waits_to_see("rainsy-us", "1 to 10 of 25")
    first.clicks(page, "command.run.later")
    page = first.waits_to_see("rainsy-us", "11 to 20 of 25")
    first.clicks(page, "command.run.later")
    first.waits_to_see("rainsy-us", "21 to 25 of 25")
    first.types("rainsy-us", "/order")
    assert len(first.waits_for_view("entry.begin").body["blocks"][1]["element"]["options"]) == 25


def test_the_timeline_puts_both_countries_in_one_order(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/case add kh-phnompenh 12 Prosecutor v. X", "C2* is on the docket")
    answer_to(team.dara, "/hearing add C1 30 May 2018 9:30am American hearing", "H1* is on the docket")
    answer_to(team.dara, "/hearing add C2 30 May 2018 9:30am Cambodian hearing", "H2* is on the docket")
    told = answer_to(team.dara, "/timeline", "Timeline")
    assert told.index("Cambodian hearing") < told.index("American hearing")
    assert ":flag-kh:" in told
    assert "American" not in answer_to(team.dara, "/timeline kh", "Timeline")
    assert "Cambodian" not in answer_to(team.dara, "/timeline C1", "Timeline")
    assert "American" in answer_to(team.dara, "/timeline us 2017-2018", "Timeline")
    assert "American" not in answer_to(team.dara, "/timeline 2017", "Nothing here yet")


def test_the_docket_shows_the_next_fourteen_days_and_no_more(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/hearing add 21 May 2018 9:30am On the last day", "H1* is on the docket")
    answer_to(team.dara, "/hearing add 22 May 2018 9:30am One day later", "H2* is on the docket")
    told = answer_to(team.dara, "/docket", "The docket")
    assert "On the last day" in told
    assert "One day later" not in told


def test_a_calendar_address_is_shown_once_to_its_owner_alone(team: Team) -> None:
    team.with_a_case()
    told = answer_to(team.dara, "/calendar create", "https://docket.example/feeds/")
    assert "webcal://docket.example/feeds/" in told
    assert "calendar.google.com" in told
    assert all("/feeds/" not in whole_text(each) for each in team.maya.sees("rainsy-us"))
    listed = answer_to(team.dara, "/calendar list", "Your calendar addresses")
    assert "/feeds/" not in listed
    answer_to(team.dara, "/calendar rotate 1", "docket.example/feeds/")
    answer_to(team.dara, "/calendar revoke", "Address 2 is revoked")
    answer_to(team.dara, "/calendar create channel busy", "this channel's cases")
    answer_to(team.dara, "/calendar create C1", "one case (C1)")


def test_home_shows_mine_the_hearings_and_the_closed_days(team: Team) -> None:
    record_the_order(team.with_a_case())
    answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
    team.maya.opens_home()
    team.workspace.wait_for(lambda: team.maya.home is not None)
    assert team.maya.home
    shown = str(team.maya.home.body["blocks"])
    for words in ("Objections", "Oral argument", phrases.HOME_UNCONFIRMED, "Mon 28 May 2018"):
        assert words in shown
    team.maya.clicks(team.maya.home, "form.open.hearing")
    team.maya.submits(
        team.maya.waits_for_view("hearing.add"), {"title": "From home", "day": "2018-06-05", "time": "09:00"}
    )
    team.workspace.wait_for(lambda: "From home" in str(team.maya.home and team.maya.home.body["blocks"]))


def test_a_message_is_recorded_with_its_words_and_the_one_date_in_it_told_in_full(team: Team) -> None:
    team.with_a_case()
    message = team.workspace.remembers("rainsy-us", "Order of <!date^1^x|4 May>: denied & closed", user="U0MAYA")
    team.dara.uses_shortcut("record_on_the_docket", message)
    form = team.dara.waits_for_view("entry.preview")
    fields = {block["block_id"]: block["element"] for block in form.body["blocks"] if "element" in block}
    assert fields["title"]["initial_value"] == "Order of 4 May: denied & closed"
    assert fields["on"]["initial_date"] == "2018-05-04"
    assert "Friday 4 May 2018" in str(form.body)


def test_a_new_entry_can_be_a_hearing(team: Team) -> None:
    team.with_a_case()
    team.dara.uses_shortcut("new_entry")
    team.dara.submits(team.dara.waits_for_view("entry.begin"), {"kind": "hearing"})
    assert team.dara.waits_for_view("hearing.add").body["submit"]


def test_a_mention_is_answered_with_a_button(team: Team) -> None:
    team.with_a_case()
    team.maya.types("rainsy-us", "@adquem hello")
    offer = team.maya.waits_to_see("rainsy-us", "I keep the docket")
    team.maya.clicks(offer, "form.open.order")
    assert team.maya.waits_for_view("entry.preview").body["submit"]


def test_whoever_leaves_the_channel_sees_the_case_no_more(team: Team) -> None:
    record_the_order(team.with_a_case())
    answer_to(team.lena, "/deadline show D1", "Objections", team.lena.dm.id)
    team.lena.leaves("rainsy-us")

    def closed() -> bool:
        team.lena.types(team.lena.dm.id, "/deadline show D1")
        return "that you may see here" in whole_text(team.lena.sees(team.lena.dm.id)[-1])

    assert team.workspace.wait_for(closed)


def test_a_button_runs_the_same_for_an_entry_and_a_case(team: Team) -> None:
    record_the_order(team.with_a_case())
    listed = team.maya
    listed.types("rainsy-us", "/order list")
    listed.clicks(listed.waits_to_see("rainsy-us", "Orders"), "entry.open")
    assert "Objections" in str(listed.waits_for_view().body)
    listed.closes()
    listed.types("rainsy-us", "/case list")
    listed.clicks(listed.waits_to_see("rainsy-us", phrases.CASES_HERE), "case.open")
    assert "Objections" in str(listed.waits_for_view().body)


def test_entry_ids_can_be_typed_alone(team: Team) -> None:
    record_the_order(team.with_a_case())
    answer_to(team.maya, "/order o1", "Objections")
    with team.desk.look() as session:
        assert entry_by_ref(session, "O1")
