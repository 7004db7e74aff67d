"""What a file says of the piece in it: title, author, day and where it stood."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import Final

from broadsheet.reading.dates import PartialDate
from broadsheet.reading.values import LANGUAGE_PATTERN
from broadsheet.source.article import PAGES

_LONGEST: Final = 300
"""A longer value is no title and no name, in characters."""
_TITLE_WORDS: Final = 20
"""Most words of a first line that is taken for the title of a plain text."""
_HEAD: Final = 8192
"""So many bytes of a saved page hold what the browser said of it."""
_SAVED_FROM: Final = re.compile(
    rb"^Snapshot-Content-Location:\s*(\S+)|<!--\s*saved from url=\(\d+\)(\S+)", re.MULTILINE
)
_FRONT: Final = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_PAIR: Final = re.compile(r"""^(\w+):[ \t]*(["']?)(.+?)\2[ \t]*\r?$""", re.MULTILINE)
_HEADING: Final = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_DAY: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Facts:
    """Bibliographic facts, each empty where the file says none; none is proved."""

    title: str = ""
    author: str = ""
    outlet: str = ""
    published: str = ""
    """A day, as `2022-09-21`, or less of one."""
    url: str = ""
    language: str = ""
    """The tag that a page names for itself."""


def facts_in(data: bytes, suffix: str) -> Facts:
    """Read what a file says of its piece; `suffix` is the ending of its name.

    Raises ImportError for a web page where the extra `html` is not installed.
    """
    suffix = suffix.lower()
    if suffix in PAGES:
        facts = _of_page(data)
    else:
        text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        facts = _of_markdown(text) if suffix in (".md", ".markdown") else _of_text(text)
    tidy = {each.name: _tidy(getattr(facts, each.name)) for each in fields(facts)}
    url = tidy["url"] if re.match(r"https?://\S+$", tidy["url"]) else ""
    language = tidy["language"] if re.fullmatch(LANGUAGE_PATTERN, tidy["language"]) else ""
    return replace(Facts(**tidy), published=_day(tidy["published"]), url=url, language=language)


def _of_page(data: bytes) -> Facts:
    from trafilatura.metadata import extract_metadata

    from broadsheet.source.markup import as_html
    from broadsheet.source.saved import TooLargeError, markup_of, parsed

    try:
        markup = markup_of(data)
    except TooLargeError:
        return Facts()
    if markup is None:
        return Facts()
    root = parsed(markup)
    # What is guessed from the text of a page, or measured by today, is no fact.
    dates = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    found = extract_metadata(as_html(root), date_config=dates, extensive=False)
    saved = _SAVED_FROM.search(data[:_HEAD])
    address = (saved[1] or saved[2]).decode("ascii", "replace") if saved else ""
    return Facts(
        title=str(found.title or ""),
        author=found.author or "",
        outlet=found.sitename or "",
        published=found.date or "",
        url=found.url or address,
        language=root.get("lang") or "",
    )


def _of_markdown(text: str) -> Facts:
    front = _FRONT.match(text)
    said = {key.lower(): value for key, _, value in _PAIR.findall(front[1])} if front else {}
    heading = _HEADING.search(text)
    return Facts(
        title=said.get("title") or (str(heading[1]) if heading else ""),
        author=said.get("author", ""),
        outlet=said.get("outlet", said.get("site", "")),
        published=said.get("date", ""),
        url=said.get("url", said.get("link", "")),
        language=said.get("lang", said.get("language", "")),
    )


def _of_text(text: str) -> Facts:
    """The first line is the title where a blank line comes after it and it is no sentence."""
    first, _, rest = text.lstrip("\ufeff\n\t ").partition("\n")
    is_title = rest[:1] == "\n" and len(first.split()) <= _TITLE_WORDS
    return Facts(title=first if is_title and not first.rstrip().endswith((".", "。")) else "")


def _tidy(value: str) -> str:
    value = " ".join("".join(one if one.isprintable() else " " for one in value).split())
    return value if len(value) <= _LONGEST else ""


def _day(value: str) -> str:
    found = _DAY.match(value)
    try:
        return str(PartialDate.parse(found[0])) if found else ""
    except ValueError:
        return ""
