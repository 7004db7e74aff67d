"""A lesson as an editor sees it: YAML 1.2 by its core schema, then our JSON Schema."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import yaml
from jsonschema import Draft7Validator

from broadsheet.describe.schema import schema_of
from broadsheet.lesson.models import Lesson
from broadsheet.reading.reader import read_text
from broadsheet.reading.typed import typed

SCHEMA: Final = schema_of(Lesson)
VALIDATOR: Final = Draft7Validator(SCHEMA)

# Every key of the format stands here once at least, but `sources`, which takes the place of
# `source`. The kinds of room part the questions.
COMPLETE: Final = """
broadsheet: 1
title: Who pays for the bridge?
language: en
level: Grades 9–10
ages: [14, 16]
minutes: 45
topics: [bridges]
summary: Students tell what an editorial reports from what it urges.
objectives: [I can tell a report from a demand.]
standards: [CCSS.ELA-LITERACY.RH.9-10.8]
source:
  title: The Bridge Must Wait
  author: A Ferryman
  outlet: The Harbour Gazette
  genre: editorial
  published: 1924-03-08
  pages: p. 4
  url: https://example.org/bridge
  rights: Public domain.
  public_domain: yes
  language: en-GB
  text: sources/bridge.txt
  fingerprint: sources/bridge.json
  excerpt: The council voted on Tuesday to build a second bridge.
glossary:
  council: those elected to run a town
questions:
  gist:
    - ask: What is to be built?
      space: 2 lines
      points: 2
      starter: The council …
      word_bank: [bridge]
      steps: [Find the verb.]
      core: yes
      answer: A bridge.
      accept: [A second bridge.]
      reject: [A ferry.]
      depth: 1
      standards: [CCSS.ELA-LITERACY.RH.9-10.8]
      facts: [a-vote]
      credits: no
      other_side: no
    - ask: Draw it.
      box: 5 cm
  evidence:
    - ask: Is it a fact?
      choices: [true, false]
      space: 1 line
    - ask: How strong is it?
      scale: [weak, strong]
    - ask: Fill in.
      claim_table: 3 rows
  framing:
    - ask: Fill in.
      framing_grid: yes
    - ask: Fill in.
      table: {columns: [One, Two], rows: 2 rows}
    - ask: Fill in.
      table: {columns: [One, Two], rows: [Three, Four]}
  omissions:
    - ask: Fill in.
      omission_table: 4
      answer: {proficient: All., emerging: Some., beginning: One.}
  synthesis:
    - ask: Compare.
      comparison_grid: [Cost]
exit_ticket: What would you ask the council?
facts:
  a-vote:
    says: The council voted.
    known: 1924-03
    cite: minutes
  a-count:
    says: There were nine ferrymen.
    known: 1924
    cite:
      - minutes
      - title: Register
        author: B. Clerk
        publisher: Harbour Office
        date: 1923
        where: p. 9
        url: https://example.org/register
        checked: to be re-checked
        note: as reported by the Gazette
references:
  minutes:
    title: Minutes of the council
    checked: 2026-01-20
notes:
  materials: [A map.]
  background: The harbour of 1924.
  care: Nobody's trade is laughed at.
  plan:
    - minutes: 45
      do: Read and talk.
  pacing: Leave out the drawing.
  misconceptions: A vote is no bridge.
  gets_right: The old bridge is narrow.
  discussion: Who else was not asked?
  support: Read aloud.
  extension: Find another editorial.
ignore:
  - code: source-not-at-hand
    because: A sample.
"""


class Core(yaml.SafeLoader):
    """Reads YAML as an editor does, by the core schema of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)


def _whole_number(_loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    digits = node.value
    return int(digits, 0) if digits.startswith(("0o", "0x")) else int(digits)


Core.add_constructor("tag:yaml.org,2002:int", _whole_number)


def in_an_editor(text: str) -> Any:
    """What an editor's parser makes of a lesson; keys are always words to it."""

    def keyed(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): keyed(inner) for key, inner in value.items()}
        return [keyed(inner) for inner in value] if isinstance(value, list) else value

    return keyed(yaml.load(text, Loader=Core))  # noqa: S506 - a SafeLoader


def editor_accepts(text: str) -> bool:
    return bool(VALIDATOR.is_valid(in_an_editor(text)))


def reader_accepts(text: str) -> bool:
    document, findings = read_text(text, Path("lesson.yaml"))
    if document is None or findings:
        return False
    lesson, remarks = typed(Lesson, document)
    return lesson is not None and not remarks


def changed(old: str, new: str) -> str:
    assert old in COMPLETE
    return COMPLETE.replace(old, new, 1)
