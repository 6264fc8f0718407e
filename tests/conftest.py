"""What every test may ask for: a clock, a migrated store on SQLite and on PostgreSQL, the rulebook, a desk."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections import Counter
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import pytest

from bot.clock import PracticeClock
from storage.store import Store
from tests.support.measuring import nothing_measured
from tests.support.postgres import Postgres
from tests.support.warm import warm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.docket.desk import Desk
    from bot.rulebook import Rulebook

MORNING = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)  # Monday 7 May 2018, 08:30 in San Francisco


OURS = ("bot", "handlers", "storage")
SAMPLES = 2
"""So many of the values with which a test is repeated are measured: the others run the same lines, or nearly."""
REPEATED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Note what is a repetition. Skip what needs a browser where there is none; in CI nothing is ever skipped."""
    note_repetitions(items)
    if Path("/usr/bin/chromium").exists() or os.environ.get("CI") == "true":
        return
    missing = pytest.mark.skip(reason="needs /usr/bin/chromium: `make chromium` as root installs it")
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(missing)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Pause measuring while tests are only read; what runs as our modules are imported is measured before."""
    for package in OURS:
        for module in walk_packages(import_module(package).__path__, f"{package}."):
            if "migrations" not in module.name:  # Alembic runs those
                import_module(module.name)
    with nothing_measured():
        return (yield)


def pytest_collection_finish() -> None:
    """Keep Python from looking for garbage among tens of thousands of tests, again and again."""
    gc.freeze()


def note_repetitions(items: list[pytest.Item]) -> None:
    """Note of each test whether the same one is measured with other values before it."""
    met: Counter[str] = Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        item.stash[REPEATED] = met[test] >= SAMPLES
        met[test] += not is_a_twin(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Pause measuring, which doubles or triples a test's time, where other tests run the same lines."""
    is_marked = item.get_closest_marker("unmeasured") or item.get_closest_marker("browser")
    if not (is_marked or is_a_twin(item) or item.stash[REPEATED]):
        return (yield)
    with nothing_measured():
        return (yield)


def is_a_twin(item: pytest.Item) -> bool:
    """Whether a test repeats on PostgreSQL what it proves on SQLite, above the store."""
    return "[postgres" in item.name and "storage" not in item.path.parts


@pytest.fixture
def clock() -> PracticeClock:
    return PracticeClock(MORNING)


@pytest.fixture(scope="session")
def book() -> Rulebook:
    from bot.rulebook import load_rulebook

    return load_rulebook()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    store = Store.at(path)
    store.migrate()
    store.close()
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with tempfile.TemporaryDirectory(prefix="adquem-postgres-") as folder, Postgres.started(Path(folder)) as server:
        store = Store(server.url("template1"))
        store.migrate()
        store.close()
        yield server


@pytest.fixture
def sqlite_store(sqlite_template: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(sqlite_template, tmp_path / "docket.db")
    store = warm(Store.at(tmp_path / "docket.db"))
    yield store
    store.close()


@pytest.fixture(scope="session")
def postgres_database(postgres: Postgres) -> Iterator[str]:
    with postgres.database("docket") as url:
        yield url


@pytest.fixture
def postgres_url(postgres: Postgres, postgres_database: str) -> str:
    """Return the address of an empty docket; emptying one is a hundred times quicker than making one."""
    postgres.renew("docket")
    return postgres_database


@pytest.fixture
def postgres_store(postgres_url: str) -> Iterator[Store]:
    store = warm(Store(postgres_url))
    yield store
    store.close()


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest) -> Store:
    """Every contract of the store is tested on both databases."""
    both: Store = request.getfixturevalue(f"{request.param}_store")
    return both


@pytest.fixture
def desk(store: Store, clock: PracticeClock, book: Rulebook) -> Desk:
    from bot.docket.desk import Desk

    return Desk(store=store, clock=clock, book=book)
