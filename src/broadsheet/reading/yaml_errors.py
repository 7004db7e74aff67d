"""YAML's own errors, put in an author's words.

PyYAML says "mapping values are not allowed here"; an author typed a colon. Its words are hardly
read: the text around the place it names says more, and stays the same from release to release.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

import yaml

Explained: TypeAlias = tuple[str, str, tuple[int, int]]
"""Message, hint, and start and end offsets of where to look."""

_QUOTED: Final = re.compile(r"'[^']*(?:''[^']*)*'(?!')|\"[^\"\\]*(?:\\.[^\"\\]*)*\"", re.DOTALL)
_QUOTED_VALUE: Final = re.compile(
    r"(?:^ *(?:- +)*(?:[^\s:'\"#][^:\n]*: +)?|[\[{,] *)(?=['\"])", re.MULTILINE
)
_SPECIAL_VALUE: Final = re.compile(r"\s*(?:- +|[^\s:][^:]*: +)([@`%&*!|>]|[-?](?= ))")


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where YAML gave up, and the lines around."""

    text: str
    problem: str
    began: int
    """Where the thing begins that went wrong, as far as PyYAML says."""
    at: int
    """Where it went wrong."""

    @property
    def line(self) -> str:
        return _line_at(self.text, self.at)[1]

    @property
    def start(self) -> int:
        return _line_at(self.text, self.at)[0]

    def words(self, offset: int) -> tuple[int, int]:
        """Start and end of the words of the line around `offset`."""
        start, line = _line_at(self.text, offset)
        return start + len(line) - len(line.lstrip()), start + max(len(line.rstrip()), 1)


def in_an_authors_words(error: yaml.YAMLError, text: str) -> Explained:
    """Say what is wrong, how to mend it, and where to look."""
    if isinstance(error, yaml.reader.ReaderError):
        return _control_character(text)
    context = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or context
    at = min(mark.index, len(text)) if mark else 0
    began = min(context.index, len(text)) if context else at
    scene = _Scene(text, str(getattr(error, "problem", "") or ""), began, at)
    return next(found for explain in _EXPLANATIONS if (found := explain(scene)) is not None)


def _control_character(text: str) -> Explained:
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    at = found.start() if found else 0
    code = f"U+{ord(text[at]):04X}" if found else "a control character"
    return (
        f"the file holds an invisible character that YAML forbids ({code})",
        "delete it: it often comes along when text is pasted from a PDF",
        (at, at + 1),
    )


def _tab(scene: _Scene) -> Explained | None:
    line = scene.line
    tab = line[: len(line) - len(line.lstrip())].find("\t")
    if tab < 0 and (after_dash := re.match(r" *- *\t", line)):
        tab = after_dash.end() - 1
    if tab < 0:
        return None
    return (
        "a tab stands in the indent",
        "YAML's indents are blanks: replace the tab by two of them",
        (scene.start + tab, scene.start + tab + 1),
    )


def _escape(scene: _Scene) -> Explained | None:
    if "escape" not in scene.problem and "hexdecimal" not in scene.problem:
        return None
    at = max(scene.text.rfind("\\", scene.began, scene.at + 1), scene.began)
    return (
        "a backslash in double quotation marks begins an escape that YAML does not know",
        "use single quotation marks, or write the backslash twice",
        (at, at + 1),
    )


def _lost_quotation_mark(scene: _Scene) -> Explained | None:
    """A quoted value that never closes, or closes right before the place where it went wrong."""
    text, at = scene.text, scene.at
    opened = None
    if text[scene.began : scene.began + 1] in ("'", '"'):
        closed = _QUOTED.match(text, scene.began)
        opened = scene.began if closed is None or closed.end() > at else None
    if opened is None:
        for value in _QUOTED_VALUE.finditer(text, 0, at):
            quoted = _QUOTED.match(text, value.end())
            if quoted and quoted.end() <= at and not text[quoted.end() : at].strip(" "):
                opened = value.end()
    if opened is None:
        return None
    return (
        f"the quotation mark {text[opened]} that opens here has no partner where it is needed",
        "close it, or put the whole value on lines of its own under `key: |`",
        (opened, opened + 1),
    )


def _colon(scene: _Scene) -> Explained | None:
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
    return (
        "a colon followed by a blank stands in unquoted text, where YAML takes it for a key",
        'put the whole value in quotation marks ("…"), or on lines of its own under `key: |`',
        (scene.at, scene.at + 1),
    )


def _directive(scene: _Scene) -> Explained | None:
    if not scene.line.startswith("%"):
        return None
    return (
        "a line that begins with `%` is a command to YAML, and not one that it knows",
        "remove the line",
        scene.words(scene.at),
    )


def _special(scene: _Scene) -> Explained | None:
    special = _SPECIAL_VALUE.match(scene.line)
    if special is None:
        return None
    offset = scene.start + special.start(1)
    return (
        f"a value begins with `{special[1]}`, which means something else in YAML",
        'put the value in quotation marks ("…")',
        (offset, offset + 1),
    )


def _bracket(scene: _Scene) -> Explained | None:
    text, at = scene.text, scene.at
    for offset in (scene.began, at):
        if text[offset : offset + 1] in ("[", "{"):
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


def _no_colon(scene: _Scene) -> Explained | None:
    for offset in (scene.began, scene.at):
        _, line = _line_at(scene.text, offset)
        line = line.strip()
        if not line or line.startswith("- ") or re.search(r":(?:\s|$)", line):
            continue
        if re.match(r"[\w-]+:", line):
            return (
                "no blank follows the colon of this key",
                "write `key: value`, with a blank after the colon",
                scene.words(offset),
            )
        return (
            "this line is neither a key with a value nor part of the value above it",
            "write `key: value`, or indent it deeper than the key it belongs to",
            scene.words(offset),
        )
    return None


def _indent(scene: _Scene) -> Explained:
    return (
        "the indent of this line fits nothing above it",
        "line it up with the keys it belongs with; a value's own lines stand deeper than its key",
        scene.words(scene.at),
    )


_EXPLANATIONS: Final[tuple[Callable[[_Scene], Explained | None], ...]] = (
    _tab,
    _escape,
    _lost_quotation_mark,
    _directive,
    _colon,
    _special,
    _bracket,
    _no_colon,
    _indent,
)
"""Tried in this order; the last one always has something to say."""


def _line_at(text: str, offset: int) -> tuple[int, str]:
    """The line around `offset`; the last line with words where it is at the end of the file."""
    while True:
        start = text.rfind("\n", 0, offset) + 1
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        if line.strip() or start == 0:
            return start, line.rstrip("\r")
        offset = start - 1
