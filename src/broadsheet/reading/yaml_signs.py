"""What is wrong with a sign within a line: a quotation mark, a bracket, a colon, an escape."""

from __future__ import annotations

import re
from typing import Final

from broadsheet.reading.yaml_scene import VALUE_BEGINS, Explained, Scene, line_at

_QUOTED: Final = re.compile(r"'(?:[^']|'')*'(?!')|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)
_QUOTED_VALUE: Final = re.compile(
    r"(?:^ *(?:- +)*(?:[^\s:'\"#][^:\n]*: +)?|[\[{,] *)(?=['\"])", re.MULTILINE
)
_SPECIAL_VALUE: Final = re.compile(r"\s*(?:- +|[^\s:][^:]*: +)([@`%&*!|>\]},]|[-?:](?= ))")
_BRACKET_VALUE: Final = re.compile(rf"{VALUE_BEGINS}([\[{{])")
_COMMENT_THAT_CLOSES: Final = re.compile(r"[^\n#]*[ \t](?P<comment>#[^\n]*[\]}][^\n]*)")
"""A comment on the line of a bracket, with a bracket that should close it."""
_CURLY: Final = "“”„‟«»"

_SPECIAL_HINTS: Final = {
    "|": "end the line after the `|`, and indent the text below it",
    ">": "end the line after the `>`, and indent the text below it; a quotation that begins with "
    '`>` needs quotation marks ("…")',
    "*": 'put the value in quotation marks ("…"): *italics* and **bold** may begin only those',
}


def escape(scene: Scene) -> Explained | None:
    """A backslash that YAML does not know, between double quotation marks."""
    if "escape" not in scene.problem and "hexdecimal" not in scene.problem:
        return None
    at = max(scene.text.rfind("\\", scene.began, scene.at + 1), scene.began)
    if half := re.match(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}", scene.text[at : at + 6]):
        return (
            f"`{half[0]}` is half of a character",
            "write both halves, as in `\\ud83d\\ude00`, or the character itself",
            (at, at + len(half[0])),
        )
    return (
        "a backslash in double quotation marks begins an escape that YAML does not know",
        "use single quotation marks, or write the backslash twice",
        (at, at + 1),
    )


def lost_quotation_mark(scene: Scene) -> Explained | None:
    """A quoted value that never closes, or closes right before the place where it went wrong."""
    opened = _opened(scene)
    if opened is None:
        return None
    mark = scene.text[opened]
    return (
        f"the quotation mark {mark} that opens here has no partner where it is needed",
        _how_to_close(scene, opened)
        or "close it, or put the whole value on lines of its own under `key: |`",
        (opened, opened + 1),
    )


def _opened(scene: Scene) -> int | None:
    text, at = scene.text, scene.at
    if text[scene.began : scene.began + 1] in ("'", '"'):
        closed = _QUOTED.match(text, scene.began)
        if closed is None or closed.end() > at:
            return scene.began
    opened = None
    for value in _QUOTED_VALUE.finditer(text, 0, at):
        quoted = _QUOTED.match(text, value.end())
        if quoted and quoted.end() <= at and not text[quoted.end() : at].strip(" "):
            opened = value.end()
    return opened


def _how_to_close(scene: Scene, opened: int) -> str | None:
    """What to do about the commonest causes."""
    text = scene.text
    _, line = line_at(text, opened)
    mark, rest = text[opened], line[opened - line_at(text, opened)[0] + 1 :].rstrip()
    if text.startswith(mark * 3, opened):
        return f"YAML has no {mark * 3}: put the text on lines of its own under `key: |`"
    if rest.endswith(("”", "“", "„", "’", "»")) and mark not in rest:
        return f"the mark that should close it is {rest[-1]}: write {mark} there"
    if re.search(r"['\"][,;]$", rest) and rest.count(mark) == 1:
        return f"remove the {rest[-1]} at the end of the line: YAML needs none"
    closed = _QUOTED.match(text, opened)
    if closed is None:
        return None
    if mark == "'" and re.match(r"\w", text[closed.end() : closed.end() + 1]):
        return "an apostrophe between '…' is written twice (''); or use double quotation marks"
    if text[closed.end() : closed.end() + 1] not in ("\n", ""):
        other = "'" if mark == '"' else '"'
        return (
            f"text goes on after the {mark} that closes it: put {other} around the whole value, or "
            "put it on lines of its own under `key: |`"
        )
    return None


def colon(scene: Scene) -> Explained | None:
    """A colon and a blank in unquoted text."""
    if scene.text[scene.at : scene.at + 1] != ":":
        return None
    before = scene.text[scene.start : scene.at].strip()
    if not before:
        return (
            "a colon stands here with no key before it",
            "write `key: value`",
            (scene.at, scene.at + 1),
        )
    if " " not in before.removeprefix("- "):
        return None
    hint = 'put the whole value in quotation marks ("…"), or on lines of its own under `key: |`'
    value = re.match(rf"{VALUE_BEGINS}([{_CURLY}])", scene.line)
    if value:
        hint = f"{value[1]} is no quotation mark to YAML: {hint}"
    return (
        "a colon followed by a blank stands in unquoted text, where YAML takes it for a key",
        hint,
        (scene.at, scene.at + 1),
    )


def special(scene: Scene) -> Explained | None:
    """A value that begins with a sign of YAML's own."""
    found = _SPECIAL_VALUE.match(scene.line)
    if found is None:
        return None
    offset = scene.start + found.start(1)
    sign = "`` ` ``" if found[1] == "`" else f"`{found[1]}`"
    return (
        f"a value begins with {sign}, which means something else in YAML",
        _SPECIAL_HINTS.get(found[1], 'put the value in quotation marks ("…")'),
        (offset, offset + 1),
    )


def bracket(scene: Scene) -> Explained | None:
    """A bracket that opens a list or a mapping for YAML, and a text for its author."""
    text, at = scene.text, scene.at
    if (
        text.lstrip().startswith("{")
        and "expected ','" in scene.problem
        and at < len(text.rstrip())
    ):
        return (
            "a comma or a closing bracket is missing before this",
            "look at the end of the entry above",
            (at, at + 1),
        )
    for offset in (scene.began, at):
        if text[offset : offset + 1] in ("[", "{"):
            if comment := _COMMENT_THAT_CLOSES.match(text, offset):
                return (
                    f"the `{text[offset]}` that opens the list is not closed: a `#` after a blank "
                    "begins a comment, and what closes it stands in there",
                    'put the words that hold the `#` in quotation marks ("…")',
                    comment.span("comment"),
                )
            return (
                f"the bracket `{text[offset]}` that opens here is not closed as YAML needs it",
                "close it; text that begins with a bracket needs quotation marks",
                (offset, offset + 1),
            )
    before = text[scene.start : at].rstrip()
    opened = re.search(r"[\[{]", before)
    if opened and before.endswith(("]", "}")):
        offset = scene.start + opened.start()
        return (
            f"text goes on after the bracket that `{opened[0]}` opens here",
            "text that begins with a bracket needs quotation marks",
            (offset, offset + 1),
        )
    return None


def value_in_brackets(scene: Scene) -> Explained | None:
    """A value that begins with a bracket, where nothing else is known to be wrong."""
    for start, line in (line_at(scene.text, scene.at), line_at(scene.text, scene.began)):
        found = _BRACKET_VALUE.match(line)
        if found:
            offset = start + found.start(1)
            cites = line.startswith("[@", found.start(1))
            return (
                "a value begins with a citation, whose `[` is a list to YAML"
                if cites
                else f"a value begins with `{found[1]}`, which opens a list or keys in YAML",
                "text that begins with a bracket needs quotation marks: "
                + ('"[@key] …"' if cites else '"[…] …"'),
                (offset, offset + 1),
            )
    return None
