"""Which words of an indicator mean something else where they stand.

«сальдо торговли»: no turnover; «подписан перечень общих строек»: no contracts
«700 тысяч тонн стоимостью 18 млн долларов»: what goods are worth, and no project
"""

from __future__ import annotations

from kzcoop.claims.claim import SIDES
from kzcoop.claims.indicator.idiom import WORKS, is_idiom
from kzcoop.claims.place.partner_place import PREPOSITIONS
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit

_THEIR = frozenset({"ее", "его", "их"})
_AID = Stems("возмещени", "компенсац", "субсид")
_REASONS = Stems("благодаря", "вопреки", "из-за", "пике", "после", "фоне", "хвост")
_CHANCES = Stems("возможност", "перспектив", "потенциал")
_VALUED = 8  # tokens from «потенциал» to «оценивают»
_SPENT = ("котор", "модерниз", "обновлен", "работ", "реконструкц", "ремонт", "строит", "стройк")
_PAID = ("затрачен", "потрачен")
_GOODS_NAMED = 4  # tokens from «28 тыс. тонн» past the goods to «общей стоимостью»
_LISTS = Stems("пакет", "перечен", "план", "портфел", "список")
_LISTED = 5  # tokens from «перечень» to «строек»
_CLOSE_TO = 3  # tokens
_LED = 4  # tokens from «на ремонт» to «ушло»
_LOAD = Words("груза")
_ABROAD = Stems("внешн", "импорт", "иностран", "международн", "торг", "экспорт")


def means_other(one: Draft, hit: Hit) -> bool:
    """Whether a word of an indicator says nothing of what a figure is about.

    Parameters
    ----------
    one
        A draft whose kind is known.
    hit
        A word that names an indicator elsewhere.
    """
    kind = hit.entry.kind
    sentence = one.sentence
    if _is_market(sentence, hit) or is_idiom(sentence, hit):
        return True
    if (
        hit.entry.id == "capacity"
        and hit.first > one.at
        and any(
            0 <= q.lead - hit.last <= _CLOSE_TO and q.kind != "ordinal" for q in sentence.quantities
        )
    ):
        return True  # «перевалил 41 тыс. контейнеров при мощности 80 тыс.»
    if sentence.low[hit.first].startswith("оцен") and _of_chances(sentence, hit):
        return True  # «перспективы торговли оценивают в полмиллиарда»
    if one.kind == "money" and _spent_on(sentence, hit):
        return True  # «реконструкция, на которую ушло 6 млрд»: what works took
    if sentence.words & _REASONS.bit and _is_aside(one, hit):
        return True  # «в 2014-м, на пике поставок, – 220 млн»
    if hit.entry.id == "contracts" and sentence.begins(_LISTS) and _is_list(sentence, hit):
        return True  # «Подписан перечень общих строек на 12 млрд»: of what is built
    if kind == "freight" and sentence.holds(_LOAD) and _is_load_told(sentence, hit):
        return True  # «вывезли 600 тыс. тонн пшеницы. Две трети этого груза забрал …»: of it
    if kind == "cost" and sentence.begins(_AID):
        return True  # «на субсидию в бюджете заложено 40 млрд тенге»
    if kind == "services" and not sentence.begins(_ABROAD):
        return True  # «объём услуг связи вырос на 12%»: sold at home
    if kind == "projects" and one.kind != "money" and sentence.low[hit.first - 1] == "после":
        return True  # «после реконструкции она увеличится втрое»
    return _of_balance(sentence, hit) or (kind == "cost" and _of_goods(sentence, hit))


def _is_load_told(sentence: Sentence, hit: Hit) -> bool:
    """Whether «груз» is a part of the goods whose export or import the sentence before told."""
    before = sentence.low[hit.first - 1]
    if sentence.low[hit.first] not in _LOAD or not sentence.number:
        return False
    if before not in ("%", "этого") and not before.startswith(("част", "процент")):
        return False
    return _side_before(sentence)


def _side_before(sentence: Sentence) -> bool:
    """Whether the sentence before has a word of export or import."""
    first, last = sentence.mentions.tokens.bounds[max(sentence.number - 1, 0)]
    told = sentence.mentions.hits["indicators"]
    return any(
        at in told and told[at].entry.value in SIDES
        for at in range(first, min(last, sentence.first))
    )


def _is_list(sentence: Sentence, hit: Hit) -> bool:
    """«подписан перечень общих строек», «подписали портфель проектов»: a list of projects."""
    low = sentence.low
    if not low[hit.first].startswith("подпис") or not low[hit.last].startswith(_LISTS):
        return False
    return any(
        other.entry.kind == "projects" and 0 <= other.first - hit.last <= _LISTED
        for other in sentence.indicators
    )


