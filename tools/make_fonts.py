r"""Make the fonts Broadsheet carries, their licence file and the width table.

Run by maintainers only, after an upstream family has moved; nothing here is
needed to use Broadsheet.  One run writes, below ``src/broadsheet``:

``theme/fonts/*.ttf``
    static faces with the whole glyph set and all layout features of their
    upstream (nothing is subset);
``theme/fonts/OFL.txt``
    the copyright notices of every family and the licence, verbatim from the
    upstream packages;
``theme/fonts/README.md``
    a table of the faces;
``theme/fonts/broadsheet-han-*.otf``
    the faces for Chinese and Japanese, the only ones that are subset;
``theme/fonts/coverage.json``, ``theme/fonts/han.json``
    the characters that our faces print, and those that only the faces for Chinese and
    Japanese do (form described below);
``excerpt/widths.json``
    advance widths for breaking excerpts into lines (form described below).

``theme/fonts.css`` is written by hand: it names these files.

Upstream
--------
Put these package files, as downloaded and not unpacked, into one folder:

* PyPI package ``fontpkg-source-serif-4`` 4.4 (variable Source Serif 4)
* PyPI package ``fontpkg-source-sans-3`` 3.52 (variable Source Sans 3)
* npm package ``@expo-google-fonts/atkinson-hyperlegible-next`` 0.4.1
  (complete static Atkinson Hyperlegible Next)
* Debian package ``fonts-noto-core`` 20201225-1 (static Noto Naskh Arabic and
  Noto Serif Hebrew)
* Debian package ``fonts-noto-cjk`` 1:20220127+repack1-1 (Noto Sans CJK, static)

With the ordinary clients of the three registries, in that folder::

    pip download --no-deps fontpkg-source-serif-4==4.4 fontpkg-source-sans-3==3.52
    npm pack @expo-google-fonts/atkinson-hyperlegible-next@0.4.1
    apt-get download fonts-noto-core=20201225-1 fonts-noto-cjk=1:20220127+repack1-1

and then, from the root of the repository, with fontTools 4.68.0 installed::

    python tools/make_fonts.py FOLDER            # write the files
    python tools/make_fonts.py FOLDER --check    # only compare with what is there

The archives are checked against the SHA-256 sums below and every time stamp is
taken from the upstream font, so two runs give the same bytes (with the same
fontTools, named in the README it writes).

What is changed
---------------
The two Source families are variable, and "Source" is a reserved font name.
Their instances are therefore renamed "Broadsheet Serif" and "Broadsheet Sans",
as the licence demands of a modified version; the copyright notices stay.
Removed are the variation tables, the signature that no longer holds (``DSIG``)
and the trademark line of a name that is no longer borne.

"Broadsheet Spaced" is Atkinson Hyperlegible Next with three hundredths of an em after
each letter, for the dyslexia-friendly sheet.  Where a style sheet asks for space between
letters, WeasyPrint 70 adds it to a line once more when it asks whether the line fits, and
breaks about one line in a hundred after its first word.

Noto Naskh Arabic is small on its body: beside ten-point Source Serif it looks
like eight.  Its em is made of fewer units, so that the same outlines are set
larger wherever they stand, and it is renamed "Broadsheet Naskh", since its name
is a trademark.  The other families are copied byte for byte.

"Broadsheet Han" is Noto Sans CJK, which has 65,535 glyphs and 19 MB for each weight, cut down to
what schools write: GB 2312 (simplified), the first level of Big5 (traditional), JIS X 0208
(Japanese), kana, bopomofo and full-width signs, each in the shapes of China, Taiwan and Japan.
Hong Kong has Taiwan's.  Its outlines lose their hints, which print has no use for, and are stored
by name instead of by CID: with CIDs that are not the glyphs' own numbers, WeasyPrint 70 writes
PDFs that fail PDF/UA-1 (7.21.8).

The serif is instantiated at optical size 11: the size in points at which a
lesson is set.

Form of ``coverage.json``
-------------------------
One list of code points, ascending: at the first a run of characters begins that
can be printed, at the second it ends (which is no longer of it), at the third the
next begins, and so on.  So a character is in it if a bisection to the right gives
an odd number.  The faces are taken together, since Pango looks through all of
them, whatever families an element names; the characters that need no glyph are
in it too.

Form of ``widths.json``
-----------------------
::

    {"units_per_em": 1000,
     "faces": {"serif": {"default": 603, "chars": " !\"#...", "widths": [238, ...]}},
     "joined": {"dual": {"chars": "...", "initial": [...], "medial": [...], "final": [...]},
                "right": {"chars": "...", "final": [...]},
                "pairs": {"chars": ["..."], "initial": [...], "final": [...]}}}

``chars`` is one string and ``widths`` one list of the same length, in step:
``widths[i]`` is the advance of ``chars[i]`` in thousandths of an em, rounded to
an integer; characters are in code-point order and none is there twice.  So the
whole table loads by ``dict(zip(face["chars"], face["widths"]))``, less than
a millisecond with the reading of the file, and a lookup is
``table.get(character, default)``.  ``default`` is the rounded mean of the
advances of Broadsheet Serif Regular that are not zero; it is the width to
assume for a letter no face has (a caller may well take 1000 for CJK).

``joined`` holds, in the same way, the advances of the forms that Arabic letters
take within a word, which are a third narrower than the isolated ones in
``widths``: ``dual`` letters join on both sides, those under ``right`` only to
the letter before them.  ``pairs`` says by how much a lam and an alef, which are
written as one, are wider than their two forms, after no joint and after one.

The face "serif" is the font stack of the excerpt: Broadsheet Serif Regular; for
code points it lacks, Broadsheet Naskh Regular; and then Noto Serif Hebrew
Regular.  Arabic letters carry there the advance of their isolated glyph.
Kerning and ligatures are not counted (about 1 % too wide in English).
Combining marks have the width 0.  U+00AD SOFT HYPHEN has the width of
a hyphen here, though it is invisible unless a line breaks at it.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import sys
import tarfile
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import fontTools
from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.merge import Merger
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parents[1] / "src" / "broadsheet"
FONTS = "theme/fonts"
WIDTHS = "excerpt/widths.json"
COVERAGE = f"{FONTS}/coverage.json"
HAN_COVERAGE = f"{FONTS}/han.json"

#: Blanks, line ends and what The Unicode Standard calls default ignorable, as far as Pango sets it
#: without a glyph: joiners, directions, variation selectors, tags.  First and last code point.
WITHOUT_GLYPH = (
    (0x0009, 0x000A),
    (0x000D, 0x000D),
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x17B4, 0x17B5),
    (0x180B, 0x180E),
    (0x2000, 0x200F),
    (0x202A, 0x202F),
    (0x205F, 0x206F),
    (0x3000, 0x3000),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xE0000, 0xE0FFF),
)

#: The release of fontTools whose output is committed.
FONTTOOLS = "4.68.0"

#: Characters the theme sets itself or that lessons are likely to hold.
WANTED = "☐☑✓→←○\u2010…«»„єїґ"


@dataclass(frozen=True)
class Upstream:
    """One package: its archive in the maintainer's folder and what is in it."""

    package: str
    archive: str
    sha256: str
    prefix: str
    licence: str | None


