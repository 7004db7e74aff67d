"""A document laid out again with other heights and gaps, as far as its pages change by them.

WeasyPrint makes boxes of elements, and pages of those boxes. For other gaps no box need be made
again, and a page on which nothing changes need not be laid out again: WeasyPrint keeps such pages
itself where it goes over a document once more for a number. There are no public names for that;
what is asked of it here, it has in version 70.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from weasyprint import document as rendering
from weasyprint import layout

from broadsheet.render.pdf.own_styles import LayOut, Styles
from broadsheet.render.pdf.restyled import Boxes, Values, has_same_boxes, is_of_element, values_of

_NONE: Final[Values] = {}


@dataclass(frozen=True)
class _Laid:
    """One layout of a document."""

    document: Any
    values: Mapping[Any, Values]
    pages: list[Any]
    """The boxes of its pages, without what stands at their feet."""
    states: list[Any]
    """What each page begins with."""


class Layouts:
    """The layouts of one document: they share its boxes, and pages that are alike."""

    def __init__(self, lay_out: LayOut) -> None:
        """`lay_out` makes WeasyPrint's document of its elements, beginning with the boxes."""
        self._lay_out = lay_out
        self._made_with: Mapping[Any, Values] = {}
        self._runs_on = False
        self._laid: list[_Laid] = []

    def lay_out(self, styles: Styles) -> Any:
        """Give WeasyPrint's document with more styles, which replace those of the time before.

        Lengths in these are in pixels. Documents that were given before stay as they are.
        """
        values = {element: values_of(style) for element, style in styles.items()}
        boxes_stay = self._laid and not self._runs_on and has_same_boxes(values, self._made_with)
        document = self._as_far_as_changed(values) if boxes_stay else None
        return document or self._anew(styles, values)

    def _as_far_as_changed(self, values: Mapping[Any, Values]) -> Any | None:
        """Lay out the pages that change; None where others may, as something now runs on."""
        changes = [(_changed(laid, values), laid) for laid in self._laid]
        changed, nearest = min(changes, key=lambda change: len(change[0]))
        if not changed:
            return nearest.document
        self._boxes.restyle(values)
        self._begin_again(nearest, changed)
        with (
            self._pages_kept([_copied(page) for page in nearest.pages]) as pages,
            _in_place_of(layout, initialize_page_maker=lambda *_: None),
        ):
            boxes = list(layout.layout_document(self._html, self._root, self._context))
        if self._runs_on:
            return None
        document = nearest.document.copy([rendering.Page(box) for box in boxes])
        return self._keep(document, values, pages)

    def _anew(self, styles: Styles, values: Mapping[Any, Values]) -> Any:
        """Lay the document out from its elements, and keep what it is laid out from."""
        lay_out = rendering.layout_document

        def kept(html: Any, root: Any, context: Any) -> Any:
            self._html, self._root, self._context = html, root, context
            self._runs_on = bool(context.footnotes)
            self._boxes = Boxes(root)
            return lay_out(html, root, context)

        self._laid.clear()
        self._made_with = values
        with _in_place_of(rendering, layout_document=kept), self._pages_kept() as pages:
            document = self._lay_out(styles)
        return self._keep(document, values, pages)

    def _begin_again(self, laid: _Laid, changed: set[int]) -> None:
        """Have the engine know where pages begin, and which of them it has to make."""
        context = self._context
        context.page_maker = deepcopy(laid.states)
        for number, state in enumerate(context.page_maker):
            state[-1]["content_changed"] = number in changed
        context.string_set.clear()
        context.tables.clear()

    def _keep(self, document: Any, values: Mapping[Any, Values], pages: list[Any]) -> Any:
        self._laid.append(_Laid(document, values, pages, self._context.page_maker))
        return document

    @contextmanager
    def _pages_kept(self, before: list[Any] | None = None) -> Iterator[list[Any]]:
        """While this holds, pages are made from those of before, and kept as soon as they are."""
        make = layout.make_all_pages
        kept: list[Any] = []

        def made(context: Any, root: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
            kept.clear()
            for page in make(context, root, html, pages or before or []):
                kept.append(_copied(page))
                self._runs_on = self._runs_on or _runs_on(context)
                yield page

        with _in_place_of(layout, make_all_pages=made):
            yield kept


def _changed(laid: _Laid, values: Mapping[Any, Values]) -> set[int]:
    """Numbers of the pages, from 0, that change with other values; later ones may follow."""
    elements = {
        element
        for element in laid.values.keys() | values.keys()
        if laid.values.get(element, _NONE) != values.get(element, _NONE)
    }
    heights = [_heights(page, elements) for page in laid.pages]
    tallest = {each: max(of_page.get(each, 0) for of_page in heights) for each in elements}
    if all(
        _only_grows(laid.values.get(each, _NONE), values.get(each, _NONE), tallest[each])
        for each in elements
    ):
        return {number for number, of_page in enumerate(heights) if of_page}
    return set(range(len(laid.pages)))


def _heights(page: Any, elements: set[Any]) -> dict[Any, float]:
    """How high those of some elements are that stand on a page."""
    return {
        box.element: box.height
        for box in page.descendants()
        if box.element in elements and is_of_element(box)
    }


def _only_grows(before: Values, after: Values, height: float) -> bool:
    """Whether an element of some height becomes higher and nothing else of it changes.

    What did not fit on the page before still does not then, and that page stays as it is.
    """
    if "height" not in after or {**before, "height": after["height"]} != after:
        return False
    return bool(after["height"].value > height)


def _runs_on(context: Any) -> bool:
    """Whether something goes on over pages that is not told by what they begin with."""
    return bool(
        context.broken_out_of_flow
        or any(context.running_elements.values())
        or context.target_collector.counter_lookup_items
    )


def _copied(page: Any) -> Any:
    """The box of a page, to be given feet of its own; what stands on it is shared."""
    copied = page.copy()
    root, *others = page.children
    copied.children = [root.copy(), *others]
    return copied


@contextmanager
def _in_place_of(module: Any, **functions: Any) -> Iterator[None]:
    """While this holds, a module of WeasyPrint calls these functions by its own names."""
    own = {name: getattr(module, name) for name in functions}
    for name, function in functions.items():
        setattr(module, name, function)
    try:
        yield
    finally:
        for name, function in own.items():
            setattr(module, name, function)
