"""The floor: WeasyPrint alone, fonts and style sheets loaded once for all documents.

    python benchmarks/floor.py DOCUMENT.html…

Each is written beside itself as PDF/UA-1; its style sheets are those of the theme, by their names.
"""

from __future__ import annotations

import sys
from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from broadsheet.theme import OURS

fonts = FontConfiguration()
sheets = {
    name: weasyprint.CSS(filename=str(OURS / "styles" / f"{name}.css"), font_config=fonts)
    for name in ("fonts", "base", "worksheet", "teacher-notes")
}
for file in map(Path, sys.argv[1:]):
    own = "worksheet" if "worksheet" in file.name else "teacher-notes"
    weasyprint.HTML(filename=str(file)).write_pdf(
        f"{file}.pdf",
        stylesheets=[sheets["fonts"], sheets["base"], sheets[own]],
        font_config=fonts,
        pdf_variant="pdf/ua-1",
    )
