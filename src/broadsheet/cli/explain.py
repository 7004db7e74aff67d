"""`broadsheet explain`."""

from __future__ import annotations

from textwrap import indent

import click

from broadsheet.cli.terminal import Styled, echo, style
from broadsheet.findings import Rule, Severity


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
    from broadsheet.reading.spelling import meant
    from broadsheet.recipes.rules import every_rule

    rules = every_rule()
    if code is None:
        width = max(len(name) for name in rules)
        for name, rule in rules.items():
            echo(f"{name:{width}}  {rule.severity.value:7}  {rule.what}")
        return
    if code not in rules:
        near = meant(code, rules).names
        hint = f"did you mean {near[0]}?" if near else "`broadsheet explain` lists them all"
        raise click.UsageError(f"there is no finding {code}; {hint}")
    rule = rules[code]
    echo(Styled(style(f"{rule.code} ({rule.severity.value})", bold=True)))
    echo(f"\n{rule.what}\n\nWhy: {rule.why}\n")
    for title, example in (("Found in", rule.bad), ("Mended", rule.good)):
        echo(f"{title}:\n\n{indent(example, '    ')}\n")
    echo(_how_to_silence(rule))


def _how_to_silence(rule: Rule) -> str:
    from broadsheet.check.silence import RULES

    if rule.severity is Severity.ERROR:
        return "An error can't be silenced."
    if rule in RULES:
        return "A finding about `ignore` can't be silenced: mend the entry or take it out."
    entry = f"ignore:\n  - code: {rule.code}\n    because: …"
    return (
        "To leave it alone in one lesson, say why at the lesson's end; the summary still counts "
        f"it:\n\n{indent(entry, '    ')}"
    )
