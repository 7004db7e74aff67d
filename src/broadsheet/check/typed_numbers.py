"""Are lines and choices named by hand, where a number or a letter can be wrong?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from broadsheet.check.phrases import own_words
from broadsheet.check.subject import Subject
from broadsheet.check.vocabulary import Naming, naming
from broadsheet.findings import Remark, Rule, Severity, YamlPath
from broadsheet.lesson.question import Question
from broadsheet.locale.look_up import file_for, read_locale
from broadsheet.theme import Theme

LINE_BY_HAND: Final = Rule(
    code="line-by-hand",
    severity=Severity.WARNING,
    what="The number of a line is typed by hand.",
    why="“Line 12” is line 12 for everyone as long as it is worked out: when the excerpt is cut or "
    "mended, every number typed by hand is wrong, and nothing says so.",
    bad="ask: What does line 12 add?",
    good="ask: What does ((@many of whom are neo-Nazi extremists)) add?",
)

NO_SUCH_CHOICE: Final = Rule(
    code="choice-missing",
    severity=Severity.WARNING,
    what="An answer names a letter that none of the question's choices has.",
    why="Choices are lettered as they are printed, from A; after a choice is taken out, a letter "
    "in the key leads nowhere, or to the wrong one.",
    bad="choices: [A report, A judgement]\nanswer: Answer C, since nobody is named.",
    good="choices: [A report, A judgement]\nanswer: Answer B, since nobody is named.",
)

RULES: Final = (LINE_BY_HAND, NO_SUCH_CHOICE)

_OF_OTHERS: Final = ("facts", "references", "glossary")
"""Keys under which the lines of other works may be meant."""
_LETTERS: Final = "ABCDEFGH"
_KEY: Final = re.compile(
    rf"[(*_“\"„«']*(?P<letter>[{_LETTERS}])[)*_”\"“»']*(?:[.,:;)]|\s*$|\s+[—–(]|(?<!E)\s+[a-zà-ÿ])"
)
"""The letter alone, as a key has it: “C.”, “C, because …”, “C is right”.

“E poi” and “E se” begin with a word of Italian and Portuguese.
"""
_TOGETHER: Final = re.compile(
    rf"(?<!\w)[{_LETTERS}](?:(?:\s*[,/]\s*|\s+[&+]\s+|,?\s+[^\W\d_]{{1,3}}\s+)[{_LETTERS}](?![\w’'-]))+"
)
"""Letters side by side: “both A and D”, “B or E”, “A, C, D”."""
_SIGN_OF_NUMBER: Final = r"(?:(?:#|№|[Nn]os?\.?|[Nn]rn?\.?|[Nn]\.?[°ºª]\.?)\s*)?"
"""“no. 12”, “Nr. 12”, “n.º 12”, “n° 12”, “№ 12”, “#12”."""


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each line that is named by its number, and each letter of no choice."""
    known = naming(subject.lesson.language)
    if known is None:
        return
    numbers = _line_numbers(known)
    for value in subject.prose:
        if value.path[0] in _OF_OTHERS:
            continue
        own = own_words(value.text)
        for found in numbers.finditer(own):
            if _last_word(own[max(found.start() - 40, 0) : found.start()]) in known.each:
                continue
            yield Remark(
                LINE_BY_HAND,
                f"“{found[0]}” is a number typed by hand",
                "quote the words that are meant, as ((words)), or as ((@words)) for the number of "
                "their line alone",
                value.path,
                found.span(),
            )
    for asked in subject.lesson.questions.numbered():
        if asked.question.choices:
            yield from _without_choice(asked.question, asked.path, subject, known)


@cache
def _line_numbers(known: Naming) -> re.Pattern[str]:
    """“line 12”, “lines A3–A5”, “line no. 4” and “the 12th line”, as a language writes them."""
    number = r"[AB]?\d{1,4}(?:\s*(?:[-–—～~]|\w{1,3})\s*[AB]?\d{1,4})?"
    forms = []
    if known.lines:
        lead = f"[{known.prefixes}]{{0,2}}" if known.prefixes else ""
        names = rf"{lead}(?:{_one_of(known.lines)})"
        forms.append(
            rf"(?<![\w.]){names}[\s\u00a0\u202f]*{_SIGN_OF_NUMBER}{number}(?![\w%]|[.,]\d)"
        )
        if known.ordinals:
            nth = _one_of(known.ordinals)
            forms.append(rf"(?<!\w)\d{{1,4}}[-\u00a0 ]?(?:{nth})\s+{names}(?!\w)")
    if known.around:
        before, after = map(re.escape, known.around)
        forms.append(rf"{before}\s*{number}\s*{after}")
    return re.compile("|".join(forms))


def _last_word(before: str) -> str:
    """The word that stands right before a place, if one does."""
    found = re.search(r"(\w+)\s+$", before)
    return found[1].casefold() if found else ""


def _one_of(words: tuple[str, ...]) -> str:
    """The words as a pattern, with a small or a capital letter first; “l.” keeps its own."""
    forms = [form for word in words for form in ({word} if word.endswith(".") else _cases(word))]
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))


def _cases(word: str) -> set[str]:
    return {word, word[:1].upper() + word[1:]}


def letters(language: str, theme: Theme) -> tuple[str, ...]:
    """The letters that choices are printed with."""
    file = file_for(language, theme)
    locale = read_locale(file, theme.editions)[0] if file else None
    return tuple((locale and locale.words.letters) or _LETTERS)


def _without_choice(
    question: Question, path: YamlPath, subject: Subject, known: Naming
) -> Iterator[Remark]:
    """Remarks on the letters in a question and its answers that stand for none of its choices."""
    every = letters(subject.lesson.language, subject.limits.theme)
    printed = every[: len(question.choices or ())]
    named = re.compile(
        rf"(?<!\w)(?:{_one_of(known.answers)}):?\s+(?:\w{{1,4}}\s+)?[(*_]*(?P<letter>[^\W\d_])(?![\w’'])"
    )
    for at, text in _answers(question, path):
        own = own_words(text)
        key = _KEY.match(own) if at[len(path)] != "ask" else None
        named_here = dict.fromkeys(
            span
            for found in (*named.finditer(own), *((key,) if key else ()), *_TOGETHER.finditer(own))
            for span in _letters_of(found)
        )
        for start, end in named_here:
            letter = own[start:end]
            if letter in printed or letter not in (*every, *_LETTERS):
                continue
            yield Remark(
                NO_SUCH_CHOICE,
                f"no choice has the letter {letter}: they are {', '.join(printed)}",
                "name one of them, or add the choice",
                at,
                (start, end),
            )


def _letters_of(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where each letter stands in what names one, or several side by side."""
    if found.re is not _TOGETHER:
        yield found.span("letter")
        return
    for letter in re.finditer(rf"(?<!\w)[{_LETTERS}](?!\w)", found[0]):
        yield found.start() + letter.start(), found.start() + letter.end()


def _answers(question: Question, path: YamlPath) -> Iterator[tuple[YamlPath, str]]:
    yield (*path, "ask"), question.ask
    if question.answer:
        for place, text in question.answer.full_marks():
            yield (*path, "answer", *place), text
        for level in ("emerging", "beginning"):
            if text := getattr(question.answer, level):
                yield (*path, "answer", level), text
    for key in ("accept", "reject", "steps"):
        for at, text in enumerate(getattr(question, key)):
            yield (*path, key, at), text
