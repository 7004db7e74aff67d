"""Who may ask: only pages that we served ourselves, on this machine, by its own name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST: Final = "127.0.0.1"
"""The one address that is listened at: of this machine, for this machine."""

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What a browser lets the page do, whatever a lesson says."""

_HEADERS: Final = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
]


@dataclass(frozen=True, slots=True)
class Guard:
    """Stands before an app: refuses strangers, and says what a browser may do with what it gets.

    A page of another site can have a browser ask us, even under a name that it made to lead here;
    the browser then says under which name, and for which site.
    """

    app: ASGIApp
    port: int

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may be asked."""
        if scope["type"] != "http":
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS]
            await send(message)

        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        if refused := self.refuses(scope["method"], headers):
            from starlette.responses import PlainTextResponse

            await PlainTextResponse(refused, 403)(scope, receive, guarded)
            return
        await self.app(scope, receive, guarded)

    def refuses(self, method: str, headers: dict[bytes, str]) -> str:
        """Why a request is refused; nothing where it is not."""
        hosts = [f"{name}:{self.port}" for name in (HOST, "localhost")]
        if headers.get(b"host") not in hosts:
            return "this page goes by its own address alone"
        origin = headers.get(b"origin")
        own = [f"http://{host}" for host in hosts]
        if origin not in own and (origin is not None or method not in ("GET", "HEAD")):
            return "only the page itself may ask for this"
        site, mode = headers.get(b"sec-fetch-site"), headers.get(b"sec-fetch-mode")
        if site not in (None, "same-origin", "none") and mode != "navigate":
            return "another site may lead here, and do nothing else"
        return ""
