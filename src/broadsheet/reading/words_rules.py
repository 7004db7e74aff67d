"""The rules about words that an author typed and YAML reads otherwise, or not at all."""

from typing import Final

from broadsheet.findings import Rule, Severity

NOT_READ: Final = Rule(
    code="words-not-read",
    severity=Severity.WARNING,
    what="Words of the file do not reach the lesson: YAML takes them for a comment, a tag or a "
    "name.",
    why="What is typed is what is read. A `#` after a blank begins a comment, `!word` at the "
    "beginning of a value is a tag and `&word` a name, and YAML drops each in silence.",
    bad="title: Who speaks for #MeToo?",
    good='title: "Who speaks for #MeToo?"',
)

COMMENT: Final = Rule(
    code="comment-after-words",
    severity=Severity.ADVICE,
    what="A comment stands right behind words, with a single blank before its `#`.",
    why="It is not printed, and looks as if it were. With two blanks before the `#`, everyone who "
    "reads the file sees that it is meant as a comment.",
    bad="level: Grades 9–10 # or younger",
    good="level: Grades 9–10  # or younger",
)

LINES_JOINED: Final = Rule(
    code="lines-joined",
    severity=Severity.WARNING,
    what="A blank line, or the lines of a list, run together where YAML joins lines.",
    why="In unquoted text, between quotation marks and under `>`, YAML reads the end of a line as "
    "a blank and a single blank line as the end of a line: paragraphs and lists become one.",
    bad="answer: >\n  The first paragraph.\n\n  The second.",
    good="answer: |\n  The first paragraph.\n\n  The second.",
)

NULL: Final = Rule(
    code="null-is-a-word",
    severity=Severity.WARNING,
    what="A value is the word `null` or the sign `~`, which stands for nothing in other programs.",
    why="It is printed as it stands: “null” beside the author's name. Leave the key out, or put "
    "the word in quotation marks where it is meant.",
    bad="author: null",
    good="outlet: The Daily Planet   # and no key `author`",
)

RULES: Final = (NOT_READ, COMMENT, LINES_JOINED, NULL)
