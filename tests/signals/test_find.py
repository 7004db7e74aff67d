"""Signals: the words of a clause on which a question may rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.describe.starter.skeleton import Wording
from broadsheet.describe.starter.skeleton import languages as starters
from broadsheet.excerpt.numbered import numbered
from broadsheet.excerpt.quotation import mark_at
from broadsheet.lesson.load import load
from broadsheet.locale.look_up import locale_files
from broadsheet.signals.find import signals_in
from broadsheet.signals.lists import languages
from broadsheet.signals.signal import MOST, Kind, chosen
from broadsheet.signals.whole import is_read, missing_from
from broadsheet.text.tokens import tokens
from broadsheet.theme import Theme

LESSONS = sorted((Path(__file__).parents[2] / "lessons").glob("*.yaml"))


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(signal.kind.value, text[slice(*signal.at)]) for signal in signals_in(text, language)]


def kinds(text: str, language: str = "en") -> list[str]:
    return [kind for kind, _ in found(text, language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said the bridge was old, and it will cost 20 million.", "en"),
        ("The mayor said the bridge was old; repairs cost 20 million.", "en"),
        ("The mayor said the bridge was old but repairs cost 20 million.", "en"),
        ("The mayor said so. Repairs cost 20 million.", "en"),
        ("Le maire a dit que le pont était vieux, mais il coûtera 20 millions.", "fr"),
        ("Der Rat sagte, die Brücke sei alt, aber sie kostet 20 Millionen.", "de"),
        ("El alcalde dijo que el puente era viejo, pero costará 20 millones.", "es"),
        ("Рада сказала, що міст старий, але він коштуватиме 20 мільйонів.", "uk"),
        ("قال الرئيس إن الجسر قديم، لكنه سيكلف 20 مليونا.", "ar"),
        ("ראש העירייה אמר שהגשר ישן, אבל הוא יעלה 20 מיליון.", "he"),
        ("市長說橋已經很舊了，但是修理要花20億。", "zh"),
    ],
)
def test_a_speaker_in_one_clause_vouches_for_nothing_in_the_next(text: str, language: str) -> None:
    assert kinds(text, language) == ["speaker", "number"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said that the bridge will cost 20 million.", "en"),
        ("The bridge will cost 20 million, said the mayor of the town.", "en"),
        ("According to the mayor, the bridge will cost 20 million.", "en"),
        ("The mayor told us that, in March, repairs had cost 20 million.", "en"),
        ("Selon la mairie, le pont coûtera 20 millions.", "fr"),
        ("Der Rat sagte, dass die Brücke 20 Millionen kostet.", "de"),
        ("Laut dem Rat kostet die Brücke 20 Millionen.", "de"),
        ("El puente costará 20 millones, según el alcalde.", "es"),
        ("За даними ради, міст коштуватиме 20 мільйонів.", "uk"),
        ("The mayor of the town said: the bridge will cost 20 million.", "en"),
        ("قال رئيس البلدية: سيكلف الجسر 20 مليونا.", "ar"),
        ("לדברי ראש העירייה, הגשר יעלה 20 מיליון.", "he"),
        ("市长说，桥要花20亿。", "zh"),
    ],
)
def test_a_speaker_vouches_for_what_was_said(text: str, language: str) -> None:
    assert kinds(text, language) == ["speaker"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He met them on 8 March, and on March 12 again.", "en"),
        ("It stands on page 12, in article 5 and in the minutes of 1924.", "en"),
        ("Er kam am 8. März um 7 Uhr und blieb.", "de"),
        ("Il vint le 8 mars à 7 heures.", "fr"),
        ("Vino el 8 de marzo a las 7.", "es"),
        ("Він прийшов 8 березня о 7 годині.", "uk"),
        ("More than two came, and nothing more than that happened.", "en"),
        ("The boats almost always leave.", "en"),
        ("It stood in The Crisis.", "en"),
        ("“Nobody will ever go,” he replied.", "en"),
        ("اجتمعوا في 8 مارس ١٩٢٤ ثم قرأوا الصفحة 12.", "ar"),
        ("הם נפגשו ב־8 במרץ 1924 וקראו את עמוד 12.", "he"),
        ("他们1924年3月8日开会，读了第12页。", "zh"),
    ],
)
def test_what_only_looks_like_a_signal_is_none(text: str, language: str) -> None:
    assert not {"number", "absolute", "comparison", "charged"} & set(kinds(text, language))


def test_what_is_said_in_quotation_marks_is_not_held_at_a_distance() -> None:
    assert ("named", "“reform”") in found("Their “reform” costs us the school.")
    assert "named" not in kinds("The mayor called “reform” what others, she said, call “theft”.")


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.stem)
def test_the_words_of_a_signal_can_be_quoted(file: Path) -> None:
    lesson = load(file).lesson
    assert lesson is not None
    excerpts = numbered(lesson)
    for label, source in lesson.texts.items():
        for signal in signals_in(source.excerpt, source.language or lesson.language):
            mark = mark_at(f"(({signal.words}))", 0)
            assert mark is not None
            assert excerpts[label].occurrences(mark.first), signal


def test_a_dozen_signals_are_chosen_at_most_and_of_many_kinds() -> None:
    text = " ".join(
        f"Some say {n} men came. They always come. It was perhaps a mob. “We go,” said one."
        for n in range(20, 60)
    )
    some = chosen(signals_in(text, "en"))
    assert len(some) <= MOST
    assert {signal.kind for signal in some} >= {Kind.NOBODY, Kind.ABSOLUTE, Kind.CHARGED}
    assert [signal.at for signal in some] == sorted(signal.at for signal in some)
    assert chosen(signals_in(text, "en"), 2) == chosen(chosen(signals_in(text, "en"), 2))


def test_a_word_that_comes_back_is_asked_of_once_and_each_speaker_by_himself() -> None:
    some = chosen(
        signals_in("The mayor said that it was so. The baker said that it was not.", "en")
    )
    assert [signal.kind for signal in some] == [Kind.SPEAKER, Kind.SPEAKER]
    charged = chosen(signals_in("It is a disaster. A disaster, I say! Disaster follows.", "en"))
    assert [signal.on for signal in charged] == ["disaster"]


def test_what_a_whole_piece_lacks_is_told() -> None:
    bare = "Let the ferry stay, for it is ours and it is a part of the town."
    assert {signal.kind for signal in missing_from(bare, "en")} == {
        Kind.NO_NUMBER,
        Kind.NO_SPEAKER,
        Kind.NO_OBJECTION,
    }
    full = f"{bare} It carries 900 a day. Its opponents, the mayor said, count wagons."
    assert missing_from(full, "en") == ()


def test_a_text_in_another_language_than_is_said_is_not_read() -> None:
    english = "The ferry is a part of the town, and we have the right to be heard in this."
    german = "Die Fähre ist ein Teil der Stadt, und wir haben das Recht, dass man uns hört."
    assert is_read(english, "en-GB")
    assert not is_read(german, "en")
    assert is_read(german, "de-AT")
    assert not is_read("", "en")


@pytest.mark.parametrize("tag", starters())
def test_a_text_is_read_in_its_own_language_and_in_hardly_any_other(tag: str) -> None:
    letter = Wording.of(tag).letter("a")
    read_in = {language for language in languages() if is_read(letter, language)}
    kin = {"fr", "es"}
    assert {tag.split("-")[0]} <= read_in <= {tag.split("-")[0]} | (kin if tag in kin else set())


def test_a_language_in_the_same_letters_is_not_taken_for_another() -> None:
    persian = "این نامه را برای شما می‌نویسم که در شهر ما از سال گذشته تا به حال کسی به فکر پل نبود."
    yiddish = (
        "די שיף איז אלט און מען זאגט אז זי וועט קאסטן דער שטאט א סך געלט פאר דעם וואס מיר האבן."
    )
    assert not is_read(persian, "ar")
    assert not is_read(yiddish, "he")


def test_there_are_lists_for_every_language_that_we_ship() -> None:
    assert {tag.split("-")[0] for tag in locale_files(Theme())} == set(languages())
    assert signals_in("12", "pl") == ()
    assert missing_from("12", "pl") == ()


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("The regime sent two ships. The government of the north waited.", "en", 2),
        ("The regime sent two ships. The Government Printing Office waited.", "en", 0),
        ("The regime sent two ships. The regime waited.", "en", 0),
        ("Das Regime schickte zwei Schiffe. Die Regierung wartete.", "de", 2),
        ("Le régime envoya deux navires. Le gouvernement attendit.", "fr", 2),
        ("El régimen envió dos barcos. El gobierno esperó.", "es", 2),
        ("Режим надіслав два кораблі. Уряд чекав.", "uk", 2),
        ("المهاجرون وصلوا في الصيف، وبقي اللاجئون هنا.", "ar", 2),
        ("הפליטים באו בקיץ, והמהגרים נשארו.", "he", 2),
        ("难民夏天来了，移民留下了。", "zh", 2),
    ],
)
def test_names_that_one_thing_may_be_given_are_told_where_there_are_two(
    text: str, language: str, names: int
) -> None:
    assert kinds(text, language).count("renamed") == names


def test_of_a_piece_that_asks_for_something_it_is_told_where_nothing_is_said_of_the_cost() -> None:
    asks = "We must keep the ferry, for it is ours."
    assert Kind.NO_COST in {signal.kind for signal in missing_from(asks, "en")}
    for text in (f"{asks} It will cost the town 20 million.", "The ferry is ours."):
        assert Kind.NO_COST not in {signal.kind for signal in missing_from(text, "en")}


def test_of_a_letter_it_is_told_where_nothing_is_said_of_who_writes() -> None:
    letter = "To the Editor: Keep the ferry."
    assert Kind.NO_STANDING in {signal.kind for signal in missing_from(letter, "en")}
    for text in (f"{letter} I live beside it.", "Keep the ferry."):
        assert Kind.NO_STANDING not in {signal.kind for signal in missing_from(text, "en")}


@pytest.mark.parametrize(
    "text",
    [
        "סָפְרוּ שׁוּב אֶת הַשִּׁעוּר: וּכְאַלְפֵי אִישׁ בָּאוּ.",
        "قَالَ رَئِيسُ البَلَدِيَّةِ إِنَّ العَبَّارَةَ قَدِيمَةٌ.",
    ],
)
def test_words_are_found_behind_their_prefixes_and_below_their_vowels(text: str) -> None:
    assert kinds(text, "he" if "\u05d0" <= text[0] <= "\u05ea" else "ar")


@pytest.mark.parametrize("language", languages())
def test_any_text_is_gone_through_in_time(language: str) -> None:
    for sign in ("(", "“", "a ", "1 ", ", ", "said ", "\n", "[…] "):
        found = signals_in(sign * 4_000, language)
        assert len(found) <= 4_000
        assert all(list(tokens(each.words)) for each in found[:3])
