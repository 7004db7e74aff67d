"""A progress bar where there is a terminal, and nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import click

from broadsheet.cli.terminal import visible
from broadsheet.making.progress import Progress


@contextmanager
def progress_bar(label: str) -> Iterator[Progress]:
    """Give a function to call with how many of how many are done, and the name of the last.

    How many there are may turn out later. The bar says all that, and how long the rest may take.
    """
    with ExitStack() as stack:
        shown = 0
        bar = None

        def tell(done: int, every: int, last: str = "") -> None:
            nonlocal bar, shown
            if bar is None:
                hidden = sys.stderr is None or not sys.stderr.isatty()
                bar = stack.enter_context(
                    click.progressbar(
                        length=every,
                        label=label,
                        show_pos=True,
                        item_show_func=lambda name: name,
                        file=sys.stderr,
                        hidden=hidden,
                    )
                )
            bar.length = every
            bar.update(done - shown, visible(last))
            shown = done

        yield tell
