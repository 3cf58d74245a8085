"""The features of a word that may say what a figure is about.

«экспорт мяса составил 12 млн»: in the same clause, before the figure, its subject
«360 млн – это объём экспорта»: apposed; «договорились о поставке на $4 млрд»: of a deal
"""

from __future__ import annotations

from collections.abc import Mapping

from kzcoop.claims.claim import SIDES
from kzcoop.claims.flow.arrivals import arrived, brought_abroad, goes_abroad
from kzcoop.claims.flow.deliveries import NEUTRAL, delivered, of_seller, sold
from kzcoop.claims.flow.purchases import bought
from kzcoop.claims.indicator.idiom import SET
from kzcoop.claims.indicator.sense import means_other
from kzcoop.claims.place.partner_place import home_places, is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import preposition_of
from kzcoop.claims.scene.indicator_score import Candidate, candidate
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.period_text import DASHES

# words of trade that often mean something else, where they stand alone
_WEAK = (
    "ветропарк", "ветростанц", "груз", "договор", "завод", "закуп", "инвестор", "капитал",
    "комбинат", "коридор", "маршрут", "оборот", "объект", "отправ", "перевал", "поставк", "поток",
    "предприят", "приобр", "продаж", "проект", "производств", "соглашени", "строительств",
    "услуг", "фабрик", "электростанц",
)  # fmt: skip
_RESULT = {
    "projects": "projects_value",
    "services": "other",
    "cost": "projects_value",
    "sent": "projects_value",
}
# «грузовиков зарегистрировано» counts no enterprises
_VEHICLES = Stems("автомоб", "грузовик", "машин", "транспортн", "фур")
# between a figure and its side of trade: «360 млн – это объём экспорта»
_THAT_IS = frozenset("доля на наш наша наше наши объем объема объемы сам это".split())
# «второе – 6 млрд долларов: в такую сумму оцениваются проекты»
_SO = Words("столько", "такова", "таково", "такой", "таков", "такую", "столькими")
_SO_WORDS = frozenset(_SO)
_JOINS = ([":"], [","], ["–"], ["—"])
_POINTED = 7  # tokens from the figure to the word
_MODIFIERS = ("ий", "ой", "ый")
_BROUGHT = ("завез", "подвез", "привез")
_INTO_COUNTRY = (["в", "казахстан"], ["в", "республику"], ["в", "страну"], ["в", "экономику"])
_SHARES = frozenset({"долей", "доли", "доля", "долю"})
_SENT_FOR = 0.9  # how well a verb of sending goes with money that the goods are worth
# «контракт на поставку», «договорились о поставках»
_ABOUT = frozenset({"на", "о", "об", "по"})
_BY_DEAL = frozenset({"count", "money", "pieces"})
_PRICED = frozenset({"в", "–", "—", ":"})  # «обойдётся в 3 млрд», «(смета – 330 млн)»
_HEADS = ("основ", "позици", "стать")
_DEALS = ("договор", "контракт", "меморандум", "сделк", "соглашени")
_EITHER_WAY = ("arrival", "purchase")
_RELATIVE = ("где", "котор")
_WHICH = Stems(*_RELATIVE)
_OPENING, _VERB = 9, 3  # tokens in which a subject stands; of a clause on it, at the least
_OURS = ("казахстанск", "отечественн")
_HANDED = ("приняли",)  # «стык передал 11 млн тонн, обратно приняли 3»


def scored(one: Draft, hit: Hit, fits: Mapping[str, float]) -> Candidate | None:
    """Return what a word of the sentence makes a figure, with its score; None where they part.

    Parameters
    ----------
    one
        A draft whose kind is known.
    hit
        A word that names an indicator.
    fits
        How well each indicator goes with a figure of this kind, 0 to 1.15.
    """
    kind, compatible = _kind_of(one, hit, fits)
    if compatible <= 0 or kind == "arrival" or means_other(one, hit):
        return None
    features = _features(one, hit, compatible)
    sentence = one.sentence
    word = sentence.low[hit.first]
    if kind == "purchase":
        kind = bought(sentence, hit)
    if hit.entry.kind == "supplier" and _sells_abroad(sentence, hit):
        kind = "export"  # «Казахстан остаётся главным поставщиком муки в Афганистан»
    if word.startswith("импортер") and sentence.word_before(hit.first).startswith(_OURS):
        kind = "import"  # «казахстанские импортёры сократили закупки труб»
    if kind == "export" and word.startswith(NEUTRAL):
        kind = delivered(sentence, hit) or of_seller(sentence, hit) or kind
    if kind == "export":
        kind = sold(one, hit) or kind
    if kind == "import" and word.startswith(_BROUGHT) and brought_abroad(sentence, hit):
        kind = "export"  # «Грузинским заводам привезли 12 тыс. тонн ячменя»
    if kind == "export" and sentence.word_before(hit.first).startswith("импортн"):
        kind = "import"  # «импортные поставки – 740 млн»
    result = _RESULT.get(kind, kind)
    into = sentence.low[hit.last : hit.last + 2]
    if kind == "sent" and (
        into in _INTO_COUNTRY or into[1:] == ["казахстанскую"] or into[:1] == ["сюда"]
    ):
        result = "investment"  # «компании направили в республику 12 млрд»
    return candidate(result, word, tuple(features), hit.first)


