"""Is a locale complete, and will each of its phrases fill in?

It is held against the English one, which is the list of what is printed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from string import Formatter
from typing import Final

from broadsheet.findings import Remark, YamlPath
from broadsheet.locale import rules
from broadsheet.locale.model import Phrase
from broadsheet.locale.saying import FORMS, OTHER
from broadsheet.reading.faults import kind_of
from broadsheet.reading.format_rules import WRONG_KIND
from broadsheet.reading.spelling import meant
from broadsheet.text.graphemes import joined_at

NUMBER: Final = "n"
"""The name of the number that chooses a plural form."""
COUNTED: Final = frozenset(
    {
        *("shows_words", "shows_unknown", "shows_characters", "shows_unknown_characters"),
        *("depth", "questions_named", "right_choice"),
    }
)
"""Phrases that are given a number without saying it in English."""


def remarks_on(
    phrases: Mapping[str, object],
    english: Mapping[str, Phrase],
    language: str,
    newer: Collection[str] = (),
) -> Iterator[Remark]:
    """Yield what is wrong with the phrases of a locale.

    `newer` names the phrases that a file made for an earlier Broadsheet may lack.
    """
    for name in [name for name in english if name not in phrases]:
        words = english[name]
        shown = words if isinstance(words, str) else words.get(OTHER, "")
        yield Remark(
            rules.NEWER if name in newer else rules.MISSING,
            f"the phrase `{name}` is missing",
            f"add `{name}: …` with your words for “{shown}”",
            ("phrases",),
            at_key=True,
        )
    yield from _on_phrases("phrases", phrases, english, language)
    yield from _on_letters("phrases", phrases)


def remarks_on_young(
    young: Mapping[str, object],
    phrases: Mapping[str, object],
    english: Mapping[str, Phrase],
    language: str,
) -> Iterator[Remark]:
    """Yield what is wrong with the plainer words that a locale has for some of its phrases."""
    yield from _on_phrases("young", young, english, language)
    for remark in _on_letters("young", {**phrases, **young}):
        if remark.path[-1] in young:
            yield remark


def _on_phrases(
    under: str, phrases: Mapping[str, object], english: Mapping[str, Phrase], language: str
) -> Iterator[Remark]:
    for name, phrase in phrases.items():
        if name not in english:
            yield unknown(name, english, (under, name), "phrase")
        elif phrase is not None:  # an empty value is told by whoever typed the file
            yield from _on_phrase((under, name), phrase, english[name], language)


def unknown(name: str, known: Collection[str], path: YamlPath, kind: str) -> Remark:
    """Say that a name is none of those known, and which may be meant."""
    near = meant(name, known)
    return Remark(
        rules.UNKNOWN,
        f"there is no {kind} `{name}`",
        near.question
        or (
            "take it out; en.yaml has those there are"
            if kind == "phrase"
            else f"there are {', '.join(sorted(known))}"
        ),
        path,
        at_key=True,
        near_match=near.one,
    )


def braces(words: str) -> frozenset[str]:
    """The names in the braces of a phrase. Raises ValueError, with a reason, where it has a slip.

    A name stands by itself: what a format could do besides, such as `{first.imag}`, it may not.
    """
    names = set()
    try:
        parts = list(Formatter().parse(words))
    except ValueError:
        raise ValueError("a brace is opened and not closed, or closed and not opened") from None
    for _, name, form, conversion in parts:
        if name is None:
            continue
        if not name.isidentifier() or form or conversion:
            raise ValueError(f"`{{{name}}}` is not a name alone between braces")
        names.add(name)
    return frozenset(names)


def _on_phrase(
    path: tuple[str, str], phrase: object, english: Phrase, language: str
) -> Iterator[Remark]:
    name = path[-1]
    wanted = _names_in(english)
    if isinstance(phrase, str):
        yield from _on_words(phrase, wanted, wanted, path)
        return
    if isinstance(phrase, dict) and not phrase.keys() & set(FORMS):
        yield Remark(
            WRONG_KIND,
            f"`{name}` takes words, not keys with values",
            'text that holds a colon and a blank needs quotation marks ("…")',
            path,
        )
    elif not isinstance(phrase, dict):
        yield Remark(WRONG_KIND, f"`{name}` takes words, not {kind_of(phrase)}", "", path)
    elif NUMBER in wanted or name in COUNTED:
        yield from _on_forms(phrase, wanted, path, language)
    else:
        yield Remark(
            rules.PLURAL,
            f"`{name}` is said without a number, so it has one form",
            "write its words after the colon",
            path,
        )


def _names_in(english: Phrase) -> frozenset[str]:
    """The names that English fills in; none where the English words have a slip themselves."""
    words = english.get(OTHER) if isinstance(english, dict) else english
    try:
        return braces(words) if isinstance(words, str) else frozenset()
    except ValueError:
        return frozenset()


def _on_forms(
    forms: Mapping[str, object], wanted: frozenset[str], path: YamlPath, language: str
) -> Iterator[Remark]:
    needed, of_language = _forms_of(language)
    hint = f"its forms are {', '.join(f'`{form}`' for form in FORMS if form in of_language)}"
    lacking = [f"`{form}`" for form in FORMS if form in needed - forms.keys()]
    if lacking:
        message = f"`{path[-1]}` lacks the form {' and '.join(lacking)}"
        yield Remark(rules.FORMS if OTHER in forms else rules.PLURAL, message, hint, path)
    for form, words in forms.items():
        at = (*path, form)
        if form not in of_language:
            message = f"`{language}` has no form `{form}`"
            yield Remark(rules.PLURAL, message, hint, at, at_key=True)
        elif not isinstance(words, str):
            if words is not None:
                message = f"`{form}` takes words, not {kind_of(words)}"
                yield Remark(WRONG_KIND, message, "", at)
        else:  # “one minute” may be said without a figure
            least = wanted if form == OTHER else wanted - {NUMBER}
            yield from _on_words(words, least, wanted | {NUMBER}, at)


def _forms_of(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The forms that a language needs and may have; English has two."""
    if language == "en":
        return frozenset({"one", OTHER}), frozenset({"one", OTHER})
    # Most lessons are in English, and a check can do without what knows other languages.
    from broadsheet.locale.regional import plural_forms

    return plural_forms(language)


