"""Which of some languages serves another: RFC 4647's look-up, with scripts filled in."""

from __future__ import annotations

import re

import pytest
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.data import PACKAGE
from broadsheet.reading.values import LANGUAGE_PATTERN
from broadsheet.text.language_tags import base_of, meant_tag, nearest, tag_and_shorter

KNOWN = ("ar", "de", "en", "fr", "he", "pt", "sr-Latn", "zh-Hans", "zh-Hant")


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("en", "en"),
        ("EN-us", "en"),
        ("en-419", "en"),
        ("en-XX", "en"),
        ("en-x-school", "en"),
        ("pt-BR", "pt"),
        ("he-IL", "he"),
        ("iw", "he"),
        ("iw-IL", "he"),
        ("heb", "he"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("ZH-HANT-hk", "zh-Hant"),
        ("zh-Hans-TW", "zh-Hans"),
        ("cmn-Hant", "zh-Hant"),
        ("zho-TW", "zh-Hant"),
        ("sr-Latn", "sr-Latn"),
        ("sr-ME", "sr-Latn"),
        ("de-CH-1996", "de"),
        ("zh-Latn", None),
        ("sr", None),
        ("eo", None),
    ],
)
def test_a_language_is_served_by_the_nearest_that_is_known(tag: str, found: str | None) -> None:
    assert nearest(tag, KNOWN) == found


@pytest.mark.parametrize(
    ("tag", "known", "found"),
    [
        ("pt-BR", ["pt", "pt-br"], "pt-br"),
        ("pt", ["pt-BR"], "pt-BR"),
        ("zh-TW", ["zh", "zh-Hant"], "zh-Hant"),
        ("zh-TW", ["zh"], "zh"),
        ("zh-TW", ["zh-Hant", "zh-TW"], "zh-TW"),
        ("sr-Latn", ["sr"], "sr"),
        ("he", ["iw"], "iw"),
        ("en", [], None),
    ],
)
def test_what_is_named_outright_comes_before_what_is_filled_in(
    tag: str, known: list[str], found: str | None
) -> None:
    assert nearest(tag, known) == found


TAGS = st.from_regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", fullmatch=True)


@given(TAGS)
def test_a_tag_serves_itself_whatever_its_capitals(tag: str) -> None:
    assert nearest(tag.upper(), [tag.lower()]) == tag.lower()
    assert nearest(tag, [base_of(tag)]) == base_of(tag)


@given(TAGS)
def test_shorter_tags_are_beginnings_of_a_tag_down_to_its_language(tag: str) -> None:
    shorter = list(tag_and_shorter(tag))
    assert shorter[0] == tag
    assert shorter[-1] == tag.partition("-")[0]
    assert all(tag.startswith(each) for each in shorter)


@pytest.mark.parametrize("old", ["in", "iw", "ji", "mo"])
def test_withdrawn_codes_are_those_that_unicode_knows(old: str) -> None:
    assert base_of(old) == get_global("language_aliases")[old]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zh_TW", "zh-TW"),
        ("en_US.UTF-8", None),
        ("en--US", "en-US"),
        ("en-", "en"),
        ("-en", "en"),
        ("en-x-private", "en"),
        ("ar-EG-u-nu-latn", "ar-EG"),
        ("English", "en"),
        ("deutsch", "de"),
        ("українська", "uk"),
        ("x-klingon", None),
        ("i-klingon", None),
        ("", None),
        ("---", None),
        ("no language at all", None),
    ],
)
def test_what_is_no_tag_may_mean_one(typed: str, meant: str | None) -> None:
    assert meant_tag(typed) == meant


@given(typed=st.text(max_size=40))
def test_whatever_is_typed_a_tag_is_meant_or_none(typed: str) -> None:
    tag = meant_tag(typed)

    assert tag is None or re.fullmatch(LANGUAGE_PATTERN, tag)


def test_nobody_takes_a_tag_apart_by_hand() -> None:
    by_hand = re.compile(r"language\w*(\)|\.\w+\(\))*\.(split|partition|startswith)\(")
    modules = [file for file in PACKAGE.rglob("*.py") if file.name != "language_tags.py"]

    assert modules
    assert [file.name for file in modules if by_hand.search(file.read_text("utf-8"))] == []
