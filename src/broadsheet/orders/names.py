"""Names of the files that are made: `<slug>-<document>[-<edition>][-<paper>].<ending>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.school.paper import Paper
from broadsheet.theme import STANDARD

if TYPE_CHECKING:
    from broadsheet.orders.order import Document, Format
    from broadsheet.orders.table import Table
    from broadsheet.school.edition import Edition


def name_of(
    slug: str, document: Document, edition: Edition | None, paper: Paper | None, form: Format
) -> str:
    """Name a document's file; the standard edition goes without saying."""
    parts = [slug, document.name]
    if edition and edition.name != STANDARD:
        parts.append(edition.name)
    if paper:
        parts.append(paper.value)
    return f"{'-'.join(parts)}{form.suffix}"


def names_after(slug: str, table: Table) -> re.Pattern[str]:
    """What matches every name that a document of a lesson or unit may have, in any edition."""
    names = "|".join(
        _names(row, form) for row in table.documents for form in table.formats if form.makes(row)
    )
    return re.compile(f"{re.escape(slug)}-(?:{names})")


def _names(document: Document, form: Format) -> str:
    """A pattern of the names of a document's files in a format, without what they begin with."""
    edition = "(?:-.+)?" if document.has_editions else ""
    papers = "|".join(re.escape(paper.value) for paper in Paper)
    paper = f"-(?:{papers})" if form.on_paper and document.has_papers else ""
    return f"{re.escape(document.name)}{edition}{paper}{re.escape(form.suffix)}"
