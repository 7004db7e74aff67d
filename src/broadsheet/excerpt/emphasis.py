"""Are the words that an excerpt emphasises emphasised in its source?"""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.excerpt.numbered import NumberedExcerpt
from broadsheet.excerpt.passages import Emphasis, Paragraph
from broadsheet.source.article import Article, Unreadable
from broadsheet.text.tokens import tokens


def unproved_emphasis(
    excerpt: NumberedExcerpt, article: Article | Unreadable | None
) -> Iterator[tuple[Paragraph, Emphasis]]:
    """Yield what is emphasised and isn't so in the source, or can't be known from its file.

    `article` is what was read of the source. Plain text and fingerprints keep no emphasis. A word
    that the source emphasises anywhere counts as emphasised: where in the source a passage stands
    is for the proof of its words to say.
    """
    known = article.emphasised if isinstance(article, Article) else None
    stretches = [_runs(stretch) for stretch in known or ()]
    for paragraph in excerpt.paragraphs:
        for emphasis in paragraph.emphases:
            wanted = _runs(paragraph.text[emphasis.start : emphasis.end])
            if not any(wanted in stretch for stretch in stretches):
                yield paragraph, emphasis


def _runs(text: str) -> str:
    """Words and marks as they are compared, each ended by a blank, so that whole ones are found."""
    return " " + "".join(f"{token.text} " for token in tokens(text))
