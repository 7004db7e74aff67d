"""What stands on a page and is no part of the piece: menus, captions, notices, lines to share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache, lru_cache
from typing import Final

from broadsheet.data import shipped
from broadsheet.source.paragraphs import Box, Paragraph

_LONGEST: Final = 300
"""Longest line that is held against what such lines say, in characters."""


class Kind(Enum):
    """What a paragraph is that is no part of the piece, as it is said: “a menu”."""

    GATE = "a line that asks to pay or to sign in"
    SHARE = "a line to share it"
    NEWSLETTER = "a newsletter's box"
    COOKIES = "a cookie notice"
    RELATED = "links to other pieces"
    COMMENTS = "comments"
    ADVERTISEMENT = "an advertisement"
    COPYRIGHT = "a notice of rights"
    CREDIT = "a picture's credit"
    HEADING = "its heading"
    BYLINE = "a by-line"
    DATE = "a date"
    MENU = "a menu"
    FOOT = "the foot of the page"
    FORM = "a form"
    CAPTION = "a caption"
    ASIDE = "a box beside the text"
    PULL_QUOTE = "a pull quote"
    PAGE_NUMBER = "a page number"
    LINKS = "a list of links"
    STRUCK = "words that are struck out"
    ELSEWHERE = "other text"

    @property
    def is_doubtful(self) -> bool:
        """True for what a reader might count as part of the piece."""
        return self in _DOUBTFUL


_DOUBTFUL: Final = frozenset(
    {
        Kind.ASIDE,
        Kind.CAPTION,
        Kind.CREDIT,
        Kind.LINKS,
        Kind.PULL_QUOTE,
        Kind.RELATED,
        Kind.STRUCK,
    }
)
_TAGS: Final[Mapping[str, Kind]] = {
    "nav": Kind.MENU,
    "menu": Kind.MENU,
    "form": Kind.FORM,
    "search": Kind.FORM,
    "dialog": Kind.FORM,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    "aside": Kind.ASIDE,
}
_NAMES: Final[tuple[tuple[re.Pattern[str], Kind], ...]] = tuple(
    (re.compile(rf"(?:^|[\s_-])(?:{names})(?:$|[\s_-])"), kind)
    for names, kind in (
        ("pullquote|pull-quote|pull_quote|blockquote-pull|wp-block-pullquote", Kind.PULL_QUOTE),
        ("comments?|comment-list|disqus|respond|commentlist|kommentare", Kind.COMMENTS),
        ("shar(?:e|ing)|social|sharedaddy|addtoany|addthis|sharebar|share-buttons", Kind.SHARE),
        ("related|recommended|recirc|read-next|more-from|trending|popular|outbrain|taboola"
         "|jp-relatedposts|also-like|most-read|teasers?", Kind.RELATED),
        ("newsletter|sign-?up|subscribe|subscription-widget(?:-wrap)?|mailchimp|inbox|optin",
         Kind.NEWSLETTER),
        ("cookies?|consent|gdpr|onetrust", Kind.COOKIES),
        ("ads?|advert|advertisement|adsense|sponsor(?:ed)?|promo", Kind.ADVERTISEMENT),
        ("breadcrumbs?|menu|navbar|nav|navigation|pagination|toolbar|skip-link|toc|masthead|topbar",
         Kind.MENU),
        ("sidebar|widget|widget-area|complementary|infobox|factbox", Kind.ASIDE),
        ("footer|colophon|contentinfo|site-info", Kind.FOOT),
        ("caption|wp-caption-text|gallery-caption|cutline", Kind.CAPTION),
        ("photo-?credits?|image-?credits?|credits?", Kind.CREDIT),
        ("byline|author-(?:name|bio|box|info)|post-author|dateline-author|vcard|author",
         Kind.BYLINE),
        ("timestamp|published|posted-on|post-date|entry-date|datepublished|datemodified"
         "|(?:post|entry|article)-meta|(?:post|entry|article)__meta|reading-time", Kind.DATE),
        ("tags?|tag-list|tags-links|cat-links|categories|labels|post-labels", Kind.RELATED),
    )
)  # fmt: skip


OF_PAGES: Final = frozenset(
    {
        Kind.GATE,
        Kind.SHARE,
        Kind.NEWSLETTER,
        Kind.COOKIES,
        Kind.COMMENTS,
        Kind.ADVERTISEMENT,
        Kind.COPYRIGHT,
        Kind.PAGE_NUMBER,
    }
)
"""What is never a part of a piece, wherever it stands."""


def by_place(paragraph: Paragraph, holds_piece: frozenset[Box]) -> Kind | None:
    """What a paragraph is by where it stands; boxes that hold the piece itself say nothing."""
    box: Box | None = paragraph.box
    while box is not None and box not in holds_piece:
        if kind := kind_of_box(box):
            return kind
        box = box.parent
    return None


@lru_cache(maxsize=4096)
def kind_of_box(box: Box) -> Kind | None:
    """What a box holds by its tag and its names."""
    if box.tag in _TAGS:
        return _TAGS[box.tag]
    if box.tag == "footer" and not _is_within(box, "blockquote"):
        return Kind.FOOT
    return next((kind for names, kind in _NAMES if names.search(box.names)), None)


def _is_within(box: Box, tag: str) -> bool:
    at: Box | None = box
    while at is not None:
        if at.tag == tag:
            return True
        at = at.parent
    return False


def by_words(text: str) -> Kind | None:
    """What a line is by its own words alone: one that says nothing but this."""
    line = " ".join(text.split()).casefold().strip("“”\"'’()[] ")
    if not line or len(line) > _LONGEST:
        return None
    return next((kind for kind, lines in _lines().items() if lines.fullmatch(line)), None)


@cache
def _lines() -> Mapping[Kind, re.Pattern[str]]:
    signs: dict[str, list[str]] = shipped("broadsheet.source", "signs.yaml")
    return {
        Kind[name.upper()]: re.compile(rf"(?:{'|'.join(lines)})[.!…»→\s]*")
        for name, lines in signs.items()
    }


def first_words(text: str, most: int = 60) -> str:
    """The beginning of a text, so that its place can be found."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[:most].rpartition(' ')[0] or line[:most]} …"
