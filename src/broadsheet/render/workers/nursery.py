"""The process that loads WeasyPrint once, and from which those that make documents are forked.

The command runs this file by its path, as `python -I nursery.py SOCKET FOLDER…`: the folders are
where packages are found, and neither the working folder nor `PYTHONPATH` is among them. It ends,
and ends all that it forked, when the command at the other end of the socket has gone, however that
happened; what they left among temporary files goes with them.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

DOCUMENTS = 50
"""After how many documents a process ends, so that what they leave behind does not add up."""

_ENDING = (signal.SIGTERM, signal.SIGHUP)


def main() -> None:
    """Load what documents need, then fork a process whenever the command asks for one."""
    control = socket.socket(fileno=int(sys.argv[1]))
    sys.path[:] = sys.argv[2:]
    # Ctrl-C goes to everything that a terminal has started; the command says what shall end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What is loaded now stays, so looking for garbage among it is lost time (one part in 20).
    gc.disable()
    from broadsheet.render.workers.left_over import own_folder

    children: set[int] = set()
    with _undisturbed():
        folder = own_folder()
        for number in _ENDING:
            signal.signal(number, lambda *_: _end(children, folder))
    try:
        # Pango may be missing: each document says so.
        with suppress(OSError, ImportError):
            from broadsheet.render.pdf.engine import warm_up

            warm_up()
        gc.freeze()
        _serve(control, children)
    finally:
        _end(children, folder)


def _end(children: set[int], folder: Path) -> None:
    """End with all that was forked and made, even where a signal comes while this is being done."""
    from broadsheet.render.workers.left_over import put_away

    for number in _ENDING:
        signal.signal(number, signal.SIG_IGN)
    for child in children:
        with suppress(OSError):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    put_away(folder)
    os._exit(0)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Have signals wait until what must not be done by half is done."""
    signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)


def _serve(control: socket.socket, children: set[int]) -> None:
    from broadsheet.render.workers.wire import FORK, NUMBER

    while True:
        order, handles, _, _ = socket.recv_fds(control, 1, 1)
        children -= set(_ended())
        if not order:
            return
        if order == FORK:
            with _undisturbed():
                child = os.fork()
                if child:
                    children.add(child)
                else:
                    for number in _ENDING:
                        signal.signal(number, signal.SIG_DFL)
            if not child:
                control.close()
                _work(socket.socket(fileno=handles[0]))
            os.close(handles[0])
        else:
            (child,) = NUMBER.unpack(control.recv(NUMBER.size, socket.MSG_WAITALL))
            if child in children:
                os.kill(child, signal.SIGKILL)


def _ended() -> list[int]:
    """The processes that have ended since; their numbers may be given to others from now on."""
    ended = []
    with suppress(ChildProcessError):
        while (child := os.waitpid(-1, os.WNOHANG)[0]) != 0:
            ended.append(child)
    return ended


def _work(connection: socket.socket) -> None:
    """Make documents one after another, until there are no more or one could not be made."""
    try:
        with suppress(ImportError, OSError, ValueError):
            import resource

            from broadsheet.render.limits import MEMORY

            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        from broadsheet.render.workers.attempt import attempt
        from broadsheet.render.workers.wire import ENDS, GOES_ON, NUMBER, framed, receive

        connection.sendall(NUMBER.pack(os.getpid()))
        for made in range(DOCUMENTS):
            job = receive(connection)
            if job is None:
                break
            if made:
                gc.collect()
            answer, well = attempt(job)
            goes_on = well and made < DOCUMENTS - 1
            connection.sendall(framed((GOES_ON if goes_on else ENDS) + answer))
            if not goes_on:
                break
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
