"""The app's manifest, as it is pasted into Slack: `manifest.yml`."""

from pathlib import Path
from typing import Any

import yaml


def manifest() -> dict[str, Any]:
    """Return the app's manifest: beside the packages in a checkout, inside of them once installed."""
    package = Path(__file__).parent
    inside, beside = package / "manifest.yml", package.parent / "manifest.yml"
    text = (inside if inside.exists() else beside).read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))
