"""When a word of trade tells of haulage: freight inside the country or of no named good.

«КТЖ отгрузило 5 млн тонн зерна»                      freight
«по республике – 1,2 млн»                             freight
«откроют терминал на 300 тыс. TEU»                    what it can take
"""

from __future__ import annotations

from kzcoop.claims.place.partner_place import foreign, led_by
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems

# what moves goods
_RAILS = Stems(
    "вагон", "грузов", "ж/д", "железнодорож", "ктж", "перевез", "перевоз", "переход", "погран",
    "порт", "станци",
)  # fmt: skip
_CARRIERS = Stems("железнодорожник", "ктж", "темир")
_SHIPPED = ("отгруж", "отгруз", "отправ", "погруж", "погруз")
_INSIDE = Stems("внутр", "республике")
_WITHIN = (["по", "республике"], ["внутри", "страны"], ["внутри", "республики"])
_DASHES = frozenset("–—-")
# what a terminal, a port or a station does with what comes, and words for that it can
_HANDLE = Stems(
    "обработ", "обрабатыва", "обслуж", "перевали", "переварив", "переварить", "перерабаты",
    "переработать", "принимать",
    "принять", "пропуск", "пропустить",
)  # fmt: skip
_CAN = Stems(
    "возможност", "готов", "могут", "может", "подготов", "позвол", "смог", "сможет", "состоянии",
    "способ",
)  # fmt: skip
_MARKETS = Stems("рын", "покупател")
_MARKS = frozenset(",;:()")
_BUILDINGS = Stems(
    "логоцентр", "очеред", "перевал", "площадк", "порт", "причал", "терминал", "хаб", "элеватор",
)  # fmt: skip


def is_freight(one: Draft) -> bool:
    """Whether what an export or an import tells of is only moved."""
    handed = one.kind == "tonne" or (one.kind in ("percent", "ratio") and _sent(one))
    if handed and _on_rails(one):
        return True  # what the railway hands over, unless a good is named
    if one.kind not in ("percent", "ratio", "tonne"):
        return False
    return (one.indicator == "export" and _carried(one)) or _at_home(one)


def is_built_for(one: Draft) -> bool:
    """«откроют терминал на 300 тыс. TEU», «первая очередь – на 600 тыс.»: what it can take."""
    sentence, low = one.sentence, one.sentence.low
    if one.kind in ("count", "teu", "tonne", "wagon") and _can_handle(one):
        return True
    if one.kind not in ("teu", "tonne") or not sentence.begins(_BUILDINGS):
        return False
    lead = one.quantity.lead
    if sentence.word_before(lead) not in ("на", "под") or sentence.near(
        one.quantity, "up", "down", clauses=0
    ):
        return False
    return any(word.startswith(_BUILDINGS) for word in low[max(sentence.first, lead - 4) : lead])


def _can_handle(one: Draft) -> bool:
    """«терминал сможет обслуживать 400 тыс. TEU», «позволит принимать ещё 80 тыс. контейнеров»."""
    sentence, low = one.sentence, one.sentence.low
    if not (sentence.begins(_HANDLE) and sentence.begins(_CAN)) or sentence.begins(_MARKETS):
        return False
    for index in range(one.quantity.lead - 1, sentence.first, -1):
        if low[index] in _MARKS:
            return False
        # «сможет обслуживать», «подготовить к обработке 90 тыс. ДФЭ»
        if low[index].startswith(_HANDLE) and low[index].endswith(("ть", "тке", "уску")):
            return any(
                word.startswith(_CAN) for word in low[max(sentence.first, index - 3) : index]
            )
    return False


def _sent(one: Draft) -> bool:
    """Whether a word of sending names the flow."""
    return bool(one.candidates) and one.candidates[0].word.startswith("отправ")


def _carried(one: Draft) -> bool:
    """Whether a railway is who ships, and nothing says that it ships abroad."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_CARRIERS):
        return False
    word = one.candidates[0].word if one.candidates else ""
    hit = next((h for h in sentence.indicators if low[h.first] == word), None)
    if hit is None or not word.startswith(_SHIPPED) or hit.first > one.at:
        return False
    if not any(low[i].startswith(_CARRIERS) for i in range(sentence.first, hit.first)):
        return False
    stop = min((h.first for h in sentence.indicators if h.first > one.at), default=sentence.last)
    abroad = any(low[i : i + 2] == ["на", "экспорт"] for i in range(sentence.first, stop))
    return not abroad and not any(foreign(p) for p in sentence.places)


def _at_home(one: Draft) -> bool:
    """«на экспорт – 4,2 млн тонн, по республике – 1,2 млн (+4%)»: moved inside the country."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.begins(_INSIDE):
        return False
    lead = one.quantity.lead
    if low[lead - 1] == "(":  # of the figure before the bracket
        before = [q for q in sentence.quantities if q.last == lead - 1]
        lead = before[0].lead if before else lead
    lead -= low[lead - 1] in _DASHES
    led = low[max(sentence.first, lead - 2) : lead]
    hauled = len(led) == 2 and led[0].startswith("внутренн") and led[1].startswith("сообщени")
    return hauled or led in _WITHIN


def _on_rails(one: Draft) -> bool:
    """Whether a railway or a port moves tonnes of no named good."""
    sentence = one.sentence
    if not sentence.begins(_RAILS) or sentence.rows("commodities"):
        return False
    if any(p.kind == "adjective" and sentence.word_at(p.last).startswith("станци")
           for p in sentence.abroad):  # fmt: skip
        return False  # «французским станциям отправили три тысячи тонн»: of uranium
    word = one.candidates[0].word if one.candidates else ""
    if word.startswith("поставк") and any(
        led_by(sentence, place) in ("в", "во") and place.first < one.at for place in sentence.abroad
    ):
        return False  # «поставки в Европу через балтийские порты»
    # not «закупило 20 тыс. тонн, которые прибыли в порт»
    return not any(hit.entry.id == "purchase" for hit in sentence.indicators)
