"""What is wrong with a line as a whole: its indent, its blanks, its colon, its dash."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from broadsheet.reading.yaml_scene import (
    Explained,
    Scene,
    indent_of,
    line_at,
    uncommented,
)
from broadsheet.text import unseen

_ODD: Final = f"[{unseen.BLANKS}{unseen.UNSEEN}]"
_ODD_BLANK: Final = re.compile(
    rf" *(?P<indent>{_ODD})|\s*(?:- +)*-(?P<dash>{_ODD})"
    rf"|\s*(?:- +)*[^\s:#'\"][^:]{{0,60}}:(?P<colon>{_ODD})"
)
_FULL_WIDTH: Final = re.compile(r"\s*(?:- +)*[\"'“]?[\w-]+[\"'”]? *([：﹕∶])")
_KEY: Final = re.compile(r":(?:\s|$)")
_HEADER: Final = re.compile(r"(?:^|[:-] +)[|>][-+0-9]*$")
_BULLET: Final = re.compile(r" *(?:([-+])[^\s-]|([–—•*·▪◦]) )")
_MERGING: Final = re.compile(r"(?:<{7}|>{7}|={7}|\|{7})(?:\s|$)")
_WITH_VALUE: Final = re.compile(r"[\s-]*([\w-]+):\s+[^\s#|>]")
_FENCE: Final = re.compile(r" *(?:```|~~~)")


def tab(scene: Scene) -> Explained | None:
    """A tab in the indent."""
    line = scene.line
    at = line[: len(line) - len(line.lstrip())].find("\t")
    if at < 0 and (after_dash := re.match(r" *- *\t", line)):
        at = after_dash.end() - 1
    if at < 0:
        return None
    return (
        "a tab stands in the indent",
        "YAML's indents are blanks: replace the tab by two of them",
        (scene.start + at, scene.start + at + 1),
    )


def odd_blank(scene: Scene) -> Explained | None:
    """A no-break blank or its like where YAML needs an ordinary one."""
    for start, line in scene.near():
        found = _ODD_BLANK.match(line)
        if found and (place := found.lastgroup):
            where = {
                "indent": "in the indent",
                "dash": "after the dash",
                "colon": "after the colon",
            }
            at = start + found.start(place)
            return (
                f"{unseen.a_named(found[place])} stands {where[place]}",
                "type ordinary blanks instead: it comes along, unseen, when text is pasted from a "
                "web page or a word processor",
                (at, at + 1),
            )
    return None


def full_width_colon(scene: Scene) -> Explained | None:
    """The colon of a Chinese or Japanese keyboard after a key."""
    for start, line in scene.near():
        found = _FULL_WIDTH.match(line)
        if found:
            return (
                f"{unseen.a_named(found[1])} stands after this key, and YAML reads it as text",
                "write an ordinary colon and a blank: `key: value`",
                (start + found.start(1), start + found.end(1)),
            )
    return None


def directive(scene: Scene) -> Explained | None:
    """A line that begins with `%`."""
    if not scene.line.startswith("%"):
        return None
    return (
        "a line that begins with `%` is a command to YAML, and not one that it knows",
        "remove the line; text that begins so needs quotation marks",
        scene.words(scene.at),
    )


def end_of_document(scene: Scene) -> Explained | None:
    """Three dots at the margin."""
    start, line = next(scene.above(), (0, ""))
    if not re.match(r"\.\.\.(?:\s|$)", line):
        return None
    return (
        "`...` at the beginning of a line ends the document, and more follows",
        "remove it; if it belongs to a text, indent it as the text's other lines are",
        (start, start + 3),
    )


def block(scene: Scene) -> Explained | None:
    """A line that should belong to a block under `key: |`, and is not indented enough."""
    return _beside_block(scene) or _beside_block(replace(scene, at=scene.began))


def _beside_block(scene: Scene) -> Explained | None:
    line = scene.line
    if _KEY.search(line) and not line.lstrip().startswith(("- ", "((")):
        return None
    own, first, comment = indent_of(line), None, None
    for start, above in scene.above():
        bare = uncommented(above)
        if _HEADER.search(bare):
            depth = indent_of(above)
            if own > depth and comment is not None:
                return (
                    "this comment stands to the left of the text around it, and so ends the text",
                    "remove it, or indent it as the text is (it is printed then)",
                    scene.words(comment),
                )
            # A key never begins with a bracket, as a cut or an editor's word does.
            if first is not None and (own > depth or line.lstrip().startswith("[")):
                line_number = scene.text.count("\n", 0, first) + 1
                return (
                    "this line stands to the left of the first line of its text, "
                    f"which begins on line {line_number}",
                    "indent all lines of the text alike",
                    scene.words(scene.at),
                )
            if first is None and bare.endswith(("|", ">")):
                key = bare.lstrip().removeprefix("- ").split(":")[0]
                return (
                    f"the text of `{key}: {bare[-1]}` has to be indented",
                    "put two blanks more before each of its lines than before its key",
                    scene.words(scene.at),
                )
            return None
        if not bare:
            comment = start
        elif indent_of(above) < own:
            return None
        else:
            first = start
    return None


def cut_by_comment(scene: Scene) -> Explained | None:
    """Text that goes on under a line which a `#` has ended."""
    if _KEY.search(scene.line):
        return None
    start, line = next(scene.above(), (0, ""))
    bare = uncommented(line)
    if bare == line.rstrip() or (indent_of(scene.line) <= indent_of(line) and _KEY.search(line)):
        return None
    at = start + len(bare) + len(line[len(bare) :]) - len(line[len(bare) :].lstrip())
    return (
        "a `#` after a blank begins a comment, so the text ends here and can't go on below",
        'put the whole value in quotation marks ("…"), or on lines of its own under `key: |`',
        (at, start + len(line.rstrip())),
    )


def dash(scene: Scene) -> Explained | None:
    """A list's item without its dash and blank."""
    for start, line in (line_at(scene.text, scene.at), line_at(scene.text, scene.began)):
        found = _BULLET.match(line)
        if found and not _KEY.search(line):
            at = start + (found.start(1) if found[1] else found.start(2))
            return (
                f"no blank follows the `{found[1]}`"
                if found[1]
                else f"`{found[2]}` does not begin a list's item in YAML",
                "each item of a list begins with an ordinary hyphen and a blank: `- item`",
                (at, at + 1),
            )
    return None


