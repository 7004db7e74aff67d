"""The rules that reading a file can break, before it is known to be a lesson."""

from typing import Final

from broadsheet.findings import Rule, Severity

UNREADABLE: Final = Rule(
    code="unreadable-file",
    severity=Severity.ERROR,
    what="The file could not be read, is empty, is too large, or is not text in UTF-8.",
    why="A lesson is a text file of at most 1 MiB, in UTF-8, so that every script can be typed "
    "and nobody's editor has to guess.",
    bad="(a lesson saved as Latin-1, or an empty file)",
    good="(the same saved as UTF-8: in VS Code, click the encoding at the foot of the window)",
)

SYNTAX: Final = Rule(
    code="yaml-syntax",
    severity=Severity.ERROR,
    what="The file is not well-formed YAML at this place.",
    why="YAML shows structure by indents, colons and quotation marks; one slip hides what follows.",
    bad="title: Reading opinion: a first lesson",
    good='title: "Reading opinion: a first lesson"',
)

DUPLICATE_KEY: Final = Rule(
    code="duplicate-key",
    severity=Severity.ERROR,
    what="A key stands twice in one mapping.",
    why="YAML would keep one of the two in silence, and what you wrote under the other is lost.",
    bad="minutes: 50\nminutes: 45",
    good="minutes: 45",
)

ALIASES: Final = Rule(
    code="yaml-too-large",
    severity=Severity.ERROR,
    what="Aliases or nesting make the document larger or deeper than any lesson is.",
    why="A few lines of nested aliases can fill a machine's memory; a lesson is data and may "
    "come from a stranger.",
    bad="a: &a [x, x]\nb: [*a, *a]\nc: [*b, *b]   # and so on",
    good="(values written out, or a few aliases)",
)

NOT_A_MAPPING: Final = Rule(
    code="not-a-lesson",
    severity=Severity.ERROR,
    what="The file's top level is not keys with values.",
    why="A lesson is a mapping: `title:`, `source:`, `questions:` and so on.",
    bad="- title: A list at the top",
    good="title: Keys at the top",
)

RULES: Final = (UNREADABLE, SYNTAX, DUPLICATE_KEY, ALIASES, NOT_A_MAPPING)
