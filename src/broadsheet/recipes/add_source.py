"""Taking the fingerprint of a lesson's source from a file of the whole piece."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from broadsheet.check.excerpt import unproved
from broadsheet.confined import leads_out
from broadsheet.excerpt.passages import words_shown
from broadsheet.excerpt.proof import prove, stands_nowhere
from broadsheet.findings import Finding
from broadsheet.lesson.load import load
from broadsheet.lesson.models import Lesson
from broadsheet.source.article import Article, Unreadable, read_article
from broadsheet.source.at_hand import AtHand
from broadsheet.source.evidence import Evidence
from broadsheet.source.fingerprint import Fingerprint
from broadsheet.source.key import name_fingerprint
from broadsheet.text.scripts import is_counted_by_character
from broadsheet.write import write_whole


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why no fingerprint was made. Nothing was written."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Added:
    """What was read, written and found."""

    article: Article
    shown: int
    """Words of the piece that the excerpt shows."""
    unit: str
    """What is counted: `word`, or `character` in a script that parts no words."""
    fingerprint: Path
    key: str
    """The fingerprint's path, as the lesson names it."""
    key_line: int | None
    """Line of the lesson on which the key now stands; None where the author has to add it."""
    text: str | None
    """The path under `text`."""
    is_text: bool
    """True where the file that was read is the one under `text`."""
    findings: tuple[Finding, ...]
    """Where the excerpt departs from the piece."""


def add(file: Path, piece: Path, label: str | None) -> Added | Refusal:
    """Read the whole piece, and write its fingerprint beside the lesson in `file`.

    `label` says which source of a pair is meant. Raises OSError where a file can't be written.
    """
    loaded = load(file)
    lesson, document = loaded.lesson, loaded.document
    if lesson is None or document is None:
        return Refusal(
            f"{file} can't be read as a lesson", f"`broadsheet check {file}` says what is wrong"
        )
    meant = _meant(lesson, label)
    if isinstance(meant, Refusal):
        return meant
    source = lesson.texts[meant]
    article = read_article(piece, source.title)
    if isinstance(article, Unreadable):
        return Refusal(f"{piece} {article.message}", article.hint)
    try:
        fingerprint = Fingerprint.of(article.text)
    except ValueError as error:
        return Refusal(f"{piece} is too short: {error}", "name the file of the whole piece")
    if stands_nowhere(source.excerpt, prove(source.excerpt, Evidence.of_text(article))):
        return Refusal(
            f"{piece} is another article: no passage of the excerpt stands in it",
            "name the file of the piece that the excerpt is quoted from",
        )
    key = source.fingerprint or _default(loaded.slug, meant)
    if leads_out(file.parent, key):
        return Refusal(
            f"the fingerprint's path {key} leads out of the lesson's folder",
            "links and `..` are not followed",
        )
    write_whole(file.parent / key, fingerprint.to_json().encode("ascii"))
    key_line = name_fingerprint(document, ("sources", meant) if meant else ("source",), key)
    # The lines of the lesson may have moved.
    document = load(file).document or document
    return Added(
        article=article,
        shown=words_shown(source.excerpt),
        unit="character" if is_counted_by_character(article.text) else "word",
        fingerprint=file.parent / key,
        key=key,
        key_line=key_line,
        text=source.text,
        is_text=source.text is not None
        and (file.parent / source.text).resolve() == piece.resolve(),
        findings=tuple(
            document.locate(remark) for remark in unproved(source, AtHand(article, None), meant)
        ),
    )


def _meant(lesson: Lesson, label: str | None) -> str | Refusal:
    if "" in lesson.texts:
        return "" if label is None else Refusal("the lesson has one source", "leave --label out")
    if label is not None and label in lesson.texts:
        return label
    labels = " or ".join(f"--label {name}" for name in lesson.texts)
    return Refusal(
        "the lesson has two sources" if label is None else f"the lesson has no source {label}",
        f"say which one is meant: {labels}",
    )


def _default(slug: str, label: str) -> str:
    """A path for the fingerprint that a lesson can name, whatever its own name holds."""
    name = "".join(one if one.isprintable() and one not in ":\\" else "-" for one in slug)
    return f"sources/{name}{f'-{label.lower()}' if label else ''}.fingerprint.json"
