"""Styles as python-docx adds them to a document, each with what is its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypedDict, Unpack

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, Twips

from broadsheet.render.docx.element import Element, element, val
from broadsheet.render.docx.faces import Face

Line = Mapping[str, object]
"""A rule, as `Measures.line` tells it."""

_ORDER: Final = tuple(
    qn(f"w:{name}")
    for name in (
        *("keepNext", "keepLines", "numPr", "pBdr", "tabs", "bidi"),
        *("rFonts", "b", "bCs", "i", "iCs", "caps", "spacing", "ind", "contextualSpacing", "jc"),
        *("outlineLvl", "sz", "szCs", "u", "bdr", "lang"),
    )
)
"""In which order Word wants the properties of paragraphs, and those of words."""


class Type(TypedDict, total=False):
    """How the words of a style are set; what is missing is as in the style it is based on."""

    size: float
    """In points."""
    bold: bool
    face: Face
    letters: Sequence[Element]
    """Elements for what python-docx has no names for."""


class StyleSheet:
    """The styles of a document; each may be based on those that were added before it."""

    def __init__(self, styles: Any) -> None:
        """`styles` are python-docx's."""
        self.styles = styles

    def base(self, name: str, kind: WD_STYLE_TYPE, *own: Element) -> None:
        """Add a style of Word's that all others of its kind are based on."""
        made = self.styles.add_style(name, kind, builtin=True)
        made.element.set(qn("w:default"), "1")
        made.element.extend(own)

    def paragraphs(
        self,
        name: str,
        *own: Element,
        based_on: str = "Normal",
        then: str = "",
        is_shown: bool = True,
        keep: bool = False,
        whole: bool = False,
        leading: float = 0,
        space: tuple[float, float] | None = None,
        left: int = 0,
        hanging: int = 0,
        **type_: Unpack[Type],
    ) -> None:
        """Add a style of paragraphs; after one of it, Word begins one in the style `then`.

        They are kept with the next or whole, their lines `leading` sizes of the type apart, with
        `space` before and after in millimetres, set in by twentieths of a point. `own` is what
        python-docx has no names for.
        """
        made = self._added(name, WD_STYLE_TYPE.PARAGRAPH, based_on, is_shown=is_shown, **type_)
        form = made.paragraph_format
        if then:
            made.element.get_or_add_next().val = then.replace(" ", "")
        if keep:
            form.keep_with_next = True
        if whole:
            form.keep_together = True
        if leading:
            # What Word calls a single line is about 1.25 sizes of its type.
            form.line_spacing = leading / 1.25
        if space:
            form.space_before, form.space_after = map(Mm, space)
        if left:
            form.left_indent = Twips(left)
        if hanging:
            form.first_line_indent = Twips(-hanging)
        _put(made.element.get_or_add_pPr(), own)

    def words(self, name: str, **type_: Unpack[Type]) -> None:
        """Add a style of words within a paragraph."""
        self._added(name, WD_STYLE_TYPE.CHARACTER, "Default Paragraph Font", **type_)

    def tables(self, name: str, *own: Element) -> None:
        """Add a style of tables: python-docx has no names for its rules."""
        made = self._added(name, WD_STYLE_TYPE.TABLE, "Normal Table", is_shown=False)
        made.element.extend(own)

    def _added(
        self,
        name: str,
        kind: WD_STYLE_TYPE,
        based_on: str,
        *,
        is_shown: bool = True,
        **type_: Unpack[Type],
    ) -> Any:
        is_ours = name.startswith("Broadsheet")
        made: Any = self.styles.add_style(name, kind, builtin=not is_ours)
        made.base_style = self.styles[based_on]
        made.priority, made.quick_style = 20 if is_ours else 9, is_shown
        own = [*type_.get("letters", ())]
        if "face" in type_:
            own.append(type_["face"].properties)
        if "size" in type_:
            # Word counts in halves of a point, and for Arabic and Hebrew once more.
            halves = max(2, round(type_["size"] * 2))
            made.font.size = Pt(halves / 2)
            own.append(val("szCs", halves))
        if "bold" in type_:
            made.font.bold = made.font.cs_bold = type_["bold"]
        if own:
            _put(made.element.get_or_add_rPr(), own)
        return made


def _put(properties: Element, own: Iterable[Element]) -> None:
    properties[:] = sorted([*properties, *own], key=lambda each: _ORDER.index(each.tag))


def rules(line: Line, *sides: str, space: int = 4) -> Element:
    """Rules along the sides of a paragraph, so many points from its words."""
    return element("pBdr", *(element(side, **{**line, "space": space}) for side in sides))


def stop(at: int, side: str = "left") -> Element:
    """Where a tab leads to, in twentieths of a point."""
    return element("tabs", element("tab", val=side, pos=at))


def outline(level: int) -> Element:
    """The level of a heading, counted from 0."""
    return val("outlineLvl", level)
