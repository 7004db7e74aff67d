"""No regular expression of ours needs a Python newer than the oldest that we promise.

Before 3.11.5, possessive quantifiers and atomic groups match wrongly (python/cpython#106052 and
#100061): Debian 12 ships 3.11.2.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import broadsheet

SOURCE = Path(broadsheet.__file__).parent
ESCAPED = re.compile(r"\\.", re.DOTALL)
CLASS = re.compile(r"\[\^?\]?[^\]]*\]")
NEWER = re.compile(r"[*+?}]\+|\(\?>")


def needs_a_newer_python(pattern: str) -> bool:
    """Tell whether words, read as a pattern, have a possessive quantifier or an atomic group."""
    return bool(NEWER.search(CLASS.sub("c", ESCAPED.sub("e", pattern))))


@pytest.mark.parametrize("pattern", ["a*+b", "a++", "a?+", "a{2,3}+", "(?>a|b)", r"[+]++", r"\\*+"])
def test_what_old_pythons_misread_is_known(pattern: str) -> None:
    assert needs_a_newer_python(pattern)


@pytest.mark.parametrize("pattern", ["a*b+", "[*+]", "[]*+]", r"\*+", r"a\?+", "(?:a+)*", "C+ +"])
def test_what_every_python_reads_is_let_be(pattern: str) -> None:
    assert not needs_a_newer_python(pattern)


def typed_in(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every text of a module that is no docstring, with its line; a value within one is `x`."""
    documentation = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (
                str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values
            )
            yield node.lineno, "".join(parts)
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in documentation
        ):
            yield node.lineno, node.value


@pytest.mark.parametrize(
    "file", sorted(SOURCE.rglob("*.py")), ids=lambda file: str(file.relative_to(SOURCE))
)
def test_no_module_types_such_a_pattern(file: Path) -> None:
    found = [
        line
        for line, text in typed_in(ast.parse(file.read_text("utf-8")))
        if needs_a_newer_python(text)
    ]
    assert found == []


def test_no_pattern_put_together_from_parts_has_one() -> None:
    patterns = {
        f"{module.name}.{name}": value.pattern
        for module in pkgutil.walk_packages([str(SOURCE)], "broadsheet.")
        if not module.name.endswith("__main__")
        for name, value in vars(importlib.import_module(module.name)).items()
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str)
    }
    assert len(patterns) > 100
    assert [name for name, pattern in patterns.items() if needs_a_newer_python(pattern)] == []


@pytest.mark.parametrize(
    "file", sorted((SOURCE / "check" / "words").glob("*.json")), ids=lambda file: file.name
)
def test_no_table_of_words_has_one(file: Path) -> None:
    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            for inner in value.values() if isinstance(value, dict) else value:
                yield from texts(inner)

    table = list(texts(json.loads(file.read_text("utf-8"))))
    assert table
    assert [text for text in table if needs_a_newer_python(text)] == []
