"""Names of the files that are made: `<slug>-<document>[-<edition>][-<paper>].<format>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.render.paper import Paper
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
    return f"{'-'.join(parts)}.{form.name}"


def names_after(slug: str, table: Table) -> re.Pattern[str]:
    """What matches every name that a document of a lesson or unit may have, in any edition."""
    documents = "|".join(
        re.escape(row.name) + ("(?:-.+)?" if row.has_editions else "") for row in table.documents
    )
    papers = "|".join(re.escape(paper.value) for paper in Paper)
    endings = "|".join(
        (f"-(?:{papers})" if row.on_paper else "") + re.escape(f".{row.name}")
        for row in table.formats
    )
    return re.compile(f"{re.escape(slug)}-(?:{documents})(?:{endings})")
