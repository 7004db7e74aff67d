"""What the page asks for: itself, the state of a view, pages, files, and the author's editor."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from hmac import compare_digest
from typing import Any, Final
from urllib.parse import quote_from_bytes

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from broadsheet import __version__
from broadsheet.data import PACKAGE
from broadsheet.preview.desk import Desk
from broadsheet.preview.editor import Editor
from broadsheet.preview.guard import Guard
from broadsheet.preview.sheet import SHARPER, picture
from broadsheet.preview.state import Shown, download_of, files_in, state_of
from broadsheet.preview.view import View, view_of
from broadsheet.system import reason_of

_OURS: Final = {
    "/": ("index.html", "text/html"),
    "/preview.css": ("preview.css", "text/css"),
    "/preview.js": ("preview.js", "text/javascript"),
    "/draw.js": ("draw.js", "text/javascript"),
    "/elements.js": ("elements.js", "text/javascript"),
    "/pages.js": ("pages.js", "text/javascript"),
    "/icon.svg": ("icon.svg", "image/svg+xml"),
}
"""The page: every address that there is, and the file of ours that is meant."""
_FOR_GOOD: Final = {"cache-control": "private, max-age=31536000, immutable"}
_NEVER: Final = {"cache-control": "no-store"}
_ALIVE: Final = 10.0
"""Seconds after which a page is told that we are still there."""
_LARGEST: Final = 10_000
"""Most bytes of what a page may send."""


@dataclass(frozen=True)
class Site:
    """The page of a desk."""

    desk: Desk
    shown: Shown
    editor: Editor | None
    token: str = field(default_factory=secrets.token_urlsafe)
    """Known to pages that we told it, in this run."""

    def app(self, port: int) -> Guard:
        """All of it, for who listens at a port."""
        routes = [
            *(Route(path, self._own) for path in _OURS),
            Route("/state", self._state),
            Route("/page/{name}/{sharper:int}.png", self._page),
            Route("/file/{digest}/{name}", self._file),
            Route("/open", self._open, methods=["POST"]),
        ]
        return Guard(Starlette(routes=routes), port)

    @cached_property
    def _files(self) -> dict[str, bytes]:
        folder = PACKAGE / "preview" / "page"
        return {path: (folder / name).read_bytes() for path, (name, _) in _OURS.items()}

    async def _own(self, request: Request) -> Response:
        path = request.url.path
        return Response(self._files[path], media_type=_OURS[path][1], headers=_NEVER)

    async def _state(self, request: Request) -> Response:
        view = view_of(request.query_params)
        return StreamingResponse(self._told(view), media_type="text/event-stream", headers=_NEVER)

    async def _told(self, view: View) -> AsyncIterator[str]:
        """Tell the state of a view, and again whenever it has changed."""
        changed = asyncio.Event()
        loop = asyncio.get_running_loop()
        before = ""

        def tell() -> None:
            with suppress(RuntimeError):  # the server has gone
                loop.call_soon_threadsafe(changed.set)

        with self.desk.looking(view, tell):
            yield "retry: 500\n\n"
            while not self.desk.has_ended:
                changed.clear()
                now = json.dumps(self._said(view))
                if now != before:
                    yield f"data: {now}\n\n"
                before = now
                try:
                    await asyncio.wait_for(changed.wait(), _ALIVE)
                except TimeoutError:
                    yield ": still here\n\n"

    def _said(self, view: View) -> dict[str, Any]:
        state = state_of(self.desk.known(), view, self.shown)
        return {
            **state,
            "version": __version__,
            "token": self.token,
            "opens": self.editor is not None,
        }

    async def _page(self, request: Request) -> Response:
        sharper = request.path_params["sharper"]
        for sheet in self.desk.sheets():
            for index, page in enumerate(sheet.pages):
                if page.name == request.path_params["name"] and sharper in SHARPER:
                    data = await run_in_threadpool(picture, sheet.made, index, sharper)
                    return Response(data, media_type="image/png", headers=_FOR_GOOD)
        return PlainTextResponse("there is no such page any more", 404)

    async def _file(self, request: Request) -> Response:
        """A PDF that was made, of the newest state; `name` is what a browser saves it as."""
        if found := download_of(self.desk.known(), request.path_params["digest"]):
            name, data = found
            saved_as = f"inline; filename*=UTF-8''{quote_from_bytes(os.fsencode(name))}"
            headers = _NEVER | {"content-disposition": saved_as}
            return Response(data, media_type="application/pdf", headers=headers)
        return PlainTextResponse("it is held back: see what was found in the lesson", 404)

    async def _open(self, request: Request) -> Response:
        """Open a file at a line in the author's editor."""
        try:
            asked = json.loads(await _body(request))
            token, name, line = str(asked["token"]).encode(), str(asked["file"]), int(asked["line"])
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return PlainTextResponse("this asks for nothing", 400)
        if not compare_digest(token, self.token.encode()):
            return PlainTextResponse("this page is of an earlier run: load it again", 403)
        file = files_in(self.desk.known(), self.shown).get(name)
        if self.editor is None or file is None or line < 1:
            return PlainTextResponse("there is nothing to open", 404)
        try:
            self.editor.open(file, line)
        except OSError as error:
            return PlainTextResponse(f"the editor can't be run: {reason_of(error)}", 500)
        return Response(status_code=204)


async def _body(request: Request) -> bytes:
    """What was sent. Raises ValueError where it is more than any page of ours sends."""
    data = b""
    async for part in request.stream():
        data += part
        if len(data) > _LARGEST:
            raise ValueError("too much")
    return data
