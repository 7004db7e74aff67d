"""Regular expressions that read alike under every Python that we promise."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import broadsheet

PACKAGE = Path(broadsheet.__file__).parent
POSSESSIVE_OR_ATOMIC = re.compile(r"(?<!\\)[*+?}]\+|\(\?>")


@pytest.mark.parametrize("typed", ["a*+", "(?:a|b)++", "a?+", "a{2}+", "(?>a)"])
def test_such_a_pattern_would_be_seen(typed: str) -> None:
    assert POSSESSIVE_OR_ATOMIC.search(typed)


def test_no_pattern_gives_nothing_back() -> None:
    # Before Python 3.11.5 such patterns match wrongly (python/cpython#106052, #100061).
    faults = [
        f"{file.relative_to(PACKAGE)}:{node.lineno}: {node.value}"
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and POSSESSIVE_OR_ATOMIC.search(node.value)
    ]
    assert faults == []
