"""A saved page is decoded as browsers do, and unpacked where it is a web archive."""

from __future__ import annotations

import base64
import io
import quopri
import zipfile

import pytest

from broadsheet.source.article import Article, Unreadable, article_in

WORDS = (
    "The mayor said “it’s sold”—and the café by the quay closed on the same evening, with a "
    "notice on its door that nobody had signed. No one who rides the ferry each morning was asked."
)


def page(charset: str = "", text: str = WORDS) -> str:
    return f"<html><head>{charset}</head><body><article><p>{text}</p><p>{text}</p></article></body>"


def words_of(data: bytes, suffix: str = ".html") -> str:
    article = article_in(data, suffix, "A title")
    assert isinstance(article, Article), article
    return article.text.split("\n")[0]


@pytest.mark.parametrize(
    "label",
    [
        '<meta charset="iso-8859-1">',
        '<meta charset="us-ascii">',
        '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=ISO-8859-1">',
        '<meta charset="latin1">',
        "",
    ],
)
def test_windows_1252_is_read_whatever_older_label_it_bears(label: str) -> None:
    assert words_of(page(label).encode("windows-1252")) == WORDS


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-8"])
@pytest.mark.parametrize("label", ["", '<meta charset="iso-8859-1">'])
def test_unicode_is_read_whatever_its_label(encoding: str, label: str) -> None:
    assert words_of(page(label).encode(encoding)) == WORDS


def test_a_label_far_down_the_head_is_read() -> None:
    label = "<!--" + "x" * 3000 + '--><meta charset="windows-1251">'
    text = (
        "Міська рада продала пором у четвер, і ніхто з тих, хто їздить ним щоранку, не знав. " * 3
    )
    assert words_of(page(label, text.strip()).encode("windows-1251")) == text.strip()


def test_an_xml_declaration_is_read() -> None:
    declared = "<?xml version='1.0' encoding='windows-1252'?>" + page()
    assert words_of(declared.encode("windows-1252"), ".xhtml") == WORDS


def test_an_element_of_xml_that_is_empty_swallows_nothing() -> None:
    empty = '<?xml version="1.0"?>' + page('<script src="x.js"/><style/><title/>')
    assert words_of(empty.replace("<p>", '<p><a id="top"/>').encode(), ".xhtml") == WORDS


def test_what_a_template_has_left_in_a_tag_is_passed_over() -> None:
    left = page().replace("<p>", '<p {{ attributes }} {class="a">', 1)
    assert words_of(left.encode()) == words_of(page().encode())


def archive(body: bytes, coding: str, content_type: str = "text/html", more: str = "") -> bytes:
    return (
        (
            "From: <Saved by Blink>\r\nSubject: A page\r\nMIME-Version: 1.0\r\n"
            f'Content-Type: multipart/related; type="text/html"; boundary="--b--"{more}\r\n\r\n'
            "----b--\r\nContent-Type: text/css\r\n\r\np { color: red }\r\n"
            f"----b--\r\nContent-Type: {content_type}\r\nContent-ID: <1>\r\n"
            f"Content-Transfer-Encoding: {coding}\r\n\r\n"
        ).encode()
        + body
        + b"\r\n----b----\r\n"
    )


@pytest.mark.parametrize("suffix", [".mhtml", ".mht", ".html"])
@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
def test_a_web_archive_is_read(coding: str, suffix: str) -> None:
    encode = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}
    body = encode.get(coding, bytes)(page().encode("windows-1252"))
    data = archive(body, coding, "text/html; charset=windows-1252")

    assert words_of(data, suffix) == WORDS


def test_the_page_that_a_web_archive_names_as_its_start_is_the_one_that_is_read() -> None:
    other = page(text="A frame with an advertisement that is long enough to be a text. " * 4)
    data = archive(other.encode(), "8bit", more='; start="<2>"')
    second = b"----b--\r\nContent-Type: text/html\r\nContent-ID: <2>\r\n\r\n" + page().encode()
    assert words_of(data.replace(b"----b----", second + b"\r\n----b----")) == WORDS


def test_a_web_archive_without_a_page_says_so() -> None:
    data = archive(b"", "8bit", "text/plain")
    said = article_in(data, ".mhtml", "A title")
    assert isinstance(said, Unreadable)
    assert "no article was found" in said.message


def test_a_web_archive_under_the_name_of_a_text_is_refused_by_what_it_is() -> None:
    said = article_in(archive(page().encode(), "8bit"), ".txt", "A title")
    assert isinstance(said, Unreadable)
    assert "web archive" in said.message


def test_a_page_with_its_pictures_in_it_is_read() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 6_000_000}">'
    assert words_of(page(picture).encode()) == WORDS


def test_a_page_of_nothing_but_brackets_is_refused() -> None:
    said = article_in(b"<p>" + b"[" * 20_000_000, ".html", "A title")
    assert isinstance(said, Unreadable)
    assert "more than 4 MiB" in said.message


def zipped(**files: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return data.getvalue()


@pytest.mark.parametrize("suffix", [".txt", ".html", ".md", ".mhtml"])
@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%abc", "a PDF"),
        (b"{\\rtf1\\ansi The ferry}", "Rich Text Format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 words", "an older Word"),
        (zipped(word__document="x"), "a Word document"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "an OpenDocument"),
        (zipped(mimetype="application/epub+zip"), "an EPUB book"),
        (zipped(**{"1__index.rdf": "x"}), "web archive of Firefox"),
        (zipped(a="x"), "an archive (ZIP)"),
        (b"bplist00\xd1 WebMainResource", "web archive of Safari"),
        (b"\xff\xd8\xff\xe0JFIF", "a picture (JPEG)"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_what_it_is(
    data: bytes, kind: str, suffix: str
) -> None:
    said = article_in(data, suffix, "A title")
    assert isinstance(said, Unreadable)
    assert kind in said.message
