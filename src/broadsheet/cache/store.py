"""Plain files named by hash in one folder: each is whole and as it was written, or as good as none.

A file begins with the digest of what follows, so one that was cut short, edited or damaged by a
single byte is never served. What can't be read or written is missed, and costs no document.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from broadsheet.confined import RefusedError, read_file
from broadsheet.system import reason_of

FOLDER: Final = ".broadsheet"
"""Where the cache lies in the folder of what is made."""
MEGABYTES: Final = 512
"""Most that it may take unless settings say otherwise."""

_LARGEST: Final = 1024**3
_DIGEST: Final = sha256().digest_size
_NAME: Final = re.compile("[0-9a-f]{64}")
_HALF: Final = re.compile(r"\.[0-9a-f]{64}\.[0-9a-f]{8}")
_ABANDONED: Final = 3600
"""Seconds after which a half file is nobody's any more."""


def name_of(*parts: bytes) -> str:
    """The name for what is found by these parts; no other parts have it."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


class Store:
    """A folder of files that are found by name and checked by content."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not be there yet; one that is a link is not used."""
        self.folder = folder
        self.refused = ""
        """Why something could not be kept; nothing as long as all could."""
        self._has_grown = False

    @property
    def is_there(self) -> bool:
        """Tell whether anything may have been kept."""
        return self.folder.is_dir() and not self.folder.is_symlink()

    def get(self, name: str) -> bytes | None:
        """Give what was kept under a name; None where nothing was, or no longer as it was."""
        if not self.is_there:
            return None
        file = self.folder / name
        try:
            data = read_file(file, _LARGEST)
        except RefusedError:
            return None
        kept = data[_DIGEST:]
        if sha256(kept).digest() != data[:_DIGEST]:
            return None
        with suppress(OSError):
            os.utime(file)  # so that what is in use stays longest
        return kept

    def put(self, name: str, data: bytes) -> None:
        """Keep something under a name, as a whole file; what keeps it from that is noted once."""
        if self.refused:
            return
        try:
            if self.folder.is_symlink():
                self.refused = "it is a link, and links are not followed"
                return
            self.folder.mkdir(parents=True, exist_ok=True)
            self._put(name, sha256(data).digest() + data)
        except OSError as error:
            self.refused = reason_of(error)
        self._has_grown = True

    def _put(self, name: str, data: bytes) -> None:
        half = self.folder / f".{name}.{os.urandom(4).hex()}"
        try:
            half.write_bytes(data)
            half.replace(self.folder / name)
        except BaseException:
            with suppress(OSError):
                half.unlink()
            raise

    def give_way(self, full: OSError) -> bool:
        """Leave a disk that is `full` to documents: take everything away, and keep nothing more.

        Tells whether there was anything to take away.
        """
        self.refused = reason_of(full)
        kept = [file for _, _, file in self._kept()] if self.is_there else []
        for file in kept:
            with suppress(OSError):
                file.unlink()
        return bool(kept)

    def trim(self, megabytes: int) -> None:
        """Take away what was unused longest until no more than so much is left.

        Times tell only what goes first, so a clock that was set back costs nothing but that.
        """
        if not (self._has_grown and self.is_there):
            return
        kept = sorted(self._kept())
        room = sum(size for _, size, _ in kept) - megabytes * 1000**2
        for _, size, file in kept:
            if room <= 0:
                return
            with suppress(OSError):
                file.unlink()
                room -= size

    def _kept(self) -> Iterator[tuple[float, int, Path]]:
        """When each file was last used, in seconds, its size in bytes, and its path."""
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    found = entry.stat(follow_symlinks=False)
                    if _NAME.fullmatch(entry.name):
                        yield found.st_mtime, found.st_size, Path(entry.path)
                    elif _HALF.fullmatch(entry.name) and _is_old(found.st_mtime):
                        Path(entry.path).unlink()


def _is_old(written: float) -> bool:
    return abs(time.time() - written) > _ABANDONED
