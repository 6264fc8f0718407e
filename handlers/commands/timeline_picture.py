"""The picture of the timeline, as a file that follows the list: who may see it, and what is in it."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from bot.timeline import Naming, nearest, open_files, picture_png
from handlers import phrases
from handlers.commands.timeline_words import Chosen
from handlers.replies import Attachment
from handlers.requests import Request
from handlers.roster import is_channel
from handlers.views.text import named
from handlers.views.timeline import case_refs
from storage.cases import Case, cases_of_channel
from storage.spots import Spot


def shared_in(session: Session, request: Request, cases: Sequence[Case], part: Chosen) -> str | None:
    """Return the channel in which everybody may see all of these cases, by the names that they go by in Slack.

    None, where only the asker surely may: outside of a channel, of a case that the channel does not follow, where they
    asked for themselves alone, and with captions, which a team that chose code names keeps from the channel.
    """
    channel_id = request.who.channel_id
    if channel_id is None or not is_channel(channel_id) or part.is_private or part.naming is Naming.CAPTION:
        return None
    followed = {case.key for case in cases_of_channel(session, channel_id)}
    return channel_id if followed.issuperset(case.key for case in cases) else None


def picture(
    request: Request,
    cases: Sequence[Case],
    part: Chosen,
    *,
    spots: Sequence[Spot],
    today: date,
    channel_id: str | None,
) -> Attachment:
    """Return the picture of the timeline, drawn when the list has been told."""
    desk, now = request.desk, request.desk.clock.now()
    shown = spots[nearest(len(spots), before=sum(1 for spot in spots if spot.day < today))]
    since, until = min(spot.day for spot in shown), max(spot.day for spot in shown)

    def drawn() -> bytes:
        with desk.look() as session:
            files = open_files(session, desk.book, cases, since=since, until=until)
        return picture_png(files, now=now, shape=part.shape, naming=part.naming, total=len(spots))

    words = phrases.TIMELINE_PICTURE_HERE if channel_id else phrases.TIMELINE_PICTURE_TO_YOU
    refs = case_refs(cases)
    return Attachment(
        name=f"timeline-{now:%Y-%m-%d}.png",
        title=phrases.TIMELINE_PICTURE.format(cases=refs),
        content=drawn,
        words=words.format(person=named(request.who.person_id), cases=refs),
        refused=phrases.TIMELINE_NO_PICTURE,
        channel_id=channel_id,
        alt=phrases.TIMELINE_PICTURE_SHOWS,
    )
