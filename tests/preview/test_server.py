"""What is served, to whom, and what a browser may do with it."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncGenerator
from pathlib import Path

import httpx
import pytest
from tests.preview.conftest import TODAY, at_work, bare_name, looking

from broadsheet.preview.asked import Asked
from broadsheet.preview.desk import Desk
from broadsheet.preview.editor import Editor
from broadsheet.preview.guard import POLICY, Guard
from broadsheet.preview.piece import read_piece
from broadsheet.preview.server import Site
from broadsheet.preview.view import View

PORT = 8765
HOME = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def site(folder: Path) -> Site:
    """A page of a lesson that was read, with an editor that writes down what it opens."""
    script = folder / "open.py"
    script.write_text("import sys; open(sys.argv[1], 'w').write(' '.join(sys.argv[2:]))", "utf-8")
    desk = Desk(Asked.of((folder,), recursive=False), lambda: TODAY)
    desk._files = {"bridge": folder / "bridge.yaml"}  # noqa: SLF001 - read without its threads
    desk._pieces = {"bridge": read_piece(folder / "bridge.yaml", [], None, TODAY)}  # noqa: SLF001
    command = f"'{sys.executable}' '{script}' '{folder}/opened' '{{file}}' '{{line}}'"
    return Site(desk, bare_name, Editor.of(command))


class Client:
    """Asks an app without a socket."""

    def __init__(self, app: Guard) -> None:
        self._app = app

    def request(
        self, method: str, path: str, headers: dict[str, str] | None = None, content: str = ""
    ) -> httpx.Response:
        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url=HOME) as client:
                return await client.request(method, path, headers=headers, content=content)

        return asyncio.run(asked())

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        return self.request("GET", path, headers)

    def post(
        self, path: str, content: str, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        return self.request("POST", path, headers, content)


@pytest.fixture
def client(site: Site) -> Client:
    return Client(site.app(PORT))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/?lesson=bridge&document=worksheet", "text/html"),
        ("/preview.js", "text/javascript"),
        ("/draw.js", "text/javascript"),
        ("/preview.css", "text/css"),
        ("/icon.svg", "image/svg+xml"),
    ],
)
def test_the_page_and_what_belongs_to_it_are_served(client: Client, path: str, kind: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)


@pytest.mark.parametrize(
    "path",
    [
        "/bridge.yaml",
        "/../bridge.yaml",
        "/..%2f..%2fetc%2fpasswd",
        "/page/../../etc/passwd",
        "/page/%2e%2e%2f%2e%2e%2fetc%2fpasswd/1.png",
        "/page/0123/1.png",
        "/page/0123/99.png",
        "/file/0123/bridge-worksheet-a4.pdf",
        "/file/..%2f..%2fbridge.yaml/x.pdf",
        "//etc/passwd",
        "/preview/page/index.html",
        "/lessons/sources/the-bridge-must-wait.txt",
    ],
)
def test_nothing_else_is_by_no_trick_of_paths(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/", "/preview.js", "/nowhere", "/page/x/1.png"])
def test_every_answer_says_what_a_browser_may_do(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil:8765", ""],
)
def test_a_name_that_was_made_to_lead_here_is_refused(client: Client, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 403


def test_the_other_name_of_this_machine_is_answered(client: Client) -> None:
    assert client.get("/", headers={"host": f"localhost:{PORT}"}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:1", HOME + "0"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_page_of_another_site_is_refused(client: Client, origin: str, method: str) -> None:
    assert client.request(method, "/open", headers={"origin": origin}).status_code == 403


def test_what_another_site_embeds_is_refused_and_a_link_to_the_page_is_not(
    client: Client,
) -> None:
    embedded = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    followed = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert client.get("/icon.svg", headers=embedded).status_code == 403
    assert client.get("/", headers=followed).status_code == 200


def opened(client: Client, site: Site, **changes: object) -> int:
    asked = {"token": site.token, "file": "bridge.yaml", "line": 7, **changes}
    headers = {"origin": HOME}
    return client.post("/open", content=json.dumps(asked), headers=headers).status_code


def test_the_page_opens_a_line_in_the_authors_editor(
    client: Client, site: Site, folder: Path
) -> None:
    assert opened(client, site) == 204
    for _ in range(600):
        if (folder / "opened").exists() and (folder / "opened").read_text("utf-8"):
            break
        asyncio.run(asyncio.sleep(0.05))
    assert (folder / "opened").read_text("utf-8") == f"{folder / 'bridge.yaml'} 7"


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"token": "of an earlier run"}, 403),
        ({"token": "é"}, 403),
        ({"file": "/etc/passwd"}, 404),
        ({"file": "../bridge.yaml"}, 404),
        ({"line": 0}, 404),
        ({"line": "7; rm -rf ~"}, 400),
        ({"line": None}, 400),
        ({"file": "x" * 20_000}, 400),
    ],
)
def test_nothing_else_is_opened(
    client: Client, site: Site, folder: Path, changes: dict[str, object], status: int
) -> None:
    assert opened(client, site, **changes) == status
    assert not (folder / "opened").exists()


def test_an_editor_is_opened_neither_by_a_link_nor_without_an_origin(client: Client) -> None:
    assert client.get("/open").status_code == 405
    assert client.post("/open", content="{}").status_code == 403


def test_what_is_no_request_of_the_page_is_refused(client: Client) -> None:
    endless = '{"token": "a", "file": "b", "line": Infinity}'
    half_a_letter = '{"token": "\\ud800", "file": "b", "line": 1}'
    for content in ("", "[]", "{}", "null", "1", "\x00", endless, half_a_letter, "[" * 9_999):
        answer = client.post("/open", content=content, headers={"origin": HOME})
        assert answer.status_code == 400


def test_the_state_is_told_with_the_token_and_the_desk_forgets_who_has_left(site: Site) -> None:
    async def first() -> str:
        told = site._told(View("bridge"))  # noqa: SLF001 - as the server reads it
        assert isinstance(told, AsyncGenerator)
        assert (await anext(told)).startswith("retry:")
        state = str(await anext(told))
        await told.aclose()
        return state

    state = json.loads(asyncio.run(first()).removeprefix("data: "))
    assert (state["token"], state["opens"]) == (site.token, True)
    assert site.desk._looked == []  # noqa: SLF001


def test_pages_and_files_are_served_by_what_they_hold(folder: Path) -> None:
    with at_work(folder) as desk, looking(desk, View()) as looker:
        state = looker.until_current()
        client = Client(Site(desk, bare_name, None).app(PORT))
        page = client.get(f"/page/{state['pages'][0]['name']}/1.png")
        assert page.content.startswith(b"\x89PNG")
        assert "immutable" in page.headers["cache-control"]
        address = f"/file/{state['download']['digest']}/any-name.pdf"
        file = client.get(address)
        assert file.content.startswith(b"%PDF")
        assert "bridge-worksheet-a4.pdf" in file.headers["content-disposition"]
        (folder / "bridge.yaml").write_text("title: [", "utf-8")
        desk.stir()
        looker.until_held()
        assert client.get(address).status_code == 404
        assert client.get(f"/page/{state['pages'][0]['name']}/1.png").status_code == 200


def test_a_file_whose_name_is_no_text_is_told_like_any_other(folder: Path) -> None:
    file = folder / os.fsdecode(b"bri\xffdge.yaml")
    (folder / "bridge.yaml").rename(file)
    with at_work(folder) as desk, looking(desk, View()) as looker:
        state = looker.until(lambda state: state["piece"])
        assert state["view"]["lesson"] == "bri\\udcffdge"

        async def first() -> str:
            told = Site(desk, bare_name, None)._told(View())  # noqa: SLF001 - as it is sent
            assert isinstance(told, AsyncGenerator)
            await anext(told)
            return str(await anext(told))

        assert asyncio.run(first()).encode("utf-8")
