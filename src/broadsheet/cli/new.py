"""`broadsheet new`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from broadsheet.cli.show import number_of, shown_path
from broadsheet.cli.terminal import echo, visible

_NO_FILE: Final = Path()
"""What `--pair` alone gives."""
_FILE: Final = click.Path(path_type=Path)


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet new letters-to-the-editor                    in the current folder\n"
    "  broadsheet new letters-to-the-editor --folder lessons   in lessons/\n"
    "  broadsheet new cartas-al-director --language es         written in Spanish\n"
    "  broadsheet new two-letters --pair                       of two opposing texts\n"
    "  broadsheet new the-ferry --from saved-page.html         a draft about a piece"
)
@click.argument("slug")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Where to write it; the current folder unless told.",
)
@click.option(
    "--language",
    metavar="TAG",
    help="The language that it is written in, its comments too: ar, de, en, es, fr, he, uk, "
    "zh-Hans or zh-Hant, or one of their regions, such as es-MX. Keys are English in each. Unless "
    "told, English, or that which a saved page names.",
)
@click.option(
    "--from",
    "piece",
    type=_FILE,
    metavar="ARTICLE",
    help="Begin it from a piece: plain text, Markdown or a saved web page (.html or .mhtml).",
)
@click.option(
    "--pair",
    type=_FILE,
    is_flag=False,
    flag_value=_NO_FILE,
    metavar="[SECOND]",
    help="A lesson of two opposing texts; with --from, SECOND is the file of the other.",
)
def new(
    slug: str, folder: Path, language: str | None, piece: Path | None, pair: Path | None
) -> None:
    """Write a lesson to start from: valid at once, with comments that teach the format.

    SLUG is the lesson's name in the names of its files: small letters, digits and hyphens.
    Nothing that is there already is written over.

    With --from, the lesson is a draft about ARTICLE: what the file says of it is filled in, an
    excerpt is proposed, and keys that only you can write are empty, so that `broadsheet check`
    names each. ARTICLE is only read, and may stay private; its fingerprint proves the excerpt.
    """
    if piece is not None:
        _draft(slug, folder, language, piece, pair)
        return
    from broadsheet.recipes.new import kind_of
    from broadsheet.recipes.new import new as new_lesson
    from broadsheet.recipes.refusal import Refusal

    if pair not in (None, _NO_FILE):
        raise click.UsageError(
            f"{pair} is to be compared with nothing; name the first piece: --from ARTICLE"
        )
    kind = kind_of("en" if language is None else language, is_pair=pair is not None)
    files = kind if isinstance(kind, Refusal) else new_lesson(slug, folder, kind)
    if isinstance(files, Refusal):
        raise click.UsageError(f"{files.message}; {files.hint}")
    _tell(files)


def _draft(slug: str, folder: Path, language: str | None, piece: Path, pair: Path | None) -> None:
    from broadsheet.cli.source_report import told_of
    from broadsheet.recipes.draft import draft
    from broadsheet.recipes.refusal import Refusal
    from broadsheet.text.scripts import is_counted_by_character

    if pair == _NO_FILE:
        raise click.UsageError("the second piece is missing; name its file: --pair SECOND")
    pieces = (piece,) if pair is None else (piece, pair)
    begun = draft(slug, folder, pieces, language)
    if isinstance(begun, Refusal):
        raise click.UsageError(f"{begun.message}; {begun.hint}")
    for path, article in zip(pieces, begun.articles, strict=True):
        unit = "character" if is_counted_by_character(article.text) else "word"
        echo(f"read {shown_path(path)}: {number_of(article.words, unit)}")
        for line in told_of(article, unit):
            echo(visible(line))
    _tell(begun.files)


def _tell(files: tuple[Path, ...]) -> None:
    for file in files:
        echo(f"wrote {visible(file.as_posix())}")
    echo(f"next: broadsheet check {visible(files[0].as_posix())}")
