"""The inline grammar: what has a meaning within a line.

The library's own emphasises within words (`Schüler*innen und Lehrer*innen`), turns `&copy;` into
another sign, and lets definitions of links vanish. Each pattern here looks at no character more
than a few times, however many brackets and stars there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import InlineProcessor as Engine
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString, Registry

from broadsheet.excerpt.quotation import MARK_BEGINS, mark_at
from broadsheet.prose.citing import CITATION_PATTERN

ESCAPED: Final = r"\`*_{}[]()>#+-.!|"
"""The signs that a backslash before them keeps from being markup."""

Built: TypeAlias = tuple[Element | None, int | None, int | None]
"""An element with the offsets of what it stands for; or three times None."""
Build: TypeAlias = Callable[[re.Match[str], Engine], Built]
"""What makes an element of a match."""

# A set of all that comes after takes forty times as long to compile.
_LETTER: Final = r"(?=[\x00-\u058f])[^\W_]"
"""A letter or digit of a script in which no sign of emphasis stands within a word: Latin, Greek,
Cyrillic. Elsewhere words run on without blanks, or a prefix is written in one with its word."""

_ESCAPE: Final = rf"\\(?P<sign>[{re.escape(ESCAPED)}])"
# The next run of as many backticks closes it: one of fewer or more stands within.
_CODE: Final = (
    rf"(?<!`)(?<!{_LETTER})(?P<ticks>`+)(?!`)"
    r"(?P<code>(?:[^`]|(?<!`)(?!(?P=ticks)(?!`))`+(?!`))+)"
    rf"(?P=ticks)(?!`)(?!{_LETTER})"
)
_LABEL: Final = r"\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
_TARGET: Final = r"(?:[^\s()]|\([^\s()]*\))+"
_PATH: Final = r"(?:[^()\"\n]|\([^()\"\n]*\))*"
_LINK: Final = rf"(?<!!){_LABEL}\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<plain>{_TARGET}))\s*\)"
_IMAGE: Final = (
    rf"!{_LABEL}\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<plain>{_PATH}))\s*"
    r"(?:\"(?P<caption>[^\"\n]*)\"\s*)?\)"
)
# The library's placeholders begin and end with \x02 and \x03; no address holds what they stand for.
_WEB: Final = r"<(?P<plain>[A-Za-z][A-Za-z0-9+.-]*://[^\s<>\x02\x03]*)>"
_MAIL: Final = r"<(?:mailto:)?(?P<plain>[^\s<>@!\x02\x03]+@[^\s<>@\x02\x03]+)>"
# What ends a sentence, or a bracket around it, is no part of an address; a pair of brackets is.
_PAIR: Final = r"\([^\s<>()\x02\x03]*\)"
_BARE: Final = (
    rf"https?://(?:[^\s<>()\x02\x03]|{_PAIR}|(?!{_PAIR})\()*"
    rf"(?:[^\s<>\x02\x03.,;:!?'\"()\[\]{{}}*_|»”’“‘…]|{_PAIR})"
)


def _emphasis(sign: str, times: int) -> str:
    """The pattern of words between `times` signs on either side, which touch the words."""
    one, run = re.escape(sign), re.escape(sign * times)
    within = rf"(?<=\w){one}(?=\w)" if times == 1 else rf"{one}(?!{one})"
    # Words joined by underscores (`_snake_case_`) are one name, and none of it is a sign.
    inside = rf"[^{one}]" if times == 3 or sign == "_" else rf"(?:[^{one}]|{within})"
    return (
        rf"(?<!{one})(?<!{_LETTER}){run}(?![\s{one})\],;])"
        rf"(?P<inside>{inside}+)"
        rf"(?<![\s{one}(\[]){run}(?!{one})(?!{_LETTER})"
    )


class _Pattern(InlineProcessor):
    """One kind of markup: a pattern, and what is built of a match."""

    def __init__(self, pattern: str, engine: Engine, build: Build) -> None:
        super().__init__(pattern, engine.md)
        self._engine, self._build = engine, build

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name and signature
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the library's signature
    ) -> Built:
        return self._build(m, self._engine)


def register(md: Markdown) -> None:
    """Give a parser this grammar in place of its own."""
    md.inlinePatterns = Registry()
    patterns: list[tuple[str, Build]] = [
        (rf"{_ESCAPE}|{_CODE}", _literal),
        (MARK_BEGINS, _mark),
        (CITATION_PATTERN, _citation),
        (_IMAGE, _image),
        (_LINK, _link),
        (_WEB, _auto("")),
        (_MAIL, _auto("mailto:")),
        (_BARE, _address),
        (r" {2,}\n", _break),
        (_emphasis("*", 3), _strong_emphasis),
        (_emphasis("*", 2), _around("strong")),
        (_emphasis("*", 1), _around("emphasis")),
        (_emphasis("_", 3), _strong_emphasis),
        (_emphasis("_", 2), _around("strong")),
        (_emphasis("_", 1), _around("emphasis")),
    ]
    engine = Engine(md)
    for at, (pattern, build) in enumerate(patterns):
        md.inlinePatterns.register(_Pattern(pattern, engine, build), str(at), -at)
    md.treeprocessors.register(engine, "inline", 20)


def _whole(found: re.Match[str], tag: str, text: str, **attributes: str) -> Built:
    """An element whose text has no further markup in it."""
    element = Element(tag, attributes)
    element.text = AtomicString(text)
    return element, found.start(), found.end()


def _literal(found: re.Match[str], _engine: Engine) -> Built:
    if found["sign"]:
        return _whole(found, "literal", found["sign"], typed=found[0])
    return _whole(found, "code", found["code"].strip(), typed=found[0])


def _mark(found: re.Match[str], engine: Engine) -> Built:
    mark = mark_at(found.string, found.start())
    if mark is None:
        return None, None, None
    element = Element("mark")
    element.text = AtomicString(_typed(found.string[mark.start : mark.end], engine))
    return element, mark.start, mark.end


def _citation(found: re.Match[str], _engine: Engine) -> Built:
    return _whole(found, "citation", found[0])


def _address(found: re.Match[str], _engine: Engine) -> Built:
    return _whole(found, "address", found[0])


def _break(found: re.Match[str], _engine: Engine) -> Built:
    return _whole(found, "break", "")


def _image(found: re.Match[str], engine: Engine) -> Built:
    address = (found["plain"] if found["angled"] is None else found["angled"]).strip()
    return _whole(
        found,
        "image",
        _shown(found["words"], engine),
        address=_shown(address, engine),
        caption=_shown(found["caption"] or "", engine),
    )


def _link(found: re.Match[str], engine: Engine) -> Built:
    address = found["plain"] if found["angled"] is None else found["angled"].strip()
    element = Element("link", address=_shown(address, engine))
    element.text = found["words"]
    return element, found.start(), found.end()


def _auto(scheme: str) -> Build:
    def build(found: re.Match[str], _engine: Engine) -> Built:
        return _whole(found, "link", found["plain"], address=scheme + found["plain"])

    return build


def _around(tag: str) -> Build:
    def build(found: re.Match[str], _engine: Engine) -> Built:
        element = Element(tag)
        element.text = found["inside"]
        return element, found.start(), found.end()

    return build


def _strong_emphasis(found: re.Match[str], engine: Engine) -> Built:
    inner, start, end = _around("emphasis")(found, engine)
    assert inner is not None  # noqa: S101 - it always builds
    outer = Element("strong")
    outer.append(inner)
    return outer, start, end


def _typed(text: str, engine: Engine) -> str:
    """A text as the author typed it, where the library has put placeholders for what was built."""
    return _without_placeholders(
        text, engine, lambda built: built.get("typed") or "".join(built.itertext())
    )


def _shown(text: str, engine: Engine) -> str:
    """A text as a reader sees it, where the library has put placeholders for what was built."""
    return _without_placeholders(text, engine, lambda built: "".join(built.itertext()))


def _without_placeholders(text: str, engine: Engine, of: Callable[[Element], str]) -> str:
    def original(found: re.Match[str]) -> str:
        built = engine.stashed_nodes.get(found[1], "")
        return built if isinstance(built, str) else of(built)

    while INLINE_PLACEHOLDER_RE.search(text):
        text = INLINE_PLACEHOLDER_RE.sub(original, text)
    return text