SERIF = Upstream(
    package="PyPI fontpkg-source-serif-4 4.4",
    archive="fontpkg_source_serif_4-4.4-py3-none-any.whl",
    sha256="6c33ac5d27b0396b0ed228e400d9c7ee4445c359ce21b3d8d9b9723e8c5c49a7",
    prefix="fontpkg_source_serif_4/files/",
    licence="fontpkg_source_serif_4/LICENSE",
)
SANS = Upstream(
    package="PyPI fontpkg-source-sans-3 3.52",
    archive="fontpkg_source_sans_3-3.52-py3-none-any.whl",
    sha256="2e931608ceeaad770916b53a35cf87090e28133875bf770e41b266146126abd8",
    prefix="fontpkg_source_sans_3/files/",
    licence="fontpkg_source_sans_3/LICENSE",
)
ATKINSON = Upstream(
    package="npm @expo-google-fonts/atkinson-hyperlegible-next 0.4.1",
    archive="expo-google-fonts-atkinson-hyperlegible-next-0.4.1.tgz",
    sha256="9c98b93e3f7dd7d7819f9c439aac9fb5b5466781fa1eb002caeb52eb7cb15ce8",
    prefix="package/",
    licence="package/LICENSE_FONT",
)
NOTO = Upstream(
    package="Debian fonts-noto-core 20201225-1",
    archive="fonts-noto-core_20201225-1_all.deb",
    sha256="58f4f0bb6720f919f92096b3508e1412a0f1544424ade6c5b5bf1eb694dd64ba",
    prefix="./usr/share/fonts/truetype/noto/",
    licence=None,  # its copyright file re-wraps the licence: the fonts' own notices are used
)


