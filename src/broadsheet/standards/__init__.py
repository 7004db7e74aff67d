"""The catalogue of teaching standards: codes, and what each asks for in our own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from broadsheet.data import shipped


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard of one framework."""

    code: str
    framework: str
    paraphrase: str
    """What it asks for, in our words; the wording of the framework is not ours to print."""

    @property
    def printed_code(self) -> str:
        """The framework's own code; ours ends in a language, where we say it in several."""
        return _LANGUAGE.sub("", self.code)


_LANGUAGE: Final = re.compile(r"-[a-z]{2}$")


@cache
def catalogue() -> Mapping[str, Standard]:
    """Every standard that ships, by code."""
    data = shipped(__name__, "catalogue.yaml")
    return {
        code: Standard(code, framework, paraphrase)
        for framework, standards in data.items()
        for code, paraphrase in standards.items()
    }
