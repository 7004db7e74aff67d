"""What an author typed and YAML does not read: words after a `#`, the ends of lines.

YAML is right each time, and the author doesn't know. Nothing is an error here: a comment may be
meant, so what is no comment by its look is warned of, and the rest is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pydantic import BaseModel

from broadsheet.findings import Finding, Rule
from broadsheet.reading.document import Document, Span
from broadsheet.reading.words_at import Words, words_at
from broadsheet.reading.words_rules import COMMENT, LINES_JOINED, NOT_READ, NULL

_COMMENT: Final = re.compile(r"(?P<blanks>[ \t]+)(?P<comment>#(?P<text>[^\n]*[^\s])?)[^\S\n]*")
_LINE_BELOW: Final = re.compile(r"[^\n]*\n(?P<indent> *)(?P<comment>#\w[^\n]*\S|#\w)")
_GAP: Final = re.compile(r"\S[^\S\n]*\n[^\S\n]*\n[^\S\n]*(?=\S)")
_ITEM: Final = re.compile(r"(?:^|\n)[^\S\n]*(?:[-*+•]|\d{1,2}[.)])[^\S\n]+\S[^\n]*")
_CONTROL: Final = re.compile(r"[\x00-\t\x0b-\x1f\x7f]")
_WHOLE: Final = re.compile(r"[.?!…:;。？！؟]['\"”’»)\]*_]*$")
_IN_A_NUMBER: Final = re.compile(
    # “24,000 dollars” and “3,5 Prozent”; “$24,000” and “about 24,000”
    r"(?<!\d)\d{1,3},(?=\d{1,3}\b[^\n\],]*[^\W\d])"
    r"|(?:[$£€¥]\s?|[^\W\d_]\s)\d{1,3},(?=\d{3}\b)"
)
_NULLS: Final = ("null", "Null", "NULL", "~")
_QUOTE_IT: Final = (
    'put the whole value in quotation marks ("…"), or on lines of its own under `key: |`'
)


def lost_words(document: Document, model: type[BaseModel]) -> list[Finding]:
    """What a document's author typed as words of `model`, and YAML does not read as such."""
    found: dict[Finding, None] = {}
    for words in words_at(document.root, model):
        style = words.scalar.style
        if style == "":
            found.update(dict.fromkeys(_after_hash(document, words)))
        if style != "|" and words.has_paragraphs:
            found.update(dict.fromkeys(_joined(document, words)))
        found.update(dict.fromkeys(_changed(document, words)))
    return list(found)


def _after_hash(document: Document, words: Words) -> Iterator[Finding]:
    text, end = document.text, words.scalar.span.end
    comment = _COMMENT.match(text, end)
    if comment and comment["text"]:
        span = Span(comment.start("comment"), comment.end("comment"))
        said = comment["comment"]
        if _goes_on(words, comment["blanks"], said):
            yield _comment(document, said, span, words)
        elif comment["blanks"] == " ":
            yield _finding(
                document,
                COMMENT,
                f"“{_short(said)}” is a comment, and is not printed",
                "put two blanks before the `#`, or the whole value in quotation marks",
                span,
                words,
            )
    below = _LINE_BELOW.match(text, end)
    line = text.rfind("\n", 0, words.scalar.span.start) + 1
    indent = len(text[line:]) - len(text[line:].lstrip(" "))
    if below and len(below["indent"]) > indent:
        yield _comment(document, below["comment"], Span(*below.span("comment")), words)


def _goes_on(words: Words, blanks: str, comment: str) -> bool:
    """Tell whether a comment looks as if the words before it went on.

    A comment has two blanks before its `#`, and one after; a value that it follows is whole.
    """
    if re.match(r"#\w", comment):
        return True
    if blanks != " ":
        return False
    if _WHOLE.search(words.scalar.text):
        return False
    return words.has_paragraphs or bool(re.match(r"#\s+\d", comment) or _WHOLE.search(comment))


def _comment(document: Document, said: str, span: Span, words: Words) -> Finding:
    return _finding(
        document,
        NOT_READ,
        f"“{_short(said)}” is a comment to YAML, and is not read",
        f"{_QUOTE_IT}; where a comment is meant, put two blanks before its `#` and one after",
        span,
        words,
    )


def _joined(document: Document, words: Words) -> Iterator[Finding]:
    span, style = words.scalar.span, words.scalar.style
    written = document.text[span.start : span.end].rstrip("'\" \n")
    how = {">": "under `>`", "": "in unquoted text"}.get(style, "between quotation marks")
    gap = _GAP.search(written)
    if gap and len(_GAP.findall(written)) > words.scalar.text.strip().count("\n\n"):
        at = span.start + gap.start()
        yield _finding(
            document,
            LINES_JOINED,
            f"the blank line below this parts no paragraphs {how}",
            "put the value on lines of its own under `key: |`",
            Span(document.text.rfind("\n", 0, at) + 1, at + 1),
            words,
        )
    body = written.split("\n", 1)[1] if style == ">" and "\n" in written else written
    items = list(_ITEM.finditer(body))
    if len(items) > 1 and not _ITEM.search(words.scalar.text, 1):
        at = span.start + len(written) - len(body) + items[0].start()
        at += len(items[0][0]) - len(items[0][0].lstrip())
        yield _finding(
            document,
            LINES_JOINED,
            f"the lines of this list run together {how}",
            "put the value on lines of its own under `key: |`",
            Span(at, at + len(items[0][0].strip())),
            words,
        )


def _changed(document: Document, words: Words) -> Iterator[Finding]:
    scalar = words.scalar
    if scalar.style == "" and scalar.text in _NULLS:
        yield _finding(
            document,
            NULL,
            f"`{scalar.text}` would be printed as it stands",
            "leave the key out; if the word is meant, put it in quotation marks",
            scalar.span,
            words,
        )
    comma = scalar.span.start - 1
    starts = range(max(comma - 5, 0), comma)
    if scalar.style == "" and any(
        found.end() == comma + 1
        for at in starts
        if (found := _IN_A_NUMBER.match(document.text, at))
    ):
        yield _finding(
            document,
            NOT_READ,
            "this comma parts the list in the midst of a number, and is not read",
            "put the words in quotation marks",
            Span(comma, comma + 1),
            words,
        )
    for control in _CONTROL.finditer(scalar.text) if scalar.style == '"' else ():
        span = document.within(scalar, *control.span())
        if control[0] == "\t" and document.text[span.start] != "\\":
            continue  # typed as it is, and printed as a blank
        yield _finding(
            document,
            NOT_READ,
            f"`{document.text[span.start : span.start + 2]}` is a character that can't be seen "
            f"(U+{ord(control[0]):04X})",
            "write the backslash twice, or use single quotation marks",
            span,
            words,
        )
        return


def _finding(
    document: Document, rule: Rule, message: str, hint: str, span: Span, words: Words
) -> Finding:
    return Finding(rule, message, hint, document.file, document.place(span), words.path)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
