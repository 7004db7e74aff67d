"""What is taken for an image can be printed, and what can't be printed is told why."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.images.samples import BROKEN, DRAWN, OF_ANOTHER_KIND, PRINTED, UNDRAWN, as_address

from broadsheet.images.drawing import printable
from broadsheet.images.embedded import embedded
from broadsheet.images.raster import raster
from broadsheet.images.verdict import Fault, Picture, Unprintable
from broadsheet.render.addresses import LESSON
from broadsheet.render.html.page import Page
from broadsheet.render.pdf.layout import lay_out
from broadsheet.theme.look import Look, ThemeError


def printed(data: bytes) -> None:
    """Print an image under a name that says nothing of it."""
    html = f'<html lang=en><title>-</title><h1>-<img alt=- src="{LESSON}image">'
    style = ":root { --tallest-image: 148mm } @page { @bottom-left { vertical-align: top } }"
    images = {f"{LESSON}image": data}
    made = lay_out(Page(html, "worksheet.css", style, ("-",), False, images, Look()))
    assert not made.astray


@pytest.mark.parametrize("data", [*PRINTED.values(), *DRAWN.values()], ids=[*PRINTED, *DRAWN])
def test_an_image_that_is_taken_is_printed_within_its_page(data: bytes) -> None:
    assert isinstance(printable(data), Picture)
    printed(data)


@pytest.mark.parametrize(("name", "data"), OF_ANOTHER_KIND.items(), ids=OF_ANOTHER_KIND)
def test_an_image_of_another_kind_is_named(name: str, data: bytes) -> None:
    verdict = raster(data)
    assert isinstance(verdict, Unprintable)
    assert (verdict.fault, name in verdict.reason) == (Fault.KIND, True)


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_an_image_that_is_broken_off_is_not_taken(data: bytes) -> None:
    verdict = raster(data)
    assert isinstance(verdict, Unprintable)
    assert verdict.fault is Fault.BROKEN


@pytest.mark.parametrize("data", UNDRAWN.values(), ids=UNDRAWN)
def test_a_drawing_that_is_not_taken_is_never_printed(data: bytes) -> None:
    assert isinstance(printable(data), Unprintable)
    with pytest.raises(ThemeError):
        printed(data)


def test_shades_of_16_bits_are_printed_as_they_are() -> None:
    verdict = raster(PRINTED["png-16-bit-grey"])
    assert isinstance(verdict, Picture)
    with Image.open(BytesIO(verdict.data)) as image:
        assert image.tobytes() == bytes(range(256))


@given(
    st.binary(max_size=400), st.sampled_from(["", "<svg ", "\x89PNG\r\n\x1a\n", "GIF89a", "RIFF"])
)
def test_no_bytes_are_too_much_for_a_verdict(data: bytes, begin: str) -> None:
    assert isinstance(printable(begin.encode("latin-1") + data), Picture | Unprintable)


@given(st.binary(max_size=100))
def test_a_file_in_an_address_is_read_byte_for_byte(data: bytes) -> None:
    assert embedded(as_address(data)) == data


UNPRINTABLE = {**OF_ANOTHER_KIND, **BROKEN, **UNDRAWN}


@pytest.mark.parametrize("kind", UNPRINTABLE)
def test_a_reason_goes_on_after_the_name_of_the_file(kind: str) -> None:
    verdict = printable(UNPRINTABLE[kind])
    assert isinstance(verdict, Unprintable)
    assert re.match(r"(is|has|can't|holds|reads|draws|says|brings) ", verdict.reason)
    assert verdict.remedy
