"""The recipe: build, read, compose the pages, and put them into a folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from broadsheet.cache.store import Store
from broadsheet.confined import RefusedError
from broadsheet.find import is_unit
from broadsheet.locale.labels import Labels, labels_for, languages
from broadsheet.making.progress import Progress, silent
from broadsheet.making.report import Report
from broadsheet.orders.request import Request
from broadsheet.prose.nodes import Prose
from broadsheet.recipes.build import build
from broadsheet.recipes.refusal import Refusal
from broadsheet.site.about import licences_in, page_of
from broadsheet.site.folder import Placed, TakenError, listed, place, refuse_taken
from broadsheet.site.gathering import PICTURE, Gathered, gather, picture_of
from broadsheet.site.values import LessonPage, Site
from broadsheet.site.writing import files_of
from broadsheet.system import reason_of
from broadsheet.theme import STANDARD
from broadsheet.write import refuse_unwritable


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for of a site, besides its documents."""

    folder: Path
    language: str = "en"
    """The language of whoever looks for a lesson."""
    title: str = ""
    """Nothing for the language's own words."""
    about: Path | None = None
    """A page of one's own about the lessons, in Markdown."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A site that was made."""

    report: Report
    """What the build of its documents came to."""
    lessons: int
    units: int
    left_out: tuple[Path, ...]
    """The lessons and units that have errors, or could not be made."""
    placed: Placed


def site(
    request: Request,
    wish: Wish,
    progress: Progress = silent,
    store: Store | None = None,
) -> Opened | Refusal:
    """Make a site of the lessons and units of a request that have no errors.

    Documents are built in the request's output folder, as `build` does and with its cache, and
    copied into the site. Where no lesson can be made, an older site stands as it is.
    """
    read = _reader(wish)
    if isinstance(read, Refusal):
        return read
    labels, about = read
    report = build(request, progress, store=store)
    found = gather(request, {*report.written, *report.standing}, labels, store)
    _draw_the_others(found, request, store)
    if not found.lessons:
        return Opened(report, 0, 0, tuple(found.left_out), Placed(0, 0, 0))
    lessons = {file.parent for file in request.files if not is_unit(file)}
    whole = Site(
        labels=labels,
        title=wish.title or labels.say("site_title"),
        school="".join(found.schools) if len(found.schools) == 1 else "",
        about=[*about, *licences_in(sorted(lessons), labels)],
        lessons=tuple(sorted(found.lessons, key=lambda page: _place_of(page, labels))),
        units=tuple(found.units),
    )
    try:
        placed = place(wish.folder, {**found.files, **dict(files_of(whole))})
    except TakenError as taken:
        return _taken(wish.folder, taken)
    except OSError as error:
        return _unwritten(wish.folder, error)
    return Opened(report, len(whole.lessons), len(whole.units), tuple(found.left_out), placed)


def _reader(wish: Wish) -> tuple[Labels, list[Prose]] | Refusal:
    """The words for whoever reads a site; or why there can be none, before anything is built."""
    if find_spec("pypdfium2") is None:
        return Refusal(
            "a site needs pypdfium2, which counts and draws pages",
            "pip install 'broadsheet[site]' brings it",
        )
    try:
        labels = labels_for(wish.language)
        about = [page_of(wish.about, labels)] if wish.about else []
        refuse_unwritable(wish.folder)
        refuse_taken(wish.folder, listed(wish.folder), {"index.html": b""})
    except LookupError:
        hint = f"there are {', '.join(languages())}"
        return Refusal(f"there are no words for a site in {wish.language}", hint)
    except RefusedError as refused:
        return Refusal(f"{wish.about} {refused.reason}", "name a file of Markdown")
    except UnicodeDecodeError:
        return Refusal(f"{wish.about} is no text in UTF-8", "name a file of Markdown")
    except TakenError as taken:
        return _taken(wish.folder, taken)
    except OSError as error:
        return _unwritten(wish.folder, error)
    return labels, about


def _draw_the_others(found: Gathered, request: Request, store: Store | None) -> None:
    """Draw sheets for pictures alone, of lessons whose sheets are not on the site as PDF."""
    if not found.without_picture:
        return
    asked = replace(
        request,
        files=found.without_picture,
        documents=["worksheet"],
        formats=["pdf"],
        editions=[STANDARD],
        papers=request.papers[:1],
        output=request.output / "pictures",
    )
    report = build(asked, store=store)
    sheets = {sheet.parent.name: sheet for sheet in (*report.written, *report.standing)}
    for at, page in enumerate(found.lessons):
        if page.picture is None and page.slug in sheets:
            drawn, picture = picture_of(sheets[page.slug], store)
            found.files[f"lessons/{page.slug}/{PICTURE}"] = drawn
            found.lessons[at] = replace(page, picture=picture)


def _place_of(page: LessonPage, reader: Labels) -> tuple[bool, str, str]:
    """Lessons in the reader's language come first, then by language and title."""
    foreign = page.labels.locale.language != reader.locale.language
    return foreign, page.language, page.title.text.casefold()


def _taken(folder: Path, taken: TakenError) -> Refusal:
    return Refusal(
        f"{taken.path} in {folder} is no file of a site of ours, and is not written over",
        "choose another folder with --output, or move it away",
    )


def _unwritten(folder: Path, error: OSError) -> Refusal:
    return Refusal(
        f"{folder} could not be written: {reason_of(error)}",
        "choose another folder with --output; an older site, if any, still stands",
    )