CJK = Upstream(
    package="Debian fonts-noto-cjk 1:20220127+repack1-1",
    archive="fonts-noto-cjk_1%3a20220127+repack1-1_all.deb",
    sha256="4a2515eb6db3978b897fef9709ed0d2b1f4c6c4df4d83d6c4ef65f71f1b1f502",
    prefix="./usr/share/fonts/opentype/noto/",
    licence=None,
)


@dataclass(frozen=True)
class Face:
    """One file to write: copied from upstream where nothing is to be changed."""

    name: str
    upstream: Upstream
    member: str
    original: str
    axes: Mapping[str, float]
    family: str
    weight: int
    italic: bool
    units: int | None = None
    """Units of its em; fewer than upstream's set it larger."""
    space: int = 0
    """Units of space after each of its letters, beyond upstream's."""
    latin: str = ""
    """The face of ours that Latin letters and figures are taken from, where upstream has none."""
    number: int | None = None
    """Its place in a collection of faces, where upstream has one."""


def _quartet(
    stem: str,
    upstream: Upstream,
    family: str,
    original: str,
    roman: str,
    italic: str,
    **axes: float,
) -> tuple[Face, ...]:
    """Regular, italic, semibold and semibold italic of one variable family."""
    regular = Face(
        f"{stem}-regular.ttf", upstream, roman, original, {"wght": 400, **axes}, family, 400, False
    )
    semibold = replace(
        regular, name=f"{stem}-semibold.ttf", axes={**regular.axes, "wght": 600}, weight=600
    )
    return (
        regular,
        replace(regular, name=f"{stem}-italic.ttf", member=italic, italic=True),
        semibold,
        replace(semibold, name=f"{stem}-semibold-italic.ttf", member=italic, italic=True),
    )


def _copies(
    stem: str, upstream: Upstream, family: str, members: Iterable[tuple[str, str]]
) -> tuple[Face, ...]:
    """Faces that are carried as they come."""
    return tuple(
        Face(
            f"{stem}-{style}.ttf",
            upstream,
            member,
            family,
            {},
            family,
            700 if "bold" in style else 400,
            "italic" in style,
        )
        for style, member in members
    )


FACES: tuple[Face, ...] = (
    *_quartet(
        "broadsheet-serif",
        SERIF,
        "Broadsheet Serif",
        "Source Serif 4",
        "SourceSerif4[opsz,wght].ttf",
        "SourceSerif4-Italic[opsz,wght].ttf",
        opsz=11,
    ),
    *_quartet(
        "broadsheet-sans",
        SANS,
        "Broadsheet Sans",
        "Source Sans 3",
        "SourceSans3[wght].ttf",
        "SourceSans3-Italic[wght].ttf",
    ),
    *_copies(
        "atkinson-hyperlegible-next",
        ATKINSON,
        "Atkinson Hyperlegible Next",
        (
            ("regular", "400Regular/AtkinsonHyperlegibleNext_400Regular.ttf"),
            ("italic", "400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf"),
            ("bold", "700Bold/AtkinsonHyperlegibleNext_700Bold.ttf"),
            ("bold-italic", "700Bold_Italic/AtkinsonHyperlegibleNext_700Bold_Italic.ttf"),
        ),
    ),
    *(
        replace(face, family="Broadsheet Spaced", space=30)
        for face in _copies(
            "broadsheet-spaced",
            ATKINSON,
            "Atkinson Hyperlegible Next",
            (
                ("regular", "400Regular/AtkinsonHyperlegibleNext_400Regular.ttf"),
                ("bold", "700Bold/AtkinsonHyperlegibleNext_700Bold.ttf"),
            ),
        )
    ),
    *(
        replace(face, family="Broadsheet Naskh", units=870)
        for face in _copies(
            "broadsheet-naskh",
            NOTO,
            "Noto Naskh Arabic",
            (("regular", "NotoNaskhArabic-Regular.ttf"), ("bold", "NotoNaskhArabic-Bold.ttf")),
        )
    ),
    *_copies(
        "noto-serif-hebrew",
        NOTO,
        "Noto Serif Hebrew",
        (("regular", "NotoSerifHebrew-Regular.ttf"), ("bold", "NotoSerifHebrew-Bold.ttf")),
    ),
)

HEBREW_FIELD = Face(
    "broadsheet-hebrew-field.ttf",
    NOTO,
    "NotoSerifHebrew-Regular.ttf",
    "Noto Serif Hebrew",
    {},
    "Broadsheet Hebrew Field",
    400,
    False,
    latin="broadsheet-sans-regular.ttf",
)
"""For the fields of forms, which take one face for all that is typed."""

