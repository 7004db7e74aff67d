"""How words are written as part of a YAML value, by the value's style."""

from __future__ import annotations

import re
from typing import Final

# What ends plain text or makes it a key, and what it can't begin with.
_NOT_PLAIN: Final = re.compile(r":(?:\s|$)|(?:^|\s)#|\n|^\s|\s$")
_NOT_FIRST: Final = re.compile(r"[\[\]{}&*!|>'\"%@`#,]|[-?:](?:\s|$)")
_ESCAPED: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def as_written(words: str, style: str, *, first: bool = False, in_flow: bool = False) -> str | None:
    """Write words as they stand within a value of a style, or None where they can't.

    `first` where they begin the value, `in_flow` where it stands in a list between brackets.
    """
    match style:
        case "'":
            return words.replace("'", "''")
        case '"':
            return words.translate(_ESCAPED)
        case "|" | ">":
            return None if "\n" in words else words
        case _:
            if _NOT_PLAIN.search(words) or (first and _NOT_FIRST.match(words)):
                return None
            return None if in_flow and re.search(r"[\[\]{},]", words) else words


def on_one_line(words: str) -> str:
    """Write words as a whole value: as they are where they read as words, else in quotation marks.

    What would read as a number, a day or a switch is put in quotation marks, too, and so are signs
    that YAML 1.1 has a meaning of its own for.
    """
    is_other = "\t" in words or _NO_WORDS.fullmatch(words)
    plain = None if is_other else as_written(words, "", first=True)
    return plain or f'"{as_written(words, chr(34))}"'


_NO_WORDS: Final = re.compile(r"[\d\s.:_eE+-]*|~|=|<<|null|true|false|yes|no|on|off", re.IGNORECASE)


def with_blanks_of(old: str, new: str) -> str:
    """The new words with the blanks and line ends of the old, where there are as many words."""
    words, gaps = new.split(), re.split(r"\S+", old.strip())[1:-1]
    if len(gaps) != len(words) - 1:
        return new
    return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
