"""A fingerprint: proves an excerpt where the source's text may not be kept.

It holds a short hash for every run of five words and marks of the piece, in order, and the number
of its words. docs/fingerprints.md says what it can prove and what it reveals.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from broadsheet.text.footnotes import footnotes, without
from broadsheet.text.tokens import tokens
from broadsheet.text.words import words

VERSION: Final = 1
RUN: Final = 5
"""Words and marks in one hashed run."""
HASH_BYTES: Final = 2
"""Bytes kept of a run's hash."""
SHORTEST: Final = RUN + 1
"""Fewest words and marks that can be proved: one run alone might match by chance."""

_ALGORITHM: Final = f"sha256, {8 * HASH_BYTES} bits, runs of {RUN}"
_BEGINS: Final = re.compile(rb'\s*\{\s*"fingerprint"\s*:\s*[0-9]')
_LINE: Final = 88
"""Characters of base64 on one line of the file."""


class DamagedError(ValueError):
    """What stands in a file is no fingerprint that can be used; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The fingerprint of a piece."""

    words: int
    """Words of the whole piece."""
    salt: str
    """Hash of the whole piece: it tells two pieces apart, and salts the runs."""
    runs: tuple[int, ...]
    """Hashes of the runs that begin at the first, second, third … word or mark."""

    @classmethod
    def of(cls, text: str) -> Fingerprint:
        """Take the fingerprint of a piece, without the marks of its footnotes.

        Raises ValueError for a piece that is shorter than two runs.
        """
        text = without(footnotes(text), text)
        found = [token.text for token in tokens(text)]
        if len(found) < SHORTEST:
            raise ValueError(f"it has fewer than {SHORTEST} words and marks")
        salt = _digest("\n".join(found)).hex()[:16]
        runs = tuple(run_hash(salt, found[at : at + RUN]) for at in range(len(found) - RUN + 1))
        return cls(len(words(text)), salt, runs)

    @staticmethod
    def is_one(data: bytes) -> bool:
        """Tell whether a file is a fingerprint, be it damaged or of another version."""
        return bool(_BEGINS.match(data))

    def is_of(self, text: str) -> bool:
        """Tell whether it is the fingerprint of this very piece."""
        try:
            return self == Fingerprint.of(text)
        except ValueError:
            return False

    def to_json(self) -> str:
        """The fingerprint as a file's text: the same piece gives the same bytes."""
        packed = b"".join(run.to_bytes(HASH_BYTES, "big") for run in self.runs)
        coded = base64.b64encode(packed).decode("ascii")
        content = {
            "fingerprint": VERSION,
            "algorithm": _ALGORITHM,
            "words": self.words,
            "salt": self.salt,
            "runs": [coded[at : at + _LINE] for at in range(0, len(coded), _LINE)],
        }
        return json.dumps(content | {"checksum": _checksum(content)}, indent=1) + "\n"

    @classmethod
    def from_json(cls, data: bytes) -> Fingerprint:
        """Read a fingerprint's file. Raises DamagedError where it can't be used."""
        try:
            content = json.loads(data)
        except (ValueError, RecursionError):
            raise DamagedError("is cut short or is no fingerprint", _ANEW) from None
        if not isinstance(content, dict) or "fingerprint" not in content:
            raise DamagedError("is no fingerprint", _ANEW)
        if (content["fingerprint"], content.get("algorithm")) != (VERSION, _ALGORITHM):
            raise DamagedError(
                f"is of another version ({str(content['fingerprint'])[:20]}) than the one that "
                f"is read here ({VERSION})",
                "use the newest Broadsheet, or " + _ANEW,
            )
        if content.pop("checksum", None) != _checksum(content):
            raise DamagedError("was edited or damaged: its checksum is wrong", _ANEW)
        try:
            return cls(int(content["words"]), str(content["salt"]), _unpacked(content["runs"]))
        except (KeyError, TypeError, ValueError):
            raise DamagedError("does not hold what a fingerprint holds", _ANEW) from None


_ANEW: Final = "make it anew: `broadsheet source add LESSON FILE`, with the file of the whole piece"


def run_hash(salt: str, run: Sequence[str]) -> int:
    """The hash of one run of words and marks."""
    return int.from_bytes(_digest("\n".join((salt, *run)))[:HASH_BYTES], "big")


def _digest(text: str) -> bytes:
    # A lesson can hold half a surrogate pair, which strict UTF-8 has no bytes for.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _checksum(content: dict[str, Any]) -> str:
    return _digest(json.dumps(content, sort_keys=True, separators=(",", ":"))).hex()[:16]


def _unpacked(lines: list[str]) -> tuple[int, ...]:
    packed = base64.b64decode("".join(lines), validate=True)
    if len(packed) < 2 * HASH_BYTES or len(packed) % HASH_BYTES:
        raise ValueError("too few bytes")
    return tuple(
        int.from_bytes(packed[at : at + HASH_BYTES], "big")
        for at in range(0, len(packed), HASH_BYTES)
    )
