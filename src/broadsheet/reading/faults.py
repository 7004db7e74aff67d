"""A value that is not what its key takes, in an author's words.

Pydantic's own English is never read: faults are told apart by its stable error types, so that
a new release of it cannot change what an author sees.
"""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from broadsheet.findings import Remark, YamlPath
from broadsheet.reading import format_rules as rules
from broadsheet.reading.document import Document, Mapping, Node, Scalar, Sequence
from broadsheet.reading.keys import keys_at, only_value
from broadsheet.reading.spelling import Meant, meant
from broadsheet.reading.values import KEY_PATTERN, LABEL_PATTERN, LANGUAGE_PATTERN
from broadsheet.text.language_tags import meant_tag
from broadsheet.text.unseen import a_named, first_unseen, without_unseen

_QUOTED: Final = re.compile(r"'([^']*)'")
_BULLET: Final = re.compile(r"[-–—•*·▪◦+]")

_EXPECTED: Final = {
    "string_type": "words",
    "string_too_short": "words",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing_size": "a smaller number",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "switch": "`yes` or `no`",
    "rows": "a number of rows, such as `3`, or a list of headings",
    "outside": "a path inside the folder of this file, without `..`",
    "no_path": "a path of at most 500 characters, none of them unseen",
    "collection": "the path from the unit to a lesson, such as `../my-lesson.yaml`",
}


def kind_of(value: object) -> str:
    """Name the kind of a node or plain value as an author would."""
    if isinstance(value, Sequence | list):
        return "a list"
    if isinstance(value, Mapping | dict):
        return "keys with values"
    text = value.text if isinstance(value, Scalar) else str(value)
    text = " ".join(text.split())
    return f"“{text if len(text) <= 40 else text[:39] + '…'}”"


def remark_for(fault: ErrorDetails, model: type[BaseModel], document: Document) -> Remark:
    """What pydantic found in a document that should be a `model`, at its place there."""
    path = _path_in(document, fault["loc"])
    kind, context = fault["type"], fault.get("ctx", {})
    name = _name(path)
    if kind == "missing":
        missing = str(fault["loc"][-1])
        whole = f" from `{name}`" if name else ""
        message = f"`{missing}` is missing{whole}"
        hint = f"add `{missing}: {only_value(model, missing, path)}`"
        return Remark(rules.MISSING_KEY, message, hint, path)
    if kind == "extra_forbidden":
        return _unknown_key(str(fault["loc"][-1]), path, model)
    if kind == "date":
        return Remark(rules.BAD_DATE, f"`{name}` is not a date: {context['reason']}", "", path)
    if kind == "rooms":
        rooms = ", ".join(f"`{room}`" for room in context["kinds"])
        return Remark(
            rules.TWO_ROOMS, f"the question offers {rooms} at once", "keep one of them", path
        )
    if kind == "answer":
        return Remark(
            rules.MISSING_KEY,
            "`answer` says no answer that earns full marks",
            "add `proficient: …`, or `rows: …` where the answer is a table's",
            path,
        )
    if kind == "source_or_sources":
        return Remark(
            rules.MISSING_KEY,
            "a lesson has either `source` or `sources`",
            "write `source:` for one piece, or `sources:` with `A:` and `B:` for a pair",
            path,
        )
    if fault["loc"][-1] == "[key]":
        form = _FORMS.get(context.get("pattern", ""), "")
        return Remark(rules.WRONG_KIND, f"`{name}` cannot be a key", form, path, at_key=True)
    if kind in ("literal_error", "enum"):
        return _none_of(context["expected"], fault["input"], name, path)
    message, hint = _wrong(kind, context, name, fault["input"])
    if context.get("pattern") == LANGUAGE_PATTERN and (tag := meant_tag(str(fault["input"]))):
        return Remark(
            rules.WRONG_KIND,
            message,
            f"did you mean `{tag}`? {_FORMS[LANGUAGE_PATTERN]}",
            path,
            near_match=tag,
            sure=tag == str(fault["input"]).replace("_", "-"),
        )
    return Remark(rules.WRONG_KIND, message, hint, path)


