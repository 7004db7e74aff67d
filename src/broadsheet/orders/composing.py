"""From an order to its manuscript: composed by the table, and gathered for its way."""

from __future__ import annotations

from collections.abc import Callable

from broadsheet.orders.order import Order
from broadsheet.render.manuscript import BookletManuscript, Manuscript, manuscript
from broadsheet.theme import Theme
from broadsheet.theme.look import Look


def manuscript_of(order: Order, look_of: Callable[[Theme], Look]) -> Manuscript | BookletManuscript:
    """Compose what an order asks for, ready to be rendered.

    Raises ThemeError where an image or a file of the theme can't be read.
    """
    if not order.document.binds:
        return _alone(order, look_of)
    return BookletManuscript(
        title=order.of_unit.unit.title,
        front=_alone(order, look_of),
        parts=tuple(_alone(part, look_of) for part in order.parts),
        languages=tuple(part.of_lesson.lesson.language for part in order.parts),
    )


def _alone(order: Order, look_of: Callable[[Theme], Look]) -> Manuscript:
    return manuscript(
        order.document.compose(order),
        order.paper,
        look_of(order.theme),
        order.file.parent,
        order.school.folder,
    )
