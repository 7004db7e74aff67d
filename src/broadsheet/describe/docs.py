"""The docstrings that follow fields and constants in source, which Python itself drops.

Reading source takes longer than checking a lesson, so it is done only for whoever asks for the
schema or the reference page, and never when a model is made.
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from itertools import pairwise
from types import ModuleType

from pydantic import BaseModel


def of_fields(model: type[BaseModel]) -> dict[str, str]:
    """What each field of a model means, in the words of its own class or else of a base."""
    documented: dict[str, str] = {}
    for owner in reversed(model.__mro__):
        if issubclass(owner, BaseModel) and owner is not BaseModel:
            tree = ast.parse(textwrap.dedent(inspect.getsource(owner)))
            documented |= _after_assignments(tree.body[0])
    return {name: documented[name] for name in model.model_fields if name in documented}


def of_constants(module: ModuleType) -> dict[str, str]:
    """What each documented constant or type alias of a module means."""
    return _after_assignments(ast.parse(inspect.getsource(module)))


def of_class(owner: type) -> str:
    """A class's own docstring, or nothing."""
    return as_paragraphs(owner.__dict__.get("__doc__") or "")


def as_paragraphs(docstring: str) -> str:
    """Put each paragraph on one line, as editors and Markdown expect it."""
    return re.sub(r"(?<=\S)\n(?=\S)", " ", inspect.cleandoc(docstring))


def _after_assignments(tree: ast.AST) -> dict[str, str]:
    """Each name that is assigned in a body, with the string that stands right after it."""
    body: list[ast.stmt] = getattr(tree, "body", [])
    found: dict[str, str] = {}
    for statement, following in pairwise(body):
        match statement, following:
            case (
                ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(docstring))),
            ):
                found[name] = as_paragraphs(docstring)
            case _:
                pass
    return found
