"""YAML's own errors, put in an author's words.

PyYAML says "mapping values are not allowed here"; an author typed a colon. Its words are hardly
read: the text around the place it names says more, and stays the same from release to release.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import yaml

from broadsheet.reading import yaml_lines, yaml_signs
from broadsheet.reading.yaml_scene import Explained, Scene

_FORBIDDEN: Final = re.compile(
    r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


def in_an_authors_words(error: yaml.YAMLError, text: str) -> Explained:
    """Say what is wrong, how to mend it, and where to look."""
    if isinstance(error, yaml.reader.ReaderError):
        return _control_character(text)
    context = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or context
    at = min(mark.index, len(text)) if mark else 0
    began = min(context.index, len(text)) if context else at
    scene = Scene(text, str(getattr(error, "problem", "") or ""), began, at)
    return next(found for explain in _EXPLANATIONS if (found := explain(scene)) is not None)


def _control_character(text: str) -> Explained:
    found = _FORBIDDEN.search(text)
    at = found.start() if found else 0
    code = f"U+{ord(text[at]):04X}" if found else "a control character"
    return (
        f"the file holds an invisible character that YAML forbids ({code})",
        "delete it: it often comes along when text is pasted from a PDF",
        (at, at + 1),
    )


_EXPLANATIONS: Final[tuple[Callable[[Scene], Explained | None], ...]] = (
    yaml_lines.tab,
    yaml_lines.odd_blank,
    yaml_signs.escape,
    yaml_signs.lost_quotation_mark,
    yaml_lines.directive,
    yaml_lines.end_of_document,
    yaml_lines.full_width_colon,
    yaml_signs.colon,
    yaml_signs.special,
    yaml_lines.block,
    yaml_signs.bracket,
    yaml_lines.cut_by_comment,
    yaml_lines.dash,
    yaml_lines.no_colon,
    yaml_signs.value_in_brackets,
    yaml_lines.indent,
)
"""Tried in this order; the last one always has something to say."""
