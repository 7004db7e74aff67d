"""The rules that making a document can break, after its lesson was found good."""

from typing import Final

from broadsheet.findings import Rule, Severity

FAULT_OF_OURS: Final = "this is a fault of Broadsheet, please report it"
"""Said of an error that nobody has thought of, with what Python says of it."""

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

THEME_FAULT: Final = Rule(
    code="theme-fault",
    severity=Severity.ERROR,
    what="A template or style sheet of the theme has a fault.",
    why="A school's own theme is code, and code has slips; documents made before still stand.",
    bad="{% if goals %} … {% endfor %}",
    good="{% if goals %} … {% endif %}",
)

TOO_MANY_SIDES: Final = Rule(
    code="too-many-sides",
    severity=Severity.WARNING,
    what="A worksheet takes more sides than its edition allows: four, or one for the core edition.",
    why="Two sheets, printed on both sides, are what a class gets through in an hour and a copier "
    "in a break.",
    bad="(eight questions with five ruled lines each)",
    good="(seven questions, and lines that fit the model answers)",
)

OFF_THE_PAGE: Final = Rule(
    code="off-the-page",
    severity=Severity.WARNING,
    what="Something on a page can't be read: it runs off the paper, into the foot or over others.",
    why="A copier loses what stands within 12 mm of an edge, and words on words are lost to all. "
    "Type and paper decide it, so only a build can see it.",
    bad="(a word of 300 letters that may not be broken, in 24 pt)",
    good="(the same with soft hyphens or blanks)",
)

RULES: Final = (NOT_WRITTEN, NOT_RENDERED, THEME_FAULT, TOO_MANY_SIDES, OFF_THE_PAGE)
