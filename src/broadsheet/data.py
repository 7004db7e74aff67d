"""Data that ships with the package, as YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

PACKAGE: Final = Path(__file__).parent
"""The folder of the package: what ships with it lies in it."""


def shipped(package: str, name: str) -> Any:
    """Read a YAML file of ours, by package and name.

    Raises FileNotFoundError where the package has no such file.
    """
    import yaml  # only now: to know where the package lies, nothing need be read

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # safe either way, and ten times faster
    file = PACKAGE.parent.joinpath(*package.split("."), name)
    return yaml.load(file.read_text("utf-8"), Loader=loader)  # noqa: S506
