"""What the page's modules work out by themselves."""

import pytest
from playwright.sync_api import Page

from tests.practice.page.conftest import evaluate

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
LOS_ANGELES = "America/Los_Angeles"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:30 am", ["09:30"]),
        ("9.30pm", ["21:30"]),
        ("9 p.m.", ["21:00"]),
        ("12 am", ["00:00"]),
        ("12:15 pm", ["12:15"]),
        ("09:30", ["09:30"]),
        ("14:05", ["14:05"]),
        ("0:10", ["00:10"]),
        ("9:30", ["09:30", "21:30"]),
        ("12", ["00:00", "12:00"]),
        ("24:00", []),
        ("9:60", []),
        ("13 pm", []),
        ("soon", []),
    ],
)
def test_a_time_is_read_in_every_way_it_can_be_meant(modules: Page, typed: str, meant: list[str]) -> None:
    assert evaluate(modules, "widgets/timefield.js", f"readings({typed!r})") == meant


@pytest.mark.parametrize(
    ("day", "hour", "zone", "instant"),
    [
        ("2018-05-11", "09:00", LOS_ANGELES, "2018-05-11T16:00:00.000Z"),
        ("2018-03-11", "01:59", LOS_ANGELES, "2018-03-11T09:59:00.000Z"),
        ("2018-03-11", "02:30", LOS_ANGELES, "2018-03-11T10:30:00.000Z"),  # does not exist: the hour after the gap
        ("2018-03-11", "05:00", LOS_ANGELES, "2018-03-11T12:00:00.000Z"),
        ("2018-11-04", "03:00", LOS_ANGELES, "2018-11-04T11:00:00.000Z"),
        ("2018-03-25", "02:30", "Europe/Paris", "2018-03-25T01:30:00.000Z"),
        ("2018-01-01", "00:00", "Asia/Phnom_Penh", "2017-12-31T17:00:00.000Z"),
    ],
)
def test_a_day_and_hour_in_a_zone_are_one_instant(modules: Page, day: str, hour: str, zone: str, instant: str) -> None:
    asked = f"new Date(module.instantAt({{ day: '{day}', hour: '{hour}', zone: '{zone}' }})).toISOString()"
    assert modules.evaluate(f"import('/page/time.js').then((module) => {asked})") == instant


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{date_num}", "2018-05-18"),
        ("{date_short}", "May 18, 2018"),
        ("{date}", "May 18th, 2018"),
        ("{date_long_pretty} at {time}", "tomorrow at 11:59 PM"),
        ("{time_secs}", "11:59:00 PM"),
        ("{ago}", "in 1 day"),
        ("{unknown}", "the fallback"),
    ],
)
def test_a_date_token_is_put_in_words(modules: Page, written: str, shown: str) -> None:
    token = f"seconds: 1526713140, format: '{written}', fallback: 'the fallback'"
    reader = f"zone: '{LOS_ANGELES}', now: Date.parse('2018-05-18T03:00:00Z')"
    assert evaluate(modules, "text/datetokens.js", f"dateText({{ {token}, {reader} }})") == shown


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("*bold* _it_ ~no~ `a*b*`", "<b>bold</b> <i>it</i> <s>no</s> <code>a*b*</code>"),
        ("2*3*4 snake_case_name", "2*3*4 snake_case_name"),
        ("*_both_*", "<b><i>both</i></b>"),
        ("* not bold *", "* not bold *"),
        ("&lt;b&gt; &amp;amp;", "&lt;b&gt; &amp;amp;"),
        ("<javascript:alert(1)|press>", "&lt;javascript:alert(1)|press&gt;"),
        ("```\n*as it is*\n```after", "<pre>*as it is*</pre>after"),
        ("``` never closed", "``` never closed"),
        ("&gt; one\n&gt; two\nthree", "<blockquote>one<br>two</blockquote>three"),
        ("• one\n• two", '<span class="bullet">one</span><span class="bullet">two</span>'),
        (":flag-kh: :nonsense:", "🇰🇭 :nonsense:"),
    ],
)
def test_mrkdwn_becomes_nodes(modules: Page, written: str, drawn: str) -> None:
    script = """async (text) => {
        const { mrkdwn } = await import('/page/text/mrkdwn.js');
        const node = document.createElement('div');
        node.append(...mrkdwn(text));
        return node.innerHTML;
    }"""
    assert modules.evaluate(script, written) == drawn
