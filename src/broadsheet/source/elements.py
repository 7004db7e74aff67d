"""What an element of a page is to who reads it: a block of its own, unseen, a footnote's mark."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from xml.etree.ElementTree import Element

BLOCKS: Final = re.compile(
    r"address|article|aside|blockquote|body|caption|center|d[dlt]|details|dialog|dir|div|fieldset"
    r"|figcaption|figure|footer|form|frameset|h[1-6r]|header|hgroup|html|legend|li|main|menu|nav"
    r"|[ou]l|optgroup|p|pre|search|section|summary|t(?:able|body|d|foot|h|head|r)"
)
"""Elements that stand on lines of their own."""

_UNSEEN: Final = re.compile(
    r"annotation(?:-xml)?|applet|area|audio|base|button|canvas|datalist|desc|embed|frame|head"
    r"|iframe|input|link|map|meta|metadata|noembed|noframes|noscript|object|option|param|progress"
    r"|rp|rtc?|<function .*|script|select|source|style|svg|template|textarea|title|track|video"
)

STRUCK: Final = frozenset({"del", "s", "strike"})
"""Elements whose words are struck out."""

_NOT_SHOWN: Final = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)

_FOR_EARS: Final = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|u-hidden-visually|a11y-hidden"
    r"|assistive-text)(?:$|\s)"
)

_NEVER_READ: Final = frozenset({"script", "style", "noscript", "svg"})
_NOTE: Final = re.compile(
    r"foot-?note|endnote|noteref|fnref|cite_note|#_?e?d?fn|#_ftn", re.IGNORECASE
)


def is_seen(element: Element) -> bool:
    """Tell whether a browser shows an element; a picture is judged elsewhere."""
    tag = name_of(element)
    if _UNSEEN.fullmatch(tag) and not (tag == "template" and _is_shadow(element)):
        return False
    if element.get("hidden") not in (None, "until-found") or (
        tag == "dialog" and element.get("open") is None
    ):
        return False
    if _NOT_SHOWN.search(element.get("style") or ""):
        return False
    return not (element.get("aria-hidden") == "true" and not BLOCKS.fullmatch(tag))


def without_unseen_parts(root: Element) -> None:
    """Take from a tree what the library would stumble over: scripts, and marks of hiding.

    A page that was saved while a window lay over it hides all of its text from screen readers.
    """
    for element in root.iter():
        if BLOCKS.fullmatch(name_of(element)):
            element.attrib.pop("aria-hidden", None)
        for child in [one for one in element if name_of(one) in _NEVER_READ]:
            before = list(element).index(child)
            if child.tail and before:
                element[before - 1].tail = (element[before - 1].tail or "") + child.tail
            elif child.tail:
                element.text = (element.text or "") + child.tail
            element.remove(child)


def refers(element: Element) -> bool:
    """Tell whether this leads to a place on its own page, as the mark of a footnote does."""
    return is_note(element) or any(
        (link.get("href") or "").startswith("#") for link in element.iter("a")
    )


def is_note(element: Element) -> bool:
    """Tell whether this is a link to a footnote, which need not be raised by its markup."""
    if element.get("role") == "doc-noteref":
        return True
    is_within = name_of(element) == "a" and (element.get("href") or "").startswith("#")
    return is_within and bool(_NOTE.search(f"{names_of(element)} {element.get('href')}"))


def shown_in(element: Element) -> list[Element]:
    """The children that are seen: what is for ears alone, only where it stands for what is not."""
    children = list(element)
    for_ears = [child for child in children if _FOR_EARS.search(names_of(child))]
    if not for_ears:
        return children
    if any(child.get("aria-hidden") == "true" for child in children):
        return children
    unseen = {id(child) for child in for_ears}
    return [_only_tail(child) if id(child) in unseen else child for child in children]


def _only_tail(element: Element) -> Element:
    nothing = Element("script")
    nothing.tail = element.tail
    return nothing


def name_of(element: Element) -> str:
    """The name of an element in small letters; that of a comment is none of HTML's."""
    return str(element.tag).rpartition("}")[2].lower()


def names_of(element: Element) -> str:
    """Its class, id, role and property, in small letters."""
    found = (element.get(key) for key in ("class", "id", "role", "itemprop"))
    return " ".join(name for name in found if name).lower()


def _is_shadow(element: Element) -> bool:
    """Tell whether a template holds what is shown in its place, as browsers save it."""
    return any(element.get(key) for key in ("shadowrootmode", "shadowmode", "shadowroot"))


def emoji(image: Element) -> str:
    """A picture that stands for a character, as that character."""
    alt = (image.get("alt") or "").strip()
    signs = bool(alt) and all(unicodedata.category(one) in ("So", "Sk", "Mn", "Cf") for one in alt)
    return alt if signs else ""