def _kind_of(one: Draft, hit: Hit, fits: Mapping[str, float]) -> tuple[str, float]:
    """What a word tells of beside a figure, and how well that goes with it."""
    entry, sentence = hit.entry, one.sentence
    kind = entry.kind if entry.kind in fits or entry.kind in _EITHER_WAY else entry.value
    compatible = fits.get(entry.kind, fits.get(entry.value, 0.0))
    if kind == "arrival":
        kind, compatible = arrived(sentence, hit) or kind, fits["export"]
        handed = kind == "arrival" and sentence.low[hit.first].startswith(_HANDED)
        if handed and not goes_abroad(sentence, hit):
            kind, compatible = "freight", fits.get("freight", 0.0)
    if entry.kind == "sending" and _worth(one, hit):
        kind, compatible = "export", _SENT_FOR
    if one.kind == "money" and entry.id == "capacity":
        return kind, 0.0  # «ветропарк мощностью 500 МВт обойдётся в 700 млн долларов»
    if compatible <= 0 or kind == "arrival":
        return kind, compatible
    if one.kind in ("tonne", "teu") and kind == "other" and entry.id != "capacity":
        compatible = 0.3  # tonnes are no contracts
    low = sentence.low
    word = low[hit.first]
    if word.startswith("зарегистр") and sentence.begins(_VEHICLES):
        kind, compatible = "freight", 1.0  # «до 45% грузовиков зарегистрировано в Казахстане»
    if one.kind in _BY_DEAL and word.startswith("поставк") and _agreed(sentence, hit):
        kind = "other"  # «договорились о поставке локомотивов на $4,2 млрд»
    if hit.first < one.at and "структуре" in low[max(sentence.first, hit.first - 2) : hit.first]:
        compatible *= 0.5  # «в структуре товарооборота экспорт – 485 млн»: the whole
    return kind, compatible


def _features(one: Draft, hit: Hit, compatible: float) -> list[tuple[str, float]]:
    """The features of a word by where it stands to a figure."""
    sentence, low = one.sentence, one.sentence.low
    word = low[hit.first]
    before = hit.first < one.at
    apart = one.at - hit.last if before else hit.first - one.last
    gap = apart if apart > 0 else 0
    divided = sentence.between(hit.first, one.at)
    if before and divided and sentence.begins(_WHICH):
        closed = _past_relative(one, hit)
        if closed is not None:  # «Поток, который связывает …, за пять лет утроился»
            gap, divided = gap - (closed[1] - closed[0]), sentence.between(closed[1], one.at)
    features = [
        ("token", float(gap if gap < 20 else 20)),
        ("clause", float(divided if divided < 3 else 3)),
        ("compatible", compatible),
    ]
    if divided == 0:
        features.append(("same_clause", 1.0))
    part = low[hit.first - 2] if low[hit.first - 1] == "в" else low[hit.first - 1]
    if one.kind == "percent" and before and part in _SHARES:
        features.append(("genitive", 1.0))  # «доля транзита в перевозках выросла до 25%»
    side = hit.entry.value in SIDES or word.startswith("транзит") or sentence.holds(_SO)
    apposed = side and _apposed(one, hit)  # also «доля экспорта – 42%, транзита – 26%»
    if apposed:
        features.append(("apposed", 1.0))
    if before:
        features.append(("before", 1.0))
        price = one.quantity.lead - (sentence.word_before(one.quantity.lead) in _PRICED)
        if hit.entry.kind == "cost" and hit.last == price:
            features.append(("beside", 1.0))  # «завод стоимостью 90 млн построит инвестор»
        if sentence.has("up", "down", "reach") and any(
            hit.last <= cue.first < one.at and cue.entry.kind in ("up", "down", "reach")
            for cue in sentence.cues
        ):
            features.append(("subject", 1.0))
        if hit.first - sentence.first <= 3:
            features.append(("initial", 1.0))
    elif low[one.last : one.last + 2] == ["из", "них"] and gap <= 4:
        features.append(("genitive", 1.0))  # «38,6 миллиарда из них – экспорт»
    elif divided:
        features.append(("after_clause", 1.0))
    elif _grew(one, hit):
        features += [("genitive", 1.0), ("subject", 1.0)]
    elif gap <= 2 and sentence.word_at(one.last) != "и":
        features.append(("genitive", 1.0))  # not «обойдётся в 4 млрд и сможет пропускать …»
    weak = word.startswith(_WEAK) and not apposed  # «800 млн – наши поставки»
    weak = weak and not low[hit.first - 1].startswith(_HEADS)  # «главная статья закупок – машины»
    if one.kind != "rank" and weak and hit.last - hit.first == 1:
        features.append(("weak", 1.0))
    if len(sentence.quantities) > 1:
        left, right = (hit.first, one.at) if before else (one.at, hit.first)
        if crossed := one.crossed(left, right):
            features.append(("other_figure", float(min(crossed, 3))))
    return features


