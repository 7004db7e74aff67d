"""Can the addresses be typed into a browser as they are printed?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity, YamlPath
from broadsheet.lesson.citation import Citation
from broadsheet.lesson.models import source_path

MALFORMED: Final = Rule(
    code="url-malformed",
    severity=Severity.WARNING,
    what="An address is not one that a browser could open.",
    why="It is printed, and made a link. Whoever wants to read the whole piece types what the "
    "sheet says.",
    bad="url: htps://example.org/a page",
    good="url: https://example.org/a-page",
)

RULES: Final = (MALFORMED,)

_STRAY: Final = (".", ",", ";", "…")


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each malformed address of a source or a cited work."""
    for path, url in _urls(subject):
        fault = _fault(url)
        if fault:
            message, hint = fault
            yield Remark(MALFORMED, message, hint, path)


def _fault(url: str) -> tuple[str, str] | None:
    """What is wrong with an address, and how to mend it."""
    refused = f"“{url}” is not an address that can be opened"
    if not url.startswith(("https://", "http://")):
        return refused, "an address begins with https:// or http://"
    if len(url.split()) > 1:
        return refused, "an address has no blanks; if it was broken over two lines, join them"
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    if "." not in host.strip(".") or ".." in host:
        return refused, "write it as the browser shows it: https://example.org/page"
    if url.endswith(_STRAY) or (url.endswith(")") and "(" not in url):
        return (
            f"the address ends with “{url[-1]}”",
            "take the mark off, if it belongs to the sentence that it was copied from",
        )
    return None


def _urls(subject: Subject) -> Iterator[tuple[YamlPath, str]]:
    lesson = subject.lesson
    for label, source in lesson.texts.items():
        if source.url:
            yield (*source_path(label), "url"), source.url
    for key, fact in lesson.facts.items():
        for at, work in enumerate(fact.cite):
            if isinstance(work, Citation) and work.url:
                yield ("facts", key, "cite", at, "url"), work.url
    for key, work in lesson.references.items():
        if work.url:
            yield ("references", key, "url"), work.url