HAN: tuple[Face, ...] = tuple(
    Face(
        f"broadsheet-han-{style.lower()}.otf",
        CJK,
        f"NotoSansCJK-{style}.ttc",
        "Noto Sans CJK SC",
        {},
        "Broadsheet Han",
        weight,
        False,
        number=2,
    )
    for style, weight in (("Regular", 400), ("Bold", 700))
)

#: How far the square of a Chinese character reaches above the baseline, in thousandths of an em.
ASCENT = 880

EVERY_FACE = (*FACES, HEBREW_FIELD, *HAN)

#: Latin letters, figures and signs that are typed into a form.
TYPED = (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027), 0x20AC)

NASKH = "broadsheet-naskh-regular.ttf"

#: The stroke that lengthens a joint; it joins on both sides and has one form.
KASHIDA = 0x640
LAM = 0x644

#: The stack of the face "serif" in the width table, first come, first served.
WIDTH_STACK = (
    "broadsheet-serif-regular.ttf",
    NASKH,
    "noto-serif-hebrew-regular.ttf",
)


def _tar_members(data: bytes, wanted: set[str]) -> dict[str, bytes]:
    found = {}
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        for entry in tar:
            if entry.name in wanted:
                handle = tar.extractfile(entry)
                if handle is not None:
                    found[entry.name] = handle.read()
    return found


def _deb_data(data: bytes) -> bytes:
    """The data tarball of a Debian package, which is an ``ar`` archive."""
    if not data.startswith(b"!<arch>\n"):
        raise ValueError("not a Debian package")
    position = 8
    while position < len(data):
        name = data[position : position + 16].decode("ascii").strip().rstrip("/")
        size = int(data[position + 48 : position + 58])
        position += 60
        if name.startswith("data.tar"):
            return data[position : position + size]
        position += size + size % 2
    raise ValueError("the Debian package holds no data")


def read_members(folder: Path, upstream: Upstream, wanted: set[str]) -> dict[str, bytes]:
    """The wanted members of one package, whose archive must be the one pinned."""
    path = folder / upstream.archive
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != upstream.sha256:
        raise ValueError(f"{path.name} is not the archive this script was written for")
    if path.suffix == ".whl":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = {name: archive.read(name) for name in archive.namelist() if name in wanted}
    else:
        found = _tar_members(_deb_data(data) if path.suffix == ".deb" else data, wanted)
    if missing := wanted - found.keys():
        raise ValueError(f"{path.name} lacks {', '.join(sorted(missing))}")
    return found


def _changes(face: Face) -> str:
    """What was done to a face, for its name table and the README."""
    if face.latin:
        return "with Latin letters of Broadsheet Sans"
    if face.number is not None:
        return "cut down to the characters that schools write, without hints"
    if face.units:
        return f"{face.units} units per em"
    if face.space:
        return f"{face.space} units after each letter"
    axes = ", ".join(f"{tag} {value:g}" for tag, value in sorted(face.axes.items()))
    return f"static instance ({axes})"


def _rename(font: TTFont, face: Face) -> None:
    """Give an instance its own names, weight and style bits."""
    weight = {400: "", 600: "SemiBold", 700: "Bold"}[face.weight]
    slope = "Italic" if face.italic else ""
    style = " ".join(filter(None, (weight, slope))) or "Regular"
    legacy = " ".join(filter(None, (face.family, weight)))
    postscript = f"{face.family}-{style}".replace(" ", "")
    table: Any = font["name"]
    version = table.getDebugName(5).partition(";")[0]
    # Windows names only; those from 256 up label stylistic sets and stay.
    keep = {0, 8, 9, 11, 12, 13, 14}
    table.names = [
        record
        for record in table.names
        if record.platformID == 3 and (record.nameID in keep or record.nameID >= 256)
    ]
    names = {
        1: legacy,
        2: slope or "Regular",
        3: f"{version};{postscript}",
        4: f"{face.family} {style}",
        5: version,
        6: postscript,
        10: f"A modified version, made for Broadsheet: {_changes(face)}.",
    }
    if weight:
        names |= {16: face.family, 17: style}
    for identifier, text in names.items():
        table.setName(text, identifier, 3, 1, 0x409)

    os2: Any = font["OS/2"]
    head: Any = font["head"]
    os2.usWeightClass = face.weight
    regular = face.weight == 400 and not face.italic
    # Italic is bit 0, bold bit 5, regular bit 6; the others are upstream's.
    os2.fsSelection = (os2.fsSelection & ~0b110_0001) | face.italic | regular << 6
    head.macStyle = 0b10 if face.italic else 0


