"""The words of a piece that was saved as a web page or as Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = re.compile(
    r"address|article|aside|blockquote|body|br|caption|d[dlt]|div|fig\w+|footer|h[1-6r]|header|html"
    r"|li|main|nav|[ou]l|p|pre|section|t(?:able|body|d|foot|h|head|r)"
)
_NOT_TEXT: Final = frozenset({"script", "style", "template"})
_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE)


def text_of_page(page: bytes) -> str:
    """The article of a web page, without menus, comments and notices; empty where none is found.

    Raises ImportError where the extra `html` is not installed.
    """
    import trafilatura

    found = trafilatura.extract(page, output_format="html", include_comments=False)
    return _text(found) if found else ""


def text_of_markdown(source: str) -> str:
    """The words of a Markdown text, without its marks and its front matter."""
    import markdown

    return _text(markdown.markdown(_FRONT_MATTER.sub("", source)))


def _text(markup: str) -> str:
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return "".join(reader.parts)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._hidden += tag in _NOT_TEXT
        self._part_blocks(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(self._hidden - (tag in _NOT_TEXT), 0)
        self._part_blocks(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)

    def _part_blocks(self, tag: str) -> None:
        if _BLOCKS.fullmatch(tag):
            self.parts.append("\n")
