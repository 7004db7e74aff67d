"""Data that ships with the package, as YAML."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml


def shipped(package: str, name: str) -> Any:
    """Read a YAML file of ours, by package and name.

    Raises FileNotFoundError where the package has no such file.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # safe either way, and ten times faster
    return yaml.load(files(package).joinpath(name).read_text("utf-8"), Loader=loader)  # noqa: S506
