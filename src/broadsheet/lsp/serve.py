"""Serving a client over standard input and output, until it goes."""

from __future__ import annotations

import asyncio
import logging
import sys
from threading import Event

from pygls.io_ import run_async

from broadsheet.lsp.server import Server
from broadsheet.lsp.stdio import Writer, reader_of


def serve(*, alone: bool = False) -> bool:
    """Serve until the client ends it or has gone; tell whether it spoke the protocol.

    With `alone`, what the schema says is told, too. Raises SystemExit where the client says exit.
    """
    # Its reports are for whoever develops pygls; what a client does wrong it is told in answers.
    for name in ("pygls", "asyncio"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
    server = Server(alone=alone)
    try:
        return asyncio.run(_served(server))
    finally:
        server.explanations.close()


async def _served(server: Server) -> bool:
    serving = asyncio.ensure_future(_messages(server))

    def gone() -> None:
        serving.cancel()

    server.protocol.set_writer(Writer(sys.stdout.buffer, gone))
    try:
        await serving
    except (asyncio.CancelledError, asyncio.IncompleteReadError):
        return True  # it has gone, maybe in the middle of a message
    except ValueError:
        return False
    return True


async def _messages(server: Server) -> None:
    reader = reader_of(sys.stdin.fileno(), asyncio.get_running_loop())
    await run_async(Event(), reader, server.protocol)
