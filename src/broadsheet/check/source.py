"""Are the source's text and its fingerprint there, readable, and of the same piece?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity, YamlPath
from broadsheet.lesson.models import Source, source_path
from broadsheet.reading.near_paths import did_you_mean
from broadsheet.source.article import Article, Unreadable
from broadsheet.source.at_hand import AtHand
from broadsheet.source.fingerprint import Fingerprint
from broadsheet.source.furniture import Kind, first_words

NOT_AT_HAND: Final = Rule(
    code="source-not-at-hand",
    severity=Severity.WARNING,
    what="Neither the source's text nor its fingerprint is at hand, so the excerpt is not proved.",
    why="A text in copyright may be kept out of a repository; its fingerprint then proves the "
    "excerpt. What can't be proved must say that it is unproved.",
    bad="text: sources/phase-2-begins.txt   # a file that is not there",
    good="text: sources/phase-2-begins.txt\n"
    "fingerprint: sources/phase-2-begins.fingerprint.json   # `broadsheet source add` writes it",
)

SOURCE_UNREADABLE: Final = Rule(
    code="source-unreadable",
    severity=Severity.ERROR,
    what="The file of the source's text is empty, too large, or not text in UTF-8.",
    why="The excerpt is proved against it, word for word. It holds the whole piece and nothing "
    "else, as plain text, Markdown or a saved web page, in the lesson's own folder.",
    bad="text: sources/phase-2-begins.pdf",
    good="text: sources/phase-2-begins.txt",
)

FINGERPRINT_UNREADABLE: Final = Rule(
    code="fingerprint-unreadable",
    severity=Severity.ERROR,
    what="The fingerprint is cut short, edited, of another version, or no fingerprint.",
    why="It stands in for the source's text; a damaged one would prove words that are not there, "
    "or find fault with words that are.",
    bad="fingerprint: sources/phase-2-begins.fingerprint.json   # with some lines lost",
    good="fingerprint: sources/phase-2-begins.fingerprint.json   # as `broadsheet source add` "
    "writes it",
)

FINGERPRINT_STALE: Final = Rule(
    code="fingerprint-stale",
    severity=Severity.WARNING,
    what="The fingerprint is not there, or was made of another text than the one at hand.",
    why="Here the text proves the excerpt. Wherever the text is missing the fingerprint must, and "
    "it would prove it against something else.",
    bad="text: sources/phase-2-begins.txt   # corrected after the fingerprint was made\n"
    "fingerprint: sources/phase-2-begins.fingerprint.json",
    good="fingerprint: sources/phase-2-begins.fingerprint.json   # made anew: "
    "`broadsheet source add`",
)

NOT_WHOLE: Final = Rule(
    code="source-not-whole",
    severity=Severity.WARNING,
    what="The source's text may be a part of the piece: its page says that it is longer, or is not "
    "free to read.",
    why="The sheet says how many words of how many it shows. A page that was saved without a "
    "subscription holds the first paragraphs, and an excerpt of them hides how much was cut.",
    bad="text: sources/phase-2-begins.html   # saved with “Subscribe to read the full article”",
    good="text: sources/phase-2-begins.txt   # the whole piece, copied from the printed paper",
)

FURNITURE: Final = Rule(
    code="source-has-furniture",
    severity=Severity.WARNING,
    what="The source's text has lines that belong to a web page and not to the piece.",
    why="They count as words of the piece, and an excerpt that passes over them must mark a cut "
    "where its writer has none.",
    bad="(in sources/phase-2-begins.txt)\nShare this article",
    good="(the same file without that line)",
)

TEXT_ENDINGS: Final = (".txt", ".md", ".html", ".htm", ".xhtml", ".mhtml", ".mht")
"""Endings of files that a source's text may be in, where one is looked for."""
FINGERPRINT_ENDINGS: Final = (".json",)

RULES: Final = (
    NOT_AT_HAND,
    SOURCE_UNREADABLE,
    FINGERPRINT_UNREADABLE,
    FINGERPRINT_STALE,
    NOT_WHOLE,
    FURNITURE,
)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each source that can't be proved by, or not by all that is named."""
    for label, source in subject.lesson.texts.items():
        path = source_path(label)
        at_hand = subject.sources[label]
        if isinstance(at_hand.article, Unreadable):
            fault = at_hand.article
            yield Remark(
                SOURCE_UNREADABLE, f"{source.text} {fault.message}", fault.hint, (*path, "text")
            )
        if isinstance(at_hand.article, Article):
            yield from _doubts(source, at_hand.article, (*path, "text"))
        if isinstance(at_hand.fingerprint, Unreadable):
            fault = at_hand.fingerprint
            yield Remark(
                FINGERPRINT_UNREADABLE,
                f"{source.fingerprint} {fault.message}",
                fault.hint,
                (*path, "fingerprint"),
            )
        if at_hand.article is None and at_hand.fingerprint is None:
            yield _not_at_hand(source, path, subject.folder)
        if isinstance(at_hand.article, Article) and source.fingerprint is not None:
            yield from _stale(source, at_hand, at_hand.article, path, subject.folder)


def _doubts(source: Source, article: Article, path: YamlPath) -> Iterator[Remark]:
    """What speaks against a text's being the piece, the whole of it, and nothing else."""
    if article.shortfall:
        yield Remark(
            NOT_WHOLE,
            f"{source.text} may not be the whole piece: {article.shortfall}",
            "save the page again while signed in, or copy the whole piece into a .txt file",
            path,
        )
    lines = [(line, kind) for line, kind in article.furniture if kind is not Kind.GATE]
    if lines:
        line, kind = lines[0]
        more = f", and {len(lines) - 1} more such" if lines[1:] else ""
        yield Remark(
            FURNITURE,
            f"{source.text} has {kind.value}: “{first_words(line)}”{more}",
            "take out of the file what is not the piece",
            path,
        )


def _not_at_hand(source: Source, path: YamlPath, folder: Path) -> Remark:
    make = "`broadsheet source add LESSON FILE` makes its fingerprint"
    if source.text is None:
        return Remark(
            NOT_AT_HAND,
            "the source's text is not named, so the excerpt is unproved",
            f"save the whole piece as plain text and name it: `text: sources/…`; {make}",
            path,
            at_key=True,
        )
    fingerprint = f", nor is {source.fingerprint}" if source.fingerprint else ""
    return Remark(
        NOT_AT_HAND,
        f"the source text {source.text} is not at hand{fingerprint}, so the excerpt is unproved",
        _meant(folder, source.text, TEXT_ENDINGS)
        or _meant(folder, source.fingerprint, FINGERPRINT_ENDINGS)
        or f"put the whole piece there, as plain text (git need not keep it); {make}",
        (*path, "text"),
    )


def _meant(folder: Path, path: str | None, endings: tuple[str, ...]) -> str:
    return did_you_mean(folder, path, endings) if path else ""


def _stale(
    source: Source, at_hand: AtHand, article: Article, path: YamlPath, folder: Path
) -> Iterator[Remark]:
    again = f"`broadsheet source add LESSON {source.text}` makes it from the text"
    if at_hand.fingerprint is None:
        message = f"there is no fingerprint {source.fingerprint}"
        again = _meant(folder, source.fingerprint, FINGERPRINT_ENDINGS) or again
    elif isinstance(at_hand.fingerprint, Fingerprint) and not at_hand.fingerprint.is_of(
        article.text
    ):
        message = f"{source.fingerprint} is not the fingerprint of {source.text}"
    else:
        return
    yield Remark(FINGERPRINT_STALE, message, again, (*path, "fingerprint"))
