"""`/deadline`: see what is open and why, agree to it, hand it on, and close it with proof."""

from bot.docket.sight import find_deadline
from handlers import facts, phrases
from handlers.commands import deadline_adding as adding
from handlers.commands import deadline_assigning as assigning
from handlers.commands import deadline_closing as closing
from handlers.commands import deadline_computing as computing
from handlers.commands import deadline_confirming as confirming
from handlers.commands import deadline_extending as extending
from handlers.commands import deadline_supposing as supposing
from handlers.commands.command import Command, Handle
from handlers.commands.deadline_lists import show_all
from handlers.commands.single_event import take_file
from handlers.examples import ref_and_rest
from handlers.reading import first_word
from handlers.replies import Reply, sentence
from handlers.requests import Request


def show(request: Request) -> Reply:
    """Show one deadline as it stands, with what happened to it."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref_and_rest(request)[0])
        shown = facts.deadline_page(session, request.desk, deadline, channel_id=request.who.channel_id)
    return Reply(message=shown)


def explain(request: Request) -> Reply:
    """Tell how a date was counted, or who gave it."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref_and_rest(request)[0])
        return Reply(message=facts.explanation(session, request.desk, deadline))


def confirm(request: Request) -> Reply:
    """Agree to a date; where no deadline is named, list those that wait for a second person."""
    return confirming.confirm(request) if request.text.strip() else show_all(request.rest("unconfirmed"))


def seldom(request: Request) -> Reply:
    """Do what was chosen from the menu behind the three dots: its value is a verb and a short id."""
    verb, ref = first_word(request.value)
    if verb not in _SELDOM:
        return sentence(phrases.UNKNOWN_BUTTON)
    return _SELDOM[verb](request, ref)


_SELDOM = {"file": take_file, "extend": extending.open_extend, "moot": closing.open_moot, "reopen": closing.open_reopen}

COMMAND = Command(
    name="/deadline",
    is_dated=True,
    bare=show_all,
    verbs={
        "list": show_all,
        "show": show,
        "explain": explain,
        "add": adding.add,
        "whatif": supposing.whatif,
        "confirm": confirm,
        "done": closing.done,
        "assign": assigning.assign,
        "snooze": assigning.snooze,
        "extend": extending.extend,
        "moot": closing.moot,
        "reopen": closing.reopen,
    },
)

ACTIONS: dict[str, Handle] = {
    "deadline.done": lambda request: closing.open_done(request, request.value),
    "deadline.assign": lambda request: assigning.open_assign(request, request.value),
    "deadline.snooze": lambda request: assigning.open_snooze(request, request.value),
    "deadline.extend": lambda request: extending.open_extend(request, request.value),
    "deadline.moot": lambda request: closing.open_moot(request, request.value),
    "deadline.reopen": lambda request: closing.open_reopen(request, request.value),
    "deadline.more": seldom,
    "deadline.compute": computing.open_form,
}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {
    "deadline.add": adding.submitted,
    "deadline.begin": adding.begun,
    "deadline.compute": computing.submitted,
    "deadline.save": computing.save,
    "deadline.whatif": supposing.submitted,
    "deadline.whatif_rule": supposing.rule_submitted,
    "deadline.confirm": confirming.submitted,
    "deadline.done": closing.done_submitted,
    "deadline.assign": assigning.assign_submitted,
    "deadline.snooze": assigning.snooze_submitted,
    "deadline.extend": extending.submitted,
    "deadline.moot": closing.moot_submitted,
    "deadline.reopen": closing.reopen_submitted,
}
"""What its forms do when they are submitted, by their callback_ids."""
