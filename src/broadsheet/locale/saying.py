"""Phrases with their values filled in, in the plural form that a number asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

OTHER: Final = "other"
FORMS: Final = ("zero", "one", "two", "few", "many", OTHER)
"""Every form that a language may have, by the names of the Unicode CLDR."""

Form: TypeAlias = str | Mapping[str, str]
"""A phrase, or its plural forms by CLDR's names: `one`, `few`, `other` …"""


def said(
    phrases: Mapping[str, Form],
    plural_of: Callable[[int], str],
    language: str,
    phrase: str,
    values: Mapping[str, object],
) -> str:
    """Give a phrase with its values filled in; `n` chooses between plural forms.

    Raises LookupError, with a sentence for whoever writes a template, where the language lacks the
    phrase or the phrase needs a value that is not given.
    """
    if phrase not in phrases:
        raise LookupError(f"there is no phrase “{phrase}” in {language}")
    form = phrases[phrase]
    if not isinstance(form, str):
        n = values.get("n")
        form = form.get(plural_of(n) if isinstance(n, int) else OTHER, form[OTHER])
    try:
        return form.format(**values)
    except KeyError as error:
        raise LookupError(f"the phrase “{phrase}” needs {error.args[0]}") from None
