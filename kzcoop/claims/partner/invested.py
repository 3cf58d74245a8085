"""Which investments, firms and projects are of no one partner, whoever spent or founded them.

«1 084 предприятия с иностранным участием»       of all countries abroad
«Всего в регионе 58 проектов на 2 трлн тенге»    with whomever
«Инвестиции в основной капитал составили …»      at home
«Зарубежные инвесторы вложили 400 млрд тенге»    whichever they are
«с участием иностранцев – 740, с российским – 402»   each by its own owners, in their order
"""

from __future__ import annotations

from kzcoop.claims.place.trade_pair import speaks_of_pair
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.scope.given import BANK_NOTE
from kzcoop.language.stems import Stems, Words

_FROM_ABROAD = Stems("зарубежн", "иностран", "нерезидент")
_GAINED = ("получи", "поступи", "привлек", "привлеч")
_HERE = ("казахстан", "област", "регион", "республик", "стран", "экономик")
_INTO = frozenset({"в", "во"})
_PORTFOLIO = frozenset(
    {"enterprises_count", "investment", "jobs", "projects_count", "projects_value"}
)
_BANKS = Stems("банк", "ебрр", "еабр", "финансов", but=("банковск",))
_BY_BANKS = frozenset({"investment", "other", "projects_value"})
_PASSIVE = ("лено", "щано", "рено")
_OFFERS = ("обеща", "пообеща", "предлаг", "предлож")
_REGION = Stems("казахстан", "област", "регион", "республик", "стране")
_INVESTORS = Stems("инвестор")
_OF_WHOM = 4  # tokens from «компаний» to «с капиталом из …»
_MARKS = frozenset(", ; : ( )".split())
_OUT_OF = Words("из")
_MAIN = Stems("основной")
_FIRMS = frozenset({"bare", "count"})
_SEVERAL = 2  # counts of firms, each of its own owners
_JOINT = ("взаимн", "двусторон", "совместн")


@needs(_BANKS)
def of_a_bank(one: Draft) -> bool:
    """«Евразийский банк развития обещал коридору 3 млрд»: of no one country."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in _BY_BANKS or sentence.abroad or speaks_of_pair(sentence):
        return False
    return BANK_NOTE in one.trace or any(
        low[i].startswith(("ебрр", "еабр"))
        or low[i : i + 2] == ["банк", "развития"]
        or (
            low[i].startswith("банк") and low[i - 1].startswith(("всемирн", "европейск", "азиатск"))
        )
        for i in range(sentence.first, sentence.last)
        # «О готовности направить 1,5 млрд заявлено банком», not «кредит даёт банк»
        # and «Ещё €600 млн предложил маршруту Исламский банк развития»
        if i < one.at
        or any(w.endswith(_PASSIVE) or w.startswith(_OFFERS) for w in low[one.last : i])
    )


@needs(_FROM_ABROAD)
def of_foreign_capital(one: Draft) -> bool:
    """«область получила 620 млн долларов прямых иностранных инвестиций»: of all countries."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "investment" or one.measure in ("rank", "share_pct"):
        return False
    if sentence.abroad or speaks_of_pair(sentence):
        return False
    if not any(
        low[i].startswith(_FROM_ABROAD) and low[i + 1].startswith(("инвестиц", "капиталовлож"))
        for i in range(sentence.first, min(one.last + _OF_WHOM, sentence.last - 1))
    ):
        return False
    return any(
        low[i].startswith(_GAINED) or (low[i - 1] in _INTO and low[i].startswith(_HERE))
        for i in range(sentence.first + 1, min(one.last + _OF_WHOM, sentence.last))
    ) or low[sentence.first].startswith(_GAINED)


@needs(_FROM_ABROAD)
def of_all_abroad(one: Draft) -> bool:
    """«1084 предприятия с иностранным участием»: of all countries."""
    low = one.sentence.low
    if one.indicator == "enterprises_count":
        return one.kind == "count" and _names_none(one)
    # «Портфель проектов с зарубежными инвесторами включает 29 позиций на 1,7 трлн тенге»
    return (
        one.indicator in _PORTFOLIO
        and not one.sentence.abroad
        and any(
            low[i] == "с" and low[i + 1].startswith(_FROM_ABROAD)
            for i in range(one.sentence.first, one.at)
        )
    )


def _names_none(one: Draft) -> bool:
    """Whether «foreign» stands beside firms, between the figures around, and no country does.

    «Иностранный капитал имели 612 её предприятий, российский – 388»
    """
    sentence = one.sentence
    told = sentence.quantities
    first = max((q.last for q in told if q.last <= one.quantity.lead), default=sentence.first)
    last = min((q.lead for q in told if q.lead >= one.last), default=sentence.last)
    beside = [
        at
        for at in sentence.where(_FROM_ABROAD)
        # «318 предприятий с иностранным участием, у 236 из них …»: with the first
        if first + 2 * (first > sentence.first) <= at < last and not _parted(one, at)
    ]
    if sentence.word_at(one.last) == "с" and {one.last + 1, one.last + 2} & set(beside):
        return True
    return bool(beside) and not any(
        first <= p.first < last and not _parted(one, p.first) for p in sentence.abroad
    )


