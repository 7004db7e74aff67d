"""The files that an editor has open, and what is known of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pygls.uris import to_fs_path

from broadsheet.editor.opened import Opened, opened
from broadsheet.findings import Finding
from broadsheet.lsp.positions import Lines
from broadsheet.reading import format_rules
from broadsheet.recipes.day import today

if TYPE_CHECKING:
    from pygls.workspace import Workspace

_OF_SCHEMA: Final = frozenset(
    (
        format_rules.UNKNOWN_KEY,
        format_rules.MISSING_KEY,
        format_rules.EMPTY_VALUE,
        format_rules.WRONG_KIND,
        format_rules.TWO_ROOMS,
    )
)
"""What yaml-language-server says by our schema. That 2022-02-30 is no day, no schema says."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as it lies open: what is known of it, and its lines as the client counts them."""

    uri: str
    version: int | None
    opened: Opened
    lines: Lines


@dataclass(slots=True)
class Desk:
    """Reads and judges what lies open, each text once."""

    alone: bool = False
    """Whether no yaml-language-server says beside us what the schema says."""
    _sheets: dict[str, Sheet] = field(default_factory=dict)

    def sheet(self, workspace: Workspace, uri: str) -> Sheet | None:
        """What is known of a file as it stands now; None where it is none of ours, or not open."""
        return self._sheet(workspace, uri, may_be_older=False)

    def older_sheet(self, workspace: Workspace, uri: str) -> Sheet | None:
        """The same, but what is known may be that of a text a moment ago; the lines are not."""
        return self._sheet(workspace, uri, may_be_older=True)

    def put_away(self, uri: str) -> None:
        """Forget a file that was closed."""
        self._sheets.pop(uri, None)

    def told(self, sheet: Sheet) -> tuple[Finding, ...]:
        """The findings that are ours to tell."""
        findings = sheet.opened.findings
        if self.alone or not sheet.opened.has_schema:
            return findings
        return tuple(each for each in findings if each.rule not in _OF_SCHEMA)

    def _sheet(self, workspace: Workspace, uri: str, *, may_be_older: bool) -> Sheet | None:
        document = workspace.text_documents.get(uri)
        path = to_fs_path(uri) if uri.startswith("file:") else None
        if document is None or path is None:
            return None
        before = self._sheets.get(uri)
        if before and before.version == document.version:
            return before
        lines = Lines(document.source, str(workspace.position_encoding or "utf-16"))
        if before and may_be_older:
            return Sheet(uri, document.version, before.opened, lines)
        known = opened(document.source, Path(path), today(), before.opened if before else None)
        if known is None:
            self.put_away(uri)
            return None
        self._sheets[uri] = Sheet(uri, document.version, known, lines)
        return self._sheets[uri]
