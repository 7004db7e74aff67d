"""`broadsheet lsp`."""

from __future__ import annotations

import gc

import click


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet lsp            as an editor starts it; docs/editors.md says how\n"
    "  broadsheet lsp --alone    in an editor without yaml-language-server"
)
@click.option(
    "--alone",
    is_flag=True,
    help="Tell everything. Without it, what the schema says of a file that names it, such as an "
    "unknown key, is left to yaml-language-server.",
)
def lsp(alone: bool) -> None:
    """Serve an editor by the Language Server Protocol, over standard input and output.

    It shows findings as you type, mends, completes quotations and keys, and explains. It is
    started by an editor and waits for what that says; it reaches nothing but files beside a lesson.
    """
    try:
        from broadsheet.lsp.serve import serve
    except ImportError as missing:
        if (missing.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise click.ClickException(
            "the language server needs the extra `lsp`: pip install 'broadsheet[lsp]'"
        ) from None
    gc.enable()  # it may run for days
    if not serve(alone=alone):
        raise click.ClickException(
            "this is no Language Server Protocol; an editor is to start `broadsheet lsp`"
        )
