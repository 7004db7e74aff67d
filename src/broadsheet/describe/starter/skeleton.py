"""The starter's skeleton, filled with the words of a language.

`lesson.yaml` holds the keys, codes and numbers of the starter once, whatever its language, with
`<name>` where words go; `words/TAG.yaml` holds those words. A line that begins with `1|` is for a
lesson of one text, one with `2|` for a pair.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from broadsheet.data import PACKAGE, shipped
from broadsheet.reading.styles import on_one_line
from broadsheet.text.scripts import is_counted_by_character

WIDTH: Final = 100
"""Characters of the longest line."""
_COMMENTS_AT: Final = 36
"""The column of comments, where what they stand beside leaves room."""
_VALUE: Final = re.compile(r"(?P<head> *(?:- )?(?:(?:[a-z]\w*|<\w+>): |(?<=- )))<(?P<name>\w+)>")
_NAME: Final = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class Wording:
    """What the starter says in one language."""

    comments: Mapping[str, str]
    words: Mapping[str, str]

    @classmethod
    def of(cls, language: str) -> Wording:
        """Read the words of a language that `languages` names."""
        data = shipped(__package__, f"words/{language}.yaml")
        return cls(data["comments"], data["words"])

    def letter(self, which: str) -> str:
        """The whole of a sample letter, `a` or `b`: its paragraphs, whether quoted or not."""
        found = [text for name, text in self.words.items() if re.fullmatch(rf"{which}_\d", name)]
        return "\n\n".join(found) + "\n"


def languages() -> tuple[str, ...]:
    """The tags of the languages that there is a starter in."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.yaml")))


_FOLDER: Final = PACKAGE / "describe" / "starter" / "words"


def filled(skeleton: str, wording: Wording, *, is_pair: bool) -> str:
    """Fill the skeleton of a lesson of one text, or of a pair."""
    lines: list[str] = []
    for line in skeleton.splitlines():
        if not line.startswith("1|" if is_pair else "2|"):
            written, _, comment = line.removeprefix("1|").removeprefix("2|").partition("  # ")
            lines += _line(written, _replaced(comment, wording.comments), wording)
    return "\n".join(lines) + "\n"


def _line(line: str, comment: str, wording: Wording) -> Iterator[str]:
    if line.startswith("#"):
        yield _replaced(line, wording.comments)
        return
    indent = " " * (len(line) - len(line.lstrip()))
    if value := _VALUE.fullmatch(line):
        head = _replaced(value["head"], wording.words)
        first, *others = _value(head, wording.words[value["name"]])
    elif line.strip() and _NAME.fullmatch(line.strip()):
        first, *others = _wrapped(_replaced(line.strip(), wording.words), indent)
    else:
        first, others = _replaced(line, wording.words), []
    beside = f"{first.ljust(_COMMENTS_AT - 2)}  # {comment}" if comment else first
    if comment and len(beside) > WIDTH:
        yield f"{indent}# {comment}"
        beside = first
    yield beside
    yield from others


def _value(head: str, text: str) -> list[str]:
    """A value behind its key or dash: plain, in quotation marks, or folded onto lines below."""
    if len(written := head + on_one_line(text)) <= WIDTH:
        return [written]
    depth = len(head) - len(head.lstrip()) + (2 if "- " in head else 0)
    below = " " * (depth + 2 if ": " in head else depth)
    return [f"{head}>-", *_wrapped(text, below)]


def _wrapped(text: str, indent: str) -> list[str]:
    if is_counted_by_character(text):
        # Its lines join without a blank, as the reader joins them, wherever they are parted.
        size = (WIDTH - len(indent)) // 2
        return [f"{indent}{text[at : at + size]}" for at in range(0, len(text), size)]
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _replaced(text: str, words: Mapping[str, str]) -> str:
    return _NAME.sub(lambda found: words[found[1]], text)
