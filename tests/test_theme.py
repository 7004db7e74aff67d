"""A school's own look: templates, style sheets and editions that are looked up before ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from tests.conftest import WHOLE_TEXT
from tests.render.on_page import words_of

from broadsheet.collection.read import read_collection
from broadsheet.data import PACKAGE
from broadsheet.excerpt.lines import MEASURE
from broadsheet.findings import Finding, Severity, has_errors
from broadsheet.lesson.load import load
from broadsheet.locale.labels import labels_for, languages
from broadsheet.making.report import Report
from broadsheet.orders.composing import manuscript_of
from broadsheet.orders.good import GoodLesson
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.render.html.page import Page
from broadsheet.render.html.templates import page_of as page_of_manuscript
from broadsheet.render.manuscript import Manuscript
from broadsheet.school.lookup import settings_file
from broadsheet.school.settings import read_settings
from broadsheet.theme import OURS, STANDARD, Theme
from broadsheet.theme.look import ThemeError, look_of

TODAY = date(2026, 11, 23)

Dress: TypeAlias = Callable[..., Path]


@pytest.fixture
def lesson(tmp_path: Path, clean_lesson: str) -> Path:
    """A lesson whose school has a theme of its own, still empty."""
    file = tmp_path / "lessons" / "bridge.yaml"
    (file.parent / "sources").mkdir(parents=True)
    (file.parent / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
    file.write_text(clean_lesson, "utf-8")
    (tmp_path / "broadsheet.yaml").write_text("theme: look\n", "utf-8")
    (tmp_path / "look").mkdir()
    return file


@pytest.fixture
def dress(lesson: Path) -> Dress:
    """Put a file into the theme."""

    def write(name: str, text: str | bytes) -> Path:
        file = lesson.parent.parent / "look" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return write


def changed(name: str, old: str, new: str) -> str:
    """A file of ours with a change."""
    text = (OURS / name).read_text("utf-8")
    assert old in text
    return text.replace(old, new, 1)


def html_of(lesson: Path, edition: str = "standard") -> str:
    """The worksheet's HTML as it goes into layout. Raises ThemeError."""
    return page_of(lesson, edition).html


def page_of(lesson: Path, edition: str) -> Page:
    """The worksheet as it goes into layout. Raises ThemeError."""
    school, findings = read_settings(settings_file(lesson))
    assert findings == []
    request = Request([lesson], Path("output"), TODAY, editions=[edition])
    wanted, _ = orders([GoodLesson(load(lesson), school)], request)
    worksheet = next(order for order in wanted if order.edition)
    sent = manuscript_of(worksheet, look_of)
    assert isinstance(sent, Manuscript)
    return page_of_manuscript(sent)


def fault_of(lesson: Path) -> ThemeError:
    with pytest.raises(ThemeError) as caught:
        html_of(lesson)
    return caught.value


def made(lesson: Path, *editions: str) -> Report:
    return build(Request([lesson], lesson.parent.parent / "output", TODAY, editions=editions))


def only_error(report: Report) -> Finding:
    (error,) = (finding for finding in report.findings if finding.severity == "error")
    return error


def test_a_file_is_taken_from_the_schools_folder_first_and_else_from_ours(dress: Dress) -> None:
    own = dress("styles/base.css", "h1 { color: black }\n")
    theme = Theme.over(own.parent.parent)
    assert theme.file("styles/base.css") == own.resolve()
    assert theme.file("styles/worksheet.css") == OURS / "styles" / "worksheet.css"
    with pytest.raises(FileNotFoundError):
        theme.file("styles/none.css")


def test_a_template_of_the_schools_own_is_used(lesson: Path, dress: Dress) -> None:
    name = "templates/worksheet-sections.html"
    dress(name, changed(name, '<div class="who">', '<div class="who" id="ours">'))
    assert '<div class="who" id="ours">' in html_of(lesson)


def test_a_template_may_change_one_block_of_ours(lesson: Path, dress: Dress) -> None:
    ours = (OURS / "templates" / "worksheet.html").read_text("utf-8")
    dress("templates/our-worksheet.html", ours)
    dress(
        "templates/worksheet.html",
        '{% extends "our-worksheet.html" %}{% block body_class %}plain{% endblock %}',
    )
    assert '<body class="plain">' in html_of(lesson)


