"""What the system says where it refuses something, as our messages say it."""

from __future__ import annotations


def reason_of(error: OSError) -> str:
    """Why the system refuses, in small letters, to be read after a colon."""
    return (error.strerror or str(error)).lower()
