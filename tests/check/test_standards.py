"""Codes of standards are those of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from broadsheet.findings import Finding
from broadsheet.standards import catalogue

Say: TypeAlias = Callable[..., list[Finding]]


def test_every_code_of_the_catalogue_is_known(say: Say) -> None:
    assert not say(("\nsource:", f"standards: [{', '.join(catalogue())}]\n\nsource:"))


def test_a_misspelt_code_is_told_the_right_one(say: Say) -> None:
    (finding,) = say(("\nsource:", "standards: [CCSS.ELA-LITERACY.RH.6-8-8]\n\nsource:"))

    assert finding.code == "standard-unknown"
    assert "CCSS.ELA-LITERACY.RH.6-8.8" in finding.hint


def test_a_code_is_found_once_where_it_stands_first(say: Say) -> None:
    lines = "      depth: 2\n      standards: [TEKS.110.36]\n"
    (finding,) = say(
        ("      depth: 2\n", lines),
        ("      credits: yes\n", "      credits: yes\n      standards: [TEKS.110.36]\n"),
    )

    assert finding.path == ("questions", "evidence", 0, "standards", 0)


def test_a_framework_is_no_code(say: Say) -> None:
    (finding,) = say(("\nsource:", "standards: [DigComp 2.2]\n\nsource:"))

    assert finding.code == "standard-unknown"


def test_a_code_is_printed_as_its_framework_writes_it() -> None:
    codes = {code: standard.printed_code for code, standard in catalogue().items()}

    assert codes["ISTE.1.3.b-ar"] == "ISTE.1.3.b"
    assert codes["C3.D2.His.11.9-12"] == "C3.D2.His.11.9-12"
    assert codes["CCSS.ELA-LITERACY.RI.9-10.6"] == "CCSS.ELA-LITERACY.RI.9-10.6"
