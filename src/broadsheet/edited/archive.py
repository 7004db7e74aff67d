"""The parts of a file of Word's, within limits: nothing in it is run, followed or trusted.

This is ours, and so is what reads XML in `markup.py`: python-docx, which writes such files, unpacks
every part of a file whole, however large it grows, and builds a tree of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from broadsheet.confined import RefusedError, read_file

MAX_FILE: Final = 50 * 1024**2
"""Largest file that is read, in bytes; pictures make it large."""
MAX_PART: Final = 20 * 1024**2
"""Largest part of its text, unpacked, in bytes; a worksheet takes a hundredth of it."""
MAX_PARTS: Final = 2_000
_OLD: Final = b"\xd0\xcf\x11\xe0"
"""How files begin that are in Word's old form, or locked with a password."""
_ENCRYPTED: Final = 0x1


class NotWordError(Exception):
    """A file that is not read as one of Word's."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        """To be read after the file's name: “is no file of Word's”."""
        self.remedy = remedy


@dataclass
class Archive:
    """An opened file."""

    zip: ZipFile
    entries: dict[str, ZipInfo]

    @classmethod
    def open(cls, file: Path) -> Archive:
        """Open a file. Raises NotWordError."""
        try:
            data = read_file(file, MAX_FILE)
        except RefusedError as refused:
            raise NotWordError(refused.reason, "name a file that Word has saved") from None
        if data.startswith(_OLD):
            raise NotWordError(
                "is locked with a password, or in Word's old form (.doc)",
                "open it in Word and save it as .docx, without a password",
            )
        return cls.of(data)

    @classmethod
    def of(cls, data: bytes) -> Archive:
        """Open the bytes of a file. Raises NotWordError."""
        try:
            opened = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, OverflowError):
            raise NotWordError("is no file of Word's, or is broken off", _SAVE_AGAIN) from None
        entries = opened.infolist()
        if len(entries) > MAX_PARTS:
            raise NotWordError(f"has more than {MAX_PARTS:,} parts", _SAVE_AGAIN)
        return cls(opened, {entry.filename: entry for entry in entries})

    def part(self, name: str) -> bytes | None:
        """A part by its name; None where there is none. Raises NotWordError where it is too large.

        What the archive says of a part's size is not believed: no more than the limit is unpacked.
        """
        entry = self.entries.get(name)
        if entry is None:
            return None
        if entry.flag_bits & _ENCRYPTED:
            raise NotWordError("is locked with a password", "save it without one")
        try:
            with self.zip.open(entry) as opened:
                data = opened.read(MAX_PART + 1)
        except MemoryError:
            raise
        except Exception:  # whatever unpacking raises on bytes that nobody packed
            raise NotWordError(f"is broken in its part {name}", _SAVE_AGAIN) from None
        if len(data) > MAX_PART:
            raise NotWordError(
                f"unpacks to more than {MAX_PART // 1024**2} MB in its part {name}",
                "no worksheet is so long; take out what does not belong to it",
            )
        return data


_SAVE_AGAIN: Final = "open it in Word or LibreOffice and save it again as .docx"
