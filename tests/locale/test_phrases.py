"""The words Broadsheet itself prints: complete, used, and well formed in every language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel import Locale
from jinja2 import Environment, nodes

from broadsheet.data import shipped
from broadsheet.lesson.question import LENSES, PARTS
from broadsheet.locale.labels import Labels, labels_for, languages
from broadsheet.theme import OURS

SOURCE = OURS.parent
ENGLISH: dict[str, Any] = shipped("broadsheet.locale", "en.yaml")["phrases"]


@pytest.fixture(params=languages())
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def file(language: str) -> dict[str, Any]:
    found: dict[str, Any] = shipped("broadsheet.locale", f"{language}.yaml")
    return found


def templates() -> Iterator[Path]:
    """The templates of documents, and those of a site's pages."""
    for folder in (OURS / "templates", SOURCE / "site" / "templates"):
        yield from folder.glob("*.html")


def calls_in_python() -> Iterator[ast.expr]:
    """The first argument of every `say(…)`."""
    for module in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
                if name == "say" or (isinstance(name, ast.Name) and name.id == "say"):
                    yield node.args[0]


def constants(template: nodes.Node) -> set[str]:
    return {str(found.value) for found in template.find_all(nodes.Const)}


def said_by_name() -> set[str]:
    """Phrases that templates and modules name outright."""
    named = {
        part.value
        for argument in calls_in_python()
        for part in ast.walk(argument)
        if isinstance(argument, ast.Constant | ast.IfExp)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }
    for file in templates():
        for call in (
            Environment(autoescape=True).parse(file.read_text("utf-8")).find_all(nodes.Call)
        ):
            if isinstance(call.node, nodes.Name) and call.node.name == "say":
                named |= {call.args[0].value} if isinstance(call.args[0], nodes.Const) else set()
    return named


def said_by_pattern() -> Iterator[str]:
    """Patterns of the phrases that modules and templates put together: `say("letter_" ~ part)`."""
    for argument in calls_in_python():
        if isinstance(argument, ast.JoinedStr):
            yield "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9_]+"
                for part in argument.values
            )
    for parts in parts_put_together():
        yield "".join(
            re.escape(part.value) if isinstance(part, nodes.Const) else "[a-z_]*" for part in parts
        )


def parts_put_together() -> Iterator[list[nodes.Expr]]:
    """The parts of each phrase that a template puts together."""
    for file in templates():
        for call in (
            Environment(autoescape=True).parse(file.read_text("utf-8")).find_all(nodes.Call)
        ):
            if isinstance(call.node, nodes.Name) and call.node.name == "say":
                yield from (each.nodes for each in call.args[0].find_all(nodes.Concat))
                if isinstance(call.args[0], nodes.Concat):
                    yield call.args[0].nodes


