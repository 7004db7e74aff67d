"""Every kind of finding there is, by code."""

from __future__ import annotations

from broadsheet.findings import Rule


def every_rule() -> dict[str, Rule]:
    """Give every rule by its code, in alphabetical order."""
    # Only now: most lessons are judged without knowing what may be found elsewhere.
    from broadsheet.bounded import RULES as BOUNDED_RULES
    from broadsheet.check.run import RULES as CHECK_RULES
    from broadsheet.collection.names import RULES as NAME_RULES
    from broadsheet.edited.rules import RULES as EDITED_RULES
    from broadsheet.locale.rules import RULES as LOCALE_RULES
    from broadsheet.orders.choosing import RULES as CHOICE_RULES
    from broadsheet.render.rules import RULES as RENDER_RULES
    from broadsheet.school.settings import RULES as SETTINGS_RULES
    from broadsheet.unit.check import RULES as UNIT_RULES

    every = (
        *CHECK_RULES,
        *UNIT_RULES,
        *RENDER_RULES,
        *EDITED_RULES,
        *SETTINGS_RULES,
        *LOCALE_RULES,
        *CHOICE_RULES,
        *NAME_RULES,
        *BOUNDED_RULES,
    )
    rules = sorted(every, key=lambda rule: rule.code)
    return {rule.code: rule for rule in rules}
