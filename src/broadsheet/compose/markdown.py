"""Prose to HTML: Markdown, with quotations proved and numbered, and citations resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import unescape
from typing import Final
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.extensions.smarty import SmartyExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString
from markupsafe import Markup

from broadsheet.excerpt.quotation import MARK_BEGINS, Mark, Quotation, mark_at
from broadsheet.lesson.citing import CITATION_PATTERN, keys_in

Prover = Callable[[Mark], Quotation | None]
"""From a `((…))` to the quotation, or None where it is not proved."""
Citer = Callable[[Sequence[str]], str]
"""From cited keys to the HTML that stands for them."""

# WeasyPrint may break a line at the first opportunity of text that ends in a blank before an
# inline box; a blank in a box of its own does not trigger it (kin of its issue 1614).
_BLANK_BEFORE_BOX: Final = re.compile(r"(?<=[^\s>]) (?=<(?:em|strong|a|span|sup|code)\b)")

SAFE_LINKS: Final = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
"""What a link in prose may begin with."""


class _Quote(InlineProcessor):
    def __init__(self, prover: Prover, show: Callable[[Quotation], tuple[str, str]]) -> None:
        super().__init__(MARK_BEGINS)
        self.prover, self.show = prover, show

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name and signature
        self,
        m: re.Match[str],
        data: str,
    ) -> tuple[Element | str | None, int | None, int | None]:
        mark = mark_at(data, m.start(0))
        quotation = self.prover(mark) if mark else None
        if mark is None or quotation is None:
            return None, None, None
        words, lines = self.show(quotation)
        box = Element("span", {"class": "quotation"})
        reference = Element("span", {"class": "line-reference"})
        reference.text = AtomicString(lines)
        if words:
            box.text = AtomicString(words)
            blank = Element("span")
            blank.text = AtomicString(" ")
            box.append(blank)
        box.append(reference)
        return box, mark.start, mark.end


class _Cite(InlineProcessor):
    def __init__(self, citer: Citer) -> None:
        super().__init__(CITATION_PATTERN)
        self.citer = citer

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name and signature
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the library's signature
    ) -> tuple[Element | str | None, int | None, int | None]:
        box = Element("span", {"class": "citation"})
        box.text = AtomicString(self.citer(keys_in(m["keys"])))
        return box, m.start(0), m.end(0)


class _Broadsheet(Extension):
    def __init__(
        self, prover: Prover, show: Callable[[Quotation], tuple[str, str]], citer: Citer
    ) -> None:
        super().__init__()
        self.prover, self.show, self.citer = prover, show, citer

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        # A lesson is data: what looks like HTML is shown as text.
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_Quote(self.prover, self.show), "quotation", 185)
        md.inlinePatterns.register(_Cite(self.citer), "citation", 184)


class _Addresses(Treeprocessor):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "img":
                self.found.append(("image", element.get("src", ""), element.get("alt", "")))
            elif element.tag == "a":
                # The library writes a mail address as character references.
                address = element.get("href", "").replace(AMP_SUBSTITUTE, "&")
                self.found.append(("link", unescape(address), ""))


def addresses(text: str) -> list[tuple[str, str, str]]:
    """The images and links of a piece of prose: kind, address, and an image's description."""
    parser = markdown.Markdown(
        extensions=["tables", "sane_lists", _Broadsheet(_unproved, _unshown, _uncited)]
    )
    collector = _Addresses()
    parser.treeprocessors.register(collector, "addresses", 0)
    parser.convert(text)
    return collector.found


def _unproved(_mark: Mark) -> None:
    return None


def _unshown(_quotation: Quotation) -> tuple[str, str]:
    return "", ""


def _uncited(_keys: Sequence[str]) -> str:
    return ""


class ProseComposer:
    """Turns a lesson's prose into HTML for one document."""

    def __init__(
        self,
        prover: Prover,
        show: Callable[[Quotation], tuple[str, str]],
        citer: Citer,
        quotes: tuple[str, str, str, str],
    ) -> None:
        """`show` gives the words (empty for a bare reference) and the lines of a quotation.

        `quotes` are the language's outer and inner marks; straight ones in prose become them.
        """
        typography = SmartyExtension(
            smart_dashes=False,
            substitutions={
                "left-double-quote": quotes[0],
                "right-double-quote": quotes[1],
                "left-single-quote": quotes[2],
                # The same key types the apostrophe, which is this sign in every language.
                "right-single-quote": "’",
            },
        )
        self._markdown = markdown.Markdown(
            extensions=["tables", "sane_lists", typography, _Broadsheet(prover, show, citer)]
        )

    def block(self, text: str) -> Markup:
        """Compose paragraphs, lists and tables."""
        html = self._markdown.reset().convert(text)
        return Markup(_BLANK_BEFORE_BOX.sub("<span> </span>", html))  # noqa: S704 - no HTML passes

    def inline(self, text: str) -> Markup:
        """Compose a phrase that stands within a line; several paragraphs are joined by breaks."""
        html = str(self.block(text))
        html = re.sub(r"</p>\s*<p>", "<br>", html)
        return Markup(re.sub(r"^<p>|</p>$", "", html))  # noqa: S704 - no HTML passes
