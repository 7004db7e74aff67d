"""`broadsheet explain`."""

from __future__ import annotations

from textwrap import indent

import click

from broadsheet.cli.terminal import Styled, echo, style
from broadsheet.findings import Rule


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet explain quotation-not-in-excerpt\n"
    "  broadsheet explain                           a list of all codes"
)
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say why a finding matters, how to mend it and how to silence it.

    CODE stands in brackets after a finding. Without it, all codes are listed.
    """
    from broadsheet.recipes.explain import explain as explained
    from broadsheet.recipes.refusal import Refusal

    if code is None:
        _list()
        return
    rule = explained(code)
    if isinstance(rule, Refusal):
        raise click.UsageError(f"{rule.message}; {rule.hint}")
    echo(Styled(style(f"{rule.code} ({rule.severity.value})", bold=True)))
    echo(f"\n{rule.what}\n\nWhy: {rule.why}\n")
    for title, example in (("Found in", rule.bad), ("Mended", rule.good)):
        echo(f"{title}:\n\n{indent(example, '    ')}\n")
    echo(_how_to_silence(rule))


def _list() -> None:
    from broadsheet.collection.rules import every_rule

    rules = every_rule()
    width = max(len(name) for name in rules)
    for name, rule in rules.items():
        echo(f"{name:{width}}  {rule.severity.value:7}  {rule.what}")


def _how_to_silence(rule: Rule) -> str:
    from broadsheet.recipes.explain import why_not_silenced

    if why_not := why_not_silenced(rule):
        return why_not
    entry = f"ignore:\n  - code: {rule.code}\n    because: …"
    return (
        "To leave it alone in one lesson, say why at the lesson's end; the summary still counts "
        f"it:\n\n{indent(entry, '    ')}"
    )
