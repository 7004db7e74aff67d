"""What there is to say of a file of Word's that comes back."""

from typing import Final

from broadsheet.findings import Rule, Severity

NOT_READ: Final = Rule(
    code="not-a-word-file",
    severity=Severity.ERROR,
    what="A file can't be read as Word's: it is something else, broken, locked or far too large.",
    why="A file may come from anyone. It is read as data, within limits, and nothing in it is run.",
    bad="broadsheet check worksheet.doc",
    good="broadsheet check worksheet.docx",
)

NO_LESSON: Final = Rule(
    code="word-lesson-missing",
    severity=Severity.ERROR,
    what="The lesson that a Word file was made from is not there, or has errors of its own.",
    why="A quotation can only be proved against the lesson, and the lesson against its source.",
    bad="broadsheet check worksheet.docx",
    good="broadsheet check worksheet.docx --lesson lessons/my-lesson.yaml",
)

EXCERPT: Final = Rule(
    code="word-excerpt-changed",
    severity=Severity.ERROR,
    what="A line of the text in a Word file is no longer what its source says.",
    why="Nothing is misquoted: a class that reads other words than were published argues with "
    "nobody. A cut that is not marked, and not counted, is a changed text too.",
    bad="(line 12, with a word set right in Word)",
    good="(the words as they were published; a cut made in the lesson, which marks and counts it)",
)

QUOTATION: Final = Rule(
    code="word-quotation-changed",
    severity=Severity.ERROR,
    what="Words that a Word file quotes from the text do not stand in it.",
    why="A question that quotes what nobody wrote sends a class to look for it.",
    bad="What does “so-called expert” do?  (where the text has “so-called experts”)",
    good="What does “so-called experts” do?",
)

UNPROVED: Final = Rule(
    code="word-quotation-unproved",
    severity=Severity.WARNING,
    what="Words were put in quotation marks in Word, and they do not stand in the text.",
    why="They may quote something else, such as a pupil; if they quote the text, they misquote it.",
    bad="What does “the ferrymen were asked” do?",
    good="What does “the ferrymen were not asked” do?",
)

WORDS: Final = Rule(
    code="word-words-changed",
    severity=Severity.ADVICE,
    what="Words of ours were changed, added or taken out in a Word file.",
    why="That is what the file is for. What is better now belongs in the lesson, where the next "
    "build has it too.",
    bad="(a question asked better, in one class's file)",
    good="(the same question in the lesson)",
)

AS_DATA: Final = Rule(
    code="word-read-as-data",
    severity=Severity.ADVICE,
    what="A Word file holds tracked changes, comments, macros or links to other files.",
    why="Changes were read as accepted, and comments were not read. No macro was run and nothing "
    "was fetched: you may want to know that they are there before you hand the file on.",
    bad="(a file with three changes that nobody has accepted)",
    good="(Review › Accept all changes)",
)

RULES: Final = (NOT_READ, NO_LESSON, EXCERPT, QUOTATION, UNPROVED, WORDS, AS_DATA)
