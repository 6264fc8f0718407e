"""The docket: its database, its log, its reminders, who sweeps, and its last copy."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.doctor.findings import Finding, look, mend, well
from storage import lateness, log
from storage.backups import last_backup
from storage.beats import Beat, last_beat
from storage.schema import version_of, versions
from storage.store import Store

LATE = timedelta(minutes=5)
ASLEEP = timedelta(minutes=3)
OLD_BACKUP = timedelta(days=2)
RESTART = "Start it: adquem run. Nothing is lost: what was missed is said, oldest first."


def look_at_docket(store: Store, now: datetime) -> Iterator[Finding]:
    """Look at everything that the database tells; nothing more, if it cannot be read or is of another version."""
    try:
        database = _database(store)
        yield database
        if not database.advice:
            with store.reading() as session:
                yield from _rows(session, now)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        yield mend("database", f"It cannot be read: {reason}.", "Check DATABASE_URL, ADQUEM_DATA and the server.")


def _rows(session: Session, now: datetime) -> Iterator[Finding]:
    yield _log(session)
    yield _sweep(last_beat(session), now)
    yield _reminders(session, now)
    yield from _troubles(session)
    yield from _unwatched(session)
    yield _backup(last_backup(session), now)


def _database(store: Store) -> Finding:
    where = store.engine.url.render_as_string(hide_password=True)
    with store.snapshot() as connection:
        found = version_of(connection)
    if found is None:
        return mend("database", f"There is no docket in {where}.", "Start the bot once, or restore a backup.")
    if found not in versions():
        return mend("database", f"{where} was written by a newer Ad Quem (version {found}).", "Update this program.")
    if found != versions()[-1]:
        return look("database", f"{where} is of version {found}, {versions()[-1]} is the newest.", RESTART)
    return well("database", f"{where} can be read; its tables are of version {found}.")


def _log(session: Session) -> Finding:
    broken, length = sum(1 for _ in log.broken_links(session)), log.length(session)
    if broken:
        said = f"{broken} of {length:,} lines were changed after they were written."
        return mend("log", said, "Type: adquem audit verify. Compare with a backup.")
    return well("log", f"The chain of {length:,} lines holds.")


def _sweep(beat: Beat | None, now: datetime) -> Finding:
    if beat is None:
        return mend("sweep", "No process has ever looked for reminders here.", RESTART)
    ago = now - beat.at
    said = f"A sweep last ended {_long(ago)} ago."
    if beat.ended_at:
        return mend("sweep", f"The bot was stopped {_long(now - beat.ended_at)} ago.", RESTART)
    if ago > ASLEEP:
        return mend("sweep", f"{said} The process died or hangs.", RESTART)
    if not beat.reached_slack:
        return mend("sweep", f"{said} It could not reach Slack.", "See what is said of Slack below.")
    return well("sweep", said)


def _reminders(session: Session, now: datetime) -> Finding:
    waiting = lateness.backlog(session, now)
    late = now - waiting.oldest if waiting.oldest else timedelta()
    if late > LATE:
        said = f"{waiting.due + waiting.held:,} are due and not said, the oldest for {_long(late)}."
        return mend("reminders", said, "See the sweep, and the reminders in trouble.")
    return well("reminders", f"{waiting.planned:,} are planned; none is late.")


def _troubles(session: Session) -> Iterator[Finding]:
    for trouble, many in sorted(lateness.troubles(session).items()):
        count = "1 reminder waits" if many == 1 else f"{many:,} reminders wait"
        yield look("reminders", f"{count}: {trouble}", "/docket names them to those whose cases they are about.")


def _unwatched(session: Session) -> Iterator[Finding]:
    if many := lateness.unwatched(session):
        said = "1 open deadline has no reminder" if many == 1 else f"{many:,} open deadlines have no reminder"
        advice = "Let a channel follow their cases: /case link. /deadline list, in a channel, names them."
        yield mend("reminders", f"{said}: nobody will hear of it.", advice)


def _backup(last: datetime | None, now: datetime) -> Finding:
    advice = "Let cron type every night: adquem backup --keep 30"
    if last is None:
        return look("backup", "None was ever taken.", advice)
    said = f"The last one was taken {_long(now - last)} ago."
    return look("backup", said, advice) if now - last > OLD_BACKUP else well("backup", said)


def _long(span: timedelta) -> str:
    """Return a span of time in its largest unit."""
    for unit, length in _UNITS.items():
        if span >= length:
            many = span // length
            return f"1 {unit}" if many == 1 else f"{many} {unit}s"
    return "a moment"


_UNITS = {
    "day": timedelta(days=1),
    "hour": timedelta(hours=1),
    "minute": timedelta(minutes=1),
    "second": timedelta(seconds=1),
}
