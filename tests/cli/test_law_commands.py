"""`adquem count`, `compute`, `rules` and `closed`: a contract that scripts rely on."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from tests.rulebook.test_packs import PACK

VECTORS = Path(__file__).parents[1] / "data" / "law" / "vectors-us.csv"
COUNT = ["count", "--court", "cand", "--from", "2018-05-04", "--period"]


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def write(path: Path, *lines: str, encoding: str = "utf-8") -> str:
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return str(path)


def test_a_count_is_printed_with_its_weekday_steps_and_standing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COUNT, "30 days"]) == 0
    out = capsys.readouterr().out
    assert "due       Monday 4 June 2018" in out
    assert "standing  settled" in out
    assert "law       FRCP 6(a)(1)" in out
    assert "2. 30 days after 4 May 2018 is Sunday 3 June 2018" in out
    assert "latest" not in out


def test_an_explanation_can_be_printed_in_khmer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COUNT, "30 days", "--language", "km"]) == 0
    out = capsys.readouterr().out
    assert "  ផុតកំណត់  ថ្ងៃច័ន្ទ ទី៤ ខែមិថុនា ឆ្នាំ២០១៨\n" in out
    assert "ច្បាស់លាស់" in out
    assert not re.search(r"\b(due|standing|law|How|Notes|Monday)\b", out)
    assert main(["compute", "--court", "cand", "--rule", "FRCP 72(a)", "--on", "2018-05-04", "--language", "km"]) == 0
    assert "ថ្ងៃសុក្រ ទី១៨ ខែឧសភា ឆ្នាំ២០១៨" in capsys.readouterr().out


def test_a_language_that_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([*COUNT, "30 days", "--language", "fr"])
    assert "'en', 'km'" in capsys.readouterr().err


def test_a_rule_read_only_in_a_draft_sends_to_the_notes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compute", "--court", "cand", "--rule", "FRCP 72(a)", "--on", "2018-05-04"]) == 0
    assert "standing  settled" in capsys.readouterr().out
    args = ["compute", "--rule", "CCP 204(2)", "--on", "2026-09-26"]
    assert main([*args, "--court", "kh-phnompenh"]) == 0
    assert "standing  arguable: the law can be read two ways" in capsys.readouterr().out


def test_two_readings_are_both_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["count", "--court", "dcd", "--from", "2020-06-19", "--period", "14 days"]) == 0
    out = capsys.readouterr().out
    assert "due       Friday 3 July 2020" in out
    assert "latest    Monday 6 July 2020: do not plan on this" in out
    assert "Notes" in out


def test_a_count_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COUNT, "14 days", "--service", "mail", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["due"] == facts["latest"] == "2018-05-21"
    assert facts["due_at"] == "2018-05-21T23:59:59-07:00"
    assert facts["standing"] == "settled"
    assert [step["kind"] for step in facts["steps"]] == ["started", "counted", "added for service", "day ends"]
    assert {"notes", "citation", "rule", "version"} <= facts.keys()


def test_hours_are_printed_as_moments(capsys: pytest.CaptureFixture[str]) -> None:
    args = ["count", "--court", "dcd", "--from", "2020-07-02T10:00", "--period", "24 hours"]
    assert main(args) == 0
    out = capsys.readouterr().out
    assert "due       Friday 3 July 2020, 10:00 a.m. EDT" in out
    assert "latest    Monday 6 July 2020, 10:00 a.m. EDT" in out


def test_backward_by_an_older_law_with_a_closing(capsys: pytest.CaptureFixture[str]) -> None:
    args = ["count", "--court", "dcd", "--from", "2007-09-22", "--period", "21 days", "--before", "--json"]
    assert main([*args, "--as-of", "2009-12-01", "--closed", "2007-08-31"]) == 0
    assert json.loads(capsys.readouterr().out)["due"] == "2007-09-04"


def test_another_method(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["count", "--court", "kh-appeal", "--from", "2026-09-10", "--period", "1 month", "--method", "kh-civil"])
        == 0
    )
    assert "arguable" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([*COUNT, "a fortnight"], "I cannot read the period"),
        ([*COUNT, "14 days", "--service", "pigeon"], "I know no service 'pigeon'"),
        (["count", "--court", "cand", "--from", "4 May", "--period", "14 days"], "Write it as 2018-05-04"),
        ([*COUNT, "14 days", "--closed", "soon"], "I cannot read the day 'soon'"),
        (["compute", "--court", "cand", "--rule", "72(a)", "--trigger", "x", "--on", "2018-05-04"], "not allowed"),
    ],
)
def test_bad_usage_is_one_sentence_and_status_2(args: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(args)
    assert stopped.value.code == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("args", [["count", "--court", "cand"], ["compute", "--court", "cand"]])
def test_what_is_missing_is_said_with_an_example(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(args) == 2
    assert "Example: adquem" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["count", "--court", "candd", "--from", "2018-05-04", "--period", "14 days"], "Did you mean cand"),
        (["compute", "--court", "cand", "--rule", "Magna Carta", "--on", "2018-05-04"], "I know no rule"),
        (["compute", "--court", "cand", "--rule", "72(a)", "--on", "2018-05-04", "--date", "x"], "with its name"),
        (["closed", "--court", "cand", "--year", "1066"], "1960 to 2079"),
        (["rules", "show", "Magna Carta"], "I know no rule"),
        (["rules", "check", "missing.yml"], "cannot be read"),
    ],
)
def test_a_question_without_an_answer_is_status_1(
    args: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(args) == 1
    captured = capsys.readouterr()
    assert says in captured.err
    assert not captured.out


def test_a_table_of_222_rows_is_answered_row_by_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["count", "--batch", str(VECTORS)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("id,due,due_at,latest,standing,notes\n")
    rows = table(out)
    with VECTORS.open(encoding="utf-8", newline="") as file:
        assert [row["id"] for row in rows] == [row["id"] for row in csv.DictReader(file)]
    hours = next(row for row in rows if row["id"] == "CN-CIV-04")
    assert (hours["due"], hours["due_at"]) == ("2007-11-05", "2007-11-05T09:23:00-05:00")
    assert hours["latest"] == hours["due_at"]


def test_a_row_that_cannot_be_answered_says_why_and_the_others_are_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(
        tmp_path / "rows.csv",
        "id,court,from,period,direction,service,note",
        "1,cand,2018-05-04,14 days,after,,ignored",
        "2,nowhere,2018-05-04,14 days,after,,",
        "3,cand,tomorrow,14 days,after,,",
        "4,cand,2018-05-04,14 days,sideways,,",
        "5,cand,2018-05-04,14 days,after,pigeon,",
        "6,cand,2018-05-04,,after,,",
        "7,cand,2018-05-04,14 days",
        encoding="utf-8-sig",
    )
    assert main(["count", "--batch", file]) == 1
    rows = table(capsys.readouterr().out)
    assert [row["due"] for row in rows] == ["2018-05-18", "", "", "", "", "", "2018-05-18"]
    assert "I know no court 'nowhere'" in rows[1]["notes"]
    assert "after or before" in rows[3]["notes"]


def test_a_table_may_name_method_law_and_closings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(
        tmp_path / "rows.csv",
        "id,court,from,period,direction,service,method,as_of,closed",
        "1,kh-appeal,2026-09-10,1 month,,,kh-civil,,",
        "2,dcd,2007-09-22,21 days,before,,,2009-12-01,2007-08-31 2007-09-04",
    )
    assert main(["count", "--batch", file]) == 0
    rows = table(capsys.readouterr().out)
    assert (rows[0]["latest"], rows[0]["standing"]) == ("2026-10-13", "arguable")
    assert rows[1]["due"] == "2007-09-05"


def test_a_table_from_standard_input() -> None:
    rows = "\ufeffid,court,from,period\n1,cand,2018-05-04,14 days\n"
    script = "import sys; from bot.cli import main; sys.exit(main(['count', '--batch', '-']))"
    done = subprocess.run([sys.executable, "-c", script], input=rows.encode(), capture_output=True, check=True)
    assert table(done.stdout.decode())[0]["due"] == "2018-05-18"
    other = rows.replace("1,", "\u00e9,").lstrip("\ufeff").encode("latin-1")
    latin = subprocess.run([sys.executable, "-c", script], input=other, capture_output=True, check=False)
    assert latin.returncode == 2
    assert b"save the table as" in latin.stderr


@pytest.mark.parametrize(
    ("lines", "says"),
    [(["id,court,from", "1,cand,2018-05-04"], "lacks the column period"), ([], "lacks the column id")],
)
def test_a_table_without_its_columns_is_bad_usage(
    tmp_path: Path, lines: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["count", "--batch", write(tmp_path / "rows.csv", *lines)]) == 2
    assert says in capsys.readouterr().err


def test_a_table_that_cannot_be_read_is_bad_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["count", "--batch", str(tmp_path / "missing.csv")]) == 2
    (tmp_path / "latin.csv").write_bytes(b"id,court,from,period\n1,cand,2018-05-04,14 days \xe9\n")
    assert main(["count", "--batch", str(tmp_path / "latin.csv")]) == 2
    assert capsys.readouterr().err.count("UTF-8") == 2


def test_a_trigger_prints_everything_it_starts(capsys: pytest.CaptureFixture[str]) -> None:
    args = ["compute", "--court", "cand", "--trigger", "order.nondispositive", "--on", "2018-05-04"]
    assert main([*args, "--service", "ecf"]) == 0
    out = capsys.readouterr().out
    assert "Objections to the magistrate judge's order: serve and file objections" in out
    assert "due       Friday 18 May 2018" in out
    assert "only      if the order is appealable" in out
    assert "court     may extend the time" in out
    assert main([*args, "--json"]) == 0
    assert [answer["due"] for answer in json.loads(capsys.readouterr().out)] == ["2018-05-18", "2018-06-04"]


def test_service_and_entry_may_be_on_different_days(capsys: pytest.CaptureFixture[str]) -> None:
    args = ["compute", "--court", "cand", "--trigger", "order.1782", "--on", "2018-05-07", "--entered", "2018-05-04"]
    assert main(args) == 0
    assert "Monday 21 May 2018" in capsys.readouterr().out


def test_a_rule_prints_one_answer(capsys: pytest.CaptureFixture[str]) -> None:
    args = ["compute", "--court", "cand", "--rule", "FRCP 45(d)(2)(B)", "--on", "2018-05-04", "--json"]
    assert main([*args, "--date", "compliance=2018-05-14"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["rule"], answer["due"]) == ("us-frcp:45(d)(2)(B)", "2018-05-11")


def test_a_table_of_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(
        tmp_path / "rules.csv",
        "id,court,rule,on,service,closed,dates",
        "1,cand,FRCP 72(a),2018-05-04,mail,,",
        "2,cand,Magna Carta,2018-05-04,,,",
        "3,cand,us-frcp:45(d)(2)(B),2018-05-04,,,compliance=2018-05-14",
    )
    assert main(["compute", "--batch", file]) == 1
    out = capsys.readouterr().out
    assert out.startswith("id,due,due_at,latest,standing,notes,rule,version,citation\n")
    rows = table(out)
    assert [row["due"] for row in rows] == ["2018-05-21", "", "2018-05-11"]
    assert rows[0]["rule"] == "us-frcp:72(a)"
    assert rows[0]["version"] == "in force since 1 December 2009"
    assert rows[0]["citation"] == "FRCP 72(a)"


def test_the_rules_are_listed_pack_by_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list"]) == 0
    every = capsys.readouterr().out
    assert "us-frcp: Federal Rules of Civil Procedure" in every
    assert "[unverified]" in every
    assert main(["rules", "list", "--court", "cand"]) == 0
    ours = capsys.readouterr().out
    assert "us-cand:72-2" in ours
    assert "kh-civil" not in ours


def test_a_rule_is_shown_with_its_text_and_versions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", "FRCP 72(a)"]) == 0
    out = capsys.readouterr().out
    assert "“served with a copy”" in out
    assert "in force until 1 December 2009: 10 days after" in out
    assert main(["rules", "show", "FRCP 45(d)(2)(B)"]) == 0
    assert "the time specified for compliance" in capsys.readouterr().out
    assert main(["rules", "show", "72-2"]) == 0
    assert "note: No response need be filed" in capsys.readouterr().out


def test_a_pack_file_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import bot.rulebook

    ours = Path(bot.rulebook.__file__).parent / "packs" / "us-cand.yml"
    assert main(["rules", "check", str(ours)]) == 0
    assert "all well formed" in capsys.readouterr().out
    broken = tmp_path / "broken.yml"
    broken.write_text(ours.read_text(encoding="utf-8").replace("4 days", "four days"), encoding="utf-8")
    assert main(["rules", "check", str(broken)]) == 1
    assert "broken.yml, line " in capsys.readouterr().err


def test_a_teams_own_packs_are_used_where_they_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "judge.yml").write_text(PACK, encoding="utf-8")
    packs = ["--packs", str(tmp_path)]
    assert main(["rules", *packs, "show", "Judge Example 3"]) == 0
    assert main(["compute", *packs, "--court", "cand", "--rule", "Judge Example 3", "--on", "2018-05-04"]) == 0
    assert "due       Friday 11 May 2018" in capsys.readouterr().out


def test_the_closed_days_of_a_year(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["closed", "--court", "cand", "--year", "2020"]) == 0
    out = capsys.readouterr().out
    assert "Friday 3 July 2020" in out
    assert "[arguable]" in out
    assert main(["closed", "--court", "kh-phnompenh", "--year", "2018", "--json"]) == 0
    days = json.loads(capsys.readouterr().out)
    assert days[0] == {
        "day": "2018-01-01",
        "name": "International New Year Day",
        "source": "Sub-decree 202 of 28 November 2017",
        "standing": "settled",
        "remark": None,
    }


def test_counting_reads_no_pack_and_no_package_of_holidays() -> None:
    script = (
        "import sys; from bot.cli import main;"
        "main(['count', '--court', 'cand', '--from', '2018-05-04', '--period', '14 days']);"
        "assert not {'holidays', 'courts_db', 'slack_bolt', 'sqlalchemy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("ID,Court,From,Period", "1,cand,2018-05-04,14 days"),
        ("id;court;from;period", "1;cand;2018-05-04;14 calendar days"),
        ("id\tcourt\tfrom\tperiod", "1\tcand\t2018-05-04\t10 business days"),
    ],
)
def test_a_table_as_other_programs_write_it(
    tmp_path: Path, head: str, row: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["count", "--batch", write(tmp_path / "rows.csv", head, row)]) == 0
    assert table(capsys.readouterr().out)[0]["due"] == "2018-05-18"


def test_a_column_that_stands_twice_is_bad_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path / "rows.csv", "id,court,from,period,Court", "1,cand,2018-05-04,14 days,nysd")
    assert main(["count", "--batch", file]) == 2
    assert "the column court twice" in capsys.readouterr().err


def test_ids_that_cannot_be_told_apart_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ("7,cand,2018-05-04,14 days", "7,cand,2018-05-07,14 days", ",cand,2018-05-07,14 days")
    assert main(["count", "--batch", write(tmp_path / "rows.csv", "id,court,from,period", *rows)]) == 0
    err = capsys.readouterr().err
    assert "more than one row: 7." in err
    assert "1 of the rows have no id" in err


@pytest.mark.parametrize(("encoding", "line"), [("utf-16", 1), ("latin-1", 2)])
def test_a_table_in_another_encoding_names_the_line(
    tmp_path: Path, encoding: str, line: int, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "rows.csv", "id,court,from,period", "\u00e9,cand,2018-05-04,14 days", encoding=encoding)
    assert main(["count", "--batch", file]) == 2
    assert f"line {line}: save the table as" in capsys.readouterr().err


def read_of(arguments: list[str], lines: int) -> tuple[bytes, bytes, int]:
    """Run a command, read some lines of it and no more, as `head` does; return the last, its errors and its status."""
    script = f"import sys; from bot.cli import main; sys.exit(main({arguments!r}))"
    asked = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert asked.stdout is not None
    last = b""
    for _ in range(lines):
        last = asked.stdout.readline()
    asked.stdout.close()
    assert asked.stderr is not None
    with asked.stderr as stderr:
        errors = stderr.read()
    return last, errors, asked.wait(timeout=30)


def test_a_reader_that_has_read_enough_ends_a_table_quietly(tmp_path: Path) -> None:
    rows = [f"{number},cand,2018-05-04,14 days" for number in range(3000)]
    file = write(tmp_path / "rows.csv", "id,court,from,period", *rows)
    last, errors, status = read_of(["count", "--batch", file], lines=1)
    assert last.startswith(b"id,due")
    assert (errors, status) == (b"", 0)


@pytest.mark.parametrize(
    "arguments", [["rules", "list"], ["closed", "--court", "kh-phnompenh", "--year", "2018"], [*COUNT, "14 days"]]
)
def test_a_reader_that_reads_nothing_ends_any_command_quietly(arguments: list[str]) -> None:
    assert read_of(arguments, lines=0)[1:] == (b"", 0)


def test_a_reader_that_has_read_enough_ends_a_table_of_dates_quietly(tmp_path: Path) -> None:
    rows = [f"{number},4 May 2018,Asia/Phnom_Penh,2026-11-23T10:00" for number in range(3000)]
    file = write(tmp_path / "rows.csv", "id,text,zone,now", *rows)
    assert read_of(["when", "--batch", file], lines=1)[1:] == (b"", 0)


def test_closings_may_stand_in_one_argument(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COUNT, "14 days", "--closed", "2018-05-18 2018-05-21", "2018-05-22"]) == 0
    assert "Wednesday 23 May 2018" in capsys.readouterr().out


def test_a_start_in_another_zone_is_shown_in_court_time(capsys: pytest.CaptureFixture[str]) -> None:
    args = ["count", "--court", "cand", "--period", "14 days", "--from"]
    assert main([*args, "2018-05-05T10:00+07:00"]) == 0
    assert "court time: Friday 4 May 2018, 8:00 p.m. PDT" in capsys.readouterr().out
    assert main([*args, "2018-05-04T10:00-07:00"]) == 0
    assert "court time:" not in capsys.readouterr().out.splitlines()[0]


def test_a_period_beyond_the_calendars_is_told_the_range(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([*COUNT, "1000000 days"])
    assert "between 1 and 36500 days" in capsys.readouterr().err


def test_a_row_may_name_the_trigger_of_one_rule(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(
        tmp_path / "rules.csv",
        "id,court,rule,on",
        "1,cand,motion.change-time,2018-05-04",
        "2,cand,judgment.nothing,2018-05-04",
    )
    assert main(["compute", "--batch", file]) == 1
    one, none = table(capsys.readouterr().out)
    assert (one["rule"], one["due"]) == ("us-cand:6-3(b)", "2018-05-08")
    assert "I know no rule 'judgment.nothing'" in none["notes"]


@pytest.mark.parametrize(
    ("where_and_when", "rule", "others"),
    [
        ("cand,order.1782,2018-05-04", "us-frcp:72(a)", ["FRAP 4(a)(1)(A)"]),
        ("cand,order.1782,2024-05-06", "us-frcp:72(b)(2)", ["FRAP 4(a)(1)(A)"]),
        ("nysd,order.1782,2018-05-04", "us-frcp:72(a)", ["FRCP 72(b)(2)", "FRAP 4(a)(1)(A)"]),
    ],
)
def test_a_row_with_the_trigger_of_several_rules_gets_the_earliest_date_and_is_told_the_others(
    tmp_path: Path, where_and_when: str, rule: str, others: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "rules.csv", "id,court,rule,on", f"1,{where_and_when}")
    assert main(["compute", "--batch", file]) == 0
    (row,) = table(capsys.readouterr().out)
    assert row["rule"] == rule
    assert re.findall(r"also starts (\S+ \S+)", row["notes"]) == others


def test_the_earliest_date_that_hangs_on_no_condition_is_the_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "rules.csv", "id,court,rule,on", "1,nysb,petition.filed,2018-05-04")
    assert main(["compute", "--batch", file]) == 0
    (row,) = table(capsys.readouterr().out)
    assert (row["rule"], row["due"]) == ("us-frbp:1007(c)(1)", "2018-05-18")
    assert "FRBP 3015(b) (Chapter 13 plan), due Friday 18 May 2018, if the case is under chapter 13." in row["notes"]


def test_a_name_of_several_rules_is_answered_where_all_come_to_the_same_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = ("1,nysb,FRBP 4004(a)/4007(c),2018-05-04", "2,ca9,FRAP 31(a)(1),2018-05-04")
    assert main(["compute", "--batch", write(tmp_path / "rules.csv", "id,court,rule,on", *rows)]) == 1
    same, different = table(capsys.readouterr().out)
    assert (same["rule"], same["due"]) == ("us-frbp:4004(a)", "2018-07-03")
    assert "The name also fits FRBP 4007(c), by which the date is the same." in same["notes"]
    assert "names several rules" in different["notes"]


def test_the_empty_lines_of_a_spreadsheet_are_no_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path / "rows.csv", "id,court,from,period,service", "1,cand,2018-05-04,14 days,", ",,,,", "")
    assert main(["count", "--batch", file]) == 0
    assert [row["id"] for row in table(capsys.readouterr().out)] == ["1"]


def test_a_row_may_name_the_law_of_another_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path / "rows.csv", "id,court,rule,on,as_of", "1,cand,FRCP 72(a),2009-11-05,2009-12-01")
    assert main(["compute", "--batch", file]) == 0
    assert table(capsys.readouterr().out)[0]["due"] == "2009-11-19"


def test_a_rule_is_shown_with_the_days_and_circuits_in_which_a_trigger_starts_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["rules", "show", "FRCP 72(a)"]) == 0
    assert "order.1782 (until 18 May 2022; circuits 9), order.1782 (circuits 1, " in capsys.readouterr().out


def test_a_rule_is_shown_with_what_else_it_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", "KH-CIV-07"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("CCP 303: Chomtoah appeal (kh-civil:303)\n")
    assert "also called 259(2), KH-CIV-07" in out


def test_a_trigger_that_starts_one_rule_only_since_a_day_starts_it_from_then_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Since December 2017 the order for relief starts the time of every creditor, too."""
    rows = ("1,nysb,order-for-relief,2016-05-06", "2,nysb,order-for-relief,2024-05-06")
    assert main(["compute", "--batch", write(tmp_path / "rules.csv", "id,court,rule,on", *rows)]) == 0
    before, after = table(capsys.readouterr().out)
    assert (before["rule"], before["due"]) == ("us-frbp:502(b)(9)", "2016-11-02")
    assert (after["rule"], after["due"]) == ("us-frbp:3002(c)", "2024-07-15")
    assert "also starts 11 U.S.C. 502(b)(9)" in after["notes"]


def test_the_standing_and_the_source_of_an_older_text_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", "FRCP 53(f)(2)"]) == 0
    assert "in force until 1 December 2009: 20 days after [unverified: from memory]" in capsys.readouterr().out


def test_the_limbs_of_a_rule_are_named_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", "FRAP 4(a)(3)"]) == 0
    out = capsys.readouterr().out
    assert ": 14 days after the first notice of appeal was filed or (latest) 30 days after entry of the judgment" in out
