"""What is to be said of changes: which of them touch the words of a source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from broadsheet.edited.comparing import Change
from broadsheet.edited.reading import WordFile
from broadsheet.edited.rules import AS_DATA, EXCERPT, QUOTATION, UNPROVED, WORDS
from broadsheet.edited.words import Part
from broadsheet.excerpt.numbered import NumberedExcerpt
from broadsheet.findings import Finding
from broadsheet.text.tokens import tokens

_MOST: Final = 50
"""Most changes of our own words that are told one by one."""
_SHOWN: Final = 160
"""Letters of a change that are told."""
_IN_MARKS: Final = re.compile(r"[“„«「『]([^“”„«»「」『』]{3,300})[”“»」』]|\"([^\"]{3,300})\"")
_MARKS: Final = " \u00a0“”„«»‹›「」『』\"'‘’"


def judged(
    file: Path,
    edited: WordFile,
    changed: Sequence[Change],
    excerpts: Mapping[str, NumberedExcerpt],
    made: WordFile,
) -> Iterator[Finding]:
    """Yield what there is to say of a file, of the words of the source first."""
    ours: list[Change] = []
    for change in changed:
        if change.where.part is Part.EXCERPT:
            yield _of_excerpt(file, change)
        elif change.where.part is Part.QUOTATION and not _stands(change.now, excerpts):
            yield _of_quotation(file, change)
        else:
            ours.append(change)
    yield from _unproved(file, ours, edited, excerpts, made)
    for change in ours[:_MOST]:
        yield Finding(WORDS, _told(change), "what is better now belongs in the lesson", file)
    if len(ours) > _MOST:
        more = f"{len(ours) - _MOST} more changes of words that are not the source's"
        yield Finding(WORDS, more, "what is better now belongs in the lesson", file)


def as_data(file: Path, edited: WordFile) -> Iterator[Finding]:
    """Yield what a reader should know of how a file was read."""
    if edited.tracked:
        said = f"{_many(edited.tracked, 'tracked change')} read as accepted"
        yield Finding(AS_DATA, said, "accept or reject them in Word: Review › Changes", file)
    if edited.comments:
        said = f"{_many(edited.comments, 'comment')} not read"
        yield Finding(AS_DATA, said, "delete them before you hand the file to a class", file)
    if edited.has_macros:
        said = "there are macros in it; none was run"
        yield Finding(AS_DATA, said, "no file of ours has any: ask who put them there", file)
    if edited.outside:
        said = f"{_many(edited.outside, 'part')} would come from elsewhere; nothing was fetched"
        yield Finding(AS_DATA, said, "no file of ours reads another: ask who changed that", file)


def _of_excerpt(file: Path, change: Change) -> Finding:
    where = change.where.named
    if not change.before:
        message = f"{where}: “{_short(change.now)}” was added, and the source does not say it"
    elif not change.now:
        message = f"{where}: “{_short(change.before)}” was taken out of what the source says"
    else:
        message = f"{where}: “{_short(change.now)}” is no longer what the source says"
    hint = "take it out"
    if change.before:
        hint = f"the source says “{_short(change.before)}”; a cut is made in the lesson, and marked"
    return Finding(EXCERPT, message, hint, file)


def _of_quotation(file: Path, change: Change) -> Finding:
    now = change.now.strip(_MARKS)
    if not now:
        message = f"{change.where.named}: the quotation {change.before} is gone"
        return Finding(WORDS, message, "what is better now belongs in the lesson", file)
    message = f"{change.where.named}: “{_short(now)}” is not in the text"
    hint = f"it was {_short(change.before)}"
    return Finding(QUOTATION, message, hint, file)


def _unproved(
    file: Path,
    changed: Sequence[Change],
    edited: WordFile,
    excerpts: Mapping[str, NumberedExcerpt],
    made: WordFile,
) -> Iterator[Finding]:
    """Yield what somebody has put in quotation marks and no text says."""
    before = _words("\n".join(each.text for each in made.paragraphs))
    new = [_words(change.now) for change in changed if change.now]
    for paragraph in edited.paragraphs:
        for found in _IN_MARKS.finditer(paragraph.text):
            words = found[1] or found[2]
            sought = _words(words)
            if len(sought.split()) < 2 or sought in before or _stands(words, excerpts):
                continue
            if any(each in sought or sought in each for each in new):
                said = f"“{_short(words)}” stands in quotation marks, and not in the text"
                hint = "quote the text word for word, or leave out the marks"
                yield Finding(UNPROVED, said, hint, file)


def _words(text: str) -> str:
    return f" {' '.join(token.text for token in tokens(text) if token.is_word)} "


def _stands(quoted: str, excerpts: Mapping[str, NumberedExcerpt]) -> bool:
    """Tell whether a text says what is quoted, on both sides of what is left out."""
    parts = [part.strip(_MARKS) for part in quoted.strip(_MARKS).split("…")]
    told = [part for part in parts if part]
    return bool(told) and all(
        any(excerpt.occurrences(part) for excerpt in excerpts.values()) for part in told
    )


def _told(change: Change) -> str:
    where, before, now = change.where.named, _short(change.before), _short(change.now)
    if not before:
        return f"{where}: “{now}” was added"
    if not now:
        return f"{where}: “{before}” was taken out"
    return f"{where}: “{before}” is now “{now}”"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun} was" if count == 1 else f"{count} {noun}s were"


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