def instantiate(data: bytes, face: Face) -> bytes:
    """A static, renamed instance of a variable font."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    # The other packer of layout tables needs a library that may not be there:
    # always the same one, for the same bytes.
    font.cfg["fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"] = False
    font = instancer.instantiateVariableFont(font, dict(face.axes), inplace=True)
    for tag in ("DSIG", "STAT", "MVAR", "HVAR", "avar", "fvar", "gvar"):
        if tag in font:
            del font[tag]
    _rename(font, face)
    os2: Any = font["OS/2"]
    os2.recalcAvgCharWidth(font)
    head: Any = font["head"]
    head.modified = head.created
    output = io.BytesIO()
    font.save(output, reorderTables=True)
    return output.getvalue()


def enlarge(data: bytes, face: Face) -> bytes:
    """A font renamed and with another number of units in its em; nothing else is touched."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False, recalcBBoxes=False)
    head: Any = font["head"]
    head.unitsPerEm = face.units
    if "DSIG" in font:
        del font["DSIG"]
    _rename(font, face)
    output = io.BytesIO()
    font.save(output, reorderTables=True)
    return output.getvalue()


def widen(data: bytes, face: Face) -> bytes:
    """A font renamed and with space after its letters; marks that take none still take none."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    metrics: Any = font["hmtx"]
    for glyph, (advance, bearing) in metrics.metrics.items():
        if advance:
            metrics[glyph] = (advance + face.space, bearing)
    header: Any = font["hhea"]
    header.advanceWidthMax = max(advance for advance, _ in metrics.metrics.values())
    for tag in ("DSIG", "STAT"):
        if tag in font:
            del font[tag]
    _rename(font, face)
    os2: Any = font["OS/2"]
    os2.recalcAvgCharWidth(font)
    output = io.BytesIO()
    font.save(output, reorderTables=True)
    return output.getvalue()


def _of_charset(encoding: str, first: int, last: int) -> set[int]:
    """The code points of a charset of two bytes, in the rows from `first` to `last`."""
    found = set()
    for row, cell in product(range(first, last + 1), range(0x40, 0x100)):
        try:
            character = bytes([row, cell]).decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(character) == 1:
            found.add(ord(character))
    return found


def han_characters() -> set[int]:
    """What the faces for Chinese and Japanese print: of Latin, what is typed into their forms."""
    characters = {
        *range(0x20, 0x7F),
        *range(0xA0, 0x100),
        *range(0x2000, 0x200B),
        0x202F,
        0x2460,
        0x246F,
    }
    characters |= {*range(0x2E80, 0x2FE0), *range(0x3000, 0x3130), *range(0x31A0, 0x3200)}
    characters |= {*range(0x3220, 0x3248), *range(0xFE10, 0xFE50), *range(0xFF00, 0xFFF0)}
    for encoding, first, last in (("gb2312", 0xA1, 0xF7), ("big5", 0xA1, 0xC6)):
        characters |= _of_charset(encoding, first, last)
    characters |= _of_charset("euc_jp", 0xA1, 0xF4)
    return {code for code in characters if code < 0x100 or _is_han_sign(code)}


def _is_han_sign(code: int) -> bool:
    """Neither a letter of an alphabet nor a symbol: those charsets have Greek and stars too."""
    name = unicodedata.name(chr(code), "")
    alphabet = name.startswith(("LATIN", "GREEK", "CYRILLIC"))
    symbol = 0x2100 <= code < 0x2460 or 0x2500 <= code < 0x2E80
    return not (alphabet or symbol or code < 0x2000)


def _shapes_for_schools(font: TTFont) -> None:
    """Leave out Korean shapes, and give Hong Kong those of Taiwan."""
    layout: Any = font["GSUB"]
    for record in layout.table.ScriptList.ScriptRecord:
        by_tag = {each.LangSysTag: each for each in record.Script.LangSysRecord}
        if "ZHH " in by_tag and "ZHT " in by_tag:
            by_tag["ZHH "].LangSys = by_tag["ZHT "].LangSys
        kept = [each for each in record.Script.LangSysRecord if each.LangSysTag != "KOR "]
        record.Script.LangSysRecord = kept


def _in_squares(font: TTFont) -> None:
    """Let a line be as high as its characters: upstream's room above them lowers the baseline."""
    header: Any = font["hhea"]
    os2: Any = font["OS/2"]
    header.ascent, header.descent, header.lineGap = ASCENT, ASCENT - 1000, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ASCENT, ASCENT - 1000, 0
    os2.usWinAscent, os2.usWinDescent = ASCENT, 1000 - ASCENT


