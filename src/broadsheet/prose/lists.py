"""What of a list an engine can number by itself."""

from __future__ import annotations

from broadsheet.prose.nodes import Item, List, Paragraph


def counts_up_from(block: List) -> int | None:
    """The number of a list's first item, where the others count up from it; None where not."""
    marks = [item.mark for item in block.items]
    first = marks[0][:-1]
    if not (first.isascii() and first.isdigit()):
        return None
    return int(first) if marks == [f"{int(first) + at}." for at in range(len(marks))] else None


def is_short(item: Item) -> bool:
    """Tell whether an item is one paragraph, with or without a list under it."""
    kinds = [type(block) for block in item.blocks]
    return kinds in ([Paragraph], [Paragraph, List])
