"""What is wrong with a template, told to whoever writes it, with its file and line."""

from __future__ import annotations

import re
from typing import Final

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from broadsheet.render.html.environment import COMPILED
from broadsheet.render.limits import TOO_MUCH_MEMORY
from broadsheet.theme.look import ThemeError

RENAMED: Final = {
    "answers": "`section.questions` of the section `answers`",
    "booklet": "`say(document_name)`",
    "credits": "`section.credits` of the section `gets_right`",
    "details": "`source.genre`, `source.outlet`, `source.published | date` and `source.pages`, "
    "parted by `| parted`; of a question, its `points`, `depth` and `standards`",
    "edition": "`layout` (`layout.form`, `layout.lines`, `layout.tables`, `layout.measures`); "
    "`sections` hold what the edition shows",
    "exit_lines": "`section.exit_ticket.lines` of the section `leaving`",
    "exit_question": "`section.exit_ticket.ask` of the section `leaving`",
    "for_student": "`section.asked` of the section `cover`, or `section.plans` of `contents`",
    "for_teachers": "`section.words` of the section `for_teachers`",
    "glossary": "`section.glosses` of the section `glossary`",
    "goals": "`section.goals` of the section `goals`",
    "happened_next": "`section.rows` of a section `facts`",
    "head": "`section.head` of the section `school_head`",
    "introduction": "`section.introduction` of the section `cover`",
    "left_out": "`section.rows` of a section `facts`",
    "lessons": "`section.lessons` of the section `contents`",
    "letter": '`say("letter_" ~ section.part)`',
    "level": "`section.level` of the section `title`, `overview` or `cover`",
    "materials": "`section.materials` of the section `overview`",
    "minutes": "`section.minutes` of the section `title`, `overview` or `cover`",
    "objectives": "`section.objectives` of the section `overview`",
    "own_lines": "`section.own_question.lines` of the section `leaving`",
    "plan": "`section.steps` of the section `plan`",
    "references": "`section.works` of the section `references`",
    "standards": "`section.standards` of the section `overview`",
    "starters": "`section.starters` of the section `support`",
    "texts": "`section.text` of each section `reading` or `excerpt`",
    "topics": "`section.topics | listed` of the section `overview`",
    "total": "`section.total` of the section `leaving`",
}
"""What templates were given by these names once, and where it is now."""

_UNKNOWN: Final = re.compile(r"'(\w+)' is undefined|has no attribute '(\w+)'")


def fault_in(error: Exception) -> ThemeError:
    """Tell an error that a template raised; it is code, and can raise whatever Python can."""
    if isinstance(error, TemplateSyntaxError):
        file = _name_of(error.filename or "")
        return ThemeError(error.message or "a syntax error", file, error.lineno)
    file, line = _place_of(error)
    return ThemeError(_told(error), file, line)


def _told(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"there is no template {error.name}"
        case RecursionError():
            return "it calls itself without an end"
        case MemoryError():
            return TOO_MUCH_MEMORY
        case UndefinedError():
            return _undefined(str(error))
        case _:
            return str(error) or type(error).__name__


def _undefined(message: str) -> str:
    """What a template asks for in vain, and where that is now if it was once given."""
    found = _UNKNOWN.search(message)
    now = RENAMED.get(found[1] or found[2]) if found else None
    return f"{message}: take {now}, see docs/school.md" if now else message


def _place_of(error: BaseException) -> tuple[str | None, int | None]:
    """The innermost line of a template that an error passed through; Jinja rewrites tracebacks."""
    found: tuple[str | None, int | None] = (None, None)
    trace = error.__traceback__
    while trace is not None:
        if name := _name_of(trace.tb_frame.f_code.co_filename):
            found = (name, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _name_of(compiled: str) -> str | None:
    """The name in the theme of what was compiled; None for what is no template."""
    name = compiled.removeprefix(COMPILED)
    return name if name != compiled else None
