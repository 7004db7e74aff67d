"""Lessons that nobody writes by accident: every key of the format, filled in and then broken."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

import yaml

Value: TypeAlias = "str | int | float | list[Value] | dict[str, Value] | None"
Path: TypeAlias = "tuple[str | int, ...]"

LESSON = """\
broadsheet: "1"
title: Who pays for the bridge?
language: en
level: Grades 9–10
ages: ["14", "16"]
minutes: "45"
topics: [bridges]
summary: Students tell what an editorial reports from what it urges.
objectives: [I can tell a report from a demand.]
standards: [CCSS.ELA-LITERACY.RH.9-10.8]
source: &source
  title: The Bridge Must Wait
  author: A Reader
  outlet: The Harbour Gazette
  genre: editorial
  published: "1924-03-08"
  pages: p. 4
  url: https://harbour.example/bridge
  view: for the ferry
  rights: Public domain.
  public_domain: "yes"
  language: en
  text: sources/the-bridge-must-wait.txt
  fingerprint: sources/bridge.fingerprint.json
  form: prose
  picture:
    file: images/bridge.png
    alt: A bridge with wagons.
    credit: The Harbour Gazette
    rights: Public domain.
  excerpt: |
    The council voted on Tuesday to build a second bridge, and the ferrymen were not asked.

    […]

    [T]he so-called experts (three of them) count wagons; we count men.
glossary: {wagons: carts drawn by horses}
questions:
  gist:
    - ask: What is it about?
      space: 3 lines
      points: "2"
      core: "yes"
      depth: "1"
      starter: It is about
      word_bank: [bridge]
      steps: [Look at ((The council voted)).]
      answer: {proficient: The bridge., emerging: A bridge., beginning: A town.}
      facts: [minutes-1924]
      accept: [A ferry.]
      reject: [A road.]
      credits: "yes"
  evidence:
    - {ask: "Which?", choices: [one, two], right: ["1"], answer: One.}
    - {ask: "How well?", scale: [badly, well], space: 2 lines}
    - {ask: "Fill in.", table: {columns: [one, two], rows: "3"}, answer: {rows: [[a, b]]}}
    - {ask: "Draw.", box: 5 cm}
    - {ask: "Which claims: ((so-called))?", claim_table: 3 rows}
    - {ask: "Which of these?", claim_table: {claims: [((so-called))], own: "1"}}
  framing:
    - {ask: "Which words?", framing_grid: "yes"}
  omissions:
    - {ask: "What is missing?", omission_table: 2 rows, other_side: "yes"}
  synthesis:
    - {ask: "Compare.", comparison_grid: [one, two], depth: "3"}
exit_ticket: What will you remember of ((the ferrymen))?
facts:
  minutes-1924:
    says: The council voted for the bridge [@minutes].
    known: "1924-03-04"
    cite:
      - minutes
      - &work
        title: Minutes of the council
        kind: chapter
        part_of: Annals of the town
        author: The clerk
        publisher: Town of Harbour
        date: "1924-03-04"
        where: page 3
        url: https://harbour.example/minutes
        checked: to be re-checked
        note: as reported by the Gazette
references:
  minutes: *work
notes:
  materials: [A map.]
  background: The old bridge was narrow.
  care: None is needed.
  plan: [{minutes: "45", do: Read., questions: ["1"], hand_out: The text.}]
  second_lesson: [{minutes: "45", do: Talk., questions: ["2"]}]
  pacing: Drop one.
  exit_ticket: A reason.
  misconceptions: Some think so.
  gets_right: It counts.
  discussion: Talk.
  support: Read aloud.
  extension: Write a letter.
  families: Ask what the ferrymen thought.
ignore: [{code: source-not-at-hand, because: It is made up.}]
"""
"""A lesson with every key of the format but `sources`."""


@cache
def whole() -> Value:
    """The lesson's values, which nobody changes."""
    values: Value = yaml.safe_load(LESSON)
    return values


def paths(value: Value, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every value in a lesson."""
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from paths(inner, (*path, at))


def replaced(value: Value, path: Path, new: Value) -> Value:
    """The value with another at a path."""
    if not path:
        return new
    step, *rest = path
    if isinstance(value, dict):
        return {k: replaced(v, tuple(rest), new) if k == step else v for k, v in value.items()}
    assert isinstance(value, list)
    return [replaced(v, tuple(rest), new) if at == step else v for at, v in enumerate(value)]


def written(value: Value) -> str:
    """A lesson's YAML."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # the same, and many times faster
    text: str = yaml.dump(value, Dumper=dumper, sort_keys=False, width=10**9)
    return text
