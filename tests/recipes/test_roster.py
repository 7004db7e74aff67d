"""Class lists as schools have them, and what is said of those that can't be read."""

from __future__ import annotations

import pytest

from broadsheet.recipes.refusal import Refusal
from broadsheet.recipes.roster import MOST, Pupil, roster

EDITIONS = ["core", "large-print", "standard", "supported"]


def read(data: bytes) -> list[tuple[int, str, str]]:
    found = roster(data, EDITIONS)
    assert not isinstance(found, Refusal), found
    return [(each.row, each.name, each.edition) for each in found]


def refused(data: bytes) -> Refusal:
    found = roster(data, EDITIONS)
    assert isinstance(found, Refusal)
    return found


ANNA = [(2, "Müller, Anna", "standard"), (3, "李小明", "large-print")]


@pytest.mark.parametrize(
    "text",
    [
        'name,edition\n"Müller, Anna",\n李小明,large-print\n',
        "Name;Edition\r\nMüller, Anna;\r\n李小明;Large print\r\n",
        "name\tedition\nMüller, Anna\t\n李小明\tlarge-print",
        "Edition;Name\n;Müller, Anna\nlarge-print;李小明\n",
        'class,name,edition,room\n9b,"Müller, Anna",,1\n9b,李小明,large-print,2\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_is_read_however_a_spreadsheet_saves_it(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)) == ANNA


def test_names_without_headings_stand_first_and_editions_after_them() -> None:
    assert read("Іванна Шевченко;supported\nعبد الله بن زيد\n\nBob Stone;".encode()) == [
        (1, "Іванна Шевченко", "supported"),
        (2, "عبد الله بن زيد", "standard"),
        (4, "Bob Stone", "standard"),
    ]


def test_first_and_last_names_in_columns_of_their_own_are_put_together() -> None:
    assert read(b"Last name,First_name\nStone,Bob\nLee,\n") == [
        (2, "Bob Stone", "standard"),
        (3, "Lee", "standard"),
    ]


def test_a_list_of_nothing_but_last_and_first_names_keeps_their_order() -> None:
    names = [name for _, name, _ in read("Müller, Anna\nStone, Bob\nLee\n".encode())]
    assert names == ["Müller, Anna", "Stone, Bob", "Lee"]


def test_excels_own_first_line_says_what_parts_the_cells() -> None:
    assert read(b"sep=;\nname;edition\nStone, Bob;core\n") == [(2, "Stone, Bob", "core")]


def test_what_looks_like_a_formula_is_a_name_and_two_pupils_may_share_one() -> None:
    assert [name for _, name, _ in read(b"name\n=1+1\nBob\nBob\n")] == ["=1+1", "Bob", "Bob"]


def test_signs_that_are_not_seen_are_no_part_of_a_name() -> None:
    assert read("name\n Bob\u00a0\x07 Stone \n".encode()) == [(2, "Bob Stone", "standard")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the class list is empty"),
        (b"\n ; \n", "the class list is empty"),
        (b"name,edition\n", "the class list has headings and no names"),
        ("name\nMüller".encode("latin-1"), "the class list is in an encoding that does not say"),
        (b"edition\ncore\n", "the class list has no column of names"),
        (b"name,edition\nBob,core\n,core\n", "row 3 of the class list has no name"),
        (b"name\n" + b"x" * 200, "the name in row 2 has 200 letters"),
        (b"name\n" + b"Bob\n" * 5000, "the class list has 5000 names"),
        (b"name\n" + b"x" * 2_000_000, "the class list is larger than 1 MB"),
        (b"PK\x03\x04\0\0\0", "the class list is in an encoding that does not say"),
    ],
)
def test_what_can_not_be_read_is_told_in_a_sentence(data: bytes, message: str) -> None:
    found = refused(data)
    assert found.message.startswith(message)
    assert found.hint


def test_an_unknown_edition_is_told_by_its_row_and_never_by_a_name() -> None:
    found = refused(b"name;edition\nBob Stone;core\nZoltan Quux;supportd\n")
    assert found.message == "row 3 of the class list asks for an edition that is unknown"
    assert found.hint == "did you mean supported?"
    turned = refused(b"Ann;core\ncore;Zoltan Quux\n")
    assert "Quux" not in f"{turned.message} {turned.hint}"


def test_a_list_of_as_many_as_are_printed_at_once_is_read() -> None:
    assert len(read(b"name\n" + b"Bob\n" * MOST)) == MOST
    assert Pupil(2, "Bob", "standard") == Pupil(*read(b"name\nBob\n")[0])


def test_a_cell_without_an_end_is_refused_in_a_sentence() -> None:
    assert (
        refused(b'name\n"' + b"A" * 200_000).message == "the class list has a cell without an end"
    )
