"""The author's editor, opened at a line; the command line alone says which."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from threading import Thread


class NoEditorError(Exception):
    """Why a command is no editor's, and what to write."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason, self.hint = reason, hint


@dataclass(frozen=True, slots=True)
class Editor:
    """A command with places for a file and a line."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, command: str) -> Editor:
        """Read a command such as `code -g {file}:{line}`. Raises NoEditorError."""
        example = "write it as in --editor 'code -g {file}:{line}'"
        try:
            words = tuple(shlex.split(command))
        except ValueError as error:
            raise NoEditorError(f"the editor's command can't be read: {error}", example) from None
        if not words or not any("{file}" in word for word in words[1:]):
            raise NoEditorError("the editor's command does not say where the {file} goes", example)
        program = shutil.which(words[0])
        if program is None:
            raise NoEditorError(f"there is no program {words[0]}", "name one that is installed")
        return cls((program, *words[1:]))

    def command(self, file: Path, line: int) -> list[str]:
        """The words that open a file at a line; none of them is read by a shell."""
        return [
            word.replace("{line}", str(line)).replace("{file}", str(file.absolute()))
            for word in self.words
        ]

    def open(self, file: Path, line: int) -> None:
        """Open a file at a line, and wait for nothing. Raises OSError."""
        running = subprocess.Popen(  # noqa: S603 - the command that the author gave
            self.command(file, line),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        Thread(target=running.wait, daemon=True).start()
