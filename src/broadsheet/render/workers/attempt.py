"""One document, in a process that may end for it: bytes of a document → bytes of an answer."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import Final

from broadsheet.plain import pack
from broadsheet.render.limits import TOO_MUCH_MEMORY
from broadsheet.render.manuscript import read
from broadsheet.render.renderer import renderer_in
from broadsheet.system import FULL, reason_of
from broadsheet.theme.look import ThemeError

_TOO_LARGE: Final = FULL | {errno.EFBIG}


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a document could not be made."""

    reason: str
    file: str | None = None
    """The theme's file with the fault, by its name in the theme, if it is one's."""
    line: int | None = None


def attempt(job: bytes) -> tuple[bytes, bool]:
    """Make a document, or say why it can't be made; tell whether this process may go on."""
    try:
        found = read(job)
        return pack(renderer_in(found.renderer)(found.manuscript)), True
    except MemoryError:
        fault = Fault(TOO_MUCH_MEMORY)
    except RecursionError:
        fault = Fault("its Markdown is nested too deeply")
    except ThemeError as error:
        fault = Fault(error.reason, error.file, error.line)
    except OSError as error:
        fault = Fault(_of_system(error))
    except Exception as error:  # whatever it is, the other documents go on
        fault = Fault(str(error) or type(error).__name__)
    return pack(fault), False


def _of_system(error: OSError) -> str:
    """What the system refused: temporary files are all that is written here."""
    if error.errno in _TOO_LARGE:
        return f"its temporary files could not be written: {reason_of(error)}"
    return str(error) or type(error).__name__
