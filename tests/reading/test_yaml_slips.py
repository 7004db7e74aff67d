"""Ways to break a lesson: the line that is blamed, and the gist of what is said.

Each row changes words of a good lesson; `‸` marks the line on which the slip is to be found.
"""

from __future__ import annotations

import json

import pytest
from tests.conftest import Errors, Load

from broadsheet.reading.document import plain

TITLE = "title: Who pays for the bridge?"
SUMMARY = "summary: Students tell what an editorial reports from what it urges."
GOAL = "  - I can tell a report from a demand."
ASK = "    - ask: What does ((so-called)) do?"
ANSWER = "      answer: It casts doubt on the experts."
LEVEL = "level: Grades 9–10"

SLIPS = [
    # Blanks that are none.
    (LEVEL, "‸level:\u00a0Grades 9–10", "a no-break blank (U+00A0) stands after the colon"),
    ("  outlet:", "‸ \u00a0outlet:", "a no-break blank (U+00A0) stands in the indent"),
    ("  outlet:", "‸\u00a0\u00a0outlet:", "a no-break blank (U+00A0) stands in the indent"),
    (ANSWER, f"‸   \u2003  {ANSWER[6:]}", "em blank (U+2003) stands in the indent"),
    (ANSWER, f"‸   \u3000  {ANSWER[6:]}", "full-width blank (U+3000) stands in the indent"),
    (ASK, "    -\u00a0‸ask: What does ((so-called)) do?", "(U+00A0) stands after the dash"),
    ("  genre:", "‸  genre:\u202f", "narrow no-break blank (U+202F)"),
    (LEVEL, "‸\ufefflevel: Grades 9–10", "byte-order mark (U+FEFF)"),
    (GOAL, "‸\t- I can tell a report from a demand.", "a tab stands in the indent"),
    (ANSWER, "‸\t    answer: It casts doubt.", "a tab stands in the indent"),
    (ASK, "‸    -\task: What does ((so-called)) do?", "a tab stands in the indent"),
    # Comments that were none.
    (LEVEL, f"‸topics: [song #3, books]\n{LEVEL}", "a `#` after a blank begins a comment"),
    (LEVEL, f"‸topics: [C and F #, books (set # 2)]\n{LEVEL}", "a `#` after a blank begins a"),
    # Colons.
    (TITLE, "‸title: The bridge: who pays?", "a colon followed by a blank"),
    (TITLE, "‸title: Le pont : qui paie ?", "a colon followed by a blank"),
    (TITLE, "‸title: “The bridge: who pays?”", "“ is no quotation mark to YAML"),
    (TITLE, "‸title: „Die Brücke: wer zahlt?“", "„ is no quotation mark to YAML"),
    (TITLE, "‸title: « Le pont : qui paie ? »", "« is no quotation mark to YAML"),
    (LEVEL, "‸level： Grades 9–10", "fullwidth colon (U+FF1A) stands after this key"),
    ("  outlet:", "‸  outlet：", "fullwidth colon (U+FF1A) stands after this key"),
    ("broadsheet: 1", "‸broadsheet： 1", "fullwidth colon (U+FF1A) stands after this key"),
    (LEVEL, "‸level:Grades 9–10", "no blank follows the colon"),
    (LEVEL, "‸level Grades 9–10", "neither a key with a value"),
    ("broadsheet: 1", "‸broadsheet 1", "neither a key with a value"),
    (LEVEL, "‸level = Grades 9–10", "`=` stands here where YAML has a colon"),
    # Quotation marks.
    (TITLE, '‸title: "Who pays for the bridge?', "has no partner"),
    (TITLE, "‸title: 'Who pays for the bridge?", "has no partner"),
    (TITLE, "‸title: 'The town's bridge'", "an apostrophe between '…' is written twice"),
    (TITLE, '‸title: "Who pays?" he asked', "put ' around the whole value"),
    (TITLE, '‸title: "Who pays?”', "the mark that should close it is ”"),
    (TITLE, '‸title: "Who pays?",', "remove the , at the end"),
    (TITLE, '‸title: """Who pays?"""', 'YAML has no """'),
    (TITLE, '‸title: "C:\\pays"', "a backslash in double quotation marks"),
    (TITLE, '‸title: "Who \\ud83d pays?"', "`\\ud83d` is half of a character"),
    # Signs of YAML's own.
    (ANSWER, "‸      answer: [@minutes-1924] says so.", "begins with a citation"),
    (ANSWER, "‸      answer: [@minutes-1924]", "begins with a citation"),
    (GOAL, "‸  - [@a; @b] say so.", "begins with a citation"),
    (GOAL, "‸  - [I] can tell a report.", "text goes on after the bracket"),
    (GOAL, "‸  - {I} can tell a report.", "text goes on after the bracket"),
    (GOAL, "‸  - [I can tell a report.", "is not closed"),
    (GOAL, "‸  - @who can tell", "begins with `@`"),
    (GOAL, "‸  - `who` can tell", "begins with `` ` ``"),
    (GOAL, "‸  - %20 of it", "begins with `%`"),
    (TITLE, "‸title: **Who** pays?", "**bold** may begin only those"),
    (TITLE, "‸title: *Who* pays?", "**bold** may begin only those"),
    (TITLE, "‸title: & who pays?", "begins with `&`"),
    (TITLE, "‸title: | who pays?", "end the line after the `|`"),
    (TITLE, "‸title: > who pays?", "a quotation that begins with `>`"),
    (TITLE, "‸title: - who pays?", "begins with `-`"),
    ("broadsheet: 1", "‸%lesson\nbroadsheet: 1", "a command to YAML"),
    # Lines and blocks.
    ("    [T]he", "‸  [T]he", "to the left of the first line of its text, which begins on line 20"),
    ("    The council voted", "‸  The council voted", "has to be indented"),
    (
        "    council wait",
        "  ‸# a note of mine\n    council wait",
        "this comment stands to the left of the text around it",
    ),
    (GOAL, "  - I can tell\n‸  -I can say", "no blank follows the `-`"),
    (GOAL, "  - I can tell\n‸  • I can say", "`•` does not begin a list's item"),
    (GOAL, "  - I can tell\n‸  – I can say", "`–` does not begin a list's item"),
    (LEVEL, "‸ level: Grades 9–10", "the indent of this line"),
    ("  genre: editorial", "‸   genre: editorial", "the indent of this line"),
    (SUMMARY, "summary: Why does ‸#MeToo\n  matter?", "begins a comment, so the text ends here"),
    (LEVEL, "‸---\nlevel: Grades 9–10", "a second document begins here"),
    (LEVEL, "‸...\nlevel: Grades 9–10", "`...` at the beginning of a line"),
    ("broadsheet: 1", "‸```yaml\nbroadsheet: 1", "belongs to Markdown"),
    (LEVEL, "‸<<<<<<< HEAD\nlevel: Grades 9–10", "Git's mark of two versions"),
    ("  title: The Bridge", "‸  title: }The Bridge", "begins with `}`"),
    (LEVEL, "‸level: : Grades", "begins with `:`"),
    ("source:\n", "source: The paper\n‸", "`source` above has a value already"),
    # What YAML reads, and the format does not.
    ("      facts: [minutes-1924]", "‸      facts: minutes-1924", "as `[one, two]`"),
    ("minutes: 45", "‸minutes: 45 min", "write the number alone"),
    (LEVEL, "‸\u200blevel: Grades 9–10", "a zero width blank (U+200B) stands in it"),
    ("  outlet:", "‸  \u00a0outlet :", "a no-break blank (U+00A0) stands in it"),
    (LEVEL, "‸“level”: Grades 9–10", "did you mean `level`?"),
    (GOAL, "‸  -I can tell\n  -I can say", "an ordinary hyphen and a blank"),
    (GOAL, "‸  –\u00a0I can tell", "an ordinary hyphen and a blank"),
    (GOAL, "‸  - #MeToo", "what follows `#` is a comment"),
    (TITLE, "‸title: #MeToo", "what follows `#` is a comment"),
    ("  genre:", "‸  <<: {a: b}\n  genre:", "can't be merged in"),
]


