"""The rules that making a document can break, after its lesson was found good."""

from typing import Final

from broadsheet.findings import Rule, Severity

NOT_WRITTEN: Final = Rule(
    code="not-written",
    severity=Severity.ERROR,
    what="A document was made but could not be written.",
    why="The folder may be read-only or the disk full. Whatever stood there before still does.",
    bad="broadsheet build lessons --output /read-only",
    good="broadsheet build lessons --output ~/worksheets",
)

NOT_RENDERED: Final = Rule(
    code="not-rendered",
    severity=Severity.ERROR,
    what="A document could not be laid out.",
    why="It took too long or too much memory, or the theme has a fault. The earlier file stays.",
    bad="(a table of thousands of rows)",
    good="(the rows that a class can read)",
)

RULES: Final = (NOT_WRITTEN, NOT_RENDERED)