def cut_down(data: bytes, face: Face) -> bytes:
    """A face of a collection with the characters that schools write, its outlines by name."""
    font = TTFont(io.BytesIO(data), fontNumber=face.number, recalcTimestamp=False)
    font.cfg["fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"] = False
    _shapes_for_schools(font)
    options = subset.Options(
        hinting=False,
        layout_features=["ccmp", "locl"],
        name_IDs=["*"],
        notdef_outline=True,
        desubroutinize=True,
    )
    options.drop_tables += ["BASE", "DSIG", "GPOS", "VORG", "vhea", "vmtx"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=han_characters())
    subsetter.subset(font)
    _rename(font, face)
    _in_squares(font)
    glyphs, metrics = font.getGlyphSet(), font["hmtx"].metrics
    outlines = {}
    for glyph in font.getGlyphOrder():
        pen = T2CharStringPen(metrics[glyph][0], glyphs)
        glyphs[glyph].draw(pen)
        outlines[glyph] = pen.getCharString()
    names = {"FullName": face.family, "FamilyName": face.family}
    postscript = font["name"].getDebugName(6)
    FontBuilder(font=font).setupCFF(postscript, names, outlines, {"defaultWidthX": 1000})
    output = io.BytesIO()
    font.save(output, reorderTables=True)
    return output.getvalue()


def with_latin(data: bytes, latin: bytes, face: Face) -> bytes:
    """A face with the Latin letters, figures and signs of another."""
    letters = TTFont(io.BytesIO(latin), recalcTimestamp=False)
    own = set(_open(data).getBestCmap())
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True)
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=set(TYPED) - own)
    subsetter.subset(letters)
    parts = []
    for part in (data, letters):
        file = io.BytesIO(part) if isinstance(part, bytes) else io.BytesIO()
        if isinstance(part, TTFont):
            part.save(file)
        file.seek(0)
        parts.append(file)
    font = Merger().merge(parts)
    _rename(font, face)
    head: Any = font["head"]
    head.created = head.modified = _open(data)["head"].created
    font.recalcTimestamp = False
    output = io.BytesIO()
    font.save(output, reorderTables=True)
    return output.getvalue()


def _open(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data), lazy=True)


def advances(data: bytes) -> dict[int, int]:
    """The advance of each code point of a font, in thousandths of an em."""
    font = _open(data)
    metrics: Any = font["hmtx"]
    head: Any = font["head"]
    scale = 1000 / head.unitsPerEm
    widths = {}
    for code, glyph in font.getBestCmap().items():
        mark = unicodedata.category(chr(code)) in {"Mn", "Me", "Cf"} and code != 0xAD
        arabic_sign = 0x600 <= code <= 0x605 or code == 0x6DD
        widths[code] = 0 if mark and not arabic_sign else round(metrics[glyph][0] * scale)
    return widths


def _lookups(font: TTFont, feature: str) -> list[int]:
    """The substitutions of a feature, by index, whatever the language."""
    layout: Any = font["GSUB"]
    return sorted(
        {
            index
            for record in layout.table.FeatureList.FeatureRecord
            if record.FeatureTag == feature
            for index in record.Feature.LookupListIndex
        }
    )


def _forms(font: TTFont, feature: str) -> dict[str, str]:
    """The glyph that a feature puts in a glyph's place, for substitutions of one by one."""
    layout: Any = font["GSUB"]
    forms: dict[str, str] = {}
    for index in _lookups(font, feature):
        for subtable in layout.table.LookupList.Lookup[index].SubTable:
            forms |= getattr(subtable, "mapping", {})
    return forms


def _pairs(font: TTFont) -> dict[tuple[str, str], str]:
    """The glyphs that two joined ones are always written as."""
    layout: Any = font["GSUB"]
    found: dict[tuple[str, str], str] = {}
    for index in _lookups(font, "rlig"):
        for subtable in layout.table.LookupList.Lookup[index].SubTable:
            for first, ligatures in getattr(subtable, "ligatures", {}).items():
                found |= {
                    (first, ligature.Component[0]): ligature.LigGlyph
                    for ligature in ligatures
                    if len(ligature.Component) == 1
                }
    return found


