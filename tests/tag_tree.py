"""The tag tree of a PDF with its text, as Poppler's pdfinfo reads it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Tag:
    """A structure element: its type, and text or further elements within it."""

    name: str
    children: list[Tag] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator[Tag]:
        """Yield the element and everything below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def words(self) -> str:
        """All text within, as it would be read aloud."""
        return "".join(tag.text for tag in self.walk())


def tag_tree(pdf: Path) -> Tag:
    """Read the tag tree of a PDF."""
    told = subprocess.run(
        ["pdfinfo", "-struct-text", str(pdf)], capture_output=True, check=True
    ).stdout
    shown = told.decode(
        errors="replace"
    )  # it prints an element's title as UTF-16, where it has one
    root = Tag("Root")
    open_tags = [(-1, root)]
    for line in shown.split("\n"):
        depth = len(line) - len(line.lstrip(" "))
        content = line.strip(" ")
        if not content:
            continue
        while open_tags[-1][0] >= depth:
            open_tags.pop()
        if content.startswith('"'):
            open_tags[-1][1].text += content.strip('"')
            continue
        tag = Tag(re.split(r"[ :(]", content, maxsplit=1)[0])
        open_tags[-1][1].children.append(tag)
        open_tags.append((depth, tag))
    return root