def _parted(one: Draft, at: int) -> bool:
    """Whether a mark stands between a figure and a token."""
    first, last = (at, one.quantity.lead) if at < one.at else (one.last, at)
    return not _MARKS.isdisjoint(one.sentence.low[first:last])


@needs(_OUT_OF)
def of_a_divided_whole(one: Draft) -> bool:
    """«Из 236 здешних предприятий 57 с кыргызским капиталом»: the whole is of no one country."""
    sentence = one.sentence
    if one.indicator != "enterprises_count" or sentence.word_before(one.quantity.lead) != "из":
        return False
    part = next((q for q in sentence.quantities if q.lead >= one.last), None)
    if part is None or not sentence.abroad:
        return False
    return all(p.first >= part.lead for p in sentence.abroad)  # not «из 12 с Италией три»


@needs(_REGION)
def of_the_region(one: Draft) -> bool:
    """«Всего в регионе 58 проектов на 2 трлн тенге»: with whomever."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in _PORTFOLIO or not sentence.begins(_REGION):
        return False
    opening = low[sentence.first : sentence.first + 2]
    if opening[:1] != ["всего"] and opening != ["в", "целом"]:
        return False
    if any(word.startswith(("капитал", "участи")) for word in low[one.last : one.last + _OF_WHOM]):
        return one.last < sentence.last and any(
            word.startswith(_FROM_ABROAD) for word in low[one.last : one.last + _OF_WHOM]
        )  # «Всего в республике полсотни компаний с капиталом из королевства»: of theirs
    led = low[sentence.first : one.at]
    if not any(word.startswith(_REGION) for word in led) or any(w.startswith(_JOINT) for w in led):
        return False
    # «… 154 проекта, девять из них – с арабским капиталом»
    between = [p for p in sentence.abroad if p.first < one.at or p.first < _next(one)]
    return not between and not speaks_of_pair(sentence)


def by_owners(one: Draft) -> tuple[str, ...] | None:
    """«Среди 500 фирм с иностранным участием российских учредителей имели 260»: by their order.

    For a count of firms, which the caller asks. Owners and firms are told in one order, wherever
    either stands; firms of all countries abroad have no partner.
    """
    sentence = one.sentence
    if not sentence.begins(_FROM_ABROAD):
        return None
    firms = [q for q in sentence.quantities if q.kind in _FIRMS]
    if one.kind not in _FIRMS or len(firms) < _SEVERAL or not sentence.abroad:
        return None
    owners = _owners(sentence)
    # a number that took its noun from elsewhere is not among them: «в 2019 году их было 860»
    at = next((i for i, firm in enumerate(firms) if firm.first == one.quantity.first), None)
    if len(owners) != len(firms) or at is None:
        return None
    whose = owners[at]
    one.note("owners and firms in one order")
    return whose


def _owners(sentence: Sentence) -> list[tuple[str, ...]]:
    """Owners in the order of a sentence, those of all countries abroad as ``()``."""
    told = [(place.first, place.abroad) for place in sentence.abroad]
    told += [(at, ()) for at in sentence.where(_FROM_ABROAD)]
    codes = [whose for _, whose in sorted(told)]
    return [whose for at, whose in enumerate(codes) if not at or codes[at - 1] != whose]


@needs(_MAIN)
def of_capital(one: Draft) -> bool:
    """«Инвестиции в основной капитал составили 1,4 трлн тенге»: whoever spent them."""
    sentence, low = one.sentence, one.sentence.low
    return one.indicator == "investment" and any(
        low[i].startswith(_MAIN) and low[i + 1].startswith("капитал")
        for i in range(sentence.first, one.at)
    )


@needs(_INVESTORS)
def of_foreign_investors(one: Draft) -> bool:
    """«Зарубежные инвесторы вложили 400 млрд тенге»: whichever they are."""
    sentence, low = one.sentence, one.sentence.low
    return (
        one.indicator == "investment"
        and not sentence.abroad
        and not speaks_of_pair(sentence)
        and any(
            low[i].startswith(_FROM_ABROAD) and low[i + 1].startswith(_INVESTORS)
            for i in range(sentence.first, one.at)
        )
    )


def _next(one: Draft) -> int:
    """Where the next figure of the sentence stands."""
    after = [q.first for q in one.sentence.quantities if q.first >= one.last]
    return after[0] if after else one.sentence.last
