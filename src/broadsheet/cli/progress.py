"""A progress bar where there is a terminal, and nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import click


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to call with how many of how many are done.

    How many there are may turn out later. The bar says both, and how long the rest may take.
    """
    with ExitStack() as stack:
        shown = 0
        bar = None

        def tell(done: int, every: int) -> None:
            nonlocal bar, shown
            if bar is None:
                hidden = sys.stderr is None or not sys.stderr.isatty()
                bar = stack.enter_context(
                    click.progressbar(
                        length=every, label=label, show_pos=True, file=sys.stderr, hidden=hidden
                    )
                )
            bar.length = every
            bar.update(done - shown)
            shown = done

        yield tell
