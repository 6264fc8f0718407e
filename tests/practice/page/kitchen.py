"""A bot that shows everything Slack can show and notes whatever it receives: the page is tested against it."""

from typing import Any

from slack_bolt import Ack, App, Respond, Say

Json = dict[str, Any]
INITIAL_MOMENT = 1526713140  # Friday 18 May 2018, 11:59 pm in San Francisco


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": True}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def section(text: str, **more: Any) -> Json:
    return {"type": "section", "text": mrkdwn(text), **more}


def option(name: str) -> Json:
    return {"text": plain(name), "value": name.lower().replace(" ", "-")}


OPTIONS = [option(name) for name in ("By mail", "By hand", "Through ECF")]


def input_block(block_id: str, element: Json, label: str | None = None, **more: Any) -> Json:
    element = {"action_id": "typed", **element}
    return {"type": "input", "block_id": block_id, "label": plain(label or block_id), "element": element, **more}


MESSAGE_ELEMENTS: list[Json] = [
    {
        "type": "button",
        "action_id": "done",
        "text": plain("Done"),
        "style": "primary",
        "value": "D45",
    },
    {
        "type": "button",
        "action_id": "moot",
        "text": plain("Moot"),
        "style": "danger",
        "value": "D45",
        "confirm": {
            "title": plain("Mark as moot?"),
            "text": mrkdwn("*D45* will not be reminded again."),
            "confirm": plain("Mark as moot"),
            "deny": plain("Keep it"),
            "style": "danger",
        },
    },
    {"type": "overflow", "action_id": "more", "options": OPTIONS},
    {"type": "static_select", "action_id": "service", "placeholder": plain("Service"), "options": OPTIONS},
    {"type": "multi_static_select", "action_id": "several", "placeholder": plain("Several"), "options": OPTIONS},
    {"type": "users_select", "action_id": "owner", "placeholder": plain("Owner")},
    {"type": "channels_select", "action_id": "where", "placeholder": plain("Where")},
    {"type": "conversations_select", "action_id": "talk", "placeholder": plain("Conversation")},
    {"type": "datepicker", "action_id": "day", "placeholder": plain("Day"), "initial_date": "2018-05-11"},
    {"type": "timepicker", "action_id": "hour", "placeholder": plain("Hour"), "timezone": "America/Los_Angeles"},
    {"type": "checkboxes", "action_id": "keep", "options": OPTIONS[:2], "initial_options": OPTIONS[:1]},
    {"type": "radio_buttons", "action_id": "one", "options": OPTIONS[:2]},
]

CARD: list[Json] = [
    {"type": "header", "text": plain("Order of May 4, 2018 :scales:")},
    section("*Objections* due <!date^1526713140^{date_long} at {time}|Friday, May 18, 2018, 11:59 PM PDT>"),
    {"type": "section", "fields": [mrkdwn("*Owner*\n<@U0MAYA>"), mrkdwn("*Court*\nN.D. Cal.")]},
    {"type": "divider"},
    {"type": "context", "elements": [mrkdwn("Unconfirmed. <https://example.org/rule|FRCP 72(a)>")]},
    {"type": "actions", "block_id": "acts", "elements": MESSAGE_ELEMENTS},
]

RICH: list[Json] = [
    {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [
                    {"type": "text", "text": "What to try", "style": {"bold": True}},
                    {"type": "user", "user_id": "U0DARA"},
                ],
            },
            {
                "type": "rich_text_list",
                "style": "ordered",
                "elements": [
                    {"type": "rich_text_section", "elements": [{"type": "text", "text": "Add a hearing"}]},
                    {"type": "rich_text_section", "elements": [{"type": "text", "text": "Press Done"}]},
                ],
            },
            {"type": "rich_text_quote", "elements": [{"type": "text", "text": "A quote"}]},
            {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "a  b"}]},
        ],
    },
    {"type": "image", "image_url": "https://elsewhere.example/chart.png", "alt_text": "A chart from elsewhere"},
    {
        "type": "table",
        "column_settings": [{"is_wrapped": True}, {"align": "right"}],
        "rows": [
            [{"type": "raw_text", "text": "Deadline"}, {"type": "raw_text", "text": "Due"}],
            [{"type": "raw_text", "text": "Objections"}, {"type": "raw_text", "text": "Fri, May 18, 2018"}],
        ],
    },
]

MARKDOWN: list[Json] = [
    {
        "type": "markdown",
        "text": "## Chronology\n**bold**\n\n- [x] filed\n- [ ] served\n\n| Day | Event |\n|---|---|\n| 4 May | Order |",
    }
]

KHMER = "សវនាការលើបណ្តឹងសុំឱ្យដោះលែងជាបណ្តោះអាសន្ន ថ្ងៃចន្ទ ទី៧ ខែឧសភា ឆ្នាំ២០១៨ នៅសាលាដំបូងរាជធានីភ្នំពេញ"

