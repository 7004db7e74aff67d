"""Nodes of prose to HTML: the one place where prose is escaped and written for WeasyPrint."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from broadsheet.locale.labels import Labels
from broadsheet.prose import spoken
from broadsheet.prose.lists import counts_up_from, is_short
from broadsheet.prose.nodes import (
    Address,
    Block,
    BlockQuotation,
    Cited,
    Citing,
    Code,
    Emphasis,
    Foreign,
    Heading,
    Image,
    Inline,
    Item,
    LineBreak,
    LineReference,
    Link,
    List,
    Marked,
    Paragraph,
    Phrase,
    PictureReference,
    Prose,
    Quoted,
    RuledLine,
    Strong,
    Table,
    Text,
)
from broadsheet.prose.walk import SAFE_ADDRESSES, address_to_print, is_told, visible
from broadsheet.render.html.line_links import citation, link_to, link_to_picture
from broadsheet.render.html.medium import PAPER, Medium
from broadsheet.text.no_break import unbroken

BELOW: Final = 2
"""The level of the heading that most prose stands under: that of a section."""
LOWEST: Final = 6
"""HTML has no lower heading."""


def html_of(
    piece: Prose | Phrase, labels: Labels, below: int = BELOW, medium: Medium = PAPER
) -> Markup:
    """HTML of a piece of prose, in a document's language, under a heading of a level.

    It is well-formed as XML too.
    """
    writer = _Writer(labels, below, medium)
    html = writer.line(piece.inside) if isinstance(piece, Phrase) else writer.blocks(piece.blocks)
    return Markup(html)  # noqa: S704 - all text is escaped


def words_of(piece: object, labels: Labels) -> str:
    """The words alone, for the name of a field; words that are no markup stay as they are."""
    if isinstance(piece, Prose | Phrase):
        return " ".join(visible(piece, spoken.speaker(labels)).split())
    return piece.striptags() if isinstance(piece, Markup) else " ".join(str(piece).split())


_LONG: Final = re.compile("[!-~\u00a1-\u058f]{30,}")
"""A word that may be wider than a narrow column, in a script that parts words by blanks."""


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes nodes in a document's language."""

    labels: Labels
    below: int
    """The level of the heading that they stand under."""
    medium: Medium

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(inside):
                return f"<p>{self.line(inside)}</p>"
            case Heading(inside, level):
                tag = f"h{min(self.below + level, LOWEST)}"
                return f"<{tag}>{self.line(inside)}</{tag}>"
            case List():
                return self._list(block)
            case BlockQuotation(blocks):
                return f"<blockquote>\n{self.blocks(blocks)}\n</blockquote>"
            case Table():
                return self._table(block)
            case RuledLine():
                return '<div class="rule"></div>'

    def _list(self, block: List) -> str:
        """A list whose marks the engine makes, or where it can't, one that shows its own.

        PDF/UA wants items of several paragraphs, and the engine numbers that do not count up, to
        have their marks as text.
        """
        tag = "ol" if block.numbered else "ul"
        start = counts_up_from(block) if block.numbered else 1
        if start is None or not all(is_short(item) for item in block.items):
            items = "\n".join(f"<li>{self._marked_item(item)}</li>" for item in block.items)
            widest = max(len(item.mark) for item in block.items)
            style = "" if self.medium.on_screen else f' style="--mark: {widest}ch"'
            return f'<{tag} class="marked"{style}>\n{items}\n</{tag}>'
        items = "\n".join(f"<li>{self._short_item(item)}</li>" for item in block.items)
        from_first = ""
        if start != 1:  # WeasyPrint does not know the attribute `start`
            style = f' style="counter-reset: list-item {start - 1}"'
            from_first = f' start="{start}"' if self.medium.on_screen else style
        return f"<{tag}{from_first}>\n{items}\n</{tag}>"

    def _short_item(self, item: Item) -> str:
        first, *rest = item.blocks
        words = self.line(first.inside) if isinstance(first, Paragraph) else ""
        return "\n".join([words, *(self._block(block) for block in rest)])

    def _marked_item(self, item: Item) -> str:
        """An item's first paragraph runs on beside its mark; the others stand below."""
        mark = f'<span class="mark">{self._words(item.mark)}</span>'
        match item.blocks:
            case (Paragraph(inside),):
                return mark + self.line(inside)
            case (Paragraph(inside), *rest):
                return f"<p>{mark}{self.line(inside)}</p>\n{self.blocks(rest)}"
        return f"<p>{mark}</p>\n{self.blocks(item.blocks)}"

    def _table(self, table: Table) -> str:
        def cell(tag: str, column: int, inside: tuple[Inline, ...]) -> str:
            alignment = table.alignments[column]
            on_paper = f'style="text-align: {alignment}"'
            aligned = f'class="to-{alignment}"' if self.medium.on_screen else on_paper
            style = f" {aligned}" if alignment else ""
            # A head without words heads nothing.
            tag, scope = (tag, ' scope="col"') if tag == "th" and inside else ("td", "")
            return f"<{tag}{scope}{style}>{self.line(inside)}</{tag}>"

        def row(tag: str, cells: tuple[tuple[Inline, ...], ...]) -> str:
            return f"<tr>{''.join(cell(tag, at, inside) for at, inside in enumerate(cells))}</tr>"

        rows = "\n".join(row("td", cells) for cells in table.rows)
        body = f"\n<tbody>\n{rows}\n</tbody>" if rows else ""
        return f"<table>\n<thead>{row('th', table.heads)}</thead>{body}\n</table>"

    def line(self, inside: Iterable[Inline]) -> str:
        return "".join(map(self._inline, inside))

    def _inline(self, node: Inline) -> str:
        match node:
            case Emphasis(inside):
                return f"<em>{self.line(inside)}</em>"
            case Strong(inside):
                return f"<strong>{self.line(inside)}</strong>"
            case Link():
                return self._link(node)
            case Image():
                return self._image(node)
            case LineBreak():
                return "<br/>"
        return self._leaf(node)

    def _leaf(
        self,
        node: Text
        | Code
        | Address
        | Foreign
        | Quoted
        | LineReference
        | PictureReference
        | Cited
        | Marked
        | Citing,
    ) -> str:
        match node:
            case Text(words):
                return _LONG.sub(r'<span class="long">\g<0></span>', self._words(words))
            case Code(words):
                return f"<code{self._from_left()}>{self._words(words)}</code>"
            case Address(words):
                return self._address(words)
            case Foreign():
                return self._foreign(node)
            case Quoted(inside, lines):
                words = self.line(inside) + self.labels.gap
                said = spoken.aside(lines, self.labels)
                reference = link_to(lines, self.labels, self.medium, said)
                return f'<span class="quotation">{words}{reference}</span>'
            case LineReference():
                return f'<span class="quotation">{link_to(node, self.labels, self.medium)}</span>'
            case PictureReference():
                return str(link_to_picture(node, self.labels, self.medium))
            case Cited():
                works = citation(node, self.labels, self.medium)
                return f'<span class="citation">{works}</span>'
            case Marked(typed) | Citing(typed):
                return self._words(typed)

    def _words(self, words: str) -> str:
        """Text of a document's own, with its blanks as its language sets them."""
        return str(escape(unbroken(words, self.labels.language)))

    def _foreign(self, node: Foreign) -> str:
        language = f' lang="{escape(node.language)}"' if node.language else ""
        return f'<bdi{language} dir="{node.direction}">{self._words(node.words)}</bdi>'

    def _address(self, words: str) -> str:
        if SAFE_ADDRESSES.match(words):
            address = f' href="{escape(words)}"{self._from_left()}'
            return f'<a class="address"{address}>{self._words(words)}</a>'
        return f'<span class="address"{self._from_left()}>{self._words(words)}</span>'

    def _from_left(self) -> str:
        """On paper a style sheet says in which direction signs and addresses run."""
        return ' dir="ltr"' if self.medium.on_screen else ""

    def _link(self, link: Link) -> str:
        """A link; on paper its address stands after its words, where those do not tell it."""
        words = self.line(link.inside)
        if SAFE_ADDRESSES.match(link.address):
            words = f'<a href="{escape(link.address)}">{words}</a>'
        if self.medium.on_screen and SAFE_ADDRESSES.match(link.address):
            return words
        if is_told(link):
            return f'<span class="address">{words}</span>'
        return f'{words} (<span class="address">{self._words(address_to_print(link))}</span>)'

    def _image(self, image: Image) -> str:
        address = escape(self.medium.image(image.address))
        html = f'<img alt="{escape(image.description)}" src="{address}"/>'
        caption = self._words(image.caption)
        return f'{html}<span class="caption">{caption}</span>' if caption else html