def _past_relative(one: Draft, hit: Hit) -> tuple[int, int] | None:
    """The tokens of a clause on the word itself, without a figure, between it and the figure."""
    sentence, low = one.sentence, one.sentence.low
    if hit.first - sentence.first > _OPENING:
        return None
    opened = next(
        (
            i for i in range(hit.last, one.at - 2)
            if low[i] == "," and (low[i + 1].startswith(_RELATIVE)
                                  or low[i + 2].startswith(_RELATIVE))
        ),
        None,
    )  # fmt: skip
    if opened is None:
        return None
    closed = next((i for i in range(opened + _VERB, one.at) if low[i] == ","), None)
    if closed is None or any(opened < q.first < closed for q in sentence.quantities):
        return None
    if any(closed < other.first < one.at for other in sentence.indicators):
        return None  # «ограничения на экспорт, которые ввели здесь, сократили импорт»
    return opened, closed + 1


def _grew(one: Draft, hit: Hit) -> bool:
    """«маргарин лидирует: в 7 раз выросли его поставки»: what the verb after a change tells of."""
    if one.kind not in ("percent", "ratio"):
        return False
    return any(
        cue.entry.kind in ("up", "down")
        and one.last <= cue.first <= one.last + 1
        and 0 <= hit.first - cue.last <= 1
        for cue in one.sentence.cues
    )


def _agreed(sentence: Sentence, hit: Hit) -> bool:
    """Whether deliveries are those of a deal: «контракт на поставку»."""
    at = hit.first - 1
    return sentence.low[at] in _ABOUT and sentence.word_before(at).startswith(_DEALS)


def _apposed(one: Draft, hit: Hit) -> bool:
    """Whether a dash alone stands between: «360 млн – это объём экспорта», «экспорт – 1,4 млрд»."""
    low = one.sentence.low
    before = hit.first < one.at
    words = low[hit.last : one.quantity.lead] if before else low[one.last : hit.first]
    if not before and one.sentence.holds(_SO) and words[:1] in _JOINS:
        return len(words) <= _POINTED and not _SO_WORDS.isdisjoint(words)
    if before or not words or words[0] not in DASHES:
        return before and len(words) == 1 and words[0] in DASHES
    return all(word in _THAT_IS or word.endswith(_MODIFIERS) for word in words[1:])


def _worth(one: Draft, hit: Hit) -> bool:
    """«наша страна поставила соседям напитков на 2 млн»; not «поставила задачу довести …»."""
    low = one.sentence.low
    return (
        one.kind == "money"
        and hit.first < one.at
        and low[hit.first].startswith("постави")
        and (preposition_of(one) == "на" or low[one.quantity.lead - 1] in ("сумму", "стоимостью"))
        and one.sentence.between(hit.first, one.at) == 0
        and not any(word.startswith(SET) for word in low[hit.first - 3 : hit.last + 4])
    )


def _sells_abroad(sentence: Sentence, hit: Hit) -> bool:
    """Whether the supplier is Kazakhstan, by its name as the subject or by its adjective."""
    return any(
        (place.kind == "adjective" and place.last == hit.first)
        or (place.first < hit.first and is_subject(sentence, place))
        for place in home_places(sentence)
    )
