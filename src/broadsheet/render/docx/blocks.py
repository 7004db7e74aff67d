"""Paragraphs and tables in their order, and what stands on one page with what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from broadsheet.render.docx.xml import tag, val

_STYLED: Final = re.compile(r"(<w:pStyle [^>]*/>)(?!<w:keepNext/>)")


def joined(blocks: Sequence[str], *, ends: bool = False) -> list[str]:
    """Blocks in their order; Word runs two tables into one where no paragraph parts them.

    With `ends`, what they end with is a paragraph, as in a cell.
    """
    gap = tag("p", tag("pPr", val("pStyle", "BroadsheetGap")))
    parted: list[str] = []
    for block in blocks:
        if parted and _is_table(parted[-1]) and _is_table(block):
            parted.append(gap)
        parted.append(block)
    if ends and (not parted or _is_table(parted[-1])):
        parted.append(gap)
    return parted


def _is_table(block: str) -> bool:
    return block.startswith("<w:tbl>")


def kept_together(blocks: Sequence[str]) -> list[str]:
    """The same blocks, on one page as far as one can hold them."""
    if not blocks:
        return []
    *others, last = blocks
    return [*map(kept_with_next, others), _kept_within(last)]


def kept_with_next(block: str) -> str:
    """The same block, on the page of what follows."""
    return _STYLED.sub(r"\1<w:keepNext/>", block)


def _kept_within(block: str) -> str:
    rows, last_row, rest = block.rpartition("<w:tr>")
    return kept_with_next(rows) + last_row + rest if _is_table(block) else block
