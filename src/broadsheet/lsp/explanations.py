"""Pages that explain findings, for the link that an editor shows beside a code."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from broadsheet.editor.hover import explained
from broadsheet.findings import Finding
from broadsheet.lsp.said import markup


class Explanations:
    """A folder of pages, one for each code that was found, as long as the server runs."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._pages: dict[str, str | None] = {}

    def link_to(self, finding: Finding) -> str | None:
        """The address of the page that explains a finding; None where it can't be written."""
        if finding.code not in self._pages:
            self._pages[finding.code] = self._written(finding)
        return self._pages[finding.code]

    def _written(self, finding: Finding) -> str | None:
        try:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="broadsheet-findings-"))
            page = self._folder / f"{finding.code}.md"
            page.write_text(
                f"# {finding.code}\n\n{markup(explained(finding.rule)).value}\n", "utf-8"
            )
        except OSError:
            return None
        return page.as_uri()

    def close(self) -> None:
        """Take the pages away."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
