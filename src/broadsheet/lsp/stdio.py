"""Standard input and output as the protocol's pipe, which may break or carry nonsense."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from typing import BinaryIO, Final

_MOST: Final = 64 * 1024
"""Longest line of a message's head, in bytes; a longer one is of another protocol."""
_PART: Final = 64 * 1024


def reader_of(handle: int, loop: asyncio.AbstractEventLoop) -> asyncio.StreamReader:
    """Read a file handle in the background; whoever ends need not wait until more comes.

    Pools of threads, as asyncio has for this, are waited for when Python ends.
    """
    reader = asyncio.StreamReader(limit=_MOST, loop=loop)

    def feed() -> None:
        while True:
            try:
                part = os.read(handle, _PART)
            except OSError:
                part = b""
            try:
                if not part:
                    loop.call_soon_threadsafe(reader.feed_eof)
                    return
                loop.call_soon_threadsafe(reader.feed_data, part)
            except RuntimeError:  # the loop has ended
                return

    threading.Thread(target=feed, daemon=True, name="standard input").start()
    return reader


class Writer:
    """Writes messages; when nobody reads them any more, it says so once and is silent."""

    def __init__(self, stream: BinaryIO, gone: Callable[[], None]) -> None:
        """Take where to write, and what to call when the other end has gone."""
        self._stream = stream
        self._gone = gone
        self._is_gone = False

    def write(self, data: bytes) -> None:
        """Write a whole message."""
        if self._is_gone:
            return
        try:
            self._stream.write(data)
            self._stream.flush()
        except (OSError, ValueError):
            self._is_gone = True
            self._gone()

    def close(self) -> None:
        """Leave the stream open: it is the process's own."""