def test_a_template_may_change_one_kind_of_section(lesson: Path, dress: Dress) -> None:
    name = "templates/worksheet-sections.html"
    goals = "{% macro goals(it) %}"
    dress(name, changed(name, goals, f"{goals}\n<p>Today:</p>"))
    assert re.search(r'<p>Today:</p>\s*<ul class="goals">', html_of(lesson))


def test_a_template_may_leave_out_the_lines_to_which_questions_refer(
    lesson: Path, dress: Dress
) -> None:
    name = "templates/worksheet-sections.html"
    lines = '{{ lines(text, layout.lines == "flowing") }}'
    ours = (OURS / name).read_text("utf-8")
    dress(name, ours.replace(lines, "<p>Open your reader.</p>"))
    report = made(lesson)
    assert [error for error in report.findings if error.severity == "error"] == []
    worksheet = next(path for path in report.written if "worksheet" in path.name)
    words = " ".join(word.text for word in words_of(worksheet)).replace("\u00a0", " ")
    assert "Open your reader." in words
    assert "(line 1)" in words


def test_a_day_is_printed_as_its_language_writes_it_and_nothing_for_what_is_not_there(
    lesson: Path, dress: Dress
) -> None:
    name = "templates/worksheet-sections.html"
    source = "{% macro source_box(it) %}"
    printed = "<p>{{ it.source.published }}|{{ it.source.author }}|</p>"
    dress(name, changed(name, source, source + printed))
    assert "<p>8 March 1924||</p>" in html_of(lesson)


def test_a_style_sheet_of_the_schools_own_is_used(lesson: Path, dress: Dress) -> None:
    sheet = (OURS / "styles" / "base.css").read_text("utf-8")
    dress("styles/base.css", f"{sheet}\n@page {{ margin-left: 40mm; margin-top: 40mm; }}\n")
    worksheet = next(path for path in made(lesson).written if "worksheet" in path.name)
    words = words_of(worksheet)
    assert min(word.left for word in words) == pytest.approx(40 * 72 / 25.4, abs=1)
    assert min(word.top for word in words) > 40 * 72 / 25.4


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{% if layout %}{% endfor %}", "Encountered unknown tag 'endfor'"),
        ("{{ title", "expected token 'end of print statement'"),
        ("{{ gaols }}", "'gaols' is undefined"),
        ("{{ labels.nothing }}", "has no attribute 'nothing'"),
        ("{{ say('worksheeet') }}", "there is no phrase “worksheeet” in en"),
        ("{{ say('line') }}", "the phrase “line” needs first"),
        ("{{ title | shuffled }}", "No filter named 'shuffled'"),
        ("{{ 1 // 0 }}", "integer division or modulo by zero"),
        ("{{ sections + 1 }}", "can only concatenate tuple"),
        ("{% include 'none.html' %}", "there is no template none.html"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "it calls itself without an end"),
        ("{% for n in range(10 ** 9) %}{% endfor %}", "Range too big"),
        ("{{ layout }}", "this is a Layout, of which the fields can be printed"),
    ],
)
def test_a_broken_template_is_told_with_its_line(
    lesson: Path, dress: Dress, line: str, said: str
) -> None:
    name = "templates/worksheet-sections.html"
    file = dress(name, changed(name, '<div class="who">', f'{line}\n<div class="who">'))
    fault = fault_of(lesson)
    assert said in fault.reason
    assert fault.file == name
    text = file.read_text("utf-8").split("\n")
    if line != "{{ title":  # what is left open is noticed where the next thing stands
        assert fault.line == next(at for at, words in enumerate(text, 1) if line in words)


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("{% for goal in goals %}{% endfor %}", "`section.goals`"),
        ("{% if edition.form %}{% endif %}", "`layout` (`layout.form`"),
        ("{{ texts[0].title }}", "`section.text`"),
        ("{{ exit_question }}", "`section.exit_ticket.ask`"),
        ("{{ total }}", "`section.total`"),
        ("{% for section in sections %}{{ section.letter }}{% endfor %}", '`say("letter_"'),
    ],
)
def test_a_template_for_an_earlier_broadsheet_is_told_where_its_names_are_now(
    lesson: Path, dress: Dress, line: str, now: str
) -> None:
    name = "templates/worksheet.html"
    body = f"{{% block body %}}{line}{{% endblock %}}"
    dress(name, changed(name, "{% block body_class %}", f"{body}{{% block body_class %}}"))
    report = made(lesson)
    error = only_error(report)
    assert (error.code, error.place and error.place.line) == ("theme-fault", 3)
    assert f"take {now}" in error.message
    assert "docs/school.md" in error.message


