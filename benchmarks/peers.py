"""Other typesetters on the same documents, where they are installed."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from statistics import mean
from subprocess import CalledProcessError
from typing import Final

from benchmarks.timing import PYTHON, seconds

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS: Final = (*_HEADINGS, "p", "li", "td", "th", "caption", "div", "dt", "dd")
_UNSEEN: Final = ("style", "script", "title")
_TYPST: Final = (
    "import sys, typst\n"
    "typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=['ua-1'], root='/')"
)


def chromium(files: list[Path]) -> float | None:
    """Seconds that headless Chromium takes for HTML documents, one command each.

    None where it isn't installed. It reads the same HTML and style sheets.
    """
    command = shutil.which("chromium") or shutil.which("google-chrome")
    if command is None:
        return None
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    return seconds(
        *([command, *options, f"--print-to-pdf={file}.pdf", file.as_uri()] for file in files)
    )


def typst(files: list[Path]) -> float | None:
    """Seconds that Typst takes for the words of HTML documents, one process each.

    None where it isn't installed. It is given the words alone, as headings and paragraphs: no
    boxes, tables, rooms or lines with numbers. Documents whose scripts its own faces lack count
    as what the others take.
    """
    if find_spec("typst") is None:
        return None
    times = []
    for file in files:
        words = _Words()
        words.feed(file.read_text("utf-8"))
        source = file.with_suffix(".typ")
        head = '#set document(title: "A worksheet")\n#set page("a4")\n#set text(10pt, lang: "en")\n'
        source.write_text(head + "\n\n".join(words.blocks), "utf-8")
        with suppress(CalledProcessError):
            times.append(seconds([PYTHON, "-c", _TYPST, str(source), f"{source}.pdf"]))
    return mean(times) * len(files)


class _Words(HTMLParser):
    """The words of a document, as blocks of Typst."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._line = ""
        self._level = 0
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the library's signature
        self._hidden += tag in _UNSEEN
        if tag in _BLOCKS:
            self._end()
            self._level = 1 if tag in _HEADINGS else 0

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _UNSEEN
        if tag in _BLOCKS:
            self._end()
            self._level = 0

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._line += data.replace("☐", "")  # no word, and not in the faces that it brings

    def _end(self) -> None:
        words, self._line = " ".join(self._line.split()), ""
        if words:
            # A string of Typst is written as one of JSON, but for characters beyond ASCII.
            what = json.dumps(words, ensure_ascii=False)
            self.blocks.append(f"#heading({what})" if self._level else f"#par({what})")
