"""What a figure may be about: words of its sentence, the figure before, the text before.

«импорт овощей сократился; снижаются поставки лука»: the word, on the side that the text tells of
«Импорт – 331 млн. Обратный поток – 42»: the other flow
«партнёры (доля в обороте): Китай – 21%»: what the heading tells the shares of
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kzcoop.claims.claim import FLOWS, SIDES, TRADE
from kzcoop.claims.flow.arrivals import arrivals, goes_abroad
from kzcoop.claims.flow.deliveries import NEUTRAL, directed
from kzcoop.claims.flow.whose_goods import WHOSE_GOODS, side_of_goods
from kzcoop.claims.indicator.before import by_figures_before, read_by_before
from kzcoop.claims.indicator.features import scored
from kzcoop.claims.indicator.fits import fits_of
from kzcoop.claims.measure.share import dashed_share, side_named
from kzcoop.claims.place.partner_place import is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.indicator_score import Candidate, candidate
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.unit.counted_part import numbered_of
from kzcoop.language.stems import Stems, Words

_BUYERS = (
    "берет",
    "берут",
    "выбира",
    "забира",
    "закуп",
    "импортер",
    "купил",
    "покупа",
    "покупател",
    "получи",
    "потребител",
    "принял",
)
_BACK = ("встречн", "обратн")
_TURNED = Stems(*_BACK)
_SHARES = Stems("доли", "долю", "доля")
_ACCOUNT = Words("счет")
_OF_WHAT = 4  # tokens from «доля» to what it is of
_IF = Words("если")
_THEY = Words("он", "она", "они", "оно")
_MONEY = Stems("деньги")
_GOODS_OR_SELLERS = (
    "аграр", "завод", "компани", "мукомол", "поставщик", "предприят", "продавц", "продукт",
    "продукци", "производител", "товар", "фермер", "экспортер",
)  # fmt: skip
_OURS = Stems("казахстанск", "отечественн")
_OWN = ("наш", "собствен")
_SENDING, _WE = ("отгру", "отправ", "поставл", "постави", "продад", "продаем"), ("ем", "им")
_COUNTED_TOO = ("включа", "добав", "приба", "приплюс", "счита", "учет", "учит")
_OUTWARD = ("вывез", "вывоз", "экспорт")

# what a flow is of, where it is no money
_HAULED = ("авто", "большегруз", "вагон", "груз", "контейнер", "машин", "поезд", "фур")


def candidates(
    one: Draft, before: Sequence[Draft], topic: str | None, titled: str | None = None
) -> list[Candidate]:
    """Return the possible indicators of a figure, best first.

    Parameters
    ----------
    one
        A draft whose kind is known.
    before
        The drafts of the same sentence that stand before it, linked already.
    topic
        The indicator of the last flow in the sentences before, or None.
    titled
        The side of trade that the title tells, or None.
    """
    fits = fits_of(one)
    found = _by_words(one, topic, fits) + by_figures_before(one, before, fits)
    numbered = numbered_of(one)
    if numbered is not None:
        features = (("compatible", 1.0), ("before", 1.0), ("subject", 1.0), ("same_clause", 1.0))
        found.append(candidate(numbered, "число", features, one.at))
    if topic is not None and fits.get(topic, 0) > 0:
        found.append(
            candidate(
                topic, "the sentence before", (("topic", 1.0), ("compatible", fits[topic])), -1
            )
        )
    # «Импорт – 331 млн. Обратный поток – 42»: against the flow before, of its sentence too
    against = before[-1].last if before and before[-1].indicator == "import" else None
    if topic == "import" or against is not None:
        found = [
            c._replace(indicator="export")
            if c.word.startswith(_BACK) and (topic == "import" or c.first >= (against or 0))
            else c
            for c in found
        ]
    elif topic is not None and one.sentence.begins(_TURNED):
        # «Экспорт – 260 млн. Обратные поставки скромнее: 19 млн»
        found = [
            c._replace(indicator="import")
            if c.first > 0
            and one.sentence.word_before(c.first).startswith(_BACK)
            and c.word.startswith(NEUTRAL)
            else c
            for c in found
        ]
    ranked = sorted(found, key=lambda c: (-c.score, -c.first))
    if (theirs := _their_money(one)) is not None:
        ranked.insert(0, candidate("investment", "деньги", (("compatible", 1.0),), theirs))
    if ranked:
        _go_with_trade(ranked, one, before, topic or titled)
    if one.kind == "percent" and (whole := _share_of(one)) is not None:
        ranked.insert(0, candidate(whole, "доля", (("compatible", 1.0), ("apposed", 1.0)), one.at))
    named_side = side_named(one) if one.kind == "percent" and topic == "turnover" else None
    if named_side is not None and named_side.entry.value in SIDES:
        # «оборот – 2 млрд. Львиная доля, 87 процентов, – это импорт»
        told = (("compatible", 1.0), ("apposed", 1.0))
        ranked.insert(0, candidate(named_side.entry.value, "это", told, named_side.first))
    if topic in SIDES and ranked and ranked[0].first < 0 and (named := _only_word(one)) is not None:
        ranked.insert(0, candidate("turnover", "оборот", (("compatible", 1.0),), named))
    if topic in SIDES and ranked and one.sentence.holds(_THEY) and _cost_of_goods(one, ranked[0]):
        ranked.insert(0, ranked[0]._replace(indicator=topic))
    if (side := side_of_goods(one)) is not None and (not ranked or _by_other_word(ranked[0], side)):
        ranked.insert(0, candidate(side, WHOSE_GOODS, (("compatible", 1.0),), one.at))
    read_by_before(ranked, one, before)
    return ranked


def _by_words(one: Draft, topic: str | None, fits: Mapping[str, float]) -> list[Candidate]:
    """What the words of the sentence say, those of trade and those of arrival."""
    low, opened = one.sentence.low, one.sentence.first
    if topic is not None and one.sentence.holds(_IF):
        opened = _past_condition(one)
    found = [
        c
        for hit in one.sentence.indicators
        # «встречный поток – 12 млн» of investment is no import
        if not (
            topic == "investment"
            and low[hit.last - 1].startswith("поток")
            # but «Поток грузовиков через пост вырос на 9%»
            and not one.sentence.word_at(hit.last).startswith(_HAULED)
        )
        and hit.first >= opened
        and not (low[hit.first].startswith("реэкспорт") and _is_counted_too(low, hit.first))
        and (c := scored(one, hit, fits)) is not None
    ]
    if topic is not None and one.sentence.holds(_ACCOUNT):
        # «Иран прибавил 26% за счёт роста импорта муки»: why it is so
        account = next((i for i in one.sentence.where(_ACCOUNT) if i >= one.last), one.at)
        found = [c for c in found if c.first < one.at or not 0 < c.first - account <= _OF_WHAT]
    worth = one.kind == "money" and low[one.quantity.lead - 1] == "на"
    if one.kind in ("pieces", "tonne") or worth:  # «из Грузии пришло вина на 11 млн»
        verbs = arrivals(one.sentence)
        came = [c for hit in verbs if (c := scored(one, hit, fits)) is not None]
        at = {c.first for c in came}  # «иранские порты приняли зерно из Казахстана»: no freight
        found = [c for c in found if c.first not in at] + came
        if topic in ("export", "turnover") and any(goes_abroad(one.sentence, v) for v in verbs):
            # «вывоз льна – 2 млн тонн. Бельгия приняла 200 тыс.»
            gone = (("topic", 1.0), ("compatible", fits["export"]), ("before", 1.0))
            found.append(candidate("export", "it goes abroad", gone, -1))
    return found


def _by_other_word(best: Candidate, side: str) -> bool:
    """Whether another flow is likelier, or the same by the text before alone."""
    return best.indicator != side or best.first < 0


def _is_counted_too(low: Sequence[str], index: int) -> bool:
    """«В Риге, где учитывают и реэкспорт, насчитали 390 млн»: what is in a figure, and not all."""
    return any(word.startswith(_COUNTED_TOO) for word in low[max(index - _OF_WHAT, 0) : index])


def _only_word(one: Draft) -> int | None:
    """«Ввоз – 1,4 млрд. В 2020-м обороту удалось не только устоять, но и подрасти на 6%».

    Turnover is the one word of trade in its sentence, before its first figure.
    """
    sentence = one.sentence
    told = [hit for hit in sentence.indicators if hit.entry.value in FLOWS]
    if len(told) != 1 or told[0].entry.id != "turnover" or one.kind not in ("percent", "ratio"):
        return None
    first = next((q for q in sentence.quantities if q.kind != "out"), one.quantity)
    return told[0].first if first is one.quantity and told[0].first < one.at else None


def _cost_of_goods(one: Draft, best: Candidate) -> bool:
    """«Масла завезли 2,9 тыс. тонн. Обошлось оно в 15 млн»: of the goods told before."""
    low = one.sentence.low
    paid = one.kind == "money" and best.word.startswith(("обошл", "обошел"))
    return paid and low[best.first + 1] in _THEY and best.first - one.sentence.first <= 1


def _past_condition(one: Draft) -> int:
    """«Если расширят перевалку, речь пойдёт о 13 млн тонн»: where the words of a figure begin.

    What a condition names is not what the figure is about, where the text before told that.
    """
    sentence, low = one.sentence, one.sentence.low
    if low[sentence.first] not in _IF or "," not in low[sentence.first : one.at]:
        return sentence.first
    closes = low.index(",", sentence.first)
    # not «Если говорить о вложениях, набралось 400 млн», which tells of what
    framed = any(tense(low[i]) == "infinitive" for i in range(sentence.first, closes))
    return sentence.first if framed else closes


def _go_with_trade(
    ranked: list[Candidate], one: Draft, before: Sequence[Draft], around: str | None
) -> None:
    """Turn the likeliest candidate to the side of trade that the text tells of."""
    if (
        (around == "import" or (before and before[-1].indicator == "import"))
        and ranked[0].indicator == "export"
        and (ranked[0].word.startswith(NEUTRAL) or _seller(one, ranked[0].word))
        and not directed(one)
        and not _sold_here(one)
        and not _shipped(one, ranked[0].word)
        and not _our_own(one, ranked[0])
        and not _of_our_goods(one)
    ):
        # «импорт овощей сократился; снижаются поставки лука»: deliveries in
        ranked.insert(0, ranked[0]._replace(indicator="import"))
    if around == "export" and ranked[0].indicator == "import" and _just_bought(one):
        # «экспорт льна вырос. Объём закупок прибавил 15%»: by who buys it
        ranked.insert(0, ranked[0]._replace(indicator="export"))


def _of_our_goods(one: Draft) -> bool:
    """«Среди казахстанских товаров лучше идёт сера. Продажи серы увеличились»: told before."""
    sentence, low, tokens = one.sentence, one.sentence.low, one.sentence.mentions.tokens
    number = sentence.number
    if number == 0 or tokens.paragraph[number - 1] != tokens.paragraph[number]:
        return False
    first, last = tokens.bounds[number - 1]
    return any(
        low[i].startswith(_OURS) and low[i + 1].startswith(_GOODS_OR_SELLERS)
        for i in range(first, last - 1)
    )


def _their_money(one: Draft) -> int | None:
    """«Британские деньги, напротив, притормозили: 529 млн»: whose money comes, in that clause."""
    sentence = one.sentence
    if one.kind not in ("money", "percent", "ratio") or not sentence.begins(_MONEY):
        return None
    if any(hit.first < one.at for hit in sentence.indicators):
        return None
    for place in sentence.abroad:
        if place.kind == "adjective" and sentence.word_at(place.last) == "деньги":
            return place.last if place.last < one.at else None
    return None


def _sold_here(one: Draft) -> bool:
    """«Вывозит страна в основном нефть – на неё приходится 88% поставок»: told in its sentence."""
    return any(
        hit.first < one.at and one.sentence.low[hit.first].startswith(_OUTWARD)
        for hit in one.sentence.indicators
    )


def _shipped(one: Draft, word: str) -> bool:
    """«импорт вырос … Зерна отгрузили 1,3 млн тонн»: from here, where no one else is named."""
    ours = word.startswith(("отгрузили", "отгружен"))
    ours = ours or (word.startswith(_SENDING) and word.endswith(_WE))  # «мы отгрузим»
    return ours and not one.sentence.abroad


def _our_own(one: Draft, best: Candidate) -> bool:
    """«Купили на 2 млрд, собственные поставки – на три»: not those of a seller who is named."""
    sentence = one.sentence
    if best.first <= sentence.first:
        return False
    if sentence.low[best.first - 1].startswith(_OURS):
        return True  # «Сахара завезли … За январь казахстанские поставки достигли 38 млн»
    if not sentence.low[best.first - 1].startswith(_OWN):
        return False
    return not any(
        place.first < best.first and is_subject(sentence, place) for place in sentence.abroad
    )


def _share_of(one: Draft) -> str | None:
    """What a heading tells the shares of: «партнёры (доля в обороте): Китай – 21%»."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.begins(_SHARES):
        return None
    if ":" in low[sentence.first : one.at]:
        colon = next(i for i in range(sentence.first, one.at) if low[i] == ":")
        if not any(low[i].startswith(_SHARES) for i in range(sentence.first, colon)):
            colon = one.at  # «платят в тенге: доля таких платежей – 90%»
    else:
        colon = one.at
    if colon == one.at and not dashed_share(one):
        return None
    for index in range(sentence.first, colon):
        if low[index].startswith(_SHARES):
            for hit in sentence.indicators:
                if index < hit.first <= index + _OF_WHAT and hit.first < colon:
                    told = hit.entry.value
                    return told if told in TRADE or hit.entry.id == "settlements" else None
    return None


def _just_bought(one: Draft) -> bool:
    """Whether a sentence of no country has purchases as its only word of trade, after buyers."""
    sentence = one.sentence
    hits = [hit for hit in sentence.indicators if hit.entry.value in TRADE]
    if not hits or any(hit.entry.kind != "purchase" for hit in hits):
        return False
    first, last = sentence.mentions.tokens.bounds[max(sentence.number - 1, 0)]
    return any(word.startswith(_BUYERS) for word in sentence.low[first:last]) and not any(
        place.kind == "country" for place in sentence.places
    )


def _seller(one: Draft, word: str) -> bool:
    """«Импорт ёлок вырос. Основным импортёром стал Китай»: who sells, as many say."""
    return word.startswith("импортер") and not one.sentence.begins(_OURS)