def test_a_fault_in_a_file_of_macros_is_told_there(lesson: Path, dress: Dress) -> None:
    name = "templates/room.html"
    file = dress(name, changed(name, '<div class="room">', '<div class="room">{{ nubmer }}'))
    fault = fault_of(lesson)
    assert (fault.reason, fault.file) == ("'nubmer' is undefined", name)
    assert "nubmer" in file.read_text("utf-8").split("\n")[(fault.line or 0) - 1]


def test_a_syntax_error_in_a_file_of_macros_is_told_there(lesson: Path, dress: Dress) -> None:
    dress("templates/excerpt.html", "{% macro lines() %}\n\n{% endfor %}\n")
    fault = fault_of(lesson)
    assert (fault.file, fault.line) == ("templates/excerpt.html", 3)


@pytest.mark.parametrize(
    "escape",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ say.__globals__ }}",
        "{{ say.__func__.__globals__['__builtins__'] }}",
        "{{ labels.say.__self__.__class__.__init__.__globals__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ '{0.__class__}'.format(say) }}",
        "{{ open('/etc/hostname').read() }}",
        "{% include '/etc/hostname' %}",
        "{% include '../../lessons/bridge.yaml' %}",
        "{% import 'os' as os %}",
        "{{ sections.__class__ }}",
        "{{ layout.__dict__ }}",
    ],
)
def test_a_template_can_neither_reach_python_nor_other_files(
    lesson: Path, dress: Dress, escape: str
) -> None:
    name = "templates/worksheet-sections.html"
    dress(name, changed(name, '<div class="who">', f'{escape}\n<div class="who">'))
    assert fault_of(lesson).file == name


def test_a_template_changes_nothing_for_the_next_document(lesson: Path, dress: Dress) -> None:
    name = "templates/worksheet-sections.html"
    dress(
        name,
        changed(name, '<div class="who">', '{{ layout.measures.update({}) }}<div class="who">'),
    )
    assert "update" in fault_of(lesson).reason


def test_a_template_that_is_not_utf_8_is_a_fault(lesson: Path, dress: Dress) -> None:
    dress("templates/worksheet.html", b"<p>caf\xe9</p>")
    assert fault_of(lesson).reason == "a template is not text in UTF-8"


def test_a_broken_template_is_one_finding_and_the_earlier_documents_stand_together(
    lesson: Path, dress: Dress
) -> None:
    name = "templates/worksheet-sections.html"
    file = dress(name, changed(name, '<div class="who">', '{{ gaols }}<div class="who">'))
    report = made(lesson, "standard", "core")
    assert report.written == ()
    error = only_error(report)
    assert (error.code, error.file) == ("theme-fault", file.resolve())
    assert error.place is not None
    assert "gaols" in file.read_text("utf-8").split("\n")[error.place.line - 1]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("h1 { colour: black }", "colour"),
        ("h1 { font-size: large-ish }", "large-ish"),
        ("@import url(https://example.org/fonts.css);", "example.org"),
        ("@font-face { font-family: X; src: url(../fonts/none.ttf) }", "X"),
    ],
)
def test_a_broken_style_sheet_is_one_finding_with_its_line(
    lesson: Path, dress: Dress, rule: str, said: str
) -> None:
    file = dress("styles/worksheet.css", f"/* ours */\n\n{rule}\n")
    report = made(lesson)
    error = only_error(report)
    assert (error.code, error.file) == ("theme-fault", file.resolve())
    assert said in error.message
    if rule.startswith("h1"):
        assert error.place is not None
        assert error.place.line == 3


def test_an_open_brace_is_closed_by_the_end_of_a_sheet_after_css_syntax_3(
    lesson: Path, dress: Dress
) -> None:
    dress("styles/worksheet.css", "h1 { color: black\n")
    assert len(made(lesson).written) == 2


def test_a_style_sheet_that_is_not_utf_8_is_a_finding(lesson: Path, dress: Dress) -> None:
    file = dress("styles/worksheet.css", b"/* caf\xe9 */")
    error = only_error(made(lesson))
    assert (error.code, error.file) == ("theme-fault", file.resolve())
    assert "UTF-8" in error.message