def _wrong(kind: str, context: dict[str, Any], name: str, found: object) -> tuple[str, str]:
    given = kind_of(found)
    if kind in _EXPECTED:
        return f"`{name}` takes {_EXPECTED[kind]}, not {given}", _kind_hint(kind, found)
    if kind == "kind":
        return f"`{name}` takes {context['what']}, not {given}", f"write, say, {context['example']}"
    if kind == "measure":
        return (
            f"`{name}` takes a number of {context['unit']}, not {given}"
            if context["unit"] != "cm or mm"
            else f"`{name}` takes a height in cm or mm, not {given}",
            f"write it as `{context['example']}`",
        )
    if kind == "string_pattern_mismatch":
        return f"`{name}` cannot be {given}", _FORMS.get(context["pattern"], "")
    bounds = {
        "greater_than_equal": ("at least", "ge"),
        "less_than_equal": ("at most", "le"),
        "too_short": ("at least", "min_length"),
        "too_long": ("at most", "max_length"),
    }
    if kind in bounds:
        words, key = bounds[kind]
        unit = (" items" if context[key] != 1 else " item") if kind.startswith("too") else ""
        actual = f"{len(found)}" if isinstance(found, list | dict) else given
        return f"`{name}` takes {words} {context[key]:g}{unit}, not {actual}", ""
    return f"`{name}` cannot be {given}", "see the reference of the format for what it takes"


_FORMS: Final = {
    LANGUAGE_PATTERN: "a language is named by its code: `en`, `es`, `uk`",
    KEY_PATTERN: "a key is made of Latin letters, digits, `-`, `_`, `.` and `:`, without blanks",
    LABEL_PATTERN: "the two sources are labelled `A` and `B`",
}


def _kind_hint(kind: str, found: object) -> str:
    """The commonest causes: a sentence with a colon, read as a key, and dashes without a blank."""
    if kind == "string_type" and isinstance(found, dict) and len(found) == 1:
        return 'text that holds a colon and a blank needs quotation marks ("…")'
    if kind == "string_type" and isinstance(found, list):
        return "a text has no dashes before it; one that begins with `[` needs quotation marks"
    if kind == "list_type" and isinstance(found, str) and _BULLET.match(found):
        return "each item of a list begins with an ordinary hyphen and a blank: `- item`"
    if kind == "list_type" and isinstance(found, str):
        return "a list is written as `[one, two]`, or with each `- item` on a line of its own"
    if kind == "int_parsing" and isinstance(found, str) and re.search(r"\d", found):
        return "write the number alone"
    return ""


def _none_of(expected: str, found: object, name: str, path: YamlPath) -> Remark:
    """Say which words a key takes, as in pydantic's “'prose', 'verse' or 'mixed'”."""
    known = _QUOTED.findall(expected) if isinstance(found, str) else []
    near = meant(str(found), known, cutoff=0.7)
    words = _QUOTED.sub(r"`\1`", expected)
    return Remark(
        rules.WRONG_KIND,
        f"`{name}` takes {words}, not {kind_of(found)}",
        near.question,
        path,
        near_match=near.one,
    )


def _unknown_key(key: str, path: YamlPath, model: type[BaseModel]) -> Remark:
    known = sorted(keys_at(model, path[:-1]))
    bare = without_unseen(key).strip("“”„‟‘’«»")
    near = Meant((bare,), bare) if bare in known else meant(key, known, cutoff=0.7)
    inside = _name(path[:-1])
    where = f" in `{inside}`" if inside else ""
    if (unseen := first_unseen(key)) is not None:
        where = f": {a_named(unseen)} stands in it"
    if key == "<<":
        hint = "keys of another mapping can't be merged in: write them out"
    elif near.names:
        hint = near.question
    else:
        hint = "known here: " + ", ".join(f"`{name}`" for name in known)
    return Remark(
        rules.UNKNOWN_KEY,
        f"`{key}` is not a key{where}",
        hint,
        path,
        at_key=True,
        near_match=near.one,
    )


def _path_in(document: Document, loc: tuple[int | str, ...]) -> YamlPath:
    """The steps of pydantic's location that exist in the file; it adds steps of its own."""
    path: list[str | int] = []
    node: Node = document.root
    for step in loc:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            node = node.entries[step].value
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _name(path: YamlPath) -> str:
    """The key an author knows a value by; a list's item is named by its list."""
    name = ""
    for step in path:
        name = step if isinstance(step, str) else f"{name}[{step + 1}]"
    return name
