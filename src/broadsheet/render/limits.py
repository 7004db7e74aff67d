"""What making one document may take; a lesson and a theme may come from a stranger."""

from __future__ import annotations

from typing import Final

SECONDS: Final = 60.0
"""Longest that it may take."""
MEMORY: Final = 2 * 1024**3
"""Most address space of its process, in bytes."""
TOO_MUCH_MEMORY: Final = f"it needs more than {MEMORY // 1024**3} GiB of memory"
"""What is said of a document that would take more."""
