"""What a school's settings name: is it there, and what was meant by what is not?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from broadsheet.confined import RefusedError, leads_out, read_within
from broadsheet.images.drawing import printable
from broadsheet.images.verdict import MAX_BYTES, Unprintable
from broadsheet.reading.near_paths import did_you_mean
from broadsheet.reading.spelling import meant
from broadsheet.theme import ALL, Theme
from broadsheet.theme.look import ThemeError, look_of


def fault_of_theme(folder: Path, name: str) -> tuple[str, str] | None:
    """What is wrong with a school's theme, and what mends it."""
    if leads_out_of(folder, name):
        return (
            f"the theme {name} is a link or lies behind one, and links are not followed",
            "copy the folder itself to that place",
        )
    if not (folder / name).is_dir():
        return (
            f"there is no folder {name}",
            did_you_mean(folder, name, folder=True)
            or "make it beside the settings, or leave `theme` out",
        )
    try:
        look_of(Theme.over(folder / name))
    except ThemeError as error:
        return (
            f"the theme's file {name}/{error.file} can't be used: {error.reason}",
            "put the file itself into the theme, not a link to it, and no larger than need be",
        )
    return None


def leads_out_of(folder: Path, name: str) -> bool:
    """Tell whether a path leads out of a folder, or is none."""
    try:
        return leads_out(folder, name)
    except (OSError, ValueError):
        return True


def fault_of_logo(folder: Path, name: str) -> tuple[str, str] | None:
    """What is wrong with a school's logo, and what mends it."""
    try:
        verdict = printable(read_within(folder, name, MAX_BYTES))
    except RefusedError as refused:
        return (
            f"the logo {name} {refused.reason}",
            did_you_mean(folder, name, (".svg", ".png", ".jpg", ".jpeg"))
            or "save the logo itself, not a link to it, beside the settings, or leave `logo` out",
        )
    if isinstance(verdict, Unprintable):
        return f"the logo {name} {verdict.reason}", f"{verdict.remedy}, or leave `logo` out"
    return None


def hint_at(name: str, known: Sequence[str]) -> str:
    """Say which a name that is not known may mean, or which there are."""
    if "," in name:
        each = ", ".join(part.strip() for part in name.split(","))
        return f"name each by itself: `[{each}]` in settings, else by an option of its own"
    near = meant(name, known)
    # `notes` is no slip of the hand, and can mean `teacher-notes` alone.
    with_word = [each for each in known if name.casefold() in each.split("-")]
    if names := [near.one] if near.one else near.names or with_word:
        return f"did you mean {' or '.join(names)}?"
    if len(known) == 1:
        return f"there is {known[0]} alone"
    return f"there are {', '.join(known)}; `{ALL}` means each"
