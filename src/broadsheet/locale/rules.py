"""The rules that a locale can break."""

from typing import Final

from broadsheet.findings import Rule, Severity

MISSING: Final = Rule(
    code="locale-phrase-missing",
    severity=Severity.ERROR,
    what="A locale lacks a phrase that the English one has.",
    why="Every word around a lesson must be in its language; a sheet that falls back on English "
    "in one place is not finished, and a screen reader would read that word wrongly.",
    bad="phrases:\n  worksheet: Ficha\n  # nothing for `teacher_notes`",
    good="phrases:\n  worksheet: Ficha\n  teacher_notes: Guia do professor",
)

NEWER: Final = Rule(
    code="locale-phrase-newer",
    severity=Severity.WARNING,
    what="A locale lacks a phrase that came with a newer Broadsheet.",
    why="Sheets are still made, with the English words in that place, until somebody translates "
    "them.",
    bad="phrases:\n  # all that the last Broadsheet had",
    good="phrases:\n  # and the one that is named here",
)

UNKNOWN: Final = Rule(
    code="locale-name-unknown",
    severity=Severity.WARNING,
    what="A locale has a phrase or an edition that nothing prints, or a name that no language has.",
    why="It is most often a slip, and what was meant by it is missing.",
    bad="phrases:\n  work_sheet: Ficha",
    good="phrases:\n  worksheet: Ficha",
)

BRACES: Final = Rule(
    code="locale-braces",
    severity=Severity.ERROR,
    what="A phrase of a locale lacks a name in braces, has another one, or does not close a brace.",
    why="What stands in braces is filled in when a sheet is printed: a number, a letter, a line.",
    bad="line: linha {primeira}",
    good="line: linha {first}",
)

PLURAL: Final = Rule(
    code="locale-plural",
    severity=Severity.ERROR,
    what="A phrase of a locale has a form for numbers that its language has not, or no `other`.",
    why="Languages have one to six of them, which the Unicode CLDR names. `other` serves all "
    "numbers that no other form serves, so it must be there.",
    bad='points: {one: "{n} ponto", few: "{n} pontos"}',
    good='points: {one: "{n} ponto", many: "{n} pontos", other: "{n} pontos"}',
)

FORMS: Final = Rule(
    code="locale-forms-missing",
    severity=Severity.ADVICE,
    what="A phrase of a locale lacks a form that its language has for some numbers.",
    why="The form `other` is printed in its place: “2 points” where the language says it in "
    "another way.",
    bad='points: {one: "{n} бал", other: "{n} бала"}',
    good='points: {one: "{n} бал", few: "{n} бали", many: "{n} балів", other: "{n} бала"}',
)

LETTERS: Final = Rule(
    code="locale-letters",
    severity=Severity.WARNING,
    what="Two lenses of a locale have one letter, or one of them has several.",
    why="The letter stands in a circle, and students write it into the margin.",
    bad="letter_evidence: P\nletter_framing: P",
    good="letter_evidence: P\nletter_framing: E",
)

RULES: Final = (MISSING, NEWER, UNKNOWN, BRACES, PLURAL, FORMS, LETTERS)
