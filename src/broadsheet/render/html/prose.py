"""Nodes of prose to HTML: the one place where prose is escaped and written for WeasyPrint."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from markupsafe import Markup, escape

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
    Prose,
    Quoted,
    RuledLine,
    Strong,
    Table,
    Text,
)
from broadsheet.prose.walk import SAFE_ADDRESSES, address_to_print, is_told, visible

BELOW: Final = 2
"""The level of the heading that most prose stands under: that of a section."""
LOWEST: Final = 6
"""HTML has no lower heading."""

# WeasyPrint may break a line at the first opportunity of text that ends in a blank before an
# inline box; a blank in a box of its own does not trigger it (kin of its issue 1614).
_BLANK_BEFORE_BOX: Final = re.compile(r"(?<=[^\s>]) (?=<(?:em|strong|a|span|sup|code|bdi)\b)")


def to_html(value: object) -> object:
    """HTML for prose, and every other value as it is: what a template prints passes through."""
    return html_of(value) if isinstance(value, Prose | Phrase) else value


def html_of(piece: Prose | Phrase, below: int = BELOW) -> Markup:
    """HTML of a piece of prose that stands under a heading of a level."""
    html = _line(piece.inside) if isinstance(piece, Phrase) else _blocks(piece.blocks, below)
    return Markup(_BLANK_BEFORE_BOX.sub("<span> </span>", html))  # noqa: S704 - all text is escaped


def words_of(piece: object) -> str:
    """The words alone, for the name of a field."""
    if isinstance(piece, Prose | Phrase):
        return " ".join(visible(piece).split())
    return Markup(str(piece)).striptags()  # noqa: S704 - nothing of it stays markup


def _blocks(blocks: Iterable[Block], below: int) -> str:
    return "\n".join(_block(block, below) for block in blocks)


def _block(block: Block, below: int) -> str:
    match block:
        case Paragraph(inside):
            return f"<p>{_line(inside)}</p>"
        case Heading(inside, level):
            tag = f"h{min(below + level, LOWEST)}"
            return f"<{tag}>{_line(inside)}</{tag}>"
        case List():
            return _list(block, below)
        case BlockQuotation(blocks):
            return f"<blockquote>\n{_blocks(blocks, below)}\n</blockquote>"
        case Table():
            return _table(block)
        case RuledLine():
            return '<div class="rule"></div>'


def _list(block: List, below: int) -> str:
    """A list whose marks the engine makes, or where it can't, one that shows its own.

    PDF/UA wants items of several paragraphs, and the engine numbers that do not count up, to have
    their marks as text.
    """
    tag = "ol" if block.numbered else "ul"
    start = _counts_up_from(block) if block.numbered else 1
    if start is None or not all(_is_short(item) for item in block.items):
        items = "\n".join(f"<li>{_marked_item(item, below)}</li>" for item in block.items)
        widest = max(len(item.mark) for item in block.items)
        return f'<{tag} class="marked" style="--mark: {widest}ch">\n{items}\n</{tag}>'
    items = "\n".join(f"<li>{_short_item(item, below)}</li>" for item in block.items)
    # WeasyPrint does not know the attribute `start`.
    counter = f' style="counter-reset: list-item {start - 1}"' if start != 1 else ""
    return f"<{tag}{counter}>\n{items}\n</{tag}>"


def _counts_up_from(block: List) -> int | None:
    marks = [item.mark for item in block.items]
    first = marks[0][:-1]
    if not (first.isascii() and first.isdigit()):
        return None
    return int(first) if marks == [f"{int(first) + at}." for at in range(len(marks))] else None


def _is_short(item: Item) -> bool:
    """Tell whether an item is one paragraph, with or without a list under it."""
    kinds = [type(block) for block in item.blocks]
    return kinds in ([Paragraph], [Paragraph, List])


def _short_item(item: Item, below: int) -> str:
    first, *rest = item.blocks
    words = _line(first.inside) if isinstance(first, Paragraph) else ""
    return "\n".join([words, *(_block(block, below) for block in rest)])


def _marked_item(item: Item, below: int) -> str:
    """An item's first paragraph runs on beside its mark; the others stand below."""
    mark = f'<span class="mark">{escape(item.mark)}</span>'
    match item.blocks:
        case (Paragraph(inside),):
            return mark + _line(inside)
        case (Paragraph(inside), *rest):
            return f"<p>{mark}{_line(inside)}</p>\n{_blocks(rest, below)}"
    return f"<p>{mark}</p>\n{_blocks(item.blocks, below)}"


