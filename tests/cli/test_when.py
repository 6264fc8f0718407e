import csv
import io
import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.when import COLUMNS

NOW = ("--now", "2026-11-23T10:00-08:00")
ZONE = ("--zone", "America/Los_Angeles")


def batch(path: Path, text: str) -> str:
    file = path / "dates.csv"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_one_date_is_answered_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "tomorrow at 9", *ZONE, *NOW]) == 0

    assert capsys.readouterr().out == "Tuesday 24 November 2026, 09:00 (America/Los_Angeles, UTC-08:00)\n"


def test_a_question_lists_what_may_be_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "04/05/2018", *ZONE, *NOW]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "“04/05/2018” can be read in 2 ways (the day or the month may come first): which is meant?",
        "  Thursday 5 April 2018",
        "  Friday 4 May 2018",
    ]


def test_what_was_assumed_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "24/11/2569", *ZONE, *NOW]) == 0

    assert capsys.readouterr().out == "Tuesday 24 November 2026. 2569 of the Buddhist era is 2026.\n"


@pytest.mark.parametrize(
    ("text", "kind", "value", "options"),
    [
        ("4 May 2018", "date", "2018-05-04", []),
        ("30 April 2018 9:30am", "datetime", "2018-04-30T09:30:00-07:00", []),
        ("04/05/2018", "ask", None, ["2018-04-05", "2018-05-04"]),
        ("soon", "refuse", None, []),
    ],
)
def test_json_carries_the_kind_and_iso_values(
    capsys: pytest.CaptureFixture[str], text: str, kind: str, value: str | None, options: list[str]
) -> None:
    assert main(["when", text, *ZONE, *NOW, "--json"]) == 0

    answer = json.loads(capsys.readouterr().out)
    assert (answer["kind"], answer["value"], answer["options"]) == (kind, value, options)
    assert answer["message"]


def test_without_a_present_the_machines_clock_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "tomorrow", *ZONE]) == 0

    assert capsys.readouterr().out


def test_a_court_gives_the_zone_and_the_days_it_is_closed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "1 court day after 24 December 2026", "--court", "cand", *NOW]) == 0

    assert capsys.readouterr().out.startswith("Monday 28 December 2026.")


def test_court_days_beyond_the_courts_calendar_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "900 court days before 1 June 1962", "--court", "cand", *NOW]) == 0

    assert "calendars run from" in capsys.readouterr().out


def test_what_is_wanted_and_what_the_past_means_can_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "4 May 2018", *ZONE, *NOW, "--wants", "moment"]) == 0
    assert main(["when", "4 May 2018", *ZONE, *NOW, "--past", "ask"]) == 0

    first, second, *_ = capsys.readouterr().out.splitlines()
    assert "has no time" in first
    assert "that has passed" in second


def test_a_batch_answers_row_by_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = (
        "id,text,zone,now\n"
        '1,"May 4, 2018",America/Los_Angeles,2026-11-23T10:00:00-08:00\n'
        "2,tomorrow at 9,Asia/Phnom_Penh,2026-11-23T10:00:00\n"
        "3,12/1/26,America/Los_Angeles,2026-11-23T10:00:00-08:00\n"
        "4,soon,America/Los_Angeles,2026-11-23T18:00:00Z\n"
    )

    assert main(["when", "--batch", batch(tmp_path, rows)]) == 0

    answers = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert tuple(answers[0]) == COLUMNS
    assert [(row["id"], row["kind"], row["value"], row["options"]) for row in answers] == [
        ("1", "date", "2018-05-04", ""),
        ("2", "datetime", "2026-11-24T09:00:00+07:00", ""),
        ("3", "ask", "", "2026-01-12 | 2026-12-01"),
        ("4", "refuse", "", ""),
    ]


def test_a_batch_may_be_written_as_other_programs_write_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "\ufeffID;Text;Zone;Now;note\n1;4 May 2018;Asia/Phnom_Penh;;of ours\n2;5 May 2018;Asia/Phnom_Penh\n"

    assert main(["when", "--batch", batch(tmp_path, rows)]) == 0

    answers = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert [row["value"] for row in answers] == ["2018-05-04", "2018-05-05"]


def test_a_batch_comes_from_standard_input_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("id,text,zone,now\n1,4 May 2018,Asia/Phnom_Penh,\n"))

    assert main(["when", "--batch", "-"]) == 0

    assert "2018-05-04" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("1,tomorrow,Europe/Atlantis,2026-11-23T10:00:00Z,", "is not a zone"),
        ("1,tomorrow,,2026-11-23T10:00:00Z,", "zone is missing"),
        ("1,tomorrow,America/Los_Angeles,yesterday,", "is not a moment"),
        ("1,tomorrow,America/Los_Angeles,9999-12-31T23:59:59-08:00,", "is no present"),
        ("1,tomorrow,America/Los_Angeles,0001-01-01T00:00,", "is no present"),
        ("1,tomorrow,,2026-11-23T10:00:00Z,nowhere", "nowhere"),
    ],
)
def test_a_row_that_cannot_be_answered_fails_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str, says: str
) -> None:
    rows = f"id,text,zone,now,court\n{row}\n2,4 May 2018,Asia/Phnom_Penh,2026-11-23T10:00:00Z,\n"

    assert main(["when", "--batch", batch(tmp_path, rows)]) == 1

    failed, answered = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert failed["kind"] == "refuse"
    assert says in failed["message"]
    assert answered["value"] == "2018-05-04"


def test_a_cell_of_any_length_refuses_its_own_row_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = "Asia/Phnom_Penh,2026-11-23T10:00:00Z"
    rows = f"id,text,zone,now\n1,{'8' * 200_000},{here}\n2,4 May 2018,{here}\n"

    assert main(["when", "--batch", batch(tmp_path, rows)]) == 0

    endless, answered = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (endless["kind"], answered["value"]) == ("refuse", "2018-05-04")


def test_a_zone_may_be_written_in_any_case(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "tomorrow at 9", "--zone", "america/los_angeles", *NOW]) == 0

    assert "(America/Los_Angeles, UTC-08:00)" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["tomorrow"],
        ["tomorrow", *ZONE, "--batch", "dates.csv"],
        ["tomorrow", "--zone", "Europe/Atlantis"],
        ["tomorrow", *ZONE, "--now", "yesterday"],
        ["--batch", "no-such-file.csv"],
    ],
)
def test_bad_usage_is_told_and_has_its_own_status(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert main(["when", *arguments]) == 2

    assert capsys.readouterr().err


def test_a_batch_that_is_no_text_is_bad_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "dates.csv"
    file.write_bytes(b"id,text,zone,now\n1,\xff\xfe,Asia/Phnom_Penh,\n")

    assert main(["when", "--batch", str(file)]) == 2

    assert "UTF-8" in capsys.readouterr().err


def test_a_batch_without_its_columns_is_bad_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "--batch", batch(tmp_path, "id,text\n1,tomorrow\n")]) == 2

    assert "lacks the column zone, now" in capsys.readouterr().err
