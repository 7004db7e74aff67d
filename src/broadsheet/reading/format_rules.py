"""The rules that a document can break as a lesson: its keys and the kinds of their values."""

from typing import Final

from broadsheet.findings import Rule, Severity

UNKNOWN_KEY: Final = Rule(
    code="unknown-key",
    severity=Severity.ERROR,
    what="A key that the format does not know.",
    why="A misspelt key would otherwise be passed over in silence, with everything under it.",
    bad="tittle: Where does the report end?",
    good="title: Where does the report end?",
)

MISSING_KEY: Final = Rule(
    code="missing-key",
    severity=Severity.ERROR,
    what="A key that every lesson needs is not there.",
    why="Worksheet and notes have a place for it that would stay empty.",
    bad="source:\n  title: Phase 2 Begins",
    good="source:\n  title: Phase 2 Begins\n  outlet: voxday.net   # and the others",
)

EMPTY_VALUE: Final = Rule(
    code="empty-value",
    severity=Severity.ERROR,
    what="A key has nothing after its colon.",
    why="An empty value is nearly always one forgotten; an optional key is better left out.",
    bad="summary:",
    good="summary: Students tell reporting from judging.",
)

WRONG_KIND: Final = Rule(
    code="wrong-kind",
    severity=Severity.ERROR,
    what="A value is not of the kind that its key takes.",
    why="A list where words are wanted, or words where a number is wanted, cannot be printed.",
    bad="minutes: fifty",
    good="minutes: 50",
)

BAD_DATE: Final = Rule(
    code="bad-date",
    severity=Severity.ERROR,
    what="A date that does not exist, or is written in another form.",
    why="What a piece left out is told from what came later by dates, so they must be exact.",
    bad="published: 2022-02-30",
    good="published: 2022-02-28   # or 2022-02, or 2022",
)

TWO_ROOMS: Final = Rule(
    code="two-rooms",
    severity=Severity.ERROR,
    what="A question offers more than one kind of room for its answer.",
    why="A student must see at once where to write. Only `choices` and `scale` may add `space`, "
    "for the reason.",
    bad="- ask: Who says so?\n  space: 3 lines\n  box: 5 cm",
    good="- ask: Who says so?\n  space: 3 lines",
)

RULES: Final = (UNKNOWN_KEY, MISSING_KEY, EMPTY_VALUE, WRONG_KIND, BAD_DATE, TWO_ROOMS)
