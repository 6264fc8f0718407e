"""Write the next migration from the tables as the code has them: `python -m storage.migrations "What changed"`.

Read what it writes before you commit it.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command

from storage.store import Store, migrations

with tempfile.TemporaryDirectory() as folder:
    store = Store.at(Path(folder) / "docket.db")
    store.migrate()
    number = len(list((Path(__file__).parent / "versions").glob("*.py"))) + 1
    with store.engine.begin() as connection:
        command.revision(migrations(connection), message=sys.argv[1], autogenerate=True, rev_id=f"{number:04}")
    store.close()