def test_a_theme_reads_images_of_its_own_and_no_others(lesson: Path, dress: Dress) -> None:
    from PIL import Image

    sheet = (OURS / "styles" / "worksheet.css").read_text("utf-8")
    file = dress("styles/worksheet.css", f"{sheet}\n.kicker {{ background: url(mark.png) }}\n")
    Image.new("1", (8, 8)).save(file.parent / "mark.png")
    assert len(made(lesson).written) == 2
    dress("styles/worksheet.css", f"{sheet}\n.kicker {{ background: url(file:///etc/hostname) }}\n")
    report = made(lesson)
    assert report.written == ()
    assert "file:///etc/hostname" in only_error(report).message


@pytest.mark.parametrize("name", ["styles/base.css", "templates/base.html", "styles", "notes.txt"])
def test_a_link_in_a_theme_is_told_and_nothing_is_made(
    lesson: Path, dress: Dress, tmp_path: Path, name: str
) -> None:
    dress("editions/evening.yaml", "margin: none\n")
    (tmp_path / "outside").mkdir()
    secret = tmp_path / "outside" / "base.css"
    secret.write_text("h1 { color: black }", "utf-8")
    at = tmp_path / "look" / name
    at.parent.mkdir(exist_ok=True)
    at.symlink_to(secret.parent if name == "styles" else secret)
    report = made(lesson)
    assert report.written == ()
    error = only_error(report)
    assert (error.code, error.path) == ("setting-leads-nowhere", ("theme",))
    assert f"look/{name}" in error.message
    assert "link" in error.message


def test_a_theme_that_is_a_link_is_told_and_nothing_is_made(lesson: Path, tmp_path: Path) -> None:
    (tmp_path / "look").rmdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "look").symlink_to(tmp_path / "outside")
    report = made(lesson)
    assert report.written == ()
    assert "the theme look is a link" in only_error(report).message


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ('<link rel=attachment href="https://lesson.invalid/{}">', "is attached"),
        ('<a rel=attachment href="https://lesson.invalid/{}">x</a>', "is attached"),
        ('<img alt=x src="https://lesson.invalid/{}">', "was refused"),
        ('<img alt=x src="https://theme.invalid/../{}">', "was refused"),
        ('<object data="https://lesson.invalid/{}"></object>', "was refused"),
        ('<link rel=stylesheet href="https://lesson.invalid/{}">', "was refused"),
        ('<link rel=attachment href="https://theme.invalid/styles/base.css">', "is attached"),
        ('<a rel=attachment href="https://theme.invalid/styles/base.css">x</a>', "is attached"),
    ],
)
def test_a_template_gets_nothing_of_the_lessons_folder_into_a_document(
    lesson: Path, dress: Dress, tag: str, said: str
) -> None:
    tag = tag.format("sources/the-bridge-must-wait.txt")
    name = "templates/worksheet-sections.html"
    dress(name, changed(name, '<div class="who">', f'{tag}<div class="who">'))
    report = made(lesson)
    assert report.written == ()
    assert said in only_error(report).message


def test_a_text_among_the_files_of_a_theme_does_not_travel(dress: Dress) -> None:
    own = dress("styles/base.css", "h1 { color: black }")
    dress("private.txt", "who reads this?")
    dress("pages/saved.html", "who reads this?")
    assert set(look_of(Theme.over(own.parents[1])).files) == {"styles/base.css"}


@pytest.mark.parametrize(
    "way",
    [
        "{{ layout.parse_raw('x', allow_pickle=True) }}",
        "{{ layout.of(layout) }}",
        "{{ labels.locale }}",
        "{{ sections[0].asked.replace(1) }}",
        "{{ say.__init__ }}",
        "{{ layout._values }}",
        "{% set layout.form = 1 %}",
        "{{ sections.append(1) }}",
    ],
)
def test_a_template_sees_plain_values_alone(lesson: Path, dress: Dress, way: str) -> None:
    name = "templates/worksheet-sections.html"
    dress(name, changed(name, '<div class="who">', f'{way}<div class="who">'))
    assert fault_of(lesson).file == name


def test_an_edition_of_the_schools_own_works(lesson: Path, dress: Dress) -> None:
    dress(
        "editions/evening.yaml",
        "title: {en: evening class}\nmargin: none\nwords_per_line: 6\nstarters: yes\n"
        "style:\n  size-body: 14pt\n",
    )
    report = made(lesson, "evening")
    assert "bridge-worksheet-evening-a4.pdf" in {path.name for path in report.written}
    html = html_of(lesson, "evening")
    assert page_of(lesson, "evening").foot[0] == "Worksheet · evening class"
    assert html.count('class="rule"') == 3 * 6 + 3 + 2, "four lines for each question become six"


