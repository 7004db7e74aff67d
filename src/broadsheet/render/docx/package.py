"""The file itself: its parts, what leads from one to another, and a zip that is always the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from broadsheet.render.docx.xml import document, escaped

_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_LINK: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_KEYS: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""Every custom property has this format, by the standard."""

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS: Final = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_ENDINGS: Final = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
}
_OUTSIDE: Final = ' TargetMode="External"'
_PROGRAM: Final = "<Application>Broadsheet</Application>"
_THEN: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the earliest that a zip can tell."""


@dataclass
class Links:
    """What a part leads to: other parts and addresses, each once, by identifier."""

    _ids: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def to(self, kind: str, target: str, *, outside: bool = False) -> str:
        """The identifier of a link; `kind` is Word's word for what it leads to."""
        return self._ids.setdefault((kind, target, outside), f"rId{len(self._ids) + 1}")

    @property
    def part(self) -> bytes:
        """The links as a part of the file."""
        links = (
            f'<Relationship Id="{key}" Type="{kind if "/" in kind else f"{OFFICE}/{kind}"}" '
            f'Target="{escaped(target)}"{_OUTSIDE if outside else ""}/>'
            for (kind, target, outside), key in self._ids.items()
        )
        return document(f'<Relationships xmlns="{_LINKS}">{"".join(links)}</Relationships>')


def properties(title: str, summary: str, language: str) -> bytes:
    """What the file says of itself; it names no author and no day."""
    return document(
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(title)}</dc:title>"
        f"<dc:description>{escaped(summary)}</dc:description>"
        f"<dc:language>{escaped(language)}</dc:language>"
        "</cp:coreProperties>"
    )


def own_properties(named: Mapping[str, str]) -> bytes:
    """Properties of our own by name: what a file was made from, told to whoever checks it again."""
    told = (
        f'<property fmtid="{_KEYS}" pid="{number}" name="{escaped(name)}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(named.items(), start=2)
    )
    return document(
        f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}">{"".join(told)}</Properties>'
    )


def program() -> bytes:
    """The program that wrote the file."""
    return document(f'<Properties xmlns="{_EXTENDED}">{_PROGRAM}</Properties>')


def packed(parts: Mapping[str, bytes], links: Links) -> bytes:
    """The whole file: the same bytes for the same parts."""
    outer = Links()
    outer.to("officeDocument", "word/document.xml")
    outer.to(f"{_CORE_LINK}/core-properties", "docProps/core.xml")
    outer.to("extended-properties", "docProps/app.xml")
    outer.to("custom-properties", "docProps/custom.xml")
    every = {
        "[Content_Types].xml": _content_types(list(parts)),
        "_rels/.rels": outer.part,
        "word/_rels/document.xml.rels": links.part,
        **parts,
    }
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, data in every.items():
            entry = ZipInfo(name, _THEN)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # whatever system this is
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return written.getvalue()


def _content_types(names: Sequence[str]) -> bytes:
    endings = {name.rpartition(".")[2] for name in names} | {"rels"}
    defaults = (
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in _ENDINGS.items()
        if ending in endings
    )
    overrides = (
        f'<Override PartName="/{name}" ContentType="{_KINDS[name]}"/>'
        for name in names
        if name in _KINDS
    )
    return document(f'<Types xmlns="{_TYPES}">{"".join((*defaults, *overrides))}</Types>')
