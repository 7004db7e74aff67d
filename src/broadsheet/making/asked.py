"""Can a build give what is asked for? Names are answered before anything is read or made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from broadsheet.find import is_unit
from broadsheet.orders.order import Format, Whole
from broadsheet.orders.request import Request
from broadsheet.orders.table import TABLE, Table
from broadsheet.orders.unknown import unknown_in
from broadsheet.school.edition import edition_named
from broadsheet.school.lookup import settings_file
from broadsheet.school.named import hint_at
from broadsheet.school.settings import read_settings
from broadsheet.theme import ALL


@dataclass(frozen=True, slots=True)
class Misasked:
    """What can't be given."""

    kind: Literal["document", "edition", "format"]
    """What it was asked for as."""
    why: str
    hint: str


def misasked(request: Request, table: Table = TABLE) -> Misasked | None:
    """Give the first thing in a request that there is not, or that no file named can give."""
    for each in unknown_in(request, table):
        return Misasked(each.kind, each.message, each.hint)
    return (
        _no_edition(request)
        or _of_none(request, table)
        or _as_none(request, table)
        or _set_by_none(request, table)
    )


def may_be_laid_out(request: Request, table: Table = TABLE) -> bool:
    """Tell whether pages may have to be laid out, which takes libraries of the system.

    Where a request names no format, the settings of a lesson may name one on paper.
    """
    named = [row for row in table.formats if row.name in request.formats]
    return not named or ALL in request.formats or any(row.on_paper for row in named)


def _no_edition(request: Request) -> Misasked | None:
    """An edition that no lesson's theme has."""
    if not request.editions:
        return None
    settings = {settings_file(file) for file in request.files}
    known = sorted({name for file in settings for name in read_settings(file)[0].theme.editions})
    for name in request.editions:
        if name not in (*known, ALL):
            return Misasked("edition", f"there is no edition {name}", hint_at(name, known))
    return None


def _of_none(request: Request, table: Table) -> Misasked | None:
    """A document of units where lessons alone are named, or of lessons where units are."""
    if not request.documents or ALL in request.documents:
        return None
    there = {Whole.UNIT if is_unit(file) else Whole.LESSON for file in request.files}
    asked = [table.document(name) for name in request.documents]
    if any(row.of in there for row in asked):
        return None
    first = asked[0]
    why = f"the document {first.name} is made of {first.of.value}, and none is named here"
    return Misasked("document", why, "units lie in a folder `units`, lessons elsewhere")


def _as_none(request: Request, table: Table) -> Misasked | None:
    """A document that none of the formats asked for can be made of."""
    if not request.documents or ALL in request.documents:
        return None
    forms = _formats(request, table)
    for document in map(table.document, request.documents):
        if not any(form.makes(document) for form in forms):
            names = " or ".join(form.name for form in forms)
            known = [form.name for form in table.formats if form.makes(document)]
            why = f"the document {document.name} can't be made as {names}"
            return Misasked("document", why, f"it is made as {', '.join(known)}")
    return None


def _set_by_none(request: Request, table: Table) -> Misasked | None:
    """Editions that none of the formats asked for sets, as a form is set by PDF alone."""
    if not request.editions or ALL in request.editions:
        return None
    asked = [table.document(name) for name in request.documents if name != ALL]
    if asked and not any(row.has_editions for row in asked):
        return None
    themes = {read_settings(settings_file(file))[0].theme for file in request.files}
    named = {
        name: edition_named(name, theme)[0]
        for theme in themes
        for name in request.editions
        if name in theme.editions
    }
    forms = _formats(request, table)
    if any(edition is None or form.sets(edition) for edition in named.values() for form in forms):
        return None
    names = " or ".join(form.name for form in forms)
    why = f"the edition {request.editions[0]} is not made as {names}"
    hint = "ask for `standard`, or for another format"
    return Misasked("edition", why, hint)


def _formats(request: Request, table: Table) -> list[Format]:
    """The formats that a request or the settings of its lessons ask for."""
    named = request.formats or _formats_of_settings(request)
    if ALL in named:
        return list(table.formats)
    return [row for row in table.formats if (row.name in named if named else row.is_made_unasked)]


def _formats_of_settings(request: Request) -> list[str]:
    settings = {settings_file(file) for file in request.files}
    return [name for at in settings for name in read_settings(at)[0].settings.formats or ()]