def test_an_edition_of_the_schools_own_may_stand_for_one_of_ours(
    lesson: Path, dress: Dress
) -> None:
    dress("editions/standard.yaml", "goals: no\n")
    assert 'class="goals"' not in html_of(lesson)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("margins: none\n", "unknown-key", "`margins` is not a key"),
        ("lines: wavy\n", "wrong-kind", "`lines` takes `fixed` or `flowing`"),
        ("words_per_line: 90\n", "wrong-kind", "at most 20"),
        ("style: {size-body: '12pt; } * { color: red'}\n", "wrong-kind", "`size-body` takes"),
        ("style: {'a: b; c': 12pt}\n", "wrong-kind", "cannot be"),
        ("goals: perhaps\n", "wrong-kind", "`goals` takes `yes` or `no`"),
        ("title: [a\n", "yaml-syntax", ""),
        ("- goals\n", "wrong-kind", "a list, not keys with values"),
    ],
)
def test_faults_of_an_edition_are_findings_in_its_own_file(
    lesson: Path, dress: Dress, text: str, code: str, said: str
) -> None:
    file = dress("editions/evening.yaml", text)
    report = made(lesson, "evening")
    error = only_error(report)
    assert (error.code, error.file) == (code, file.resolve())
    assert error.place is not None
    assert said in error.message
    assert report.written == ()


def test_a_style_that_css_does_not_know_is_told(lesson: Path, dress: Dress) -> None:
    dress("editions/evening.yaml", "style:\n  size-body: 14 points\n")
    error = only_error(made(lesson, "evening"))
    assert "14 points" in error.message


@pytest.mark.parametrize("name", ["evening.yaml", "evening.yml", "evening.YAML"])
def test_an_edition_is_read_whatever_the_case_of_its_ending_and_hidden_files_are_passed_over(
    lesson: Path, dress: Dress, name: str
) -> None:
    dress(f"editions/{name}", "margin: none\n")
    dress("editions/._evening.yaml", b"\0\5\x16\7Mac OS X")
    settings = read_settings(settings_file(lesson))
    assert settings[1] == []
    assert set(settings[0].theme.editions) == {*Theme().editions, "evening"}
    assert settings[0].theme.edition("evening").name == name
    assert not has_errors(read_collection([lesson], TODAY).findings)


def test_check_reads_the_editions_that_a_theme_brings(lesson: Path, dress: Dress) -> None:
    file = dress("editions/evening.yaml", "style:\n  size-body: 11pt /*\n")
    (finding,) = [
        each
        for each in read_collection([lesson], TODAY).findings
        if each.severity is Severity.ERROR
    ]
    assert (finding.file, finding.place and finding.place.line) == (file.resolve(), 2)


@pytest.mark.parametrize("language", languages())
def test_every_edition_that_ships_has_a_name_in_every_language(language: str) -> None:
    assert set(labels_for(language).editions) == set(Theme().editions) - {STANDARD}


def test_the_words_between_two_numbers_at_the_foot_stay_words(lesson: Path, dress: Dress) -> None:
    ours = (PACKAGE / "locale" / "ar.yaml").read_text("utf-8")
    assert 'page_of: "{page} من {pages}"' in ours
    typed = "{page} ' url(x); * {pages}"
    dress("locale/ar.yaml", ours.replace("{page} من {pages}", typed))
    lesson.write_text(
        lesson.read_text("utf-8").replace("language: en\n", "language: ar\n", 1), "utf-8"
    )

    style = page_of(lesson, "standard").style

    assert r'content: counter(page) " \27  url\28 x\29 \3b  \2a  " counter' in style
    assert "'" not in style


def test_the_column_of_the_text_is_as_wide_as_its_lines_are_broken_to() -> None:
    css = (OURS / "styles" / "worksheet.css").read_text("utf-8")
    widths = re.findall(r"(\S+) \* var\(--excerpt-size\)", css)
    assert set(widths) == {"var(--measure)"}
    assert f"--measure: {MEASURE:g};" in (OURS / "styles" / "base.css").read_text("utf-8")