INPUTS: list[Json] = [
    input_block("kind", {"type": "static_select", "options": OPTIONS}, "How it was served", dispatch_action=True),
    input_block("day", {"type": "datepicker"}, "Date entered", hint=plain("As the docket has it.")),
    input_block("hour", {"type": "timepicker", "timezone": "America/Los_Angeles"}, "Hour", optional=True),
    input_block("moment", {"type": "datetimepicker", "initial_date_time": INITIAL_MOMENT}, "Moment", optional=True),
    input_block("text", {"type": "plain_text_input", "multiline": True, "min_length": 5}, "What it orders"),
    input_block("mail", {"type": "email_text_input"}, "Contact", optional=True),
    input_block("link", {"type": "url_text_input"}, "Document", optional=True),
    input_block("days", {"type": "number_input", "is_decimal_allowed": False, "min_value": "1"}, "Days", optional=True),
    input_block("several", {"type": "multi_static_select", "options": OPTIONS}, "Several", optional=True),
    input_block("people", {"type": "multi_users_select"}, "People", optional=True),
    input_block("case", {"type": "external_select", "min_query_length": 1}, "Case", optional=True),
    input_block("keep", {"type": "checkboxes", "options": OPTIONS[:2]}, "Keep", optional=True),
    input_block("one", {"type": "radio_buttons", "options": OPTIONS, "initial_option": OPTIONS[0]}, "One of them"),
    {
        "type": "actions",
        "block_id": "acts",
        "elements": [{"type": "button", "action_id": "push", "text": plain("Another form")}],
    },
]


def form(*extra: Json, title: str = "Record an order", blocks: list[Json] | None = None) -> Json:
    return {
        "type": "modal",
        "callback_id": "order",
        "title": plain(title),
        "submit": plain("Save"),
        "close": plain("Cancel"),
        "notify_on_close": True,
        "blocks": [*(blocks if blocks is not None else INPUTS), *extra],
    }


def small_form(title: str) -> Json:
    pen = {"type": "plain_text_input", "action_id": "noted"}
    return form(title=title, blocks=[input_block("note", pen, "Note", optional=True, dispatch_action=True)])


def equip(app: App, received: list[Json]) -> None:
    """Teach a Bolt app everything that the tests ask it for."""
    _answer_commands(app)
    _answer_actions(app, received)
    _answer_forms(app, received)
    _answer_events(app)


def _answer_commands(app: App) -> None:
    @app.command("/card")
    def _card(ack: Ack, say: Say, command: Json) -> None:
        ack()
        shown = {"rich": RICH, "markdown": MARKDOWN}.get(command["text"], CARD)
        say(text="A card", blocks=shown)

    @app.command("/form")
    def _form(ack: Ack, body: Json) -> None:
        ack()
        app.client.views_open(trigger_id=body["trigger_id"], view=form())

    @app.command("/whisper")
    def _whisper(ack: Ack, respond: Respond, command: Json) -> None:
        ack()
        respond(command["text"] or "Only for you.")


def _answer_actions(app: App, received: list[Json]) -> None:
    @app.action("push")
    def _push(ack: Ack, body: Json) -> None:
        ack()
        app.client.views_push(trigger_id=body["trigger_id"], view=small_form("Second form"))

    @app.action("typed")
    def _typed(ack: Ack, body: Json) -> None:
        ack()
        received.append(body)
        chosen = body["actions"][0].get("selected_option", {}).get("value", "")
        app.client.views_update(view_id=body["view"]["id"], view=form(section(f"Served {chosen}: three days more.")))

    @app.action("noted")
    @app.action({"block_id": "acts"})
    def _acted(ack: Ack, body: Json) -> None:
        ack()
        received.append(body)

    @app.options("typed")
    def _cases(ack: Ack, payload: Json) -> None:
        ack(options=[option(f"Case {payload['value']}")])


def _answer_forms(app: App, received: list[Json]) -> None:
    @app.view("order")
    def _saved(ack: Ack, body: Json) -> None:
        received.append(body)
        values = body["view"]["state"]["values"]
        early = "day" in values and values["day"]["typed"]["selected_date"] < "2018-01-01"
        if early:
            ack(response_action="errors", errors={"day": "The case was not open on that day. Type the date entered."})
        else:
            ack()

    @app.view_closed("order")
    def _closed(ack: Ack, body: Json) -> None:
        received.append(body)
        ack()

    @app.shortcut("new_entry")
    @app.shortcut("record")
    def _shortcut(ack: Ack, body: Json) -> None:
        ack()
        received.append(body)
        app.client.views_open(trigger_id=body["trigger_id"], view=small_form("From a shortcut"))


def _answer_events(app: App) -> None:
    @app.event("app_home_opened")
    def _home(event: Json) -> None:
        if event["tab"] == "home":
            blocks = [{"type": "header", "text": plain("Your deadlines")}, CARD[-1]]
            app.client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    @app.event("app_mention")
    def _mention(say: Say, event: Json) -> None:
        say(text=f"You said: {event['text']}", thread_ts=event["ts"])

    @app.event("message")
    @app.event("member_joined_channel")
    def _heard() -> None:
        """Nothing to do: the page shows messages by itself."""
