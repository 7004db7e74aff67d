"""Taking the fingerprint of a lesson's source from a file of the whole piece."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from broadsheet.bounded import GivenUpError, bounded
from broadsheet.check import size
from broadsheet.check.excerpt import unproved
from broadsheet.confined import leads_out
from broadsheet.excerpt.passages import words_shown
from broadsheet.excerpt.proof import prove, stands_nowhere
from broadsheet.findings import Finding, Remark
from broadsheet.lesson.load import load
from broadsheet.lesson.models import Lesson, Source, source_path
from broadsheet.reading.document import Document
from broadsheet.recipes.refusal import PIECE_ALONE, Refusal
from broadsheet.source.article import Article, Unreadable, read_article
from broadsheet.source.at_hand import AtHand
from broadsheet.source.evidence import Evidence
from broadsheet.source.fingerprint import Fingerprint
from broadsheet.source.naming import name_fingerprint
from broadsheet.text.scripts import is_counted_by_character
from broadsheet.write import is_free, write_whole


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

    `label` says which source of a pair is meant. Nothing is written over but a fingerprint of that
    source. Raises OSError where a file can't be written.
    """
    try:
        with bounded():
            read = _read(file, piece, label)
    except GivenUpError as given_up:
        return Refusal(f"{piece} can't be proved against: {given_up.reason}", PIECE_ALONE)
    if isinstance(read, Refusal):
        return read
    path = source_path(read.label)
    write_whole(file.parent / read.key, read.fingerprint.to_json().encode("ascii"))
    key_line = name_fingerprint(read.document, path, read.key)
    # The lines of the lesson may have moved.
    document = load(file).document or read.document
    text = read.source.text
    return Added(
        article=read.article,
        shown=words_shown(read.source.excerpt, read.source.form),
        unit="character" if is_counted_by_character(read.article.text) else "word",
        fingerprint=file.parent / read.key,
        key=read.key,
        key_line=key_line,
        text=text,
        is_text=text is not None and _is_same(file.parent / text, piece),
        findings=tuple(document.locate(remark) for remark in read.remarks),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """A lesson and a piece that fit each other."""

    document: Document
    label: str
    source: Source
    article: Article
    fingerprint: Fingerprint
    key: str
    """Where the fingerprint goes, seen from the lesson's folder."""
    remarks: tuple[Remark, ...]


def _read(file: Path, piece: Path, label: str | None) -> _Read | Refusal:
    """Read and compare all that is needed, before anything is written."""
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
    if too_large := list(size.too_much(lesson)):
        return Refusal(f"{file} is too large: {too_large[0].message}", too_large[0].hint)
    article = read_article(piece, source.title)
    if isinstance(article, Unreadable):
        return Refusal(f"{piece} {article.message}", article.hint)
    try:
        fingerprint = Fingerprint.of(article.text)
    except ValueError as error:
        return Refusal(f"{piece} is too short: {error}", "name the file of the whole piece")
    faults = prove(source.excerpt, Evidence.of_text(article), source.form)
    if stands_nowhere(source.excerpt, faults, source.form):
        return Refusal(
            f"{piece} is another article: no passage of the excerpt stands in it",
            "name the file of the piece that the excerpt is quoted from",
        )
    key = source.fingerprint or _default(loaded.slug, meant)
    if refusal := _not_ours(lesson, file.parent, key, meant):
        return refusal
    remarks = tuple(unproved(source, AtHand(article, None), meant))
    return _Read(document, meant, source, article, fingerprint, key, remarks)


def _not_ours(lesson: Lesson, folder: Path, key: str, label: str) -> Refusal | None:
    """Why the fingerprint may not be written where the lesson names it."""
    another = "name another file under `fingerprint`, or leave the key out"
    try:
        if leads_out(folder, key):
            return Refusal(
                f"the fingerprint's path {key} leads out of the lesson's folder",
                "links and `..` are not followed",
            )
        free = is_free(folder / key, Fingerprint.is_one)
    except (OSError, ValueError):
        return Refusal(f"the fingerprint's path {key} is no path", another)
    if not free:
        return Refusal(f"{key} is there already, and is no fingerprint: it is left alone", another)
    if Path(key).suffix.lower() != ".json" or any(part.startswith(".") for part in Path(key).parts):
        # Such as broadsheet.yaml or .git/config, which another program would read as its own.
        return Refusal(
            f"{key} is no name for a fingerprint",
            "name a file that ends in .json and is not hidden, or leave the key out",
        )
    for other, source in lesson.texts.items():
        if other != label and source.fingerprint and Path(source.fingerprint) == Path(key):
            return Refusal(f"{key} is the fingerprint of source {other}", another)
    return None


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


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