def joined_advances(data: bytes) -> dict[str, dict[str, list[str] | str | list[int]]]:
    """The advances of the forms Arabic letters take within a word, in thousandths of an em."""
    font = _open(data)
    metrics: Any = font["hmtx"]
    head: Any = font["head"]
    initial, medial, final = (_forms(font, feature) for feature in ("init", "medi", "fina"))
    letters = {
        code: glyph
        for code, glyph in sorted(font.getBestCmap().items())
        if glyph in final or code == KASHIDA
    }
    dual = [code for code, glyph in letters.items() if glyph in initial or code == KASHIDA]
    right = [code for code in letters if code not in dual]

    def row(codes: list[int], forms: dict[str, str]) -> list[int]:
        glyphs = [forms.get(letters[code], letters[code]) for code in codes]
        return [round(metrics[glyph][0] * 1000 / head.unitsPerEm) for glyph in glyphs]

    pairs = _pairs(font)
    lam = letters[LAM]
    alefs = [code for code in right if (initial[lam], final[letters[code]]) in pairs]

    def wider(form: str) -> list[int]:
        by = []
        for code in alefs:
            parts = (form, final[letters[code]])
            apart = sum(metrics[part][0] for part in parts)
            by.append(round((metrics[pairs[parts]][0] - apart) * 1000 / head.unitsPerEm))
        return by

    return {
        "pairs": {
            "chars": [chr(LAM) + chr(code) for code in alefs],
            "initial": wider(initial[lam]),
            "final": wider(medial[lam]),
        },
        "dual": {
            "chars": "".join(map(chr, dual)),
            "initial": row(dual, initial),
            "medial": row(dual, medial),
            "final": row(dual, final),
        },
        "right": {"chars": "".join(map(chr, right)), "final": row(right, final)},
    }


def width_table(fonts: Mapping[str, bytes]) -> bytes:
    """The text of ``widths.json``."""
    first, *others = (advances(fonts[name]) for name in WIDTH_STACK)
    spacing = [width for width in first.values() if width]
    merged = dict(first)
    for other in others:
        for code, width in other.items():
            merged.setdefault(code, width)
    codes = sorted(code for code in merged if code >= 0x20)
    serif = {
        "default": round(sum(spacing) / len(spacing)),
        "chars": "".join(map(chr, codes)),
        "widths": [merged[code] for code in codes],
    }
    joined = joined_advances(fonts[NASKH])
    table = {"units_per_em": 1000, "faces": {"serif": serif}, "joined": joined}
    return (json.dumps(table, separators=(",", ":")) + "\n").encode("ascii")


def coverage_table(fonts: Iterable[bytes]) -> bytes:
    """The text of ``coverage.json``."""
    # Some faces map control characters, to blanks; they print as boxes all the same.
    codes = {code for data in fonts for code in _open(data).getBestCmap() if code >= 0x20}
    for first, last in WITHOUT_GLYPH:
        codes.update(range(first, last + 1))
    bounds = sorted(codes ^ {code + 1 for code in codes})
    return (json.dumps(bounds, separators=(",", ":")) + "\n").encode("ascii")


def licence(texts: Mapping[str, str], notices: Mapping[str, list[str]]) -> bytes:
    """The notices of each family above the one licence text all packages carry."""
    mark = "SIL OPEN FONT LICENSE Version 1.1"
    bodies = {text[text.index(mark) :].strip() for text in texts.values()}
    if len(bodies) != 1:
        raise ValueError("the packages do not carry the same licence text")
    parts = []
    for family, lines in notices.items():
        parts.append("\n".join([f"{family}:", *lines]))
    rule = "-" * 59
    head = (
        "This Font Software is licensed under the SIL Open Font License, Version 1.1.\n"
        "The licence follows the copyright notices of the families in this folder."
    )
    return ("\n\n".join([*parts, head, f"{rule}\n{bodies.pop()}"]) + "\n").encode()


def notices_of(texts: Mapping[str, str], fonts: Mapping[str, bytes]) -> dict[str, list[str]]:
    """The copyright lines of each family, from its package and from its fonts."""
    notices: dict[str, list[str]] = {}
    for face in EVERY_FACE:
        title = face.family
        if face.original != face.family:
            title = f"{face.family} (a modified version of {face.original})"
        lines = notices.setdefault(title, [])
        package = texts.get(face.upstream.archive, "").lstrip().partition("\n")[0].strip()
        name: Any = _open(fonts[face.name])["name"]
        for line in (package, name.getDebugName(0).strip()):
            if line and line not in lines:
                lines.append(line)
    return notices


