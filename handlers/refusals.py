"""Why not, told where the person is looking: under a field, over the page, or beside the conversation."""

from bot.docket.errors import AlreadyTakenError
from handlers.replies import Reply, sentence
from handlers.requests import Kind, Request
from handlers.views.pages import notice_page


def refusal(request: Request, error: Exception) -> Reply:
    """Return the sentence of an error. A form stays open with it, unless it was taken before."""
    text = str(error)
    if request.kind is Kind.SUBMISSION:
        if request.fields and not isinstance(error, AlreadyTakenError):
            return Reply(errors={next(iter(request.fields)): text})
        return Reply(view=notice_page(text), in_place=True)
    return Reply(view=notice_page(text)) if request.in_modal else sentence(text)