def handed_to_templates() -> set[str]:
    """What composing names for a template to say."""
    return {
        node.value
        for room in ("compose", "site")
        for module in (SOURCE / room).glob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def used() -> set[str]:
    """Every phrase that can be said: named, put together, or handed on to or within a template."""
    found = said_by_name() | set(PARTS) | handed_to_templates() & set(ENGLISH)
    for pattern in said_by_pattern():
        found |= {phrase for phrase in ENGLISH if re.fullmatch(pattern, phrase)}
    for file in templates():
        handed_on = constants(Environment(autoescape=True).parse(file.read_text("utf-8")))
        found |= handed_on & set(ENGLISH)
    return found


def forms(phrase: str | dict[str, str]) -> dict[str, str]:
    return phrase if isinstance(phrase, dict) else {"other": phrase}


def placeholders(form: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(form) if name is not None}


def test_every_phrase_that_is_said_stands_in_the_english_file() -> None:
    assert said_by_name() <= set(ENGLISH)
    for pattern in said_by_pattern():
        assert any(re.fullmatch(pattern, phrase) for phrase in ENGLISH), pattern
    for part in PARTS:
        assert {part, f"{part}_asks", f"letter_{part}"} <= set(ENGLISH)


def test_no_phrase_stands_there_that_is_never_said() -> None:
    assert set(ENGLISH) - used() == set()


def test_a_language_has_the_phrases_that_english_has_and_no_others(file: dict[str, Any]) -> None:
    assert set(ENGLISH) - set(file["phrases"]) == set(), "missing"
    assert set(file["phrases"]) - set(ENGLISH) == set(), "not in English"


def test_a_file_says_its_language_direction_and_quotation_marks(
    file: dict[str, Any], language: str
) -> None:
    assert file["name"]
    assert file["direction"] == Locale.parse(language, sep="-").text_direction
    assert len(file["quotes"]) == 4
    assert len({mark.strip() for mark in file["quotes"]}) >= 2


def test_placeholders_are_those_of_english(file: dict[str, Any]) -> None:
    assert file["phrases"]
    for name, phrase in file["phrases"].items():
        allowed = placeholders(forms(ENGLISH[name])["other"]) | (
            {"n"} if isinstance(phrase, dict) else set()
        )
        assert placeholders(forms(phrase)["other"]) <= allowed, name
        needed = placeholders(forms(ENGLISH[name])["other"])
        assert needed <= placeholders(forms(phrase)["other"]), name
        for form in forms(phrase).values():  # “one minute” may be said without a figure
            assert needed - {"n"} <= placeholders(form) <= allowed, name


def test_plural_forms_are_those_that_cldr_has_for_the_language(
    file: dict[str, Any], language: str
) -> None:
    categories = set(Locale.parse(language, sep="-").plural_form.tags) | {"other"}
    whole = {Locale.parse(language, sep="-").plural_form(n) for n in range(200)}
    counted = {name: phrase for name, phrase in file["phrases"].items() if isinstance(phrase, dict)}
    assert counted
    for name, phrase in counted.items():
        assert set(phrase) <= categories, name
        assert whole <= set(phrase), f"{name} lacks a form for some whole number"


def test_counted_words_are_inflected(file: dict[str, Any]) -> None:
    for name in ("minutes", "points", "total_points"):
        assert isinstance(file["phrases"][name], dict), name


def test_the_letters_of_the_parts_are_different_letters(file: dict[str, Any]) -> None:
    letters = [file["phrases"][f"letter_{part}"] for part in PARTS]
    assert all(len(letter) == 1 for letter in letters)
    assert len(set(letters)) == len(letters)


def test_the_key_to_marks_in_the_margin_has_the_letters_of_the_lenses(
    file: dict[str, Any],
) -> None:
    marked = re.findall(r"\*\*(\w)\*\*", file["phrases"]["notes_key"])
    assert marked == [file["phrases"][f"letter_{lens}"] for lens in LENSES]


def test_no_phrase_is_blank_or_has_blanks_around_it(file: dict[str, Any]) -> None:
    assert file["phrases"]
    for name, phrase in file["phrases"].items():
        for form in forms(phrase).values():
            assert form == form.strip() != "", name


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en", "“a ‘b’ c”"),
        ("de", "„a ‚b‘ c“"),
        ("fr", "«\u00a0a “b” c\u00a0»"),
        ("es", "«a “b” c»"),
        ("uk", "«a „b“ c»"),
    ],
)
def test_quotation_marks_follow_the_language_also_within_a_quotation(
    language: str, quoted: str
) -> None:
    assert labels_for(language).quote("a “b” c") == quoted


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "1 minute"),
        ("en", 50, "50 minutes"),
        ("de", 1, "1 Minute"),
        ("uk", 1, "1 хвилина"),
        ("uk", 3, "3 хвилини"),
        ("uk", 45, "45 хвилин"),
        ("uk", 51, "51 хвилина"),
    ],
)
def test_plural_forms_follow_the_number(language: str, count: int, said: str) -> None:
    assert labels_for(language).say("minutes", n=count) == said


def test_a_phrase_or_value_that_is_lacking_is_told_in_a_sentence() -> None:
    labels = labels_for("en")
    with pytest.raises(LookupError, match="there is no phrase “worksheeet” in en"):
        labels.say("worksheeet")
    with pytest.raises(LookupError, match="the phrase “line” needs first"):
        labels.say("line")


def test_the_words_shown_can_be_inflected_by_their_number() -> None:
    english = labels_for("en")
    phrases = {
        "shows_words": {"one": "{shown} of {total} word", "other": "{shown} of {total} words"}
    }
    labels = Labels("en", "ltr", english.quotes, phrases)
    assert labels.say("shows_words", shown=1, total=1, n=1) == "1 of 1 word"
    assert labels.say("shows_words", shown=1, total=9, n=9) == "1 of 9 words"


def test_every_language_says_in_its_own_file_which_language_it_is() -> None:
    names = {shipped("broadsheet.locale", f"{language}.yaml")["name"] for language in languages()}
    assert len(names) == len(languages()) >= 5


def test_the_guide_for_translators_names_every_key_of_a_file(file: dict[str, Any]) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "translating.md").read_text("utf-8")
    assert set(file) <= set(re.findall(r"`(\w+)", guide))
