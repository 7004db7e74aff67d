"""What the system says where it refuses something, as our messages say it."""

from __future__ import annotations

import errno
from typing import Final

FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
"""Numbers of the errors that say that there is no room left, of the disk or of one's share."""


def reason_of(error: OSError) -> str:
    """Why the system refuses, in small letters, to be read after a colon."""
    return (error.strerror or str(error)).lower()
