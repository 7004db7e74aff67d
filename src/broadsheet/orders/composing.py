"""From an order to its manuscript: composed by the table, and gathered for its way."""

from __future__ import annotations

from collections.abc import Callable

from broadsheet.orders.order import Order
from broadsheet.render.manuscript import BookletManuscript, Manuscript, Origin, manuscript
from broadsheet.theme import Theme
from broadsheet.theme.look import Look


def manuscript_of(order: Order, look_of: Callable[[Theme], Look]) -> Manuscript | BookletManuscript:
    """Compose what an order asks for, ready to be rendered.

    Raises ThemeError where an image or a file of the theme can't be read.
    """
    if not order.document.binds:
        return _alone(order, look_of, _origin_of(order))
    return BookletManuscript(
        title=order.of_unit.unit.title,
        front=_alone(order, look_of),
        parts=tuple(_alone(part, look_of) for part in order.parts),
        languages=tuple(part.of_lesson.lesson.language for part in order.parts),
    )


def _origin_of(order: Order) -> Origin:
    lesson = order.of_lesson
    edition = order.edition.name if order.edition else ""
    return Origin(lesson.slug, order.document.name, edition, lesson.questions)


def _alone(
    order: Order, look_of: Callable[[Theme], Look], origin: Origin | None = None
) -> Manuscript:
    return manuscript(
        order.document.compose(order),
        order.paper,
        look_of(order.theme),
        order.file.parent,
        order.school.folder,
        origin,
    )
