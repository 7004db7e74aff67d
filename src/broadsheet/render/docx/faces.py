"""Faces by the names that machines with Word know, each with others that serve where it lacks.

Our own faces are on no teacher's machine. What stands here comes with Word, on Windows and macOS;
a school's own face is named as its edition names it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml

from broadsheet.render.docx.element import Element, element, val
from broadsheet.render.docx.package import part_of
from broadsheet.text.language_tags import base_of

_WESTERN: Final = {
    "Broadsheet Serif": "Cambria",
    "Broadsheet Sans": "Calibri",
    "Broadsheet Spaced": "Verdana",
    "Atkinson Hyperlegible Next": "Arial",
    "Broadsheet Naskh": "",
    "Broadsheet Han": "",
    "Noto Serif Hebrew": "",
    "serif": "Cambria",
    "sans-serif": "Calibri",
}
"""What serves for each of our faces; nothing for those of other scripts."""
_COMPLEX: Final = {"Cambria": "Times New Roman"}
"""What serves beside a face where Arabic or Hebrew is written; Arial does beside all others."""
_HAN: Final = {
    "zh-hans": ("SimSun", "Microsoft YaHei"),
    "zh-hant": ("PMingLiU", "Microsoft JhengHei"),
    "ja": ("Yu Mincho", "Yu Gothic"),
    "ko": ("Batang", "Malgun Gothic"),
}
"""A face with serifs and one without, for Chinese, Japanese and Korean."""
_INSTEAD: Final = {
    "Cambria": "Caladea",
    "Calibri": "Carlito",
    "Arial": "Liberation Sans",
    "Verdana": "DejaVu Sans",
    "Times New Roman": "Liberation Serif",
    "SimSun": "Songti SC",
    "Microsoft YaHei": "PingFang SC",
    "PMingLiU": "Songti TC",
    "Microsoft JhengHei": "PingFang TC",
    "Yu Mincho": "Hiragino Mincho ProN",
    "Yu Gothic": "Hiragino Sans",
    "Batang": "AppleMyungjo",
    "Malgun Gothic": "Apple SD Gothic Neo",
}
"""What a machine may have instead, mostly with letters of the same widths."""
_SERIFS: Final = {"Cambria", "Times New Roman", "SimSun", "PMingLiU", "Yu Mincho", "Batang"}


@dataclass(frozen=True, slots=True)
class Face:
    """A face for each kind of script, by name."""

    western: str
    complex: str
    han: str

    @property
    def properties(self) -> Element:
        """The face as a property of a run."""
        return element(
            "rFonts",
            ascii=self.western,
            hAnsi=self.western,
            eastAsia=self.han,
            cs=self.complex,
        )


def face_of(names: tuple[str, ...], language: str) -> Face:
    """The face for what a theme or an edition names, in a document of a language."""
    known = [_WESTERN.get(name, name) for name in names]
    western = next(filter(None, known), "Calibri")
    has_serifs = western in _SERIFS
    serif, sans = _HAN.get(_script_of(language), _HAN["zh-hans"])
    return Face(western, _COMPLEX.get(western, "Arial"), serif if has_serifs else sans)


def _script_of(language: str) -> str:
    tag_ = language.lower()
    if base_of(language) != "zh":
        return base_of(language)
    told_old = any(each in tag_ for each in ("hant", "-tw", "-hk", "-mo"))
    return "zh-hant" if told_old else "zh-hans"


def set_font_table(document: Document, faces: tuple[Face, ...]) -> None:
    """Name every face used, and what may stand in for it."""
    names = dict.fromkeys(name for face in faces for name in (face.western, face.complex, face.han))
    part_of(
        document.part,
        "/word/fontTable.xml",
        RELATIONSHIP_TYPE.FONT_TABLE,
        CONTENT_TYPE.WML_FONT_TABLE,
        serialize_part_xml(element("fonts", *map(_told, names))),
    )


def _told(name: str) -> Element:
    instead = [val("altName", _INSTEAD[name])] if name in _INSTEAD else []
    family = val("family", "roman" if name in _SERIFS else "swiss")
    return element("font", *instead, family, val("pitch", "variable"), name=name)
