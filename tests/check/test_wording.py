"""A question holds no verdict and claims no intent."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from broadsheet.findings import Finding

Ask: TypeAlias = Callable[..., list[str]]
Say: TypeAlias = Callable[..., list[Finding]]

SQUARE = "((a warehouse with a fountain))"

VERDICTS = [
    ("en", "Why does the author hide the costs behind {}?"),
    ("en", "Which facts are hidden where the writer hides them in {}?"),
    ("en", "How is {} biased?"),
    ("en", "What does the writer’s bias do to {}?"),
    ("en", "Which manipulative words stand near {}?"),
    ("en", "What does the piece fail to mention beside {}?"),
    ("en", "Why does the writer lie in {}?"),
    ("en", "Which lies does the column tell beside {}?"),
    ("en", "With which words does the post lie about {}?"),
    ("en", "What spin does {} put on the vote?"),
    ("en", "Which figures are cherry-picked in {}?"),
    ("en", "How does the author cherry-pick facts for {}?"),
    ("en", "What makes {} so slanted?"),
    ("en", "How does the writer twist the numbers in {}?"),
    ("en", "Where are facts twisted in {}?"),
    ("en", "What does the columnist downplay with {}?"),
    ("en", "Which costs are played down in {}?"),
    ("en", "Who cherry-picks the figures beside {}?"),
    ("en", "What twists the facts in {}?"),
    ("en", "What downplays the costs in {}?"),
    ("es", "¿Por qué oculta el autor los datos en {}?"),
    ("es", "¿Por qué es parcial la imagen {}?"),
    ("es", "¿Con qué palabras miente el autor en {}?"),
    ("es", "¿Qué gastos minimizan las palabras {}?"),
    ("es", "¿Qué tiene de engañosa la imagen {}?"),
    ("fr", "Pourquoi l’auteur passe sous silence les coûts dans {} ?"),
    ("fr", "En quoi l’image {} est-elle trompeuse ?"),
    ("fr", "En quoi l’image {} est-elle biaisée ?"),
    ("fr", "Par quels mots l’auteur ment-il dans {} ?"),
    ("fr", "Quels coûts l’auteur minimise-t-il par {} ?"),
    ("de", "Warum verschweigt der Autor bei {} die Kosten?"),
    ("de", "Was ist an {} irreführend?"),
    ("de", "Mit welchen Wörtern lügt der Autor in {}?"),
    ("de", "Was verharmlost das Bild {}?"),
    ("de", "Welche Kosten werden in {} beschönigt?"),
    ("uk", "Чому автор приховує витрати в {}?"),
    ("uk", "Чи приховує щось автор словами {}? Поясни."),
    ("uk", "Якими словами автор бре́ше в {}?"),
    ("uk", "Які витрати автори применшують у {}?"),
    ("uk", "Що применшує витрати в {}?"),
    ("ar", "لماذا يتجاهل الكاتب التكاليف في {}؟"),
    ("ar", "ما المضلل في {}؟"),
    ("ar", "ما الدعاية في {}؟"),
    ("ar", "كيف تستعين الصحيفة بالدعاية في {}؟"),
    ("ar", "ما الذي يقدمه {} للدعاية؟"),
    ("ar", "لماذا ينشر الكاتب {} ويكذب على القراء؟"),
    ("ar", "بأي كلمات يُزَوِّر الكاتب الأرقام في {}؟"),
    ("ar", "ماذا يزوّر الكاتب في {}؟"),
    ("ar", "كيف يزور الكاتب، فيزور الحقائق في {}؟"),
]

NO_VERDICTS = [
    ("en", "Which hideous or lovely picture does {} call up?"),
    ("en", "What does the writer call propaganda, and what {}?"),
    ("en", "A neighbor says that {} is “misleading”. Which words would she point to?"),
    ("en", "Decide whether {} is misleading. Which words decide it?"),
    ("en", "Is {} fair or biased? Which words make you say so?"),
    ("en", "Ignore the title. What does {} suggest?"),
    ("en", "What would a reader need to know to judge {}?"),
    ("en", "What does {} leave out that opponents would put in?"),
    ("en", "Who was admitted to the talks about {}?"),
    ("en", "Which word would the word “propaganda” replace in {}?"),
    ("en", "What lies behind {}, and which words show it?"),
    ("en", "Where does the difference between {} and the title lie?"),
    ("en", "Which town that lies on the river does {} mean?"),
    ("en", "Which words twist like a road in {}?"),
    ("en", "What would critics call spin in {}?"),
    ("es", "¿Qué necesitaría saber un lector para juzgar {}?"),
    ("es", "¿Qué respuesta parcial da {}?"),
    ("es", "¿A qué llama propaganda quien escribe {}?"),
    ("es", "Indica si {} es engañoso o no, y con qué palabras."),
    ("es", "¿Qué hace la imagen {} para un lector?"),
    ("es", "¿Qué palabras de {} valoran?"),
    ("fr", "Que faudrait-il savoir pour juger {} ?"),
    ("fr", "Qu’est-ce que l’auteur appelle propagande dans {} ?"),
    ("fr", "Dis si {} est partial ou juste, et par quels mots."),
    ("fr", "Quel effet l’image {} a-t-elle ?"),
    ("fr", "Quels mots de {} jugent ?"),
    ("de", "Was müsste man wissen, um {} zu beurteilen?"),
    ("de", "Was nennt der Text Propaganda, wo {} steht?"),
    ("de", "Prüfe, ob {} irreführend ist, und nenne die Wörter."),
    ("de", "Welche Wirkung hat {} auf Leserinnen und Leser?"),
    ("de", "Welche Wörter in {} urteilen?"),
    ("uk", "Що треба знати, щоб оцінити {}?"),
    ("uk", "Що автор називає пропагандою поруч із {}?"),
    ("uk", "Визнач, чи {} упереджений вислів, і наведи слова."),
    ("uk", "Яке враження справляє {}?"),
    ("uk", "Які слова в {} оцінюють?"),
    ("ar", "ماذا يحتاج القارئ أن يعرف ليحكم على {}؟"),
    ("ar", "ما الأثر الذي تتركه عبارة {}؟"),
    ("ar", "أي الكلمات في {} تحكم؟"),
    ("ar", "من صاحب القول {} وما دليله؟"),
    ("ar", "كيف يصف الكاتب الساحة في {}؟"),
    ("ar", "من يزور الساحة في {}؟"),
    ("ar", "ما المقصود بكلمة الدعاية في {}؟"),
    ("ar", "من صاحب عبارة {} وما مكانتها؟"),
]

INTENTS = [
    ("en", "How does the writer want you to believe {}?"),
    ("en", "Which words try to make the reader angry in {}?"),
    ("en", "What was put beside {} in order to deceive?"),
    ("en", "Why does {} deliberately come first?"),
    ("es", "¿Con qué palabras intenta convencernos {}?"),
    ("fr", "Par quels mots {} cherche à convaincre ?"),
    ("de", "Mit welchen Wörtern versucht {} uns zu überzeugen?"),
    ("uk", "Якими словами {} намагається переконати?"),
    ("ar", "كيف يحاول إقناعنا بقوله {}؟"),
]

NO_INTENTS = [
    ("en", "What does the writer want the council to do in {}?"),
    ("en", "Which events are meant by {}?"),
    ("en", "What must be known in order to judge {}?"),
    ("en", "What did the council try to do about {}?"),
    ("en", "What does {} lead a reader to believe?"),
    ("en", "Try to find a plainer word for {}. What changes?"),
    ("es", "¿Qué quiere el autor que haga el ayuntamiento con {}?"),
    ("es", "¿Qué cambia para un lector con {}?"),
    ("es", "¿Qué se trata de lograr según {}?"),
    ("es", "Intenta decir {} con palabras más sencillas."),
    ("es", "¿Qué se pide para {}?"),
    ("fr", "Que veut l’auteur que la ville fasse de {} ?"),
    ("fr", "Que change {} pour un lecteur ?"),
    ("fr", "Essaie de dire {} plus simplement."),
    ("fr", "Que faut-il savoir afin de juger {} ?"),
    ("fr", "Que demande {} ?"),
    ("de", "Was soll der Rat nach {} tun?"),
    ("de", "Was ändert {} für Leserinnen?"),
    ("de", "Versuche, {} einfacher zu sagen."),
    ("de", "Was muss man wissen, um {} zu prüfen?"),
    ("de", "Was will der Rat mit {}?"),
    ("uk", "Чого хоче автор від ради в {}?"),
    ("uk", "Що змінює {} для читача?"),
    ("uk", "Спробуй сказати {} простіше."),
    ("uk", "Що треба знати, щоб перевірити {}?"),
    ("uk", "Про що просить {}?"),
    ("ar", "ماذا يريد الكاتب من المجلس في {}؟"),
    ("ar", "ما الذي تغيره عبارة {}؟"),
    ("ar", "حاول أن تقول {} بكلمات أبسط."),
    ("ar", "ما الذي يجب معرفته للتحقق من {}؟"),
    ("ar", "ما المطلوب في {}؟"),
]


@pytest.mark.parametrize(("language", "question"), VERDICTS)
def test_a_verdict_in_a_question_is_found(ask: Ask, language: str, question: str) -> None:
    assert "verdict-in-question" in ask(question.format(SQUARE), language)


@pytest.mark.parametrize(("language", "question"), NO_VERDICTS)
def test_a_question_without_a_verdict_of_its_own_is_left_alone(
    ask: Ask, language: str, question: str
) -> None:
    assert "verdict-in-question" not in ask(question.format(SQUARE), language)


@pytest.mark.parametrize(("language", "question"), INTENTS)
def test_a_claim_of_intent_is_found(ask: Ask, language: str, question: str) -> None:
    assert "intent-claimed" in ask(question.format(SQUARE), language)


@pytest.mark.parametrize(("language", "question"), NO_INTENTS)
def test_a_question_about_words_and_wishes_is_no_claim_of_intent(
    ask: Ask, language: str, question: str
) -> None:
    assert "intent-claimed" not in ask(question.format(SQUARE), language)


def test_a_verdict_is_found_at_its_own_words(say: Say) -> None:
    (finding,) = say(("What does the picture", "What does the misleading picture"))

    assert finding.place is not None
    assert finding.place.end_column - finding.place.column == len("misleading")
    assert "“misleading”" in finding.message


def test_words_of_the_excerpt_are_no_verdict_of_the_question(say: Say) -> None:
    assert not say(
        ("a square full of parked cars", "a misleading square of parked cars"),
        ("the picture ((", "((a misleading square)) beside ((@"),
    )


@pytest.mark.parametrize("key", ["starter", "steps"])
def test_starters_and_steps_are_read_too(say: Say, key: str) -> None:
    value = "The writer hides …" if key == "starter" else "[What does the writer hide?]"
    (finding,) = say(
        ("do for a reader?\n", f"do for a reader?\n      {key}: {value}\n"),
    )

    assert (finding.code, finding.path[-2 if key == "steps" else -1]) == (
        "verdict-in-question",
        key,
    )


def test_tempting_choices_may_hold_a_verdict(say: Say) -> None:
    assert not say(
        (
            "do for a reader?\n",
            "do for a reader?\n      choices: [It informs., It misleads.]\n      space: 2 lines\n",
        ),
    )


def test_the_exit_ticket_is_read_too(say: Say) -> None:
    (finding,) = say(("facts:\n  trade", "exit_ticket: What did it hide?\nfacts:\n  trade"))

    assert finding.path == ("exit_ticket",)


def test_a_language_without_lists_is_left_alone(ask: Ask) -> None:
    assert "verdict-in-question" not in ask(f"Why hide {SQUARE}?", "eo")
