"""`broadsheet explain`."""

from __future__ import annotations

import click


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet explain quotation-not-in-excerpt\n"
    "  broadsheet explain                           a list of all codes"
)
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say why a finding matters and how to mend it. Without CODE, list them all."""
    import difflib

    from broadsheet.rules import every_rule

    rules = every_rule()
    if code is None:
        width = max(len(name) for name in rules)
        for name, rule in rules.items():
            click.echo(f"{name:{width}}  {rule.severity.value:7}  {rule.what}")
        return
    if code not in rules:
        near = difflib.get_close_matches(code, rules, n=1)
        meant = f"; did you mean {near[0]}?" if near else "; `broadsheet explain` lists them all"
        raise click.UsageError(f"there is no finding {code}{meant}")
    rule = rules[code]
    click.echo(click.style(f"{rule.code} ({rule.severity.value})", bold=True))
    click.echo(f"\n{rule.what}\n\nWhy: {rule.why}\n")
    for heading, example in (("Found in", rule.bad), ("Mended", rule.good)):
        click.echo(f"{heading}:\n")
        click.echo("\n".join(f"    {line}" for line in example.splitlines()) + "\n")
