"""From a document as it arrives to one page that holds all it needs.

The page runs no script: what is typed into it stays in the window until that is closed, and is
printed or saved as a PDF by the browser. Its policy forbids it to ask for anything, so nothing that
a pupil types can leave it.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Final

from broadsheet.confined import RefusedError
from broadsheet.render.html.medium import Medium
from broadsheet.render.html.templates import to_html
from broadsheet.render.manuscript import BookletManuscript, Manuscript
from broadsheet.render.renderer import Rendered
from broadsheet.render.screen import images
from broadsheet.render.screen.measures import on_screen
from broadsheet.theme.look import Look, ThemeError

SHEET: Final = "styles/screen.css"
"""The style sheet of pages for screens and of books, by its name in the theme."""
_WINDOW: Final = "styles/window.css"
"""What a browser's window adds to it."""


def render(manuscript: Manuscript | BookletManuscript) -> Rendered:
    """Set a document as a page. Raises ThemeError where the theme has a fault."""
    if isinstance(manuscript, BookletManuscript):
        raise ThemeError("a booklet is no page")
    document, shown = manuscript.document, manuscript.images
    style = style_of(manuscript.look, SHEET, _WINDOW) + on_screen(document.layout)
    html = to_html(
        document,
        manuscript.look,
        Medium(
            on_screen=True,
            image=lambda path: images.address_of(images.of_lesson(shown, path)),
            logo=lambda path: images.address_of(images.of_school(shown, path)),
        ),
        before="screen-",
        given={
            "book": False,
            "policy": policy_for(style),
            "style": style,
        },
    )
    return Rendered(html.encode("utf-8"))


def style_of(look: Look, *sheets: str) -> str:
    """Style sheets by name, in one, with nothing in it that could end it. Raises ThemeError."""
    found: list[str] = []
    for name in sheets:
        try:
            found.append(look.text(name).replace("</", "<\\/"))
        except RefusedError as refused:
            raise ThemeError(f"it {refused.reason}", name) from None
    return "\n".join(found)


def policy_for(style: str) -> str:
    """What a page may do: show its own style and the images that it holds, and nothing else."""
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