def _is_market(sentence: Sentence, hit: Hit) -> bool:
    """Whether «на внешнем рынке» tells where something was bought: «приобрёл … 2 тыс. тонн»."""
    return sentence.low[hit.first] == "на" and any(
        0 <= hit.first - other.last <= 1 and other.entry.kind == "purchase"
        for other in sentence.indicators
    )


def _spent_on(sentence: Sentence, hit: Hit) -> bool:
    """Whether money went on works: «на ремонт ушло», «на которую ушло»."""
    low = sentence.low
    led = low[max(sentence.first, hit.first - _LED) : hit.first]
    went = low[hit.first].startswith("уш") and "на" in led
    return went and any(word.startswith(_SPENT) for word in led)


def _is_aside(one: Draft, hit: Hit) -> bool:
    """Whether commas part from the figure a reason or a time that a word only belongs to."""
    low, sentence = one.sentence.low, one.sentence
    if hit.first > one.at:
        return False
    led = low[max(sentence.first, hit.first - _CLOSE_TO) : hit.first]
    if not any(word.startswith(_REASONS) for word in led):
        return False
    closed = low[hit.last : one.quantity.lead]
    return "," in closed[:3] and low[hit.first - len(led) - 1 : hit.first].count(",") > 0


def _of_chances(sentence: Sentence, hit: Hit) -> bool:
    """Whether it is chances that are put at an amount."""
    if not sentence.begins(_CHANCES):
        return False
    opened = range(max(sentence.first, hit.first - _VALUED), hit.first)
    return any(sentence.low[at].startswith(_CHANCES) for at in opened)


def _of_balance(sentence: Sentence, hit: Hit) -> bool:
    """Whether «сальдо» stands before a word of trade: «сальдо во взаимной торговле»."""
    for other in sentence.indicators:
        if other.first >= hit.first:
            break
        if other.entry.id == "balance" and _led_into(sentence.low[other.last : hit.first]):
            return True
    return False


def _led_into(between: list[str]) -> bool:
    """Whether only «в», «во взаимной» stand between."""
    return len(between) <= _CLOSE_TO and all(
        word in ("в", "во", "над") or word.endswith(("ей", "ой")) for word in between
    )


def _of_goods(sentence: Sentence, hit: Hit) -> bool:
    """Whether a cost is that of the goods told before it."""
    at = hit.first - 1
    if sentence.low[at] in _THEIR and at <= sentence.first:
        # «Импортировали 3 тыс. тонн макарон. Их стоимость – 5 млн»; not of a hub, of projects
        told = _after_goods(sentence) or _side_before(sentence)
        return told and not _after_projects(sentence)
    if sentence.low[at] in _THEIR and _after_side(sentence, at):
        return True  # «экспорт подскочил на 18%, его стоимость составила 27 млн»
    if sentence.low[hit.first].startswith(_PAID):
        # «поступило 4 тыс. тонн, плюс 2% по деньгам, которых потрачено 16 млн»
        goods = any(q.kind == "tonne" and q.last < hit.first for q in sentence.quantities)
        return goods and not any(other.entry.kind == "projects" for other in sentence.indicators)
    return any(  # «700 тысяч тонн стоимостью 18 млн долларов», «9 тыс. т яблок общей стоимостью»
        q.kind in ("tonne", "pieces") and _names_goods(sentence, q.last, hit.first)
        for q in sentence.quantities
    )


def _names_goods(sentence: Sentence, first: int, last: int) -> bool:
    """Whether nothing stands from an amount to its cost but the goods: not «для завода»."""
    words = sentence.low[first:last]
    return 0 <= last - first <= _GOODS_NAMED and not any(
        word in PREPOSITIONS or not word.isalpha() or word.startswith(WORKS) for word in words
    )


def _after_goods(sentence: Sentence) -> bool:
    """Whether the sentence before tells how much of a good there is."""
    first = sentence.mentions.tokens.bounds[max(sentence.number - 1, 0)][0]
    return any(
        first <= q.first < sentence.first and q.kind in ("tonne", "pieces")
        for q in sentence.mentions.quantities
    )


def _after_side(sentence: Sentence, at: int) -> bool:
    """Whether the clause before tells an export or an import, which «его стоимость» then is of."""
    clause = sentence.clause(at)
    return any(
        hit.entry.value in SIDES and hit.first < at and clause - sentence.clause(hit.first) == 1
        for hit in sentence.indicators
    )


def _after_projects(sentence: Sentence) -> bool:
    """Whether the sentence before counts projects."""
    first, last = sentence.mentions.tokens.bounds[max(sentence.number - 1, 0)]
    counted = sentence.mentions.hits["counted"]
    return any(
        first <= at < last and hit.entry.kind == "projects_count" for at, hit in counted.items()
    )
