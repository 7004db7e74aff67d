"""What the page is told: all that it shows of one view, as values for JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from broadsheet.findings import Finding, Severity, has_errors
from broadsheet.orders.good import GoodLesson
from broadsheet.orders.table import TABLE
from broadsheet.preview.known import Known
from broadsheet.preview.piece import Piece
from broadsheet.preview.places import Place
from broadsheet.preview.sheet import Page
from broadsheet.preview.slot import Slot
from broadsheet.preview.view import Choices, View, settled

Shown: TypeAlias = Callable[[Path], str]
"""How a file is named in what is shown."""

_TALLEST: Final = 1.6
"""How much taller than the lowest line of a page the area of a line may be: a paragraph's last line
would have the gap below it, too."""


def state_of(known: Known, asked: View, shown: Shown) -> dict[str, Any]:
    """Give all that is to be shown of a view."""
    name, piece = known.named(asked)
    choices = piece.choices if piece else None
    view = settled(asked, choices).named(name) if choices else asked.named(name)
    slot = known.slots.get(view)
    findings = (*piece.findings, *(slot.findings if slot else ())) if piece else ()
    held = piece is not None and (piece.good is None or has_errors(findings))
    return {
        "lessons": [_lesson(each, known.pieces[each]) for each in known.pieces],
        "unread": known.unread,
        "missing": [shown(path) for path in known.missing],
        "view": _view(view),
        "piece": _piece(piece, view, shown) if piece else None,
        "choices": _choices(choices, view) if choices else None,
        "questions": _questions(piece, view, shown) if piece else [],
        "counts": _counts(piece, slot) if piece else None,
        "findings": [_finding(each, shown) for each in _gravest_first(findings)],
        "status": _status(slot, piece, held=held),
        "pages": _pages(piece, view, slot, shown) if piece and slot else [],
        "download": _download(slot, piece) if not held else None,
    }


def files_in(known: Known, shown: Shown) -> dict[str, Path]:
    """The files that a page may ask an editor to open, by the names that it was told."""
    found: dict[str, Path] = {}
    for piece in known.pieces.values():
        lessons = [each.whole.file for each in piece.parts.values()]
        found |= {shown(file): file for file in (piece.file, *lessons)}
        found |= {shown(finding.file): finding.file for finding in piece.findings}
    for slot in known.slots.values():
        found |= {shown(finding.file): finding.file for finding in slot.findings}
    return found


def _lesson(name: str, piece: Piece) -> dict[str, Any]:
    count = {each: sum(f.severity is each for f in piece.findings) for each in Severity}
    return {
        "name": name,
        **_titled(piece),
        "unit": piece.is_unit,
        "gone": piece.is_gone,
        "errors": count[Severity.ERROR],
        "warnings": count[Severity.WARNING],
    }


def _titled(piece: Piece) -> dict[str, str]:
    """A title as a page has to mark it."""
    return {"title": piece.title, "language": piece.language, "direction": piece.direction}


def _view(view: View) -> dict[str, Any]:
    return {
        "lesson": view.lesson,
        "document": view.document,
        "edition": view.edition,
        "paper": view.paper,
        "questions": list(view.questions),
    }


def _piece(piece: Piece, view: View, shown: Shown) -> dict[str, Any]:
    return {
        **_titled(piece),
        "name": view.lesson,
        "file": shown(piece.file),
        "gone": piece.is_gone,
        "read": piece.last_good is not None,
    }


def _choices(choices: Choices, view: View) -> dict[str, Any]:
    row = TABLE.document(view.document)
    return {
        "document": [_choice(name) for name in choices.documents],
        "edition": [_choice(name) for name in choices.editions] if row.has_editions else [],
        "paper": [_choice(name) for name in choices.papers] if row.has_papers else [],
    }


def _choice(name: str) -> dict[str, str]:
    words = name.replace("-", " ")
    return {"name": name, "label": words[:1].upper() + words[1:]}


def _questions(piece: Piece, view: View, shown: Shown) -> list[dict[str, Any]]:
    return [
        {
            "number": each.number,
            "part": each.part,
            "words": each.words,
            "points": each.points,
            "asked": not view.questions or each.number in view.questions,
            "file": shown(piece.file),
            "line": each.line,
            "answer": each.answer,
        }
        for each in (piece.places.questions if piece.places else ())
    ]


def _counts(piece: Piece, slot: Slot | None) -> dict[str, Any]:
    """Sides of those allowed, points and minutes; of a unit and of old pages, sides alone."""
    order = slot.order if slot and slot.sheet else None
    edition = order.edition if order else None
    counts: dict[str, Any] = {
        "sides": slot.sheet.made.sides if slot and slot.sheet else None,
        "allowed": edition.sides if edition else None,
        "points": None,
        "minutes": None,
    }
    of = order.of if order else piece.last_good
    if isinstance(of, GoodLesson):
        core = edition is not None and edition.questions == "core"
        asked = [
            each.question
            for each in of.lesson.questions.numbered()
            if each.question.core or not core
        ]
        counts["points"] = sum(question.points or 0 for question in asked) or None
        counts["minutes"] = of.lesson.minutes
    return counts


def _gravest_first(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(dict.fromkeys(findings), key=lambda each: each.severity.rank)


def _finding(finding: Finding, shown: Shown) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "why": finding.rule.why,
        "file": shown(finding.file),
        "line": place.line if place else None,
        "column": place.column if place else None,
    }


def _status(slot: Slot | None, piece: Piece | None, *, held: bool) -> str:
    """`current`, `making`, or `held` where an error keeps newer pages from being made."""
    if held:
        return "held"
    return "current" if slot and slot.shows(piece) else "making"


def _pages(piece: Piece, view: View, slot: Slot, shown: Shown) -> list[dict[str, Any]]:
    sheet = slot.sheet
    return [
        {
            "name": page.name,
            "width": page.width,
            "height": page.height,
            "areas": _areas(page, piece, view.document, shown),
        }
        for page in (sheet.pages if sheet else ())
    ]


def _areas(page: Page, piece: Piece, document: str, shown: Shown) -> list[dict[str, Any]]:
    """The parts of a page that lead to a line of a file."""
    there = [
        (mark, place, places.whole.file)
        for mark in page.marks
        if mark.height > 0
        and (places := piece.places_in(mark.part))
        and (place := places.at(mark.title, document))
        and not (mark.goes_on and place.is_line)
    ]
    lowest = min((mark.height for mark, place, _ in there if place.is_line), default=1)
    return [
        {
            "what": place.what,
            "file": shown(file),
            "line": place.line,
            "top": round(mark.top, 5),
            "height": round(_height(mark.height, place, lowest), 5),
        }
        for mark, place, file in there
    ]


def _height(height: float, place: Place, lowest: float) -> float:
    return min(height, _TALLEST * lowest) if place.is_line else height


def _download(slot: Slot | None, piece: Piece | None) -> dict[str, str] | None:
    if not (slot and slot.shows(piece) and slot.sheet and slot.order):
        return None
    return {"name": slot.order.target.name, "digest": slot.sheet.digest}


def download_of(known: Known, digest: str) -> tuple[str, bytes] | None:
    """Name and bytes of the file with a hash; None where none is that of what was saved last."""
    for view, slot in known.slots.items():
        sheet, order, piece = slot.sheet, slot.order, known.pieces.get(view.lesson)
        if sheet and order and piece and sheet.digest == digest and slot.shows(piece):
            return order.target.name, sheet.made.data
    return None