def _table(table: Table) -> str:
    def cell(tag: str, column: int, inside: tuple[Inline, ...]) -> str:
        alignment = table.alignments[column]
        style = f' style="text-align: {alignment}"' if alignment else ""
        # A head without words heads nothing.
        tag, scope = (tag, ' scope="col"') if tag == "th" and inside else ("td", "")
        return f"<{tag}{scope}{style}>{_line(inside)}</{tag}>"

    def row(tag: str, cells: tuple[tuple[Inline, ...], ...]) -> str:
        return f"<tr>{''.join(cell(tag, at, inside) for at, inside in enumerate(cells))}</tr>"

    rows = "\n".join(row("td", cells) for cells in table.rows)
    body = f"\n<tbody>\n{rows}\n</tbody>" if rows else ""
    return f"<table>\n<thead>{row('th', table.heads)}</thead>{body}\n</table>"


def _line(inside: Iterable[Inline]) -> str:
    return "".join(map(_inline, inside))


def _inline(node: Inline) -> str:
    match node:
        case Emphasis(inside):
            return f"<em>{_line(inside)}</em>"
        case Strong(inside):
            return f"<strong>{_line(inside)}</strong>"
        case Link():
            return _link(node)
        case Image():
            return _image(node)
        case LineBreak():
            return "<br>"
    return _leaf(node)


def _leaf(node: Text | Code | Address | Quoted | LineReference | Cited | Marked | Citing) -> str:
    match node:
        case Text(words):
            return str(escape(words))
        case Code(words):
            return f"<code>{escape(words)}</code>"
        case Address(words):
            return f'<span class="address">{escape(words)}</span>'
        case Quoted(words, aside=aside, foreign=foreign):
            blank = " " * aside.startswith(" ")
            reference = _reference(aside.removeprefix(" "))
            shown = _foreign(foreign) if foreign else escape(words)
            return f'<span class="quotation">{shown}{blank}{reference}</span>'
        case LineReference(said=said):
            return f'<span class="quotation">{_reference(said)}</span>'
        case Cited(said=said):
            return f'<span class="citation">{escape(said)}</span>'
        case Marked(typed) | Citing(typed):
            return str(escape(typed))


def _foreign(words: Foreign) -> str:
    language = f'lang="{escape(words.language)}" dir="{words.direction}"'
    marked = f"<bdi {language}>{escape(words.words)}</bdi>"
    return f"{escape(words.opening)}{marked}{escape(words.closing)}"


def _reference(said: str) -> str:
    return f'<span class="line-reference">{escape(said)}</span>'


def _link(link: Link) -> str:
    """A link; on paper its address stands after its words, where those do not tell it."""
    words = _line(link.inside)
    if SAFE_ADDRESSES.match(link.address):
        words = f'<a href="{escape(link.address)}">{words}</a>'
    if is_told(link):
        return f'<span class="address">{words}</span>'
    return f'{words} (<span class="address">{escape(address_to_print(link))}</span>)'


def _image(image: Image) -> str:
    # What is typed is a file's name, in which `#`, `?` and `%` are letters like others.
    address = quote(image.address)
    html = f'<img alt="{escape(image.description)}" src="{address}">'
    return html + (image.caption and f'<span class="caption">{escape(image.caption)}</span>')
