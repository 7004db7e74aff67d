"""What else is said about lessons: a page of one's own, and the licences beside them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from broadsheet.compose.prose import ProseComposer
from broadsheet.confined import RefusedError, read_file, read_within
from broadsheet.locale.labels import Labels
from broadsheet.prose.nodes import Inline, Link, Prose
from broadsheet.prose.walk import SAFE_ADDRESSES, changed

_LICENCES: Final = ("LICENSE.md", "LICENCE.md", "LICENSE", "LICENCE")
_LARGEST: Final = 256 * 1024


def page_of(file: Path, labels: Labels) -> Prose:
    """A page in Markdown. Raises RefusedError where it can't be read, ValueError where no text."""
    return _prose(read_file(file, _LARGEST), labels)


def licences_in(folders: Iterable[Path], labels: Labels) -> list[Prose]:
    """The licence in each folder that has one, each once."""
    found: dict[bytes, Prose] = {}
    for folder in dict.fromkeys(folders):
        for name in _LICENCES:
            try:
                data = read_within(folder, name, _LARGEST)
                found.setdefault(data, _prose(data, labels))
            except (RefusedError, ValueError):
                continue
            break
    return list(found.values())


def _prose(data: bytes, labels: Labels) -> Prose:
    text = data.decode("utf-8-sig")
    composer = ProseComposer(lambda _mark: None, labels.quotes, labels.language)
    return changed(composer.block(text), _without_paths)


def _without_paths(inside: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A line without links to files, which lead nowhere on a site."""
    return tuple(
        part
        for node in inside
        for part in (
            node.inside
            if isinstance(node, Link) and not SAFE_ADDRESSES.match(node.address)
            else (node,)
        )
    )
