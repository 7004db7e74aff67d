"""Which words of a piece a draft names as rare, in every language that ships."""

from __future__ import annotations

import pytest

from broadsheet.signals.lists import languages
from broadsheet.signals.rare import rare_words

COMMON = {
    "de": "Wir gingen am Abend durch die Stadt und sahen, wie die Kinder vor der Schule spielten.",
    "fr": "Nous avons marché dans la ville et nous avons vu des enfants jouer devant l’école.",
    "es": "Caminamos por la ciudad y vimos cómo los niños jugaban delante de la escuela.",
    "uk": "Ми йшли ввечері через місто й бачили, як діти гралися перед школою.",
    "ar": "مشينا في المدينة مساء ورأينا الأطفال يلعبون أمام المدرسة الجديدة.",
    "he": "הלכנו בערב בעיר וראינו איך הילדים משחקים לפני בית הספר החדש.",
    "zh": "我们晚上走过城里，看见孩子们在学校门前玩。",
    "en": "We walked through the town in the evening and saw how children played there.",
}


@pytest.mark.parametrize("language", languages())
def test_common_words_in_whatever_form_are_not_named(language: str) -> None:
    assert rare_words(COMMON[language], language) == []


@pytest.mark.parametrize(
    ("language", "more", "word"),
    [
        ("en", "It was a plebiscite.", "plebiscite"),
        ("de", "Das war das Plebiszit, und ganz paritätisch.", "Plebiszit"),
        ("de", "Das war das Plebiszit, und ganz paritätisch.", "paritätisch"),
        ("fr", "C’était l’iniquité même.", "iniquité"),
        ("es", "Fue una superchería.", "superchería"),
        ("uk", "То був плебісцит.", "плебісцит"),
        ("ar", "وستتنكب الطريق.", "وستتنكب"),
        ("he", "היה זה ובפלביסציט.", "ובפלביסציט"),
        ("zh", "他们饕餮一番。", "饕"),
    ],
)
def test_a_rare_word_is_named_as_it_stands(language: str, more: str, word: str) -> None:
    assert word in rare_words(f"{COMMON[language]} {more}", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Meister Kowalczyk kam.", "de"),
        ("Wir sahen Kowalczyk und Piotrowska.", "de"),
        ("Le maire, Kowalczyk, est venu.", "fr"),
        ("[Le plébiscite] est venu.", "fr"),
    ],
)
def test_names_and_what_the_author_put_in_brackets_are_left_alone(text: str, language: str) -> None:
    assert rare_words(f"{COMMON[language]} {text}", language) == []


def test_a_text_in_another_script_or_language_names_nothing() -> None:
    assert rare_words("這個魯莽的計劃會毀掉港口，議會裡的官僚們卻說不知道。", "zh-Hant") == []
    assert rare_words(COMMON["de"], "es") == []
    assert rare_words(COMMON["de"], "pl") == []