def _on_words(
    words: str, least: frozenset[str], most: frozenset[str], path: YamlPath
) -> Iterator[Remark]:
    """What is wrong with words that must have some names in braces and may have others."""
    hint = (
        f"keep the names: {', '.join(f'{{{each}}}' for each in sorted(most))}"
        if most
        else "nothing is filled in here; a brace that is printed is typed twice: {{"
    )
    try:
        names = braces(words)
    except ValueError as error:
        yield Remark(rules.BRACES, str(error), hint, path)
        return
    for name in sorted(names - most):
        yield Remark(rules.BRACES, f"nothing is filled in for {{{name}}}", hint, path)
    if names <= most:
        for name in sorted(least - names):
            yield Remark(rules.BRACES, f"{{{name}}} is missing", hint, path)


def _on_letters(under: str, phrases: Mapping[str, object]) -> Iterator[Remark]:
    letters = {name: words for name, words in phrases.items() if name.startswith("letter_")}
    seen: dict[object, str] = {}
    for name, letter in letters.items():
        path = (under, name)
        if not isinstance(letter, str):
            continue
        if any(not joined_at(letter, at) for at in range(1, len(letter))):
            yield Remark(rules.LETTERS, f"“{letter}” is not one letter", "write one", path)
        elif letter in seen:
            message = f"“{letter}” is the letter of `{seen[letter]}` too"
            yield Remark(rules.LETTERS, message, "write five different letters", path)
        seen.setdefault(letter, name)
