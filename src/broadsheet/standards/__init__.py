"""The catalogue of teaching standards: codes, and what each asks for in our own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from broadsheet.data import shipped


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard of one framework."""

    code: str
    framework: str
    paraphrase: str
    """What it asks for, in our words; the wording of the framework is not ours to print."""


@cache
def catalogue() -> Mapping[str, Standard]:
    """Every standard that ships, by code."""
    data = shipped(__name__, "catalogue.yaml")
    return {
        code: Standard(code, framework, paraphrase)
        for framework, standards in data.items()
        for code, paraphrase in standards.items()
    }
