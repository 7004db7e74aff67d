"""A file from anyone is read as data, within limits."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from broadsheet.edited import archive
from broadsheet.edited.archive import Archive, NotWordError
from broadsheet.edited.reading import WordFile, read

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(packing: int = ZIP_DEFLATED, /, **parts: str | bytes) -> bytes:
    """A file with parts, `document` for `word/document.xml`."""
    written = BytesIO()
    with ZipFile(written, "w", packing) as packed:
        for name, data in parts.items():
            packed.writestr(name if "/" in name else f"word/{name}.xml", data)
    return written.getvalue()


def read_body(body: str, parts: Mapping[str, str | bytes] = MappingProxyType({})) -> WordFile:
    document = f"<w:document {_W}><w:body>{body}</w:body></w:document>"
    return read(Archive.of(zipped(document=document, **parts)))


def said(file: WordFile) -> list[str]:
    return [each.text for each in file.paragraphs]


def test_tracked_changes_are_read_as_accepted() -> None:
    file = read_body(
        "<w:p><w:r><w:t>The </w:t></w:r>"
        '<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>new</w:t></w:r></w:ins>'
        '<w:moveFrom w:id="3"><w:r><w:t> there</w:t></w:r></w:moveFrom></w:p>'
    )
    assert said(file) == ["The new"]
    assert file.tracked == 3


def test_comments_are_counted_and_not_read() -> None:
    file = read_body(
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>A</w:t></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
        {
            "comments": f"<w:comments {_W}><w:comment><w:p><w:r><w:t>no</w:t></w:r></w:p>"
            "</w:comment></w:comments>"
        },
    )
    assert said(file) == ["A"]
    assert file.comments == 1


def test_tabs_breaks_and_hyphens_are_signs_and_tab_stops_are_not() -> None:
    file = read_body(
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>'
        "<w:r><w:t>5</w:t><w:tab/><w:t>re</w:t><w:softHyphen/><w:t>ad</w:t><w:br/></w:r></w:p>"
    )
    assert said(file) == ["5\tre\u00adad\n"]


def test_macros_and_what_would_be_fetched_are_told() -> None:
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/attachedTemplate" Target="http://x.invalid/t.dotm" '
        'TargetMode="External"/>'
        '<Relationship Id="b" Type="x/hyperlink" Target="http://x.invalid" TargetMode="External"/>'
        "</Relationships>"
    )
    file = read_body("<w:p/>", {"word/vbaProject.bin": b"x", "word/_rels/document.xml.rels": links})
    assert file.has_macros
    assert file.outside == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is no file of Word's"),
        (b"PK\3\4 broken off", "is no file of Word's"),
        (zipped(other="<a/>"), "has no text"),
        (zipped(document="<w:document"), "no XML"),
        (zipped(document='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "declares entities"),
        (zipped(document=f"<a {_W}>{'<b>' * 300}{'</b>' * 300}</a>"), "without an end"),
    ],
)
def test_what_is_no_file_of_words_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(NotWordError, match=reason):
        read(Archive.of(data))


def test_a_bomb_is_unpacked_no_further_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_PART", 1000)
    bomb = zipped(document=b"<a>" + b" " * 1_000_000 + b"</a>")
    assert len(bomb) < 3000
    with pytest.raises(NotWordError, match="unpacks to more than"):
        read(Archive.of(bomb))


@pytest.mark.parametrize("packing", [ZIP_DEFLATED, ZIP_LZMA])
def test_a_file_with_a_damaged_byte_is_read_or_refused_and_never_fails(packing: int) -> None:
    whole = zipped(packing, document=f"<a {_W}>{'<p>The ferry.</p>' * 20}</a>")
    refused = 0
    for at in range(len(whole)):
        damaged = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        try:
            read(Archive.of(damaged))
        except NotWordError:
            refused += 1
    assert 0 < refused <= len(whole)


def test_a_file_in_words_old_form_or_locked_says_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "old.docx"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(NotWordError) as refused:
        Archive.open(file)
    assert "password" in refused.value.reason
    assert "save it as .docx" in refused.value.remedy
