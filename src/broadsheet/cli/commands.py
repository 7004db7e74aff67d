"""A group of commands that ends without a traceback when its output can't be written."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import Any

import click


class Commands(click.Group):
    """Like click's group, for terminals of any encoding and disks without room."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command.

        Raises click.ClickException, which click shows as one line, where the system refuses.
        """
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # click ends quietly where a reader such as `head` has left
            # What is still buffered would fail once more when Python ends, with a traceback.
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            what = error.filename or "the output"
            reason = (error.strerror or str(error)).lower()
            raise click.ClickException(f"{what} can't be read or written: {reason}") from None