def no_colon(scene: Scene) -> Explained | None:
    """A line that should be a key and is none."""
    for start, line in (line_at(scene.text, scene.began), line_at(scene.text, scene.at)):
        if (found := _without_colon(start, line)) is not None:
            return found
    # Text where a key should stand runs on to the next line, and YAML blames that.
    above = next(scene.above(), None)
    if above and indent_of(above[1]) == indent_of(scene.line) and _KEY.search(scene.line):
        return _without_colon(*above)
    return None


def _without_colon(start: int, line: str) -> Explained | None:
    words = line.strip()
    place = (start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
    if not words or words.startswith(("- ", "#")) or _KEY.search(words):
        return None
    if _FENCE.match(line):
        return (
            "this line belongs to Markdown, not to YAML",
            "remove it, and the one that closes it",
            place,
        )
    if _MERGING.match(words):
        return (
            "this line is Git's mark of two versions that it could not join",
            "choose between the lines around it, and remove its three marks",
            place,
        )
    if re.match(r"[\w-]+:", words):
        return (
            "no blank follows the colon of this key",
            "write `key: value`, with a blank after the colon",
            place,
        )
    if re.match(r"[\w-]+ *=", words):
        return (
            "`=` stands here where YAML has a colon",
            "write `key: value`",
            place,
        )
    return (
        "this line is neither a key with a value nor part of the value above it",
        "write `key: value`, or indent it deeper than the key it belongs to",
        place,
    )


def indent(scene: Scene) -> Explained:
    """What is left when nothing else is wrong: the line stands in the wrong column."""
    message = "the indent of this line fits nothing above it"
    hint = "line it up with the keys it belongs with; a value's own lines stand deeper than its key"
    if scene.line.lstrip().startswith("- "):
        hint = "line it up with the other items of its list; a list has no keys beside its items"
    _, above = next(scene.above(), (0, ""))
    if indent_of(scene.line) > indent_of(above) and (key := _WITH_VALUE.match(above)):
        hint = f"`{key[1]}` above has a value already: line this up with it, or take that value out"
    return message, hint, scene.words(scene.at)
