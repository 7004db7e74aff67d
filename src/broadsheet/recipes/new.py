"""The recipe: a lesson to start from."""

from __future__ import annotations

import re
from pathlib import Path

from broadsheet.describe.starter import AlreadyThereError, write_starter
from broadsheet.recipes.refusal import Refusal
from broadsheet.system import reason_of


def refused_name(slug: str) -> Refusal | None:
    """Say why a name is none for a new lesson; None where it is one."""
    if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug):
        return None
    return Refusal(
        f"“{slug}” can't name a lesson", "use small letters, digits and hyphens, as in my-lesson"
    )


def new(slug: str, folder: Path) -> tuple[Path, ...] | Refusal:
    """Write a lesson, its source and its schema, and give their files, the lesson first.

    Nothing that is there already is written over.
    """
    if refused := refused_name(slug):
        return refused
    try:
        return write_starter(slug, folder)
    except AlreadyThereError as error:
        return Refusal(f"{error}, and is left as it is", "choose another name or folder")
    except (FileExistsError, NotADirectoryError) as error:
        return Refusal(f"{error.filename} is a file, where a folder is needed", "choose another")
    except OSError as error:
        return Refusal(
            f"{folder / slug}.yaml can't be written: {reason_of(error)}", "choose another folder"
        )
