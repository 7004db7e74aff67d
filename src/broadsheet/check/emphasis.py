"""Is what the excerpt emphasises emphasised in its source, where the source's file can tell?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.excerpt.emphasis import unproved_emphasis
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.models import source_path
from broadsheet.source.article import Article

NOT_IN_SOURCE: Final = Rule(
    code="emphasis-not-in-source",
    severity=Severity.WARNING,
    what="The excerpt emphasises words that its source, a page or Markdown, does not.",
    why="Emphasis is part of what is quoted: a class asks why the writer leans on a word. Where "
    "only a page's style shows it, its file can't tell, and the words are to be compared by eye.",
    bad="form: mixed\nexcerpt: |\n  They count wagons; we count *men*.   # not so in the source",
    good="form: mixed\nexcerpt: |\n  They count wagons; we count men.",
)

RULES: Final = (NOT_IN_SOURCE,)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each emphasis that the source's own file does not bear out."""
    for label, source in subject.lesson.texts.items():
        article = subject.sources[label].article
        if source.form is None or not isinstance(article, Article) or article.emphasised is None:
            continue
        for paragraph, emphasis in unproved_emphasis(subject.excerpts[label], article):
            words = paragraph.text[emphasis.start : emphasis.end]
            start, end = paragraph.origins[emphasis.start], paragraph.origins[emphasis.end - 1] + 1
            yield Remark(
                NOT_IN_SOURCE,
                f"“{words}” is not emphasised in {source.text}",
                "take the stars away, or look how the piece has it in print",
                (*source_path(label), "excerpt"),
                (start, end),
            )
