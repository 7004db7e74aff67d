"""How the command and its processes speak: lengths and bytes over a pair of sockets."""

from __future__ import annotations

import socket
import struct
from typing import Final

MOST: Final = 1024**3
"""Longest message that is taken from such a process, in bytes."""

FORK: Final = b"F"
"""Asks the nursery for a process; the socket that it shall speak over goes with it."""
KILL: Final = b"K"
"""Asks the nursery to end one of its processes, by its number."""

GOES_ON: Final = b"+"
"""Stands before an answer of a process that takes another job."""
ENDS: Final = b"-"
"""Stands before an answer of a process that ends after it."""

NUMBER: Final = struct.Struct("!Q")
"""A length, or the number of a process."""


def framed(message: bytes) -> bytes:
    """Put a message's length before it."""
    return NUMBER.pack(len(message)) + message


def receive(connection: socket.socket) -> bytes | None:
    """Wait for a message; None where the other side has gone."""
    head = _exactly(connection, NUMBER.size)
    return _exactly(connection, NUMBER.unpack(head)[0]) if head is not None else None


def _exactly(connection: socket.socket, length: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < length:
        part = connection.recv(min(length - len(parts), 1024**2))
        if not part:
            return None
        parts += part
    return bytes(parts)
