"""People that a plant gives work to, told by other words than of employment.

«хватит работы для полутора тысяч человек», «найдётся дело для 170 горожан»   work that is found
«к станкам встали 3,4 тыс. человек», «где устроились 1,9 тыс.»                who took it
«заводу нужны 310 работников», «рассчитан на 600 рабочих»                     whom a plant needs
«работников должно быть 420»                                                  the noun before
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems, Words, either

_WORK = Words("дело", "заработок", "заработка", "место", "места", "работа", "работу", "работы")
_GIVES = ("дад", "даст", "дал", "дост", "наход", "найд", "нашл", "обеспеч", "получ", "хват")
_TOOK = Stems("устроил", "устроят", "устроен", "станк", "станок", "конвейер")
_STAND = ("встал", "встан", "стал", "стан", "пришл", "прид", "устро")
_NEEDS = Stems(
    "понадоб", "нужда", "нужны", "нужно", "нужен", "наберет", "потребу", "рассчит", "требу", "хват",
    "примет", "примут", "планирует", "обещает",
)  # fmt: skip
_PLANTS = Stems(
    "завод", "комбинат", "комплекс", "мощност", "парк", "предприяти", "проект", "производств",
    "терминал", "ферм", "фабрик", "хаб", "цех", "центр",
)  # fmt: skip
_HEADED = Words("людей", "работников", "рабочих", "сотрудников", "специалистов")
_WILL_BE = ("будет", "быть", "станет", "наберут", "–", "—", "около", "до", "свыше", "более")
_TELLS = either(_WORK, _TOOK, _NEEDS, _PLANTS)
_NEAR = 6  # tokens from a verb or «работы» to whom it is for
_BACK = 3  # tokens from «работников» to its number


def gets_work(one: Draft) -> bool:
    """Return whether those counted get work: «хватит работы для полутора тысяч человек»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.words & _TELLS.bit:
        return False
    led = low[max(sentence.first, one.quantity.lead - _NEAR) : one.quantity.lead]
    near = max(sentence.first, one.quantity.lead - _NEAR)
    if sentence.holds(_WORK) and any(near <= at < one.at for at in sentence.where(_WORK)):
        return any(word.startswith(_GIVES) for word in low[max(sentence.first, near - 2) : one.at])
    if sentence.begins(_TOOK) and any(word.startswith(_STAND) for word in led):
        return True
    plant = sentence.begins(_PLANTS) or any(
        q.noun is not None and q.noun.kind == "projects_count" for q in sentence.quantities
    )
    if not plant or not sentence.begins(_NEEDS):
        return False
    asked = [at for at in sentence.where(_NEEDS) if near <= at < one.quantity.lead]
    return bool(asked) and not sentence.between(asked[-1], one.at)


def headed_by_workers(one: Draft) -> bool:
    """Return whether «работников» stands before its number: «работников должно быть 420»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.holds(_HEADED) or one.value != int(one.value):
        return False
    lead = one.quantity.lead
    after = sentence.word_at(one.last)
    return after in ("", ".", ",", ";", ")") and any(
        0 < lead - at - 1 <= _BACK and low[lead - 1].startswith(_WILL_BE)
        for at in sentence.where(_HEADED)
    )