def readme(fonts: Mapping[str, bytes]) -> bytes:
    """The table of the faces."""
    rows = []
    for face in EVERY_FACE:
        data = fonts[face.name]
        font = _open(data)
        cmap = font.getBestCmap()
        name: Any = font["name"]
        version = name.getDebugName(5).partition(";")[0].removeprefix("Version ")
        lacks = "".join(char for char in WANTED if ord(char) not in cmap)
        changed = face.axes or face.units or face.space or face.latin or face.number is not None
        change = f"{_changes(face)}, renamed" if changed else "none"
        rows.append(
            f"| `{face.name}` | {face.original} {version} ({face.upstream.package}) | {change} "
            f"| {len(cmap)} | {' '.join(lacks) or 'nothing'} | {len(data):,} |"
        )
    total = sum(map(len, fonts.values()))
    text = f"""\
# Fonts

Written by `tools/make_fonts.py` (fontTools {FONTTOOLS}), which tells where each file comes from;
do not edit. All faces are under the SIL Open Font License 1.1: see `OFL.txt`.

Each face but Broadsheet Han has the whole glyph set and the layout features of its upstream.
"Source" is a reserved font name, hence the names of the modified versions. TTF and not WOFF2,
since compressed fonts cost time in every build; WeasyPrint subsets what it embeds.

| file | upstream | changes | code points | lacks, of {" ".join(WANTED)} | bytes |
| --- | --- | --- | ---: | --- | ---: |
{chr(10).join(rows)}

{len(rows)} files, {total:,} bytes.
"""
    return text.encode()


def build(folder: Path) -> dict[str, bytes]:
    """Every file this script writes, by its path below ``src/broadsheet``."""
    fonts: dict[str, bytes] = {}
    texts: dict[str, str] = {}
    for upstream in (SERIF, SANS, ATKINSON, NOTO, CJK):
        faces = [face for face in EVERY_FACE if face.upstream is upstream]
        wanted = {upstream.prefix + face.member for face in faces}
        if upstream.licence:
            wanted.add(upstream.licence)
        members = read_members(folder, upstream, wanted)
        if upstream.licence:
            text = members[upstream.licence].decode("utf-8-sig")
            texts[upstream.archive] = text.replace("\r\n", "\n")
        for face in faces:
            data = members[upstream.prefix + face.member]
            if face.latin:
                data = with_latin(data, fonts[face.latin], face)
            elif face.number is not None:
                data = cut_down(data, face)
            elif face.axes:
                data = instantiate(data, face)
            elif face.units:
                data = enlarge(data, face)
            elif face.space:
                data = widen(data, face)
            fonts[face.name] = data
    files = {f"{FONTS}/{name}": data for name, data in fonts.items()}
    files[f"{FONTS}/OFL.txt"] = licence(texts, notices_of(texts, fonts))
    files[f"{FONTS}/README.md"] = readme(fonts)
    files[COVERAGE] = coverage_table(fonts[face.name] for face in FACES)
    files[HAN_COVERAGE] = coverage_table(fonts[face.name] for face in HAN)
    files[WIDTHS] = width_table(fonts)
    return files


def main(arguments: list[str] | None = None) -> int:
    """Write the files, or with ``--check`` compare them with those there."""
    parser = argparse.ArgumentParser(
        description="Make Broadsheet's fonts, their licence file and the width table."
    )
    parser.add_argument("folder", type=Path, help="the folder of the upstream packages")
    parser.add_argument(
        "--output", type=Path, default=ROOT, help="the package folder (default: src/broadsheet)"
    )
    parser.add_argument("--check", action="store_true", help="write nothing; report differences")
    options = parser.parse_args(arguments)

    if fontTools.version != FONTTOOLS:
        print(f"warning: fontTools {fontTools.version}, not {FONTTOOLS}", file=sys.stderr)
    try:
        files = build(options.folder)
    except (OSError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2

    different = 0
    for name, data in files.items():
        path: Path = options.output / name
        same = path.is_file() and path.read_bytes() == data
        if same:
            continue
        different += 1
        print(f"{'differs' if options.check else 'written'}: {name} ({len(data):,} bytes)")
        if not options.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    print(f"{len(files)} files, {different} {'different' if options.check else 'written'}")
    return 1 if options.check and different else 0


if __name__ == "__main__":
    sys.exit(main())
