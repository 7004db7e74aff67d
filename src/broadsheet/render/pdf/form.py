"""What WeasyPrint leaves undone in a PDF form, done before it is written.

WeasyPrint lists each button of a group of radio buttons as a field of its own, under the group's
name once more, so that a viewer takes it for a second field within the first; and it describes the
group as its first button. After ISO 32000-1, 12.7.4.2.4, the buttons are nothing but widgets.

Viewers built on PDFium, such as Chrome's, take a field's face to be for the letters of Western
Europe, and show no others that are typed, unless the face is known by the name of one of symbols
(cpdf_bafontmap.cpp). The name is ours to choose, and other viewers give it no meaning.
"""

from __future__ import annotations

from typing import Any, Final

import pydyf

from broadsheet.render.html.group import GROUP_ENDS

FACES: Final = ("Wingdings", "Wingdings2", "Wingdings3", "Webdings")
"""Names by which forms know the faces of their fields."""


def finish_form(pdf: pydyf.PDF, *, right_to_left: bool = False) -> None:
    """Make one field of each group of radio buttons; a PDF without a form stays as it is.

    What is typed is aligned at the right where a document is written from right to left.
    The titles of buttons are `group: button`, with GROUP_ENDS after the group, which keeps what
    they share.
    """
    if "AcroForm" not in pdf.catalog:
        return
    objects: dict[bytes, Any] = {item.reference: item for item in pdf.objects}
    fields = pdf.catalog["AcroForm"]["Fields"]
    if right_to_left:
        for reference in fields:
            if objects[reference].get("FT") == "/Tx":
                objects[reference]["Q"] = 2
    buttons = [reference for reference in fields if "Parent" in objects[reference]]
    for reference in buttons:
        button = objects[reference]
        group = objects[button["Parent"]]
        title, _, own = button["TU"].string.partition(GROUP_ENDS)
        group["TU"], button["TU"] = pydyf.String(title), pydyf.String(f"{title}{own}")
        fields.remove(reference)
        del button["T"]
    _name_faces(objects, pdf.catalog["AcroForm"])


def _name_faces(objects: dict[bytes, Any], form: Any) -> None:
    """Let every face that text is typed in be known by one of FACES."""
    faces = objects[objects[form["DR"]]["Font"]]
    names: dict[bytes, bytes] = {}
    for reference in form["Fields"]:
        field = objects[reference]
        if "DA" in field:
            *colour, face, size, operator = field["DA"].string.split()
            if face not in names:
                name = FACES[len(names)]
                names[face] = b"/" + name.encode()
                faces[name] = faces[face.decode().removeprefix("/")]
            field["DA"] = pydyf.String(b" ".join((*colour, names[face], size, operator)))
