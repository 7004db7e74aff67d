"""The recipe: a lesson to start from."""

from __future__ import annotations

import re
from pathlib import Path

from broadsheet.describe.starter import (
    ENGLISH,
    AlreadyThereError,
    Kind,
    StarterFile,
    starter_files,
    write_new,
)
from broadsheet.describe.starter.skeleton import languages
from broadsheet.reading.spelling import meant
from broadsheet.reading.values import LANGUAGE_PATTERN
from broadsheet.recipes.refusal import Refusal
from broadsheet.system import reason_of
from broadsheet.text.language_tags import meant_tag, nearest


def refused_name(slug: str) -> Refusal | None:
    """Say why a name is none for a new lesson; None where it is one."""
    if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug):
        return None
    return Refusal(
        f"“{slug}” can't name a lesson", "use small letters, digits and hyphens, as in my-lesson"
    )


def kind_of(language: str, *, is_pair: bool = False) -> Kind | Refusal:
    """Find the starter that serves a language, as its labels are found."""
    ours = languages()
    is_tag = re.fullmatch(LANGUAGE_PATTERN, language) is not None
    if is_tag and (found := nearest(language, ours)):
        return Kind(found if language.lower() == found.lower() else language, found, is_pair)
    tag = meant_tag(language)
    near = nearest(tag, ours) if tag else None
    near = near or meant(language, ours).one
    hint = f"did you mean {near}?" if near else f"there are starters in {', '.join(ours)}"
    return Refusal(f"there is no starter in the language “{language}”", hint)


def new(slug: str, folder: Path, kind: Kind = ENGLISH) -> tuple[Path, ...] | Refusal:
    """Write a lesson, its sources and its schema, and give their files, the lesson first.

    Nothing that is there already is written over.
    """
    if refused := refused_name(slug):
        return refused
    return written(slug, folder, starter_files(slug, folder, kind))


def written(slug: str, folder: Path, files: tuple[StarterFile, ...]) -> tuple[Path, ...] | Refusal:
    """Write the files of a new lesson, and give their paths; none where one is there already."""
    try:
        return write_new(files)
    except AlreadyThereError as error:
        return Refusal(f"{error}, and is left as it is", "choose another name or folder")
    except (FileExistsError, NotADirectoryError) as error:
        return Refusal(f"{error.filename} is a file, where a folder is needed", "choose another")
    except OSError as error:
        return Refusal(
            f"{folder / slug}.yaml can't be written: {reason_of(error)}", "choose another folder"
        )
