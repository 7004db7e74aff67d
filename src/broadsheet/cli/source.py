"""`broadsheet source`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from broadsheet.cli.show import as_text, counted, number_of, shown_path
from broadsheet.cli.source_report import told_of
from broadsheet.cli.terminal import Refused, echo, visible
from broadsheet.findings import has_errors

if TYPE_CHECKING:
    from broadsheet.recipes.add_source import Added

_ENDS: Final = 80
"""Characters shown of either end of a piece, where no blanks part its words."""


@click.group()
def source() -> None:
    """Prove excerpts where their source's text may not be kept."""


@source.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet source add my-lesson.yaml article.txt\n"
    "  broadsheet source add my-lesson.yaml saved-page.html\n"
    "  broadsheet source add pair.yaml reply.txt --label B"
)
@click.argument("lesson", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--label", help="Which source of a pair FILE is: A or B.")
def add(lesson: Path, file: Path, label: str | None) -> None:
    """Write the fingerprint of a source, from FILE with the whole piece.

    FILE is plain text, Markdown or a saved web page (.html or .mhtml). The fingerprint goes beside
    LESSON, which is told its path; FILE itself is only read, and may stay private.

    Of a web page it is said what was left out as no part of the piece, what was put back, and
    whether the page holds the whole piece.
    """
    from broadsheet.recipes.add_source import add as add_source
    from broadsheet.recipes.refusal import Refusal

    done = add_source(lesson, file, label)
    if isinstance(done, Refusal):
        raise Refused(done.message, done.hint)
    read = visible(done.article.text, lines=True).split()
    echo(
        f"read {shown_path(file)}: {number_of(done.article.words, done.unit)}, "
        f"“{' '.join(read[:6])[:_ENDS]} … {' '.join(read[-6:])[-_ENDS:]}”"
    )
    for line in told_of(done.article, done.unit):
        echo(visible(line))
    echo(f"wrote {shown_path(done.fingerprint)}")
    echo(_key(done, lesson))
    echo(f"the excerpt shows {done.shown} of {number_of(done.article.words, done.unit)}")
    if not done.is_text:
        echo(_text(done, lesson, file))
    if done.findings:
        echo(as_text(done.findings))
        echo(f"the excerpt departs from {shown_path(file)}: {counted(done.findings)}")
    if has_errors(done.findings):
        raise SystemExit(1)


def _key(done: Added, lesson: Path) -> str:
    if done.key_line is None:
        return f"add to {shown_path(lesson)}, beside `excerpt`: `fingerprint: {visible(done.key)}`"
    return f"{shown_path(lesson)} names it on line {done.key_line}"


def _text(done: Added, lesson: Path, file: Path) -> str:
    prove = "to prove the excerpt by the text as well, copy the file to "
    if done.text is None:
        path = f"sources/{visible(file.name)}"
        copy = shown_path(lesson.parent / "sources" / file.name)
        return f"{prove}{copy}, and add `text: {path}` beside `excerpt`"
    place = shown_path(lesson.parent / done.text)
    if (lesson.parent / done.text).exists():
        return f"{place}, named as the text, is another file: `broadsheet check` compares the two"
    return f"{prove}{place}"
