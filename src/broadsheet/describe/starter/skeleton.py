"""The skeletons of new lessons, filled with the words of a language.

`lesson.yaml` holds the keys, codes and numbers of the starter once, whatever its language, with
`<name>` where words go, and `draft.yaml` those of a draft; `words/TAG.yaml` holds those words, and
a draft brings others. A key whose words are empty is left to be written. A line that begins with
`1|` is for a lesson of one text, one with `2|` for a pair.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from broadsheet.data import PACKAGE, shipped
from broadsheet.reading.styles import on_one_line
from broadsheet.text.scripts import is_counted_by_character, joins_without_blank

WIDTH: Final = 100
"""Characters of the longest line."""
_COMMENTS_AT: Final = 36
"""The column of comments, where what they stand beside leaves room."""
_VALUE: Final = re.compile(r"(?P<head> *(?:- )?(?:(?:[a-z]\w*|<\w+>): |(?<=- )))<(?P<name>\w+)>")
_NAME: Final = re.compile(r"<(\w+)>")
_ASIDE: Final = re.compile(r"(?P<indent> *)#<(?P<name>\w+)>")
"""Comments beside what stands above them, a line for each of theirs."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What the starter says in one language."""

    comments: Mapping[str, str]
    words: Mapping[str, str | None]
    """None for something optional that there is none of: its line is left out."""
    signals: Mapping[str, str]
    """What a draft asks its author of a piece, by the kind of signal."""

    @classmethod
    def of(cls, language: str) -> Wording:
        """Read the words of a language that `languages` names."""
        data = shipped(__package__, f"words/{language}.yaml")
        return cls(data["comments"], data["words"], data["signals"])

    def letter(self, which: str) -> str:
        """The whole of a sample letter, `a` or `b`: its paragraphs, whether quoted or not."""
        paragraphs = (name for name in self.words if re.fullmatch(rf"{which}_\d", name))
        return "\n\n".join(self.words[name] or "" for name in paragraphs) + "\n"


def languages() -> tuple[str, ...]:
    """The tags of the languages that there is a starter in."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.yaml")))


_FOLDER: Final = PACKAGE / "describe" / "starter" / "words"


def filled(skeleton: str, wording: Wording, *, is_pair: bool) -> str:
    """Fill the skeleton of a lesson of one text, or of a pair."""
    lines: list[str] = []
    for line in skeleton.splitlines():
        if line.startswith("1|" if is_pair else "2|") or _is_without(line, wording):
            continue
        line = line.removeprefix("1|").removeprefix("2|")
        if aside := _ASIDE.fullmatch(line):
            told = wording.words[aside["name"]] or ""
            lines += [f"{aside['indent']}# {each}".rstrip() for each in told.splitlines()]
            continue
        written, _, comment = line.partition("  # ")
        lines += _line(written, _replaced(comment, wording.comments), wording)
    return "\n".join(lines) + "\n"


def _is_without(line: str, wording: Wording) -> bool:
    """Tell whether a line is for something optional that there is none of."""
    return any(wording.words.get(name, "") is None for name in _NAME.findall(line))


def _line(line: str, comment: str, wording: Wording) -> Iterator[str]:
    if line.startswith("#"):
        yield _replaced(line, wording.comments)
        return
    indent = " " * (len(line) - len(line.lstrip()))
    if value := _VALUE.fullmatch(line):
        head = _replaced(value["head"], wording.words)
        first, *others = _value(head, wording.words[value["name"]] or "")
    elif line.strip() and _NAME.fullmatch(line.strip()):
        first, *others = _paragraphs(_replaced(line.strip(), wording.words), indent)
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
    if not text:
        return [head.rstrip()]
    # A day is no words, and stands without quotation marks.
    value = text if head.endswith("published: ") else on_one_line(text)
    if len(written := head + value) <= WIDTH:
        return [written]
    depth = len(head) - len(head.lstrip()) + (2 if "- " in head else 0)
    below = " " * (depth + 2 if ": " in head else depth)
    return [f"{head}>-", *_wrapped(text, below)]


def _paragraphs(text: str, indent: str) -> list[str]:
    first, *others = ([*_wrapped(each, indent), ""] for each in text.split("\n\n"))
    return [*first, *(line for lines in others for line in lines)][:-1]


def _wrapped(text: str, indent: str) -> list[str]:
    if is_counted_by_character(text):
        return [f"{indent}{line}" for line in _parted(text, (WIDTH - len(indent)) // 2)]
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _parted(text: str, size: int) -> Iterator[str]:
    """Lines of a script that parts no words: they end where the reader joins them to the same."""
    start = 0
    while len(text) - start > size:
        ends = range(start + size, start, -1)
        end = next((at for at in ends if _may_end(text, at)), start + size)
        yield text[start:end].rstrip()
        start = end
    yield text[start:].strip()


def _may_end(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    return before == " " or (after != " " and joins_without_blank(before, after))


def _replaced(text: str, words: Mapping[str, str | None]) -> str:
    return _NAME.sub(lambda found: words[found[1]] or "", text)
