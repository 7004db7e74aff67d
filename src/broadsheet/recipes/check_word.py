"""The recipe: read an edited Word file, find its lesson, make it anew, say what was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from broadsheet.bounded import GivenUpError, bounded
from broadsheet.collection.read import read_collection
from broadsheet.edited.archive import Archive, NotWordError
from broadsheet.edited.comparing import changes
from broadsheet.edited.judging import as_data, judged
from broadsheet.edited.reading import WordFile, read
from broadsheet.edited.rules import NO_LESSON, NOT_READ
from broadsheet.excerpt.numbered import numbered
from broadsheet.find import find
from broadsheet.findings import Finding, has_errors
from broadsheet.orders.composing import manuscript_of
from broadsheet.orders.good import GoodLesson
from broadsheet.orders.order import Order
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.orders.table import TABLE
from broadsheet.render.manuscript import Job
from broadsheet.render.press import Printed, printed
from broadsheet.school.paper import Paper
from broadsheet.theme import STANDARD
from broadsheet.theme.look import ThemeError, look_of

_FORMAT: Final = "docx"


def check_word(
    files: Sequence[Path], beside: Sequence[Path], today: date, lesson: Path | None = None
) -> list[Finding]:
    """Prove the excerpt and the quotations of edited files again, and say what else was changed.

    A file says which lesson it was made from; that is looked for among the files and folders
    `beside`, next to the file, and in the working folder and its `lessons`. `lesson` is the one
    that is meant, whatever a file says.
    """
    return [finding for file in files for finding in _checked(file, beside, today, lesson)]


def _checked(
    file: Path, beside: Sequence[Path], today: date, lesson: Path | None
) -> Iterator[Finding]:
    try:
        with bounded():
            edited = read(Archive.open(file))
    except NotWordError as refused:
        yield Finding(NOT_READ, refused.reason, refused.remedy, file)
        return
    except GivenUpError as given_up:
        yield given_up.finding(file)
        return
    yield from as_data(file, edited)
    try:
        order = _order(file, edited, beside, today, lesson)
        made = _made(order)
        with bounded():
            changed = changes(made, edited)
            excerpts = numbered(order.of_lesson.lesson)
            said = list(judged(file, edited, changed, excerpts, made))
    except _MissingError as missing:
        yield missing.finding
    except NotWordError as refused:
        yield Finding(NOT_READ, refused.reason, refused.remedy, file)
    except GivenUpError as given_up:
        yield given_up.finding(file)
    else:
        yield from said


class _MissingError(Exception):
    """Nothing to hold a file against."""

    def __init__(self, message: str, hint: str, file: Path) -> None:
        super().__init__(message)
        self.finding = Finding(NO_LESSON, message, hint, file)


def _order(
    file: Path, edited: WordFile, beside: Sequence[Path], today: date, lesson: Path | None
) -> Order:
    """The order that a file was made for. Raises _MissingError."""
    slug, document, edition = _origin(file, edited)
    found = lesson or _found(slug, file, beside)
    if found is None:
        said = "it does not say from which lesson it was made"
        if slug:
            said = f"it was made from the lesson {slug}, and that is not here"
        raise _MissingError(
            said,
            "name the lesson: `--lesson lessons/my-lesson.yaml`",
            file,
        )
    collection = read_collection([found], today)
    if not collection.good_lessons:
        said = "has errors" if has_errors(collection.findings) else "is no lesson"
        hint = f"`broadsheet check {found.as_posix()}` says which"
        raise _MissingError(f"its lesson {found.as_posix()} {said}", hint, file)
    (good,) = collection.good_lessons
    return _order_of(good, document, edition, _questions(edited), today, file)


def _order_of(
    good: GoodLesson, document: str, edition: str, questions: Sequence[int], today: date, file: Path
) -> Order:
    request = Request(
        [good.file],
        Path(),
        today,
        [Paper.A4],
        [edition or STANDARD],
        [document],
        [_FORMAT],
        questions,
    )
    wanted, findings = orders([good], request)
    if not wanted:
        said = next((each.message for each in findings), f"there is no Word file of a {document}")
        raise _MissingError(said, "build the file anew and edit that", file)
    return wanted[0]


def _origin(file: Path, edited: WordFile) -> tuple[str, str, str]:
    """Lesson, document and edition: as the file says, or else as its name does."""
    told = edited.origin
    if "lesson" in told and "document" in told:
        return told["lesson"], told["document"], told.get("edition", "")
    form = next(each for each in TABLE.formats if each.name == _FORMAT)
    names = "|".join(re.escape(each) for each in form.documents or ())
    paper = "|".join(each.value for each in Paper)
    end = r"(?:[ _(].*)?\Z"  # such as the “(2)” of a second download
    edition = rf"(?:-(?!(?:{paper}){end})(.+?))?"
    named = re.match(rf"(.+?)-({names}){edition}(?:-(?:{paper}))?{end}", file.stem)
    if named:
        return named[1], named[2], named[3] or ""
    return "", "worksheet", ""


def _questions(edited: WordFile) -> list[int]:
    told = edited.origin.get("questions", "").split(",")
    return [int(number) for number in told if re.fullmatch("[1-9][0-9]?", number)]


def _found(slug: str, file: Path, beside: Sequence[Path]) -> Path | None:
    """The lesson of a name, among what was named and in the usual places."""
    usual = [file.parent, Path(), Path("lessons")]
    for place in (*beside, *filter(Path.is_dir, usual)):
        for lesson in find([place]):
            if lesson.stem == slug and lesson.is_file():
                return lesson
    return None


def _made(order: Order) -> WordFile:
    """The file as it is made today. Raises _MissingError."""
    try:
        job = Job(order.format.renderer, manuscript_of(order, look_of))
    except ThemeError as error:
        raise _MissingError(error.reason, "mend it, and check again", order.file) from None
    (outcome,) = printed([(order, job)])
    if not isinstance(outcome, Printed):
        raise _MissingError(outcome.reason, "mend it, and check again", order.file)
    return read(Archive.of(outcome.made.data))