@pytest.mark.parametrize(("old", "new", "gist"), SLIPS, ids=[row[1][:40] for row in SLIPS])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_a_broken_lesson_blames_the_line_at_fault_and_says_what_to_do(
    errors: Errors, clean_lesson: str, old: str, new: str, gist: str, end: str
) -> None:
    assert clean_lesson.count(old) == 1
    text = clean_lesson.replace(old, new)
    line = text[: text.index("‸")].count("\n") + 1
    (finding,) = errors(text.replace("‸", "").replace("\n", end).encode())

    assert gist in f"{finding.message} {finding.hint}"
    assert finding.place is not None
    assert finding.place.line == line


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (LEVEL, "level : Grades 9–10"),
        (LEVEL, "level:\tGrades 9–10"),
        (LEVEL, "“level”: Grades 9–10"[1:6] + ": Grades 9–10"),
        (TITLE, "title: “Who pays?”"),
        (TITLE, "title: ((Who)) pays?"),
        (TITLE, "title: Who\u00a0pays?"),
        (TITLE, "title: who:pays"),
    ],
)
def test_what_only_comes_near_a_slip_is_read(
    errors: Errors, clean_lesson: str, old: str, new: str
) -> None:
    assert errors(clean_lesson.replace(old, new)) == ()


@pytest.mark.parametrize("indent", [None, 2, "\t"])
@pytest.mark.parametrize("plain_ascii", [True, False])
def test_a_lesson_written_by_a_json_writer_is_the_same_lesson(
    load_lesson: Load, clean_lesson: str, indent: int | str | None, plain_ascii: bool
) -> None:
    document = load_lesson(clean_lesson.replace("Who pays", "Who 🌉 “pays” / is paid")).document
    assert document is not None
    written = json.dumps(plain(document.root), indent=indent, ensure_ascii=plain_ascii)
    again = load_lesson(written.replace("/", "\\/"))

    assert again.lesson is not None, again.findings
    assert again.lesson.title == "Who 🌉 “pays” / is paid for the bridge?"
