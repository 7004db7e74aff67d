"""What is printed is text: nothing in it moves a cursor, rings a bell or turns a line around.

All that commands say goes through `echo`. A lesson, a file's name or an argument may come from a
stranger; what would steer a terminal, and what nobody could see, is shown by its code point.
"""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from typing import Final

import click

from broadsheet.text.unseen import unseen_at

_STEERING: Final = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
"""Categories of characters that are shown by their code points."""
_NEEDED: Final = re.compile("[\u200c\u200d\U000e0020-\U000e007f]")
"""Joiners and tags, which some scripts and emoji need in their places."""
_ESCAPED_BYTES: Final = range(0xDC80, 0xDD00)
"""What Python makes of the bytes of a file's name that are no text."""


class Styled(str):
    """Text whose parts were made visible before they were styled; `echo` takes it as it is."""

    __slots__ = ()


class Refused(click.ClickException):
    """Why a command did nothing, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        """Take one line each; both are made visible."""
        super().__init__(f"{visible(message)}\nhint: {visible(hint)}")


def echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print text, lines and all, to standard output or standard error."""
    shown = text if isinstance(text, Styled) else visible(text, lines=True)
    click.echo(shown, err=err, nl=nl, color=_use_colour())


def style(text: str, *, colour: str | None = None, bold: bool = False, dim: bool = False) -> str:
    """Make a part of a line visible, and style it."""
    return click.style(visible(text), fg=colour, bold=bold or None, dim=dim or None)


def visible(text: str, *, lines: bool = False) -> str:
    """Show what steers a terminal by its code point, as in ‹U+001B›; `lines` keeps line feeds."""
    if text.isascii() and text.isprintable():
        return text
    if lines:
        return "\n".join(map(visible, text.split("\n")))
    return "".join(pieces(text))


def pieces(text: str) -> list[str]:
    """How each character of a text is shown, in order."""
    unseen = set(unseen_at(text))
    return [_shown(character, at in unseen) for at, character in enumerate(text)]


def json_text(value: object) -> str:
    """Write a value as JSON that standard output can hold, whatever its encoding."""
    unicode = str(getattr(sys.stdout, "encoding", "")).lower().startswith("utf")
    return json.dumps(value, ensure_ascii=not unicode, indent=2)


def _shown(character: str, is_unseen: bool) -> str:
    steers = unicodedata.category(character) in _STEERING and not _NEEDED.match(character)
    if not (steers or is_unseen):
        return character
    number = ord(character)
    return f"‹0x{number - 0xDC00:02X}›" if number in _ESCAPED_BYTES else f"‹U+{number:04X}›"


def _use_colour() -> bool | None:
    """Colour on a terminal only, and never where NO_COLOR is set: click decides on None."""
    return False if os.environ.get("NO_COLOR") else None
