"""A case with its team, and the ways to plan and to do an import into it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bot.calendars import follow
from bot.docket import cases, people
from bot.docket.desk import Desk
from bot.importing import Alike, Imported, Plan, do, plan_import, read_contents, setting_of
from storage.cases import Case
from storage.docket import Deadline, Entry, deadlines_of, entries_of
from storage.log import AuditEntry

HEADINGS = "kind,title,date,time,place,trigger,service,served,owner,uid"
Rows = Callable[..., bytes]


@dataclass
class Docket:
    """A docket with one case, and what can be done about it."""

    desk: Desk
    case: Case

    def plan(self, content: bytes | str, *, alike: Alike = Alike.ASK) -> Plan:
        with self.desk.look() as session:
            return self._planned(session, content, alike)

    def do(self, content: bytes | str, *, alike: Alike = Alike.ASK, **decided: Any) -> Imported:
        with self.desk.change(by="U_MAYA") as change:
            return do(change, self._planned(change.session, content, alike), **decided)

    def _planned(self, session: Any, content: bytes | str, alike: Alike) -> Plan:
        data = content.encode() if isinstance(content, str) else content
        setting = setting_of(session, self.desk.book, self.case, now=self.desk.clock.now())
        return plan_import(session, self.desk.book, self.case, read_contents(data, self.case, setting), alike=alike)

    @property
    def entries(self) -> list[Entry]:
        with self.desk.look() as session:
            return list(entries_of(session, [self.case.key]))

    @property
    def deadlines(self) -> list[Deadline]:
        with self.desk.look() as session:
            return list(deadlines_of(session, [self.case.key], status=None))

    @property
    def log(self) -> list[AuditEntry]:
        from sqlmodel import col, select

        with self.desk.look() as session:
            return list(session.exec(select(AuditEntry).order_by(col(AuditEntry.id))))


@pytest.fixture
def docket(desk: Desk) -> Docket:
    desk = Desk(store=desk.store, clock=desk.clock, book=desk.book, followers=(follow,))
    with desk.store.writing() as session:
        people.meet(session, person_id="U_MAYA", name="Maya Ortiz", zone="America/Los_Angeles")
        people.are_in(session, channel_id="C_US", person_ids=["U_MAYA"])
    with desk.change(by="U_CLAIRE") as change:
        case = cases.open_case(
            change, court="cand", docket_number="3:18-mc-80024-SK", caption="Rainsy v. Facebook", channel_id="C_US"
        )
    return Docket(desk=desk, case=case)
