"""A group of commands, each imported when it is called.

It ends without a traceback when its output can't be written.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from broadsheet.cli.terminal import Refused, visible
from broadsheet.system import reason_of


class Commands(click.Group):
    """Like click's group, for terminals of any encoding and disks without room."""

    def __init__(self, *args: Any, names: Sequence[str], **settings: Any) -> None:
        """Take `names` of commands, each in a module of its name beside this one."""
        super().__init__(*args, **settings)
        self._names = sorted(names)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands, in alphabetical order."""
        del ctx
        return self._names

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None for a name that no command has."""
        # Where a name is misspelt, click suggests those of the commands that it has seen.
        for name in [cmd_name] if cmd_name in self._names else self._names:
            module = name.replace("-", "_")
            self.add_command(getattr(import_module(f"{__package__}.{module}"), module))
        return super().get_command(ctx, cmd_name)

    def make_context(self, *arguments: Any, **settings: Any) -> click.Context:
        """Read the arguments.

        Raises click.UsageError, which click shows, where they are wrong.
        """
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        with _said_visibly():
            return super().make_context(*arguments, **settings)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command.

        Raises click.ClickException, which click shows as one line, where the system refuses.
        """
        try:
            with _said_visibly():
                return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # click ends quietly where a reader such as `head` has left
            # What is still buffered would fail once more when Python ends, with a traceback.
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            what = error.filename or "the output"
            message = visible(f"{what} can't be read or written: {reason_of(error)}")
            raise click.ClickException(message) from None


@contextmanager
def _said_visibly() -> Iterator[None]:
    """While this holds, nothing in an error of ours or of click's steers a terminal."""
    try:
        yield
    except (Refused, click.exceptions.NoArgsIsHelpError):
        raise  # made of visible lines
    except click.UsageError as error:
        raise click.UsageError(visible(error.format_message()), error.ctx) from None
    except click.ClickException as error:
        raise click.ClickException(visible(error.format_message())) from None
