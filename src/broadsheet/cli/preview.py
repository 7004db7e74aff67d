"""`broadsheet preview`."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Final

import click

from broadsheet.cli.lessons import lessons_at, recursive_option
from broadsheet.cli.show import shown_path
from broadsheet.cli.terminal import Refused, echo

_PORT: Final = 8765


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet preview                      the lessons here, or in a folder lessons\n"
    "  broadsheet preview my-lesson.yaml       one lesson\n"
    "  broadsheet preview lessons --editor 'code -g {file}:{line}'\n"
    "                                          a click opens the line in your editor\n\n"
    "Ctrl-C ends it. Only this machine can see the page."
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@recursive_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_PORT,
    show_default=True,
    help="Port to answer at; 0 for any that is free.",
)
@click.option(
    "--open/--no-open", "opens", default=True, help="Open the page in your browser, or not."
)
@click.option(
    "--editor",
    metavar="COMMAND",
    help="Command that opens a {file} at a {line}, run when a question, an answer, a line or a "
    "finding is clicked. Without it, the place is copied.",
)
def preview(
    paths: tuple[Path, ...], recursive: bool, port: int, opens: bool, editor: str | None
) -> None:
    """Show lessons while they are written: their real pages beside what is found in them.

    PATHS are lessons, units, or folders of either. Saving a lesson, its source, an image, the
    settings or a theme refreshes the page by itself. Nothing is written.
    """
    paths = paths or (Path("lessons") if Path("lessons").is_dir() else Path(),)
    lessons_at(paths, recursive)  # there is something to show
    _refuse_without_extra()
    from broadsheet.libraries import lacking
    from broadsheet.preview.asked import Asked
    from broadsheet.preview.desk import Desk
    from broadsheet.preview.editor import Editor, NoEditorError
    from broadsheet.preview.run import NoPortError, listening, serve
    from broadsheet.preview.server import Site
    from broadsheet.recipes.day import today

    if missing := lacking():
        echo(
            f"note: this machine lacks {', '.join(missing)}, so no pages can be laid out; "
            "`broadsheet doctor` says how to bring it",
            err=True,
        )
    gc.enable()  # it may run for days
    desk = Desk(Asked.of(paths, recursive=recursive), today)
    try:
        site = Site(desk, shown_path, Editor.of(editor) if editor else None)
        with listening(port) as listener:
            serve(listener, site, lambda address: _tell(address, opens=opens))
    except NoEditorError as error:
        raise Refused(error.reason, error.hint) from None
    except NoPortError as error:
        raise Refused(str(error), "choose another with --port, or any with --port 0") from None


def _tell(address: str, *, opens: bool) -> None:
    echo(f"preview at {address}  (Ctrl-C ends it)")
    if opens:
        import webbrowser
        from threading import Thread

        # Some systems take a second to find the browser, and lessons can be read meanwhile.
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _refuse_without_extra() -> None:
    """Raise Refused where what serves the page, watches files or draws pages is not installed."""
    from importlib.util import find_spec

    needed = ("starlette", "uvicorn", "watchfiles", "pypdfium2")
    if any(find_spec(name) is None for name in needed):
        raise Refused("a preview needs the extra `preview`", "pip install 'broadsheet[preview]'")
