"""What a client may ask, and the answers; findings are told as they change."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from broadsheet import __version__
from broadsheet.editor.completing import completions
from broadsheet.editor.goals import goal_of, uses_of
from broadsheet.editor.hover import hover_at
from broadsheet.editor.offers import every_sure_fix, offers_at
from broadsheet.editor.outline import outline
from broadsheet.lsp.desk import Desk, Sheet
from broadsheet.lsp.explanations import Explanations
from broadsheet.lsp.positions import Lines
from broadsheet.lsp.said import action, completion, diagnostic, markup, symbols
from broadsheet.reading.document import Span

PAUSE: Final = 0.1
"""Seconds without a key pressed before a text is judged."""
_FIX_ALL: Final = types.CodeActionKind.SourceFixAll


class Server(LanguageServer):
    """The server, with what lies on its desk."""

    def __init__(self, *, alone: bool = False) -> None:
        """With `alone`, tell what the schema says, too: no yaml-language-server does."""
        # Whole texts: pygls parts lines at more signs than the protocol does.
        super().__init__(
            "broadsheet", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.desk = Desk(alone=alone)
        self.explanations = Explanations()
        self._waiting: dict[str, asyncio.Task[None]] = {}
        for feature, options, answer in _ANSWERS:
            self.feature(feature, options)(answer)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Leave word in the editor's log; a request gets its error as an answer besides."""
        del source
        self.window_log_message(
            types.LogMessageParams(types.MessageType.Error, f"broadsheet: {error}")
        )

    def judge_soon(self, uri: str) -> None:
        """Tell the findings of a file when nothing has been typed for a moment."""
        self.forget(uri)
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._judge(uri))

    def forget(self, uri: str) -> None:
        """Drop what was to be judged of a file."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()

    async def _judge(self, uri: str) -> None:
        await asyncio.sleep(PAUSE)
        sheet = self.desk.sheet(self.workspace, uri)
        # What was typed meanwhile is taken in first: what it makes old is dropped.
        await asyncio.sleep(0)
        document = self.workspace.text_documents.get(uri)
        if document is None or (sheet and document.version != sheet.version):
            return
        self._tell(uri, sheet)

    def _tell(self, uri: str, sheet: Sheet | None) -> None:
        told = self.desk.told(sheet) if sheet else ()
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri=uri,
                version=sheet.version if sheet else None,
                diagnostics=[
                    diagnostic(each, sheet.opened, sheet.lines, self.explanations.link_to)
                    for each in told
                    if sheet
                ],
            )
        )

    @property
    def wants_plain_words(self) -> bool:
        """Tell whether the client shows no Markdown."""
        text_document = self.client_capabilities.text_document
        hover = text_document.hover if text_document else None
        formats = hover.content_format if hover else None
        return bool(formats) and types.MarkupKind.Markdown not in (formats or ())


def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    server.judge_soon(params.text_document.uri)


def _changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    server.judge_soon(params.text_document.uri)


def _saved(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    """A source, a picture or the settings may have changed beside it: judge all that is open."""
    for uri in server.workspace.text_documents:
        server.desk.put_away(uri)
        server.judge_soon(uri)
    server.judge_soon(params.text_document.uri)


def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    server.forget(uri)
    server.desk.put_away(uri)
    server.text_document_publish_diagnostics(
        types.PublishDiagnosticsParams(uri=uri, diagnostics=[])
    )


def _completion(server: Server, params: types.CompletionParams) -> types.CompletionList | None:
    uri = params.text_document.uri
    sheet = server.desk.older_sheet(server.workspace, uri)
    if sheet is None:
        return None
    text = server.workspace.text_documents[uri].source.removeprefix("\ufeff")
    items = completions(text, sheet.lines.offset(params.position), sheet.opened)
    return completion(items, sheet.lines)


def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    sheet = server.desk.sheet(server.workspace, params.text_document.uri)
    said = hover_at(sheet.opened, sheet.lines.offset(params.position)) if sheet else None
    if sheet is None or said is None:
        return None
    contents = markup(said.blocks, is_plain=server.wants_plain_words)
    return types.Hover(contents, sheet.lines.range(said.span))


def _definition(server: Server, params: types.DefinitionParams) -> types.Location | None:
    sheet = server.desk.sheet(server.workspace, params.text_document.uri)
    goal = goal_of(sheet.opened, sheet.lines.offset(params.position)) if sheet else None
    if sheet is None or goal is None:
        return None
    if goal.file == sheet.opened.file:
        return types.Location(sheet.uri, sheet.lines.range(goal.span))
    return types.Location(goal.file.absolute().as_uri(), Lines("").range(Span(0, 0)))


def _references(server: Server, params: types.ReferenceParams) -> list[types.Location]:
    sheet = server.desk.sheet(server.workspace, params.text_document.uri)
    if sheet is None:
        return []
    spans = uses_of(sheet.opened, sheet.lines.offset(params.position))
    return [types.Location(sheet.uri, sheet.lines.range(span)) for span in spans]


def _symbols(server: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    sheet = server.desk.sheet(server.workspace, params.text_document.uri)
    return symbols(outline(sheet.opened), sheet.lines) if sheet else []


def _actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    sheet = server.desk.sheet(server.workspace, params.text_document.uri)
    if sheet is None:
        return []
    only = params.context.only
    told = params.context.diagnostics
    actions = []
    if only is None or _is_asked_for(types.CodeActionKind.QuickFix, only):
        offers = offers_at(sheet.opened, sheet.lines.span(params.range))
        actions += [action(each, sheet.uri, sheet.lines, told) for each in offers]
    if only is None or _is_asked_for(_FIX_ALL, only):
        every = every_sure_fix(sheet.opened)
        actions += [action(every, sheet.uri, sheet.lines, told, _FIX_ALL)] if every else []
    return actions


def _is_asked_for(kind: types.CodeActionKind, only: list[Any] | tuple[Any, ...] | Any) -> bool:
    """Tell whether a kind is one that was asked for, or a part of one."""
    value = kind.value
    return any(value == f"{each}" or value.startswith(f"{each}.") for each in map(_value, only))


def _value(kind: Any) -> str:
    return str(getattr(kind, "value", kind))


_ANSWERS: Final[tuple[tuple[str, Any, Any], ...]] = (
    (types.TEXT_DOCUMENT_DID_OPEN, None, _opened),
    (types.TEXT_DOCUMENT_DID_CHANGE, None, _changed),
    (types.TEXT_DOCUMENT_DID_SAVE, None, _saved),
    (types.TEXT_DOCUMENT_DID_CLOSE, None, _closed),
    (
        types.TEXT_DOCUMENT_COMPLETION,
        types.CompletionOptions(trigger_characters=["(", "@", " "]),
        _completion,
    ),
    (types.TEXT_DOCUMENT_HOVER, None, _hover),
    (types.TEXT_DOCUMENT_DEFINITION, None, _definition),
    (types.TEXT_DOCUMENT_REFERENCES, None, _references),
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, None, _symbols),
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, _FIX_ALL]),
        _actions,
    ),
)
