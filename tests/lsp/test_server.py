"""The language server, as an editor speaks to it over standard input and output."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient
from tests.conftest import WHOLE_TEXT

from broadsheet.editor.opened import opened as opened_as

COMMAND: Final = [sys.executable, "-m", "broadsheet", "lsp"]


@pytest_lsp.fixture(config=ClientServerConfig(server_command=COMMAND))  # type: ignore[untyped-decorator]
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    await lsp_client.initialize_session(
        types.InitializeParams(capabilities=types.ClientCapabilities())
    )
    yield
    await lsp_client.shutdown_session()


async def opened(client: LanguageClient, file: Path, text: str) -> list[types.Diagnostic]:
    """Open a text as an editor does, and wait for what is told of it."""
    item = types.TextDocumentItem(file.as_uri(), "yaml", 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    return await told(client, file)


async def changed(client: LanguageClient, file: Path, text: str, version: int) -> None:
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version, file.as_uri()),
            [types.TextDocumentContentChangeWholeDocument(text)],
        )
    )


async def told(client: LanguageClient, file: Path) -> list[types.Diagnostic]:
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return list(client.diagnostics[file.as_uri()])


def place_of(text: str, words: str) -> types.Position:
    """Where words begin, as most editors count: in units of UTF-16."""
    before = text[: text.index(words)].split("\n")
    return types.Position(len(before) - 1, len(before[-1].encode("utf-16-le")) // 2)


def at(file: Path) -> types.TextDocumentIdentifier:
    return types.TextDocumentIdentifier(file.as_uri())


async def told_of(client: LanguageClient, file: Path, text: str, version: int) -> list[Any]:
    await changed(client, file, text, version)
    return await told(client, file)


@pytest.fixture
def quiet(clean_lesson: str, lesson_file: Path) -> str:
    """The clean lesson without advice, so that what is told is what a test made wrong."""
    known = opened_as(clean_lesson, lesson_file, date(2026, 1, 1))
    assert known is not None
    codes = dict.fromkeys(finding.code for finding in known.findings)
    entries = "".join(f"  - code: {code}\n    because: A sample.\n" for code in codes)
    return f"{clean_lesson}ignore:\n{entries}"


@pytest.mark.asyncio
async def test_findings_are_told_as_one_types(
    client: LanguageClient, quiet: str, lesson_file: Path
) -> None:
    assert await opened(client, lesson_file, quiet) == []
    wrong = quiet.replace("((so-called))", "((so called))")
    (found,) = await told_of(client, lesson_file, wrong, 2)
    assert found.code == "quotation-not-in-excerpt"
    assert found.severity is types.DiagnosticSeverity.Error
    assert found.source == "broadsheet"
    page = Path(found.code_description.href.removeprefix("file://"))
    assert "Nothing is misquoted" in page.read_text("utf-8")
    assert await told_of(client, lesson_file, quiet, 3) == []


@pytest.mark.asyncio
async def test_of_texts_typed_one_after_another_the_last_alone_is_told_of(
    client: LanguageClient, quiet: str, lesson_file: Path
) -> None:
    await opened(client, lesson_file, quiet)
    for version in range(2, 52):
        await changed(client, lesson_file, f"{quiet}# {version}\ntittle: x\n", version)
    (found,) = await told_of(client, lesson_file, f"{quiet}\nsumary: x\n", 52)
    assert "sumary" in found.message


@pytest.mark.asyncio
async def test_places_are_right_behind_emoji_and_text_from_right_to_left(
    client: LanguageClient, quiet: str, lesson_file: Path
) -> None:
    ask = "ask: 🧑‍🏫🌍 שלום ((so called)) [@minutes-1924]"
    text = quiet.replace("ask: What does ((so-called)) do?", ask)
    every = await opened(client, lesson_file, text)
    (found,) = [each for each in every if each.code == "quotation-not-in-excerpt"]
    start = place_of(text, "((so called")
    assert found.range == types.Range(start, types.Position(start.line, start.character + 13))
    inside = types.Position(start.line, start.character + 18)
    fact = await client.text_document_definition_async(
        types.DefinitionParams(at(lesson_file), inside)
    )
    assert isinstance(fact, types.Location)
    assert fact.range.start == place_of(text, "minutes-1924:")
    (mend, *_) = (
        await client.text_document_code_action_async(
            types.CodeActionParams(
                at(lesson_file), found.range, types.CodeActionContext(diagnostics=[found])
            )
        )
        or ()
    )
    assert isinstance(mend, types.CodeAction)
    assert mend.edit is not None
    ((edit,),) = (mend.edit.changes or {}).values()
    assert edit.range == found.range
    assert edit.new_text == "((so-called))"
    assert list(mend.diagnostics or ()) == [found]


@pytest.mark.asyncio
async def test_an_editor_completes_hovers_and_outlines(
    client: LanguageClient, quiet: str, lesson_file: Path
) -> None:
    await opened(client, lesson_file, quiet)
    text = quiet.replace("((so-called))", "🌍 ((the f")
    await changed(client, lesson_file, text, 2)
    end = place_of(text, "the f do?")
    place = types.Position(end.line, end.character + 5)
    items = await client.text_document_completion_async(
        types.CompletionParams(at(lesson_file), place)
    )
    assert isinstance(items, types.CompletionList)
    (item,) = items.items
    assert isinstance(item.text_edit, types.TextEdit)
    assert item.text_edit.new_text == "the ferrymen were not asked))"
    assert item.text_edit.range == types.Range(end, place)
    hover = await client.text_document_hover_async(
        types.HoverParams(at(lesson_file), place_of(text, "@minutes-1924"))
    )
    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    assert "seven to two" in hover.contents.value
    parts = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(at(lesson_file))
    )
    assert "questions" in {part.name for part in parts or ()}


@pytest.mark.asyncio
async def test_what_the_schema_says_is_left_to_whoever_reads_the_schema(
    client: LanguageClient, quiet: str, lesson_file: Path
) -> None:
    wrong = quiet.replace("  genre:", "  gerne:").replace("((so-called))", "((so called))")
    both = await opened(client, lesson_file, wrong)
    assert {each.code for each in both} == {"unknown-key", "quotation-not-in-excerpt"}
    modeline = "# yaml-language-server: $schema=schema/lesson.schema.json\n"
    (ours,) = await told_of(client, lesson_file, f"{modeline}{wrong}", 2)
    assert ours.code == "quotation-not-in-excerpt"


@pytest.mark.asyncio
async def test_what_changes_beside_a_lesson_is_told_of_when_it_is_saved(
    client: LanguageClient, quiet: str, tmp_path: Path
) -> None:
    file = tmp_path / "lesson.yaml"
    source = tmp_path / "sources" / "the-bridge-must-wait.txt"
    source.parent.mkdir()
    source.write_text(WHOLE_TEXT, "utf-8")
    assert await opened(client, file, quiet) == []
    source.write_text(WHOLE_TEXT.replace("Tuesday", "Monday"), "utf-8")
    client.text_document_did_save(types.DidSaveTextDocumentParams(at(file)))
    (found,) = await told(client, file)
    assert found.code == "excerpt-not-in-source"
    client.text_document_did_close(types.DidCloseTextDocumentParams(at(file)))
    assert await told(client, file) == []


@pytest.mark.asyncio
async def test_all_is_mended_at_once_and_uses_are_found(
    client: LanguageClient, quiet: str, lesson_file: Path
) -> None:
    text = quiet.replace("title: Who", "tittle: Who", 1).replace("  genre:", "  gerne:")
    await opened(client, lesson_file, text)
    whole = types.Range(types.Position(0, 0), types.Position(999, 0))
    (every,) = (
        await client.text_document_code_action_async(
            types.CodeActionParams(
                at(lesson_file),
                whole,
                types.CodeActionContext([], [types.CodeActionKind.SourceFixAll]),
            )
        )
        or ()
    )
    assert isinstance(every, types.CodeAction)
    assert every.kind == types.CodeActionKind.SourceFixAll
    assert every.edit is not None
    ((first, second),) = (every.edit.changes or {}).values()
    assert (first.new_text, second.new_text) == ("title", "genre")
    uses = await client.text_document_references_async(
        types.ReferenceParams(
            types.ReferenceContext(include_declaration=True),
            at(lesson_file),
            place_of(text, "@minutes-1924"),
        )
    )
    assert len(uses or ()) == 3


@pytest.mark.asyncio
async def test_a_file_that_is_none_of_ours_is_left_alone(
    client: LanguageClient, tmp_path: Path
) -> None:
    file = tmp_path / "compose.yaml"
    assert await opened(client, file, "services:\n  title: [\n") == []
    place = types.Position(1, 4)
    for answer in (
        await client.text_document_hover_async(types.HoverParams(at(file), place)),
        await client.text_document_completion_async(types.CompletionParams(at(file), place)),
        await client.text_document_definition_async(types.DefinitionParams(at(file), place)),
    ):
        assert answer is None
    unknown = types.TextDocumentIdentifier("untitled:Untitled-1")
    assert await client.text_document_hover_async(types.HoverParams(unknown, place)) is None


def test_without_its_library_it_says_how_to_install_it() -> None:
    program = "import sys; sys.modules['pygls'] = None; sys.argv = ['broadsheet', 'lsp']\n"
    ended = subprocess.run(
        [sys.executable, "-c", f"{program}from broadsheet.cli import main; main()"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stderr == (
        "Error: the language server needs the extra `lsp`: pip install 'broadsheet[lsp]'\n"
    )


def said(message: object) -> bytes:
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def test_nonsense_is_passed_over_and_the_next_message_answered() -> None:
    hello = {"jsonrpc": "2.0", "id": 1, "method": "initialize"}
    hello |= {"params": {"processId": None, "rootUri": None, "capabilities": {}}}
    nonsense = (
        b"no json",
        b"[1, 2]",
        b"{}",
        b'"text"',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": {"x": 1}}',
        b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": null}',
        b'{"jsonrpc": "2.0", "id": 8, "method": "no/such"}',
        b'{"jsonrpc": "1.0", "id": 9}',
    )
    sent = b"".join([*map(said, nonsense), b"garbage\r\n\r\n", said(hello)])
    ended = subprocess.run(COMMAND, input=sent, capture_output=True, timeout=300, check=False)
    assert b'"id": 1' in ended.stdout
    assert ended.stderr == b""
    assert ended.returncode == 0


@pytest.mark.parametrize(
    ("sent", "status"),
    [(b"", 0), (b"Content-Length: 500\r\n\r\n{", 0), (b"x" * 300_000, 1)],
    ids=["nothing", "half a message", "no protocol"],
)
def test_a_client_that_breaks_off_is_left_in_peace(sent: bytes, status: int) -> None:
    ended = subprocess.run(COMMAND, input=sent, capture_output=True, timeout=300, check=False)
    assert ended.returncode == status
    assert b"Traceback" not in ended.stderr
    assert len(ended.stderr.splitlines()) == status


def test_a_client_that_reads_no_more_ends_it(quiet: str, lesson_file: Path) -> None:
    hello = {"jsonrpc": "2.0", "id": 1, "method": "initialize"}
    hello |= {"params": {"processId": None, "rootUri": None, "capabilities": {}}}
    document = {"uri": lesson_file.as_uri(), "languageId": "yaml", "version": 1, "text": quiet}
    server = subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert server.stdin
    assert server.stdout
    assert server.stderr
    server.stdin.write(said(hello))
    server.stdin.flush()
    assert server.stdout.readline().startswith(b"Content-Length")
    server.stdout.close()
    open_it = {"jsonrpc": "2.0", "method": "textDocument/didOpen"}
    server.stdin.write(said(open_it | {"params": {"textDocument": document}}))
    server.stdin.flush()
    assert server.wait(60) == 0
    assert server.stderr.read() == b""
    server.stderr.close()
    with suppress(BrokenPipeError):
        server.stdin.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_while_it_waits(number: int) -> None:
    with subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as server:
        assert server.stdin
        assert server.stdout
        assert server.stderr
        hello = {"jsonrpc": "2.0", "id": 1, "method": "no/such", "params": {}}
        server.stdin.write(said(hello))
        server.stdin.flush()
        assert server.stdout.readline()
        server.send_signal(number)
        assert server.wait(60) == 128 + number
        assert server.stderr.read() == b""
