"""What `editor/` says, in the words of the protocol."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from lsprotocol import types

from broadsheet.editor.completing import Item
from broadsheet.editor.hover import Block
from broadsheet.editor.offers import Offer
from broadsheet.editor.opened import Opened
from broadsheet.editor.outline import Part
from broadsheet.findings import Finding, Severity
from broadsheet.lsp.positions import Lines

SOURCE: Final = "broadsheet"

_SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.ADVICE: types.DiagnosticSeverity.Information,
}
_SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>!#|~&]|^[-+=]")
"""What Markdown could take for markup. An address stays one, to be clicked on."""


def diagnostic(
    finding: Finding, opened: Opened, lines: Lines, link: Callable[[Finding], str | None]
) -> types.Diagnostic:
    """A finding at its place; `link` leads to what explains it."""
    href = link(finding)
    return types.Diagnostic(
        range=lines.range(opened.span_of(finding)),
        message=f"{finding.message}\n{finding.hint}" if finding.hint else finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(href) if href else None,
        source=SOURCE,
    )


def action(
    offer: Offer,
    uri: str,
    lines: Lines,
    told: Sequence[types.Diagnostic],
    kind: types.CodeActionKind = types.CodeActionKind.QuickFix,
) -> types.CodeAction:
    """Edits that are offered, for the diagnostics that they answer."""
    codes = {finding.code for finding in offer.findings}
    edits = [types.TextEdit(lines.range(fix.span), fix.new) for fix in offer.fixes]
    return types.CodeAction(
        title=offer.title,
        kind=kind,
        diagnostics=[each for each in told if each.code in codes],
        edit=types.WorkspaceEdit(changes={uri: edits}),
        is_preferred=offer.sure or None,
    )


def completion(items: Sequence[Item], lines: Lines) -> types.CompletionList:
    """What may be typed; the order is ours. It is asked for anew as more is typed."""
    return types.CompletionList(
        is_incomplete=True,
        items=[
            types.CompletionItem(
                label=item.label,
                label_details=types.CompletionItemLabelDetails(description=item.detail or None),
                detail=item.detail or None,
                documentation=item.about or None,
                sort_text=f"{number:04}",
                filter_text=item.new,
                text_edit=types.TextEdit(lines.range(item.span), item.new),
                kind=types.CompletionItemKind.Value,
            )
            for number, item in enumerate(items)
        ],
    )


def markup(blocks: Iterable[Block], *, is_plain: bool = False) -> types.MarkupContent:
    """Paragraphs as Markdown, in which no word of a lesson is markup: no link, no picture."""
    if is_plain:
        value = "\n\n".join(block.text for block in blocks)
        return types.MarkupContent(types.MarkupKind.PlainText, value)
    value = "\n\n".join(
        f"```yaml\n{block.text}\n```" if block.is_yaml else _escaped(block.text) for block in blocks
    )
    return types.MarkupContent(types.MarkupKind.Markdown, value)


def _escaped(text: str) -> str:
    lines = (_SIGNS.sub(r"\\\g<0>", line.strip()) for line in text.split("\n"))
    return "  \n".join(line for line in lines if line)


def symbols(parts: Iterable[Part], lines: Lines, *, depth: int = 0) -> list[types.DocumentSymbol]:
    """The outline of a file. A name is never empty: clients refuse that."""
    kinds = (types.SymbolKind.Key, types.SymbolKind.Field, types.SymbolKind.String)
    return [
        types.DocumentSymbol(
            name=part.name.strip() or "…",
            detail=part.detail or None,
            kind=kinds[min(depth, len(kinds) - 1)],
            range=lines.range(part.span),
            selection_range=lines.range(part.name_span),
            children=symbols(part.parts, lines, depth=depth + 1) or None,
        )
        for part in parts
    ]
