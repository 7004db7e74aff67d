"""No test passes because there was nothing to try.

Each has an assertion that is reached whatever is found: outside of loops, or in one over what
stands there in so many words, and outside of branches, or in each of them. `assume` is one, since
Hypothesis fails where it never holds; so is a call of a helper whose name begins with `assert_`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

HERE = Path(__file__).parent
FILES = sorted(HERE.rglob("test_*.py"))
ASSERTING = ("assert_", "expect(", "assume(", "pytest.raises(", "pytest.warns(")
Names: TypeAlias = dict[str, ast.expr]
"""The values that a module gives names to."""


def names_in(module: ast.Module) -> Names:
    names: Names = {}
    for statement in module.body:
        match statement:
            case ast.Assign([ast.Name(name)], value):
                names[name] = value
            case ast.AnnAssign(ast.Name(name), _, ast.expr() as value):
                names[name] = value
    return names


def holds_something(looped: ast.expr, names: Names) -> bool:
    """Tell whether what is looped over stands there in so many words."""
    match looped:
        case ast.Tuple(each) | ast.List(each) | ast.Set(each):
            return any(not isinstance(one, ast.Starred) for one in each)
        case ast.Dict(keys):
            return any(keys)
        case ast.Name(name):
            return name in names and holds_something(names[name], {})
        case ast.Call(ast.Attribute(value, "items" | "values")):
            return holds_something(value, names)
        case ast.Call(ast.Name("enumerate" | "zip"), [first, *_]):
            return holds_something(first, names)
        case ast.Call(ast.Name("range"), [*_, ast.Constant(end)]):
            return bool(end)
    return False


def is_hollow(said: ast.expr, names: Names) -> bool:
    """Tell whether it is so of nothing too: each of it is, or of it none is otherwise."""
    match said:
        case ast.Call(ast.Name("all"), [each]):
            chosen = True
        case ast.UnaryOp(ast.Not(), ast.Call(ast.Name("any"), [each])):
            chosen = True
        case ast.UnaryOp(ast.Not(), each) | ast.Compare(each, [ast.Eq()], [ast.List([])]):
            chosen = False
        case _:
            return False
    if not isinstance(each, ast.ListComp | ast.SetComp | ast.GeneratorExp):
        return False
    chosen |= any(loop.ifs for loop in each.generators)
    return chosen and not all(holds_something(loop.iter, names) for loop in each.generators)


def asserts(statement: ast.stmt, names: Names) -> bool:
    """Tell whether something is asserted wherever a statement is reached."""

    def within(body: list[ast.stmt]) -> bool:
        return any(asserts(each, names) for each in body)

    match statement:
        case ast.Assert(said):
            return not is_hollow(said, names)
        case ast.Expr(value):
            return ast.unparse(value).startswith(ASSERTING)
        case ast.With(items, body) | ast.AsyncWith(items, body):
            opened = [ast.unparse(item.context_expr) for item in items]
            return any(each.startswith(ASSERTING) for each in opened) or within(body)
        case ast.Try(body=body, finalbody=last):
            return within(body) or within(last)
        case ast.For(iter=looped, body=body):
            return holds_something(looped, names) and within(body)
        case ast.If(_, body, other):
            return within(body) and within(other)
    return False


def returns(body: list[ast.stmt]) -> bool:
    """Tell whether a function may end before its last line, but for those that stand in it."""
    return any(
        isinstance(each, ast.Return)
        or any(
            returns(inner)
            for name in ("body", "orelse", "handlers", "finalbody", "cases")
            if not isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
            if (inner := getattr(each, name, []))
        )
        for each in body
    )


def hollow_tests(source: str) -> Iterator[str]:
    """The names of tests that may pass without having asserted anything."""
    module = ast.parse(source)
    names = names_in(module)
    functions = (
        each
        for each in ast.walk(module)
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    for test in functions:
        sure = not returns(test.body) and any(asserts(each, names) for each in test.body)
        if test.name.startswith("test_") and not sure:
            yield test.name


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HERE)))
def test_every_test_asserts_whatever_is_found(file: Path) -> None:
    assert list(hollow_tests(file.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "body",
    [
        "print()",
        "for each in found():\n        assert each",
        "for each in FOUND:\n        assert each",
        "for each in (*FOUND,):\n        assert each",
        "while found():\n        assert 1",
        "if found():\n        assert 1",
        "assert all(each for each in found)",
        "assert not any(each for each in found)",
        "assert not [each for each in found if each]",
        "assert [each for each in found if each] == []",
        "if not found:\n        return\n    assert found",
        "try:\n        found()\n    except OSError:\n        return\n    assert 1",
    ],
)
def test_a_test_that_may_assert_nothing_is_found(body: str) -> None:
    assert list(hollow_tests(f"FOUND = found()\ndef test_it():\n    {body}\n")) == ["test_it"]


@pytest.mark.parametrize(
    "body",
    [
        "assert found",
        "assert [each.code for each in found] == []",
        "assert all(each for each in (1, 2))",
        "for each in (1, *FOUND):\n        assert each",
        "for each in NUMBERS:\n        assert each",
        "for at, each in enumerate({1: 2}.items()):\n        assert each",
        "with pytest.raises(ValueError):\n        found()",
        "if found():\n        assert 1\n    else:\n        assert 2",
        "def within():\n        return 1\n    assert within()",
        "assert_same(1, 2)",
    ],
)
def test_a_test_that_asserts_is_let_be(body: str) -> None:
    assert list(hollow_tests(f"NUMBERS = [1]\ndef test_it():\n    {body}\n")) == []
