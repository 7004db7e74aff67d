"""The preview as a whole: a port, and who reads, lays out, watches and serves."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from broadsheet.preview.desk import Desk
from broadsheet.preview.guard import HOST
from broadsheet.preview.server import Site
from broadsheet.preview.watching import changes, watched_by
from broadsheet.render.workers.run import start
from broadsheet.system import reason_of


class NoPortError(Exception):
    """Why a port can't be listened at."""


@contextmanager
def listening(port: int) -> Iterator[socket.socket]:
    """Listen at a port of this machine, any that is free for 0. Raises NoPortError."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise NoPortError(f"port {port} is in use, perhaps by another preview") from None
            raise NoPortError(f"port {port} can't be used: {reason_of(error)}") from None
        listener.listen()
        yield listener


def serve(listener: socket.socket, site: Site, ready: Callable[[str], None]) -> None:
    """Serve a desk's page until it ends; `ready` is told its address as soon as it answers."""
    import uvicorn

    start()  # WeasyPrint loads while lessons are read
    port = listener.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(
            site.app(port),
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
            http="h11",
            loop="asyncio",
            timeout_graceful_shutdown=1,
        )
    )
    with _beside(site.desk, lambda: server.run([listener]), lambda: _end(server)):
        ready(f"http://{HOST}:{port}/")
        site.desk.work()


def _end(server: object) -> None:
    server.should_exit = True  # type: ignore[attr-defined]


@contextmanager
def _beside(desk: Desk, serving: Callable[[], None], end: Callable[[], None]) -> Iterator[None]:
    """While this holds, the page is served, files are watched and pages are laid out."""
    ended = Event()

    def watching() -> None:
        for _ in changes(lambda: watched_by(desk), ended):
            desk.stir()

    threads = [Thread(target=each) for each in (serving, desk.press, watching)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        desk.end()
        end()
        for thread in threads:
            thread.join()
