"""Whether a report on a guest has turned to what an oblast or the country has of its own.

«Аким отчитался перед президентом: …»     the investments and projects of the oblast
«на сходе аким отчитался за год»          to whom and how need not be told
«Прошлый год принёс области 300 млн прямых инвестиций. Запущено 40 проектов»
«Послу аким рассказал о трёх проектах»    the guest's again

It goes on, past lists and paragraphs, until a country is named or the two sides are meant.
"""

from __future__ import annotations

from kzcoop.claims.place.trade_pair import speaks_of_pair
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words, either

_REPORTS = Stems("отчет", "отчит", "доклад", "доложи", "доложе", "рапорт")
_ACCOUNTS = Stems("отчет", "отчит")  # what an akim gives of his own oblast only
_TOLD = Stems("представил", "рассказ", "сообщил", "услыш", "выслуш", "заслуш")
# who reports, and to whom
_AKIM = Stems("аким")
_ABOVE = Words("акорда", "акорде", "акорду", "президент", "президенту", "президентом")
_BEFORE_ALL = Stems("итог", "кабмин", "маслихат", "населени", "правительств")
_HEADS = Words("глава", "главе", "главой", "руководителя", "руководитель")
_REGION = Stems("област", "регион")
_OWN = either(_AKIM, _REGION, _HEADS)
# capital of all countries that comes to an oblast
_GAINED = Stems("получи", "привлек", "привлеч", "принес", "пришл", "освои", "поступил")
_PUT_IN = Stems("инвестиц", "капиталовлож", "вложени")
_GUESTS = Stems("гост", "делегац", "дипломат", "посол", "посла", "послу", "послом", "консул")


def own_business(sentence: Sentence, known: bool) -> bool:
    """Whether investments and projects told from a sentence on are of no guest.

    ``known`` is what held before it.
    """
    if sentence.abroad or not (known or sentence.begins(_OWN)):
        return False
    if sentence.begins(_GUESTS) or speaks_of_pair(sentence):
        return False
    return known or _reports(sentence) or _gains(sentence)


def of_account(sentence: Sentence) -> str | None:
    """The year that an account opens with: «Основное за 2024 год:», «что дал прошлый год?»."""
    if sentence.quantities:
        return None
    return next((p.value for p in sentence.periods if p.role == "at" and p.value), None)


def _reports(sentence: Sentence) -> bool:
    """«Аким отчитался в Акорде:», «Президент услышал от акима другие числа»."""
    if sentence.begins(_ACCOUNTS) and sentence.begins(_AKIM):
        # not «склады почти готовы, отчитался аким»: who says it
        return any(sentence.word_before(i) != "," for i in sentence.where(_ACCOUNTS))
    if sentence.begins(_REPORTS) and sentence.begins(_BEFORE_ALL):
        # «Сапаров отчитался перед маслихатом Павлодарской области»
        return sentence.begins(_AKIM) or sentence.begins(_REGION)
    if sentence.begins(_REPORTS) and sentence.holds(_ABOVE):
        return True
    return sentence.begins(_TOLD) and sentence.holds(_ABOVE)


def _gains(sentence: Sentence) -> bool:
    """«За год регион привлёк 300 млн долларов прямых инвестиций»."""
    return sentence.begins(_REGION) and sentence.begins(_GAINED) and sentence.begins(_PUT_IN)
